//! The logo of the business: sent, taken away, and given to every page.

use axum::Extension;
use axum::body::Body;
use axum::extract::State;
use axum::http::header::{
    CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_SECURITY_POLICY, CONTENT_TYPE,
};
use axum::response::{IntoResponse as _, Redirect, Response};
use domain::office::settings::{self, LOGO_BYTES, Refused as Why, SUBJECT, Setting, SettingsError};
use serde::Deserialize;
use store::blobs::{Arrived, BlobHash, UsedBy, served_as};
use tokio_util::io::ReaderStream;

use crate::office::settings as pages;
use crate::path::Path;
use crate::upload::{Limits, Refused, Upload};
use crate::{App, Form, Page, Problem, Visitor, Writer};

/// One small picture.
pub(crate) enum Picture {}

impl Limits for Picture {
    const MOST: usize = 1;
    const LARGEST: u64 = LOGO_BYTES;
}

/// What both forms send.
#[derive(Deserialize)]
pub struct Seen {
    version: i64,
}

/// `GET /logo/{hash}`: another logo has another address.
///
/// # Errors
/// [`Problem::NotFound`] where it is not the logo, or its bytes are gone.
pub async fn show(
    State(app): State<App>,
    Path(hash): Path<String>,
    // As an extractor of its own a visitor would be given a cookie, which must
    // not come to stand in a cache for everybody.
    Extension(visitor): Extension<Visitor>,
) -> Result<Response, Problem> {
    let logo = visitor.settings().logo.as_ref().filter(|logo| **logo == hash);
    let hash: BlobHash = logo.and_then(|logo| logo.parse().ok()).ok_or(Problem::NotFound)?;
    let kept = UsedBy { kind: "settings", id: SUBJECT };
    let blobs = app.db.reader().await?.snapshot().blobs_of(kept).await?;
    let blob = blobs.into_iter().find(|blob| blob.hash == hash).ok_or(Problem::NotFound)?;
    let served = served_as(&blob.sniffed);
    if served.as_attachment || !settings::is_logo(&blob.sniffed) {
        return Err(Problem::NotFound);
    }
    let headers = [
        (CONTENT_TYPE, served.content_type),
        (CONTENT_DISPOSITION, "inline"),
        (CONTENT_SECURITY_POLICY, "default-src 'none'; sandbox"),
        (CACHE_CONTROL, "public, max-age=31536000, immutable"),
    ];
    let bytes = app.blobs.open(hash).await?;
    Ok((headers, Body::from_stream(ReaderStream::new(bytes))).into_response())
}

/// `POST /settings/logo`
///
/// # Errors
/// Where the database cannot be reached.
pub async fn change(
    writer: Writer,
    Upload { fields: seen, files, refused, .. }: Upload<Seen, Picture>,
) -> Result<Response, Problem> {
    let picture = files.into_iter().next().map(|file| file.arrived);
    let why = match (&refused, &picture) {
        (Some(Refused::TooLarge(_)), _) => Why::TooLarge(LOGO_BYTES),
        (_, None) => Why::NotAPicture,
        (Some(Refused::TooMany) | None, Some(_)) => return write(writer, seen, picture).await,
    };
    refuse(writer, SettingsError::Refused(vec![(Setting::Logo, why)]))
}

/// `POST /settings/logo/remove`
///
/// # Errors
/// Where the database cannot be reached.
pub async fn remove(writer: Writer, Form(seen): Form<Seen>) -> Result<Response, Problem> {
    write(writer, seen, None).await
}

async fn write(
    writer: Writer,
    Seen { version }: Seen,
    picture: Option<Arrived>,
) -> Result<Response, Problem> {
    let change = async move |tx: &mut store::Tx<'_>| {
        settings::change_logo(tx, version, picture.as_ref()).await
    };
    match writer.write(change).await {
        Ok(is_different) => {
            if is_different {
                let words = writer.say("settings-were-changed");
                writer.tell_undoable(words, "/settings/undo".to_owned());
            }
            Ok(Redirect::to("/settings").into_response())
        }
        Err(error) => refuse(writer, error),
    }
}

fn refuse(writer: Writer, error: SettingsError) -> Result<Response, Problem> {
    Ok(Page(pages::refused(writer.frame, &writer.visitor, error)?).refused())
}

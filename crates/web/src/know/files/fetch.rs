//! Giving a file out.

use axum::body::Body;
use axum::extract::State;
use axum::http::header::{
    CONTENT_DISPOSITION, CONTENT_LENGTH, CONTENT_SECURITY_POLICY, CONTENT_TYPE,
};
use axum::response::{IntoResponse as _, Response};
use domain::know::files::{self, AttachmentId, shown};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use tokio::fs::File;
use tokio_util::io::ReaderStream;

use crate::path::Path;
use crate::{App, Problem};

/// Letters that a name keeps in a header (RFC 8187, 3.2.1).
const KEPT: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// `GET /files/{id}`: to be saved, or shown where it is a picture made of
/// pixels. Whatever it is, nothing in it can run or load anything.
///
/// # Errors
/// Where there is none, or its bytes cannot be had.
pub async fn fetch(
    State(app): State<App>,
    Path(id): Path<AttachmentId>,
) -> Result<Response, Problem> {
    let known = files::attachment(&mut app.db.reader().await?.snapshot(), id).await?;
    let known = known.ok_or(Problem::NotFound)?;
    let bytes = app.blobs.open(known.hash).await?;
    let shown = shown(&known.sniffed);
    let kind = if shown.in_place { "inline" } else { "attachment" };
    let length = [(CONTENT_LENGTH, known.size.to_string())];
    Ok((length, given(bytes, shown.content_type, kind, &known.name)).into_response())
}

/// A file that is to be saved.
pub(in crate::know) fn saved(bytes: File, media: &str, name: &str) -> Response {
    given(bytes, media, "attachment", name)
}

fn given(bytes: File, media: &str, kind: &str, name: &str) -> Response {
    let name = utf8_percent_encode(name, KEPT);
    let headers = [
        (CONTENT_TYPE, media.to_owned()),
        (CONTENT_DISPOSITION, format!("{kind}; filename*=UTF-8''{name}")),
        (CONTENT_SECURITY_POLICY, "default-src 'none'; sandbox".to_owned()),
    ];
    (headers, Body::from_stream(ReaderStream::new(bytes))).into_response()
}

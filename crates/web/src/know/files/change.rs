//! Taking files away and bringing them back.

use axum::response::Redirect;
use domain::know::files::{self, AttachmentId, FileError};

use crate::path::Path;
use crate::{Form, Nothing, Problem, Writer};

/// `POST /files/{id}/remove`: out of sight; for a day it can be brought back.
///
/// # Errors
/// Where there is none, or the database cannot be reached.
pub async fn remove(
    writer: Writer,
    Path(id): Path<AttachmentId>,
    Form(Nothing {}): Form<Nothing>,
) -> Result<Redirect, Problem> {
    let of = writer.write(async move |tx| files::remove(tx, id).await).await?;
    let undo = format!("/files/{id}/restore");
    writer.tell_undoable(writer.say("file-was-removed"), undo);
    Ok(Redirect::to(&format!("/interactions/{of}")))
}

/// `POST /files/{id}/restore`
///
/// # Errors
/// Where there is none, or the database cannot be reached.
pub async fn restore(
    writer: Writer,
    Path(id): Path<AttachmentId>,
    Form(Nothing {}): Form<Nothing>,
) -> Result<Redirect, Problem> {
    match writer.write(async move |tx| files::restore(tx, id).await).await {
        Ok(of) => Ok(Redirect::to(&format!("/interactions/{of}"))),
        Err(FileError::NotKept) => {
            writer.refuse(writer.say("file-not-kept"));
            Ok(Redirect::to("/"))
        }
        Err(FileError::TooMany(_)) => {
            writer.refuse(super::too_many(writer.frame.reader));
            Ok(Redirect::to("/"))
        }
        Err(other) => Err(other.into()),
    }
}

//! Taking files away and bringing them back.

use axum::extract::{Path, State};
use axum::response::Redirect;
use domain::know::files::{self, AttachmentId, FileError};

use crate::cookies::Jar;
use crate::know::customers::edit::Nothing;
use crate::{App, Form, Frame, Notice, Problem, Visitor};

/// `POST /files/{id}/remove`: out of sight; for a day it can be brought back.
///
/// # Errors
/// Where there is none, or the database cannot be reached.
pub async fn remove(
    State(app): State<App>,
    Path(id): Path<AttachmentId>,
    frame: Frame,
    visitor: Visitor,
    jar: Jar,
    Form(Nothing {}): Form<Nothing>,
) -> Result<Redirect, Problem> {
    let who = visitor.actor().ok_or(Problem::SignInNeeded)?;
    let of = app.db.write(who, async move |tx| files::remove(tx, id).await).await?;
    let undo = format!("/files/{id}/restore");
    Notice::undoable(frame.say("file-was-removed"), undo).leave(&visitor, &jar);
    Ok(Redirect::to(&format!("/interactions/{of}")))
}

/// `POST /files/{id}/restore`
///
/// # Errors
/// Where there is none, or the database cannot be reached.
pub async fn restore(
    State(app): State<App>,
    Path(id): Path<AttachmentId>,
    frame: Frame,
    visitor: Visitor,
    jar: Jar,
    Form(Nothing {}): Form<Nothing>,
) -> Result<Redirect, Problem> {
    let who = visitor.actor().ok_or(Problem::SignInNeeded)?;
    match app.db.write(who, async move |tx| files::restore(tx, id).await).await {
        Ok(of) => Ok(Redirect::to(&format!("/interactions/{of}"))),
        Err(FileError::NotKept) => {
            Notice::of(frame.say("file-not-kept")).leave(&visitor, &jar);
            Ok(Redirect::to("/"))
        }
        Err(FileError::TooMany(_)) => {
            Notice::of(super::too_many(frame.reader)).leave(&visitor, &jar);
            Ok(Redirect::to("/"))
        }
        Err(other) => Err(other.into()),
    }
}

//! Changing what was written down.

use axum::extract::Query;
use axum::response::{IntoResponse as _, Redirect, Response};
use domain::know::files::{self, FileError};
use domain::know::interactions::{self, InteractionError, InteractionId};

use super::form::{Sent, Why};
use super::show::NotTaken;
use super::{show, words};
use crate::back::Back;
use crate::know::files as file_pages;
use crate::path::Path;
use crate::upload::{self, Upload};
use crate::{App, Form, Nothing, Page, Problem, Writer};

/// `POST /interactions/{id}`
///
/// # Errors
/// Where there is none, or the database cannot be reached.
pub async fn edit(
    writer: Writer,
    Path(id): Path<InteractionId>,
    Upload { fields: sent, files, refused, .. }: Upload<Sent>,
) -> Result<Response, Problem> {
    let known =
        interactions::interaction(&mut writer.app.db.reader().await?.snapshot(), id).await?;
    let (reader, kind) = (writer.frame.reader, sent.kind()?);
    let read = match &refused {
        Some(refused) => Err(Why::Files(file_pages::refusal(reader, refused))),
        None => sent.read(reader, kind, known.map(|known| known.at)),
    };
    let why = match read {
        Ok(wanted) => {
            let arrived = files.clone();
            let write = async move |tx: &mut store::Tx<'_>| {
                let is_different = interactions::edit(tx, id, &wanted).await?;
                files::attach(tx, id, arrived.clone()).await?;
                Ok::<_, FileError>(is_different)
            };
            match writer.write(write).await {
                Ok(is_different) => {
                    let words = writer.say("interaction-was-edited");
                    let staff = &writer.visitor.house().staff;
                    let words = words::with_nobody(reader, words, &sent.text, staff);
                    if is_different {
                        writer.tell_undoable(words, format!("/interactions/{id}/undo"));
                    } else {
                        writer.tell(words);
                    }
                    return Ok(Redirect::to(&format!("/interactions/{id}")).into_response());
                }
                Err(error) => words::refusal(reader, error)?,
            }
        }
        Err(why) => why,
    };
    let files = upload::keep(&writer, &files).await?;
    let not_taken = NotTaken { sent, why, files };
    let page = show::page(&writer.app, writer.frame, &writer.visitor, id, Some(not_taken)).await?;
    Ok(Page(page).refused())
}

/// `POST /interactions/{id}/undo`: takes back the last edit this person made.
///
/// # Errors
/// Where there is none, or the database cannot be reached.
pub async fn undo(
    writer: Writer,
    Path(id): Path<InteractionId>,
    Form(Nothing {}): Form<Nothing>,
) -> Result<Redirect, Problem> {
    let undone = writer.write(async move |tx| interactions::undo(tx, id).await).await?;
    writer.tell_undone(undone);
    Ok(Redirect::to(&format!("/interactions/{id}")))
}

/// `POST /interactions/{id}/remove`: out of sight, until it is brought back.
///
/// # Errors
/// Where there is none, or the database cannot be reached.
pub async fn remove(
    writer: Writer,
    Path(id): Path<InteractionId>,
    Query(back): Query<Back>,
    Form(Nothing {}): Form<Nothing>,
) -> Result<Redirect, Problem> {
    writer.write(async move |tx| interactions::remove(tx, id).await).await?;
    let words = writer.say("interaction-was-removed");
    let undo = back.with(&format!("/interactions/{id}/restore"));
    writer.tell_undoable(words, undo);
    to_customer(&writer.app, id, back).await
}

/// `POST /interactions/{id}/restore`
///
/// # Errors
/// Where there is none, or the database cannot be reached.
pub async fn restore(
    writer: Writer,
    Path(id): Path<InteractionId>,
    Query(back): Query<Back>,
    Form(Nothing {}): Form<Nothing>,
) -> Result<Redirect, Problem> {
    writer.write(async move |tx| interactions::restore(tx, id).await).await?;
    to_customer(&writer.app, id, back).await
}

/// Where one was, else to whom it was with.
pub(super) async fn to_customer(
    app: &App,
    id: InteractionId,
    back: Back,
) -> Result<Redirect, Problem> {
    let known = interactions::interaction(&mut app.db.reader().await?.snapshot(), id).await?;
    let customer = known.ok_or(Problem::NotFound)?.customer;
    Ok(back.or(&format!("/customers/{customer}")))
}

impl From<InteractionError> for Problem {
    fn from(error: InteractionError) -> Self {
        match error {
            InteractionError::Unknown | InteractionError::NothingToFollow => Problem::NotFound,
            InteractionError::NotStaff => Problem::NotAllowed(None),
            InteractionError::Store(error) => error.into(),
            InteractionError::Customer(error) => error.into(),
            refused @ (InteractionError::Empty
            | InteractionError::TooLong(_)
            | InteractionError::InFuture) => Problem::Malformed(refused.to_string()),
        }
    }
}

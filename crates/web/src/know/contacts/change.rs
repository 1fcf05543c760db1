//! Changing what is known of a contact.

use axum::response::{IntoResponse as _, Redirect, Response};
use domain::know::contacts::{self, ContactId};
use domain::know::customers::Version;

use super::form::Sent;
use super::show;
use crate::path::Path;
use crate::{App, Form, Nothing, Page, Problem, Writer};

/// `POST /contacts/{id}`
///
/// # Errors
/// Where there is none, or the database cannot be reached.
pub async fn edit(
    writer: Writer,
    Path(id): Path<ContactId>,
    Form(sent): Form<Sent>,
) -> Result<Response, Problem> {
    let seen = sent.seen();
    let typed = sent.details();
    let wanted = typed.clone();
    match writer.write(async move |tx| contacts::edit(tx, id, seen, &wanted).await).await {
        Ok(is_different) => {
            if is_different {
                let words = writer.say("contact-was-changed");
                writer.tell_undoable(words, format!("/contacts/{id}/undo"));
            }
            Ok(to_customer(&writer.app, id).await?.into_response())
        }
        Err(error) => {
            let not_taken = Some((seen.unwrap_or(Version(0)), typed, error));
            let page =
                show::page(&writer.app, writer.frame, &writer.visitor, id, not_taken).await?;
            Ok(Page(page).refused())
        }
    }
}

/// `POST /contacts/{id}/undo`: takes back the last change this person made.
///
/// # Errors
/// Where there is none, or the database cannot be reached.
pub async fn undo(
    writer: Writer,
    Path(id): Path<ContactId>,
    Form(Nothing {}): Form<Nothing>,
) -> Result<Redirect, Problem> {
    let undone = writer.write(async move |tx| contacts::undo(tx, id).await).await?;
    writer.tell_undone(undone);
    to_customer(&writer.app, id).await
}

/// `POST /contacts/{id}/remove`: out of sight, until they are brought back.
///
/// # Errors
/// Where there is none, or the database cannot be reached.
pub async fn remove(
    writer: Writer,
    Path(id): Path<ContactId>,
    Form(Nothing {}): Form<Nothing>,
) -> Result<Redirect, Problem> {
    writer.write(async move |tx| contacts::remove(tx, id).await).await?;
    let words = writer.say("contact-was-removed");
    writer.tell_undoable(words, format!("/contacts/{id}/restore"));
    to_customer(&writer.app, id).await
}

/// `POST /contacts/{id}/restore`
///
/// # Errors
/// Where there is none, or the database cannot be reached.
pub async fn restore(
    writer: Writer,
    Path(id): Path<ContactId>,
    Form(Nothing {}): Form<Nothing>,
) -> Result<Redirect, Problem> {
    writer.write(async move |tx| contacts::restore(tx, id).await).await?;
    to_customer(&writer.app, id).await
}

async fn to_customer(app: &App, id: ContactId) -> Result<Redirect, Problem> {
    let known = contacts::contact(&mut app.db.reader().await?.snapshot(), id).await?;
    let customer = known.ok_or(Problem::NotFound)?.customer;
    Ok(Redirect::to(&format!("/customers/{customer}")))
}

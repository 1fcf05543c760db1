//! Changing what is known of a contact.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Redirect, Response};
use domain::know::contacts::{self, ContactId};
use domain::know::customers::Version;

use super::form::Sent;
use super::show;
use crate::cookies::Jar;
use crate::know::customers::edit::Nothing;
use crate::{App, Form, Frame, Notice, Page, Problem, Visitor};

/// `POST /contacts/{id}`
///
/// # Errors
/// Where there is none, or the database cannot be reached.
pub async fn edit(
    State(app): State<App>,
    Path(id): Path<ContactId>,
    frame: Frame,
    visitor: Visitor,
    jar: Jar,
    Form(sent): Form<Sent>,
) -> Result<Response, Problem> {
    let who = visitor.actor().ok_or(Problem::SignInNeeded)?;
    let seen = sent.seen();
    let typed = sent.details();
    let wanted = typed.clone();
    match app.db.write(who, async move |tx| contacts::edit(tx, id, seen, &wanted).await).await {
        Ok(is_different) => {
            if is_different {
                let words = frame.say("contact-was-changed");
                Notice::undoable(words, format!("/contacts/{id}/undo")).leave(&visitor, &jar);
            }
            Ok(to_customer(&app, id).await?.into_response())
        }
        Err(error) => {
            let not_taken = Some((seen.unwrap_or(Version(0)), typed, error));
            let page = show::page(&app, frame, &visitor, id, not_taken).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, Page(page)).into_response())
        }
    }
}

/// `POST /contacts/{id}/undo`: takes back the last change this person made.
///
/// # Errors
/// Where there is none, or the database cannot be reached.
pub async fn undo(
    State(app): State<App>,
    Path(id): Path<ContactId>,
    frame: Frame,
    visitor: Visitor,
    jar: Jar,
    Form(Nothing {}): Form<Nothing>,
) -> Result<Redirect, Problem> {
    let who = visitor.actor().ok_or(Problem::SignInNeeded)?;
    let undone = app.db.write(who, async move |tx| contacts::undo(tx, id).await).await?;
    let key = if undone { "customer-was-undone" } else { "customer-nothing-to-undo" };
    Notice::of(frame.say(key)).leave(&visitor, &jar);
    to_customer(&app, id).await
}

/// `POST /contacts/{id}/remove`: out of sight, until they are brought back.
///
/// # Errors
/// Where there is none, or the database cannot be reached.
pub async fn remove(
    State(app): State<App>,
    Path(id): Path<ContactId>,
    frame: Frame,
    visitor: Visitor,
    jar: Jar,
    Form(Nothing {}): Form<Nothing>,
) -> Result<Redirect, Problem> {
    let who = visitor.actor().ok_or(Problem::SignInNeeded)?;
    app.db.write(who, async move |tx| contacts::remove(tx, id).await).await?;
    let words = frame.say("contact-was-removed");
    Notice::undoable(words, format!("/contacts/{id}/restore")).leave(&visitor, &jar);
    to_customer(&app, id).await
}

/// `POST /contacts/{id}/restore`
///
/// # Errors
/// Where there is none, or the database cannot be reached.
pub async fn restore(
    State(app): State<App>,
    Path(id): Path<ContactId>,
    visitor: Visitor,
    Form(Nothing {}): Form<Nothing>,
) -> Result<Redirect, Problem> {
    let who = visitor.actor().ok_or(Problem::SignInNeeded)?;
    app.db.write(who, async move |tx| contacts::restore(tx, id).await).await?;
    to_customer(&app, id).await
}

async fn to_customer(app: &App, id: ContactId) -> Result<Redirect, Problem> {
    let known = contacts::contact(&mut app.db.reader().await?.snapshot(), id).await?;
    let customer = known.ok_or(Problem::NotFound)?.customer;
    Ok(Redirect::to(&format!("/customers/{customer}")))
}

//! Changing what is known of a customer, a field at a time or several.

use std::collections::HashMap;

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Redirect, Response};
use domain::know::customers::{self, Change, CustomerError, CustomerId, Field, Version};

use super::{inputs, show};
use crate::cookies::Jar;
use crate::{App, Form, Frame, Notice, Page, Problem, Visitor};

/// The field of a form that says which version was seen.
pub const VERSION: &str = "version";

/// `POST /customers/{id}`
///
/// # Errors
/// Where there is no such customer, or the database cannot be reached.
pub async fn edit(
    State(app): State<App>,
    Path(id): Path<CustomerId>,
    frame: Frame,
    visitor: Visitor,
    jar: Jar,
    Form(sent): Form<HashMap<String, String>>,
) -> Result<Response, Problem> {
    let who = visitor.actor().ok_or(Problem::SignInNeeded)?;
    let seen = sent.get(VERSION).and_then(|seen| seen.parse().ok()).map(Version);
    let typed: Vec<(Field, String)> =
        sent.into_iter().filter_map(|(name, value)| Some((Field::named(&name)?, value))).collect();
    let wanted = typed.clone();
    let edited =
        app.db.write(who, async move |tx| customers::edit(tx, id, seen, &wanted).await).await;
    let refused = match edited {
        Ok(changes) => {
            if !changes.is_empty() {
                leave_notice(&frame, &visitor, &jar, id, &changes);
            }
            return Ok(Redirect::to(&format!("/customers/{id}")).into_response());
        }
        Err(CustomerError::Refused(refused)) => {
            refused.into_iter().map(|(f, why)| (f, inputs::refusal(frame.reader, why))).collect()
        }
        Err(CustomerError::ChangedSince) => {
            let why = frame.say("customer-changed-since");
            typed.iter().map(|(field, _)| (*field, why.clone())).collect()
        }
        Err(other) => return Err(other.into()),
    };
    let page = show::page(
        &app,
        frame,
        &visitor,
        id,
        show::Open { typed, refused, ..show::Open::default() },
    )
    .await?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, Page(page)).into_response())
}

/// One field can be taken back with one form.
fn leave_notice(frame: &Frame, visitor: &Visitor, jar: &Jar, id: CustomerId, changes: &[Change]) {
    let names: Vec<String> =
        changes.iter().map(|change| frame.say(&inputs::key(change.field))).collect();
    let phrases = frame.reader.phrases;
    let fields = phrases.list(&names);
    let words = phrases.say_with("customer-was-changed", &[("fields", fields.into())]);
    Notice::undoable(words, format!("/customers/{id}/undo")).leave(visitor, jar);
}

/// `POST /customers/{id}/undo`: takes back the last change that this person
/// made, where nobody has changed the same fields since.
///
/// # Errors
/// Where there is no such customer, or the database cannot be reached.
pub async fn undo(
    State(app): State<App>,
    Path(id): Path<CustomerId>,
    frame: Frame,
    visitor: Visitor,
    jar: Jar,
    Form(Nothing {}): Form<Nothing>,
) -> Result<Redirect, Problem> {
    let who = visitor.actor().ok_or(Problem::SignInNeeded)?;
    let undone = app.db.write(who, async move |tx| customers::undo(tx, id).await).await?;
    let key = if undone.is_empty() { "customer-nothing-to-undo" } else { "customer-was-undone" };
    Notice::of(frame.say(key)).leave(&visitor, &jar);
    Ok(Redirect::to(&format!("/customers/{id}")))
}

/// A form with a button alone.
#[derive(serde::Deserialize)]
pub struct Nothing {}

//! Changing what is known of a customer, a field at a time or several.

use std::collections::HashMap;

use axum::response::{IntoResponse as _, Redirect, Response};
use domain::know::customers::{self, Change, CustomerError, CustomerId, Field, Version};

use super::{inputs, show};
use crate::path::Path;
use crate::{Form, Nothing, Page, Problem, Writer};

/// The field of a form that says which version was seen.
pub const VERSION: &str = "version";

/// `POST /customers/{id}`
///
/// # Errors
/// Where there is no such customer, or the database cannot be reached.
pub async fn edit(
    writer: Writer,
    Path(id): Path<CustomerId>,
    Form(sent): Form<HashMap<String, String>>,
) -> Result<Response, Problem> {
    let seen = sent.get(VERSION).and_then(|seen| seen.parse().ok()).map(Version);
    let typed: Vec<(Field, String)> =
        sent.into_iter().filter_map(|(name, value)| Some((Field::named(&name)?, value))).collect();
    let wanted = typed.clone();
    let edited = writer.write(async move |tx| customers::edit(tx, id, seen, &wanted).await).await;
    let refused = match edited {
        Ok(changes) => {
            if !changes.is_empty() {
                tell(&writer, id, &changes);
            }
            return Ok(Redirect::to(&format!("/customers/{id}")).into_response());
        }
        Err(CustomerError::Refused(refused)) => refused
            .into_iter()
            .map(|(f, why)| (f, inputs::refusal_of(writer.frame.reader, f, why)))
            .collect(),
        Err(CustomerError::ChangedSince) => {
            let why = writer.say("customer-changed-since");
            typed.iter().map(|(field, _)| (*field, why.clone())).collect()
        }
        Err(other) => return Err(other.into()),
    };
    let page = show::page(
        &writer.app,
        writer.frame,
        &writer.visitor,
        id,
        show::Open { typed, refused, ..show::Open::default() },
    )
    .await?;
    Ok(Page(page).refused())
}

/// One field can be taken back with one form.
fn tell(writer: &Writer, id: CustomerId, changes: &[Change]) {
    let names: Vec<String> =
        changes.iter().map(|change| writer.say(&inputs::key(change.field))).collect();
    let phrases = writer.phrases();
    let fields = phrases.list(&names);
    let words = phrases.say_with("customer-was-changed", &[("fields", fields.into())]);
    writer.tell_undoable(words, format!("/customers/{id}/undo"));
}

/// `POST /customers/{id}/undo`: takes back the last change that this person
/// made, where nobody has changed the same fields since.
///
/// # Errors
/// Where there is no such customer, or the database cannot be reached.
pub async fn undo(
    writer: Writer,
    Path(id): Path<CustomerId>,
    Form(Nothing {}): Form<Nothing>,
) -> Result<Redirect, Problem> {
    let undone = writer.write(async move |tx| customers::undo(tx, id).await).await?;
    writer.tell_undone(!undone.is_empty());
    Ok(Redirect::to(&format!("/customers/{id}")))
}

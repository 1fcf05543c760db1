//! Marking a customer, and taking a mark away.

use axum::response::{IntoResponse as _, Redirect, Response};
use domain::know::customers::{CustomerError, CustomerId};
use domain::know::tags::{self, LONGEST, MOST, TagError};
use serde::Deserialize;

use crate::know::customers::show;
use crate::path::Path;
use crate::{Form, Nothing, Page, Problem, Reader, Writer};

/// What the form sends.
#[derive(Deserialize)]
pub struct Typed {
    tag: String,
}

/// `POST /customers/{id}/tags`
///
/// # Errors
/// Where there is no such customer, or the database cannot be reached.
pub async fn add(
    writer: Writer,
    Path(id): Path<CustomerId>,
    Form(Typed { tag }): Form<Typed>,
) -> Result<Response, Problem> {
    let word = tag.clone();
    let added = writer.write(async move |tx| tags::add(tx, id, &word).await).await;
    match added {
        Ok(is_new) => {
            if is_new {
                let words =
                    writer.phrases().say_with("tag-was-added", &[("tag", tag.trim().into())]);
                let back = path(id, &tag, "remove");
                writer.tell_undoable(words, back);
            }
            Ok(Redirect::to(&format!("/customers/{id}")).into_response())
        }
        Err(error) => {
            let why = refusal(writer.frame.reader, error)?;
            let open = show::Open { tag: Some((tag, why)), ..show::Open::default() };
            let page = show::page(&writer.app, writer.frame, &writer.visitor, id, open).await?;
            Ok(Page(page).refused())
        }
    }
}

/// `POST /customers/{id}/tags/{tag}/remove`
///
/// # Errors
/// Where the database cannot be reached.
pub async fn remove(
    writer: Writer,
    Path((id, tag)): Path<(CustomerId, String)>,
    Form(Nothing {}): Form<Nothing>,
) -> Result<Redirect, Problem> {
    let word = tag.clone();
    let removed = writer.write(async move |tx| tags::remove(tx, id, &word).await).await;
    match removed {
        Ok(true) => {
            let words =
                writer.phrases().say_with("tag-was-removed", &[("tag", tag.as_str().into())]);
            writer.tell_undoable(words, path(id, &tag, "restore"));
        }
        Ok(false) => {}
        Err(error) => drop(refusal(writer.frame.reader, error)?),
    }
    Ok(Redirect::to(&format!("/customers/{id}")))
}

/// `POST /customers/{id}/tags/{tag}/restore`
///
/// # Errors
/// Where there is no such customer, or the database cannot be reached.
pub async fn restore(
    writer: Writer,
    Path((id, tag)): Path<(CustomerId, String)>,
    Form(Nothing {}): Form<Nothing>,
) -> Result<Redirect, Problem> {
    let added = writer.write(async move |tx| tags::add(tx, id, &tag).await).await;
    if let Err(error) = added {
        drop(refusal(writer.frame.reader, error)?);
    }
    Ok(Redirect::to(&format!("/customers/{id}")))
}

/// Why something was not taken.
///
/// # Errors
/// Where it is no fault of what was typed.
pub fn refusal(reader: Reader, error: TagError) -> Result<String, Problem> {
    let number = |number: usize| u32::try_from(number).unwrap_or(u32::MAX).into();
    match error {
        TagError::NotOne(_) => {
            Ok(reader.phrases.say_with("tag-not-one", &[("longest", number(LONGEST))]))
        }
        TagError::TooMany => Ok(reader.phrases.say_with("tag-too-many", &[("most", number(MOST))])),
        TagError::Customer(CustomerError::Store(error)) | TagError::Store(error) => {
            Err(error.into())
        }
        TagError::Customer(error) => Err(error.into()),
    }
}

/// A tag is a part of the path, as it is escaped there.
fn path(id: CustomerId, tag: &str, what: &str) -> String {
    let Ok(tag) = askama::filters::urlencode_strict(tag.trim());
    format!("/customers/{id}/tags/{tag}/{what}")
}

//! Marking a customer, and taking a mark away.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Redirect, Response};
use domain::know::customers::{CustomerError, CustomerId};
use domain::know::tags::{self, LONGEST, MOST, TagError};
use serde::Deserialize;

use crate::cookies::Jar;
use crate::know::customers::edit::Nothing;
use crate::know::customers::show;
use crate::{App, Form, Frame, Notice, Page, Problem, Reader, Visitor};

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
    State(app): State<App>,
    Path(id): Path<CustomerId>,
    frame: Frame,
    visitor: Visitor,
    jar: Jar,
    Form(Typed { tag }): Form<Typed>,
) -> Result<Response, Problem> {
    let who = visitor.actor().ok_or(Problem::SignInNeeded)?;
    let word = tag.clone();
    let added = app.db.write(who, async move |tx| tags::add(tx, id, &word).await).await;
    match added {
        Ok(is_new) => {
            if is_new {
                let words =
                    frame.phrases().say_with("tag-was-added", &[("tag", tag.trim().into())]);
                let back = path(id, &tag, "remove");
                Notice::undoable(words, back).leave(&visitor, &jar);
            }
            Ok(Redirect::to(&format!("/customers/{id}")).into_response())
        }
        Err(error) => {
            let why = refusal(frame.reader, error)?;
            let open = show::Open { tag: Some((tag, why)), ..show::Open::default() };
            let page = show::page(&app, frame, &visitor, id, open).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, Page(page)).into_response())
        }
    }
}

/// `POST /customers/{id}/tags/{tag}/remove`
///
/// # Errors
/// Where the database cannot be reached.
pub async fn remove(
    State(app): State<App>,
    Path((id, tag)): Path<(CustomerId, String)>,
    frame: Frame,
    visitor: Visitor,
    jar: Jar,
    Form(Nothing {}): Form<Nothing>,
) -> Result<Redirect, Problem> {
    let who = visitor.actor().ok_or(Problem::SignInNeeded)?;
    let word = tag.clone();
    let removed = app.db.write(who, async move |tx| tags::remove(tx, id, &word).await).await;
    match removed {
        Ok(true) => {
            let words =
                frame.phrases().say_with("tag-was-removed", &[("tag", tag.as_str().into())]);
            Notice::undoable(words, path(id, &tag, "restore")).leave(&visitor, &jar);
        }
        Ok(false) => {}
        Err(error) => drop(refusal(frame.reader, error)?),
    }
    Ok(Redirect::to(&format!("/customers/{id}")))
}

/// `POST /customers/{id}/tags/{tag}/restore`
///
/// # Errors
/// Where there is no such customer, or the database cannot be reached.
pub async fn restore(
    State(app): State<App>,
    Path((id, tag)): Path<(CustomerId, String)>,
    frame: Frame,
    visitor: Visitor,
    Form(Nothing {}): Form<Nothing>,
) -> Result<Redirect, Problem> {
    let who = visitor.actor().ok_or(Problem::SignInNeeded)?;
    let added = app.db.write(who, async move |tx| tags::add(tx, id, &tag).await).await;
    if let Err(error) = added {
        drop(refusal(frame.reader, error)?);
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

//! Sending files of orders.

use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse as _, Redirect, Response};
use domain::know::imports;
use domain::know::uploads::{self, UploadError};
use serde::Deserialize;

use super::OrderFiles;
use crate::components::{Input, Steps};
use crate::upload::{FILES, Refused, Upload};
use crate::{App, Frame, Page, Problem, Writer};

/// The page.
#[derive(Template)]
#[template(path = "know/uploads/new.html")]
pub struct New {
    frame: Frame,
    steps: Steps,
    source: Input,
    error: Option<String>,
}

/// What the form sends beside files.
#[derive(Debug, Default, Deserialize)]
pub struct Sent {
    #[serde(default)]
    source: String,
}

/// `GET /imports/new`
///
/// # Errors
/// Where the database cannot be reached.
pub async fn show(State(app): State<App>, frame: Frame) -> Result<Page<New>, Problem> {
    let usual = imports::usual_source(&mut app.db.reader().await?.snapshot()).await?;
    Ok(Page(page(frame, &usual, None)))
}

fn page(frame: Frame, source: &str, error: Option<String>) -> New {
    New {
        steps: super::words::steps(frame.reader, None),
        source: Input {
            value: source.to_owned(),
            hint: Some(frame.say("upload-source-hint")),
            ..Input::line("source", frame.say("imports-source"))
        },
        error,
        frame,
    }
}

/// `POST /imports`
///
/// # Errors
/// Where the database cannot be reached.
pub async fn send(
    writer: Writer,
    Upload { fields: sent, files, refused, .. }: Upload<Sent, OrderFiles>,
) -> Result<Response, Problem> {
    let (me, source) = (writer.account.id, sent.source.clone());
    let why = match refused {
        Some(Refused::TooLarge(name)) => {
            writer.phrases().say_with("upload-too-large", &[("name", name.as_str().into())])
        }
        Some(Refused::TooMany) => writer.say("upload-too-many"),
        None => {
            let send =
                async move |tx: &mut store::Tx<'_>| uploads::send(tx, me, &source, &files).await;
            match writer.write(send).await {
                Ok(id) => return Ok(Redirect::to(&format!("/uploads/{id}")).into_response()),
                Err(UploadError::NoFiles) => writer.say("upload-no-files"),
                Err(error) => return Err(error.into()),
            }
        }
    };
    Ok(Page(page(writer.frame, &sent.source, Some(why))).refused())
}

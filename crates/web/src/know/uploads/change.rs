//! Reading files in another way, bringing them into the record, or not.

use axum::response::{IntoResponse as _, Redirect, Response};
use domain::know::imports::{HowRead, ImportError};
use domain::know::uploads::{self, Findings, Upload, UploadError, UploadId};
use serde::Deserialize;

use super::{mapping, show};
use crate::path::Path;
use crate::{App, Form, Nothing, Page, Problem, Writer};

/// `POST /uploads/{id}`
///
/// # Errors
/// Where there are no such files, or the database cannot be reached.
pub async fn read_as(
    writer: Writer,
    Path(id): Path<UploadId>,
    Form(sent): Form<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    let (known, names) = known(&writer.app, id).await?;
    match mapping::read(&known.found, &sent)? {
        Ok(how) => look_again(&writer, id, how).await,
        Err(refused) => Ok(Page(show::page(writer.frame, known, &names, Some(&refused))).refused()),
    }
}

/// Which answer was chosen, or of which remark the other reading.
#[derive(Deserialize)]
pub struct Chosen {
    answer: Option<usize>,
    instead: Option<usize>,
}

impl Chosen {
    fn how(&self, found: &Findings) -> Option<HowRead> {
        let asked = found.question.as_ref();
        let answered = self.answer.and_then(|at| asked?.answers.get(at)).map(|to| &to.how);
        let rather = self.instead.and_then(|at| found.notes.get(at)?.instead.as_ref());
        answered.or(rather).cloned()
    }
}

/// `POST /uploads/{id}/answer`
///
/// # Errors
/// Where there are no such files, or the database cannot be reached.
pub async fn answer(
    writer: Writer,
    Path(id): Path<UploadId>,
    Form(chosen): Form<Chosen>,
) -> Result<Response, Problem> {
    let (known, _) = known(&writer.app, id).await?;
    match chosen.how(&known.found) {
        Some(how) => look_again(&writer, id, how).await,
        None => Ok(back(id)),
    }
}

/// `POST /uploads/{id}/import`
///
/// # Errors
/// Where there are no such files, or the database cannot be reached.
pub async fn import(
    writer: Writer,
    Path(id): Path<UploadId>,
    Form(Nothing {}): Form<Nothing>,
) -> Result<Response, Problem> {
    match writer.write(async move |tx| uploads::import(tx, id).await).await {
        Ok(import) => Ok(Redirect::to(&format!("/imports/{import}")).into_response()),
        Err(UploadError::Import(ImportError::AnotherIsOpen(other))) => {
            writer.refuse(writer.say("upload-another-is-open"));
            Ok(Redirect::to(&format!("/imports/{other}")).into_response())
        }
        Err(error) => not_now(&writer, id, error),
    }
}

/// `POST /uploads/{id}/discard`
///
/// # Errors
/// Where there are no such files, or the database cannot be reached.
pub async fn discard(
    writer: Writer,
    Path(id): Path<UploadId>,
    Form(Nothing {}): Form<Nothing>,
) -> Result<Response, Problem> {
    match writer.write(async move |tx| uploads::discard(tx, id).await).await {
        Ok(()) => {
            writer.tell(writer.say("upload-was-discarded"));
            Ok(Redirect::to("/imports").into_response())
        }
        Err(error) => not_now(&writer, id, error),
    }
}

async fn look_again(writer: &Writer, id: UploadId, how: HowRead) -> Result<Response, Problem> {
    match writer.write(async move |tx| uploads::read_as(tx, id, &how).await).await {
        Ok(()) => Ok(back(id)),
        Err(error) => not_now(writer, id, error),
    }
}

/// Back to the page, where it says how far the files are.
fn not_now(writer: &Writer, id: UploadId, error: UploadError) -> Result<Response, Problem> {
    match error {
        UploadError::NotNow => {
            writer.refuse(writer.say("upload-not-now"));
            Ok(back(id))
        }
        error => Err(error.into()),
    }
}

async fn known(app: &App, id: UploadId) -> Result<(Upload, Vec<String>), Problem> {
    let mut reader = app.db.reader().await?;
    let snapshot = &mut reader.snapshot();
    let known = uploads::upload(snapshot, id).await?.ok_or(Problem::NotFound)?;
    let files = uploads::uploaded(snapshot, id).await?;
    Ok((known, files.into_iter().map(|file| file.name).collect()))
}

fn back(id: UploadId) -> Response {
    Redirect::to(&format!("/uploads/{id}")).into_response()
}

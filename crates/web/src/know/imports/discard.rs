//! Giving an import up that is not in the record.

use axum::response::Redirect;
use domain::know::imports::{self, ImportError, ImportId};
use domain::know::uploads::{self, UploadError};

use crate::path::Path;
use crate::{Form, Nothing, Problem, Writer};

/// `POST /imports/{id}/discard`
///
/// # Errors
/// Where there is none, or the database cannot be reached.
pub async fn discard(
    writer: Writer,
    Path(id): Path<ImportId>,
    Form(Nothing {}): Form<Nothing>,
) -> Result<Redirect, Problem> {
    let discard = async move |tx: &mut store::Tx<'_>| match uploads::of_import(tx, id).await? {
        Some(upload) => uploads::discard(tx, upload.id).await,
        None => Ok(imports::discard(tx, id).await?),
    };
    match writer.write(discard).await {
        Ok(()) => writer.tell(writer.say("upload-was-discarded")),
        Err(UploadError::NotNow | UploadError::Import(ImportError::NotPossible(_))) => {
            writer.refuse(writer.say("upload-not-now"));
        }
        Err(error) => return Err(error.into()),
    }
    Ok(Redirect::to(&format!("/imports/{id}")))
}

//! Taking an import back.

use axum::response::Redirect;
use domain::know::imports::{self, ImportError, ImportId};

use crate::path::Path;
use crate::{Form, Nothing, Problem, Writer};

/// `POST /imports/{id}/undo`
///
/// # Errors
/// Where there is none, or the database cannot be reached.
pub async fn undo(
    writer: Writer,
    Path(id): Path<ImportId>,
    Form(Nothing {}): Form<Nothing>,
) -> Result<Redirect, Problem> {
    match writer.write(async move |tx| imports::undo(tx, id).await).await {
        Ok(_) => writer.tell(writer.say("import-was-undone")),
        Err(ImportError::NotPossible(state)) => {
            let state = writer.say(&format!("import-is-{}", state.name()));
            let words = [("state", state.into())];
            writer.refuse(writer.phrases().say_with("import-not-possible", &words));
        }
        Err(ImportError::BroughtNothing) => {
            writer.refuse(writer.say("import-brought-nothing"));
        }
        Err(error) => return Err(error.into()),
    }
    Ok(Redirect::to(&format!("/imports/{id}")))
}

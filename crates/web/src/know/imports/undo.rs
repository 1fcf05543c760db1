//! Taking an import back.

use axum::extract::{Path, State};
use axum::response::Redirect;
use domain::know::imports::{self, ImportError, ImportId};

use crate::cookies::Jar;
use crate::know::customers::edit::Nothing;
use crate::{App, Form, Frame, Notice, Problem, Visitor};

/// `POST /imports/{id}/undo`
///
/// # Errors
/// Where there is none, or the database cannot be reached.
pub async fn undo(
    State(app): State<App>,
    Path(id): Path<ImportId>,
    frame: Frame,
    visitor: Visitor,
    jar: Jar,
    Form(Nothing {}): Form<Nothing>,
) -> Result<Redirect, Problem> {
    let who = visitor.actor().ok_or(Problem::SignInNeeded)?;
    let words = match app.db.write(who, async move |tx| imports::undo(tx, id).await).await {
        Ok(_) => frame.say("import-is-undone"),
        Err(ImportError::NotPossible(state)) => {
            let state = frame.say(&format!("import-is-{}", state.name()));
            frame.reader.phrases.say_with("import-not-possible", &[("state", state.into())])
        }
        Err(error) => return Err(error.into()),
    };
    Notice::of(words).leave(&visitor, &jar);
    Ok(Redirect::to(&format!("/imports/{id}")))
}

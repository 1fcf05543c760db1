//! Making, renaming and removing teams.

use axum::extract::Path;
use axum::response::Redirect;
use domain::office::teams::{self, TeamError, TeamId};
use serde::Deserialize;

use crate::{Form, Nothing, Problem, Writer};

/// What a team is to be called.
#[derive(Deserialize)]
pub struct Called {
    team: String,
}

/// `POST /settings/teams`
///
/// # Errors
/// Where the database cannot be reached.
pub async fn make(
    writer: Writer,
    Form(Called { team }): Form<Called>,
) -> Result<Redirect, Problem> {
    let made = writer.write(async move |tx| teams::make(tx, &team).await).await;
    told(&writer, made.map(drop), "team-was-made")
}

/// `POST /settings/teams/{id}`
///
/// # Errors
/// Where there is none, or the database cannot be reached.
pub async fn rename(
    writer: Writer,
    Path(id): Path<TeamId>,
    Form(Called { team }): Form<Called>,
) -> Result<Redirect, Problem> {
    let renamed = writer.write(async move |tx| teams::rename(tx, id, &team).await).await;
    told(&writer, renamed, "team-was-renamed")
}

/// `POST /settings/teams/{id}/remove`
///
/// # Errors
/// Where there is none, or the database cannot be reached.
pub async fn remove(
    writer: Writer,
    Path(id): Path<TeamId>,
    Form(Nothing {}): Form<Nothing>,
) -> Result<Redirect, Problem> {
    let removed = writer.write(async move |tx| teams::remove(tx, id).await).await;
    told(&writer, removed, "team-was-removed")
}

/// Says what was done, or why the name cannot be.
fn told(
    writer: &Writer,
    done: Result<(), TeamError>,
    key: &'static str,
) -> Result<Redirect, Problem> {
    let key = match done {
        Ok(()) => key,
        Err(TeamError::NoName) => "team-no-name",
        Err(TeamError::NameTaken(_)) => "team-name-taken",
        Err(error) => return Err(error.into()),
    };
    writer.tell(writer.say(key));
    Ok(Redirect::to("/settings/users"))
}

impl From<TeamError> for Problem {
    fn from(error: TeamError) -> Self {
        match error {
            TeamError::Unknown => Problem::NotFound,
            TeamError::Store(error) => error.into(),
            refused @ (TeamError::NoName | TeamError::NameTaken(_)) => {
                Problem::Malformed(refused.to_string())
            }
        }
    }
}

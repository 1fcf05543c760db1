//! Making, renaming and removing teams.

use axum::response::{IntoResponse as _, Redirect, Response};
use domain::office::teams::{self, TeamError, TeamId};
use serde::Deserialize;

use super::page;
use crate::path::Path;
use crate::{Form, Nothing, Page, Problem, Writer};

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
) -> Result<Response, Problem> {
    let typed = team.clone();
    let made = writer.write(async move |tx| teams::make(tx, &team).await).await;
    told(writer, made.map(drop), "team-was-made", (None, typed)).await
}

/// `POST /settings/teams/{id}`
///
/// # Errors
/// Where there is none, or the database cannot be reached.
pub async fn rename(
    writer: Writer,
    Path(id): Path<TeamId>,
    Form(Called { team }): Form<Called>,
) -> Result<Response, Problem> {
    let typed = team.clone();
    let renamed = writer.write(async move |tx| teams::rename(tx, id, &team).await).await;
    told(writer, renamed, "team-was-renamed", (Some(id), typed)).await
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
    writer.write(async move |tx| teams::remove(tx, id).await).await?;
    writer.tell(writer.say("team-was-removed"));
    Ok(Redirect::to("/settings/users"))
}

/// Says what was done, or shows the name that was typed again, for a new team
/// or one there is, and why it cannot be.
async fn told(
    writer: Writer,
    done: Result<(), TeamError>,
    key: &'static str,
    (team, typed): (Option<TeamId>, String),
) -> Result<Response, Problem> {
    let why = match done {
        Ok(()) => {
            writer.tell(writer.say(key));
            return Ok(Redirect::to("/settings/users").into_response());
        }
        Err(TeamError::NoName) => writer.say("team-no-name"),
        Err(TeamError::NameTaken(_)) => writer.say("team-name-taken"),
        Err(error) => return Err(error.into()),
    };
    let mut page = page(&writer.app, writer.frame, &writer.visitor).await?;
    page.refuse_team(team, typed, why);
    Ok(Page(page).refused())
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

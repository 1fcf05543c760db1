//! Making, renaming and removing teams.

use axum::extract::{Path, State};
use axum::response::Redirect;
use domain::office::teams::{self, TeamError, TeamId};
use serde::Deserialize;

use crate::cookies::Jar;
use crate::know::customers::edit::Nothing;
use crate::{App, Form, Frame, Notice, Problem, Visitor};

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
    State(app): State<App>,
    frame: Frame,
    visitor: Visitor,
    jar: Jar,
    Form(Called { team }): Form<Called>,
) -> Result<Redirect, Problem> {
    let who = visitor.actor().ok_or(Problem::SignInNeeded)?;
    let made = app.db.write(who, async move |tx| teams::make(tx, &team).await).await;
    told(&frame, &visitor, &jar, made.map(drop), "team-was-made")
}

/// `POST /settings/teams/{id}`
///
/// # Errors
/// Where there is none, or the database cannot be reached.
pub async fn rename(
    State(app): State<App>,
    Path(id): Path<TeamId>,
    frame: Frame,
    visitor: Visitor,
    jar: Jar,
    Form(Called { team }): Form<Called>,
) -> Result<Redirect, Problem> {
    let who = visitor.actor().ok_or(Problem::SignInNeeded)?;
    let renamed = app.db.write(who, async move |tx| teams::rename(tx, id, &team).await).await;
    told(&frame, &visitor, &jar, renamed, "team-was-renamed")
}

/// `POST /settings/teams/{id}/remove`
///
/// # Errors
/// Where there is none, or the database cannot be reached.
pub async fn remove(
    State(app): State<App>,
    Path(id): Path<TeamId>,
    frame: Frame,
    visitor: Visitor,
    jar: Jar,
    Form(Nothing {}): Form<Nothing>,
) -> Result<Redirect, Problem> {
    let who = visitor.actor().ok_or(Problem::SignInNeeded)?;
    let removed = app.db.write(who, async move |tx| teams::remove(tx, id).await).await;
    told(&frame, &visitor, &jar, removed, "team-was-removed")
}

/// Says what was done, or why the name cannot be.
fn told(
    frame: &Frame,
    visitor: &Visitor,
    jar: &Jar,
    done: Result<(), TeamError>,
    key: &'static str,
) -> Result<Redirect, Problem> {
    let key = match done {
        Ok(()) => key,
        Err(TeamError::NoName) => "team-no-name",
        Err(TeamError::NameTaken(_)) => "team-name-taken",
        Err(error) => return Err(error.into()),
    };
    Notice::of(frame.say(key)).leave(visitor, jar);
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

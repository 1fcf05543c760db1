//! What becomes of follow-ups.

use axum::extract::{Path, Query, State};
use axum::response::Redirect;
use chrono::NaiveDate;
use domain::know::interactions::{self, FollowUp, Following, InteractionId};

use super::change::to_customer;
use crate::back::Back;
use crate::cookies::Jar;
use crate::know::customers::edit::Nothing;
use crate::{App, Form, Frame, Notice, Problem, Visitor};

/// `POST /interactions/{id}/done`: what was to follow did.
///
/// # Errors
/// Where there is none, or the database cannot be reached.
pub async fn done(
    State(app): State<App>,
    Path(id): Path<InteractionId>,
    Query(back): Query<Back>,
    frame: Frame,
    visitor: Visitor,
    jar: Jar,
    Form(Nothing {}): Form<Nothing>,
) -> Result<Redirect, Problem> {
    say(&app, &visitor, id, Following::Done).await?;
    let undo = back.with(&format!("/interactions/{id}/open"));
    Notice::undoable(frame.say("interaction-is-followed"), undo).leave(&visitor, &jar);
    to_customer(&app, id, back).await
}

/// `POST /interactions/{id}/open`: it did not after all.
///
/// # Errors
/// Where there is none, or the database cannot be reached.
pub async fn open(
    State(app): State<App>,
    Path(id): Path<InteractionId>,
    Query(back): Query<Back>,
    visitor: Visitor,
    Form(Nothing {}): Form<Nothing>,
) -> Result<Redirect, Problem> {
    say(&app, &visitor, id, Following::Open).await?;
    to_customer(&app, id, back).await
}

/// `POST /interactions/{id}/due/{day}`: it is to follow on this day.
///
/// # Errors
/// Where there is none, or the database cannot be reached.
pub async fn put_off(
    State(app): State<App>,
    Path((id, day)): Path<(InteractionId, NaiveDate)>,
    Query(back): Query<Back>,
    frame: Frame,
    visitor: Visitor,
    jar: Jar,
    Form(Nothing {}): Form<Nothing>,
) -> Result<Redirect, Problem> {
    let was = say(&app, &visitor, id, Following::On(day)).await?;
    if was.on != day {
        let day = frame.reader.phrases.day(day.into());
        let words = frame.reader.phrases.say_with("interaction-follows", &[("day", day.into())]);
        let undo = back.with(&format!("/interactions/{id}/due/{}", was.on));
        Notice::undoable(words, undo).leave(&visitor, &jar);
    }
    to_customer(&app, id, back).await
}

async fn say(
    app: &App,
    visitor: &Visitor,
    id: InteractionId,
    said: Following,
) -> Result<FollowUp, Problem> {
    let who = visitor.actor().ok_or(Problem::SignInNeeded)?;
    let write = async move |tx: &mut store::Tx<'_>| interactions::follow_up(tx, id, said).await;
    Ok(app.db.write(who, write).await?)
}

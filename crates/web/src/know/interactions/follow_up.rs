//! What becomes of follow-ups.

use axum::extract::Query;
use axum::response::Redirect;
use chrono::NaiveDate;
use domain::know::interactions::{self, FollowUp, Following, InteractionId};

use super::change::to_customer;
use crate::back::Back;
use crate::path::Path;
use crate::{Form, Nothing, Problem, Writer};

/// `POST /interactions/{id}/done`: what was to follow did.
///
/// # Errors
/// Where there is none, or the database cannot be reached.
pub async fn done(
    writer: Writer,
    Path(id): Path<InteractionId>,
    Query(back): Query<Back>,
    Form(Nothing {}): Form<Nothing>,
) -> Result<Redirect, Problem> {
    say(&writer, id, Following::Done).await?;
    let undo = back.with(&format!("/interactions/{id}/open"));
    writer.tell_undoable(writer.say("interaction-is-followed"), undo);
    to_customer(&writer.app, id, back).await
}

/// `POST /interactions/{id}/open`: it did not after all.
///
/// # Errors
/// Where there is none, or the database cannot be reached.
pub async fn open(
    writer: Writer,
    Path(id): Path<InteractionId>,
    Query(back): Query<Back>,
    Form(Nothing {}): Form<Nothing>,
) -> Result<Redirect, Problem> {
    say(&writer, id, Following::Open).await?;
    to_customer(&writer.app, id, back).await
}

/// `POST /interactions/{id}/due/{day}`: it is to follow on this day.
///
/// # Errors
/// Where there is none, or the database cannot be reached.
pub async fn put_off(
    writer: Writer,
    Path((id, day)): Path<(InteractionId, NaiveDate)>,
    Query(back): Query<Back>,
    Form(Nothing {}): Form<Nothing>,
) -> Result<Redirect, Problem> {
    let was = say(&writer, id, Following::On(day)).await?;
    if was.on != day {
        let day = writer.phrases().day(day.into());
        let words = writer.phrases().say_with("interaction-follows", &[("day", day.into())]);
        let undo = back.with(&format!("/interactions/{id}/due/{}", was.on));
        writer.tell_undoable(words, undo);
    }
    to_customer(&writer.app, id, back).await
}

async fn say(writer: &Writer, id: InteractionId, said: Following) -> Result<FollowUp, Problem> {
    let write = async move |tx: &mut store::Tx<'_>| interactions::follow_up(tx, id, said).await;
    Ok(writer.write(write).await?)
}

//! What somebody has read of where they were mentioned.

use axum::extract::{Path, Query, State};
use axum::response::Redirect;
use domain::know::interactions::{self, InteractionId};

use crate::back::Back;
use crate::cookies::Jar;
use crate::know::customers::edit::Nothing;
use crate::{App, Form, Frame, Notice, Problem, Visitor};

/// `POST /interactions/{id}/read`: I have read where I was mentioned.
///
/// # Errors
/// Where I was not mentioned there, or the database cannot be reached.
pub async fn read(
    State(app): State<App>,
    Path(id): Path<InteractionId>,
    Query(back): Query<Back>,
    frame: Frame,
    visitor: Visitor,
    jar: Jar,
    Form(Nothing {}): Form<Nothing>,
) -> Result<Redirect, Problem> {
    mark(&app, &visitor, id, true).await?;
    let undo = back.with(&format!("/interactions/{id}/unread"));
    Notice::undoable(frame.say("mention-was-read"), undo).leave(&visitor, &jar);
    Ok(back.or("/"))
}

/// `POST /interactions/{id}/unread`: I want to read it again.
///
/// # Errors
/// Where I was not mentioned there, or the database cannot be reached.
pub async fn unread(
    State(app): State<App>,
    Path(id): Path<InteractionId>,
    Query(back): Query<Back>,
    visitor: Visitor,
    Form(Nothing {}): Form<Nothing>,
) -> Result<Redirect, Problem> {
    mark(&app, &visitor, id, false).await?;
    Ok(back.or("/"))
}

async fn mark(
    app: &App,
    visitor: &Visitor,
    id: InteractionId,
    is_read: bool,
) -> Result<(), Problem> {
    let who = visitor.actor().ok_or(Problem::SignInNeeded)?;
    let me = visitor.account().ok_or(Problem::SignInNeeded)?.id;
    let write =
        async move |tx: &mut store::Tx<'_>| interactions::read_mention(tx, id, me, is_read).await;
    Ok(app.db.write(who, write).await?)
}

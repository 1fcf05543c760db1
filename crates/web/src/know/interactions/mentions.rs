//! What somebody has read of where they were mentioned.

use axum::extract::Query;
use axum::response::Redirect;
use domain::know::interactions::{self, InteractionId};

use crate::back::Back;
use crate::path::Path;
use crate::{Form, Nothing, Problem, Writer};

/// `POST /interactions/{id}/read`: I have read where I was mentioned.
///
/// # Errors
/// Where I was not mentioned there, or the database cannot be reached.
pub async fn read(
    writer: Writer,
    Path(id): Path<InteractionId>,
    Query(back): Query<Back>,
    Form(Nothing {}): Form<Nothing>,
) -> Result<Redirect, Problem> {
    mark(&writer, id, true).await?;
    let undo = back.with(&format!("/interactions/{id}/unread"));
    writer.tell_undoable(writer.say("mention-was-read"), undo);
    Ok(back.or("/"))
}

/// `POST /interactions/{id}/unread`: I want to read it again.
///
/// # Errors
/// Where I was not mentioned there, or the database cannot be reached.
pub async fn unread(
    writer: Writer,
    Path(id): Path<InteractionId>,
    Query(back): Query<Back>,
    Form(Nothing {}): Form<Nothing>,
) -> Result<Redirect, Problem> {
    mark(&writer, id, false).await?;
    Ok(back.or("/"))
}

async fn mark(writer: &Writer, id: InteractionId, is_read: bool) -> Result<(), Problem> {
    let me = writer.account.id;
    let write =
        async move |tx: &mut store::Tx<'_>| interactions::read_mention(tx, id, me, is_read).await;
    Ok(writer.write(write).await?)
}

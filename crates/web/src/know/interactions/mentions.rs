//! Who can be mentioned, and what somebody has read of where they were.

use askama::Template;
use axum::extract::Query;
use axum::response::Redirect;
use domain::know::interactions::{self, InteractionId};
use domain::office::staff::Account;
use serde::Deserialize;

use crate::back::Back;
use crate::components::Avatar;
use crate::path::Path;
use crate::{Form, Frame, Nothing, Page, Problem, Visitor, Writer};

/// The page of who can be mentioned, which suggestions come from.
pub const COLLEAGUES: &str = "/colleagues";
/// Colleagues suggested: as many as are looked through at a glance.
const SUGGESTED: usize = 8;

/// The page of who can be mentioned.
#[derive(Template)]
#[template(path = "know/interactions/colleagues.html")]
pub struct Colleagues {
    frame: Frame,
    title: String,
    said: String,
    suggested: Vec<Colleague>,
}

struct Colleague {
    name: String,
    handle: String,
}

/// How somebody has begun to write whom they mention.
#[derive(Deserialize)]
pub struct Begun {
    #[serde(default)]
    q: String,
}

/// `GET /colleagues`: those who can be mentioned and begin so.
///
/// # Errors
/// Where what was sent cannot be read.
pub async fn colleagues(
    frame: Frame,
    visitor: Visitor,
    Query(begun): Query<Begun>,
) -> Result<Page<Colleagues>, Problem> {
    let suggested = interactions::suggested(&begun.q, &visitor.house().staff);
    let colleague = |(account, handle): (&Account, &str)| Colleague {
        name: account.name.clone(),
        handle: handle.to_owned(),
    };
    let suggested: Vec<Colleague> = suggested.into_iter().take(SUGGESTED).map(colleague).collect();
    let said = if suggested.is_empty() {
        frame.say("interaction-colleagues-none")
    } else {
        let count = [("count", suggested.len().into())];
        frame.phrases().say_with("interaction-colleagues-found", &count)
    };
    let title = frame.say("interaction-colleagues");
    Ok(Page(Colleagues { frame, title, said, suggested }))
}

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

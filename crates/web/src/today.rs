//! Today: what waits for whoever is signed in.

use askama::Template;
use axum::extract::State;
use domain::know::interactions::{self, Due, Mention};
use domain::office::rights::Right;

use crate::components::{Avatar, Empty, Link, icon};
use crate::know::interactions::words;
use crate::prove::drifting::Drifting;
use crate::{App, Frame, Page, Problem, Reader, Visitor};

/// Rows of each list.
const ROWS: u32 = 30;

/// The page.
#[derive(Template)]
#[template(path = "today.html")]
pub struct Today {
    frame: Frame,
    may_log: bool,
    drifting: Option<Drifting>,
    due: Vec<DueRow>,
    mentions: Vec<Mention>,
    empty: Option<Empty>,
}

struct DueRow {
    known: Due,
    what: String,
    on: String,
    is_late: bool,
}

/// `GET /`
///
/// # Errors
/// Where the database cannot be reached.
pub async fn show(
    State(app): State<App>,
    frame: Frame,
    visitor: Visitor,
) -> Result<Page<Today>, Problem> {
    let me = visitor.account().ok_or(Problem::SignInNeeded)?.id;
    let today = app.db.clock().today();
    let mut reader = app.db.reader().await?;
    let snapshot = &mut reader.snapshot();
    let due = interactions::follow_ups_due(snapshot, me, today, ROWS).await?;
    let mentions = interactions::mentions_of(snapshot, me, ROWS).await?;
    let drifting = Drifting::of(snapshot, &frame).await?;
    let may = |right| visitor.role().is_some_and(|role| role.may(right));
    let due: Vec<DueRow> = due
        .into_iter()
        .map(|known| DueRow {
            what: what(frame.reader, &known),
            on: frame.reader.phrases.day(known.on.into()),
            is_late: kernel::Day::from(known.on) < today,
            known,
        })
        .collect();
    let empty = (due.is_empty() && mentions.is_empty() && drifting.is_none()).then(|| Empty {
        icon: icon("today"),
        title: frame.say("today-empty"),
        words: frame.say("today-empty.words"),
        fill: Some(Link { words: frame.say("frame-customers"), href: "/customers".to_owned() }),
        or: None,
    });
    Ok(Page(Today { may_log: may(Right::LogInteractions), drifting, due, mentions, empty, frame }))
}

/// "Call · Send the price list".
fn what(reader: Reader, due: &Due) -> String {
    let kind = reader.say(words::key(due.kind));
    if due.text.is_empty() { kind } else { format!("{kind} · {}", due.text) }
}

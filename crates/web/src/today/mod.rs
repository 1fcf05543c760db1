//! Today: what waits for whoever is signed in.

mod follow_ups;

use askama::Template;
use axum::extract::{Query, State};
use chrono::{DateTime, Utc};
use domain::know::interactions::{self, Mention, Mentions};
use domain::office::rights::Right;
use domain::office::staff::AccountId;
use domain::office::teams::{self, Whose};
use domain::prove::reviews;
use serde::Deserialize;
use store::{Snapshot, StoreError};

use self::follow_ups::{DueRow, due_row};
use crate::components::{Avatar, Empty, Link, Menu, Tab, Tabs, icon};
use crate::house::House;
use crate::know::begin::{self, Begin};
use crate::know::interactions::words;
use crate::know::reach::Dialled;
use crate::know::when;
use crate::prove::drifting::{self, Drifting};
use crate::routes::with_query;
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
    whose: Tabs,
    due: Vec<DueRow>,
    mentions: Vec<MentionRow>,
    other_mentions: Link,
    empty: Option<Empty>,
}

struct MentionRow {
    known: Mention,
    what: String,
    when: String,
    /// Where the form goes that says it was read, or is to be read again.
    mark: String,
}

impl Today {
    fn later(&self, row: &DueRow) -> Menu<'_> {
        Menu {
            words: self.frame.say("today-later"),
            icon: None,
            actions: row.later.clone(),
            token: &self.frame.token,
        }
    }
}

/// For whom it waits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum For {
    /// Whoever is signed in.
    Me,
    /// Their team.
    Team,
    /// Anybody.
    All,
}

impl For {
    fn word(self) -> &'static str {
        match self {
            For::Me => "mine",
            For::Team => "team",
            For::All => "all",
        }
    }

    fn href(self) -> String {
        match self {
            For::Me => "/".to_owned(),
            other => with_query("/", [("whose", other.word())]),
        }
    }

    async fn whose(self, snapshot: &mut Snapshot<'_>, me: AccountId) -> Result<Whose, StoreError> {
        Ok(match self {
            For::Me => Whose::Of(me),
            For::Team => teams::whose_are_of_the_team(snapshot, me).await?,
            For::All => Whose::Everybodys,
        })
    }

    /// What is said of those who drift away.
    fn drifting(self, whose: Whose) -> &'static str {
        match (self, whose) {
            (For::Me, _) => "today-drifting-mine",
            (For::Team, Whose::Everybodys) => "today-drifting-all",
            (For::Team, _) => "today-drifting-team",
            (For::All, _) => "today-drifting-everybody",
        }
    }
}

/// Whose follow-ups and customers, and which mentions.
#[derive(Default, Deserialize)]
pub struct Asked {
    whose: Option<String>,
    mentions: Option<String>,
}

impl Asked {
    /// For whom, as the address says it: for whoever asks, where it does not.
    fn whom(&self) -> For {
        let all = [For::Team, For::All];
        all.into_iter().find(|whom| self.whose.as_deref() == Some(whom.word())).unwrap_or(For::Me)
    }

    fn mentions(&self) -> Mentions {
        match self.mentions.as_deref() {
            Some("all") => Mentions::All,
            _ => Mentions::Unread,
        }
    }
}

/// `GET /`
///
/// # Errors
/// Where the database cannot be reached.
pub async fn show(
    State(app): State<App>,
    Query(asked): Query<Asked>,
    frame: Frame,
    visitor: Visitor,
) -> Result<Page<Today>, Problem> {
    let me = visitor.account().ok_or(Problem::SignInNeeded)?.id;
    let now = app.db.clock().now();
    let today = frame.reader.zone.day(now);
    let mut reader = app.db.reader().await?;
    let snapshot = &mut reader.snapshot();
    let whom = asked.whom();
    let whose = whom.whose(snapshot, me).await?;
    let due = interactions::follow_ups_due(snapshot, whose, today, ROWS).await?;
    let mentions = interactions::mentions_of(snapshot, me, asked.mentions(), ROWS).await?;
    let said = whom.drifting(whose);
    let drifting = Drifting::of(snapshot, &frame, whose, said, now).await?;
    let house = visitor.house();
    let due = due.into_iter().map(|known| due_row(&frame, house, today, known));
    let due: Vec<DueRow> = due.collect();
    let mentions: Vec<MentionRow> =
        mentions.into_iter().map(|known| mention_row(&frame, house, known)).collect();
    let is_anything = !due.is_empty() || !mentions.is_empty() || drifting.is_some();
    let empty = if is_anything {
        None
    } else if begin::is_nobody_here(snapshot).await? {
        Some(Begin::of(frame.reader, &visitor).empty(frame.reader))
    } else if whom == For::Me && waits_for_the_team(snapshot, &frame, me, now).await? {
        Some(empty_but_for_the_team(frame.reader))
    } else if reviews::is_anybody_lost(snapshot).await? {
        Some(empty_but_for_the_lost(frame.reader))
    } else if reviews::made(snapshot).await?.is_none()
        && reviews::is_first_awaited(snapshot).await?
    {
        Some(empty_until_the_review(frame.reader))
    } else {
        Some(empty(frame.reader))
    };
    Ok(Page(Today {
        may_log: visitor.may(Right::LogInteractions),
        whose: tabs(&frame, &visitor, whom),
        empty,
        other_mentions: other_mentions(frame.reader, &asked),
        drifting,
        due,
        mentions,
        frame,
    }))
}

fn mention_row(frame: &Frame, house: &House, known: Mention) -> MentionRow {
    let word = if known.read_at.is_some() { "unread" } else { "read" };
    let path = format!("/interactions/{}/{word}", known.id);
    MentionRow {
        when: when::day(frame.reader, known.at),
        what: words::plain(&known.text, &house.staff),
        mark: with_query(&path, [("back", &frame.path)]),
        known,
    }
}

/// Mine, the team's, and everybody's for whoever sees the review of them.
fn tabs(frame: &Frame, visitor: &Visitor, shown: For) -> Tabs {
    let tab = |key, whom: For| Tab {
        name: frame.say(key),
        href: whom.href(),
        count: None,
        is_current: whom == shown,
    };
    let mut tabs = vec![tab("today-mine", For::Me), tab("today-team", For::Team)];
    if visitor.may(Right::SeeReview) {
        tabs.push(tab("today-all", For::All));
    }
    Tabs { label: frame.say("today-whose"), tabs }
}

/// The read ones as well, or only the new ones again.
fn other_mentions(reader: Reader, asked: &Asked) -> Link {
    let (key, mentions) = match asked.mentions() {
        Mentions::Unread => ("today-mentions-all", "all"),
        Mentions::All => ("today-mentions-new", "new"),
    };
    let href = with_query("/", [("whose", asked.whom().word()), ("mentions", mentions)]);
    Link { words: reader.say(key), href }
}

fn empty(reader: Reader) -> Empty {
    Empty {
        icon: icon("today"),
        title: reader.say("today-empty"),
        words: reader.say("today-empty.words"),
        fill: Some(Link { words: reader.say("frame-customers"), href: "/customers".to_owned() }),
        or: None,
    }
}

/// Where whoever is new, or looks after nobody, finds what there is to do.
fn empty_but_for_the_team(reader: Reader) -> Empty {
    Empty {
        words: reader.say("today-empty.team"),
        fill: Some(Link { words: reader.say("today-empty.see-team"), href: For::Team.href() }),
        ..empty(reader)
    }
}

/// Where nothing waits and somebody is lost: they raise no alarm any more.
fn empty_but_for_the_lost(reader: Reader) -> Empty {
    Empty {
        words: reader.say("today-empty.lost"),
        fill: Some(Link { words: reader.say("today-drifting-by-risk"), href: drifting::by_risk() }),
        or: Some(Link { words: reader.say("today-empty.see-lost"), href: drifting::lost() }),
        ..empty(reader)
    }
}

/// Before the first review is made.
fn empty_until_the_review(reader: Reader) -> Empty {
    Empty { words: reader.say("today-empty.awaited"), ..empty(reader) }
}

async fn waits_for_the_team(
    snapshot: &mut Snapshot<'_>,
    frame: &Frame,
    me: AccountId,
    now: DateTime<Utc>,
) -> Result<bool, StoreError> {
    let whose = For::Team.whose(snapshot, me).await?;
    let today = frame.reader.zone.day(now);
    let is_due = !interactions::follow_ups_due(snapshot, whose, today, 1).await?.is_empty();
    let said = For::Team.drifting(whose);
    Ok(is_due || Drifting::of(snapshot, frame, whose, said, now).await?.is_some())
}

//! Today: what waits for whoever is signed in.

use askama::Template;
use axum::extract::{Query, State};
use chrono::{DateTime, Days, NaiveDate, Utc};
use domain::know::interactions::{self, Due, Mention, Mentions};
use domain::office::rights::Right;
use domain::office::settings::Calendar;
use domain::office::staff::AccountId;
use domain::office::teams::{self, Whose};
use kernel::Day;
use serde::Deserialize;
use store::{Snapshot, StoreError};

use crate::components::{Action, Avatar, Empty, Link, Menu, Tab, Tabs, icon};
use crate::know::begin::{self, Begin};
use crate::know::interactions::words;
use crate::know::when;
use crate::prove::drifting::Drifting;
use crate::routes::with_query;
use crate::{App, Frame, Page, Problem, Reader, Visitor};

/// Rows of each list.
const ROWS: u32 = 30;
/// What waits for the team.
const TEAM: &str = "/?whose=team";
/// For how long a follow-up can be put off with one click.
const LATER: [(&str, u64); 4] =
    [("today-tomorrow", 1), ("today-in-days", 3), ("today-in-a-week", 7), ("today-in-a-month", 30)];

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

struct DueRow {
    known: Due,
    what: String,
    on: String,
    is_late: bool,
    done: String,
    later: Vec<Action>,
}

struct MentionRow {
    known: Mention,
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

/// Whose follow-ups and customers, and which mentions.
#[derive(Default, Deserialize)]
pub struct Asked {
    whose: Option<String>,
    mentions: Option<String>,
}

impl Asked {
    fn is_team(&self) -> bool {
        self.whose.as_deref() == Some("team")
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
    let whose = if asked.is_team() {
        teams::whose_are_of_the_team(snapshot, me).await?
    } else {
        Whose::Of(me)
    };
    let due = interactions::follow_ups_due(snapshot, whose, today, ROWS).await?;
    let mentions = interactions::mentions_of(snapshot, me, asked.mentions(), ROWS).await?;
    let drifting = Drifting::of(snapshot, &frame, whose, now).await?;
    let calendar = &visitor.settings().calendar;
    let due = due.into_iter().map(|known| due_row(&frame, calendar, today, known));
    let due: Vec<DueRow> = due.collect();
    let mentions: Vec<MentionRow> =
        mentions.into_iter().map(|known| mention_row(&frame, known)).collect();
    let is_anything = !due.is_empty() || !mentions.is_empty() || drifting.is_some();
    let empty = if is_anything {
        None
    } else if begin::is_nobody_here(snapshot).await? {
        Some(Begin::of(frame.reader, &visitor).empty(frame.reader))
    } else if !asked.is_team() && waits_for_the_team(snapshot, &frame, me, now).await? {
        Some(empty_but_for_the_team(frame.reader))
    } else {
        Some(empty(frame.reader))
    };
    Ok(Page(Today {
        may_log: visitor.may(Right::LogInteractions),
        whose: tabs(frame.reader, &asked),
        empty,
        other_mentions: other_mentions(frame.reader, &asked),
        drifting,
        due,
        mentions,
        frame,
    }))
}

fn due_row(frame: &Frame, calendar: &Calendar, today: Day, known: Due) -> DueRow {
    let reader = frame.reader;
    let at = |what: &str| {
        with_query(&format!("/interactions/{}/{what}", known.id), [("back", &frame.path)])
    };
    let later = later(reader, calendar, today).into_iter().map(|(day, words)| Action::Do {
        words,
        action: at(&format!("due/{day}")),
        icon: None,
    });
    DueRow {
        what: what(reader, &known),
        on: reader.phrases.day(known.on.into()),
        is_late: is_late(calendar, known.on, today),
        done: at("done"),
        later: later.collect(),
        known,
    }
}

/// Whether a follow-up could have been done and was not: a day on which nobody is
/// there gives way to the next.
fn is_late(calendar: &Calendar, on: NaiveDate, today: Day) -> bool {
    Day::from(calendar.first_open(on)) < today
}

/// Until when a follow-up can be put off: to days on which somebody is there. One
/// that is closed gives way to the next that is not, which is called by its date.
fn later(reader: Reader, calendar: &Calendar, today: Day) -> Vec<(NaiveDate, String)> {
    let mut days: Vec<(NaiveDate, String)> = Vec::new();
    for (key, count) in LATER {
        let Some(asked) = NaiveDate::from(today).checked_add_days(Days::new(count)) else {
            continue;
        };
        let day = calendar.first_open(asked);
        let words = if day == asked {
            reader.phrases.say_with(key, &[("days", count.into())])
        } else {
            reader.phrases.day(day.into())
        };
        match days.iter_mut().find(|(known, _)| *known == day) {
            Some(known) if day == asked => known.1 = words,
            Some(_) => {}
            None => days.push((day, words)),
        }
    }
    days
}

fn mention_row(frame: &Frame, known: Mention) -> MentionRow {
    let word = if known.read_at.is_some() { "unread" } else { "read" };
    let path = format!("/interactions/{}/{word}", known.id);
    MentionRow {
        when: when::day(frame.reader, known.at),
        mark: with_query(&path, [("back", &frame.path)]),
        known,
    }
}

/// Mine and the team's.
fn tabs(reader: Reader, asked: &Asked) -> Tabs {
    let tab = |key, href: &str, is_current| Tab {
        name: reader.say(key),
        href: href.to_owned(),
        count: None,
        is_current,
    };
    Tabs {
        label: reader.say("today-whose"),
        tabs: vec![
            tab("today-mine", "/", !asked.is_team()),
            tab("today-team", TEAM, asked.is_team()),
        ],
    }
}

/// The read ones as well, or only the new ones again.
fn other_mentions(reader: Reader, asked: &Asked) -> Link {
    let (key, mentions) = match asked.mentions() {
        Mentions::Unread => ("today-mentions-all", "all"),
        Mentions::All => ("today-mentions-new", "new"),
    };
    let whose = if asked.is_team() { "team" } else { "mine" };
    let href = with_query("/", [("whose", whose), ("mentions", mentions)]);
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
        fill: Some(Link { words: reader.say("today-empty.see-team"), href: TEAM.to_owned() }),
        ..empty(reader)
    }
}

async fn waits_for_the_team(
    snapshot: &mut Snapshot<'_>,
    frame: &Frame,
    me: AccountId,
    now: DateTime<Utc>,
) -> Result<bool, StoreError> {
    let whose = teams::whose_are_of_the_team(snapshot, me).await?;
    let today = frame.reader.zone.day(now);
    let is_due = !interactions::follow_ups_due(snapshot, whose, today, 1).await?.is_empty();
    Ok(is_due || Drifting::of(snapshot, frame, whose, now).await?.is_some())
}

/// "Call · Send the price list".
fn what(reader: Reader, due: &Due) -> String {
    let kind = reader.say(words::key(due.kind));
    if due.text.is_empty() { kind } else { format!("{kind} · {}", due.text) }
}

#[cfg(test)]
mod tests {
    use domain::office::settings::Holiday;
    use kernel::Language;

    use super::*;

    #[test]
    fn what_was_due_while_nobody_was_there_is_not_late_on_the_day_after() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let is_late =
            |today: &str| is_late(&Calendar::default(), day("2026-03-07"), day(today).into());
        assert!(!is_late("2026-03-08"), "it was a Saturday");
        assert!(!is_late("2026-03-09"), "Monday is the first day for it");
        assert!(is_late("2026-03-10"));
    }

    #[test]
    fn what_is_put_off_comes_back_on_a_day_on_which_somebody_is_there() {
        let reader = Reader::plain(Language::English);
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let put_off = |calendar: &Calendar| {
            let friday = day("2026-03-06").into();
            later(reader, calendar, friday)
                .into_iter()
                .map(|(day, words)| format!("{day} {words}"))
                .collect::<Vec<_>>()
        };
        let mut calendar = Calendar::default();
        let after_the_weekend = "2026-03-09 In 3 days";
        let in_a_month = "2026-04-06 6 April 2026";
        assert_eq!(
            put_off(&calendar),
            [after_the_weekend, "2026-03-13 In a week", in_a_month],
            "tomorrow is a Saturday"
        );
        calendar.holidays = vec![Holiday { on: day("2026-03-09"), name: String::new() }];
        assert_eq!(
            put_off(&calendar),
            ["2026-03-10 10 March 2026", "2026-03-13 In a week", in_a_month]
        );
    }
}

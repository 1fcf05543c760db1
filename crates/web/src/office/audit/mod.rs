//! The page of the audit: who did what, when, and what it was before, straight
//! from the log.

mod about;
mod told;
mod words;

use askama::Template;
use axum::extract::{Query, State};
use chrono::{DateTime, NaiveDate, Utc};
use domain::know::fields;
use domain::office::settings::TimeZone;
use domain::office::staff::{self, Account};
use domain::office::tokens;
use kernel::Currency;
use serde::Deserialize;
use store::log::{Actor, Before, Entry, Sought};

use crate::components::{Choice, Empty, Input, Kind, Tabs};
use crate::know::{actors, when};
use crate::office::views;
use crate::routes::with_query;
use crate::{App, Frame, Page, Problem, Reader, Visitor};
use about::{About, Named};
use told::{Names, Telling};

/// Where it is.
const AUDIT: &str = "/settings/audit";
/// Entries of a page.
const ENTRIES: u32 = 50;

/// The page.
#[derive(Template)]
#[template(path = "office/audit.html")]
pub struct Show {
    frame: Frame,
    tabs: Tabs,
    inputs: Vec<Input>,
    rows: Vec<Row>,
    /// What stands where there are none.
    none: Option<Empty>,
    older: Option<String>,
}

struct Row {
    at: String,
    when: String,
    who: String,
    what: String,
    /// Whom and what it is about, where that has a name.
    of: Vec<Named>,
    lines: Vec<String>,
}

/// What is looked for.
#[derive(Deserialize)]
pub struct Asked {
    #[serde(default)]
    who: String,
    #[serde(default)]
    room: String,
    #[serde(default)]
    from: String,
    #[serde(default)]
    until: String,
    #[serde(default)]
    before: Option<i64>,
}

impl Asked {
    /// What stands where nothing was found and nothing older is left to look at.
    fn none(&self, reader: Reader) -> Empty {
        let days = day(&self.from).zip(day(&self.until));
        let none = Empty::none_such(reader.phrases, AUDIT);
        if days.is_some_and(|(from, until)| from > until) {
            Empty { words: reader.say("days-reversed"), ..none }
        } else {
            none
        }
    }

    /// What is not an id, a room or a day finds everything.
    fn sought(&self, zone: TimeZone) -> Sought {
        Sought {
            who: self.who.parse().ok(),
            kind: words::room(&self.room).map(|room| format!("{room}.")),
            from: day(&self.from).map(|day| zone.beginning_of(day)),
            until: day(&self.until).map(|day| zone.end_of(day)),
        }
    }

    fn older(&self, Before(before): Before) -> String {
        let before = before.to_string();
        let pairs = [
            ("who", self.who.as_str()),
            ("room", &self.room),
            ("from", &self.from),
            ("until", &self.until),
            ("before", &before),
        ];
        with_query(AUDIT, pairs)
    }
}

fn day(text: &str) -> Option<NaiveDate> {
    text.parse().ok()
}

/// `GET /settings/audit`
///
/// # Errors
/// Where the database cannot be reached.
pub async fn show(
    State(app): State<App>,
    frame: Frame,
    visitor: Visitor,
    Query(asked): Query<Asked>,
) -> Result<Page<Show>, Problem> {
    let reader = frame.reader;
    let mut open = app.db.reader().await?;
    let snapshot = &mut open.snapshot();
    let everybody = staff::everybody(snapshot).await?;
    let programs = tokens::list(snapshot).await?;
    let programs: Names = programs.into_iter().map(|token| (token.id.into(), token.name)).collect();
    let before = asked.before.map_or_else(Before::default, Before);
    let found = snapshot.audit_of(&asked.sought(reader.zone), before, ENTRIES).await?;
    let people = everybody.iter().map(|account| (account.id.into(), account.name.clone()));
    let mut names: Names = people.collect();
    names.extend(programs.clone());
    let about = About::of(snapshot, reader, &found.entries, &names).await?;
    let names = about.names();
    let own = fields::present(snapshot).await?;
    let currency = visitor.settings().region.currency.unwrap_or(Currency::NONE);
    let row = |entry: &Entry| {
        let telling = Telling { reader, kind: &entry.kind, names: &names, own: &own, currency };
        row(telling, entry, &about, &everybody, &programs)
    };
    let is_over = found.entries.is_empty() && found.older.is_none();
    Ok(Page(Show {
        tabs: views::tabs(reader, &visitor, AUDIT),
        inputs: inputs(reader, &asked, &everybody, &programs),
        none: is_over.then(|| asked.none(reader)),
        rows: found.entries.iter().map(row).collect(),
        older: found.older.map(|before| asked.older(before)),
        frame,
    }))
}

fn row(
    telling: Telling<'_>,
    entry: &Entry,
    about: &About,
    everybody: &[Account],
    programs: &Names,
) -> Row {
    let reader = telling.reader;
    Row {
        at: rfc3339(entry.at),
        when: when::moment(reader, entry.at),
        who: match entry.who {
            Actor::Token(id) => programs
                .get(&id)
                .cloned()
                .unwrap_or_else(|| actors::name(reader, entry.who, everybody)),
            Actor::Staff(_) | Actor::Customer(_) | Actor::System => {
                actors::name(reader, entry.who, everybody)
            }
        },
        what: words::what(reader, &entry.kind),
        of: about.entry(entry),
        lines: telling.lines(&entry.body),
    }
}

fn rfc3339(at: DateTime<Utc>) -> String {
    at.to_rfc3339()
}

fn inputs(reader: Reader, asked: &Asked, everybody: &[Account], programs: &Names) -> Vec<Input> {
    let any = |key: &str| Choice { value: String::new(), words: reader.say(key) };
    let person =
        |known: &Account| Choice { value: known.id.to_string(), words: known.name.clone() };
    let mut named: Vec<Choice> = programs
        .iter()
        .map(|(id, name)| Choice { value: id.to_string(), words: name.clone() })
        .collect();
    named.sort_by(|one, other| one.words.cmp(&other.words));
    let people =
        std::iter::once(any("audit-anybody")).chain(everybody.iter().map(person)).chain(named);
    let rooms = words::ROOMS
        .map(|room| Choice { value: room.to_owned(), words: reader.say(&format!("room-{room}")) });
    let rooms = std::iter::once(any("audit-anything")).chain(rooms);
    let input = |name: &str, key: &str, kind: Kind, value: &str| Input {
        kind,
        value: value.to_owned(),
        ..Input::line(name, reader.say(key))
    };
    vec![
        input("who", "audit-who", Kind::Choice(people.collect()), &asked.who),
        input("room", "audit-what", Kind::Choice(rooms.collect()), &asked.room),
        input("from", "audit-from", Kind::Line("date"), &asked.from),
        input("until", "audit-until", Kind::Line("date"), &asked.until),
    ]
}

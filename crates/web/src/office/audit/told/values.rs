//! Values of events in words.

use std::mem;

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use domain::know::fields::Holds;
use domain::know::interactions::Kind;
use domain::know::lists::{Order, Sort};
use domain::know::orders::{ImportedOrder, State};
use domain::office::rights::{Right, Role};
use domain::office::settings::Weekday;
use kernel::{Currency, Language, Money};
use serde_json::{Map, Number, Value};
use uuid::Uuid;

use super::Telling;
use super::meaning::{Meaning, Shows, meaning};
use crate::know::customers::{consent, inputs};
use crate::know::lists::chips;
use crate::know::lists::columns::{self, Column};
use crate::know::{files, interactions, orders, when};
use crate::office::account::sessions;
use crate::office::jobs;
use crate::office::settings::inputs::weekday_key;
use crate::office::staff::role_key;

/// So many letters of a value are shown.
pub const LONGEST: usize = 160;

/// Gives the fields of orders of a file their names.
pub fn name_fields(orders: Option<&mut Value>) {
    for order in orders.and_then(Value::as_array_mut).into_iter().flatten() {
        if let Value::Array(values) = order {
            let names = ImportedOrder::FIELDS.into_iter().map(str::to_owned);
            *order = names.zip(mem::take(values)).collect::<Map<_, _>>().into();
        }
    }
}

impl Telling<'_> {
    /// A value in words; none for nothing, and for what says nothing to people.
    pub(super) fn shown(&self, name: &str, value: &Value, currency: Currency) -> Option<String> {
        if is_nothing(value) {
            return None;
        }
        if let (Some(field), Value::String(text)) = (self.own_field(name), value) {
            return Some(cut(columns::own_shown(self.reader, field, text)));
        }
        let shows = match meaning(self.kind, name) {
            Some(Meaning::Untold | Meaning::Told(_, Shows::Nameless)) => return None,
            Some(Meaning::Told(_, shows)) => shows,
            None => Shows::Plain,
        };
        let words = match value {
            Value::Null => return None,
            Value::Bool(is_so) => self.reader.say(if *is_so { "value-yes" } else { "value-no" }),
            Value::Number(number) => self.number(shows, number, currency)?,
            Value::String(text) => self.text(shows, text)?,
            Value::Array(days) if shows == Shows::Hours => self.hours(days),
            Value::Array(values) => {
                let is_of_parts = values.iter().any(Value::is_object);
                let each = values.iter().filter_map(|value| self.shown(name, value, currency));
                each.collect::<Vec<_>>().join(if is_of_parts { "; " } else { ", " })
            }
            Value::Object(inner) => {
                let currency = super::currency_of(inner).unwrap_or(currency);
                let part = |(name, value): (&String, &Value)| {
                    let words = self.shown(name, value, currency)?;
                    Some(format!("{}: {words}", self.label(name)))
                };
                inner.iter().filter_map(part).collect::<Vec<_>>().join(" · ")
            }
        };
        Some(cut(words)).filter(|words| !words.is_empty())
    }

    fn number(&self, shows: Shows, number: &Number, currency: Currency) -> Option<String> {
        let phrases = self.reader.phrases;
        let Some(whole) = number.as_i64() else { return Some(number.to_string()) };
        Some(match shows {
            Shows::Amount => phrases.money(Money::new(whole, currency)),
            Shows::Bytes => files::size(phrases, whole.unsigned_abs()),
            Shows::Count if whole == 0 => return None,
            _ => phrases.integer(whole),
        })
    }

    /// A word of ours in the reader's; what no version knows stays as it is.
    fn text(&self, shows: Shows, text: &str) -> Option<String> {
        let reader = self.reader;
        let key = match shows {
            Shows::Interaction => Kind::named(text).map(interactions::words::key),
            Shows::OrderState => State::named(text).map(orders::words::key),
            Shows::Role => Role::named(text).map(role_key),
            Shows::Right => {
                let right = Right::named(text)?;
                return Some(reader.say(&format!("right-{}", right.name())));
            }
            Shows::Holds if Holds::TYPES.contains(&text) => {
                return Some(reader.say(&format!("holds-{text}")));
            }
            Shows::Field(field) if id(text).is_none() => {
                return Some(inputs::shown(reader, field, text, &[]));
            }
            Shows::How => return Some(consent::how_shown(reader, text)),
            Shows::Browser => return Some(sessions::browser(reader, text)),
            Shows::Job => return Some(jobs::words(reader, text)),
            Shows::Query => return Some(chips::said(reader, text, self.own)),
            Shows::Ending => return Some(text.to_uppercase()),
            Shows::Language => {
                return Some(match text.parse::<Language>() {
                    Ok(language) => language.name().to_owned(),
                    Err(_) => text.to_owned(),
                });
            }
            Shows::Column => return Some(self.column(text)),
            Shows::Sort => return Some(self.sort(text)),
            Shows::Plain
            | Shows::Nameless
            | Shows::Amount
            | Shows::Count
            | Shows::Bytes
            | Shows::Hours
            | Shows::Holds
            | Shows::Field(_) => None,
        };
        match key {
            Some(key) => Some(reader.say(key)),
            None => self.plain(text),
        }
    }

    /// The name behind an id, a moment, a day, or what was typed; none for an
    /// id that nothing is called by.
    fn plain(&self, text: &str) -> Option<String> {
        if let Some(id) = id(text) {
            return self.names.get(&id).cloned();
        }
        if let Ok(at) = text.parse::<DateTime<Utc>>() {
            return Some(when::moment(self.reader, at));
        }
        if let Ok(day) = text.parse::<NaiveDate>() {
            return Some(self.reader.phrases.day(day.into()));
        }
        Some(text.to_owned())
    }

    /// "Monday 09:00–18:00, Tuesday …".
    fn hours(&self, days: &[Value]) -> String {
        let of_day = |(weekday, hours): (Weekday, &Value)| {
            let at = |name: &str| {
                let at: NaiveTime = hours.get(name)?.as_str()?.parse().ok()?;
                Some(at.format("%H:%M").to_string())
            };
            let weekday = self.reader.say(weekday_key(weekday));
            Some(format!("{weekday} {}–{}", at("from")?, at("to")?))
        };
        Weekday::all().zip(days).filter_map(of_day).collect::<Vec<_>>().join(", ")
    }

    fn column(&self, name: &str) -> String {
        let named = Column::all(self.own).into_iter().find(|column| column.name() == name);
        named.map_or_else(|| name.to_owned(), |column| column.title(self.reader))
    }

    /// What the list is sorted by, and which end of it comes first.
    fn sort(&self, name: &str) -> String {
        let Some(Sort { by, descending }) = Sort::named(name) else { return name.to_owned() };
        let title = match by {
            Order::Name => self.reader.say("field-name"),
            Order::Added | Order::Seen | Order::Spent | Order::Orders | Order::AtRisk => {
                self.column(by.name())
            }
        };
        format!("{title} {}", if descending { "↓" } else { "↑" })
    }
}

/// As much of it as is shown.
fn cut(words: String) -> String {
    match words.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &words[..end]),
        None => words,
    }
}

/// The id a text is, as ids are kept: others may be somebody's own codes.
pub(super) fn id(text: &str) -> Option<Uuid> {
    text.parse().ok().filter(|id: &Uuid| id.hyphenated().to_string() == text)
}

pub(super) fn is_nothing(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.is_empty(),
        Value::Array(values) => values.is_empty(),
        Value::Bool(_) | Value::Number(_) | Value::Object(_) => false,
    }
}

//! What an entry of the log holds, line by line, for people: in their language
//! where there are words for it, in their days and hours, money as money, and
//! nothing that only the program knows.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};
use domain::know::customers::Field;
use domain::know::interactions::Kind;
use domain::office::rights::Role;
use kernel::{Currency, Money};
use serde_json::{Map, Value};
use uuid::Uuid;

use super::words::plain;
use crate::Reader;
use crate::know::customers::inputs;
use crate::know::interactions::words as interactions;
use crate::know::when;
use crate::office::staff::role_key;

/// Under what names events hold fields that changed, each with what it was.
const CHANGES: [&str; 2] = ["changes", "known"];
/// Under what names they hold amounts in minor units.
const AMOUNTS: [&str; 2] = ["total", "unit_price"];
/// What says nothing to people.
const UNTOLD: [&str; 2] = ["hash", "sniffed"];
/// So many letters of a value are shown.
const LONGEST: usize = 160;

/// Names of what events know by its id: colleagues, programs, customers.
pub type Names = HashMap<Uuid, String>;

/// Tells what entries of a room hold.
pub struct Telling<'n> {
    /// Who reads it.
    pub reader: Reader,
    /// What the kind of the entry begins with.
    pub room: &'n str,
    /// Names of what is known by its id.
    pub names: &'n Names,
}

impl Telling<'_> {
    /// "Name: old → new" for what changed, "name: value" for the rest.
    pub fn lines(&self, body: &str) -> Vec<String> {
        let Ok(Value::Object(event)) = serde_json::from_str::<Value>(body) else {
            return Vec::new();
        };
        let currency = currency_of(&event);
        let mut lines = Vec::new();
        if let (Some(from), Some(to)) = (event.get("from"), event.get("to")) {
            self.differ("", "", (from, to), currency, &mut lines);
        }
        let changes = CHANGES.iter().filter_map(|name| event.get(*name)?.as_array());
        for change in changes.flatten() {
            let text = |name: &str| change.get(name).and_then(Value::as_str);
            let field = text("field").unwrap_or_default();
            // Fields that the business made up say what they are called.
            let label = text("name").map_or_else(|| self.label(field), str::to_owned);
            let value = |name: &str| change.get(name).unwrap_or(&Value::Null);
            self.differ(&label, field, (value("from"), value("to")), currency, &mut lines);
        }
        let is_told = |name: &str| matches!(name, "from" | "to") || CHANGES.contains(&name);
        for (name, value) in event.iter().filter(|(name, _)| !is_told(name)) {
            self.holds(name, value, currency, &mut lines);
        }
        lines
    }

    /// What a value holds, and each value in it; nothing about nothing.
    fn holds(
        &self,
        name: &str,
        value: &Value,
        currency: Option<Currency>,
        lines: &mut Vec<String>,
    ) {
        match value {
            Value::Object(inner) => {
                let currency = currency_of(inner).or(currency);
                for (name, value) in inner {
                    self.holds(name, value, currency, lines);
                }
            }
            Value::Array(values) if values.iter().any(Value::is_object) => {
                let label = self.label(name);
                let each = values.iter().filter_map(|value| self.shown(name, value, currency));
                lines.extend(each.map(|words| format!("{label}: {words}")));
            }
            value => {
                let words = self.shown(name, value, currency);
                lines.extend(words.map(|words| format!("{}: {words}", self.label(name))));
            }
        }
    }

    fn differ(
        &self,
        label: &str,
        name: &str,
        (from, to): (&Value, &Value),
        currency: Option<Currency>,
        lines: &mut Vec<String>,
    ) {
        if from == to || UNTOLD.contains(&name) {
            return;
        }
        if let (Value::Object(from), Value::Object(to)) = (from, to) {
            let currency = currency_of(to).or(currency);
            for (inner, now) in to {
                let words = self.label(inner);
                let label = if label.is_empty() { words } else { format!("{label}, {words}") };
                let was = from.get(inner).unwrap_or(&Value::Null);
                self.differ(&label, inner, (was, now), currency, lines);
            }
            return;
        }
        let words = |value: &Value| match self.shown(name, value, currency) {
            Some(words) => words,
            None if is_nothing(value) => "–".to_owned(),
            // What nobody has a name for any more.
            None => "…".to_owned(),
        };
        let change = format!("{} → {}", words(from), words(to));
        lines.push(if label.is_empty() { change } else { format!("{label}: {change}") });
    }

    /// A value in words; none for nothing, and for what says nothing to people.
    fn shown(&self, name: &str, value: &Value, currency: Option<Currency>) -> Option<String> {
        if is_nothing(value) || UNTOLD.contains(&name) {
            return None;
        }
        let text = match value {
            Value::Null => return None,
            Value::Bool(is_so) => self.reader.say(if *is_so { "value-yes" } else { "value-no" }),
            Value::Number(number) => match (number.as_i64(), currency) {
                (Some(minor), Some(currency)) if AMOUNTS.contains(&name) => {
                    self.reader.phrases.money(Money::new(minor, currency))
                }
                _ => number.to_string(),
            },
            Value::String(text) => self.text(name, text)?,
            Value::Array(values) => {
                let is_of_parts = values.iter().any(Value::is_object);
                let each = values.iter().filter_map(|value| self.shown(name, value, currency));
                each.collect::<Vec<_>>().join(if is_of_parts { "; " } else { ", " })
            }
            Value::Object(inner) => {
                let currency = currency_of(inner).or(currency);
                let part = |(name, value): (&String, &Value)| {
                    let words = self.shown(name, value, currency)?;
                    Some(format!("{}: {words}", self.label(name)))
                };
                inner.iter().filter_map(part).collect::<Vec<_>>().join(" · ")
            }
        };
        let text = match text.char_indices().nth(LONGEST) {
            Some((end, _)) => format!("{}…", &text[..end]),
            None => text,
        };
        Some(text).filter(|text| !text.is_empty())
    }

    /// A text: the name behind an id, a moment, a day, a word of ours; none for
    /// an id that nothing is called by.
    fn text(&self, name: &str, text: &str) -> Option<String> {
        if let Some(id) = id(text) {
            return self.names.get(&id).cloned();
        }
        if let Ok(at) = text.parse::<DateTime<Utc>>() {
            return Some(when::moment(self.reader, at));
        }
        if let Ok(day) = text.parse::<NaiveDate>() {
            return Some(self.reader.phrases.day(day.into()));
        }
        let key = match (self.room, name) {
            ("interaction", "kind") => Kind::named(text).map(interactions::key),
            ("staff", "role" | "") => Role::named(text).map(role_key),
            _ => None,
        };
        if let Some(key) = key {
            return Some(self.reader.say(key));
        }
        Some(match self.field(name) {
            Some(field) => inputs::shown(self.reader, field, text, &[]),
            None => text.to_owned(),
        })
    }

    /// The field of customers of this name, where it is about customers.
    fn field(&self, name: &str) -> Option<Field> {
        Field::named(name).filter(|_| self.room == "customer")
    }

    /// What people call what has this name.
    fn label(&self, name: &str) -> String {
        if let Some(field) = self.field(name) {
            return self.reader.say(&inputs::key(field));
        }
        let key = match (self.room, name) {
            (_, "name") => "field-name",
            (_, "email") => "field-email",
            (_, "phone") => "field-phone",
            (_, "language") => "field-language",
            (_, "currency") => "list-currency",
            (_, "lines") => "order-lines",
            (_, "source") => "imports-source",
            (_, "files") => "imports-files",
            ("contact", "role") => "contact-role",
            ("staff", "role") => "user-role",
            ("interaction", "text") => "interaction-text",
            _ => return plain(name),
        };
        self.reader.say(key)
    }
}

/// The id a text is, as ids are kept: others may be somebody's own codes.
fn id(text: &str) -> Option<Uuid> {
    text.parse().ok().filter(|id: &Uuid| id.hyphenated().to_string() == text)
}

/// What amounts in it are in, where it says so.
fn currency_of(object: &Map<String, Value>) -> Option<Currency> {
    object.get("currency")?.as_str()?.parse().ok()
}

fn is_nothing(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.is_empty(),
        Value::Array(values) => values.is_empty(),
        Value::Bool(_) | Value::Number(_) | Value::Object(_) => false,
    }
}

#[cfg(test)]
mod tests {
    use kernel::Language;
    use serde_json::json;

    use super::*;

    fn said_in(language: Language, room: &str, body: &str, names: &Names) -> String {
        let reader = Reader::plain(language);
        Telling { reader, room, names }.lines(body).join("; ")
    }

    fn said(room: &str, body: &str) -> String {
        said_in(Language::English, room, body, &Names::new())
    }

    #[test]
    fn what_changed_is_told_with_what_it_was() {
        assert_eq!(said("staff", r#"{"from":"agent","to":"owner"}"#), "Agent → Owner");
        assert_eq!(
            said(
                "contact",
                r#"{"from":{"name":"Rye","phone":null},"to":{"name":"Rye","phone":"010"}}"#
            ),
            "Telephone: – → 010"
        );
        let why = r#"{"changes":[{"field":"why_us","from":null,"to":"The bread"}]}"#;
        assert_eq!(said("customer", why), "Why they choose us: – → The bread");
        let greek = said_in(Language::Greek, "customer", why, &Names::new());
        assert!(greek.ends_with(": – → The bread") && !greek.contains("why"), "{greek}");
        assert_eq!(said("token", r#"{"name":"shop","expires_at":null}"#), "Name: shop");
        assert_eq!(
            said("contact", r#"{"details":{"name":"Rose","role":"Barista","phone":null}}"#),
            "Name: Rose; What they do there: Barista"
        );
        assert_eq!(said("customer", "not JSON"), "");
    }

    #[test]
    fn an_order_is_told_in_money_and_days_without_ids() {
        let line = json!({
            "product": Uuid::from_u128(7), "name": "Rye", "quantity": 2, "unit_price": 1_250,
        });
        let placed = json!({
            "source": "", "placed_at": "2026-03-01T19:44:48.702572Z", "currency": "EUR",
            "total": 2_500, "lines": [line],
        });
        let told = said("order", &placed.to_string());
        assert!(told.contains("placed at: 1 March 2026, 19:44"), "{told}");
        assert!(told.contains("total: €25.00") && told.contains("unit price: €12.50"), "{told}");
        assert!(told.contains("What was bought: Name: Rye"), "{told}");
        assert!(!told.contains(&Uuid::from_u128(7).to_string()), "{told}");
    }

    #[test]
    fn what_only_the_program_knows_is_left_out() {
        let file = json!({ "name": "a.png", "hash": "f8ff7c2d", "sniffed": "image/png" });
        assert_eq!(said("interaction", &file.to_string()), "Name: a.png");
        let tiers = json!({ "from": { "tiers": [] }, "to": { "tiers": [
            { "name": "silver", "spent_a_year": 20_000 }, { "name": "gold", "spent_a_year": 1 },
        ] } });
        let told = said("settings", &tiers.to_string());
        assert!(!told.contains(['{', '"']) && told.contains("Name: silver"), "{told}");
        assert_eq!(said("interaction", r#"{"kind":"visit"}"#), "kind: Visit");
    }

    #[test]
    fn colleagues_are_called_by_their_names() {
        let (nora, gone) = (Uuid::from_u128(1), Uuid::from_u128(2));
        let names = Names::from([(nora, "Nora".to_owned())]);
        let said =
            |room: &str, body: Value| said_in(Language::English, room, &body.to_string(), &names);
        let owner = |from, to| json!([{ "field": "owner", "from": from, "to": to }]);
        assert_eq!(
            said("customer", json!({ "changes": owner(Some(gone), Some(nora)) })),
            "Looked after by: … → Nora"
        );
        assert_eq!(
            said("customer", json!({ "known": owner(None, Some(nora)) })),
            "Looked after by: – → Nora"
        );
        assert_eq!(
            said("interaction", json!({ "text": "Tea", "mentioned": [nora, gone] })),
            "What was said: Tea; mentioned: Nora"
        );
    }

    #[test]
    fn a_long_value_is_cut_between_letters() {
        let body = json!({ "note": "ա".repeat(300) }).to_string();
        assert_eq!(said("interaction", &body).chars().count(), "note: ".len() + LONGEST + 1);
    }
}

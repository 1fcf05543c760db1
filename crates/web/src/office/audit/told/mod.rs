//! What an entry of the log holds, line by line, for people: in their language,
//! in their days and hours, money as money, and nothing that only the program
//! knows.

mod meaning;
mod values;

#[cfg(test)]
mod samples;
#[cfg(test)]
mod tests;

use std::collections::HashMap;

use domain::know::customers::{CustomerChanged, CustomerRemoved};
use domain::know::fields::CustomField;
use kernel::Currency;
use serde_json::{Map, Value};
use store::log::Event as _;
use uuid::Uuid;

use super::words::plain;
use crate::Reader;
use meaning::{Meaning, Shows, meaning};
use values::{id, is_nothing, name_fields};

/// Under what names events hold fields that changed, each with what it was.
const CHANGES: [&str; 2] = ["changes", "known"];
/// Under what name they hold what many customers are to become.
const ALTER: &str = "alter";
/// Under what name they hold the orders of a file, each a list of its fields.
const ORDERS: &str = "orders";
/// So many of what comes in numbers, such as the orders of a file, are told.
const MOST: usize = 20;

/// Names of what events know by its id: colleagues, programs, customers.
pub type Names = HashMap<Uuid, String>;

/// Tells what entries of a kind hold.
#[derive(Clone, Copy)]
pub struct Telling<'n> {
    /// Who reads it.
    pub reader: Reader,
    /// The kind of the entry.
    pub kind: &'n str,
    /// Names of what is known by its id.
    pub names: &'n Names,
    /// The fields that the business made up.
    pub own: &'n [CustomField],
    /// What amounts are in that say nothing else.
    pub currency: Currency,
}

impl Telling<'_> {
    /// "Name: old → new" for what changed, "name: value" for the rest.
    pub fn lines(&self, body: &str) -> Vec<String> {
        let Ok(Value::Object(mut event)) = serde_json::from_str::<Value>(body) else {
            return Vec::new();
        };
        name_fields(event.get_mut(ORDERS));
        let currency = currency_of(&event).unwrap_or(self.currency);
        let mut lines = Vec::new();
        if let (Some(from), Some(to)) = (event.get("from"), event.get("to")) {
            let label = if to.is_object() { String::new() } else { self.label("") };
            self.differ(&label, "", [from, to], [currency; 2], &mut lines);
        }
        let changes = CHANGES.iter().filter_map(|name| event.get(*name)?.as_array());
        for change in changes.flatten() {
            let text = |name: &str| change.get(name).and_then(Value::as_str);
            let field = text("field").unwrap_or_default();
            // Fields that the business made up say what they were called.
            let label = text("name").map_or_else(|| self.label(field), str::to_owned);
            let value = |name: &str| change.get(name).unwrap_or(&Value::Null);
            let mut values = [value("from"), value("to")];
            // It holds what was known, as it would be added again.
            if self.kind == CustomerRemoved::KIND {
                values.reverse();
            }
            self.differ(&label, field, values, [currency; 2], &mut lines);
        }
        if let Some(Value::Object(alter)) = event.get(ALTER) {
            lines.extend(self.alters(alter));
        }
        let is_told = |name: &str| matches!(name, "from" | "to" | ALTER) || CHANGES.contains(&name);
        for (name, value) in event.iter().filter(|(name, _)| !is_told(name)) {
            self.holds(name, value, currency, &mut lines);
        }
        // An import counts what it read and what of it is there.
        let mut said = Vec::with_capacity(lines.len());
        for line in lines {
            if !said.contains(&line) {
                said.push(line);
            }
        }
        said
    }

    /// What a value holds, and each value in it; nothing about nothing.
    fn holds(&self, name: &str, value: &Value, currency: Currency, lines: &mut Vec<String>) {
        match value {
            Value::Object(inner) => {
                let currency = currency_of(inner).unwrap_or(currency);
                for (name, value) in inner {
                    self.holds(name, value, currency, lines);
                }
            }
            Value::Array(values) if values.iter().any(Value::is_object) => {
                let label = self.label(name);
                let each = values.iter().filter_map(|value| self.shown(name, value, currency));
                lines.extend(each.take(MOST).map(|words| format!("{label}: {words}")));
                if let Some(more) = values.len().checked_sub(MOST).filter(|more| *more > 0) {
                    lines.push(format!("{label}: … +{more}"));
                }
            }
            value => {
                let words = self.shown(name, value, currency);
                lines.extend(words.map(|words| format!("{}: {words}", self.label(name))));
            }
        }
    }

    /// What a value was and what it became, each in the currency it says.
    fn differ(
        &self,
        label: &str,
        name: &str,
        [from, to]: [&Value; 2],
        [paid_in, now_in]: [Currency; 2],
        lines: &mut Vec<String>,
    ) {
        if let (Value::Object(from), Value::Object(to)) = (from, to) {
            let currency = |of, above| currency_of(of).unwrap_or(above);
            let currencies = [currency(from, paid_in), currency(to, now_in)];
            for (inner, now) in to {
                let words = self.label(inner);
                let label = if label.is_empty() { words } else { format!("{label}, {words}") };
                let was = from.get(inner).unwrap_or(&Value::Null);
                self.differ(&label, inner, [was, now], currencies, lines);
            }
            return;
        }
        let is_untold = matches!(meaning(self.kind, name), Some(Meaning::Untold));
        let is_money = matches!(meaning(self.kind, name), Some(Meaning::Told(_, Shows::Amount)));
        if is_untold || (from == to && !(is_money && paid_in != now_in)) {
            return;
        }
        let words = |value: &Value, currency| match self.shown(name, value, currency) {
            Some(words) => words,
            None if is_nothing(value) => "–".to_owned(),
            // What nobody has a name for.
            None => "…".to_owned(),
        };
        let change = format!("{} → {}", words(from, paid_in), words(to, now_in));
        lines.push(if label.is_empty() { change } else { format!("{label}: {change}") });
    }

    /// What many customers are to become.
    fn alters(&self, alter: &Map<String, Value>) -> Option<String> {
        let text = |name: &str| alter.get(name).and_then(Value::as_str);
        let tagged = match text("alter")? {
            "tag" => "timeline-tagged",
            "untag" => "timeline-untagged",
            _ => {
                let of_customers = Telling { kind: CustomerChanged::KIND, ..*self };
                let (field, value) = (text("field")?, alter.get("value")?);
                let words = of_customers.shown(field, value, self.currency);
                let words = words.unwrap_or_else(|| "–".to_owned());
                return Some(format!("{}: {words}", of_customers.label(field)));
            }
        };
        let tag = text("tag")?;
        Some(self.reader.phrases.say_with(tagged, &[("tag", tag.into())]))
    }

    /// What people call what has this name.
    fn label(&self, name: &str) -> String {
        if let Some(field) = self.own_field(name) {
            return field.name.clone();
        }
        match meaning(self.kind, name) {
            Some(Meaning::Told(key, _)) => self.reader.say(&key),
            // A field that the business has made up and removed.
            None if id(name).is_some() => "…".to_owned(),
            Some(Meaning::Untold) | None => plain(name),
        }
    }

    /// The field of this id that the business made up.
    fn own_field(&self, name: &str) -> Option<&CustomField> {
        let id = id(name)?;
        self.own.iter().find(|field| Uuid::from(field.id) == id)
    }
}

/// What amounts in it are in, where it says so.
fn currency_of(object: &Map<String, Value>) -> Option<Currency> {
    object.get("currency")?.as_str()?.parse().ok()
}

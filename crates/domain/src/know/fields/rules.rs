//! What a field may be called and hold. Pure.

use chrono::NaiveDate;

use super::{FieldError, Holds};
use crate::know::customers::{self, Field, Refused};
use crate::know::query::Name;

/// Fields a business may make up.
pub const MOST_FIELDS: usize = 40;
/// Words a choice may have.
pub const MOST_CHOICES: usize = 50;
/// Characters of a name or a choice.
const LONGEST: usize = 60;
/// Characters of a value.
const LONGEST_VALUE: usize = 1000;
/// Characters of a text that lists are sifted by: those after say nothing new.
const SORTED: usize = 100;
/// Decimals of a number.
const DECIMALS: u32 = 4;
/// What a number is kept in so many of.
const UNIT: i64 = 10_i64.pow(DECIMALS);
/// Numbers lie between minus and plus so much.
const GREATEST: i64 = 1_000_000_000_000;

/// A name as it is kept.
pub fn name(text: &str) -> Result<String, FieldError> {
    let line = customers::one_line(text);
    line.filter(|line| (1..=LONGEST).contains(&line.chars().count())).ok_or(FieldError::NoName)
}

/// The word that stands for a name in queries: its letters and digits in lower
/// case, with `_` between its words. Empty where it would begin with none.
pub fn key(name: &str) -> String {
    let words = name.split(|letter: char| !letter.is_alphanumeric());
    let words: Vec<String> = words.filter(|word| !word.is_empty()).map(str::to_lowercase).collect();
    let key = words.join("_");
    let is_one = key.starts_with(char::is_alphabetic)
        && key.chars().all(|letter| letter.is_alphanumeric() || letter == '_');
    if is_one { key } else { String::new() }
}

/// Whether a key means something already.
pub fn is_ours(key: &str) -> bool {
    Name::of_word(key).is_some() || Field::named(key).is_some()
}

/// What a field may hold, its choices each once.
pub fn holds(holds: &Holds) -> Result<Holds, FieldError> {
    let Holds::Choice { of } = holds else { return Ok(holds.clone()) };
    let mut choices: Vec<String> = Vec::new();
    for word in of {
        let word = match customers::one_line(word) {
            Some(word) if word.is_empty() => continue,
            Some(word) if word.chars().count() <= LONGEST => word,
            Some(_) | None => return Err(FieldError::NoChoices),
        };
        let is_new = choices.iter().all(|known| known.to_lowercase() != word.to_lowercase());
        if is_new {
            choices.push(word);
        }
    }
    if !(2..=MOST_CHOICES).contains(&choices.len()) {
        return Err(FieldError::NoChoices);
    }
    Ok(Holds::Choice { of: choices })
}

impl Holds {
    /// The one text a value is kept as; None for an empty one.
    ///
    /// # Errors
    /// Where the field cannot hold it.
    pub fn canonical(&self, text: &str) -> Result<Option<String>, Refused> {
        let text = text.trim();
        if text.is_empty() {
            return Ok(None);
        }
        if text.chars().count() > LONGEST_VALUE {
            return Err(Refused::TooLong(LONGEST_VALUE));
        }
        let value = match self {
            Holds::Text => customers::one_line(text),
            Holds::Number => number(text).map(written),
            Holds::Date => day(text).map(|day| day.format("%Y-%m-%d").to_string()),
            Holds::Choice { of } => {
                of.iter().find(|word| word.to_lowercase() == text.to_lowercase()).cloned()
            }
            Holds::YesNo => yes_no(text).map(str::to_owned),
        };
        value.map(Some).ok_or(Refused::NotOne)
    }

    /// A value, or what a query says it should be, in a form whose bytes stand
    /// in the order of what they mean; none for what the field cannot hold.
    #[must_use]
    pub fn sort_value(&self, text: &str) -> Option<String> {
        match self {
            Holds::Text | Holds::Choice { .. } => {
                Some(text.to_lowercase().chars().take(SORTED).collect())
            }
            // From zero on, so that no sign stands in the way.
            Holds::Number => number(text).map(|number| format!("{:020}", number + GREATEST * UNIT)),
            Holds::Date => day(text).map(|day| day.format("%Y-%m-%d").to_string()),
            Holds::YesNo => yes_no(text).map(str::to_owned),
        }
    }
}

/// In ten-thousandths.
fn number(text: &str) -> Option<i64> {
    kernel::decimal(text, DECIMALS).filter(|number| number.abs() < GREATEST * UNIT)
}

fn written(number: i64) -> String {
    let sign = if number < 0 { "-" } else { "" };
    let (whole, part) = (number.abs() / UNIT, number.abs() % UNIT);
    let part = format!("{part:04}");
    match part.trim_end_matches('0') {
        "" => format!("{sign}{whole}"),
        part => format!("{sign}{whole}.{part}"),
    }
}

fn day(text: &str) -> Option<NaiveDate> {
    let day = NaiveDate::parse_from_str(text, "%Y-%m-%d").ok()?;
    (day.format("%Y-%m-%d").to_string() == text).then_some(day)
}

fn yes_no(text: &str) -> Option<&'static str> {
    match text.to_lowercase().as_str() {
        "yes" | "true" => Some("yes"),
        "no" | "false" => Some("no"),
        _ => None,
    }
}

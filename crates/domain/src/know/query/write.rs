//! The canonical text of a query.

use std::fmt;

use review::figures::Standing;

use super::model::{Condition, Consent, Known, Owner, Query, Test};
use super::span::Span;
use crate::know::customers::{Field, Kind};

impl fmt::Display for Query {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, condition) in self.conditions.iter().enumerate() {
            if place > 0 {
                f.write_str(" ")?;
            }
            write!(f, "{condition}")?;
        }
        Ok(())
    }
}

impl fmt::Display for Condition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_negated {
            f.write_str("-")?;
        }
        if let Some(name) = self.test.name() {
            write!(f, "{name}:")?;
        }
        f.write_str(&self.test.value())
    }
}

impl Test {
    /// What stands behind the name.
    fn value(&self) -> String {
        match self {
            Test::Word(word) => word.clone(),
            Test::Exact(words) => in_quotes(words),
            Test::Owner(owners) => any(owners, |owner| match owner {
                Owner::Me => "me".to_owned(),
                Owner::Nobody => "none".to_owned(),
                Owner::Named(name) if ["me", "none"].contains(&name.as_str()) => in_quotes(name),
                Owner::Named(name) => value(name),
            }),
            Test::Seen(span) | Test::Added(span) => written(span, ToString::to_string),
            Test::Spent(span, currency) => {
                let code = currency.map(|currency| currency.to_string()).unwrap_or_default();
                format!("{}{code}", written(span, ToString::to_string))
            }
            Test::Orders(span) | Test::Risk(span) => written(span, ToString::to_string),
            Test::Team(words)
            | Test::Tag(words)
            | Test::Tier(words)
            | Test::Country(words)
            | Test::City(words) => any(words, |word| value(word)),
            Test::Standing(standings) => any(standings, |one| standing_word(*one).to_owned()),
            Test::Kind(kinds) => any(kinds, |kind: &Kind| kind.word().to_owned()),
            Test::Language(languages) => any(languages, |language| language.code().to_owned()),
            Test::Consent(words) => any(words, |word| word.word().to_owned()),
            Test::Has(known) | Test::Lacks(known) => any(known, |known| known.word().to_owned()),
            Test::Own(_, span) => written(span, |values| any(values, |word| value(word))),
        }
    }
}

impl Consent {
    /// All there is to say.
    pub const ALL: [Consent; 3] = [Consent::Given, Consent::Objected, Consent::Unsaid];

    /// How it is written.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Consent::Given => "given",
            Consent::Objected => "objected",
            Consent::Unsaid => "none",
        }
    }
}

impl Known {
    /// How it is written.
    #[must_use]
    pub fn word(&self) -> &str {
        match self {
            Known::Field(Field::Marketing) => "consent",
            Known::Field(field) => field.name(),
            Known::Tag => "tag",
            Known::Order => "orders",
            Known::Own(key) => key,
        }
    }
}

/// How it is written whether somebody still comes.
#[must_use]
pub fn standing_word(standing: Standing) -> &'static str {
    match standing {
        Standing::Active => "active",
        Standing::GoneQuiet => "quiet",
        Standing::Lost => "lost",
    }
}

fn any<T>(values: &[T], written: impl Fn(&T) -> String) -> String {
    values.iter().map(written).collect::<Vec<_>>().join(",")
}

fn written<T>(span: &Span<T>, end: impl Fn(&T) -> String) -> String {
    match span {
        Span::Is(value) => end(value),
        Span::Below(value) => format!("<{}", end(value)),
        Span::AtMost(value) => format!("<={}", end(value)),
        Span::Above(value) => format!(">{}", end(value)),
        Span::AtLeast(value) => format!(">={}", end(value)),
        Span::Between(from, to) => format!("{}..{}", end(from), end(to)),
    }
}

/// A value as it can be read again: in quotes where its signs would be taken
/// for ours.
fn value(text: &str) -> String {
    let is_plain =
        !text.contains(|c: char| c.is_whitespace() || "\",<>=".contains(c)) && !text.contains("..");
    if is_plain { text.to_owned() } else { in_quotes(text) }
}

fn in_quotes(text: &str) -> String {
    format!("\"{}\"", text.replace('"', "\"\""))
}

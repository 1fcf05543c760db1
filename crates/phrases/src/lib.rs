//! What we say to people.
//!
//! Every word a person reads stands in a Fluent file under `messages/<language>/`,
//! in all five languages; [`Phrases`] says it, and writes numbers, money, days
//! and lists as the language does. A message is found by its key alone: there
//! is no falling back to another language, because a test fails where a key,
//! a variable or a plural form is missing.

mod dates;
mod loader;
mod money;
mod numbers;

use kernel::Language;

/// What a message is filled with: a text, or a number that selects the plural
/// form and is shown as the language writes it (exact up to 2^53).
pub use fluent_templates::fluent_bundle::FluentValue as Value;

/// Who asks: what they can do about something is done elsewhere by each, and
/// messages choose their words by `$asker`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asker {
    /// Whoever typed a command.
    Command,
    /// Whoever looks at a page.
    Page,
}

impl Asker {
    /// What a message that chooses by it is filled with.
    #[must_use]
    pub fn variable(self) -> (&'static str, Value<'static>) {
        let name = match self {
            Asker::Command => "command",
            Asker::Page => "page",
        };
        ("asker", Value::from(name))
    }
}

/// Speaks one language. Copy it freely: it is a handle to static messages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Phrases {
    language: Language,
}

impl Phrases {
    /// Speaks `language`.
    #[must_use]
    pub fn of(language: Language) -> Self {
        Self { language }
    }

    /// The language spoken.
    #[must_use]
    pub fn language(self) -> Language {
        self.language
    }

    /// The message `key` (`key.attribute` for an attribute), which takes no variables.
    #[must_use]
    pub fn say(self, key: &str) -> String {
        loader::look_up(self.language, key, &[])
    }

    /// The message `key` with its variables filled in. A message that does not
    /// exist or lacks a variable is said as `‹key›`; tests keep that from
    /// reaching anyone.
    #[must_use]
    pub fn say_with(self, key: &str, variables: &[(&'static str, Value<'_>)]) -> String {
        loader::look_up(self.language, key, variables)
    }

    /// So many days, with the right plural: "1 day", "47 days".
    #[must_use]
    pub fn days(self, days: u32) -> String {
        self.say_with("count-days", &[("count", Value::from(days))])
    }

    /// So many months, with the right plural: "12 months".
    #[must_use]
    pub fn months(self, months: u32) -> String {
        self.say_with("count-months", &[("count", Value::from(months))])
    }

    /// "a", "a and b", "a, b and c".
    #[must_use]
    pub fn list(self, items: &[String]) -> String {
        match items {
            [] => String::new(),
            [only] => only.clone(),
            [first @ .., last] => self.say_with(
                "list-and",
                &[("first", first.join(", ").into()), ("last", last.as_str().into())],
            ),
        }
    }
}

#[cfg(test)]
mod tests;

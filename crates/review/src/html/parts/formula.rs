//! The `ƒ` beside a figure: a button that opens how it is computed.

use std::fmt;

use askama::Template;

/// What the `ƒ` of one figure tells.
#[derive(Template, Clone)]
#[template(path = "parts/formula.html")]
pub(in crate::html) struct Formula {
    /// Unique within the page.
    pub id: String,
    /// What the button is called for those who do not see the `ƒ`.
    pub label: String,
    /// The figure.
    pub name: String,
    /// How it is computed, in words and symbols.
    pub text: String,
    /// Period, day and counts.
    pub facts: Vec<(String, String)>,
}

/// Words with the `ƒ` behind the last of them, never on a line of its own.
#[derive(Template)]
#[template(path = "parts/explained.html")]
pub(in crate::html) struct Explained<'a> {
    words: &'a str,
    last: &'a str,
    formula: &'a Formula,
}

impl Formula {
    /// These words, explained by this formula.
    pub fn after<'a>(&'a self, words: &'a str) -> Explained<'a> {
        let words = words.trim_end();
        let (words, last) = words.rsplit_once(' ').unwrap_or(("", words));
        Explained { words, last, formula: self }
    }

    /// With one more fact.
    pub fn with(mut self, name: impl fmt::Display, value: impl fmt::Display) -> Self {
        self.facts.push((name.to_string(), value.to_string()));
        self
    }
}

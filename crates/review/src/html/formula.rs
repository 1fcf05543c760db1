//! The `ƒ` beside a figure: a button that opens how it is computed.

use std::fmt;

use askama::Template;

/// What the `ƒ` of one figure tells.
#[derive(Template, Clone)]
#[template(path = "formula.html")]
pub(super) struct Formula {
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

impl Formula {
    /// With one more fact.
    pub fn with(mut self, name: impl fmt::Display, value: impl fmt::Display) -> Self {
        self.facts.push((name.to_string(), value.to_string()));
        self
    }
}

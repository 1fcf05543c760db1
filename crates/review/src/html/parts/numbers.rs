//! Numbers side by side, each with its `ƒ`.

use askama::Template;

use super::Formula;

/// One number with what it is, what to compare it with, and its `ƒ`.
pub(in crate::html) struct Number {
    pub label: String,
    pub value: String,
    pub note: String,
    pub href: Option<&'static str>,
    pub formula: Formula,
}

/// Numbers side by side.
#[derive(Template)]
#[template(path = "parts/numbers.html")]
pub(in crate::html) struct Numbers {
    pub numbers: Vec<Number>,
}

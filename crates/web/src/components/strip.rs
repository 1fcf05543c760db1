//! The few numbers that say how somebody stands.

use askama::Template;

use super::Tone;

/// One number: what it is, how much, what to know about it.
#[derive(Template)]
#[template(path = "components/number.html")]
pub struct Number {
    /// What it is.
    pub name: String,
    /// How much; none where it cannot be said yet.
    pub value: Option<String>,
    /// What to know about it: its interval, since when, why not yet.
    pub note: String,
    /// The customers, orders or formula behind it.
    pub href: String,
    /// What it means.
    pub tone: Tone,
    /// How it came to be, drawn by [`charts::Spark`].
    pub spark: Option<charts::Spark>,
}

/// Numbers side by side, and as of when they are.
#[derive(Template)]
#[template(path = "components/strip.html")]
pub struct Strip {
    /// What they are about.
    pub label: String,
    /// Five on the page of a customer.
    pub numbers: Vec<Number>,
    /// As of when, in words.
    pub as_of: String,
    /// Whether that is long ago.
    pub is_past: bool,
}

//! The way through a long list, a page at a time.

use askama::Template;
use phrases::Phrases;

/// The way through a long list. Pages are found by the last row of the one
/// before, never by number.
#[derive(Template)]
#[template(path = "components/pager.html")]
pub struct Pager {
    /// Which rows these are, of how many: "1–50 of 10,000+".
    pub shown: String,
    /// The page before.
    pub previous: Option<String>,
    /// The next page.
    pub next: Option<String>,
    /// The reader's language.
    pub phrases: Phrases,
}

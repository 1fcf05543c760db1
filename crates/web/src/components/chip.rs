//! One condition of a filter, to be taken away with a click.

use askama::Template;
use phrases::Phrases;

/// One condition of a filter.
#[derive(Template)]
#[template(path = "components/chip.html")]
pub struct Chip {
    /// What it asks for.
    pub words: String,
    /// The same list without it.
    pub without: String,
    /// The reader's language.
    pub phrases: Phrases,
}

//! The head of a column that sorts its table.

use askama::Template;
use phrases::Phrases;

/// Which way a column is sorted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// The smallest first.
    Ascending,
    /// The largest first.
    Descending,
}

/// The head of a column that sorts its table.
#[derive(Template)]
#[template(path = "components/sort_head.html")]
pub struct SortHead {
    /// What the column holds.
    pub name: String,
    /// The same list sorted by it, the other way round where it is already.
    pub href: String,
    /// Which way the table is sorted by it now, if it is.
    pub sorted: Option<Direction>,
    /// Whether it holds numbers, which stand at the end of their column.
    pub is_number: bool,
    /// The reader's language.
    pub phrases: Phrases,
}

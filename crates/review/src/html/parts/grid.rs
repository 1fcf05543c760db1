//! Plain tables. Where a table with many columns has no room, each row stands
//! by itself with its figures named, so that none is out of sight.

use askama::Template;

use super::Formula;

/// One row; the first cell is its heading.
#[derive(Default)]
pub(in crate::html) struct GridRow {
    pub label: String,
    /// The label in full where it was cut.
    pub full: String,
    pub formula: Option<Formula>,
    /// What the label means, said below it.
    pub meaning: String,
    pub cells: Vec<String>,
    /// Whether to set it apart as a result.
    pub strong: bool,
}

impl GridRow {
    pub fn new(label: impl Into<String>, cells: Vec<String>) -> Self {
        Self { label: glued(&label.into()), cells, ..Self::default() }
    }

    pub fn explained(mut self, formula: Formula) -> Self {
        self.formula = Some(formula);
        self
    }

    pub fn meaning(mut self, said: String) -> Self {
        self.meaning = said;
        self
    }

    pub fn strong(mut self) -> Self {
        self.strong = true;
        self
    }

    /// With the label in full as its tooltip.
    pub fn called(mut self, full: &str) -> Self {
        full.clone_into(&mut self.full);
        self
    }
}

/// A heading and the `ƒ` of its column.
pub(in crate::html) struct Heading {
    pub text: String,
    pub formula: Option<Formula>,
}

impl Heading {
    pub fn plain(text: String) -> Self {
        Self { text, formula: None }
    }

    pub fn explained(text: String, formula: Formula) -> Self {
        Self { text, formula: Some(formula) }
    }
}

/// A table; all but the first column hold figures.
#[derive(Template)]
#[template(path = "parts/grid.html")]
pub(in crate::html) struct Grid {
    pub caption: String,
    /// Whether the heading above already says what the caption does.
    pub quiet: bool,
    /// Whether it has more columns than a phone has room for.
    pub wide: bool,
    pub head: Vec<Heading>,
    pub rows: Vec<GridRow>,
}

/// "1.31 – 1.77" on one line.
pub(in crate::html) fn on_one_line(span: &str) -> String {
    glued(&span.replace(' ', "\u{a0}"))
}

/// The text with its dashes joined to the space behind them, if no line may
/// break there: without a word joiner a line may break after any dash.
fn glued(text: &str) -> String {
    text.replace("–\u{a0}", "–\u{2060}\u{a0}")
}

//! Plain tables that scroll inside their own box.

use askama::Template;

use super::formula::Formula;

/// One row; the first cell is its heading.
#[derive(Default)]
pub(super) struct GridRow {
    pub label: String,
    /// The label in full where it was cut.
    pub full: String,
    pub formula: Option<Formula>,
    pub cells: Vec<String>,
    /// Whether to set it apart as a result.
    pub strong: bool,
}

impl GridRow {
    pub fn new(label: impl Into<String>, cells: Vec<String>) -> Self {
        Self { label: label.into(), cells, ..Self::default() }
    }

    pub fn explained(mut self, formula: Formula) -> Self {
        self.formula = Some(formula);
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
pub(super) struct Heading {
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
#[template(path = "grid.html")]
pub(super) struct Grid {
    pub caption: String,
    /// Whether the heading above already says what the caption does.
    pub quiet: bool,
    pub head: Vec<Heading>,
    pub rows: Vec<GridRow>,
}

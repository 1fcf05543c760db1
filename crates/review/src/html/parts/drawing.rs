//! A chart with its heading.

use charts::Chart;

use super::Formula;

/// A chart below its title, which its `ƒ` follows where it has one.
pub(in crate::html) struct Drawing {
    pub title: String,
    pub formula: Option<Formula>,
    pub chart: String,
}

impl Drawing {
    /// The chart under its own title.
    pub fn of(chart: &dyn Chart) -> Self {
        Self { title: chart.words().title.clone(), formula: None, chart: charts::figure(chart) }
    }

    pub fn explained(mut self, formula: Formula) -> Self {
        self.formula = Some(formula);
        self
    }
}

//! Vertical bars over time, stacked, with losses hanging below zero.

use crate::plot::Plot;
use crate::svg::Svg;
use crate::table::{NO_VALUE, Table};
use crate::{Axis, Chart, Every, Tone, Words};

/// Height of the chart in user units.
const HEIGHT: f64 = 220.0;

/// What one part of every column stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Series {
    /// Its name.
    pub name: String,
    /// Its colour.
    pub tone: Tone,
    /// Whether it hangs below zero.
    pub below: bool,
}

/// One column.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Column {
    /// Its place on the x axis, in full for the table.
    pub label: String,
    /// The same, short, for the axis.
    pub short: String,
    /// One value per series, at least 0; negative and non-finite ones are not drawn.
    pub values: Vec<f64>,
    /// Whether it is only part of what it will be; drawn paler.
    pub partial: bool,
    /// Where it leads.
    pub href: Option<String>,
}

/// Stacked columns, zero-based.
pub struct Columns<'a> {
    /// Title and the like.
    pub words: Words,
    /// What the x axis runs over; heads the first column of the table.
    pub over: String,
    /// The y axis.
    pub axis: Axis<'a>,
    /// The parts of a column, stacked away from zero in this order.
    pub series: Vec<Series>,
    /// What lies between one column and the next.
    pub every: Every,
    /// The columns, left first.
    pub columns: Vec<Column>,
    /// What to write beside a column that is only partial.
    pub partial: String,
}

fn drawable(value: f64) -> f64 {
    if value.is_finite() { value.max(0.0) } else { 0.0 }
}

impl Columns<'_> {
    fn height_of(&self, column: &Column, below: bool) -> f64 {
        let parts = self.series.iter().zip(&column.values);
        parts.filter(|(series, _)| series.below == below).map(|(_, v)| drawable(*v)).sum()
    }

    fn most(&self, below: bool) -> f64 {
        self.columns.iter().map(|column| self.height_of(column, below)).fold(0.0, f64::max)
    }

    fn label(&self, column: &Column) -> String {
        if column.partial {
            format!("{} ({})", column.label, self.partial)
        } else {
            column.label.clone()
        }
    }

    fn tooltip(&self, column: &Column) -> String {
        let parts: Vec<String> = self
            .series
            .iter()
            .zip(&column.values)
            .filter(|(_, value)| value.is_finite())
            .map(|(series, value)| format!("{} {}", series.name, (self.axis.shown)(*value)))
            .collect();
        format!("{}: {}", self.label(column), parts.join(", "))
    }
}

impl Chart for Columns<'_> {
    fn words(&self) -> &Words {
        &self.words
    }

    fn is_empty(&self) -> bool {
        self.most(false) <= 0.0 && self.most(true) <= 0.0
    }

    fn svg(&self) -> String {
        let plot = Plot::new(HEIGHT, self.most(true), self.most(false), &self.axis);
        let linked = self.columns.iter().any(|column| column.href.is_some());
        let mut svg = Svg::scaling(&self.words, HEIGHT, linked);
        plot.grid(&mut svg);
        let slot = (plot.right - plot.left) / self.columns.len().max(1) as f64;
        let width = (slot * 0.72).min(40.0);
        let middle = |k: usize| plot.left + (k as f64 + 0.5) * slot;
        for (k, column) in self.columns.iter().enumerate() {
            svg.mark(column.href.as_deref(), &self.tooltip(column), |svg| {
                let (mut up, mut down) = (0.0, 0.0);
                for (series, value) in self.series.iter().zip(&column.values) {
                    let value = drawable(*value);
                    if value <= 0.0 {
                        continue;
                    }
                    let (top, bottom) = if series.below {
                        down += value;
                        (plot.y.at(value - down), plot.y.at(-down))
                    } else {
                        up += value;
                        (plot.y.at(up), plot.y.at(up - value))
                    };
                    let partial = if column.partial { " partial" } else { "" };
                    let class = format!("mark {}{partial}", series.tone.class());
                    svg.rect(middle(k) - width / 2.0, top, width, bottom - top, &class);
                }
            });
        }
        let labels: Vec<(f64, &str)> =
            self.columns.iter().enumerate().map(|(k, c)| (middle(k), c.short.as_str())).collect();
        plot.x_labels(&mut svg, self.every, &labels);
        plot.names(&mut svg, self.series.iter().map(|s| (s.name.as_str(), s.tone)));
        svg.close()
    }

    fn table(&self) -> Table {
        let head = std::iter::once(self.over.clone());
        let head = head.chain(self.series.iter().map(|series| series.name.clone())).collect();
        let shown = |value: &f64| {
            if value.is_finite() { (self.axis.shown)(*value) } else { NO_VALUE.to_owned() }
        };
        let row = |column: &Column| {
            std::iter::once(self.label(column)).chain(column.values.iter().map(shown)).collect()
        };
        Table { head, rows: self.columns.iter().map(row).collect() }
    }
}

//! Charts as SVG from plain numbers.
//!
//! Numbers and ready-made label strings in, text out; nothing here knows what
//! is drawn. Every chart is a plain struct with public fields that implements
//! [`Chart`]: [`Chart::svg`] draws it, [`Chart::table`] says the same in rows
//! for screen readers and for copying, and [`figure`] puts both into one
//! `<figure>`.
//!
//! - Colours, type scale and grid are CSS custom properties ([`TOKENS`]); the
//!   classes the drawings use are in [`STYLE`]. A page inlines both once.
//! - Bars start at zero. Values that are not finite are left out of the
//!   drawing and shown as a dash in the table, never as zero.
//! - A chart without anything to draw says so with [`Words::empty`].
//! - Text is sized for columns of 320 to 680 CSS pixels through container
//!   queries; heat maps keep their size and scroll inside their own box.

mod bars;
mod calibration;
mod columns;
mod dots;
mod flow;
mod heat;
mod lines;
mod plot;
mod scale;
mod spark;
mod survival;
mod svg;
mod table;
mod time;

pub use bars::{Bar, Bars};
pub use calibration::{Calibration, CalibrationDot};
pub use columns::{Column, Columns, Series};
pub use dots::{Dot, Dots};
pub use flow::{Flow, Share};
pub use heat::{Cell, HeatMap, HeatRow};
pub use lines::{Line, Lines, Place};
pub use scale::{Scale, nice_ticks, ratio_ticks};
pub use spark::Spark;
pub use survival::{Step, Survival};
pub use svg::escape;
pub use table::Table;
pub use time::Every;

/// The tokens pages share: colours for light and dark, type scale, 4 px grid.
pub const TOKENS: &str = include_str!("tokens.css");

/// The classes the drawings use, by the tokens.
pub const STYLE: &str = concat!(include_str!("charts.css"), include_str!("spark.css"));

/// Those of [`Spark`] alone: for pages without any other drawing.
pub const SPARK_STYLE: &str = include_str!("spark.css");

/// What a chart is called and says in words, in the reader's language.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Words {
    /// Unique within the page; letters, digits and `-`. Names the parts of the drawing.
    pub id: String,
    /// The title, read out first.
    pub title: String,
    /// What the chart shows, in one sentence, read out second.
    pub description: String,
    /// What stands in place of a chart without anything to draw.
    pub empty: String,
    /// The words that open the table behind the chart ("As a table").
    pub table: String,
}

/// How the values of one axis are written.
pub struct Axis<'a> {
    /// What is measured; heads its column in the table.
    pub name: String,
    /// Writes one value.
    pub shown: &'a dyn Fn(f64) -> String,
    /// Whether values are counts, so that ticks fall on whole numbers only.
    pub whole: bool,
}

/// What a mark means, by colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Tone {
    /// The main thing.
    #[default]
    Accent,
    /// Context.
    Quiet,
    /// Gained.
    Good,
    /// To be watched.
    Warn,
    /// Lost.
    Bad,
}

impl Tone {
    /// The CSS class that colours a mark.
    fn class(self) -> &'static str {
        match self {
            Self::Accent => "accent",
            Self::Quiet => "quiet",
            Self::Good => "good",
            Self::Warn => "warn",
            Self::Bad => "bad",
        }
    }
}

/// Something that can be drawn and also said in rows.
pub trait Chart {
    /// What it is called.
    fn words(&self) -> &Words;
    /// Whether there is nothing to draw.
    fn is_empty(&self) -> bool;
    /// The drawing: one `<svg>`, or for wide charts a scrolling box with several.
    fn svg(&self) -> String;
    /// The same as rows.
    fn table(&self) -> Table;
}

/// The drawing with its table behind a disclosure, or the sentence that there
/// is nothing to draw.
#[must_use]
pub fn figure(chart: &dyn Chart) -> String {
    let words = chart.words();
    if chart.is_empty() {
        return format!(
            "<figure class=\"chart\"><p class=\"empty\">{}</p></figure>\n",
            escape(&words.empty)
        );
    }
    let table = chart.table().html(&words.title);
    format!(
        "<figure class=\"chart\">{}\n<details class=\"behind\"><summary>{}</summary>\n\
         <div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"{}\">{table}</div>\
         </details></figure>\n",
        chart.svg(),
        escape(&words.table),
        escape(&words.title),
    )
}

#[cfg(test)]
mod tests;

//! Horizontal bars with their labels above them, so that any label fits.

use crate::scale::Scale;
use crate::svg::{Anchor, Svg, WIDTH, fitted, text_width};
use crate::table::{NO_VALUE, Table};
use crate::{Chart, Tone, Words};

/// Height of one bar with its label, in user units.
const ROW: f64 = 36.0;

/// One bar.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Bar {
    /// What it stands for.
    pub label: String,
    /// Its length, at least 0; negative and non-finite values are not drawn.
    pub value: f64,
    /// The value as text, written at the end of the line.
    pub shown: String,
    /// Where it leads.
    pub href: Option<String>,
    /// Its colour.
    pub tone: Tone,
}

/// Horizontal bars, zero-based.
#[derive(Debug, Clone, PartialEq)]
pub struct Bars {
    /// Title and the like.
    pub words: Words,
    /// Headings of the table: what the bars stand for, what they measure.
    pub head: [String; 2],
    /// The value of a bar as wide as the chart; `None` for the largest value.
    pub full: Option<f64>,
    /// The bars, top first.
    pub bars: Vec<Bar>,
}

impl Chart for Bars {
    fn words(&self) -> &Words {
        &self.words
    }

    fn is_empty(&self) -> bool {
        !self.bars.iter().any(|bar| bar.value.is_finite() && bar.value > 0.0)
    }

    fn svg(&self) -> String {
        let most = self.bars.iter().map(|b| b.value).filter(|v| v.is_finite()).fold(0.0, f64::max);
        let full = self.full.filter(|full| *full >= most).unwrap_or(most);
        let x = Scale::linear((0.0, full), (0.0, WIDTH));
        let linked = self.bars.iter().any(|bar| bar.href.is_some());
        let mut svg = Svg::scaling(&self.words, self.bars.len() as f64 * ROW, linked);
        for (k, bar) in self.bars.iter().enumerate() {
            let top = k as f64 * ROW;
            let tooltip = format!("{}: {}", bar.label, bar.shown);
            svg.mark(bar.href.as_deref(), &tooltip, |svg| {
                let room = WIDTH - text_width(&bar.shown) - 12.0;
                svg.text((0.0, top + 16.0), Anchor::Start, "", &fitted(&bar.label, room));
                svg.text((WIDTH, top + 16.0), Anchor::End, "strong", &bar.shown);
                svg.rect(0.0, top + 22.0, WIDTH, 7.0, "track");
                if bar.value.is_finite() && bar.value > 0.0 {
                    let class = format!("mark {}", bar.tone.class());
                    svg.rect(0.0, top + 22.0, x.at(bar.value).max(1.0), 7.0, &class);
                }
            });
        }
        svg.close()
    }

    fn table(&self) -> Table {
        let row = |bar: &Bar| {
            let shown = if bar.value.is_finite() { bar.shown.clone() } else { NO_VALUE.to_owned() };
            vec![bar.label.clone(), shown]
        };
        Table { head: self.head.to_vec(), rows: self.bars.iter().map(row).collect() }
    }
}

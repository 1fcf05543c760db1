//! Calibration: foretold against seen; on the diagonal the two agree.

use crate::scale::Scale;
use crate::svg::{Anchor, Svg, WIDTH};
use crate::table::Table;
use crate::{Chart, Words};

/// Height of the chart in user units.
const HEIGHT: f64 = 300.0;
/// Left edge of the plot.
const LEFT: f64 = 56.0;
/// Bottom edge of the plot.
const BOTTOM: f64 = HEIGHT - 46.0;
/// Top edge of the plot.
const TOP: f64 = 26.0;
/// Radius of the dot of the largest group.
const RADIUS: f64 = 9.0;

/// One group of alike forecasts.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct CalibrationDot {
    /// Mean of what was foretold, 0..=1.
    pub predicted: f64,
    /// Share seen, 0..=1.
    pub observed: f64,
    /// How many; sets the area of the dot.
    pub n: u64,
    /// The same as text.
    pub n_shown: String,
}

/// Dots against the diagonal.
pub struct Calibration<'a> {
    /// Title and the like.
    pub words: Words,
    /// Headings of the table and names of the axes: foretold, seen, how many.
    pub head: [String; 3],
    /// Writes a share.
    pub share: &'a dyn Fn(f64) -> String,
    /// The groups.
    pub dots: Vec<CalibrationDot>,
}

impl Calibration<'_> {
    fn finite(&self) -> impl Iterator<Item = &CalibrationDot> {
        self.dots.iter().filter(|dot| dot.predicted.is_finite() && dot.observed.is_finite())
    }
}

impl Chart for Calibration<'_> {
    fn words(&self) -> &Words {
        &self.words
    }

    fn is_empty(&self) -> bool {
        self.finite().next().is_none()
    }

    fn svg(&self) -> String {
        let mut svg = Svg::scaling(&self.words, HEIGHT, false);
        let x = Scale::linear((0.0, 1.0), (LEFT, WIDTH - 12.0));
        let y = Scale::linear((0.0, 1.0), (BOTTOM, TOP));
        for tick in [0.0, 0.25, 0.5, 0.75, 1.0] {
            let class = if tick == 0.0 { "base" } else { "grid" };
            svg.line((LEFT, y.at(tick)), (WIDTH - 12.0, y.at(tick)), class);
            let label = (self.share)(tick);
            svg.text((LEFT - 6.0, y.at(tick) + 4.0), Anchor::End, "tick", &label);
            if tick != 0.0 {
                svg.text((x.at(tick), BOTTOM + 17.0), Anchor::Middle, "tick", &label);
            }
        }
        svg.line((x.at(0.0), y.at(0.0)), (x.at(1.0), y.at(1.0)), "guide");
        svg.text((LEFT, 13.0), Anchor::Start, "strong", &self.head[1]);
        svg.text((WIDTH - 12.0, HEIGHT - 6.0), Anchor::End, "strong", &self.head[0]);
        let largest = self.finite().map(|dot| dot.n).max().unwrap_or(1).max(1) as f64;
        let [predicted, observed, n] = &self.head;
        for dot in self.finite() {
            let tooltip = format!(
                "{predicted} {}, {observed} {}, {n} {}",
                (self.share)(dot.predicted),
                (self.share)(dot.observed),
                dot.n_shown
            );
            let radius = (RADIUS * (dot.n as f64 / largest).sqrt()).max(3.0);
            svg.mark(None, &tooltip, |svg| {
                svg.circle((x.at(dot.predicted), y.at(dot.observed)), radius, "dot accent");
            });
        }
        svg.close()
    }

    fn table(&self) -> Table {
        let row = |dot: &CalibrationDot| {
            vec![(self.share)(dot.predicted), (self.share)(dot.observed), dot.n_shown.clone()]
        };
        Table { head: self.head.to_vec(), rows: self.finite().map(row).collect() }
    }
}

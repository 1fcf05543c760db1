//! Calibration: foretold against seen; on the diagonal the two agree.

use crate::scale::Scale;
use crate::svg::{Anchor, Svg, WIDTH, text_width};
use crate::table::Table;
use crate::{Chart, Words};

/// Height of the chart in user units.
const HEIGHT: f64 = 300.0;
/// Bottom edge of the plot.
const BOTTOM: f64 = HEIGHT - 50.0;
/// Top edge of the plot.
const TOP: f64 = 26.0;
/// Radius of the dot of the largest group.
const RADIUS: f64 = 9.0;
/// Where the labels of the axes stand.
const TICKS: [f64; 5] = [0.0, 0.25, 0.5, 0.75, 1.0];

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
        let labels = TICKS.map(|tick| (self.share)(tick));
        let widest = labels.iter().map(|label| text_width(label)).fold(0.0, f64::max);
        let left = (widest + 8.0).min(WIDTH / 3.0);
        // A dot at 0 stays clear of the labels beside it, the label of 1 inside the drawing.
        let inside = (left + RADIUS + 2.0, WIDTH - (widest / 2.0).max(RADIUS));
        let x = Scale::linear((0.0, 1.0), inside);
        let y = Scale::linear((0.0, 1.0), (BOTTOM, TOP));
        for (tick, label) in TICKS.iter().zip(&labels) {
            let class = if *tick == 0.0 { "base" } else { "grid" };
            svg.line((left, y.at(*tick)), (WIDTH, y.at(*tick)), class);
            svg.text((left - 6.0, y.at(*tick) + 4.0), Anchor::End, "tick", label);
            svg.text((x.at(*tick), BOTTOM + 23.0), Anchor::Middle, "tick", label);
        }
        svg.line((x.at(0.0), y.at(0.0)), (x.at(1.0), y.at(1.0)), "guide");
        svg.text((left, 13.0), Anchor::Start, "strong", &self.head[1]);
        svg.text((WIDTH, HEIGHT - 5.0), Anchor::End, "strong", &self.head[0]);
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

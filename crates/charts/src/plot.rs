//! The frame that charts with two axes share.

use crate::scale::{Scale, nice_ticks};
use crate::svg::{Anchor, Svg, WIDTH, text_width};
use crate::{Axis, Tone};

/// The rectangle of a plot and its vertical scale.
pub(crate) struct Plot {
    pub left: f64,
    pub right: f64,
    pub top: f64,
    pub bottom: f64,
    pub y: Scale,
    ticks: Vec<(f64, String)>,
}

/// Room above the plot for the names of what is drawn.
const NAMES: f64 = 24.0;
/// Room below for the labels of the x axis.
const LABELS: f64 = 24.0;

impl Plot {
    /// A plot `height` units high whose y axis covers `-below..=above`; both
    /// directions share one step.
    pub(crate) fn new(height: f64, below: f64, above: f64, axis: &Axis<'_>) -> Self {
        let ticks = ticks_around_zero(below, above, axis.whole);
        let low = ticks.first().copied().unwrap_or(0.0);
        let high = ticks.last().copied().unwrap_or(1.0);
        let ticks: Vec<(f64, String)> =
            ticks.into_iter().map(|tick| (tick, (axis.shown)(tick.abs()))).collect();
        let widest = ticks.iter().map(|(_, label)| text_width(label)).fold(0.0, f64::max);
        let (top, bottom) = (NAMES, height - LABELS);
        Self {
            left: (widest + 8.0).min(WIDTH / 3.0),
            right: WIDTH - 4.0,
            top,
            bottom,
            y: Scale::linear((low, high), (bottom, top + 4.0)),
            ticks,
        }
    }

    /// Grid lines with their labels; the line at zero is stronger.
    pub(crate) fn grid(&self, svg: &mut Svg) {
        for (tick, label) in &self.ticks {
            let y = self.y.at(*tick);
            let class = if *tick == 0.0 { "base" } else { "grid" };
            svg.line((self.left, y), (self.right, y), class);
            svg.text((self.left - 6.0, y + 4.0), Anchor::End, "tick", label);
        }
    }

    /// The labels of the x axis that fit side by side, the first always among them.
    pub(crate) fn x_labels(&self, svg: &mut Svg, labels: &[(f64, &str)]) {
        let mut free_from = f64::NEG_INFINITY;
        for (at, label) in labels {
            let half = text_width(label) / 2.0;
            // A label may not reach below the labels of the y axis.
            let x = at.min(WIDTH - half).max(self.left - 4.0 + half);
            if x - half >= free_from {
                svg.text((x, self.bottom + 18.0), Anchor::Middle, "tick", label);
                free_from = x + half + 10.0;
            }
        }
    }

    /// The names of what is drawn, in its colours, above the plot.
    pub(crate) fn names<'a>(
        &self,
        svg: &mut Svg,
        names: impl IntoIterator<Item = (&'a str, Tone)>,
    ) {
        let mut x = self.left;
        for (name, tone) in names {
            svg.text((x, 14.0), Anchor::Start, &format!("name {}", tone.class()), name);
            // Names are bold.
            x += text_width(name) * 1.08 + 12.0;
        }
    }
}

/// Ticks that cover `-below..=above` with one step.
fn ticks_around_zero(below: f64, above: f64, whole: bool) -> Vec<f64> {
    let larger = below.max(above);
    let wanted = if below > 0.0 && above > 0.0 { 3 } else { 4 };
    let positive = nice_ticks(larger, wanted, whole);
    let step = positive.get(1).copied().unwrap_or(1.0);
    let reach = |extent: f64| {
        if extent > 0.0 { (extent / step * 0.999_999).ceil().min(20.0) as i32 } else { 0 }
    };
    let above = if below > 0.0 { reach(above) } else { reach(above).max(1) };
    (-reach(below)..=above).map(|k| f64::from(k) * step).collect()
}

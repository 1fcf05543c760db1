//! The frame that charts with two axes share.

use crate::scale::{Scale, nice_ticks};
use crate::svg::{Anchor, Svg, WIDTH, text_width};
use crate::{Axis, Every, Tone};

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
const LABELS: f64 = 26.0;
/// Least distance between two of them.
const GAP: f64 = 10.0;

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

    /// The labels of the x axis, the first always among them, and a mark above
    /// each. A label stands in the middle of its mark, unless it would leave the
    /// drawing; at the right end it gives way to the one before it.
    pub(crate) fn x_labels(&self, svg: &mut Svg, every: Every, labels: &[(f64, &str)]) {
        let stride = every.stride(labels.len(), |stride| {
            placed(labels, stride).windows(2).all(|pair| pair[0].is_clear_of(&pair[1]))
        });
        for label in placed(labels, stride) {
            svg.line((label.mark, self.bottom), (label.mark, self.bottom + 4.0), "base");
            svg.text((label.middle, self.bottom + 20.0), Anchor::Middle, "tick", label.text);
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

/// A label of the x axis.
struct Placed<'a> {
    mark: f64,
    middle: f64,
    half: f64,
    text: &'a str,
}

impl Placed<'_> {
    fn is_clear_of(&self, next: &Self) -> bool {
        next.middle - self.middle >= self.half + next.half + GAP
    }
}

/// Every so many of the labels, kept inside the drawing.
fn placed<'a>(labels: &[(f64, &'a str)], stride: usize) -> Vec<Placed<'a>> {
    let place = |(mark, text): &(f64, &'a str)| {
        let half = text_width(text) / 2.0;
        Placed { mark: *mark, middle: mark.max(half).min(WIDTH - half), half, text }
    };
    let mut placed: Vec<_> = labels.iter().step_by(stride).map(place).collect();
    if let [.., before, last] = placed.as_slice()
        && last.middle < last.mark
        && !before.is_clear_of(last)
    {
        placed.pop();
    }
    placed
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

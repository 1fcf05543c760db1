//! Lines over a common x axis, with the area below where there is one line.

use crate::plot::Plot;
use crate::scale::Scale;
use crate::svg::Svg;
use crate::table::{NO_VALUE, Table};
use crate::{Axis, Chart, Tone, Words};

/// Height of the chart in user units.
const HEIGHT: f64 = 220.0;

/// One place on the x axis.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct XLabel {
    /// In full, for the table.
    pub label: String,
    /// Short, for the axis; empty where it may not be written.
    pub short: String,
}

/// One line.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Line {
    /// Its name.
    pub name: String,
    /// Its colour.
    pub tone: Tone,
    /// Drawn dashed: foretold, not seen.
    pub dashed: bool,
    /// One value per x label; non-finite ones are gaps.
    pub values: Vec<f64>,
}

/// Lines on a zero-based y axis.
pub struct Lines<'a> {
    /// Title and the like.
    pub words: Words,
    /// What the x axis runs over; heads the first column of the table.
    pub over: String,
    /// The y axis.
    pub axis: Axis<'a>,
    /// Equally spaced places.
    pub x: Vec<XLabel>,
    /// The lines.
    pub lines: Vec<Line>,
    /// Whether to fill the area below the first line.
    pub area: bool,
}

impl Lines<'_> {
    fn finite(&self) -> impl Iterator<Item = f64> {
        self.lines.iter().flat_map(|line| &line.values).copied().filter(|v| v.is_finite())
    }

    fn tooltip(&self, k: usize) -> String {
        let said: Vec<String> = self
            .lines
            .iter()
            .filter_map(|line| line.values.get(k).map(|value| (line, *value)))
            .filter(|(_, value)| value.is_finite())
            .map(|(line, value)| format!("{} {}", line.name, (self.axis.shown)(value)))
            .collect();
        format!("{}: {}", self.x[k].label, said.join(", "))
    }
}

/// The runs of consecutive points without a gap.
fn runs(points: impl Iterator<Item = (f64, f64)>) -> Vec<Vec<(f64, f64)>> {
    let mut runs = vec![Vec::new()];
    for point in points {
        if !point.1.is_finite() {
            runs.push(Vec::new());
        } else if let Some(run) = runs.last_mut() {
            run.push(point);
        }
    }
    runs.retain(|run| !run.is_empty());
    runs
}

impl Chart for Lines<'_> {
    fn words(&self) -> &Words {
        &self.words
    }

    fn is_empty(&self) -> bool {
        self.x.is_empty() || self.finite().next().is_none()
    }

    fn svg(&self) -> String {
        let least = self.finite().fold(0.0, f64::min);
        let most = self.finite().fold(0.0, f64::max);
        let plot = Plot::new(HEIGHT, -least, most, &self.axis);
        let mut svg = Svg::scaling(&self.words, HEIGHT, false);
        plot.grid(&mut svg);
        let last = self.x.len().saturating_sub(1).max(1) as f64;
        let x = Scale::linear((0.0, last), (plot.left + 4.0, plot.right - 6.0));
        for (nth, line) in self.lines.iter().enumerate() {
            let tone = line.tone.class();
            let at = line.values.iter().enumerate().map(|(k, v)| (x.at(k as f64), *v));
            for run in runs(at) {
                let drawn: Vec<_> = run.iter().map(|(x, v)| (*x, plot.y.at(*v))).collect();
                if self.area && nth == 0 {
                    let zero = plot.y.at(0.0);
                    let mut area = drawn.clone();
                    area.extend([(run[run.len() - 1].0, zero), (run[0].0, zero)]);
                    svg.path(&area, true, &format!("area {tone}"));
                }
                let dashed = if line.dashed { " dashed" } else { "" };
                svg.path(&drawn, false, &format!("line {tone}{dashed}"));
                if let ([only], _) | ([.., only], true) = (drawn.as_slice(), !line.dashed) {
                    svg.circle(*only, 3.0, &format!("mark {tone}"));
                }
            }
        }
        let slot = (plot.right - plot.left) / last;
        for k in 0..self.x.len() {
            svg.mark(None, &self.tooltip(k), |svg| {
                let left = x.at(k as f64) - slot / 2.0;
                svg.raw(&crosshair(left, plot.top, slot, plot.bottom - plot.top));
            });
        }
        let labels: Vec<(f64, &str)> = self
            .x
            .iter()
            .enumerate()
            .filter(|(_, label)| !label.short.is_empty())
            .map(|(k, label)| (x.at(k as f64), label.short.as_str()))
            .collect();
        plot.x_labels(&mut svg, &labels);
        if self.lines.len() > 1 {
            plot.names(&mut svg, self.lines.iter().map(|line| (line.name.as_str(), line.tone)));
        }
        svg.close()
    }

    fn table(&self) -> Table {
        let head = std::iter::once(self.over.clone());
        let shown = |line: &Line, k: usize| match line.values.get(k) {
            Some(value) if value.is_finite() => (self.axis.shown)(*value),
            _ => NO_VALUE.to_owned(),
        };
        let row = |(k, x): (usize, &XLabel)| {
            let values = self.lines.iter().map(|line| shown(line, k));
            std::iter::once(x.label.clone()).chain(values).collect()
        };
        Table {
            head: head.chain(self.lines.iter().map(|line| line.name.clone())).collect(),
            rows: self.x.iter().enumerate().map(row).collect(),
        }
    }
}

/// An unseen rectangle that carries the tooltip of one place.
fn crosshair(x: f64, y: f64, width: f64, height: f64) -> String {
    use crate::svg::number;
    format!(
        "<rect fill=\"none\" pointer-events=\"all\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"/>",
        number(x),
        number(y),
        number(width),
        number(height)
    )
}

//! Lines over a common x axis, with the area below where there is one line.

use crate::plot::Plot;
use crate::scale::Scale;
use crate::svg::Svg;
use crate::table::{NO_VALUE, Table};
use crate::{Axis, Chart, Every, Tone, Words};

/// Height of the chart in user units.
const HEIGHT: f64 = 220.0;

/// One place on the x axis that has values.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Place {
    /// Where it is.
    pub at: f64,
    /// What it is called, for the tooltip and the table.
    pub label: String,
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
    /// One value per place; non-finite ones are gaps.
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
    /// The places, left first.
    pub x: Vec<Place>,
    /// What lies between one tick and the next.
    pub every: Every,
    /// Ticks of the x axis with their short labels, evenly spaced.
    pub ticks: Vec<(f64, String)>,
    /// The lines.
    pub lines: Vec<Line>,
    /// Whether to fill the area below the first line.
    pub area: bool,
    /// Whether values count up from nothing, so that lines begin at zero where
    /// the axis does.
    pub cumulative: bool,
}

impl Lines<'_> {
    fn finite(&self) -> impl Iterator<Item = f64> {
        self.lines.iter().flat_map(|line| &line.values).copied().filter(|v| v.is_finite())
    }

    /// From the first tick or place to the last place.
    fn span(&self) -> (f64, f64) {
        let places = self.x.iter().map(|place| place.at).filter(|at| at.is_finite());
        let ticks = self.ticks.iter().map(|(at, _)| *at).filter(|at| at.is_finite());
        let low = places.clone().chain(ticks).fold(f64::INFINITY, f64::min);
        let high = places.fold(f64::NEG_INFINITY, f64::max);
        if low < high { (low, high) } else { (low, low + 1.0) }
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
        let span = self.span();
        let x = Scale::linear(span, (plot.left + 4.0, plot.right - 6.0));
        for (nth, line) in self.lines.iter().enumerate() {
            let tone = line.tone.class();
            let origin = self.cumulative.then_some((x.at(span.0), 0.0));
            let values = self.x.iter().zip(&line.values).map(|(place, v)| (x.at(place.at), *v));
            for run in runs(origin.into_iter().chain(values)) {
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
        let middles: Vec<f64> = self.x.iter().map(|place| x.at(place.at)).collect();
        for (k, at) in middles.iter().enumerate() {
            let left = if k == 0 { plot.left } else { f64::midpoint(middles[k - 1], *at) };
            let right = middles.get(k + 1).map_or(plot.right, |next| f64::midpoint(*at, *next));
            svg.mark(None, &self.tooltip(k), |svg| {
                svg.raw(&crosshair(left, plot.top, right - left, plot.bottom - plot.top));
            });
        }
        let labels: Vec<(f64, &str)> =
            self.ticks.iter().map(|(at, label)| (x.at(*at), label.as_str())).collect();
        plot.x_labels(&mut svg, self.every, &labels);
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
        let row = |(k, place): (usize, &Place)| {
            let values = self.lines.iter().map(|line| shown(line, k));
            std::iter::once(place.label.clone()).chain(values).collect()
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

//! The Kaplan–Meier curve: a step line with its band.

use crate::plot::Plot;
use crate::scale::Scale;
use crate::svg::Svg;
use crate::table::Table;
use crate::{Axis, Chart, Every, Tone, Words};

/// Height of the chart in user units.
const HEIGHT: f64 = 240.0;

/// How many steps are drawn and listed at most; nearer ones cannot be told
/// apart at the width of a column.
const MOST_STEPS: usize = 120;

/// The curve from one time on.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Step {
    /// From when on, 0 or later.
    pub at: f64,
    /// Share still there, 0..=1.
    pub share: f64,
    /// Lower end of its band.
    pub low: f64,
    /// Upper end.
    pub high: f64,
    /// How many are still followed.
    pub at_risk: String,
}

/// A survival curve from (0, 1).
pub struct Survival<'a> {
    /// Title and the like.
    pub words: Words,
    /// Headings of the table: time, share, band, still followed.
    pub head: [String; 4],
    /// Writes a share.
    pub share: &'a dyn Fn(f64) -> String,
    /// Writes a time.
    pub time: &'a dyn Fn(f64) -> String,
    /// What lies between one tick and the next.
    pub every: Every,
    /// Places of the x axis with their short labels, evenly spaced from 0.
    pub ticks: Vec<(f64, String)>,
    /// The steps, earliest first.
    pub steps: Vec<Step>,
}

impl Survival<'_> {
    fn finite(&self) -> impl Iterator<Item = &Step> {
        let sound = |s: &&Step| [s.at, s.share, s.low, s.high].iter().all(|v| v.is_finite());
        self.steps.iter().filter(sound)
    }

    /// The steps drawn: all of them, or evenly spaced ones, the last always.
    fn thinned(&self) -> Vec<&Step> {
        let all: Vec<&Step> = self.finite().collect();
        let every = all.len().div_ceil(MOST_STEPS).max(1);
        let last = all.len().saturating_sub(1);
        let keep = |k: usize| k.is_multiple_of(every) || k == last;
        all.into_iter().enumerate().filter(|(k, _)| keep(*k)).map(|(_, step)| step).collect()
    }
}

impl Chart for Survival<'_> {
    fn words(&self) -> &Words {
        &self.words
    }

    fn is_empty(&self) -> bool {
        self.finite().next().is_none()
    }

    fn svg(&self) -> String {
        let axis = Axis { name: self.head[1].clone(), shown: self.share, whole: false };
        let plot = Plot::new(HEIGHT, 0.0, 1.0, &axis);
        let mut svg = Svg::scaling(&self.words, HEIGHT, false);
        plot.grid(&mut svg);
        let steps = self.thinned();
        let end = steps.last().map_or(1.0, |step| step.at).max(1.0);
        let x = Scale::linear((0.0, end), (plot.left, plot.right - 6.0));
        let staircase = |value: &dyn Fn(&Step) -> f64| {
            let mut points = vec![(x.at(0.0), plot.y.at(1.0))];
            for step in &steps {
                let before = points.last().map_or(0.0, |point| point.1);
                points.push((x.at(step.at), before));
                points.push((x.at(step.at), plot.y.at(value(step))));
            }
            points
        };
        let mut band = staircase(&|step| step.high);
        band.extend(staircase(&|step| step.low).into_iter().rev());
        svg.path(&band, true, "area accent");
        svg.path(&staircase(&|step| step.share), false, "line accent");
        for step in &steps {
            svg.mark(None, &format!("{}: {}", (self.time)(step.at), self.said(step)), |svg| {
                let at = (x.at(step.at), plot.y.at(step.share));
                svg.raw(&format!(
                    "<circle fill=\"none\" pointer-events=\"all\" cx=\"{}\" cy=\"{}\" r=\"6\"/>",
                    crate::svg::number(at.0),
                    crate::svg::number(at.1)
                ));
            });
        }
        let labels: Vec<(f64, &str)> = self
            .ticks
            .iter()
            .filter(|(at, _)| (0.0..=end).contains(at))
            .map(|(at, label)| (x.at(*at), label.as_str()))
            .collect();
        plot.x_labels(&mut svg, self.every, &labels);
        plot.names(&mut svg, [(self.head[1].as_str(), Tone::Accent)]);
        svg.close()
    }

    fn table(&self) -> Table {
        let row = |step: &&Step| {
            let band = format!("{} – {}", (self.share)(step.low), (self.share)(step.high));
            vec![(self.time)(step.at), (self.share)(step.share), band, step.at_risk.clone()]
        };
        Table { head: self.head.to_vec(), rows: self.thinned().iter().map(row).collect() }
    }
}

impl Survival<'_> {
    fn said(&self, step: &Step) -> String {
        let share = self.share;
        format!("{} ({} – {})", share(step.share), share(step.low), share(step.high))
    }
}

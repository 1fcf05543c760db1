//! Dot plot of ratios with their intervals, on a logarithmic axis around 1.

use crate::scale::{Scale, ratio_ticks};
use crate::svg::{Anchor, Svg, WIDTH, fitted, text_width};
use crate::table::{NO_VALUE, Table};
use crate::{Chart, Tone, Words};

/// Height of one row in user units: its label, and below it the lane of its interval.
const ROW: f64 = 36.0;
/// Where the lane begins, from the top of its row.
const LANE: f64 = 20.0;
/// Height of a line of the axis above the rows.
const LINE: f64 = 20.0;
/// Least distance between the words for the two sides.
const GAP: f64 = 16.0;
/// Ratios beyond these are drawn at the edge; the text says what they are.
const WIDEST: (f64, f64) = (1.0 / 32.0, 32.0);

/// One ratio with its interval.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Dot {
    /// What it stands for.
    pub label: String,
    /// The ratio, above 0; `None` where there is none.
    pub ratio: Option<f64>,
    /// Its interval.
    pub interval: Option<(f64, f64)>,
    /// The ratio as text, drawn.
    pub shown: String,
    /// Ratio and interval as text, for the tooltip and the table.
    pub in_full: String,
    /// Where it leads.
    pub href: Option<String>,
    /// Its colour.
    pub tone: Tone,
}

/// Ratios with intervals, one below the other.
pub struct Dots<'a> {
    /// Title and the like.
    pub words: Words,
    /// Headings of the table: what the rows stand for, what is measured.
    pub head: [String; 2],
    /// What lies left and right of 1 ("left less often", "left more often").
    pub sides: [String; 2],
    /// Writes a tick.
    pub tick: &'a dyn Fn(f64) -> String,
    /// The rows, top first.
    pub dots: Vec<Dot>,
}

fn sound(value: f64) -> Option<f64> {
    (value.is_finite() && value > 0.0).then(|| value.clamp(WIDEST.0, WIDEST.1))
}

impl Dots<'_> {
    /// The span of the axis: every ratio and interval, and 1 with room on both sides.
    fn span(&self) -> (f64, f64) {
        let ends = self.dots.iter().flat_map(|dot| {
            let (low, high) = dot.interval.unwrap_or((f64::NAN, f64::NAN));
            [dot.ratio.unwrap_or(f64::NAN), low, high].into_iter().filter_map(sound)
        });
        ends.fold((0.5, 2.0), |(low, high), v| (v.min(low), v.max(high)))
    }

    /// How many lines the words for the two sides take: at the two edges, one
    /// below the other where a line is too short for both.
    fn lines_of_sides(&self) -> u8 {
        let [less, more] = self.sides.each_ref().map(|side| text_width(side));
        if less + GAP + more <= WIDTH { 1 } else { 2 }
    }
}

impl Chart for Dots<'_> {
    fn words(&self) -> &Words {
        &self.words
    }

    fn is_empty(&self) -> bool {
        !self.dots.iter().any(|dot| dot.ratio.and_then(sound).is_some())
    }

    fn svg(&self) -> String {
        let span = self.span();
        let ticks: Vec<(f64, String)> =
            ratio_ticks(span.0, span.1).into_iter().map(|tick| (tick, (self.tick)(tick))).collect();
        // The outermost tick may stand at the edge, with half of its label beyond it.
        let widest = ticks.iter().map(|(_, label)| text_width(label)).fold(0.0, f64::max);
        let inset = (widest / 2.0).clamp(8.0, WIDTH / 4.0);
        let x = Scale::logarithmic(span, (inset, WIDTH - inset));
        let linked = self.dots.iter().any(|dot| dot.href.is_some());
        let sides = f64::from(self.lines_of_sides()) * LINE;
        let head = sides + LINE;
        let mut svg = Svg::scaling(&self.words, head + self.dots.len() as f64 * ROW, linked);
        let [less, more] = self.sides.each_ref().map(|side| fitted(side, WIDTH));
        svg.text((0.0, 12.0), Anchor::Start, "tick", &less);
        svg.text((WIDTH, sides - 8.0), Anchor::End, "tick", &more);
        for (tick, label) in &ticks {
            svg.text((x.at(*tick), head - 6.0), Anchor::Middle, "tick", label);
        }
        for (k, dot) in self.dots.iter().enumerate() {
            let top = head + k as f64 * ROW;
            let lane = (top + LANE, top + ROW - 2.0);
            for (tick, _) in &ticks {
                let class = if (tick - 1.0).abs() < 1e-9 { "base" } else { "grid" };
                svg.line((x.at(*tick), lane.0), (x.at(*tick), lane.1), class);
            }
            let y = f64::midpoint(lane.0, lane.1);
            let tone = dot.tone.class();
            svg.mark(dot.href.as_deref(), &format!("{}: {}", dot.label, dot.in_full), |svg| {
                let room = WIDTH - text_width(&dot.shown) - 12.0;
                svg.text((0.0, top + 15.0), Anchor::Start, "", &fitted(&dot.label, room));
                svg.text((WIDTH, top + 15.0), Anchor::End, "strong", &dot.shown);
                if let Some((low, high)) = dot.interval
                    && let (Some(low), Some(high)) = (sound(low), sound(high))
                {
                    svg.line((x.at(low), y), (x.at(high), y), &format!("whisker {tone}"));
                }
                if let Some(ratio) = dot.ratio.and_then(sound) {
                    svg.circle((x.at(ratio), y), 5.0, &format!("dot {tone}"));
                }
            });
        }
        svg.close()
    }

    fn table(&self) -> Table {
        let row = |dot: &Dot| {
            let shown = dot.ratio.map_or(NO_VALUE.to_owned(), |_| dot.in_full.clone());
            vec![dot.label.clone(), shown]
        };
        Table { head: self.head.to_vec(), rows: self.dots.iter().map(row).collect() }
    }
}

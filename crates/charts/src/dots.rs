//! Dot plot of ratios with their intervals, on a logarithmic axis around 1.

use crate::scale::{Scale, ratio_ticks};
use crate::svg::{Anchor, Svg, WIDTH, fitted, text_width};
use crate::table::{NO_VALUE, Table};
use crate::{Chart, Tone, Words};

/// Height of one row in user units.
const ROW: f64 = 40.0;
/// Height of the axis above the rows.
const AXIS: f64 = 40.0;
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
        let x = Scale::logarithmic(span, (8.0, WIDTH - 8.0));
        let height = AXIS + self.dots.len() as f64 * ROW;
        let linked = self.dots.iter().any(|dot| dot.href.is_some());
        let mut svg = Svg::scaling(&self.words, height, linked);
        let one = x.at(1.0);
        for (side, anchor, at) in [(0, Anchor::End, one - 8.0), (1, Anchor::Start, one + 8.0)] {
            let room = if side == 0 { one } else { WIDTH - one };
            svg.text((at, 12.0), anchor, "tick", &fitted(&self.sides[side], room * 1.25));
        }
        for tick in ratio_ticks(span.0, span.1) {
            let class = if (tick - 1.0).abs() < 1e-9 { "base" } else { "grid" };
            svg.line((x.at(tick), AXIS - 4.0), (x.at(tick), height), class);
            svg.text((x.at(tick), AXIS - 9.0), Anchor::Middle, "tick", &(self.tick)(tick));
        }
        for (k, dot) in self.dots.iter().enumerate() {
            let top = AXIS + k as f64 * ROW;
            let y = top + 28.0;
            let tone = dot.tone.class();
            svg.mark(dot.href.as_deref(), &format!("{}: {}", dot.label, dot.in_full), |svg| {
                let room = WIDTH - text_width(&dot.shown) - 12.0;
                svg.text((0.0, top + 15.0), Anchor::Start, "halo", &fitted(&dot.label, room));
                svg.text((WIDTH, top + 15.0), Anchor::End, "strong halo", &dot.shown);
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

//! Who stayed, went and came between two points in time: two zero-based bars,
//! joined by those who are in both.

use crate::scale::Scale;
use crate::svg::{Anchor, Svg, WIDTH, text_width};
use crate::table::Table;
use crate::{Chart, Tone, Words};

/// Height of the chart in user units.
const HEIGHT: f64 = 250.0;
/// Width of a bar.
const BAR: f64 = 48.0;
/// Distance of a bar from the names beside it.
const BESIDE: f64 = 10.0;
/// Least distance between the labels beside a bar.
const LABEL: f64 = 34.0;

/// A part of one of the bars.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Share {
    /// Its name.
    pub name: String,
    /// How many, at least 0; negative and non-finite ones are not drawn.
    pub value: f64,
    /// The same as text.
    pub shown: String,
    /// Its colour.
    pub tone: Tone,
}

/// From a beginning to an end. Shares are stacked upwards from zero; `stayed`
/// is the lowest part of both bars.
#[derive(Debug, Clone, PartialEq)]
pub struct Flow {
    /// Title and the like.
    pub words: Words,
    /// Headings of the table: what a part is called, how many.
    pub head: [String; 2],
    /// What stands below the bars.
    pub ends: [String; 2],
    /// In both bars.
    pub stayed: Share,
    /// In the first bar only, upwards.
    pub went: Vec<Share>,
    /// In the second bar only, upwards.
    pub came: Vec<Share>,
}

fn drawable(share: &Share) -> f64 {
    if share.value.is_finite() { share.value.max(0.0) } else { 0.0 }
}

impl Flow {
    fn total(&self, own: &[Share]) -> f64 {
        drawable(&self.stayed) + own.iter().map(drawable).sum::<f64>()
    }
}

/// Room beside a bar for what its own parts are called.
fn names_width(own: &[Share]) -> f64 {
    let texts = own.iter().flat_map(|share| [&share.name, &share.shown]);
    let widest = texts.map(|text| text_width(text)).fold(0.0, f64::max);
    (widest + 2.0 * BESIDE).clamp(BAR, WIDTH / 3.0)
}

impl Chart for Flow {
    fn words(&self) -> &Words {
        &self.words
    }

    fn is_empty(&self) -> bool {
        self.total(&self.went) <= 0.0 && self.total(&self.came) <= 0.0
    }

    fn svg(&self) -> String {
        let mut svg = Svg::scaling(&self.words, HEIGHT, false);
        let most = self.total(&self.went).max(self.total(&self.came));
        let bottom = HEIGHT - 26.0;
        let y = Scale::linear((0.0, most), (bottom, 12.0));
        let kept = y.at(drawable(&self.stayed));
        let bars = (names_width(&self.went), WIDTH - names_width(&self.came) - BAR);
        let between = (bars.0 + BAR, bars.1);
        let band = [(between.0, kept), (between.1, kept), (between.1, bottom), (between.0, bottom)];
        svg.path(&band, true, &format!("area {}", self.stayed.tone.class()));
        for (left, own, end) in
            [(bars.0, &self.went, &self.ends[0]), (bars.1, &self.came, &self.ends[1])]
        {
            let is_first = left < between.1;
            let (at, anchor) = if is_first {
                (left - BESIDE, Anchor::End)
            } else {
                (left + BAR + BESIDE, Anchor::Start)
            };
            svg.rect(left, kept, BAR, bottom - kept, &format!("mark {}", self.stayed.tone.class()));
            let mut height = drawable(&self.stayed);
            let mut highest_label = bottom + LABEL;
            for share in own.iter().filter(|share| drawable(share) > 0.0) {
                let (low, high) = (y.at(height), y.at(height + drawable(share)));
                height += drawable(share);
                let class = share.tone.class();
                svg.rect(left, high, BAR, (low - high - 1.0).max(1.0), &format!("mark {class}"));
                let middle = f64::midpoint(low, high).min(highest_label - LABEL).max(14.0);
                highest_label = middle;
                svg.text((at, middle - 2.0), anchor, &format!("name {class}"), &share.shown);
                svg.text((at, middle + 14.0), anchor, "tick", &share.name);
            }
            svg.text((left + BAR / 2.0, HEIGHT - 8.0), Anchor::Middle, "tick", end);
        }
        let middle = (f64::midpoint(between.0, between.1), f64::midpoint(kept, bottom));
        let class = format!("name {}", self.stayed.tone.class());
        svg.text((middle.0, middle.1 - 2.0), Anchor::Middle, &class, &self.stayed.shown);
        svg.text((middle.0, middle.1 + 14.0), Anchor::Middle, "tick", &self.stayed.name);
        svg.close()
    }

    fn table(&self) -> Table {
        let shares = std::iter::once(&self.stayed).chain(&self.went).chain(&self.came);
        let row = |share: &Share| vec![share.name.clone(), share.shown.clone()];
        Table { head: self.head.to_vec(), rows: shares.map(row).collect() }
    }
}

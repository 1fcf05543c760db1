//! Customers by recency, frequency and loss.

use askama::Template;
use charts::{Bar, Bars, Tone};

use super::Section;
use crate::figures::{Segment, SegmentCount};
use crate::html::parts::{Formula, Grid, GridRow, Heading};
use crate::sentences;
use crate::voice::Voice;

#[derive(Template)]
#[template(path = "sections/segments.html")]
struct SegmentSection {
    intro: String,
    formula: Formula,
    chart: String,
    table: String,
}

pub(super) fn section(voice: &Voice<'_>) -> Result<Option<Section>, askama::Error> {
    let title = voice.say("page-segments");
    let segments = &voice.review.segments;
    let all: u64 = segments.iter().map(|segment| segment.count).sum();
    let chart = Bars {
        words: voice.words("segments-chart", "page-segments-chart"),
        head: [voice.say("page-segment"), voice.say("page-customers")],
        full: None,
        bars: segments.iter().map(|segment| bar(voice, segment, all)).collect(),
    };
    let body = SegmentSection {
        intro: voice.say("page-segments-intro"),
        formula: voice
            .formula("segments", &title, "segments")
            .with(voice.say("page-customers"), voice.count(all)),
        chart: charts::figure(&chart),
        table: table(voice, all).render()?,
    };
    Ok(Some(Section { id: "segments", title, body: body.render()? }))
}

fn share_of(count: u64, all: u64) -> Option<f64> {
    (all > 0).then(|| count as f64 / all as f64)
}

fn bar(voice: &Voice<'_>, segment: &SegmentCount, all: u64) -> Bar {
    Bar {
        label: sentences::segment(voice.phrases, segment.key),
        value: segment.count as f64,
        shown: format!(
            "{} · {}",
            voice.count(segment.count),
            voice.share(share_of(segment.count, all))
        ),
        href: Some("#segments-table".to_owned()),
        tone: tone(segment.key),
    }
}

fn tone(segment: Segment) -> Tone {
    match segment {
        Segment::Champion
        | Segment::Loyal
        | Segment::PotentialLoyalist
        | Segment::New
        | Segment::Promising => Tone::Accent,
        Segment::NeedsAttention
        | Segment::AboutToSleep
        | Segment::AtRisk
        | Segment::CantLose
        | Segment::Hibernating => Tone::Warn,
        Segment::Lost => Tone::Bad,
    }
}

fn table(voice: &Voice<'_>, all: u64) -> Grid {
    let mut head = vec![voice.say("page-segment"), voice.say("page-share-of-customers")];
    if voice.review.has_money {
        head.push(voice.say("page-margin-12m"));
    }
    let row = |segment: &SegmentCount| {
        let mut cells = vec![voice.share(share_of(segment.count, all))];
        if voice.review.has_money {
            cells.push(voice.money(segment.margin_12m));
        }
        GridRow::new(sentences::segment(voice.phrases, segment.key), cells)
            .meaning(sentences::segment_meaning(voice.phrases, segment.key))
    };
    Grid {
        caption: voice.say("page-segments"),
        quiet: true,
        wide: false,
        head: head.into_iter().map(Heading::plain).collect(),
        rows: voice.review.segments.iter().map(row).collect(),
    }
}

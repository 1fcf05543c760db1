//! Segments, what the lost have in common, and sources.

use super::{Block, Section, Table, Tone, section};
use crate::figures::{AuditRow, Segment};
use crate::sentences;
use crate::voice::Voice;

/// Rows of the audit and of the sources that are shown.
const ROWS: usize = 12;

pub fn segments(voice: &Voice<'_>) -> Option<Section> {
    let segments = &voice.review.segments;
    let all: u64 = segments.iter().map(|segment| segment.count).sum();
    if all == 0 {
        return None;
    }
    let has_money = voice.review.has_money;
    let mut head = vec!["page-segment", "page-customers", "page-share-of-customers"];
    if has_money {
        head.push("page-margin-12m");
    }
    let mut table = Table::new(head.into_iter().map(|key| voice.say(key)));
    for segment in segments {
        let mut cells = vec![
            sentences::segment(voice.phrases, segment.key),
            voice.count(segment.count),
            voice.share(Some(segment.count as f64 / all as f64)),
        ];
        if has_money {
            cells.push(voice.money(segment.margin_12m));
        }
        table.push(cells, tone(segment.key));
    }
    let counts: Vec<f64> = segments.iter().map(|segment| segment.count as f64).collect();
    section(voice, "page-segments", vec![Block::Table(table.with_bars(&counts))])
}

fn tone(segment: Segment) -> Tone {
    match segment {
        Segment::Champion | Segment::Loyal => Tone::Good,
        Segment::AtRisk | Segment::CantLose => Tone::Warn,
        Segment::Lost => Tone::Bad,
        Segment::PotentialLoyalist
        | Segment::New
        | Segment::Promising
        | Segment::NeedsAttention
        | Segment::AboutToSleep
        | Segment::Hibernating => Tone::Plain,
    }
}

pub fn audit(voice: &Voice<'_>) -> Option<Section> {
    let rows = &voice.review.audit;
    if rows.is_empty() {
        return None;
    }
    let head = ["page-attribute", "page-customers", "page-share-lost", "page-risk-ratio"];
    let mut table = Table::new(
        head.map(|key| voice.say(key)).into_iter().chain([voice.say("page-p-adjusted")]),
    );
    for row in rows.iter().take(ROWS) {
        let group = format!(
            "{}: {}",
            sentences::attribute(voice.phrases, &row.attribute),
            voice.audit_value(&row.value),
        );
        let cells = [
            group,
            voice.count(row.n),
            share_lost(voice, row),
            ratio(voice, row),
            voice.p_value(row.p_adjusted),
        ];
        table.push(cells, verdict(row));
    }
    let caution = Block::Aside(voice.say("letter-audit_caution"));
    section(voice, "page-audit", vec![Block::Table(table), caution])
}

pub fn sources(voice: &Voice<'_>) -> Option<Section> {
    let rows = &voice.review.sources;
    if rows.is_empty() {
        return None;
    }
    let has_money = voice.review.has_money;
    let mut head = vec!["attribute-source", "page-customers", "page-share-lost"];
    head.push("page-repeat-share");
    if has_money {
        head.push("page-margin-each");
    }
    let mut table = Table::new(head.into_iter().map(|key| voice.say(key)));
    for row in rows.iter().take(ROWS) {
        let mut cells = vec![
            voice.audit_value(&row.value),
            voice.count(row.n),
            share_lost(voice, row),
            voice.share(Some(row.repeat_share)),
        ];
        if has_money {
            cells.push(voice.money(row.margin_per_customer));
        }
        table.push(cells, verdict(row));
    }
    section(voice, "page-sources", vec![Block::Table(table)])
}

fn share_lost(voice: &Voice<'_>, row: &AuditRow) -> String {
    voice.share((row.n > 0).then(|| row.lost as f64 / row.n as f64))
}

/// "2.3 (1.7–3.0)".
fn ratio(voice: &Voice<'_>, row: &AuditRow) -> String {
    let ratio = voice.decimal(row.risk_ratio, 1);
    match (row.low, row.high) {
        (Some(low), Some(high)) if row.risk_ratio.is_some() => {
            format!("{ratio} ({}–{})", voice.decimal(Some(low), 1), voice.decimal(Some(high), 1))
        }
        _ => ratio,
    }
}

/// Only what is more than chance stands out.
fn verdict(row: &AuditRow) -> Tone {
    match row.risk_ratio {
        Some(ratio) if row.is_more_than_chance() && ratio > 1.0 => Tone::Bad,
        Some(ratio) if row.is_more_than_chance() && ratio < 1.0 => Tone::Good,
        _ => Tone::Plain,
    }
}

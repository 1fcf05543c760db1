//! Segments, what the lost have in common, and sources.

use super::words::{NO_FIGURE, Words};
use super::{Block, Section, Table, Tone};
use crate::figures::{AuditRow, Segment};
use crate::sentences;

/// Rows of the audit and of the sources that are shown.
const ROWS: usize = 12;

pub fn segments(words: &Words<'_>) -> Option<Section> {
    let segments = &words.review.segments;
    let all: u64 = segments.iter().map(|segment| segment.count).sum();
    if all == 0 {
        return None;
    }
    let has_money = words.review.has_money;
    let mut head = vec!["page-segment", "page-customers", "page-share-of-customers"];
    if has_money {
        head.push("page-margin-12m");
    }
    let mut table = Table::new(head.into_iter().map(|key| words.say(key)));
    for segment in segments {
        let mut cells = vec![
            sentences::segment(words.phrases, segment.key),
            words.count(segment.count),
            words.share(Some(segment.count as f64 / all as f64)),
        ];
        if has_money {
            cells.push(words.money(segment.margin_12m));
        }
        table.push(cells, tone(segment.key));
    }
    let counts: Vec<f64> = segments.iter().map(|segment| segment.count as f64).collect();
    words.section("page-segments", vec![Block::Table(table.with_bars(&counts))])
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

pub fn audit(words: &Words<'_>) -> Option<Section> {
    let rows = &words.review.audit;
    if rows.is_empty() {
        return None;
    }
    let head = ["page-attribute", "page-customers", "page-share-lost", "page-risk-ratio"];
    let mut table = Table::new(
        head.map(|key| words.say(key)).into_iter().chain([words.say("page-p-adjusted")]),
    );
    for row in rows.iter().take(ROWS) {
        let group = format!(
            "{}: {}",
            sentences::attribute(words.phrases, &row.attribute),
            sentences::attribute_value(words.phrases, &row.attribute, &row.value),
        );
        let cells =
            [group, words.count(row.n), share_lost(words, row), ratio(words, row), p(words, row)];
        table.push(cells, verdict(row));
    }
    let caution = Block::Aside(words.say("letter-audit_caution"));
    words.section("page-audit", vec![Block::Table(table), caution])
}

pub fn sources(words: &Words<'_>) -> Option<Section> {
    let rows = &words.review.sources;
    if rows.is_empty() {
        return None;
    }
    let has_money = words.review.has_money;
    let mut head = vec!["attribute-source", "page-customers", "page-share-lost"];
    head.push("page-repeat-share");
    if has_money {
        head.push("page-margin-each");
    }
    let mut table = Table::new(head.into_iter().map(|key| words.say(key)));
    for row in rows.iter().take(ROWS) {
        let mut cells = vec![
            sentences::name(&row.value),
            words.count(row.n),
            share_lost(words, row),
            words.share(Some(row.repeat_share)),
        ];
        if has_money {
            cells.push(words.money(row.margin_per_customer));
        }
        table.push(cells, verdict(row));
    }
    words.section("page-sources", vec![Block::Table(table)])
}

fn share_lost(words: &Words<'_>, row: &AuditRow) -> String {
    words.share((row.n > 0).then(|| row.lost as f64 / row.n as f64))
}

/// "2.3 (1.7–3.0)".
fn ratio(words: &Words<'_>, row: &AuditRow) -> String {
    let ratio = words.decimal(row.risk_ratio, 1);
    match (row.low, row.high) {
        (Some(low), Some(high)) if row.risk_ratio.is_some() => {
            format!("{ratio} ({}–{})", words.decimal(Some(low), 1), words.decimal(Some(high), 1))
        }
        _ => ratio,
    }
}

fn p(words: &Words<'_>, row: &AuditRow) -> String {
    match row.p_adjusted {
        Some(p) if p < 0.001 => format!("< {}", words.decimal(Some(0.001), 3)),
        Some(p) => words.decimal(Some(p), 3),
        None => NO_FIGURE.to_owned(),
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

//! What the lost have in common, and which sources bring people who stay.

use askama::Template;
use charts::{Dot, Dots, Tone};

use super::Section;
use super::grid::{Grid, GridRow, Heading};
use crate::figures::AuditRow;
use crate::sentences;
use crate::voice::{self, Voice};

/// How many rows are drawn.
const DRAWN: usize = 12;
/// How many rows are listed, those behind a disclosure included.
const LISTED: usize = 40;

#[derive(Template)]
#[template(path = "audit.html")]
struct AuditSection {
    id: &'static str,
    intro: String,
    chart: String,
    table: String,
    /// The rows that are not drawn, behind a disclosure, and what it is called.
    rest: Option<(String, String)>,
    after: String,
}

/// The audit of the lost.
pub(super) fn lost(voice: &Voice<'_>) -> Result<Option<Section>, askama::Error> {
    section(voice, "audit", "page-audit", &voice.review.audit, "page-audit-after")
}

/// The same by source of the customer.
pub(super) fn sources(voice: &Voice<'_>) -> Result<Option<Section>, askama::Error> {
    section(voice, "sources", "page-sources", &voice.review.sources, "page-sources-after")
}

fn section(
    voice: &Voice<'_>,
    id: &'static str,
    title: &str,
    rows: &[AuditRow],
    after: &str,
) -> Result<Option<Section>, askama::Error> {
    let (drawn, more) = rows.split_at(rows.len().min(DRAWN));
    let more = &more[..more.len().min(LISTED - DRAWN)];
    let mut words = voice.words(&format!("{id}-dots"), title);
    if let Some(why) = voice.note(id) {
        words.empty = why;
    }
    let tick = |ratio: f64| voice.decimal(Some(ratio), if ratio < 1.0 { 2 } else { 0 });
    let chart = Dots {
        head: [voice.say("page-attribute"), voice.say("page-risk-ratio")],
        sides: [voice.say("page-left-less"), voice.say("page-left-more")],
        tick: &tick,
        dots: drawn.iter().map(|row| dot(voice, id, row)).collect(),
        words,
    };
    let chart = charts::figure(&chart);
    let body = if rows.is_empty() {
        let intro = voice.say(&format!("{title}.intro"));
        AuditSection { id, intro, chart, table: String::new(), rest: None, after: String::new() }
    } else {
        AuditSection {
            id,
            intro: voice.say(&format!("{title}.intro")),
            chart,
            table: table(voice, id, title, drawn).render()?,
            rest: match more {
                [] => None,
                more => {
                    let said = voice.say_count("page-show-more", more.len() as u64);
                    Some((said, table(voice, &format!("{id}-more"), title, more).render()?))
                }
            },
            after: voice.say(after),
        }
    };
    Ok(Some(Section { id, title: voice.say(title), body: body.render()? }))
}

fn ratio(voice: &Voice<'_>, row: &AuditRow) -> String {
    let ratio = voice.decimal(row.risk_ratio, 2);
    match (row.low, row.high) {
        (Some(low), Some(high)) => {
            let span = voice::span(&voice.decimal(Some(low), 2), &voice.decimal(Some(high), 2));
            format!("{ratio} ({span})")
        }
        _ => ratio,
    }
}

fn name(voice: &Voice<'_>, row: &AuditRow) -> String {
    let attribute = sentences::attribute(voice.phrases, &row.attribute);
    let value = sentences::attribute_value(voice.phrases, &row.value);
    format!("{attribute}: {}", voice.name(&value))
}

fn dot(voice: &Voice<'_>, id: &str, row: &AuditRow) -> Dot {
    let tone = match (row.is_more_than_chance(), row.risk_ratio) {
        (true, Some(ratio)) if ratio > 1.0 => Tone::Bad,
        (true, Some(_)) => Tone::Good,
        _ => Tone::Quiet,
    };
    Dot {
        label: name(voice, row),
        ratio: row.risk_ratio,
        interval: row.low.zip(row.high),
        shown: voice.decimal(row.risk_ratio, 2),
        in_full: ratio(voice, row),
        href: Some(format!("#{id}-table")),
        tone,
    }
}

fn table(voice: &Voice<'_>, id: &str, title: &str, rows: &[AuditRow]) -> Grid {
    let explained = |key: &str, formula: &str| {
        let text = voice.say(key);
        let formula = voice.formula(&format!("{id}-{formula}"), &text, formula);
        Heading::explained(text, formula)
    };
    let mut head = vec![
        Heading::plain(voice.say("page-attribute")),
        Heading::plain(voice.say("page-customers")),
        Heading::plain(voice.say("page-lost")),
        explained("page-share-lost", "share_lost"),
        explained("page-risk-ratio", "risk_ratio"),
        explained("page-p-adjusted", "p_adjusted"),
        explained("page-excess", "excess"),
        explained("page-odds-ratio", "adjusted_odds_ratio"),
        Heading::plain(voice.say("page-repeat-share")),
    ];
    if voice.review.has_money {
        head.push(Heading::plain(voice.say("page-margin-each")));
    }
    let listed = rows.iter().map(|row| {
        let lost = (row.n > 0).then(|| row.lost as f64 / row.n as f64);
        let mut cells = vec![
            voice.count(row.n),
            voice.count(row.lost),
            voice.share(lost),
            ratio(voice, row),
            voice.p_value(row.p_adjusted),
            voice.decimal(Some(row.excess), 0),
            voice.decimal(row.adjusted_odds_ratio, 2),
            voice.share(Some(row.repeat_share)),
        ];
        if voice.review.has_money {
            cells.push(voice.money(row.margin_per_customer));
        }
        GridRow::new(name(voice, row), cells).called(&row.value.to_string())
    });
    Grid { caption: voice.say(title), quiet: true, head, rows: listed.collect() }
}

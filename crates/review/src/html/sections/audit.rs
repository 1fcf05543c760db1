//! What the lost have in common, and which sources bring people who stay.

use askama::Template;
use charts::{Dot, Dots, Tone};

use super::Section;
use crate::figures::{AuditRow, AuditValue};
use crate::html::parts::{Grid, GridRow, Heading, on_one_line};
use crate::sentences;
use crate::voice::{self, Voice};

/// How many rows are drawn.
const DRAWN: usize = 12;
/// How many rows are listed, those behind a disclosure included.
const LISTED: usize = 40;

#[derive(Template)]
#[template(path = "sections/audit.html")]
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
    let named = Named::of(voice, rows);
    let chart = Dots {
        head: [named.heading.clone(), voice.say("page-risk-ratio")],
        sides: [voice.say("page-left-less"), voice.say("page-left-more")],
        tick: &tick,
        dots: drawn.iter().map(|row| dot(voice, id, &named, row)).collect(),
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
            table: table(voice, id, title, &named, drawn).render()?,
            rest: match more {
                [] => None,
                more => {
                    let said = voice.say_count("page-show-more", more.len() as u64);
                    let id = format!("{id}-more");
                    Some((said, table(voice, &id, title, &named, more).render()?))
                }
            },
            after: voice.say(after),
        }
    };
    Ok(Some(Section { id, title: voice.say(title), body: body.render()? }))
}

/// "1.52 (1.31 – 1.77)"; the interval stays on one line.
fn ratio(voice: &Voice<'_>, row: &AuditRow) -> String {
    let ratio = voice.decimal(row.risk_ratio, 2);
    match (row.low, row.high) {
        (Some(low), Some(high)) => {
            let span = voice::span(&voice.decimal(Some(low), 2), &voice.decimal(Some(high), 2));
            format!("{ratio} ({})", on_one_line(&span))
        }
        _ => ratio,
    }
}

/// How the groups of one list are called: by attribute and value, or by the
/// value alone where all are of one attribute and its values speak for themselves.
struct Named {
    heading: String,
    by_value: bool,
}

impl Named {
    fn of(voice: &Voice<'_>, rows: &[AuditRow]) -> Self {
        let alike = |first: &AuditRow| {
            let same = |row: &AuditRow| row.attribute == first.attribute;
            rows.iter().all(|row| same(row) && matches!(row.value, AuditValue::Text(_)))
        };
        match rows.first().filter(|first| alike(first)) {
            Some(first) => {
                let heading = sentences::attribute(voice.phrases, &first.attribute);
                Self { heading, by_value: true }
            }
            None => Self { heading: voice.say("page-attribute"), by_value: false },
        }
    }

    fn name(&self, voice: &Voice<'_>, row: &AuditRow) -> String {
        let value = voice.audit_value(&row.value);
        if self.by_value {
            return value;
        }
        format!("{}: {value}", sentences::attribute(voice.phrases, &row.attribute))
    }
}

fn dot(voice: &Voice<'_>, id: &str, named: &Named, row: &AuditRow) -> Dot {
    let tone = match (row.is_more_than_chance(), row.risk_ratio) {
        (true, Some(ratio)) if ratio > 1.0 => Tone::Bad,
        (true, Some(_)) => Tone::Good,
        _ => Tone::Quiet,
    };
    Dot {
        label: named.name(voice, row),
        ratio: row.risk_ratio,
        interval: row.low.zip(row.high),
        shown: voice.decimal(row.risk_ratio, 2),
        in_full: ratio(voice, row),
        href: Some(format!("#{id}-table")),
        tone,
    }
}

fn table(voice: &Voice<'_>, id: &str, title: &str, named: &Named, rows: &[AuditRow]) -> Grid {
    let explained = |key: &str, formula: &str| {
        let text = voice.say(key);
        let formula = voice.formula(&format!("{id}-{formula}"), &text, formula);
        Heading::explained(text, formula)
    };
    let mut head = vec![
        Heading::plain(named.heading.clone()),
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
        let listed = GridRow::new(named.name(voice, row), cells);
        match &row.value {
            AuditValue::Text(text) if voice.is_cut(text) => listed.called(text),
            _ => listed,
        }
    });
    Grid { caption: voice.say(title), quiet: true, wide: true, head, rows: listed.collect() }
}

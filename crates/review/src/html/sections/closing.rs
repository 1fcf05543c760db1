//! What the data cannot say, and what was read.

use askama::Template;

use super::Section;
use crate::html::parts::{Grid, GridRow, Heading};
use crate::sentences;
use crate::voice::{self, Voice};

/// How many notes are listed.
const NOTES: usize = 60;
/// How many files are listed.
const FILES: usize = 50;

#[derive(Template)]
#[template(path = "sections/limits.html")]
struct Limits {
    intro: String,
    notes: Vec<String>,
}

#[derive(Template)]
#[template(path = "sections/input.html")]
struct InputSection {
    files: String,
    facts: Vec<(String, String)>,
    mapping: String,
    rule: String,
}

/// What the data cannot say, each once.
pub(super) fn limits(voice: &Voice<'_>) -> Result<Option<Section>, askama::Error> {
    let mut notes = sentences::notes(voice.phrases, voice.asker, &voice.review.notes);
    notes.truncate(NOTES);
    if notes.is_empty() {
        return Ok(None);
    }
    let body = Limits { intro: voice.say("page-limits-intro"), notes }.render()?;
    Ok(Some(Section { id: "limits", title: voice.say("page-limits"), body }))
}

/// What was read and how it was understood.
pub(super) fn input(voice: &Voice<'_>) -> Result<Option<Section>, askama::Error> {
    let body = InputSection {
        files: files(voice).render()?,
        facts: facts(voice),
        mapping: mapping(voice).render()?,
        rule: sentences::rule(voice.phrases, voice.review),
    };
    Ok(Some(Section { id: "input", title: voice.say("page-input"), body: body.render()? }))
}

fn files(voice: &Voice<'_>) -> Grid {
    let head = ["page-file", "page-format", "page-rows"];
    let row = |file: &crate::figures::SourceFile| {
        let cells = vec![file.format.clone(), voice.count(file.rows)];
        let listed = GridRow::new(voice.name(&file.name), cells);
        if voice.is_cut(&file.name) { listed.called(&file.name) } else { listed }
    };
    Grid {
        caption: voice.say("page-files"),
        quiet: false,
        wide: false,
        head: head.map(|key| Heading::plain(voice.say(key))).into(),
        rows: voice.review.input.files.iter().take(FILES).map(row).collect(),
    }
}

fn mapping(voice: &Voice<'_>) -> Grid {
    let head = ["page-role", "page-column"];
    let row = |(role, column): &(String, String)| {
        GridRow::new(sentences::role(voice.phrases, role), vec![column.clone()])
    };
    Grid {
        caption: voice.say("page-mapping"),
        quiet: false,
        wide: false,
        head: head.map(|key| Heading::plain(voice.say(key))).into(),
        rows: voice.review.input.mapping.iter().map(row).collect(),
    }
}

fn facts(voice: &Voice<'_>) -> Vec<(String, String)> {
    let input = &voice.review.input;
    let days = voice::span(&voice.phrases.day(input.from), &voice.phrases.day(input.to));
    let mut facts = vec![
        ("page-rows-read", voice.count(input.rows)),
        ("page-rows-accepted", voice.count(input.accepted)),
        ("page-rows-rejected", voice.count(input.rejected)),
    ];
    if let Some(rows) = sentences::set_aside(voice.phrases, input) {
        facts.push(("page-rows-set-aside", rows));
    }
    facts.extend([
        ("page-orders", voice.count(input.orders)),
        ("page-customers", voice.count(input.customers)),
        ("page-days-covered", days),
        ("page-as-of", voice.phrases.day(voice.review.as_of)),
    ]);
    if input.anonymous > 0 {
        let rows = voice.count(input.anonymous);
        let said = match input.anonymous_revenue {
            Some(money) => format!("{rows} · {}", voice.phrases.money_round(money)),
            None => rows,
        };
        facts.push(("page-anonymous", said));
    }
    if input.returns > 0 {
        facts.push(("page-returns", voice.count(input.returns)));
    }
    if input.unmatched_returns > 0 {
        facts.push(("page-unmatched-returns", voice.count(input.unmatched_returns)));
    }
    if input.duplicates > 0 {
        let key = if input.duplicates_dropped {
            "page-duplicates-dropped"
        } else {
            "page-duplicates-kept"
        };
        facts.push((key, voice.count(input.duplicates)));
    }
    if voice.review.has_money {
        let known = voice.review.currency.is_known();
        let currency = if known {
            voice.review.currency.to_string()
        } else {
            voice.say("page-currency-unknown")
        };
        facts.push(("page-currency", currency));
    }
    for (currency, orders) in &input.other_currencies {
        facts.push(("page-other-currency", format!("{currency} · {}", voice.count(*orders))));
    }
    facts.into_iter().map(|(key, value)| (voice.say(key), value)).collect()
}

//! Cohorts as heat maps, in both readings.

use askama::Template;
use charts::{Cell, HeatMap, HeatRow};

use super::Section;
use crate::figures::Cohort;
use crate::html::parts::Formula;
use crate::voice::Voice;

/// How many cohorts are drawn, the latest ones.
const COHORTS: usize = 24;
/// How many months after the first are drawn.
const MONTHS: usize = 18;

struct Reading {
    title: String,
    formula: Formula,
    chart: String,
}

#[derive(Template)]
#[template(path = "sections/cohorts.html")]
struct CohortSection {
    intro: String,
    readings: Vec<Reading>,
    after: String,
}

pub(super) fn section(voice: &Voice<'_>) -> Result<Option<Section>, askama::Error> {
    let average = &voice.review.cohort_average;
    let reading = |key: &str, id: &str, shares: fn(&Cohort) -> &[f64], means: &[f64]| {
        let title = voice.say(key);
        let map = heat_map(voice, voice.words(id, key), shares, means);
        let formula = voice.formula(id, &title, &id.replace('-', "_"));
        Reading { title, formula, chart: charts::figure(&map) }
    };
    let body = CohortSection {
        intro: voice.say("page-cohorts-intro"),
        readings: vec![
            reading("page-return-in", "return-in", |c| &c.return_in, &average.return_in),
            reading(
                "page-return-or-after",
                "return-or-after",
                |c| &c.return_or_after,
                &average.return_or_after,
            ),
        ],
        after: voice.say("page-cohorts-after"),
    };
    Ok(Some(Section { id: "cohorts", title: voice.say("page-cohorts"), body: body.render()? }))
}

/// Month 0 is left out: everyone bought in it.
fn heat_map(
    voice: &Voice<'_>,
    words: charts::Words,
    shares: fn(&Cohort) -> &[f64],
    means: &[f64],
) -> HeatMap {
    let all = &voice.review.cohorts;
    let latest = &all[all.len().saturating_sub(COHORTS)..];
    let months = latest.iter().map(|c| shares(c).len()).max().unwrap_or(0).saturating_sub(1);
    let months = months.min(MONTHS);
    let row = |cohort: &Cohort| HeatRow {
        label: voice.phrases.month_short(cohort.cohort),
        size: voice.count(cohort.size),
        cells: (1..=months).map(|k| cell(voice, cohort, k, shares)).collect(),
        summary: false,
    };
    let mut rows: Vec<HeatRow> = latest.iter().map(row).collect();
    rows.push(average(voice, months, means));
    HeatMap {
        words,
        head: [voice.say("page-cohort"), voice.say("page-size")],
        columns: (1..=months).map(|k| voice.count(k as u64)).collect(),
        full: largest(latest, months, shares),
        incomplete: voice.say("page-incomplete"),
        rows,
    }
}

fn cell(voice: &Voice<'_>, cohort: &Cohort, month: usize, shares: fn(&Cohort) -> &[f64]) -> Cell {
    match shares(cohort).get(month) {
        None => Cell::Blank,
        Some(_) if !cohort.is_complete(month) => Cell::Incomplete,
        Some(share) => Cell::Value { value: *share, shown: in_cell(voice, *share) },
    }
}

/// Whole per cents without the sign, one decimal below ten.
fn in_cell(voice: &Voice<'_>, share: f64) -> String {
    let percent = share * 100.0;
    voice.phrases.decimal(percent, usize::from(percent < 9.95))
}

fn average(voice: &Voice<'_>, months: usize, means: &[f64]) -> HeatRow {
    let cell = |month| match means.get(month) {
        None => Cell::Blank,
        Some(mean) => Cell::Value { value: *mean, shown: in_cell(voice, *mean) },
    };
    HeatRow {
        label: voice.say("page-average"),
        size: String::new(),
        cells: (1..=months).map(cell).collect(),
        summary: true,
    }
}

fn largest(cohorts: &[Cohort], months: usize, shares: fn(&Cohort) -> &[f64]) -> f64 {
    let complete = cohorts.iter().flat_map(|cohort| {
        (1..=months)
            .filter(|month| cohort.is_complete(*month))
            .filter_map(|month| shares(cohort).get(month).copied())
    });
    complete.fold(0.0, f64::max).max(f64::MIN_POSITIVE)
}

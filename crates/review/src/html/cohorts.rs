//! Cohorts as heat maps, in both readings.

use askama::Template;
use charts::{Cell, HeatMap, HeatRow};

use super::Section;
use super::formula::Formula;
use crate::figures::Cohort;
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
#[template(path = "cohorts.html")]
struct CohortSection {
    intro: String,
    readings: Vec<Reading>,
    after: String,
}

pub(super) fn section(voice: &Voice<'_>) -> Result<Option<Section>, askama::Error> {
    let reading = |key: &str, formula: &str, id: &str, shares: fn(&Cohort) -> &[f64]| {
        let title = voice.say(key);
        let map = heat_map(voice, voice.words(id, key), shares);
        let formula = voice.formula(id, &title, formula);
        Reading { title, formula, chart: charts::figure(&map) }
    };
    let body = CohortSection {
        intro: voice.say("page-cohorts-intro"),
        readings: vec![
            reading("page-return-in", "return_in", "return-in", |c| &c.return_in),
            reading("page-return-or-after", "return_or_after", "return-or-after", |c| {
                &c.return_or_after
            }),
        ],
        after: voice.say("page-cohorts-after"),
    };
    Ok(Some(Section { id: "cohorts", title: voice.say("page-cohorts"), body: body.render()? }))
}

/// Month 0 is left out: everyone bought in it.
fn heat_map(voice: &Voice<'_>, words: charts::Words, shares: fn(&Cohort) -> &[f64]) -> HeatMap {
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
    rows.push(average(voice, months, shares));
    HeatMap {
        words,
        head: [voice.say("page-cohort"), voice.say("page-size")],
        columns: (1..=months).map(|k| voice.count(k as u64)).collect(),
        full: largest(latest, months, shares),
        incomplete: voice.say("page-incomplete"),
        rows,
    }
}

fn is_complete(cohort: &Cohort, month: usize) -> bool {
    cohort.complete_through.is_some_and(|through| month <= through as usize)
}

fn cell(voice: &Voice<'_>, cohort: &Cohort, month: usize, shares: fn(&Cohort) -> &[f64]) -> Cell {
    match shares(cohort).get(month) {
        None => Cell::Blank,
        Some(_) if !is_complete(cohort, month) => Cell::Incomplete,
        Some(share) => Cell::Value { value: *share, shown: in_cell(voice, *share) },
    }
}

/// Whole per cents without the sign, one decimal below ten.
fn in_cell(voice: &Voice<'_>, share: f64) -> String {
    let percent = share * 100.0;
    voice.phrases.decimal(percent, usize::from(percent < 9.95))
}

/// The mean over all cohorts old enough, each customer counting once.
fn average(voice: &Voice<'_>, months: usize, shares: fn(&Cohort) -> &[f64]) -> HeatRow {
    let cells = (1..=months).map(|month| {
        let old_enough = voice.review.cohorts.iter().filter(|c| is_complete(c, month));
        let (mut sum, mut size) = (0.0, 0);
        for cohort in old_enough {
            sum += shares(cohort).get(month).copied().unwrap_or(0.0) * cohort.size as f64;
            size += cohort.size;
        }
        if size == 0 {
            return Cell::Blank;
        }
        let mean = sum / size as f64;
        Cell::Value { value: mean, shown: in_cell(voice, mean) }
    });
    HeatRow {
        label: voice.say("page-average"),
        size: String::new(),
        cells: cells.collect(),
        summary: true,
    }
}

fn largest(cohorts: &[Cohort], months: usize, shares: fn(&Cohort) -> &[f64]) -> f64 {
    let complete = cohorts.iter().flat_map(|cohort| {
        (1..=months)
            .filter(|month| is_complete(cohort, *month))
            .filter_map(|month| shares(cohort).get(month).copied())
    });
    complete.fold(0.0, f64::max).max(f64::MIN_POSITIVE)
}

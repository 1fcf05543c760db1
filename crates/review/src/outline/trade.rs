//! Month by month, cohort by cohort, and how long customers stay.

use super::{Block, Section, Table, Tone, section};
use crate::figures::{Cohort, MonthOfTrade};
use crate::sentences;
use crate::voice::{Voice, span};

/// How many months, and months after the first order, are shown.
const MONTHS: usize = 12;

/// Marks what is not over yet.
const NOT_OVER: &str = "*";

pub fn months(voice: &Voice<'_>) -> Option<Section> {
    let all = &voice.review.months;
    let shown = &all[all.len().saturating_sub(MONTHS)..];
    if shown.is_empty() {
        return None;
    }
    let has_money = voice.review.has_money;
    let mut head = vec!["page-month", "page-orders", "page-new", "page-won-back", "page-lost"];
    if has_money {
        head.push("page-revenue");
    }
    let mut table = Table::new(head.into_iter().map(|key| voice.say(key)));
    for month in shown {
        let mark = if month.complete { "" } else { NOT_OVER };
        let mut cells = vec![format!("{}{mark}", voice.phrases.month_short(month.month))];
        let counts = [month.orders, month.new, month.won_back, month.lost];
        cells.extend(counts.map(|count| voice.count(count)));
        if has_money {
            cells.push(voice.money(month.revenue));
        }
        table.push(cells, Tone::Plain);
    }
    let height = |month: &MonthOfTrade| match month.revenue {
        Some(revenue) => revenue.major().max(0.0),
        None => month.orders as f64,
    };
    let heights: Vec<f64> = shown.iter().map(height).collect();
    let counts = Block::Aside(voice.say("page-trade-counts"));
    let mut blocks = vec![Block::Table(table.with_bars(&heights)), counts];
    if shown.iter().any(|month| !month.complete) {
        blocks.push(Block::Aside(format!("{NOT_OVER} {}", voice.say("page-partial-month"))));
    }
    section(voice, "page-trade", blocks)
}

pub fn cohorts(voice: &Voice<'_>) -> Option<Section> {
    let all = &voice.review.cohorts;
    // Someone must have had time to come back.
    let newest = all.iter().rev().position(|cohort| cohort.complete_through >= Some(1))?;
    let old_enough = &all[..all.len() - newest];
    let shown = &old_enough[old_enough.len().saturating_sub(MONTHS)..];
    let last = shown.iter().filter_map(|cohort| cohort.complete_through).max()?.min(12) as usize;
    let reading = |title: &str, of: fn(&Cohort) -> &[f64], means: &[f64]| {
        let head = [voice.say("page-cohort"), voice.say("letter-cohort_size")]
            .into_iter()
            .chain((1..=last).map(|month| voice.count(month as u64)));
        let mut table = Table::new(head);
        for cohort in shown {
            let cells = (1..=last).map(|month| cell(voice, cohort, of(cohort), month));
            let name =
                [voice.phrases.month_short(cohort.cohort), voice.count(cohort.size)].into_iter();
            table.push(name.chain(cells), Tone::Plain);
        }
        let averages =
            (1..=last).map(|month| voice.decimal(means.get(month).map(|share| share * 100.0), 0));
        let name = [voice.say("page-average"), String::new()].into_iter();
        table.push(name.chain(averages), Tone::Strong);
        [Block::Subtitle(voice.say(title)), Block::Table(table)]
    };
    let mut blocks = vec![Block::Aside(voice.say("letter-cohorts"))];
    let average = &voice.review.cohort_average;
    blocks.extend(reading("page-return-in", |cohort| &cohort.return_in, &average.return_in));
    blocks.extend(reading(
        "page-return-or-after",
        |cohort| &cohort.return_or_after,
        &average.return_or_after,
    ));
    section(voice, "page-cohorts", blocks)
}

/// Per cent that came back in that month; blank where the month is not over.
fn cell(voice: &Voice<'_>, cohort: &Cohort, shares: &[f64], month: usize) -> String {
    match shares.get(month) {
        Some(share) if cohort.is_complete(month) => voice.decimal(Some(share * 100.0), 0),
        _ => String::new(),
    }
}

pub fn survival(voice: &Voice<'_>) -> Option<Section> {
    let ages = &voice.review.survival_at;
    if ages.is_empty() {
        return None;
    }
    let head = ["page-since-first", "page-still-customers", "page-band"];
    let mut table = Table::new(head.map(|key| voice.say(key)));
    for at in ages {
        let band = span(&voice.share(Some(at.low)), &voice.share(Some(at.high)));
        let age = voice.phrases.months(at.months);
        table.push([age, voice.share(Some(at.s)), band], Tone::Plain);
    }
    let bars: Vec<f64> = ages.iter().map(|at| at.s).collect();
    let limit = sentences::survival_at_limit(voice.phrases, voice.review);
    let table = Block::Table(table.with_bars(&bars));
    section(voice, "page-survival", [table].into_iter().chain(limit.map(Block::Aside)).collect())
}

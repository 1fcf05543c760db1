//! What cannot be said, what was read, and what to try next.

use super::{Block, Section, Table, Tone, section};
use crate::voice::Voice;
use crate::{LostRule, sentences};

/// Files named one by one.
const FILES: usize = 10;

pub fn limits(voice: &Voice<'_>) -> Option<Section> {
    let notes = sentences::notes(voice.phrases, voice.asker, &voice.review.notes);
    if notes.is_empty() {
        return None;
    }
    let intro = Block::Aside(voice.say("page-limits-intro"));
    section(voice, "page-limits", vec![intro, Block::Points(notes)])
}

pub fn input(voice: &Voice<'_>) -> Option<Section> {
    let input = &voice.review.input;
    let mut files = Table::new(["page-file", "page-rows"].map(|key| voice.say(key)));
    for file in input.files.iter().take(FILES) {
        files.push(
            [format!("{} ({})", voice.name(&file.name), file.format), voice.count(file.rows)],
            Tone::Plain,
        );
    }
    let mut facts = Table::new([String::new(), String::new()]);
    let mut fact = |key: &str, value: String| facts.push([voice.say(key), value], Tone::Plain);
    fact("page-orders", voice.count(input.orders));
    fact("page-customers", voice.count(input.customers));
    let days = kernel::Period { from: input.from, to: input.to.plus_days(1) };
    fact("page-days-covered", voice.period_short(days));
    if let Some(rows) = sentences::set_aside(voice.phrases, input) {
        fact("page-rows-set-aside", rows);
    }
    let duplicates =
        if input.duplicates_dropped { "page-duplicates-dropped" } else { "page-duplicates-kept" };
    for (key, rows) in [
        ("page-rows-rejected", input.rejected),
        ("page-anonymous", input.anonymous),
        ("page-returns", input.returns),
        ("page-unmatched-returns", input.unmatched_returns),
        (duplicates, input.duplicates),
    ] {
        if rows > 0 {
            fact(key, voice.count(rows));
        }
    }
    let column = |(role, column): &(String, String)| {
        let column = sentences::column(voice.phrases, role, column);
        format!("{} ← {column}", sentences::role(voice.phrases, role))
    };
    let mapping: Vec<String> = input.mapping.iter().map(column).collect();
    let mut blocks = vec![Block::Table(files), Block::Table(facts)];
    if !mapping.is_empty() {
        blocks.push(Block::Subtitle(voice.say("page-mapping")));
        blocks.push(Block::Points(mapping));
    }
    section(voice, "page-input", blocks)
}

pub fn next(voice: &Voice<'_>) -> Option<Section> {
    let review = voice.review;
    let mut commands =
        vec![("-o review.html", "next-page"), ("--customers who.csv", "next-customers")];
    if !review.has_money {
        commands.push(("--map amount=COLUMN", "next-amounts"));
    } else if review.margin >= 1.0 {
        commands.push(("--margin 40%", "next-margin"));
    }
    if review.rule == LostRule::OwnLimit {
        commands.push(("--lost-after 365d", "next-window"));
    }
    commands.push(("--period quarter", "next-period"));
    let said = commands.into_iter().map(|(option, key)| (option.to_owned(), voice.say(key)));
    section(voice, "next", vec![Block::Commands(said.collect())])
}

//! What cannot be said, what was read, and what to try next.

use super::words::Words;
use super::{Block, Section, Table, Tone};
use crate::{LostRule, sentences};

/// Files named one by one.
const FILES: usize = 10;

pub fn limits(words: &Words<'_>) -> Option<Section> {
    let notes = sentences::notes(words.phrases, &words.review.notes);
    if notes.is_empty() {
        return None;
    }
    let intro = Block::Aside(words.say("page-limits-intro"));
    words.section("page-limits", vec![intro, Block::Points(notes)])
}

pub fn input(words: &Words<'_>) -> Option<Section> {
    let input = &words.review.input;
    let mut files = Table::new(["page-file", "page-rows"].map(|key| words.say(key)));
    for file in input.files.iter().take(FILES) {
        files.push(
            [format!("{} ({})", sentences::name(&file.name), file.format), words.count(file.rows)],
            Tone::Plain,
        );
    }
    let mut facts = Table::new([String::new(), String::new()]);
    let mut fact = |key: &str, value: String| facts.push([words.say(key), value], Tone::Plain);
    fact("page-orders", words.count(input.orders));
    fact("page-customers", words.count(input.customers));
    let days = kernel::Period { from: input.from, to: input.to.plus_days(1) };
    fact("page-days-covered", words.span(days));
    if let Some(rows) = sentences::set_aside(words.phrases, input) {
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
            fact(key, words.count(rows));
        }
    }
    let column = |(role, column): &(String, String)| {
        let column = sentences::column(words.phrases, role, column);
        format!("{} ← {column}", sentences::role(words.phrases, role))
    };
    let mapping: Vec<String> = input.mapping.iter().map(column).collect();
    let mut blocks = vec![Block::Table(files), Block::Table(facts)];
    if !mapping.is_empty() {
        blocks.push(Block::Subtitle(words.say("page-mapping")));
        blocks.push(Block::Points(mapping));
    }
    words.section("page-input", blocks)
}

pub fn next(words: &Words<'_>) -> Option<Section> {
    let review = words.review;
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
    let said = commands.into_iter().map(|(option, key)| (option.to_owned(), words.say(key)));
    words.section("next", vec![Block::Commands(said.collect())])
}

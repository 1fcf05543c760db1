//! Retention, what the losses cost, and what customers are worth.

use super::words::Words;
use super::{Block, Section, Table, Tone};
use crate::figures::{CustomerCounts, RevenueRetention};

type Count = fn(&CustomerCounts) -> u64;
type Rate<T> = fn(&T) -> Option<f64>;

pub fn retention(words: &Words<'_>) -> Option<Section> {
    let retention = &words.review.retention;
    let (now, before) = (&retention.current, &retention.previous);
    let mut table = Table::new([String::new(), words.span(now.period), words.span(before.period)]);

    let counts: [(&str, Count); 7] = [
        ("page-at-start", |c| c.start),
        ("page-kept", |c| c.kept),
        ("page-lost", |c| c.lost),
        ("page-new", |c| c.new),
        ("page-at-end", |c| c.end),
        ("page-won-back", |c| c.won_back),
        ("page-came-and-went", |c| c.came_and_went),
    ];
    for (key, count) in counts {
        let cells = [words.count(count(&now.customers)), words.count(count(&before.customers))];
        table.push([words.say(key)].into_iter().chain(cells), Tone::Plain);
    }
    let rates: [(&str, Rate<CustomerCounts>); 2] =
        [("page-retention-rate", |c| c.retention_rate), ("page-churn-rate", |c| c.churn_rate)];
    for (key, rate) in rates {
        let cells = [words.share(rate(&now.customers)), words.share(rate(&before.customers))];
        table.push([words.say(key)].into_iter().chain(cells), Tone::Strong);
    }
    if words.review.has_money {
        let rates: [(&str, Rate<RevenueRetention>); 2] =
            [("page-nrr", |r| r.nrr), ("page-grr", |r| r.grr)];
        for (key, rate) in rates {
            let cells = [words.share(rate(&now.revenue)), words.share(rate(&before.revenue))];
            table.push([words.say(key)].into_iter().chain(cells), Tone::Strong);
        }
        let total = [words.money(now.revenue.total), words.money(before.revenue.total)];
        table.push([words.say("page-revenue-total")].into_iter().chain(total), Tone::Plain);
    }
    words.section("page-retention", vec![Block::Table(table)])
}

pub fn cost(words: &Words<'_>) -> Option<Section> {
    let cost = &words.review.cost_of_loss;
    if !words.review.has_money || cost.lost_12m == 0 {
        return None;
    }
    let mut table = Table::new([String::new(), String::new()]);
    table.push([words.say("page-lost-12m"), words.count(cost.lost_12m)], Tone::Plain);
    table.push([words.say("page-cost-yearly"), words.money(cost.yearly)], Tone::Bad);
    table.push([words.say("page-cost-lifetime"), words.money(cost.lifetime)], Tone::Plain);
    let gold = &words.review.value.gold;
    table.push([words.say("page-gold-lost"), words.count(gold.lost)], Tone::Plain);
    words.section("page-cost", vec![Block::Table(table), Block::Aside(margin(words))])
}

/// Whether amounts are margin or revenue.
fn margin(words: &Words<'_>) -> String {
    let margin = words.review.margin;
    if margin < 1.0 {
        words.say_with("page-margin-of", "share", words.phrases.percent(margin, 0))
    } else {
        words.say("page-margin-unknown")
    }
}

pub fn value(words: &Words<'_>) -> Option<Section> {
    if !words.review.has_money {
        return None;
    }
    let value = &words.review.value;
    let mut table = Table::new([String::new(), String::new()]);
    let mut row = |key: &str, figure: String| table.push([words.say(key), figure], Tone::Plain);
    row("page-margin-12m", words.money(value.margin_12m));
    row("page-margin-12m-each", words.money(value.margin_12m_per_customer));
    row("page-lifetime-value", words.money(value.lifetime_per_customer));
    row("page-residual-total", words.money(value.residual_total));
    row("page-gold", words.count(value.gold.count));
    row("page-gold-threshold", words.money(value.gold.threshold));
    row("page-gold-share", words.share(value.gold.share_of_margin));
    row("page-gold-lost", words.count(value.gold.lost));
    row("page-gold-quiet", words.count(value.gold.gone_quiet));
    if let Some(concentration) = &value.concentration {
        let of_margin = words.say("page-share-of-margin");
        for (key, share) in [
            ("page-top-1", concentration.top_1_percent),
            ("page-top-10", concentration.top_10_percent),
        ] {
            let label = format!("{of_margin}: {}", words.say(key));
            table.push([label, words.share(Some(share))], Tone::Plain);
        }
    }
    let mut blocks = vec![Block::Table(table)];
    if let Some((low, high)) = value.lifetime_interval {
        let (low, high) = (words.money(Some(low)), words.money(Some(high)));
        blocks.push(Block::Aside(
            words.phrases.say_with(
                "letter-lifetime_interval",
                &[("low", low.into()), ("high", high.into())],
            ),
        ));
    }
    words.section("page-gold-title", blocks)
}

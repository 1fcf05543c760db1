//! Retention, what the losses cost, and what customers are worth.

use super::{Block, Section, Table, Tone, section};
use crate::figures::{CustomerCounts, RevenueRetention};
use crate::sentences;
use crate::voice::Voice;

type Count = fn(&CustomerCounts) -> u64;
type Rate<T> = fn(&T) -> Option<f64>;

pub fn retention(voice: &Voice<'_>) -> Option<Section> {
    let retention = &voice.review.retention;
    let (now, before) = (&retention.current, &retention.previous);
    let mut table = Table::new([
        String::new(),
        voice.period_short(now.period),
        voice.period_short(before.period),
    ]);

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
        let cells = [voice.count(count(&now.customers)), voice.count(count(&before.customers))];
        table.push([voice.say(key)].into_iter().chain(cells), Tone::Plain);
    }
    let rates: [(&str, Rate<CustomerCounts>); 2] =
        [("page-retention-rate", |c| c.retention_rate), ("page-churn-rate", |c| c.churn_rate)];
    for (key, rate) in rates {
        let cells = [voice.share(rate(&now.customers)), voice.share(rate(&before.customers))];
        table.push([voice.say(key)].into_iter().chain(cells), Tone::Strong);
    }
    if voice.review.has_money {
        let rates: [(&str, Rate<RevenueRetention>); 2] =
            [("page-nrr", |r| r.nrr), ("page-grr", |r| r.grr)];
        for (key, rate) in rates {
            let cells = [voice.share(rate(&now.revenue)), voice.share(rate(&before.revenue))];
            table.push([voice.say(key)].into_iter().chain(cells), Tone::Strong);
        }
        let total = [voice.money(now.revenue.total), voice.money(before.revenue.total)];
        table.push([voice.say("page-revenue-total")].into_iter().chain(total), Tone::Plain);
    }
    let apart = sentences::won_back(voice.phrases, voice.review).map(Block::Aside);
    section(voice, "page-retention", [Block::Table(table)].into_iter().chain(apart).collect())
}

pub fn cost(voice: &Voice<'_>) -> Option<Section> {
    let cost = &voice.review.cost_of_loss;
    if !voice.review.has_money || cost.lost_12m == 0 {
        return None;
    }
    let mut table = Table::new([String::new(), String::new()]);
    table.push([voice.say("page-lost-12m"), voice.count(cost.lost_12m)], Tone::Plain);
    table.push([voice.say("page-cost-yearly"), voice.money(cost.yearly)], Tone::Bad);
    table.push([voice.say("page-cost-lifetime"), voice.money(cost.lifetime)], Tone::Plain);
    let gold = &voice.review.value.gold;
    table.push([voice.say("page-gold-lost"), voice.count(gold.lost)], Tone::Plain);
    section(voice, "page-cost", vec![Block::Table(table), Block::Aside(voice.margin())])
}

pub fn value(voice: &Voice<'_>) -> Option<Section> {
    if !voice.review.has_money {
        return None;
    }
    let value = &voice.review.value;
    let mut table = Table::new([String::new(), String::new()]);
    let mut row = |key: &str, figure: String| table.push([voice.say(key), figure], Tone::Plain);
    row("page-margin-12m", voice.money(value.margin_12m));
    row("page-margin-12m-each", voice.money(value.margin_12m_per_customer));
    row("page-lifetime-value", voice.money(value.lifetime_per_customer));
    row("page-residual-total", voice.money(value.residual_total));
    row("page-gold", voice.count(value.gold.count));
    row("page-gold-threshold", voice.money(value.gold.threshold));
    row("page-gold-share", voice.share(value.gold.share_of_margin));
    row("page-gold-lost", voice.count(value.gold.lost));
    row("page-gold-quiet", voice.count(value.gold.gone_quiet));
    if let Some(concentration) = &value.concentration {
        let of_margin = voice.say("page-share-of-margin");
        for (key, share) in [
            ("page-top-1", concentration.top_1_percent),
            ("page-top-10", concentration.top_10_percent),
        ] {
            let label = format!("{of_margin}: {}", voice.say(key));
            table.push([label, voice.share(Some(share))], Tone::Plain);
        }
    }
    // It is not the line above it over all customers, and says so.
    let each = voice.say("page-margin-12m-each");
    let formula = sentences::formula(voice.phrases, "margin_12m_per_customer");
    let mut blocks = vec![Block::Table(table), Block::Aside(format!("{each}: {formula}"))];
    if let Some((low, high)) = value.lifetime_interval {
        let (low, high) = (voice.money(Some(low)), voice.money(Some(high)));
        let between = [("low", low.into()), ("high", high.into())];
        blocks.push(Block::Aside(voice.say_with("letter-lifetime_interval", &between)));
    }
    section(voice, "page-gold-title", blocks)
}

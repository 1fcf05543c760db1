//! Retention of the period and of the one before.

use askama::Template;
use charts::{Chart, Flow, Share, Tone};

use super::Section;
use crate::figures::{CustomerCounts, PeriodRetention, RevenueRetention};
use crate::html::parts::{Grid, GridRow, Heading};
use crate::sentences;
use crate::voice::Voice;

#[derive(Template)]
#[template(path = "sections/retention.html")]
struct RetentionSection {
    flow: String,
    aside: Vec<String>,
    customers: String,
    revenue: Option<String>,
}

pub(super) fn section(voice: &Voice<'_>) -> Result<Option<Section>, askama::Error> {
    let counts = &voice.review.retention.current.customers;
    let body = RetentionSection {
        flow: charts::figure(&flow(voice) as &dyn Chart),
        aside: [voice.say_count("page-came-and-went-said", counts.came_and_went)]
            .into_iter()
            .chain(sentences::won_back(voice.phrases, voice.review))
            .collect(),
        customers: customers(voice).render()?,
        revenue: voice.review.has_money.then(|| revenue(voice).render()).transpose()?,
    };
    let title = voice.say("page-retention");
    Ok(Some(Section { id: "retention", title, body: body.render()? }))
}

fn flow(voice: &Voice<'_>) -> Flow {
    let PeriodRetention { period, customers, .. } = &voice.review.retention.current;
    let share = |key: &str, count: u64, tone| Share {
        name: voice.say(key),
        value: count as f64,
        shown: voice.count(count),
        tone,
    };
    Flow {
        words: voice.words("flow", "page-flow"),
        head: [voice.say("page-what"), voice.say("page-customers")],
        ends: [voice.phrases.day_short(period.from), voice.phrases.day_short(period.last_day())],
        stayed: share("page-kept", customers.kept, Tone::Accent),
        went: vec![share("page-lost", customers.lost, Tone::Bad)],
        came: vec![
            share("page-new", customers.new, Tone::Good),
            share("page-won-back", customers.won_back, Tone::Warn),
        ],
    }
}

fn heading(voice: &Voice<'_>, what: &str) -> Vec<Heading> {
    let retention = &voice.review.retention;
    [
        voice.say(what),
        voice.period_short(retention.current.period),
        voice.period_short(retention.previous.period),
    ]
    .map(Heading::plain)
    .into()
}

fn customers(voice: &Voice<'_>) -> Grid {
    type Count = fn(&CustomerCounts) -> u64;
    type Rate = fn(&CustomerCounts) -> Option<f64>;
    let counts: [(&str, &str, Count); 7] = [
        ("page-at-start", "customers_start", |c| c.start),
        ("page-kept", "kept", |c| c.kept),
        ("page-lost", "lost", |c| c.lost),
        ("page-new", "new", |c| c.new),
        ("page-at-end", "customers_end", |c| c.end),
        ("page-won-back", "won_back", |c| c.won_back),
        ("page-came-and-went", "came_and_went", |c| c.came_and_went),
    ];
    let rates: [(&str, &str, Rate); 2] = [
        ("page-retention-rate", "retention_rate", |c| c.retention_rate),
        ("page-churn-rate", "churn_rate", |c| c.churn_rate),
    ];
    let retention = &voice.review.retention;
    let (now, before) = (&retention.current.customers, &retention.previous.customers);
    let period = retention.current.period;
    let mut rows = Vec::new();
    for (key, formula, count) in counts {
        let label = voice.say(key);
        let formula = voice.formula_over(&format!("counts-{formula}"), &label, formula, period);
        let cells = vec![voice.count(count(now)), voice.count(count(before))];
        rows.push(GridRow::new(label, cells).explained(formula));
    }
    for (key, formula, rate) in rates {
        let label = voice.say(key);
        let formula = voice
            .formula_over(&format!("rates-{formula}"), &label, formula, period)
            .with(voice.say("page-at-start"), voice.count(now.start))
            .with(voice.say("page-kept"), voice.count(now.kept))
            .with(voice.say("page-lost"), voice.count(now.lost));
        let cells = vec![voice.share(rate(now)), voice.share(rate(before))];
        rows.push(GridRow::new(label, cells).explained(formula).strong());
    }
    Grid {
        caption: voice.say("page-customers"),
        quiet: false,
        wide: false,
        head: heading(voice, "page-customers"),
        rows,
    }
}

fn revenue(voice: &Voice<'_>) -> Grid {
    type Amount = fn(&RevenueRetention) -> Option<kernel::Money>;
    type Rate = fn(&RevenueRetention) -> Option<f64>;
    let amounts: [(&str, &str, Amount); 6] = [
        ("page-revenue-start", "revenue_start", |r| r.start),
        ("page-expansion", "expansion", |r| r.expansion),
        ("page-contraction", "contraction", |r| r.contraction),
        ("page-revenue-churn", "revenue_churn", |r| r.churn),
        ("page-reactivation", "reactivation", |r| r.reactivation),
        ("page-revenue-total", "revenue_total", |r| r.total),
    ];
    let rates: [(&str, &str, Rate); 2] =
        [("page-nrr", "nrr", |r| r.nrr), ("page-grr", "grr", |r| r.grr)];
    let retention = &voice.review.retention;
    let (now, before) = (&retention.current.revenue, &retention.previous.revenue);
    let period = retention.current.period;
    let mut rows = Vec::new();
    for (key, formula, amount) in amounts {
        let label = voice.say(key);
        let formula = voice.formula_over(&format!("revenue-{formula}"), &label, formula, period);
        let cells = vec![voice.money(amount(now)), voice.money(amount(before))];
        rows.push(GridRow::new(label, cells).explained(formula));
    }
    for (key, formula, rate) in rates {
        let label = voice.say(key);
        let formula = voice
            .formula_over(&format!("revenue-{formula}"), &label, formula, period)
            .with(voice.say("page-revenue-start"), voice.money(now.start));
        let cells = vec![voice.share(rate(now)), voice.share(rate(before))];
        rows.push(GridRow::new(label, cells).explained(formula).strong());
    }
    Grid {
        caption: voice.say("page-revenue"),
        quiet: false,
        wide: false,
        head: heading(voice, "page-revenue"),
        rows,
    }
}

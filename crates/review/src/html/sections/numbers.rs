//! The strip of numbers below the letter.

use askama::Template;
use kernel::Period;

use super::Section;
use crate::html::parts::{Formula, Number, Numbers};
use crate::sentences;
use crate::voice::Voice;

pub(super) fn section(voice: &Voice<'_>) -> Result<Option<Section>, askama::Error> {
    let mut numbers =
        vec![retention(voice), customers(voice), lost(voice, "strip-lost", Some("#cost"))];
    if voice.review.has_money {
        numbers.push(cost(voice));
        numbers.push(revenue(voice));
        numbers.push(worth(voice));
        numbers.push(gold(voice));
    }
    numbers.push(drifting(voice));
    let body = Numbers { numbers }.render()?;
    Ok(Some(Section { id: "numbers", title: voice.say("page-numbers"), body }))
}

fn period(voice: &Voice<'_>) -> Period {
    voice.review.retention.current.period
}

fn before(voice: &Voice<'_>, value: &str) -> String {
    voice.say_with("page-before", &[("value", value.into())])
}

fn retention(voice: &Voice<'_>) -> Number {
    let label = voice.say("page-retention-rate");
    let (now, previous) =
        (&voice.review.retention.current.customers, &voice.review.retention.previous.customers);
    let note = match (now.retention_rate, previous.retention_rate) {
        (None, _) => voice.why("retention.customers.retention_rate").unwrap_or_default(),
        (Some(_), None) => voice.say("page-no-before"),
        (Some(_), previous) => before(voice, &voice.share(previous)),
    };
    Number {
        value: voice.share(now.retention_rate),
        note,
        href: Some("#retention"),
        formula: voice
            .formula_over("strip-retention", &label, "retention_rate", period(voice))
            .with(voice.say("page-at-start"), voice.count(now.start))
            .with(voice.say("page-kept"), voice.count(now.kept)),
        label,
    }
}

fn customers(voice: &Voice<'_>) -> Number {
    let label = voice.say("page-customers-now");
    let ever = voice.review.input.customers;
    let now = voice.review.customers_now;
    let mut formula = voice
        .formula("strip-customers", &label, "customers_now")
        .with(voice.say("page-customers"), voice.count(ever))
        .with(voice.say("page-lost"), voice.count(ever.saturating_sub(now)));
    let counts = &voice.review.retention.current.customers;
    if counts.won_back > 0 && sentences::ends_today(voice.review) {
        formula = formula
            .with(voice.say("page-at-end"), voice.count(counts.end))
            .with(voice.say("page-won-back"), voice.count(counts.won_back));
    }
    Number {
        value: voice.count(now),
        note: voice.say_count("page-customers-ever", ever),
        href: Some("#segments"),
        formula,
        label,
    }
}

/// How many of the customers of a year ago are lost.
pub(super) fn lost(voice: &Voice<'_>, id: &str, href: Option<&'static str>) -> Number {
    let label = voice.say("page-lost-12m");
    let cost = &voice.review.cost_of_loss;
    let note = voice.say_with("page-of-customers", &[("count", cost.of_12m.into())]);
    Number {
        value: voice.count(cost.lost_12m),
        note,
        href,
        formula: voice
            .formula(id, &label, "lost_12m")
            .with(voice.say("page-customers-12m-ago"), voice.count(cost.of_12m)),
        label,
    }
}

fn cost(voice: &Voice<'_>) -> Number {
    let label = voice.say("page-cost-yearly");
    let cost = &voice.review.cost_of_loss;
    Number {
        value: voice.money(cost.yearly),
        note: match cost.lifetime {
            Some(lifetime) => voice
                .say_with("page-cost-for-life", &[("amount", voice.money(Some(lifetime)).into())]),
            None => voice.why("cost_of_loss").unwrap_or_default(),
        },
        href: Some("#cost"),
        formula: voice
            .formula("strip-cost", &label, "cost_yearly")
            .with(voice.say("page-lost-12m"), voice.count(cost.lost_12m)),
        label,
    }
}

fn revenue(voice: &Voice<'_>) -> Number {
    let label = voice.say("page-nrr");
    let revenue = &voice.review.retention.current.revenue;
    Number {
        value: voice.share(revenue.nrr),
        note: match revenue.grr {
            Some(grr) => {
                voice.say_with("page-gross-revenue", &[("value", voice.share(Some(grr)).into())])
            }
            None => voice.why("retention.revenue.nrr").unwrap_or_default(),
        },
        href: Some("#retention"),
        formula: voice
            .formula_over("strip-nrr", &label, "nrr", period(voice))
            .with(voice.say("page-revenue-start"), voice.money(revenue.start)),
        label,
    }
}

fn worth(voice: &Voice<'_>) -> Number {
    let label = voice.say("page-lifetime-value");
    let value = &voice.review.value;
    Number {
        value: voice.money(value.lifetime_per_customer),
        note: match value.lifetime_interval {
            Some((low, high)) => voice.say_with(
                "page-residual-interval",
                &[("low", voice.money(Some(low)).into()), ("high", voice.money(Some(high)).into())],
            ),
            None => voice.why("value.lifetime_per_customer").unwrap_or_default(),
        },
        href: Some("#gold"),
        formula: voice
            .formula("strip-lifetime", &label, "lifetime_per_customer")
            .with(voice.say("page-value-horizon"), voice.phrases.months(voice.review.value_months)),
        label,
    }
}

fn gold(voice: &Voice<'_>) -> Number {
    let label = voice.say("page-gold-share");
    let gold = &voice.review.value.gold;
    Number {
        value: voice.share(gold.share_of_margin),
        note: voice.say_count("page-gold-count", gold.count),
        href: Some("#gold"),
        formula: voice
            .formula("strip-gold", &label, "share_of_margin")
            .with(voice.say("page-gold-threshold"), voice.money(gold.threshold)),
        label,
    }
}

fn drifting(voice: &Voice<'_>) -> Number {
    let label = voice.say("page-regulars-drifting");
    let regulars = &voice.review.regulars;
    Number {
        value: voice.count(regulars.drifting),
        note: voice.say_count("page-of-regulars", regulars.count),
        href: Some("#alarms"),
        formula: Formula {
            text: voice.say("page-drifting-how"),
            ..voice
                .formula("strip-drifting", &label, "gone_quiet")
                .with(voice.say("page-regulars"), voice.count(regulars.count))
        },
        label,
    }
}

//! The three sentences the review opens with.

use phrases::{Phrases, Value};

use super::names::{attribute_value, name};
use crate::figures::{AuditRow, AuditValue, PeriodRetention, Regulars};
use crate::{LostRule, Review};

/// Who left and what it cost; what they have in common, or how that compares;
/// who is leaving. Each is chosen by what the figures can bear.
#[must_use]
pub fn letter(phrases: Phrases, review: &Review) -> Vec<String> {
    vec![loss(phrases, review), observation(phrases, review), drift(phrases, review)]
}

/// What the customers of one row have in common with leaving, in one sentence;
/// `None` where their risk cannot be compared.
#[must_use]
pub fn finding(phrases: Phrases, row: &AuditRow) -> Option<String> {
    let key = match (row.attribute.as_str(), &row.value) {
        ("source", _) => "finding-source",
        ("country", _) => "finding-country",
        ("first_product", _) => "finding-first_product",
        ("first_category", _) => "finding-first_category",
        ("first_order_size", _) => "finding-first_order_size",
        ("first_order_discounted", AuditValue::YesNo(false)) => "finding-first_order_full_price",
        ("first_order_discounted", _) => "finding-first_order_discounted",
        _ => "finding-other",
    };
    let ratio = phrases.decimal(row.risk_ratio?, 1);
    let value = attribute_value(phrases, &row.value);
    Some(phrases.say_with(
        key,
        &[
            ("attribute", name(&row.attribute).into()),
            ("value", value.into()),
            ("ratio", ratio.into()),
        ],
    ))
}

fn loss(phrases: Phrases, review: &Review) -> String {
    let cost = &review.cost_of_loss;
    let (lost, of) = (("lost", Value::from(cost.lost_12m)), ("of", Value::from(cost.of_12m)));
    let limit_is_known = review.one_time_limit_days.is_some() || review.rule != LostRule::OwnLimit;
    match (cost.of_12m, cost.lost_12m, cost.yearly) {
        (0, _, _) if review.has_orders_before_last_year() => phrases.say("letter-none_left"),
        (0, _, _) => {
            let from = phrases.day(review.input.from);
            phrases.say_with("letter-no_start", &[("from", from.into())])
        }
        (_, 0, _) if !limit_is_known => phrases.say_with("letter-no_limit", &[of]),
        (_, 0, _) => phrases.say_with("letter-lost_none", &[of]),
        (_, _, Some(yearly)) if yearly.minor > 0 => {
            let cost = ("cost", phrases.money_round(yearly).into());
            phrases.say_with("letter-lost_cost", &[lost, of, cost])
        }
        _ => phrases.say_with("letter-lost", &[lost, of]),
    }
}

/// That the orders end early, which everything else must be read by; else the
/// strongest finding of the audit; else how retention compares; else how many
/// have ordered at all.
fn observation(phrases: Phrases, review: &Review) -> String {
    if let Some((last, days)) = review.orders_end_early() {
        let variables = [("last", phrases.day(last).into()), ("days", phrases.days(days).into())];
        return phrases.say_with("letter-orders_end", &variables);
    }
    let telling = |row: &&AuditRow| {
        row.risk_ratio.is_some_and(|ratio| ratio.is_finite() && ratio >= 1.1)
            && row.is_more_than_chance()
            && row.excess > 0.0
    };
    let found = review.audit.iter().find(telling).and_then(|row| finding(phrases, row));
    let retention = &review.retention;
    found
        .or_else(|| compared(phrases, &retention.current, &retention.previous))
        .unwrap_or_else(|| so_far(phrases, review))
}

fn compared(
    phrases: Phrases,
    current: &PeriodRetention,
    previous: &PeriodRetention,
) -> Option<String> {
    let rate = current.customers.retention_rate?;
    let shown = phrases.percent(rate, 1);
    let Some(rate_before) = previous.customers.retention_rate else {
        return Some(phrases.say_with("letter-rate_alone", &[("rate", shown.into())]));
    };
    let before = phrases.percent(rate_before, 1);
    // What reads the same is said to be the same.
    if shown == before {
        return Some(phrases.say_with("letter-rate_same", &[("rate", shown.into())]));
    }
    let key = if rate < rate_before { "letter-rate_fell" } else { "letter-rate_rose" };
    Some(phrases.say_with(key, &[("rate", shown.into()), ("before", before.into())]))
}

fn so_far(phrases: Phrases, review: &Review) -> String {
    let (customers, orders) = (review.input.customers, review.input.orders);
    let customers_said = ("customers", Value::from(customers));
    if customers == orders {
        return phrases.say_with("letter-each_once", &[customers_said]);
    }
    phrases.say_with("letter-so_far", &[customers_said, ("orders", Value::from(orders))])
}

/// Why there are no regulars: nobody has ordered often enough, or all who did
/// are lost.
pub(crate) fn no_regulars(phrases: Phrases, regulars: &Regulars) -> String {
    match regulars.lost {
        0 => phrases.say("letter-no_regulars"),
        lost => phrases.say_with("letter-regulars_lost", &[("lost", Value::from(lost))]),
    }
}

fn drift(phrases: Phrases, review: &Review) -> String {
    let regulars = ("regulars", Value::from(review.regulars.count));
    match (review.regulars.count, review.regulars.drifting) {
        (0, _) => no_regulars(phrases, &review.regulars),
        (all, drifting) if all == drifting => phrases.say_with("letter-drifting_all", &[regulars]),
        (_, 0) => phrases.say_with("letter-drifting_none", &[regulars]),
        (_, drifting) => {
            phrases.say_with("letter-drifting", &[("drifting", Value::from(drifting)), regulars])
        }
    }
}

//! What could not be said and why.

use phrases::{Asker, Phrases, Value};

use super::{name, role};
use crate::figures::{Note, Why};

/// "Revenue retention: the data begin on 2 January 2024, too late for it".
#[must_use]
pub fn note(phrases: Phrases, asker: Asker, note: &Note) -> String {
    let (subject, why) = (subject(phrases, note.path), why(phrases, asker, &note.why));
    phrases.say_with("note", &[("subject", subject.into()), ("why", why.into())])
}

/// All notes of the review, those that read the same only once.
#[must_use]
pub fn notes(phrases: Phrases, asker: Asker, notes: &[Note]) -> Vec<String> {
    let mut said = Vec::new();
    for of in notes {
        let text = note(phrases, asker, of);
        if !said.contains(&text) {
            said.push(text);
        }
    }
    said
}

/// What a path into the review is about, in the reader's words.
#[must_use]
pub fn subject(phrases: Phrases, path: &str) -> String {
    if let Some(alarm) = path.strip_prefix("regulars.").and_then(alarm_title) {
        return phrases.say(alarm);
    }
    let key = match path.split('.').collect::<Vec<_>>()[..] {
        ["retention", "previous", "revenue", ..] => "revenue_before",
        ["retention", "previous", ..] => "retention_before",
        ["retention", "revenue", ..] => "revenue",
        ["retention", ..] => "retention",
        ["value", "gold", ..] => "gold",
        ["value", ..] => "value",
        ["cost_of_loss", ..] => "cost",
        ["models", "gamma_gamma", ..] => "spend",
        ["models" | "customers", ..] => "models",
        ["backtest", ..] => "backtest",
        ["regulars", ..] => "regulars",
        ["call_today", ..] => "calls",
        ["cohorts" | "months", ..] => "cohorts",
        ["survival", ..] => "survival",
        ["segments", ..] => "segments",
        ["audit", ..] => "audit",
        ["sources", ..] => "sources",
        ["rule" | "one_time_limit_days", ..] => "limit",
        ["currency"] => "currency",
        ["reasons"] => "reasons",
        _ => "input",
    };
    phrases.say(&format!("subject-{key}"))
}

/// What an alarm is called, by its key.
fn alarm_title(alarm: &str) -> Option<&'static str> {
    match alarm {
        "order_value_falling" => Some("page-alarm-order-value"),
        "gone_quiet" => Some("page-alarm-gone-quiet"),
        "range_stopped" => Some("page-alarm-range"),
        _ => None,
    }
}

/// The reason alone, with what whoever asks can do about it: options are for a
/// command line.
#[must_use]
pub fn why(phrases: Phrases, asker: Asker, why: &Why) -> String {
    let key = format!("why-{}", why_key(why));
    match why {
        Why::NoCurrency => phrases.say_with(&key, &[asker.variable()]),
        Why::NoAmounts
        | Why::NoCustomersAtStart
        | Why::NoRepeatBuyers
        | Why::ReasonsUnknown
        | Why::NotAsked
        | Why::NoModel
        | Why::NoStandardError
        | Why::Incomplete
        | Why::NothingToCompare
        | Why::LossesOneSided
        | Why::NotForecast => phrases.say(&key),
        Why::DataStartTooLate { from } => {
            phrases.say_with(&key, &[("from", phrases.day(*from).into())])
        }
        Why::OrdersEndEarly { last, days } => phrases.say_with(
            &key,
            &[("last", phrases.day(*last).into()), ("days", phrases.days(*days).into())],
        ),
        Why::TooFew { have, need } => {
            phrases.say_with(&key, &[("have", Value::from(*have)), ("need", Value::from(*need))])
        }
        Why::NoColumn { roles } => {
            let columns = ("columns", headings(phrases, roles).into());
            phrases.say_with(&key, &[columns, asker.variable()])
        }
        Why::NotConverged { model } | Why::StoppedShort { model } => {
            phrases.say_with(&key, &[("model", model.title().into())])
        }
        Why::SpendFollowsFrequency { correlation } => {
            phrases.say_with(&key, &[("correlation", phrases.decimal(*correlation, 2).into())])
        }
        Why::NoMeanSpend { q } => phrases.say_with(&key, &[("q", phrases.decimal(*q, 2).into())]),
        Why::OtherCurrency { currency, orders } => phrases.say_with(
            &key,
            &[("currency", currency.to_string().into()), ("orders", Value::from(*orders))],
        ),
        Why::TooManyValues { column } => phrases.say_with(&key, &[("column", name(column).into())]),
        Why::LevelMissed { share } => phrases.say_with(
            &key,
            &[
                ("share", phrases.percent(share.abs(), 0).into()),
                ("direction", if *share < 0.0 { "fewer" } else { "more" }.into()),
            ],
        ),
        Why::Sample { customers } => {
            phrases.say_with(&key, &[("customers", Value::from(*customers))])
        }
        Why::DuplicatesKept { rows } => phrases.say_with(&key, &[("rows", Value::from(*rows))]),
    }
}

/// Headings a column of one of these roles may have: "“Category” or “Product”".
fn headings(phrases: Phrases, roles: &[&str]) -> String {
    let quoted = |of: &&str| {
        let column = ("column", role(phrases, of).into());
        phrases.say_with("why-no_column-named", &[column])
    };
    let mut headings: Vec<String> = roles.iter().map(quoted).collect();
    let Some(last) = headings.pop() else { return String::new() };
    if headings.is_empty() {
        return last;
    }
    phrases.say_with("list-or", &[("first", headings.join(", ").into()), ("last", last.into())])
}

/// The reason's key in JSON and in the message files.
#[must_use]
pub fn why_key(why: &Why) -> &'static str {
    match why {
        Why::NoAmounts => "no_amounts",
        Why::NoCurrency => "no_currency",
        Why::NoCustomersAtStart => "no_customers_at_start",
        Why::DataStartTooLate { .. } => "data_start_too_late",
        Why::OrdersEndEarly { .. } => "orders_end_early",
        Why::TooFew { .. } => "too_few",
        Why::NoRepeatBuyers => "no_repeat_buyers",
        Why::NotConverged { .. } => "not_converged",
        Why::StoppedShort { .. } => "stopped_short",
        Why::SpendFollowsFrequency { .. } => "spend_follows_frequency",
        Why::NoMeanSpend { .. } => "no_mean_spend",
        Why::OtherCurrency { .. } => "other_currency",
        Why::NoColumn { .. } => "no_column",
        Why::ReasonsUnknown => "reasons_unknown",
        Why::TooManyValues { .. } => "too_many_values",
        Why::LevelMissed { .. } => "level_missed",
        Why::Sample { .. } => "sample",
        Why::DuplicatesKept { .. } => "duplicates_kept",
        Why::NotAsked => "not_asked",
        Why::NoModel => "no_model",
        Why::NoStandardError => "no_standard_error",
        Why::Incomplete => "incomplete",
        Why::NothingToCompare => "nothing_to_compare",
        Why::LossesOneSided => "losses_one_sided",
        Why::NotForecast => "not_forecast",
    }
}

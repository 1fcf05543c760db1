//! The review as JSON: `docs/review-json.md` in words,
//! `schema/review.schema.json` for machines.
//!
//! Shares, rates and probabilities are fractions 0..=1, money is a decimal
//! string in major units, times are days. What cannot be computed is `null`,
//! its path is among the `notes` with the reason, and no key is ever absent.
//! Numbers are written in the shortest form that reads back the same.

mod business;
mod models;
mod notes;
mod people;

use kernel::Money;
use phrases::Phrases;
use serde_json::{Map, Value, json};

use crate::figures::{Models, Note, Review};
use crate::{LostRule, sentences};

/// The version of the form; it rises when a key changes its meaning or goes.
pub const SCHEMA_VERSION: u32 = 1;

/// The JSON Schema (2020-12) that every review fulfils.
pub const SCHEMA: &str = include_str!("../../schema/review.schema.json");

/// The whole review, indented, with a final line break. The language of
/// `phrases` is that of `sentences`, `reason` and `action` only.
#[must_use]
pub fn render(review: &Review, phrases: Phrases) -> String {
    written(&value(review, phrases))
}

/// The same as a value.
#[must_use]
pub fn value(review: &Review, phrases: Phrases) -> Value {
    let retention = &review.retention;
    let mut retention_json = business::period_retention(&retention.current);
    retention_json.insert(
        "previous".to_owned(),
        Value::Object(business::period_retention(&retention.previous)),
    );
    let mut json = json!({
        "schema_version": SCHEMA_VERSION,
        "language": phrases.language(),
        "currency": review.currency,
        "as_of": review.as_of,
        "rule": rule(review),
        "time_unit": "day",
        "horizon_months": review.horizon_months,
        "value_months": review.value_months,
        "margin": review.margin,
        "sentences": sentences::letter(phrases, review),
        "input": business::input(&review.input),
        "customers_now": review.customers_now,
        "retention": retention_json,
        "cost_of_loss": business::cost_of_loss(&review.cost_of_loss),
        "value": business::value(&review.value),
        "regulars": people::regulars(&review.regulars),
        "call_today": people::call_today(phrases, &review.call_today),
        "months": business::months(&review.months),
        "cohorts": business::cohorts(&review.cohorts),
        "cohort_average": {
            "return_in": review.cohort_average.return_in,
            "return_or_after": review.cohort_average.return_or_after,
        },
        "survival": business::survival(&review.survival),
        "survival_at": business::survival_at(&review.survival_at),
        "segments": business::segments(&review.segments),
        "audit": people::audit(&review.audit),
        "sources": people::audit(&review.sources),
        "models": models::models(&review.models),
        "backtest": review.backtest.as_ref().map(models::backtest),
    });
    let notes = notes::notes(phrases, review, &json);
    json["notes"] = Value::Array(notes);
    json
}

/// The models alone, as `fit` prints them: times and rates in units of
/// `time_unit` (`day`, `week`), which the caller has converted them to.
#[must_use]
pub fn render_models(models: &Models, notes: &[Note], time_unit: &str, phrases: Phrases) -> String {
    let mut json = json!({
        "schema_version": SCHEMA_VERSION,
        "time_unit": time_unit,
        "models": models::models(models),
    });
    let notes = notes::notes_of_models(phrases, models, notes, &json);
    json["notes"] = Value::Array(notes);
    written(&json)
}

fn written(json: &Value) -> String {
    format!("{json:#}\n")
}

fn rule(review: &Review) -> Value {
    match review.rule {
        LostRule::OwnLimit => json!({
            "kind": "own_limit",
            "one_time_limit_days": review.one_time_limit_days,
        }),
        LostRule::After { days } => json!({ "kind": "after", "one_time_limit_days": days }),
    }
}

/// Money as JSON: a decimal string or `null`.
fn money(money: Option<Money>) -> Value {
    money.map_or(Value::Null, |money| Value::String(money.to_string()))
}

/// Names and values as an object in their order.
fn object<'a>(members: impl IntoIterator<Item = (&'a str, Value)>) -> Map<String, Value> {
    members.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
}

#[cfg(test)]
mod tests;

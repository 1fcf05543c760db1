//! A note for every `null`.

use phrases::{Asker, Phrases};
use serde_json::{Value, json};

use crate::figures::{ModelName, Models, Note, Review, Why};
use crate::sentences;

/// The review's own notes, then one for each `null` they leave unexplained.
/// In a path, `[]` stands for every element of the array that has the `null`.
pub fn notes(phrases: Phrases, review: &Review, json: &Value) -> Vec<Value> {
    let notes: Vec<(&str, &Why)> =
        review.notes.iter().map(|note| (path_in_json(note.path), &note.why)).collect();
    let own = notes.iter().map(|(path, why)| entry(phrases, path, why));
    let generic = unexplained(json, &notes).into_iter().map(|path| {
        let inherited = cause_above(&path, &notes);
        let why = inherited.cloned().unwrap_or_else(|| generic_why(review, &path));
        entry(phrases, &path, &why)
    });
    own.chain(generic).collect()
}

/// The same for the models alone.
pub fn notes_of_models(
    phrases: Phrases,
    models: &Models,
    notes: &[Note],
    json: &Value,
) -> Vec<Value> {
    let notes: Vec<_> = notes.iter().map(|note| (note.path, &note.why)).collect();
    let own = notes.iter().map(|(path, why)| entry(phrases, path, why));
    let generic = unexplained(json, &notes)
        .into_iter()
        .map(|path| entry(phrases, &path, &why_of_model(models, &path)));
    own.chain(generic).collect()
}

/// Where the form calls a figure otherwise than the review.
fn path_in_json(path: &'static str) -> &'static str {
    if path == "one_time_limit_days" { "rule.one_time_limit_days" } else { path }
}

fn entry(phrases: Phrases, path: &str, why: &Why) -> Value {
    json!({
        "path": path,
        "reason": sentences::why(phrases, Asker::Command, why),
        "reason_key": sentences::why_key(why),
    })
}

/// The paths of all `null`s that no note names, each once, in document order.
fn unexplained(json: &Value, notes: &[(&str, &Why)]) -> Vec<String> {
    let mut paths = Vec::new();
    collect_nulls(json, "", &mut paths);
    paths.retain(|path| notes.iter().all(|(noted, _)| noted != path));
    paths
}

fn collect_nulls(json: &Value, path: &str, paths: &mut Vec<String>) {
    match json {
        Value::Null if paths.iter().all(|known| known != path) => paths.push(path.to_owned()),
        Value::Object(members) => {
            for (name, value) in members {
                let below = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
                collect_nulls(value, &below, paths);
            }
        }
        Value::Array(items) => {
            let below = format!("{path}[]");
            for item in items {
                collect_nulls(item, &below, paths);
            }
        }
        _ => {}
    }
}

/// The reason a note gives for something this path lies within, the nearest first.
fn cause_above<'a>(path: &str, notes: &[(&str, &'a Why)]) -> Option<&'a Why> {
    let contains =
        |above: &str| path.strip_prefix(above).is_some_and(|rest| rest.starts_with(['.', '[']));
    notes
        .iter()
        .filter(|(above, why)| is_cause(why) && contains(above))
        .max_by_key(|(above, _)| above.len())
        .map(|(_, why)| *why)
}

/// Whether the reason explains why a figure is missing, rather than what to
/// keep in mind about one that is there.
fn is_cause(why: &Why) -> bool {
    match why {
        Why::NoAmounts
        | Why::NoCurrency
        | Why::NoCustomersAtStart
        | Why::DataStartTooLate { .. }
        | Why::TooFew { .. }
        | Why::NoRepeatBuyers
        | Why::NotConverged { .. }
        | Why::StoppedShort { .. }
        | Why::NoColumn { .. }
        | Why::Incomplete
        | Why::NotAsked
        | Why::NoModel
        | Why::NoStandardError
        | Why::NothingToCompare
        | Why::LossesOneSided
        | Why::NotForecast => true,
        Why::SpendFollowsFrequency { .. }
        | Why::NoMeanSpend { .. }
        | Why::OtherCurrency { .. }
        | Why::ReasonsUnknown
        | Why::TooManyValues { .. }
        | Why::LevelMissed { .. }
        | Why::OrdersEndEarly { .. }
        | Why::Sample { .. }
        | Why::DuplicatesKept { .. } => false,
    }
}

/// Why the figure at `path` is missing: what its definition in
/// [`figures`](crate::figures) makes `None`, where the review's own notes do not
/// say it. One path stands for all elements of a list, so it cannot be the note
/// of one of them.
fn generic_why(review: &Review, path: &str) -> Why {
    let parts: Vec<&str> = path.split('.').collect();
    match parts[..] {
        ["currency"] if review.has_money => Why::NoCurrency,
        ["currency"] => Why::NoAmounts,
        ["rule", _] => Why::NoRepeatBuyers,
        ["retention", .., "retention_rate" | "churn_rate"] => Why::NoCustomersAtStart,
        ["models", ..] if !review.has_money && path == "models.gamma_gamma" => Why::NoAmounts,
        ["models", ..] => why_of_model(&review.models, path),
        ["backtest"] => Why::NoModel,
        ["backtest", "hiatus" | "naive", _] => Why::NotForecast,
        ["cohorts[]", _] => Why::Incomplete,
        _ if !review.has_money && is_money(path) => Why::NoAmounts,
        ["retention", ..] => Why::DataStartTooLate { from: review.input.from },
        ["audit[]" | "sources[]", _] => Why::LossesOneSided,
        ["cost_of_loss", _]
        | ["value", "lifetime_per_customer" | "lifetime_interval" | "residual_total"]
        | ["call_today[]" | "regulars", ..] => Why::NoModel,
        _ => Why::NothingToCompare,
    }
}

/// Whether the figure at `path` is money or comes of money.
fn is_money(path: &str) -> bool {
    const LEAVES: [&str; 9] = [
        "anonymous_revenue",
        "revenue",
        "at_risk",
        "margin_at_risk",
        "margin",
        "margin_12m",
        "margin_per_customer",
        "amount",
        "yearly",
    ];
    let leaf = path.rsplit('.').next().unwrap_or(path);
    LEAVES.contains(&leaf)
        || ["value.", "cost_of_loss.", "retention.revenue.", "retention.previous.revenue."]
            .iter()
            .any(|money| path.starts_with(money))
}

fn why_of_model(models: &Models, path: &str) -> Why {
    let any_fitted = models.fitted().next().is_some();
    let of = ModelName::ALL.into_iter().find(|name| path.split('.').nth(1) == Some(name.key()));
    match of {
        Some(_) if path.contains(".standard_errors.") => Why::NoStandardError,
        Some(model) if any_fitted => Why::NotConverged { model },
        _ => Why::NoModel,
    }
}

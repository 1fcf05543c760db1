use std::collections::BTreeSet;

use kernel::{Currency, Language};

use super::*;
use crate::figures::example::{rich, sparse};
use crate::figures::{ModelName, Note, Why};

fn english() -> Phrases {
    Phrases::of(Language::English)
}

/// The rich review with everything taken away that an `Option` can be without.
fn without_all_that_may_be_missing() -> Review {
    let mut review = rich();
    review.one_time_limit_days = None;
    for retention in [&mut review.retention.current, &mut review.retention.previous] {
        retention.customers.retention_rate = None;
        retention.revenue.nrr = None;
        retention.revenue.start = None;
    }
    review.cost_of_loss.lifetime = None;
    review.value.gold.share_of_margin = None;
    review.value.concentration = None;
    review.value.lifetime_interval = None;
    review.cohorts[28].complete_through = None;
    review.audit[0].risk_ratio = None;
    review.audit[3].risk_ratio = None;
    review.audit[3].margin_per_customer = None;
    review.call_today[2].margin_at_risk = None;
    review.regulars.range_stopped = None;
    if let Some(alarm) = &mut review.regulars.gone_quiet {
        alarm.customers[0].at_risk = None;
    }
    review.models.bg_nbd = None;
    if let Some(model) = &mut review.models.mbg_cnbd {
        model.standard_errors[0].1 = None;
        model.log_likelihood = f64::NAN;
    }
    if let Some(backtest) = &mut review.backtest {
        backtest.forecast.auc = None;
    }
    review
}

fn reviews() -> Vec<Review> {
    let counts_only = Review { has_money: false, currency: Currency::NONE, ..sparse() };
    let without_notes = Review { notes: Vec::new(), ..sparse() };
    let fixed = Review { rule: LostRule::After { days: 365 }, ..rich() };
    vec![rich(), sparse(), counts_only, without_notes, fixed, without_all_that_may_be_missing()]
}

fn nulls(json: &Value, path: &str, found: &mut BTreeSet<String>) {
    match json {
        Value::Null => {
            found.insert(path.trim_start_matches('.').to_owned());
        }
        Value::Object(members) => {
            members.iter().for_each(|(name, value)| nulls(value, &format!("{path}.{name}"), found));
        }
        Value::Array(items) => {
            for item in items {
                nulls(item, &format!("{path}[]"), found);
            }
        }
        _ => {}
    }
}

#[test]
fn every_null_has_a_note() {
    for review in reviews() {
        let json = value(&review, english());
        let noted: BTreeSet<&str> =
            json["notes"].as_array().unwrap().iter().map(|n| n["path"].as_str().unwrap()).collect();
        let mut found = BTreeSet::new();
        nulls(&json, "", &mut found);
        for path in &found {
            assert!(noted.contains(path.as_str()), "{path}");
        }
    }
}

#[test]
fn a_note_of_the_review_explains_what_lies_below_it() {
    let mut review = without_all_that_may_be_missing();
    review.notes.push(Note { path: "value", why: Why::TooFew { have: 3, need: 30 } });
    let json = value(&review, english());
    let reason = |path: &str| {
        let notes = json["notes"].as_array().unwrap();
        notes.iter().find(|note| note["path"] == path).unwrap()["reason_key"].clone()
    };
    assert_eq!(reason("value.concentration"), "too_few");
    assert_eq!(reason("audit[].risk_ratio"), "losses_one_sided");
    assert_eq!(reason("models.bg_nbd"), "not_converged");
    assert_eq!(reason("retention.revenue.nrr"), "data_start_too_late");
    assert_eq!(reason("backtest.hiatus.rmse"), "not_forecast");
}

#[test]
fn a_model_whose_search_stopped_short_says_so_wherever_it_is_shown() {
    let mut review = rich();
    let model = review.models.pareto_nbd.as_mut().unwrap();
    model.converged = false;
    model.standard_errors.iter_mut().for_each(|(_, error)| *error = None);
    let stopped = Why::StoppedShort { model: ModelName::ParetoNbd };
    review.notes.push(Note { path: "models.pareto_nbd", why: stopped });
    let json = value(&review, english());
    assert_eq!(json["models"]["pareto_nbd"]["converged"], false);
    for path in ["models.pareto_nbd", "models.pareto_nbd.standard_errors.s"] {
        let notes = json["notes"].as_array().unwrap();
        let note = notes.iter().find(|note| note["path"] == path).unwrap();
        assert_eq!(note["reason_key"], "stopped_short", "{path}");
    }
    let letter = crate::markdown::render(&review, english());
    let line = letter
        .lines()
        .find(|line| line.contains("Pareto/NBD: s") || line.contains("Pareto/NBD: r"))
        .unwrap();
    assert!(line.ends_with("(not converged)"), "{line}");
}

#[test]
fn every_review_fulfils_the_schema() {
    let schema: Value = serde_json::from_str(SCHEMA).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    for language in Language::ALL {
        for review in reviews() {
            let json = value(&review, Phrases::of(language));
            let errors: Vec<String> = validator
                .iter_errors(&json)
                .map(|error| format!("{}: {error}", error.instance_path()))
                .collect();
            assert!(errors.is_empty(), "{errors:#?}");
        }
    }
}

#[test]
fn the_schema_lets_no_key_be_absent_or_added() {
    let schema: Value = serde_json::from_str(SCHEMA).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let json = value(&rich(), english());
    let without = |key: &str| {
        let mut json = json.clone();
        json.as_object_mut().unwrap().shift_remove(key);
        json
    };
    for key in json.as_object().unwrap().keys() {
        assert!(!validator.is_valid(&without(key)), "{key}");
    }
    let mut more = json.clone();
    more["gist"] = json!(1);
    assert!(!validator.is_valid(&more));
}

#[test]
fn each_key_is_documented() {
    fn keys(json: &Value, found: &mut BTreeSet<String>) {
        match json {
            Value::Object(members) => members.iter().for_each(|(name, value)| {
                found.insert(name.clone());
                keys(value, found);
            }),
            Value::Array(items) => items.iter().for_each(|item| keys(item, found)),
            _ => {}
        }
    }
    let documented = include_str!("../../../../docs/review-json.md");
    let mut json = value(&rich(), english());
    json["input"]["mapping"] = json!({});
    json["input"]["other_currencies"] = json!({});
    json["input"]["set_aside_by_status"] = json!({});
    let mut found = BTreeSet::new();
    keys(&json, &mut found);
    for key in found {
        assert!(documented.contains(&format!("`{key}`")), "{key}");
    }
}

#[test]
fn every_row_read_was_taken_refused_or_set_aside() {
    for review in reviews() {
        let json = value(&review, english());
        let rows = |key: &str| json["input"][key].as_u64().unwrap();
        assert_eq!(rows("accepted") + rows("rejected") + rows("set_aside"), rows("rows"));
        let statuses = json["input"]["set_aside_by_status"].as_object().unwrap();
        let by_status: u64 = statuses.values().map(|rows| rows.as_u64().unwrap()).sum();
        assert_eq!(by_status, rows("set_aside"));
    }
}

#[test]
fn money_is_decimal_strings_and_rates_are_fractions() {
    let json = value(&rich(), english());
    assert_eq!(json["cost_of_loss"]["yearly"], "42870.00");
    assert_eq!(json["retention"]["customers"]["retention_rate"], 559.0 / 702.0);
    assert_eq!(json["retention"]["period"], json!({ "from": "2025-06-01", "to": "2026-06-01" }));
    assert_eq!(json["currency"], "USD");
    assert_eq!(value(&sparse(), english())["currency"], Value::Null);
    assert_eq!(json["models"]["mbg_cnbd"]["params"]["k"], 2.0);
    assert_eq!(json["backtest"]["hiatus"]["cutoff_days"], 161);
}

#[test]
fn the_same_review_gives_the_same_bytes() {
    assert_eq!(render(&rich(), english()), render(&rich(), english()));
    insta::assert_snapshot!("sparse_en", render(&sparse(), english()));
}

#[test]
fn the_models_alone_carry_their_unit_of_time() {
    let fitted = rich().models;
    let models = Models { bg_nbd: fitted.bg_nbd, ..Models::default() };
    let json: Value =
        serde_json::from_str(&render_models(&models, &[], "week", english())).unwrap();
    assert_eq!(json["time_unit"], "week");
    assert_eq!(json["models"]["bg_nbd"]["params"]["alpha"], 74.2);
    assert_eq!(json["models"]["pareto_nbd"], Value::Null);
    let paths: Vec<&str> =
        json["notes"].as_array().unwrap().iter().map(|n| n["path"].as_str().unwrap()).collect();
    assert!(paths.contains(&"models.pareto_nbd"), "{paths:?}");
}

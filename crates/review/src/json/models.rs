//! The models and their backtest.

use serde_json::{Map, Value, json};

use super::object;
use crate::figures::{
    Backtest, CalibrationBin, FittedModel, Forecast, ModelName, Models, WeekOfBacktest,
};

pub fn models(models: &Models) -> Value {
    json!({
        "chosen": models.chosen.map(ModelName::key),
        "bg_nbd": models.bg_nbd.as_ref().map(fitted),
        "mbg_nbd": models.mbg_nbd.as_ref().map(fitted),
        "mbg_cnbd": models.mbg_cnbd.as_ref().map(fitted),
        "pareto_nbd": models.pareto_nbd.as_ref().map(fitted),
        "gamma_gamma": models.gamma_gamma.as_ref().map(fitted),
    })
}

fn fitted(model: &FittedModel) -> Value {
    let errors = model.standard_errors.iter().map(|(name, error)| (*name, json!(error)));
    json!({
        "params": object(model.params.iter().map(|(name, value)| (*name, json!(value)))),
        "standard_errors": object(errors),
        "log_likelihood": model.log_likelihood,
        "n": model.n,
        "converged": model.converged,
    })
}

pub fn backtest(backtest: &Backtest) -> Value {
    let calibration: Vec<Value> = backtest.calibration.iter().map(bin).collect();
    let weeks: Vec<Value> = backtest.weeks.iter().map(week).collect();
    let others = object(
        backtest.others.iter().map(|(model, of)| (model.key(), Value::Object(forecast(of)))),
    );
    let mut hiatus = object([("cutoff_days", json!(backtest.hiatus_cutoff_days))]);
    hiatus.extend(forecast(&backtest.hiatus));
    let mut json = object([
        ("from", json!(backtest.from)),
        ("to", json!(backtest.to)),
        ("customers", json!(backtest.customers)),
        ("model", json!(backtest.model.key())),
    ]);
    json.extend(forecast(&backtest.forecast));
    json.extend(object([
        ("calibration", Value::Array(calibration)),
        ("hiatus", Value::Object(hiatus)),
        ("naive", Value::Object(forecast(&backtest.naive))),
        ("others", Value::Object(others)),
        ("weeks", Value::Array(weeks)),
    ]));
    Value::Object(json)
}

fn forecast(of: &Forecast) -> Map<String, Value> {
    object([
        ("total_predicted", json!(of.total_predicted)),
        ("total_actual", json!(of.total_actual)),
        ("rmse", json!(of.rmse)),
        ("crps", json!(of.crps)),
        ("auc", json!(of.auc)),
        ("top_tenth_lift", json!(of.top_tenth_lift)),
        ("active_accuracy", json!(of.active_accuracy)),
    ])
}

fn bin(of: &CalibrationBin) -> Value {
    json!({ "n": of.n, "predicted": of.predicted, "observed": of.observed })
}

fn week(of: &WeekOfBacktest) -> Value {
    json!({ "from": of.from, "predicted": of.predicted, "actual": of.actual })
}

//! How far to trust the forecast: the backtest and the models behind it.

use phrases::{Phrases, Value};

use super::words::{NO_FIGURE, Words};
use super::{Block, Section, Table, Tone};
use crate::figures::{Backtest, FittedModel, Forecast, ModelName, Models, Why};
use crate::sentences;

pub fn trust(words: &Words<'_>) -> Option<Section> {
    let mut blocks = match &words.review.backtest {
        Some(backtest) => tested(words, backtest),
        None => vec![Block::Text(words.say("page-no-backtest"))],
    };
    blocks.extend(models(words.phrases, &words.review.models));
    words.section("page-models", blocks)
}

fn tested(words: &Words<'_>, backtest: &Backtest) -> Vec<Block> {
    let phrases = words.phrases;
    let hidden = kernel::Period { from: backtest.from, to: backtest.to.plus_days(1) };
    let intro = phrases.say_with(
        "page-backtest-intro",
        &[
            ("customers", Value::from(backtest.customers)),
            ("model", backtest.model.title().into()),
            ("period", phrases.period(hidden).into()),
        ],
    );
    let mut blocks = vec![Block::Text(intro), Block::Table(forecasts(words, backtest))];
    if !backtest.calibration.is_empty() {
        blocks.push(Block::Subtitle(words.say("page-calibration")));
        blocks.push(Block::Table(calibration(words, backtest)));
    }
    blocks
}

fn forecasts(words: &Words<'_>, backtest: &Backtest) -> Table {
    let head = [
        "page-forecast",
        "page-total-predicted",
        "page-total-actual",
        "page-rmse",
        "page-crps",
        "page-auc",
        "page-lift",
        "page-accuracy",
    ];
    let mut table = Table::new(head.map(|key| words.say(key)));
    let mut row = |name: String, of: &Forecast, tone| {
        let cells = [
            name,
            words.decimal(of.total_predicted, 0),
            words.count(of.total_actual),
            words.decimal(of.rmse, 2),
            words.decimal(of.crps, 3),
            words.decimal(of.auc, 3),
            words.decimal(of.top_tenth_lift, 2),
            words.share(of.active_accuracy),
        ];
        table.push(cells, tone);
    };
    row(backtest.model.title().to_owned(), &backtest.forecast, Tone::Strong);
    for (model, forecast) in &backtest.others {
        row(model.title().to_owned(), forecast, Tone::Plain);
    }
    let cutoff = words.phrases.days(backtest.hiatus_cutoff_days);
    row(words.say_with("page-hiatus", "days", cutoff), &backtest.hiatus, Tone::Plain);
    row(words.say("page-naive"), &backtest.naive, Tone::Plain);
    table
}

fn calibration(words: &Words<'_>, backtest: &Backtest) -> Table {
    let head = ["page-customers", "page-calibration-predicted", "page-calibration-observed"];
    let mut table = Table::new(head.map(|key| words.say(key)));
    for bin in &backtest.calibration {
        let shares = [Some(bin.predicted), Some(bin.observed)].map(|share| words.share(share));
        table.push([words.count(bin.n)].into_iter().chain(shares), Tone::Plain);
    }
    table
}

/// The models alone, each with its parameters and their standard errors.
pub fn models_alone(models: &Models, time_unit: &str, phrases: Phrases) -> Section {
    let mut blocks = Vec::new();
    for (name, model) in named(models) {
        let [estimate, error] = ["letter-estimate", "letter-standard_error"];
        let head = [name.title().to_owned(), phrases.say(estimate), phrases.say(error)];
        let mut table = Table::new(head);
        for (parameter, value) in &model.params {
            let error = model.standard_errors.iter().find(|(of, _)| of == parameter);
            let error = error.and_then(|(_, error)| *error);
            let error = error.map_or(NO_FIGURE.to_owned(), |error| significant(phrases, error));
            table.push([(*parameter).to_owned(), significant(phrases, *value), error], Tone::Plain);
        }
        let likelihood = phrases.decimal(model.log_likelihood, 2);
        table.push([phrases.say("page-log-likelihood"), likelihood, String::new()], Tone::Plain);
        table.push(
            [phrases.say("page-customers"), phrases.integer(model.n), String::new()],
            Tone::Plain,
        );
        blocks.push(Block::Table(table));
        if !model.converged {
            let why = Why::StoppedShort { model: name };
            blocks.push(Block::Aside(sentences::why(phrases, &why)));
        }
    }
    if blocks.is_empty() {
        blocks.push(Block::Text(phrases.say("page-no-model")));
    }
    let title = phrases.say_with("letter-models_in", &[("unit", time_unit.into())]);
    Section { title, blocks }
}

/// The models that were fitted, in the order of the literature.
fn named(models: &Models) -> Vec<(ModelName, &FittedModel)> {
    [
        (ModelName::BgNbd, &models.bg_nbd),
        (ModelName::MbgNbd, &models.mbg_nbd),
        (ModelName::MbgCnbd, &models.mbg_cnbd),
        (ModelName::ParetoNbd, &models.pareto_nbd),
        (ModelName::GammaGamma, &models.gamma_gamma),
    ]
    .into_iter()
    .filter_map(|(name, model)| Some((name, model.as_ref()?)))
    .collect()
}

/// The chosen model explained, and the parameters of all that were fitted.
fn models(phrases: Phrases, models: &Models) -> Vec<Block> {
    let mut blocks: Vec<Block> = models
        .chosen
        .map(|chosen| Block::Text(sentences::model(phrases, chosen)))
        .into_iter()
        .collect();
    let fitted = named(models).into_iter().map(|(name, model)| parameters(phrases, name, model));
    let fitted: Vec<String> = fitted.collect();
    if !fitted.is_empty() {
        blocks.push(Block::Subtitle(phrases.say("page-models-fitted")));
        blocks.push(Block::Points(fitted));
    }
    blocks
}

/// "BG/NBD: r 0.2426 · alpha 4.414 · …; LL −9,582.43".
fn parameters(phrases: Phrases, name: ModelName, model: &FittedModel) -> String {
    let parameter =
        |(name, value): &(&str, f64)| format!("{name}\u{a0}{}", significant(phrases, *value));
    let parameters: Vec<String> = model.params.iter().map(parameter).collect();
    let likelihood = phrases.decimal(model.log_likelihood, 2);
    let said = format!("{}: {}; LL\u{a0}{likelihood}", name.title(), parameters.join(" · "));
    if model.converged { said } else { format!("{said} ({})", phrases.say("letter-not_converged")) }
}

/// Four significant digits.
fn significant(phrases: Phrases, value: f64) -> String {
    let magnitude = if value == 0.0 { 0.0 } else { value.abs().log10().floor() };
    phrases.decimal(value, (3.0 - magnitude).clamp(0.0, 9.0) as usize)
}

//! How far to trust the forecast: the backtest and the models behind it.

use phrases::{Asker, Phrases, Value};

use super::{Block, Section, Table, Tone, section};
use crate::figures::{Backtest, FittedModel, Forecast, ModelName, Models, Note, Why};
use crate::sentences;
use crate::voice::{NO_FIGURE, Voice};

pub fn trust(voice: &Voice<'_>) -> Option<Section> {
    let mut blocks = match &voice.review.backtest {
        Some(backtest) => tested(voice, backtest),
        None => vec![Block::Text(voice.note_or("backtest", "page-no-backtest"))],
    };
    blocks.extend(models(voice.phrases, &voice.review.models));
    section(voice, "page-models", blocks)
}

fn tested(voice: &Voice<'_>, backtest: &Backtest) -> Vec<Block> {
    let phrases = voice.phrases;
    let hidden = kernel::Period { from: backtest.from, to: backtest.to.plus_days(1) };
    let intro = phrases.say_with(
        "page-backtest-intro",
        &[
            ("customers", Value::from(backtest.customers)),
            ("model", backtest.model.title().into()),
            ("period", phrases.period(hidden).into()),
        ],
    );
    let mut blocks = vec![Block::Text(intro), Block::Table(forecasts(voice, backtest))];
    if !backtest.calibration.is_empty() {
        blocks.push(Block::Subtitle(voice.say("page-calibration")));
        blocks.push(Block::Table(calibration(voice, backtest)));
    }
    blocks
}

fn forecasts(voice: &Voice<'_>, backtest: &Backtest) -> Table {
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
    let mut table = Table::new(head.map(|key| voice.say(key)));
    let mut row = |name: String, of: &Forecast, tone| {
        table.push([name].into_iter().chain(voice.forecast(of)), tone);
    };
    row(backtest.model.title().to_owned(), &backtest.forecast, Tone::Strong);
    for (model, forecast) in &backtest.others {
        row(model.title().to_owned(), forecast, Tone::Plain);
    }
    let cutoff = voice.phrases.days(backtest.hiatus_cutoff_days);
    row(voice.say_with("page-hiatus", &[("days", cutoff.into())]), &backtest.hiatus, Tone::Plain);
    row(voice.say("page-naive"), &backtest.naive, Tone::Plain);
    table
}

fn calibration(voice: &Voice<'_>, backtest: &Backtest) -> Table {
    let head = ["page-customers", "page-calibration-predicted", "page-calibration-observed"];
    let mut table = Table::new(head.map(|key| voice.say(key)));
    for bin in &backtest.calibration {
        let shares = [Some(bin.predicted), Some(bin.observed)].map(|share| voice.share(share));
        table.push([voice.count(bin.n)].into_iter().chain(shares), Tone::Plain);
    }
    table
}

/// The models alone, each with its parameters, their standard errors and what
/// is to be kept in mind about it; then those that could not be fitted, and why.
pub fn models_alone(models: &Models, notes: &[Note], time_unit: &str, phrases: Phrases) -> Section {
    let mut blocks = Vec::new();
    for (name, model) in models.fitted() {
        blocks.push(Block::Table(fitted_alone(name, model, phrases)));
        let mut remarks = remarks(name, notes, phrases);
        if remarks.is_empty() && !model.converged {
            remarks.push(remark(name, &Why::StoppedShort { model: name }, phrases));
        }
        blocks.extend(remarks.into_iter().map(Block::Aside));
    }
    if blocks.is_empty() {
        blocks.push(Block::Text(phrases.say("page-no-model")));
    }
    let missing = ModelName::ALL.into_iter().filter(|name| models.of(*name).is_none());
    let reasons: Vec<String> = missing.flat_map(|name| remarks(name, notes, phrases)).collect();
    if !reasons.is_empty() {
        blocks.push(Block::Points(reasons));
    }
    let title = phrases.say_with("letter-models_in", &[("unit", time_unit.into())]);
    Section { title, blocks }
}

fn fitted_alone(name: ModelName, model: &FittedModel, phrases: Phrases) -> Table {
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
    let customers = phrases.integer(model.n);
    table.push([phrases.say("page-customers"), customers, String::new()], Tone::Plain);
    table
}

/// What the notes say of one model that was asked for.
fn remarks(name: ModelName, notes: &[Note], phrases: Phrases) -> Vec<String> {
    notes
        .iter()
        .filter(|note| note.path.strip_prefix("models.") == Some(name.key()))
        .filter(|note| note.why != Why::NotAsked)
        .map(|note| remark(name, &note.why, phrases))
        .collect()
}

fn remark(name: ModelName, why: &Why, phrases: Phrases) -> String {
    let why = sentences::why(phrases, Asker::Command, why);
    phrases.say_with("note", &[("subject", name.title().into()), ("why", why.into())])
}

/// The chosen model explained, and the parameters of all that were fitted.
fn models(phrases: Phrases, models: &Models) -> Vec<Block> {
    let mut blocks: Vec<Block> = models
        .chosen
        .map(|chosen| Block::Text(sentences::model(phrases, chosen)))
        .into_iter()
        .collect();
    let fitted: Vec<String> =
        models.fitted().map(|(name, model)| parameters(phrases, name, model)).collect();
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

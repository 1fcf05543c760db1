//! `perennial fit`.

use anyhow::Result;
use kernel::Clock;
use phrases::Phrases;
use review::figures::ModelName;

use crate::arguments::{FitArguments, FitFormat, ModelChoice, Unit};
use crate::progress::Progress;
use crate::{Outcome, reading, terminal_style, writing};

/// Fits the models to the orders and prints them, and why where one could not be.
pub fn run(arguments: &FitArguments, phrases: Phrases, clock: &dyn Clock) -> Result<Outcome> {
    reading::check_has_come(arguments.until, "--until", clock)?;
    let progress = Progress::begin(phrases);
    let read = reading::read(&arguments.input, &[], arguments.until, &progress, phrases, clock)?;
    let (unit, days) = match arguments.unit {
        Unit::Day => ("day", 1.0),
        Unit::Week => ("week", 7.0),
    };
    progress.phase(phrases.say("progress-models"));
    let (models, notes) = measure::fit_models(read.figures.book(), wanted(arguments.model), days)?;
    let text = match arguments.format {
        FitFormat::Json => review::json::render_models(&models, &notes, unit, phrases),
        FitFormat::Terminal => {
            review::terminal::render_models(&models, &notes, unit, phrases, terminal_style())
        }
    };
    drop(progress);
    writing::say(&text)?;
    if let Some(path) = &arguments.input.reading.rejected {
        writing::tell_written(path, phrases);
    }
    let fitted_one = ModelName::ALL.into_iter().any(|name| models.of(name).is_some());
    Ok(if fitted_one { read.outcome } else { Outcome::NothingFitted })
}

fn wanted(choice: ModelChoice) -> &'static [ModelName] {
    match choice {
        ModelChoice::All => &ModelName::ALL,
        ModelChoice::BgNbd => &[ModelName::BgNbd],
        ModelChoice::MbgNbd => &[ModelName::MbgNbd],
        ModelChoice::MbgCnbd => &[ModelName::MbgCnbd],
        ModelChoice::ParetoNbd => &[ModelName::ParetoNbd],
        ModelChoice::GammaGamma => &[ModelName::GammaGamma],
    }
}

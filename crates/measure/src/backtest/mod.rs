//! The last days held out and foretold from the days before (definitions,
//! "Which, when"): how far the review's forecasts can be trusted.
//!
//! All models are fitted again to the days before the split. The chosen one
//! foretells everybody; the others, whose forecasts are shown for comparison
//! and decide the choice, foretell a sample where there are very many
//! customers, as does everyone where draws are scored. Beside them stand the
//! hiatus rule and everybody's own rate so far.

mod cases;
mod rules;
mod scored;
mod split;
mod weeks;

use review::figures::{Backtest, CalibrationBin, Forecast, ModelName, Note, Why};

pub(crate) use split::Split;

use crate::groundwork::{HeldOut, Quiet};
use crate::models::{Fitted, Standard, histories};
use cases::{Case, Cases};
use scored::{Scored, score, score_everybody};

/// Customers draws are scored on, and models compared on.
const SAMPLE: usize = 25_000;
/// Customers the course of the weeks is foretold for.
const SAMPLE_OF_WEEKS: usize = 2_500;
/// Groups of the calibration.
const BINS: u32 = 10;

/// The models on days they had not seen, ready to be asked.
#[derive(Debug)]
pub(crate) struct Rehearsal {
    split: Split,
    fitted: Fitted,
    cases: Cases,
    sample: Cases,
    /// Every model on the sample, best likelihood first, BG/NBD last.
    scored: Vec<(ModelName, Scored)>,
    weeks: Vec<u64>,
    cutoff: u32,
}

impl Rehearsal {
    /// Fits all models to the days before the split and scores them on the
    /// sample; `None` where nobody was known or came back before it.
    pub fn of(split: Split, held_out: HeldOut, quiet: &Quiet) -> Option<Self> {
        let fitted = Fitted::to(&histories(&held_out.known));
        let HeldOut { known, bought, hashes, weeks } = held_out;
        let sample = Cases::sampled(&known.histories, &bought, &hashes, SAMPLE);
        let cases = Cases::of(&known.histories, &bought);
        let mut names = fitted.candidates();
        if names.is_empty() {
            return None;
        }
        names.push(ModelName::BgNbd);
        let scored = names
            .into_iter()
            .filter_map(|name| Some((name, score(fitted.model(name)?, &sample, split.days()))))
            .collect();
        let cutoff = rules::best_cutoff(quiet);
        Some(Self { split, fitted, cases, sample, scored, weeks, cutoff })
    }

    /// How a model did, for the choice; `None` where it could not be fitted.
    pub fn standard(&self, name: ModelName) -> Option<Standard> {
        let (_, scored) = self.scored.iter().find(|(scored, _)| *scored == name)?;
        let forecast = &scored.forecast;
        let bias = (forecast.total_predicted? - forecast.total_actual as f64).abs();
        Some(Standard { crps: forecast.crps?, bias })
    }

    /// The figures, with `chosen` as the model that foretells; where it could
    /// not be fitted to the days before, the best of those that could.
    pub fn finish(&self, chosen: ModelName, notes: &mut Vec<Note>) -> Option<Backtest> {
        let name = self.scored.iter().map(|(name, _)| *name).find(|name| *name == chosen);
        let name = name.or_else(|| self.scored.first().map(|(name, _)| *name))?;
        let model = self.fitted.model(name)?;
        let days = self.split.days();
        let whole = self.cases.customers() == self.sample.customers();
        let on_sample = self.scored.iter().find(|(scored, _)| *scored == name)?;
        let scored = if whole {
            on_sample.1.clone()
        } else {
            let customers = self.sample.customers() as u64;
            for path in ["backtest.crps", "backtest.others"] {
                notes.push(Note { path, why: Why::Sample { customers } });
            }
            let mut scored = score_everybody(model, &self.cases, days);
            scored.forecast.crps = on_sample.1.forecast.crps;
            scored
        };
        let calibration = scored.calibration.iter().map(|bin| CalibrationBin {
            n: bin.n,
            predicted: bin.predicted,
            observed: bin.observed,
        });
        let naive = rules::naive(&self.cases, &self.sample, days);
        Some(Backtest {
            from: self.split.from,
            to: self.split.to,
            customers: self.cases.customers() as u64,
            model: name,
            calibration: calibration.collect(),
            hiatus: rules::hiatus(&self.cases, self.cutoff),
            hiatus_cutoff_days: self.cutoff,
            naive,
            weeks: weeks::weeks(model, &self.sample, &self.split, &self.weeks, &scored.forecast),
            others: self.others(name),
            forecast: scored.forecast,
        })
    }

    fn others(&self, chosen: ModelName) -> Vec<(ModelName, Forecast)> {
        let others = self.scored.iter().filter(|(name, _)| *name != chosen);
        others.map(|(name, scored)| (*name, scored.forecast.clone())).collect()
    }
}

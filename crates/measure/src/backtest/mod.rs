//! The last days held out and foretold from the days before (definitions,
//! "Which, when"): how far the review's forecasts can be trusted.
//!
//! All models are fitted again to the days before the split. The chosen one
//! foretells everybody; the others, whose forecasts are shown for comparison
//! and decide the choice, foretell a sample where there are very many
//! customers, as does everyone where draws are scored. Beside them stand the
//! hiatus rule and everybody's own rate so far.

mod history_groups;
mod rules;
mod scored;
mod weeks;

use review::figures::{Backtest, CalibrationBin, Forecast, ModelName, Note, Why};

use stats::scores::best_cutoff;
use stats::silent::{Ahead, SilentModel};

use crate::groundwork::{HeldOut, Hiatuses};
use crate::models::{Fitted, HoldoutScore, histories};
use crate::split::Split;
use history_groups::{HistoryGroup, HistoryGroups};
use scored::{Scored, score, score_everybody};

/// Customers draws are scored on, and models compared on.
const SAMPLE: usize = 25_000;
/// Customers the course of the weeks is foretold for.
const SAMPLE_OF_WEEKS: usize = 2_500;
/// Groups of the calibration.
const BINS: u32 = 10;

/// A model fitted to the days before the split.
struct ScoredModel {
    name: ModelName,
    model: Box<dyn SilentModel>,
    scored: Scored,
}

/// The models on days they had not seen, ready to be asked.
pub(crate) struct HoldoutModels {
    split: Split,
    cases: HistoryGroups,
    sample: HistoryGroups,
    /// Every model whose maximum was found and how it did on the sample, best
    /// likelihood first, BG/NBD last.
    models: Vec<ScoredModel>,
    weeks: Vec<u64>,
    cutoff: u32,
}

impl HoldoutModels {
    /// Fits all models to the days before the split and scores them on the
    /// sample.
    ///
    /// # Errors
    /// Why not, where none that may be chosen could be fitted to those days.
    pub fn of(split: Split, held_out: HeldOut, hiatuses: &Hiatuses) -> Result<Self, Why> {
        let counted = histories(&held_out.known);
        if counted.iter().all(|(history, _)| history.x == 0) {
            return Err(Why::NoRepeatBuyers);
        }
        let fitted = Fitted::to(&counted);
        let ahead = Ahead { days: f64::from(split.days()), rate: 0.0 };
        let HeldOut { known, bought, hashes, weeks } = held_out;
        let sample = HistoryGroups::sampled(&known.histories, &bought, &hashes, SAMPLE);
        let cases = HistoryGroups::of(&known.histories, &bought);
        let mut names = fitted.candidates();
        if names.is_empty() {
            return Err(Why::NoModel);
        }
        names.extend([ModelName::BgNbd].into_iter().filter(|&name| fitted.has_converged(name)));
        let models = names
            .into_iter()
            .filter_map(|name| {
                let model = fitted.model(name)?.prepared(&counted, &[ahead]);
                let scored = score(model.as_ref(), &sample, split.days());
                Some(ScoredModel { name, model, scored })
            })
            .collect();
        let cutoff = best_cutoff(&hiatuses.by_silence).unwrap_or(0);
        Ok(Self { split, cases, sample, models, weeks, cutoff })
    }

    /// How a model did, for the choice; `None` where it could not be fitted.
    pub fn score_of(&self, name: ModelName) -> Option<HoldoutScore> {
        let forecast = &self.models.iter().find(|rival| rival.name == name)?.scored.forecast;
        let bias = (forecast.total_predicted? - forecast.total_actual as f64).abs();
        Some(HoldoutScore { crps: forecast.crps?, bias })
    }

    /// The figures, with `chosen` as the model that foretells; where it could
    /// not be fitted to the days before, the best of those that could.
    pub fn finish(&self, chosen: ModelName, notes: &mut Vec<Note>) -> Option<Backtest> {
        let rival = self.models.iter().find(|rival| rival.name == chosen);
        let ScoredModel { name, model, scored } = rival.or_else(|| self.models.first())?;
        let (name, model) = (*name, model.as_ref());
        let days = self.split.days();
        let whole = self.cases.customers() == self.sample.customers();
        let scored = if whole {
            scored.clone()
        } else {
            let customers = self.sample.customers() as u64;
            for path in ["backtest.crps", "backtest.others"] {
                notes.push(Note { path, why: Why::Sample { customers } });
            }
            let mut everybody = score_everybody(model, &self.cases, days);
            everybody.forecast.crps = scored.forecast.crps;
            everybody
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
        let others = self.models.iter().filter(|rival| rival.name != chosen);
        others.map(|rival| (rival.name, rival.scored.forecast.clone())).collect()
    }
}

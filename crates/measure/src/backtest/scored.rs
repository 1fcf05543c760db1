//! How a model's forecast of the days held out did.

use rayon::prelude::*;
use review::figures::Forecast;
use stats::scores::{Bin, Ranked, crps, rmse};
use stats::silent::SilentModel;

use super::{BINS, Case, Cases};

/// Futures drawn per history for the CRPS.
const FUTURES: usize = 100;

/// A forecast and its calibration.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Scored {
    pub forecast: Forecast,
    pub calibration: Vec<Bin>,
}

/// What is foretold of one history.
#[derive(Debug, Clone, Copy)]
struct Foretold {
    purchases: f64,
    p_any: f64,
    /// Σ of the CRPS of its customers; 0 where draws are not asked for.
    crps: f64,
}

/// Scores with draws, for the CRPS.
pub(super) fn score(model: &dyn SilentModel, cases: &Cases, days: u32) -> Scored {
    scored(cases, |case| {
        let mut draws = [0; FUTURES];
        model.draw_purchases(case.history, f64::from(days), case.seed, &mut draws);
        let crps = case
            .bought
            .chunk_by(|a, b| a == b)
            .map(|same| crps(&mut draws, same[0]).unwrap_or(0.0) * same.len() as f64);
        Foretold { crps: crps.sum(), ..foretold(model, case, days) }
    })
}

/// Scores without the CRPS.
pub(super) fn score_everybody(model: &dyn SilentModel, cases: &Cases, days: u32) -> Scored {
    let mut scored = scored(cases, |case| foretold(model, case, days));
    scored.forecast.crps = None;
    scored
}

fn foretold(model: &dyn SilentModel, case: &Case<'_>, days: u32) -> Foretold {
    let days = f64::from(days);
    Foretold {
        purchases: model.expected_purchases(case.history, days),
        p_any: 1.0 - model.p_no_purchase(case.history, days),
        crps: 0.0,
    }
}

fn scored(cases: &Cases, foretell: impl Fn(&Case<'_>) -> Foretold + Sync) -> Scored {
    let foretold: Vec<Foretold> = (0..cases.distinct())
        .into_par_iter()
        .with_min_len(64)
        .map(|index| foretell(&cases.case(index)))
        .collect();
    let each = || cases.iter().zip(&foretold);
    let pairs: Vec<(f64, f64)> = each()
        .flat_map(|(case, foretold)| {
            case.bought.iter().map(|&bought| (foretold.purchases, f64::from(bought)))
        })
        .collect();
    let outcomes: Vec<(f64, bool)> = each()
        .flat_map(|(case, foretold)| case.bought.iter().map(|&bought| (foretold.p_any, bought > 0)))
        .collect();
    let total: f64 =
        each().map(|(case, foretold)| foretold.purchases * case.bought.len() as f64).sum();
    let crps = foretold.iter().map(|foretold| foretold.crps).sum::<f64>() / pairs.len() as f64;
    let ranked = Ranked::new(outcomes);
    let forecast = Forecast {
        total_predicted: total.is_finite().then_some(total),
        total_actual: cases.total(),
        rmse: rmse(&pairs),
        crps: crps.is_finite().then_some(crps),
        ..ranking(ranked.as_ref(), 0.5)
    };
    let calibration = ranked.as_ref().map(|ranked| ranked.calibration(BINS)).unwrap_or_default();
    Scored { forecast, calibration }
}

/// The figures that need ranks alone; active where the score is at least `cutoff`.
pub(super) fn ranking(ranked: Option<&Ranked>, cutoff: f64) -> Forecast {
    Forecast {
        auc: ranked.and_then(Ranked::auc),
        top_tenth_lift: ranked.and_then(|ranked| ranked.lift_at_top(0.1)),
        active_accuracy: ranked.map(|ranked| ranked.accuracy(cutoff)),
        ..Forecast::default()
    }
}

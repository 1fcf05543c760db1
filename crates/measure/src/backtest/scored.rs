//! How a model's forecast of the days held out did.

use rayon::prelude::*;
use review::figures::Forecast;
use stats::scores::{Bin, Ranked, crps, rmse};
use stats::silent::{History, SilentModel};

use super::{BINS, HistoryGroup, HistoryGroups};

/// Futures drawn per history for the CRPS.
const FUTURES: usize = 100;

/// A forecast and its calibration.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Scored {
    pub forecast: Forecast,
    /// Of the probability to buy at all in the days held out: whether a customer
    /// is alive is never seen, whether they bought is.
    pub calibration: Vec<Bin>,
}

/// What is foretold of one history.
#[derive(Debug, Clone, Copy)]
struct Expected {
    purchases: f64,
    /// P(any purchase in the days held out).
    p_any: f64,
}

impl Expected {
    fn of(model: &dyn SilentModel, history: History, days: f64) -> Self {
        let p_alive = model.p_alive(history);
        Self {
            purchases: p_alive * model.expected_purchases_if_alive(history, days),
            p_any: p_alive * (1.0 - model.p_no_purchase_if_alive(history, days)),
        }
    }
}

/// Scores with draws, for the CRPS.
pub(super) fn score(model: &dyn SilentModel, cases: &HistoryGroups, days: u32) -> Scored {
    let sums: Vec<f64> = (0..cases.distinct())
        .into_par_iter()
        .with_min_len(64)
        .map(|index| crps_of(model, &cases.case(index), days))
        .collect();
    let crps = sums.iter().sum::<f64>() / cases.customers() as f64;
    let mut scored = score_everybody(model, cases, days);
    scored.forecast.crps = crps.is_finite().then_some(crps);
    scored
}

/// Σ of the CRPS of the customers of one history.
fn crps_of(model: &dyn SilentModel, case: &HistoryGroup<'_>, days: u32) -> f64 {
    let mut draws = [0; FUTURES];
    model.draw_purchases(case.history, f64::from(days), case.seed, &mut draws);
    let same = case.bought.chunk_by(|a, b| a == b);
    same.map(|same| crps(&mut draws, same[0]).unwrap_or(0.0) * same.len() as f64).sum()
}

/// Scores without the CRPS.
pub(super) fn score_everybody(model: &dyn SilentModel, cases: &HistoryGroups, days: u32) -> Scored {
    let foretold: Vec<Expected> = (0..cases.distinct())
        .into_par_iter()
        .with_min_len(64)
        .map(|index| Expected::of(model, cases.case(index).history, f64::from(days)))
        .collect();
    let each = || cases.iter().zip(&foretold);
    let pairs: Vec<(f64, f64)> = each()
        .flat_map(|(case, foretold)| {
            case.bought.iter().map(|&bought| (foretold.purchases, f64::from(bought)))
        })
        .collect();
    // Ranked by purchases expected, which tells buyers from others better than
    // the probability to buy at all; called active by that probability.
    let by_purchases = pairs.iter().map(|&(purchases, bought)| (purchases, bought > 0.0)).collect();
    let by_probability: Vec<(f64, bool)> = each()
        .flat_map(|(case, foretold)| {
            let p_any = foretold.p_any;
            case.bought.iter().map(move |&bought| (p_any, bought > 0))
        })
        .collect();
    let total: f64 =
        each().map(|(case, foretold)| foretold.purchases * case.bought.len() as f64).sum();
    let ranked = Ranked::new(by_purchases);
    let likely = Ranked::new(by_probability);
    let forecast = Forecast {
        total_predicted: total.is_finite().then_some(total),
        total_actual: cases.total(),
        rmse: rmse(&pairs),
        active_accuracy: likely.as_ref().map(|likely| likely.accuracy(0.5)),
        ..ranking(ranked.as_ref())
    };
    let calibration = likely.as_ref().map(|likely| likely.calibration(BINS)).unwrap_or_default();
    Scored { forecast, calibration }
}

/// The figures that need ranks alone.
pub(super) fn ranking(ranked: Option<&Ranked>) -> Forecast {
    Forecast {
        auc: ranked.and_then(Ranked::auc),
        top_tenth_lift: ranked.and_then(|ranked| ranked.lift_at_top(0.1)),
        ..Forecast::default()
    }
}

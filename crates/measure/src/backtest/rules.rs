//! The rules a model has to beat: silence past a cut-off, and everybody's own
//! rate so far.

use review::figures::Forecast;
use stats::scores::{Ranked, poisson_crps, rmse};

use super::HistoryGroups;
use super::scored::ranking;

/// "Active unless silent for more than `cutoff` days".
pub(super) fn hiatus(cases: &HistoryGroups, cutoff: u32) -> Forecast {
    let outcomes = cases.iter().flat_map(|case| {
        let score = -f64::from(case.history.t - case.history.t_x);
        case.bought.iter().map(move |&bought| (score, bought > 0))
    });
    let ranked = Ranked::new(outcomes.collect());
    Forecast {
        total_actual: cases.total(),
        active_accuracy: ranked.as_ref().map(|ranked| ranked.accuracy(-f64::from(cutoff))),
        ..ranking(ranked.as_ref())
    }
}

/// Everybody goes on buying at their own rate so far, one-time buyers at the
/// average one; purchases are then Poisson.
pub(super) fn naive(cases: &HistoryGroups, sample: &HistoryGroups, days: u32) -> Forecast {
    let (repeats, observed) = cases.iter().fold((0_u64, 0_u64), |(repeats, observed), case| {
        let n = case.bought.len() as u64;
        let history = case.history;
        (repeats + u64::from(history.x) * n, observed + u64::from(history.t) * n)
    });
    let average = if observed > 0 { repeats as f64 / observed as f64 } else { 0.0 };
    let rate = |x: u32, t: u32| if x > 0 { f64::from(x) / f64::from(t.max(1)) } else { average };
    let each = |cases: &HistoryGroups| -> Vec<(f64, u32)> {
        cases
            .iter()
            .flat_map(|case| {
                let purchases = rate(case.history.x, case.history.t) * f64::from(days);
                case.bought.iter().map(move |&bought| (purchases, bought))
            })
            .collect()
    };
    let everybody = each(cases);
    let pairs: Vec<(f64, f64)> =
        everybody.iter().map(|&(purchases, bought)| (purchases, f64::from(bought))).collect();
    let p_any = |purchases: f64| -(-purchases).exp_m1();
    let outcomes =
        everybody.iter().map(|&(purchases, bought)| (p_any(purchases), bought > 0)).collect();
    let ranked = Ranked::new(outcomes);
    let sampled = each(sample);
    let scores: Option<f64> =
        sampled.iter().map(|&(mean, bought)| poisson_crps(mean, bought)).sum();
    let crps = scores.map(|sum| sum / sampled.len() as f64);
    Forecast {
        total_predicted: Some(pairs.iter().map(|(purchases, _)| purchases).sum()),
        total_actual: cases.total(),
        rmse: rmse(&pairs),
        crps: crps.filter(|crps| crps.is_finite()),
        active_accuracy: ranked.as_ref().map(|ranked| ranked.accuracy(0.5)),
        ..ranking(ranked.as_ref())
    }
}

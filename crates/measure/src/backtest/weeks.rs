//! The days held out week by week, foretold and bought.

use rayon::prelude::*;
use review::figures::{Forecast, WeekOfBacktest};
use stats::silent::SilentModel;

use super::{HistoryGroups, SAMPLE_OF_WEEKS};
use crate::split::Split;

/// Purchases of known customers, all weeks up to and including each.
///
/// The course of the weeks is that of a sample of histories, spread evenly;
/// its level is the whole forecast's.
pub(super) fn weeks(
    model: &dyn SilentModel,
    cases: &HistoryGroups,
    split: &Split,
    bought: &[u64],
    forecast: &Forecast,
) -> Vec<WeekOfBacktest> {
    let days = split.days();
    let count = days.div_ceil(7);
    let step = cases.distinct().div_ceil(SAMPLE_OF_WEEKS).max(1);
    let foretold = |day: u32| -> f64 {
        let purchases: Vec<f64> = (0..cases.distinct())
            .into_par_iter()
            .filter(|index| index % step == 0)
            .map(|index| {
                let case = cases.case(index);
                let customers = case.bought.len() as f64;
                model.expected_purchases(case.history, f64::from(day)) * customers
            })
            .collect();
        purchases.iter().sum()
    };
    let whole = foretold(days);
    let level = forecast.total_predicted.unwrap_or(0.0);
    let mut actual = 0;
    (0..count)
        .map(|week| {
            actual += bought.get(week as usize).copied().unwrap_or(0);
            let share =
                if whole > 0.0 { foretold((7 * (week + 1)).min(days)) / whole } else { 0.0 };
            WeekOfBacktest {
                from: split.from.plus_days(7 * week as i32),
                predicted: level * share,
                actual,
            }
        })
        .collect()
}

//! The made-up models and their backtest.

use super::{Models, day};
use crate::figures::{Backtest, CalibrationBin, FittedModel, Forecast, ModelName, WeekOfBacktest};

fn fitted(params: &[(&'static str, f64, f64)], log_likelihood: f64) -> FittedModel {
    FittedModel {
        params: params.iter().map(|(name, value, _)| (*name, *value)).collect(),
        standard_errors: params.iter().map(|(name, _, error)| (*name, Some(*error))).collect(),
        log_likelihood,
        n: 1284,
        converged: true,
    }
}

pub(super) fn models() -> Models {
    Models {
        chosen: Some(ModelName::MbgCnbd),
        bg_nbd: Some(fitted(
            &[("r", 0.91, 0.06), ("alpha", 74.2, 5.1), ("a", 0.42, 0.07), ("b", 2.91, 0.55)],
            -21_408.12,
        )),
        mbg_nbd: Some(fitted(
            &[("r", 1.12, 0.08), ("alpha", 86.9, 6.0), ("a", 0.51, 0.08), ("b", 2.37, 0.41)],
            -21_391.77,
        )),
        mbg_cnbd: Some(fitted(
            &[
                ("k", 2.0, 0.0),
                ("r", 1.34, 0.09),
                ("alpha", 52.6, 3.4),
                ("a", 0.53, 0.08),
                ("b", 2.44, 0.42),
            ],
            -21_260.03,
        )),
        pareto_nbd: Some(fitted(
            &[("r", 1.08, 0.07), ("alpha", 84.1, 5.6), ("s", 0.47, 0.09), ("beta", 161.3, 48.0)],
            -21_396.40,
        )),
        gamma_gamma: Some(FittedModel {
            n: 861,
            ..fitted(&[("p", 5.86, 0.31), ("q", 3.92, 0.22), ("v", 41.7, 4.4)], -8_214.66)
        }),
    }
}

pub(super) fn backtest() -> Backtest {
    let forecast = |predicted: f64, rmse, crps, auc, lift, accuracy| Forecast {
        total_predicted: Some(predicted),
        total_actual: 1684,
        rmse: Some(rmse),
        crps: Some(crps),
        auc: Some(auc),
        top_tenth_lift: Some(lift),
        active_accuracy: Some(accuracy),
    };
    let weeks = 31;
    let bin = |n, predicted, observed| CalibrationBin { n, predicted, observed };
    Backtest {
        from: day(2025, 10, 26),
        to: day(2026, 5, 30),
        customers: 1003,
        model: ModelName::MbgCnbd,
        forecast: forecast(1597.4, 1.412, 0.618, 0.812, 1.93, 0.771),
        others: vec![
            (ModelName::BgNbd, forecast(1541.0, 1.447, 0.633, 0.803, 1.90, 0.763)),
            (ModelName::MbgNbd, forecast(1563.8, 1.436, 0.629, 0.805, 1.90, 0.765)),
            (ModelName::ParetoNbd, forecast(1571.2, 1.431, 0.627, 0.806, 1.91, 0.766)),
        ],
        calibration: vec![
            bin(101, 0.06, 0.08),
            bin(100, 0.13, 0.11),
            bin(100, 0.22, 0.25),
            bin(101, 0.33, 0.31),
            bin(100, 0.44, 0.47),
            bin(100, 0.55, 0.53),
            bin(100, 0.66, 0.70),
            bin(100, 0.76, 0.74),
            bin(100, 0.86, 0.89),
            bin(101, 0.95, 0.94),
        ],
        hiatus: Forecast {
            total_predicted: None,
            total_actual: 1684,
            rmse: None,
            crps: None,
            auc: Some(0.741),
            top_tenth_lift: Some(1.72),
            active_accuracy: Some(0.752),
        },
        hiatus_cutoff_days: 161,
        naive: Forecast {
            total_predicted: Some(2190.5),
            total_actual: 1684,
            rmse: Some(1.786),
            crps: None,
            auc: Some(0.768),
            top_tenth_lift: Some(1.84),
            active_accuracy: Some(0.718),
        },
        weeks: (0..weeks)
            .map(|week: i32| {
                let share = f64::from(week + 1) / f64::from(weeks);
                let season = 0.03 * (share * std::f64::consts::PI).sin();
                WeekOfBacktest {
                    from: day(2025, 10, 26).plus_days(week * 7),
                    predicted: 1597.4 * share.powf(0.94),
                    actual: (1684.0 * (share.powf(0.94) + season)) as u64,
                }
            })
            .collect(),
    }
}

//! CDNOW's customers as the models see them, for tests: calibration from
//! 1997-01-01 to 1997-09-30, hold-out of 39 weeks after it.

use super::History;
use crate::fit::{Fit, Parameter};
use crate::histories::Histories;
use crate::optimise::{Evaluation, Maximum};
use crate::testdata;

/// 1997-09-30, the end of calibration, in days since 1997-01-01.
pub(crate) const CALIBRATION: u32 = 272;

/// The published sample of 2,357 customers, in weeks of two decimals.
pub(crate) fn sample() -> Option<Histories> {
    let rows = testdata::rows("cdnow/cdnow_customers_summary_with_transactions.csv")?;
    let days = |weeks: &str| (weeks.parse::<f64>().unwrap() * 7.0).round() as u32;
    let histories: Vec<_> = rows
        .iter()
        .map(|row| History { x: row[1].parse().unwrap(), t_x: days(&row[2]), t: days(&row[3]) })
        .collect();
    Some(Histories::new(&histories).unwrap().in_units_of(7.0).unwrap())
}

/// All 23,570 customers, in weeks, with the logs of gaps.
pub(crate) fn full() -> Option<Histories> {
    let customers = testdata::cdnow_master()?;
    let mut histories = Vec::new();
    let mut sum_ln_gaps = 0.0;
    for days in customers.values() {
        histories.push(calibration(days));
        let within = days.iter().map(|&(day, _)| day).filter(|&day| day <= CALIBRATION);
        let within: Vec<_> = within.collect();
        sum_ln_gaps += within.windows(2).map(|w| f64::from(w[1] - w[0]).ln()).sum::<f64>();
    }
    let histories = Histories::new(&histories).unwrap();
    Some(histories.with_sum_ln_gaps(sum_ln_gaps).in_units_of(7.0).unwrap())
}

/// All customers with their purchases in the 39 weeks after calibration.
pub(crate) fn holdout() -> Option<Vec<(History, u32)>> {
    let customers = testdata::cdnow_master()?;
    let with_holdout = customers.values().map(|days| {
        let after = days.iter().filter(|(day, _)| *day > CALIBRATION);
        (calibration(days), after.count() as u32)
    });
    Some(with_holdout.collect())
}

fn calibration(days: &[(u32, f64)]) -> History {
    let first = days[0].0;
    let within = days.iter().filter(|(day, _)| *day <= CALIBRATION);
    let (mut x, mut t_x) = (0, 0);
    for (day, _) in within.skip(1) {
        x += 1;
        t_x = day - first;
    }
    History { x, t_x, t: CALIBRATION - first }
}

/// Asserts published parameters to 1e-3 and a log-likelihood to 0.01.
pub(crate) fn assert_published<M>(fit: &Fit<M>, parameters: [f64; 4], log_likelihood: f64) {
    assert!(fit.converged);
    for (found, published) in fit.parameters.iter().zip(parameters) {
        let off = (found.value / published - 1.0).abs();
        assert!(off < 1e-3, "{} = {} is not {published}", found.name, found.value);
    }
    let found = fit.log_likelihood;
    assert!((found - log_likelihood).abs() < 0.01, "LL {found} is not {log_likelihood}");
}

/// Asserts that the standard errors of a fit in weeks are those of a Hessian by
/// differences in the parameters themselves.
pub(crate) fn assert_numerical_errors<M>(
    fit: &Fit<M>,
    point: [f64; 4],
    log_likelihood: impl Fn(&[f64; 4]) -> Evaluation<4>,
) {
    let evaluation =
        Evaluation::by_differences(&point, &mut |parameters| log_likelihood(parameters).slope());
    let peak = Maximum { point, evaluation, evaluations: 1, converged: true };
    let errors = peak.standard_errors().expect("a peak");
    for i in 0..4 {
        let Parameter { name, value, standard_error } = fit.parameters[i];
        let days_per_unit = point[i] / value;
        let found = standard_error.expect("a peak") * days_per_unit;
        assert!((found / errors[i] - 1.0).abs() < 1e-4, "{name}: {found} {}", errors[i]);
    }
}

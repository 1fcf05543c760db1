use rstest::rstest;

use super::likelihood::log_likelihood;
use super::*;
use crate::histories::Histories;
use crate::optimise::Evaluation;
use crate::scores;
use crate::silent::{History, SilentModel, cdnow, simulate};

#[test]
fn the_sample_of_cdnow_gives_the_published_parameters() {
    let Some(histories) = cdnow::sample() else { return };
    let fit = ParetoNbd::fit(&histories).expect("a fit");
    cdnow::assert_published(&fit, [0.5533, 10.578, 0.6061, 11.667], -9594.97);
}

#[test]
fn the_whole_of_cdnow_gives_its_parameters() {
    let Some(histories) = cdnow::full() else { return };
    let fit = ParetoNbd::fit(&histories).expect("a fit");
    cdnow::assert_published(&fit, [0.5974, 11.585, 0.5222, 8.828], -95_415.12);
    assert_eq!(fit.n, 23_570);
}

fn simulated(customers: usize) -> Histories {
    let truth = ParetoNbd::new(0.5533, 74.0, 0.6061, 81.7).expect("valid parameters");
    let customers = simulate::pareto_nbd(&truth, customers, 0..=300, 3);
    Histories::new(&customers).expect("valid histories")
}

#[rstest]
fn derivatives_agree_with_differences(
    #[values(
        [0.5533, 74.0, 0.6061, 81.7], [0.5533, 74.0, 0.6061, 0.07], [2.0, 0.5, 3.0, 900.0],
        [0.01, 10.0, 0.05, 10.0], [30.0, 4000.0, 40.0, 8000.0]
    )]
    parameters: [f64; 4],
) {
    let histories = simulated(500);
    Evaluation::assert_slopes(&parameters.map(f64::ln), |logs| {
        let parameters = logs.map(f64::exp);
        log_likelihood(&histories, &parameters).in_logs(&parameters)
    });
}

#[test]
fn standard_errors_are_those_of_a_numerical_hessian() {
    let Some(histories) = cdnow::sample() else { return };
    let fit = ParetoNbd::fit(&histories).expect("a fit");
    cdnow::assert_numerical_errors(&fit, fit.model.parameters(), |parameters| {
        log_likelihood(&histories, parameters)
    });
}

#[test]
fn simulated_customers_give_their_parameters_back() {
    let fit = ParetoNbd::fit(&simulated(100_000)).expect("a fit");
    assert!(fit.converged);
    for (found, truth) in fit.parameters.iter().zip([0.5533, 74.0, 0.6061, 81.7]) {
        assert!((found.value / truth - 1.0).abs() < 0.15, "{} = {}", found.name, found.value);
    }
}

/// "Numbers to reproduce": 39 weeks after calibration on the whole of CDNOW.
#[test]
fn the_holdout_of_cdnow_is_foretold_as_published() {
    let (Some(histories), Some(holdout)) = (cdnow::full(), cdnow::holdout()) else { return };
    let model = ParetoNbd::fit(&histories).expect("a fit").model;
    let days = 39.0 * 7.0;
    let expected = |at: History| model.expected_purchases(at, days);
    let pairs: Vec<_> = holdout.iter().map(|&(at, came)| (expected(at), f64::from(came))).collect();
    let rmse = scores::rmse(&pairs).expect("customers");
    assert!((rmse - 1.726).abs() < 5e-4, "RMSE {rmse}");
    let (foretold, came) = pairs.iter().fold((0.0, 0.0), |(p, q), (f, c)| (p + f, q + c));
    assert!((foretold / came - 1.0 + 0.13).abs() < 5e-3, "total {foretold} of {came}");
    let active = holdout.iter().map(|&(at, came)| (expected(at), came > 0));
    let auc = scores::Ranked::new(active.collect()).and_then(|ranked| ranked.auc());
    assert!((auc.expect("both outcomes") - 0.769).abs() < 5e-4, "AUC {auc:?}");
}

/// As the vignette of the BTYD package has it: a new customer's first year, and
/// P(alive) and next year of one with 26 repeat purchases in 31 weeks.
#[test]
fn known_customers_of_cdnow_have_their_known_prospects() {
    let model = ParetoNbd::new(0.5533, 10.578 * 7.0, 0.6061, 11.669 * 7.0).expect("valid");
    let new = History { x: 0, t_x: 0, t: 0 };
    let year = 52.0 * 7.0;
    assert!((model.expected_purchases(new, year) - 1.4734).abs() < 5e-4);
    let regular = History { x: 26, t_x: 216, t: 217 };
    assert!((model.p_alive(regular) - 0.99787).abs() < 5e-5);
    assert!((model.expected_purchases(regular, year) - 25.46).abs() < 0.02);
}

#[test]
fn s_equal_to_one_is_the_limit_from_both_sides() {
    let at = History { x: 3, t_x: 200, t: 272 };
    let expected = |s: f64| {
        ParetoNbd::new(0.5, 70.0, s, 80.0).expect("valid").expected_purchases_if_alive(at, 400.0)
    };
    for s in [1.0 - 1e-8, 1.0 + 1e-8, 1.0 - 1e-13] {
        assert!((expected(s) / expected(1.0) - 1.0).abs() < 1e-7, "{s}");
    }
}

/// DERT by the difference of integrals in narrow steps.
#[test]
fn discounted_purchases_are_those_of_a_sum_over_days() {
    for (s, beta) in [(0.6061, 81.7), (1.0, 5.0), (4.0, 0.3)] {
        let model = ParetoNbd::new(0.5533, 74.0, s, beta).expect("valid parameters");
        let at = History { x: 2, t_x: 213, t: 272 };
        let rate = 0.001;
        let (steps, days) = (40_000, 1095.0);
        let length = days / f64::from(steps);
        let mut before = 0.0;
        let mut sum = 0.0;
        for i in 1..=steps {
            let end = f64::from(i) * length;
            let now = model.expected_purchases(at, end);
            sum += (now - before) * (-rate * (end - 0.5 * length)).exp();
            before = now;
        }
        let found = model.discounted_purchases(at, days, rate);
        assert!((found / sum - 1.0).abs() < 1e-6, "{found} {sum}");
    }
}

use super::*;
use crate::testdata::{contracts, mean_absolute_percentage_error, retention};

fn assert_fit(shares: &[f64], alpha: f64, beta: f64, log_likelihood: f64) {
    let fit = Sbg::fit(&contracts(shares)).unwrap();
    assert!(fit.converged);
    // The paper prints three digits.
    assert!((fit.model.alpha() - alpha).abs() < 6e-4, "{fit:?}");
    assert!((fit.model.beta() - beta).abs() < 6e-4, "{fit:?}");
    assert!((fit.log_likelihood - log_likelihood).abs() < 0.01, "{fit:?}");
}

#[test]
fn the_published_customers_come_out() {
    let Some([high_end, regular]) = retention() else { return };
    assert_fit(&high_end[..8], 0.668, 3.806, -1611.16);
    assert_fit(&regular[..8], 0.704, 1.182, -1680.27);
}

#[test]
fn eight_years_are_foretold_from_four_as_published() {
    let Some(both) = retention() else { return };
    for (shares, published) in both.iter().zip([0.132, 0.054]) {
        let model = Sbg::fit(&contracts(&shares[..5])).unwrap().model;
        let error = mean_absolute_percentage_error(shares, 5, |t| model.survival(t));
        assert!((error - published).abs() < 6e-4, "{error} {published}");
    }
}

#[test]
fn survival_is_the_product_of_retention_rates() {
    let model = Sbg::new(0.668, 3.806).unwrap();
    let mut product = 1.0;
    for t in 1..40 {
        product *= model.retention_rate(t);
        assert!((model.survival(t) - product).abs() < 1e-12);
    }
    assert!(model.retention_rate(2) > model.retention_rate(1));
}

#[test]
fn renewals_are_the_sum_of_what_is_left() {
    let model = Sbg::new(0.668, 3.806).unwrap();
    let sum: f64 = (1..=10).map(|j| model.survival(3 + j) / model.survival(3)).sum();
    assert!((model.discounted_renewals(3, 10, 0.0) - sum).abs() < 1e-12);
    assert!(model.discounted_renewals(3, 10, 0.1) < sum);
}

#[test]
fn the_standard_errors_are_those_of_differences_of_the_likelihood() {
    let Some([shares, _]) = retention() else { return };
    let contracts = contracts(&shares[..8]);
    let fit = Sbg::fit(&contracts).unwrap();
    let point = [fit.model.alpha(), fit.model.beta()];
    Evaluation::assert_slopes(&point, |point| evaluate(&contracts, point));
    assert!(fit.parameters.iter().all(|p| p.standard_error.is_some_and(|e| e > 0.0)));
}

#[test]
fn extreme_customers_stay_in_range() {
    for (alpha, beta) in [(1e-4, 1e-4), (1e-4, 1e6), (1e6, 1e-4), (1e6, 1e6), (1.0, 1.0)] {
        let model = Sbg::new(alpha, beta).unwrap();
        let mut last = 1.0;
        for t in [0, 1, 2, 10, 150, 1200, 20_000, u32::MAX] {
            let s = model.survival(t);
            assert!((0.0..=last + 1e-9).contains(&s), "{alpha} {beta} {t}: {s}");
            last = s;
        }
    }
    assert!(Sbg::new(0.0, 1.0).is_err() && Sbg::new(1.0, f64::NAN).is_err());
}

#[test]
fn contracts_without_a_story_end_somewhere_finite() {
    assert_eq!(Sbg::fit(&Lifetimes::default()), Err(FitError::Empty));
    assert_eq!(Sbg::fit(&[(0, true)].into_iter().collect()), Err(FitError::Empty));
    for all_alike in [true, false] {
        let contracts: Lifetimes = (0..50).map(|i| (1 + i % 4, all_alike)).collect();
        let fit = Sbg::fit(&contracts).unwrap();
        assert!(fit.log_likelihood.is_finite());
        assert!((0.0..=1.0).contains(&fit.model.survival(5)));
    }
}

#[test]
fn contracts_that_all_go_on_have_no_maximum_to_converge_to() {
    // The likelihood nears 1 as α/β falls, without end.
    for n in [1, 50, 5_000] {
        let mut contracts = Lifetimes::default();
        contracts.add(1, false, n);
        assert!(!Sbg::fit(&contracts).unwrap().converged, "{n}");
    }
}

use super::*;
use crate::testdata::{contracts, mean_absolute_percentage_error, retention};

fn assert_fit(shares: &[f64], [alpha, beta, c]: [f64; 3], log_likelihood: f64) {
    let fit = Bdw::fit(&contracts(shares)).unwrap();
    assert!(fit.converged, "{fit:?}");
    // The paper prints three digits.
    for (found, published) in fit.parameters.iter().zip([alpha, beta, c]) {
        assert!((found.value - published).abs() < 1e-3, "{published}: {fit:?}");
        assert!(found.standard_error.is_some_and(|error| error > 0.0));
    }
    assert!((fit.log_likelihood - log_likelihood).abs() < 0.01, "{fit:?}");
}

#[test]
fn the_published_customers_come_out() {
    let Some([high_end, regular]) = retention() else { return };
    assert_fit(&high_end[..8], [0.214, 1.427, 1.724], -1605.31);
    assert_fit(&regular[..8], [0.456, 0.779, 1.284], -1679.60);
}

#[test]
fn eight_years_are_foretold_from_four_as_published() {
    let Some(both) = retention() else { return };
    for (shares, published) in both.iter().zip([0.017, 0.013]) {
        let model = Bdw::fit(&contracts(&shares[..5])).unwrap().model;
        let error = mean_absolute_percentage_error(shares, 5, |t| model.survival(t));
        assert!((error - published).abs() < 6e-4, "{error} {published}");
    }
}

#[test]
fn with_c_of_one_it_is_the_nested_model() {
    let (bdw, sbg) = (Bdw::new(0.7, 1.2, 1.0).unwrap(), Sbg::new(0.7, 1.2).unwrap());
    for t in 0..50 {
        assert!((bdw.survival(t) - sbg.survival(t)).abs() < 1e-12);
        assert!((bdw.retention_rate(t) - sbg.retention_rate(t)).abs() < 1e-12);
    }
    let (wide, nested) = (bdw.discounted_renewals(2, 9, 0.1), sbg.discounted_renewals(2, 9, 0.1));
    assert!((wide - nested).abs() < 1e-12);
}

#[test]
fn the_gradient_is_that_of_differences() {
    let contracts = contracts(&[100.0, 86.9, 74.3, 65.3, 59.3]);
    Slope::assert_slopes(&[0.3, 1.1, 1.4], |point| log_likelihood(&contracts, point));
}

#[test]
fn extreme_customers_stay_in_range() {
    for alpha in [1e-4, 1.0, 1e6] {
        for beta in [1e-4, 1.0, 1e6] {
            for c in [0.05, 1.0, 7.0] {
                let model = Bdw::new(alpha, beta, c).unwrap();
                let mut last = 1.0;
                for t in [0, 1, 2, 10, 150, 1200, 20_000, u32::MAX] {
                    let s = model.survival(t);
                    assert!((0.0..=last + 1e-9).contains(&s), "{model:?} {t}: {s}");
                    assert!((0.0..=1.0).contains(&model.retention_rate(t)), "{model:?} {t}");
                    last = s;
                }
            }
        }
    }
    assert!(Bdw::new(1.0, 1.0, 0.0).is_err());
}

#[test]
fn contracts_without_a_story_end_somewhere_finite() {
    assert_eq!(Bdw::fit(&Lifetimes::default()), Err(FitError::Empty));
    for all_alike in [true, false] {
        let contracts: Lifetimes = (0..50).map(|i| (1 + i % 4, all_alike)).collect();
        let fit = Bdw::fit(&contracts).unwrap();
        assert!((0.0..=1.0).contains(&fit.model.survival(5)), "{fit:?}");
    }
}

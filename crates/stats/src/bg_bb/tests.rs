use proptest::prelude::*;

use super::*;
use crate::optimise::Slope;
use crate::testdata;

/// Donors of 1995 and their six yearly opportunities since.
fn donors() -> Option<Vec<(Opportunities, u64)>> {
    let rows = testdata::rows("donations/donations.csv")?;
    let donor = |row: &Vec<String>| {
        let [x, t_x, n] = [0, 1, 2].map(|column| row[column].parse().unwrap());
        (Opportunities { x, t_x, n }, row[3].parse().unwrap())
    };
    Some(rows.iter().map(donor).collect())
}

fn history(x: u32, t_x: u32, n: u32) -> Opportunities {
    Opportunities { x, t_x, n }
}

#[test]
fn the_published_donors_come_out() {
    let Some(donors) = donors() else { return };
    let fit = BgBb::fit(&donors).unwrap();
    assert!(fit.converged);
    assert_eq!(fit.n, 11_104);
    for (found, published) in fit.parameters.iter().zip([1.2035, 0.7497, 0.6568, 2.7834]) {
        assert!((found.value / published - 1.0).abs() < 1e-3, "{published}: {fit:?}");
        assert!(found.standard_error.is_some_and(|error| error > 0.0));
    }
    assert!((fit.log_likelihood + 33_225.58).abs() < 0.01, "{fit:?}");
}

#[test]
fn what_donors_will_do_is_as_the_paper_tables_it() {
    // Tables 5 and 6: P(alive in 2002) and gifts expected in 2002–2006, of
    // those who never gave again and of those who gave every year.
    let model = BgBb::new(1.2035, 0.7497, 0.6568, 2.7834).unwrap();
    assert!((model.p_alive(history(0, 0, 6)) - 0.11).abs() < 0.005);
    assert!((model.p_alive(history(6, 6, 6)) - 0.93).abs() < 0.005);
    assert!((model.expected_uses(history(0, 0, 6), 5) - 0.07).abs() < 0.005);
    assert!((model.expected_uses(history(6, 6, 6), 5) - 3.75).abs() < 0.005);
}

#[test]
fn the_likelihoods_of_all_histories_of_a_length_sum_to_one() {
    let point = [1.2035, 0.7497, 0.6568, 2.7834];
    let n = 9;
    let choose = |n: u32, k: u32| statrs::function::factorial::binomial(n.into(), k.into());
    let mut sum = Likelihood::of(&point, history(0, 0, n)).ln.exp();
    for t_x in 1..=n {
        for x in 1..=t_x {
            let orders = choose(t_x - 1, x - 1);
            sum += orders * Likelihood::of(&point, history(x, t_x, n)).ln.exp();
        }
    }
    assert!((sum - 1.0).abs() < 1e-12, "{sum}");
}

#[test]
fn the_gradient_is_that_of_differences() {
    let point = [0.9, 1.3, 0.4, 2.2];
    for history in [history(0, 0, 6), history(2, 4, 9), history(7, 7, 7), history(3, 3, 400)] {
        Slope::assert_slopes(&point, |point| likelihood::of_all(point, &[(history, 3)]));
    }
}

#[test]
fn with_gamma_of_one_nothing_is_lost() {
    let around =
        |gamma: f64| BgBb::new(1.2, 0.7, gamma, 2.8).unwrap().expected_uses(history(3, 4, 6), 10);
    assert!((around(1.0) - around(1.0 + 1e-9)).abs() < 1e-7);
}

#[test]
fn what_cannot_be_fitted_is_said() {
    assert_eq!(BgBb::fit(&[]), Err(FitError::Empty));
    assert_eq!(BgBb::fit(&[(history(0, 0, 6), 9)]), Err(FitError::NoRepeats));
    assert!(matches!(BgBb::fit(&[(history(7, 6, 6), 9)]), Err(FitError::Domain { .. })));
    assert!(matches!(BgBb::fit(&[(history(0, 3, 6), 9)]), Err(FitError::Domain { .. })));
    assert!(BgBb::new(1.0, -1.0, 1.0, 1.0).is_err());
}

#[test]
fn everyone_giving_every_time_ends_somewhere_finite() {
    let fit = BgBb::fit(&[(history(6, 6, 6), 100)]).unwrap();
    assert!(fit.log_likelihood.is_finite());
    assert!(fit.model.p_alive(history(6, 6, 6)) > 0.9);
}

#[test]
fn extreme_histories_and_parameters_stay_in_range() {
    for values in [[1e-4; 4], [1e6; 4], [1e-4, 1e6, 1e-4, 1e6], [1e6, 1e-4, 1e6, 1e-4]] {
        let [alpha, beta, gamma, delta] = values;
        let model = BgBb::new(alpha, beta, gamma, delta).unwrap();
        for x in [0, 1, 2, 10, 150, 1200, 20_000] {
            for (t_x, n) in [(x, x), (x, x + 1), (x, 2 * x + 2), (2 * x, 2 * x), (2 * x, 40_000)] {
                let history = history(x, t_x, n);
                let alive = model.p_alive(history);
                let uses = model.expected_uses(history, 12);
                assert!((0.0..=1.0).contains(&alive), "{values:?} {history:?}: {alive}");
                assert!((0.0..=12.0).contains(&uses), "{values:?} {history:?}: {uses}");
            }
        }
    }
}

proptest! {
    #[test]
    fn a_use_at_the_last_opportunity_never_lowers_p_alive(
        x in 0_u32..20, gap in 0_u32..20, silence in 1_u32..20,
        alpha in 0.05_f64..20.0, beta in 0.05_f64..20.0,
        gamma in 0.05_f64..20.0, delta in 0.05_f64..20.0,
    ) {
        let model = BgBb::new(alpha, beta, gamma, delta).unwrap();
        let t_x = if x == 0 { 0 } else { x + gap };
        let n = t_x + silence;
        let silent = model.p_alive(history(x, t_x, n));
        let back = model.p_alive(history(x + 1, n, n));
        prop_assert!(back >= silent - 1e-9, "{} {}", silent, back);
    }
}

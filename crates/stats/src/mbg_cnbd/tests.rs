use super::*;
use crate::mbg_nbd::MbgNbd;
use crate::silent::random::{beta, exponential, gamma, generator};
use crate::silent::{History, cdnow};
use rand::RngExt;
use rand_distr::Distribution;

#[test]
fn regularity_one_is_mbg_nbd() {
    let Some(histories) = cdnow::full() else { return };
    let (one, mbg) =
        (MbgCnbd::fit(1, &histories).expect("a fit"), MbgNbd::fit(&histories).expect("a fit"));
    assert_eq!(one.parameters, mbg.parameters);
    assert!((one.log_likelihood - mbg.log_likelihood).abs() < 1e-12);
}

/// Customers whose gaps are sums of `k` exponentials, and their gaps' logs.
fn regular_customers(k: u32, customers: usize) -> Histories {
    let (r, alpha, a, b) = (2.0, 30.0, 0.5, 3.0);
    let mut rng = generator(k.into());
    let mut sum_ln_gaps = 0.0;
    let histories: Vec<_> = (0..customers)
        .map(|_| {
            let rate = gamma(r, alpha).unwrap().sample(&mut rng);
            let p = beta(a, b).unwrap().sample(&mut rng);
            let mut at = History { x: 0, t_x: 0, t: 700 };
            loop {
                let gap: f64 = (0..k).map(|_| exponential(rate, &mut rng)).sum();
                let day = at.t_x + (gap.round() as u32).max(1);
                if rng.random::<f64>() < p || day > at.t {
                    return at;
                }
                sum_ln_gaps += f64::from(day - at.t_x).ln();
                at = History { x: at.x + 1, t_x: day, ..at };
            }
        })
        .collect();
    Histories::new(&histories).unwrap().with_sum_ln_gaps(sum_ln_gaps)
}

#[test]
fn the_regularity_of_customers_is_found() {
    for k in 1..=3 {
        let best = MbgCnbd::fit_best_k(1..=3, &regular_customers(k, 4000)).expect("a fit");
        assert_eq!(best.model.k(), k);
        assert!(best.converged);
        let [r, alpha, a, b] = best.model.parameters();
        let near = |found: f64, truth: f64| (found / truth - 1.0).abs() < 0.25;
        assert!(near(r, 2.0) && near(alpha, 30.0) && near(a, 0.5) && near(b, 3.0));
    }
}

#[test]
fn regularities_compare_in_any_unit_of_time() {
    let days = regular_customers(2, 1000);
    let weeks = days.clone().in_units_of(7.0).expect("a week");
    let gain = |histories: &Histories| {
        let of = |k| MbgCnbd::fit(k, histories).expect("a fit").log_likelihood;
        of(2) - of(1)
    };
    assert!((gain(&days) - gain(&weeks)).abs() < 1e-6);
}

#[test]
fn gaps_that_are_missing_are_said() {
    let histories = Histories::new(&[History { x: 2, t_x: 5, t: 9 }]).expect("valid");
    assert_eq!(MbgCnbd::fit(2, &histories).expect_err("no gaps"), FitError::GapsMissing);
    assert!(MbgCnbd::fit(0, &histories).is_err());
    assert!(MbgCnbd::fit_best_k(RangeInclusive::new(2, 1), &histories).is_err());
}

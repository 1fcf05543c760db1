use proptest::prelude::*;
use rand::SeedableRng;
use rand_distr::{Distribution, Exp, Gamma};
use rand_xoshiro::Xoshiro256PlusPlus;

use super::*;
use crate::histories::Histories;
use crate::silent::{History, SilentModel};
use crate::testdata;

fn prior(alpha: f64, beta: f64) -> GapPrior {
    GapPrior::new(alpha, beta).unwrap()
}

/// Gaps of customers whose rates are gamma, each with one to six of them.
fn simulated(model: GapPrior, customers: u32, seed: u64) -> CompletedGaps {
    let mut rng = Xoshiro256PlusPlus::seed_from_u64(seed);
    let rates = Gamma::new(model.alpha(), 1.0 / model.beta()).unwrap();
    let mut gaps = CompletedGaps::default();
    for i in 0..customers {
        let gap = Exp::new(rates.sample(&mut rng)).unwrap();
        let x = 1 + i % 6;
        let t_x: f64 = (0..x).map(|_| gap.sample(&mut rng)).sum();
        gaps.add(x, t_x.round() as u32, 1);
    }
    gaps
}

#[test]
fn one_time_buyers_of_cdnow_have_about_387_days() {
    let Some(customers) = testdata::cdnow_master() else { return };
    let mut gaps = CompletedGaps::default();
    for days in customers.values() {
        let (first, last) = (days[0].0, days[days.len() - 1].0);
        gaps.add(days.len() as u32 - 1, last - first, 1);
    }
    let fitted = GapPrior::fit(&gaps).unwrap();
    assert!(fitted.converged);
    let limit = fitted.model.limit(0.95, 0, 0);
    assert!((limit - 387.0).abs() < 1.0, "{limit} {fitted:?}");
}

#[test]
fn the_prior_drawn_from_comes_back() {
    let fitted = GapPrior::fit(&simulated(prior(1.4, 60.0), 40_000, 5)).unwrap();
    assert!(fitted.converged);
    for (found, drawn) in fitted.parameters.iter().zip([1.4, 60.0]) {
        let error = found.standard_error.unwrap();
        assert!((found.value - drawn).abs() < 3.0 * error, "{found:?}");
        assert!(error < 0.05 * drawn, "{found:?}");
    }
}

#[test]
fn derivatives_agree_with_differences() {
    let distinct = Distinct::of(&simulated(prior(1.4, 60.0), 500, 9));
    Evaluation::assert_slopes(&[1.1_f64, 45.0].map(f64::ln), |logs| {
        let point = logs.map(f64::exp);
        distinct.evaluate(&point).in_logs(&point)
    });
}

#[test]
fn the_limit_is_the_quantile_of_the_next_gap() {
    let model = prior(1.2, 80.0);
    for (x, t_x) in [(0, 0), (1, 30), (12, 365)] {
        let limit = model.limit(0.9, x, t_x);
        let age = 80.0 + f64::from(t_x);
        let longer = (age / (age + limit)).powf(1.2 + f64::from(x));
        assert!((longer - 0.1).abs() < 1e-12);
    }
    // By hand: (80 + 30)·(0.1^(−1/2.2) − 1).
    assert!((model.limit(0.9, 1, 30) - 110.0 * (0.1_f64.powf(-1.0 / 2.2) - 1.0)).abs() < 1e-9);
}

#[test]
fn merging_parts_is_counting_everyone() {
    let (mut a, b) = (simulated(prior(1.0, 50.0), 300, 1), simulated(prior(1.0, 50.0), 200, 2));
    a.merge(&b);
    assert_eq!(a.n(), 500);
    assert!(GapPrior::fit(&a).is_ok());
}

#[test]
fn nobody_coming_back_leaves_nothing_to_learn() {
    assert_eq!(GapPrior::fit(&CompletedGaps::default()), Err(FitError::NoRepeats));
    let mut one_time = CompletedGaps::default();
    one_time.add(0, 0, 500);
    assert_eq!(GapPrior::fit(&one_time), Err(FitError::NoRepeats));
    assert!(GapPrior::new(0.0, 1.0).is_err() && GapPrior::new(1.0, f64::INFINITY).is_err());
}

#[test]
fn odd_rhythms_end_somewhere_finite() {
    let alike = |x: u32, t_x: u32| {
        let mut gaps = CompletedGaps::default();
        gaps.add(x, t_x, 40);
        gaps
    };
    for gaps in [alike(1, 0), alike(1, 1), alike(10, 70), alike(20_000, 20_000), alike(1, u32::MAX)]
    {
        let fitted = GapPrior::fit(&gaps).unwrap();
        assert!(fitted.log_likelihood.is_finite(), "{fitted:?}");
        let limit = fitted.model.limit(0.95, 0, 0);
        assert!(limit.is_finite() && limit >= 0.0, "{fitted:?} {limit}");
    }
}

#[test]
fn extreme_customers_have_finite_limits() {
    for (alpha, beta) in [(1e-3, 1e-3), (1e-3, 1e9), (1e6, 1e-3), (1e6, 1e9), (1.0, 1.0)] {
        for x in [0, 1, 2, 10, 150, 1200, 20_000] {
            for t_x in [0, 1, 500, 20_000, u32::MAX] {
                for q in [0.0, 0.5, 0.9, 0.95, 1.0, f64::NAN] {
                    let limit = prior(alpha, beta).limit(q, x, t_x);
                    assert!(limit >= 0.0 && limit.is_finite(), "{alpha} {beta} {x} {t_x} {q}");
                }
            }
        }
    }
}

proptest! {
    #[test]
    fn a_higher_level_and_a_longer_history_of_as_many_gaps_wait_longer(
        alpha in 0.01_f64..50.0, beta in 0.1_f64..1e4, x in 0_u32..200, t_x in 0_u32..4000,
        q in 0.01_f64..0.98,
    ) {
        let model = prior(alpha, beta);
        prop_assert!(model.limit(q + 0.01, x, t_x) > model.limit(q, x, t_x));
        prop_assert!(model.limit(q, x, t_x + 1) > model.limit(q, x, t_x));
        prop_assert!(model.limit(q, x + 1, t_x) < model.limit(q, x, t_x));
    }
}

/// Regulars of all of CDNOW silent past their limit at 0.9 on 1998-06-30 whom
/// `model` does not give up.
fn gone_quiet(customers: &testdata::Purchases, prior: GapPrior, model: &impl SilentModel) -> usize {
    let as_of = testdata::day_since_1997(19_980_630);
    let is_quiet = |days: &&Vec<(u32, f64)>| {
        let (first, last) = (days[0].0, days[days.len() - 1].0);
        let history = History { x: days.len() as u32 - 1, t_x: last - first, t: as_of - first };
        let past = |q: f64| f64::from(as_of - last) > prior.limit(q, history.x, history.t_x);
        let lost = past(0.95) && model.p_alive(history) < 0.5;
        days.len() >= 3 && past(0.90) && !lost
    };
    customers.values().filter(is_quiet).count()
}

#[test]
fn some_670_regulars_of_cdnow_have_gone_quiet() {
    let Some(customers) = testdata::cdnow_master() else { return };
    let as_of = testdata::day_since_1997(19_980_630);
    let mut gaps = CompletedGaps::default();
    let mut histories = Vec::new();
    for days in customers.values() {
        let (first, last) = (days[0].0, days[days.len() - 1].0);
        let history = History { x: days.len() as u32 - 1, t_x: last - first, t: as_of - first };
        gaps.add(history.x, history.t_x, 1);
        histories.push(history);
    }
    let prior = GapPrior::fit(&gaps).unwrap().model;
    let histories = Histories::new(&histories).unwrap();
    let pareto_nbd = crate::pareto_nbd::ParetoNbd::fit(&histories).unwrap().model;
    let quiet = gone_quiet(&customers, prior, &pareto_nbd);
    assert!((660..=680).contains(&quiet), "{quiet}");
}

use proptest::prelude::*;

use super::*;

fn ranked(outcomes: &[(f64, bool)]) -> Ranked {
    Ranked::new(outcomes.to_vec()).unwrap()
}

#[test]
fn the_auc_counts_pairs_and_half_of_the_ties() {
    let outcomes = [(0.9, true), (0.5, true), (0.5, false), (0.1, false)];
    // Four pairs: three right, one tied.
    assert_eq!(ranked(&outcomes).auc(), Some(0.875));
    assert_eq!(ranked(&[(0.3, true), (0.2, true)]).auc(), None);
}

#[test]
fn negative_zero_ties_with_zero() {
    assert_eq!(ranked(&[(-0.0, true), (0.0, false)]).auc(), Some(0.5));
}

#[test]
fn a_score_that_is_no_number_ranks_nothing() {
    assert_eq!(Ranked::new(vec![(f64::NAN, true)]), None);
    assert_eq!(Ranked::new(Vec::new()), None);
}

#[test]
fn calibration_keeps_equal_scores_together() {
    let outcomes: Vec<(f64, bool)> =
        (0..100).map(|i| (if i < 55 { 0.0 } else { f64::from(i) }, i % 2 == 0)).collect();
    let bins = ranked(&outcomes).calibration(10);
    assert_eq!(bins[0].n, 55);
    assert_eq!(bins[0].predicted, 0.0);
    assert_eq!(bins.iter().map(|bin| bin.n).sum::<u64>(), 100);
}

#[test]
fn the_top_tenth_of_a_perfect_ranking_holds_all_it_can() {
    let outcomes: Vec<(f64, bool)> = (0..100).map(|i| (f64::from(i), i >= 80)).collect();
    assert!((ranked(&outcomes).lift_at_top(0.1).unwrap() - 5.0).abs() < 1e-12);
    let alike: Vec<(f64, bool)> = (0..100).map(|i| (1.0, i >= 80)).collect();
    assert!((ranked(&alike).lift_at_top(0.1).unwrap() - 1.0).abs() < 1e-12);
    assert_eq!(ranked(&[(1.0, false)]).lift_at_top(0.1), None);
}

fn outcomes(by_value: &[(u64, u64)]) -> Vec<Outcomes> {
    by_value.iter().map(|&(n, hits)| Outcomes { n, hits }).collect()
}

#[test]
fn the_best_cutoff_parts_those_it_happened_to_from_the_others() {
    let mut by_value = vec![Outcomes::default(); 50];
    by_value[3] = Outcomes { n: 10, hits: 9 };
    by_value[20] = Outcomes { n: 10, hits: 6 };
    by_value[40] = Outcomes { n: 10, hits: 1 };
    assert_eq!(best_cutoff(&by_value), Some(20));
    assert_eq!(best_cutoff(&outcomes(&[(4, 3), (6, 3), (1, 0)])), Some(0));
    assert_eq!(best_cutoff(&[]), None);
}

#[test]
fn rmse_is_the_root_of_the_mean_square() {
    assert_eq!(rmse(&[(1.0, 4.0), (5.0, 1.0)]), Some(12.5_f64.sqrt()));
    assert_eq!(rmse(&[]), None);
    assert_eq!(rmse(&[(f64::NAN, 1.0)]), None);
}

#[test]
fn crps_of_equal_draws_is_the_distance() {
    assert_eq!(crps(&mut [3, 3, 3], 5), Some(2.0));
    assert_eq!(crps(&mut [3], 5), None);
    // E|X − 1| = 1, pairs of different draws differ by 2: 1 − 1.
    assert_eq!(crps(&mut [2, 0], 1), Some(0.0));
}

#[test]
fn a_sure_poisson_forecast_scores_its_distance() {
    assert!((poisson_crps(1e-12, 3).unwrap() - 3.0).abs() < 1e-9);
    assert_eq!(poisson_crps(0.0, 0), Some(0.0));
    assert_eq!(poisson_crps(0.0, u32::MAX), Some(f64::from(u32::MAX)));
    assert_eq!(poisson_crps(-1.0, 0), None);
    assert_eq!(poisson_crps(f64::NAN, 0), None);
}

#[test]
fn the_poisson_score_is_that_of_its_definition() {
    // E|X − y| − ½E|X − X′| for mean 1 and y = 0, both known in closed form:
    // 1 − e⁻²(I₀(2) + I₁(2)).
    let (bessel_0, bessel_1) = (2.279_585_302_336_067, 1.590_636_854_637_329);
    let expected = 1.0 - (-2.0_f64).exp() * (bessel_0 + bessel_1);
    assert!((poisson_crps(1.0, 0).unwrap() - expected).abs() < 1e-12);
}

#[test]
fn the_poisson_score_nears_the_normal_one_as_the_mean_grows() {
    // At its own mean a normal forecast scores (√2 − 1)/√π of its spread.
    let at_the_middle = (2.0_f64.sqrt() - 1.0) / std::f64::consts::PI.sqrt();
    for (mean, tolerance) in [(900, 2e-3), (90_000, 2e-4), (999_999, 2e-4), (1_000_001, 2e-4)] {
        let score = poisson_crps(f64::from(mean), mean).unwrap() / f64::from(mean).sqrt();
        assert!((score - at_the_middle).abs() < tolerance, "{mean}: {score}");
    }
    // Far off, what counts is the distance.
    let far = poisson_crps(900.0, 9_000).unwrap();
    assert!((far - (8_100.0 - 30.0 / std::f64::consts::PI.sqrt())).abs() < 0.1, "{far}");
}

proptest! {
    #[test]
    fn the_auc_is_that_of_counting_every_pair(
        outcomes in prop::collection::vec((0_u8..6, any::<bool>()), 2..60)
    ) {
        let outcomes: Vec<(f64, bool)> =
            outcomes.into_iter().map(|(score, hit)| (f64::from(score), hit)).collect();
        let mut pairs = 0.0;
        let mut right = 0.0;
        for (hit, _) in outcomes.iter().filter(|outcome| outcome.1) {
            for (miss, _) in outcomes.iter().filter(|outcome| !outcome.1) {
                pairs += 1.0;
                right += if hit > miss { 1.0 } else if hit < miss { 0.0 } else { 0.5 };
            }
        }
        let expected = (pairs > 0.0).then(|| right / pairs);
        prop_assert_eq!(ranked(&outcomes).auc(), expected);
    }

    #[test]
    fn no_cutoff_is_better_than_the_best(
        by_value in prop::collection::vec((0_u64..6, 0_u64..6), 1..40)
    ) {
        let by_value = outcomes(&by_value.iter().map(|&(a, b)| (a + b, b)).collect::<Vec<_>>());
        let right = |cutoff: u32| -> u64 {
            let told = |(value, at): (u32, &Outcomes)| {
                if value <= cutoff { at.hits } else { at.n - at.hits }
            };
            (0..).zip(&by_value).map(told).sum()
        };
        let best = best_cutoff(&by_value).unwrap();
        for cutoff in 0..by_value.len() as u32 {
            prop_assert!(right(cutoff) < right(best) + u64::from(cutoff >= best));
        }
    }

    #[test]
    fn crps_is_the_mean_over_all_pairs_of_different_draws(
        mut draws in prop::collection::vec(0_u32..20, 2..30), actual in 0_u32..20
    ) {
        let m = draws.len() as f64;
        let mut spread = 0.0;
        for a in &draws {
            for b in &draws {
                spread += f64::from(a.abs_diff(*b));
            }
        }
        let distance: f64 = draws.iter().map(|draw| f64::from(draw.abs_diff(actual))).sum();
        let expected = distance / m - spread / (2.0 * m * (m - 1.0));
        prop_assert!((crps(&mut draws, actual).unwrap() - expected).abs() < 1e-9);
    }
}

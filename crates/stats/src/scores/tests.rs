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

#[test]
fn the_best_cutoff_is_no_worse_than_saying_the_same_to_all() {
    let outcomes = [(1.0, false), (2.0, true), (3.0, false), (4.0, true), (5.0, true)];
    let best = ranked(&outcomes).best_cutoff();
    assert_eq!(best, Cutoff { score: 2.0, accuracy: 0.8 });
    assert_eq!(ranked(&outcomes).accuracy(best.score), best.accuracy);
    let never = ranked(&[(1.0, false), (2.0, false)]).best_cutoff();
    assert_eq!(never, Cutoff { score: f64::INFINITY, accuracy: 1.0 });
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
        outcomes in prop::collection::vec((0_u8..6, any::<bool>()), 1..40)
    ) {
        let outcomes: Vec<(f64, bool)> =
            outcomes.into_iter().map(|(score, hit)| (f64::from(score), hit)).collect();
        let ranked = ranked(&outcomes);
        let best = ranked.best_cutoff();
        prop_assert_eq!(ranked.accuracy(best.score), best.accuracy);
        for cutoff in 0..8 {
            prop_assert!(ranked.accuracy(f64::from(cutoff)) <= best.accuracy);
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

use proptest::prelude::*;

use super::*;

#[test]
fn freireichs_leukaemia_curve_comes_out() {
    // 6-MP arm of Freireich et al. (Blood 21, 1963), as printed by Kalbfleisch
    // & Prentice: .857, .807, .753, .690, .627, .538, .448.
    let remissions = [
        (6, true),
        (6, true),
        (6, true),
        (6, false),
        (7, true),
        (9, false),
        (10, true),
        (10, false),
        (11, false),
        (13, true),
        (16, true),
        (17, false),
        (19, false),
        (20, false),
        (22, true),
        (23, true),
        (25, false),
        (32, false),
        (32, false),
        (34, false),
        (35, false),
    ];
    let curve = kaplan_meier(&remissions.into_iter().collect(), 0.95);
    let s: Vec<f64> = curve.points.iter().map(|point| point.s).collect();
    for (found, printed) in s.iter().zip([0.857, 0.807, 0.753, 0.690, 0.627, 0.538, 0.448]) {
        assert!((found - printed).abs() < 5e-4, "{s:?}");
    }
    // Log–log limits at week 6: .620 and .952 (survfit, conf.type "log-log").
    assert!((curve.points[0].low - 0.620).abs() < 5e-4);
    assert!((curve.points[0].high - 0.952).abs() < 5e-4);
    assert_eq!(curve.points[0].at_risk, 21);
    assert_eq!(curve.median(), Some(23));
    assert_eq!(curve.at(5), 1.0);
    assert_eq!(curve.at(6), curve.points[0].s);
    assert_eq!(curve.at(400), curve.points[6].s);
}

#[test]
fn the_curve_falls_and_lies_within_its_band() {
    let lifetimes: Lifetimes = (0..500_u32).map(|i| (i * i % 97, i % 3 != 0)).collect();
    let curve = kaplan_meier(&lifetimes, 0.95);
    assert!(curve.points.is_sorted_by(|a, b| a.s >= b.s && a.age < b.age));
    for point in &curve.points {
        assert!((0.0..=1.0).contains(&point.low) && point.high <= 1.0, "{point:?}");
        assert!(point.low <= point.s && point.s <= point.high, "{point:?}");
    }
}

#[test]
fn the_last_to_leave_takes_the_curve_to_zero() {
    let curve = kaplan_meier(&[(3, true), (8, true)].into_iter().collect(), 0.95);
    let last = curve.points[1];
    assert_eq!((last.s, last.low), (0.0, 0.0));
    assert_eq!(last.high, curve.points[0].high);
    let at_once = kaplan_meier(&[(0, true)].into_iter().collect(), 0.95);
    assert_eq!((at_once.points[0].low, at_once.points[0].high), (0.0, 1.0));
}

#[test]
fn nobody_leaving_draws_no_points() {
    assert!(kaplan_meier(&Lifetimes::default(), 0.95).points.is_empty());
    let stayed = kaplan_meier(&[(3, false), (8, false)].into_iter().collect(), 0.95);
    assert!(stayed.points.is_empty());
    assert_eq!((stayed.at(100), stayed.median()), (1.0, None));
}

#[test]
fn a_level_that_is_none_gives_the_widest_band() {
    let curve = kaplan_meier(&[(3, true), (8, false)].into_iter().collect(), 1.0);
    assert_eq!((curve.points[0].low, curve.points[0].high), (0.0, 1.0));
}

#[test]
fn merging_adds_the_counts() {
    let mut both: Lifetimes = [(3, true), (4, false)].into_iter().collect();
    both.merge(&[(3, true), (4, true)].into_iter().collect());
    assert_eq!(both.n(), 4);
    let counted: Vec<_> = both.by_age().collect();
    assert_eq!(counted[0], (3, Exits { events: 2, censored: 0 }));
    assert_eq!(counted[1], (4, Exits { events: 1, censored: 1 }));
}

#[test]
fn groups_alike_do_not_differ() {
    let group: Lifetimes = (0..100_u32).map(|i| (i % 13, i % 2 == 0)).collect();
    let found = log_rank(&[group.clone(), group.clone(), group]).unwrap();
    assert!(found.chi_squared.abs() < 1e-9 && found.p > 0.999, "{found:?}");
    assert_eq!(found.degrees_of_freedom, 2);
}

#[test]
fn empty_groups_do_not_count() {
    let group = |step: u32| (0..90_u32).map(|i| (i % 13 * step, i % 2 == 0)).collect::<Lifetimes>();
    let two = log_rank(&[group(1), group(2)]).unwrap();
    let three = log_rank(&[group(1), Lifetimes::default(), group(2)]).unwrap();
    assert_eq!(two.chi_squared, three.chi_squared);
    assert_eq!(three.degrees_of_freedom, 1);
    assert_eq!(three.expected[1], 0.0);
    assert_eq!(log_rank(&[group(1), Lifetimes::default()]), None);
    assert_eq!(log_rank(&[]), None);
    let nobody_left: Lifetimes = [(3, false)].into_iter().collect();
    assert_eq!(log_rank(&[nobody_left.clone(), nobody_left]), None);
}

#[test]
fn waltons_flies_differ_by_122_249() {
    let Some(rows) = crate::testdata::rows("lifelines/waltons_dataset.csv") else { return };
    let mut groups = [Lifetimes::default(), Lifetimes::default()];
    for row in &rows {
        let age: f64 = row[0].parse().unwrap();
        groups[usize::from(row[2] == "control")].add(age as u32, row[1] == "1", 1);
    }
    let found = log_rank(&groups).unwrap();
    assert!((found.chi_squared - 122.249).abs() < 5e-4, "{found:?}");
    assert!(found.p < 1e-27 && found.p > 0.0);

    // The whole set: 163 flies, 7 censored; half of them are gone by day 56.
    let mut everyone = groups[0].clone();
    everyone.merge(&groups[1]);
    let curve = kaplan_meier(&everyone, 0.95);
    assert_eq!((everyone.n(), curve.points[0].at_risk), (163, 163));
    assert_eq!(curve.median(), Some(56));
    assert_eq!(kaplan_meier(&groups[0], 0.95).median(), Some(26));
}

proptest! {
    #[test]
    fn without_censoring_the_curve_is_the_share_still_there(
        ages in prop::collection::vec(0_u32..30, 1..80)
    ) {
        let curve = kaplan_meier(&ages.iter().map(|&age| (age, true)).collect(), 0.95);
        for age in 0..31 {
            let there = ages.iter().filter(|&&left| left > age).count() as f64;
            prop_assert!((curve.at(age) - there / ages.len() as f64).abs() < 1e-12);
        }
    }

    #[test]
    fn the_log_rank_test_of_two_groups_is_that_of_the_textbook(
        a in prop::collection::vec((0_u32..12, any::<bool>()), 1..40),
        b in prop::collection::vec((0_u32..12, any::<bool>()), 1..40),
    ) {
        let (mut surplus, mut variance) = (0.0, 0.0);
        for age in 0..12 {
            let at_risk = |group: &[(u32, bool)]| {
                group.iter().filter(|(last, _)| *last >= age).count() as f64
            };
            let left = |group: &[(u32, bool)]| {
                group.iter().filter(|&&exit| exit == (age, true)).count() as f64
            };
            let (n, d) = (at_risk(&a) + at_risk(&b), left(&a) + left(&b));
            if n > 1.0 {
                let share = at_risk(&a) / n;
                variance += d * share * (1.0 - share) * (n - d) / (n - 1.0);
                surplus += left(&a) - d * share;
            }
        }
        let groups = [a.into_iter().collect::<Lifetimes>(), b.into_iter().collect()];
        match log_rank(&groups) {
            Some(found) => {
                let chi_squared = surplus * surplus / variance;
                prop_assert!((found.chi_squared - chi_squared).abs() < 1e-9 * chi_squared.max(1.0));
                prop_assert!((0.0..=1.0).contains(&found.p));
            }
            None => prop_assert!(variance < 1e-12),
        }
    }
}

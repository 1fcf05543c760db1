use proptest::prelude::*;

use super::*;

fn cells(of: &[(&[f64], f64, f64)]) -> Cells {
    let mut cells = Cells::new(of[0].0.len());
    for (features, events, trials) in of {
        assert!(cells.push(features, *events, *trials));
    }
    cells
}

#[test]
fn one_binary_feature_gives_the_odds_ratio_of_the_table() {
    // 30 of 100 against 10 of 80: ln((30·70)/(70·10)), Woolf's variance.
    let fitted =
        Logistic::fit_unpenalised(&cells(&[(&[1.0], 30.0, 100.0), (&[0.0], 10.0, 80.0)])).unwrap();
    assert!((fitted.odds_ratio(0).unwrap() - 3.0).abs() < 1e-9);
    let variance: f64 = 1.0 / 30.0 + 1.0 / 70.0 + 1.0 / 10.0 + 1.0 / 70.0;
    assert!((fitted.standard_errors[1] - variance.sqrt()).abs() < 1e-9);
    assert!((fitted.probability(&[1.0]) - 0.3).abs() < 1e-9);
}

#[test]
fn the_published_beetles_come_out() {
    // Bliss (1935), beetles killed by carbon disulphide, log dose; Dobson, An
    // Introduction to Generalized Linear Models, table 7.3: −60.72 (5.18) and
    // 34.27 (2.91).
    let doses = [1.6907, 1.7242, 1.7552, 1.7842, 1.8113, 1.8369, 1.8610, 1.8839];
    let killed = [6.0, 13.0, 18.0, 28.0, 52.0, 53.0, 61.0, 60.0];
    let trials = [59.0, 60.0, 62.0, 56.0, 63.0, 59.0, 62.0, 60.0];
    let mut beetles = Cells::new(1);
    for i in 0..8 {
        beetles.push(&[doses[i]], killed[i], trials[i]);
    }
    let fitted = Logistic::fit_unpenalised(&beetles).unwrap();
    assert!((fitted.coefficients[0] + 60.72).abs() < 0.005, "{fitted:?}");
    assert!((fitted.coefficients[1] - 34.27).abs() < 0.005, "{fitted:?}");
    assert!((fitted.standard_errors[0] - 5.18).abs() < 0.005, "{fitted:?}");
    assert!((fitted.standard_errors[1] - 2.91).abs() < 0.005, "{fitted:?}");
}

#[test]
fn splitting_a_cell_changes_nothing() {
    let whole =
        Logistic::fit_unpenalised(&cells(&[(&[1.0], 30.0, 100.0), (&[0.0], 10.0, 80.0)])).unwrap();
    let split = Logistic::fit_unpenalised(&cells(&[
        (&[1.0], 20.0, 50.0),
        (&[0.0], 10.0, 80.0),
        (&[1.0], 10.0, 50.0),
    ]));
    let split = split.unwrap();
    assert!((whole.coefficients[1] - split.coefficients[1]).abs() < 1e-9);
    assert!((whole.standard_errors[1] - split.standard_errors[1]).abs() < 1e-9);
}

#[test]
fn the_confounder_takes_the_effect_upon_itself() {
    // Within each half of the confounder the shares are alike; taken together
    // they are not (Simpson).
    let table: [(&[f64], f64, f64); 4] = [
        (&[1.0, 1.0], 80.0, 100.0),
        (&[0.0, 1.0], 16.0, 20.0),
        (&[1.0, 0.0], 4.0, 20.0),
        (&[0.0, 0.0], 20.0, 100.0),
    ];
    let fitted = Logistic::fit_unpenalised(&cells(&table)).unwrap();
    assert!((fitted.odds_ratio(0).unwrap() - 1.0).abs() < 1e-9);
    assert!(fitted.p(0).unwrap() > 0.99);
    assert!(fitted.p(1).unwrap() < 1e-6);
}

#[test]
fn separation_is_said_and_not_fitted() {
    assert_eq!(
        Logistic::fit_unpenalised(&cells(&[(&[1.0], 10.0, 10.0), (&[0.0], 0.0, 10.0)])),
        Err(LogisticError::Separated)
    );
    assert_eq!(
        Logistic::fit_unpenalised(&cells(&[(&[1.0], 5.0, 10.0), (&[0.0], 0.0, 10.0)])),
        Err(LogisticError::Separated)
    );
    assert_eq!(
        Logistic::fit_unpenalised(&cells(&[(&[1.0], 0.0, 10.0)])),
        Err(LogisticError::Separated)
    );
}

#[test]
fn a_feature_that_says_nothing_new_is_named() {
    let same: [(&[f64], f64, f64); 2] = [(&[1.0, 2.0], 3.0, 10.0), (&[0.0, 0.0], 5.0, 10.0)];
    assert_eq!(Logistic::fit_unpenalised(&cells(&same)), Err(LogisticError::Collinear(2)));
    assert_eq!(
        Logistic::fit_unpenalised(&cells(&[(&[1.0], 3.0, 10.0)])),
        Err(LogisticError::Collinear(1))
    );
    assert_eq!(Logistic::fit_unpenalised(&Cells::new(2)), Err(LogisticError::Empty));
}

#[test]
fn cells_that_are_none_are_left_out() {
    let mut cells = Cells::new(1);
    assert!(!cells.push(&[f64::NAN], 1.0, 2.0));
    assert!(!cells.push(&[1.0], 3.0, 2.0));
    assert!(!cells.push(&[1.0], 0.0, 0.0));
    assert!(!cells.push(&[1.0, 2.0], 1.0, 2.0));
    assert!(!cells.push(&[1.0], f64::NAN, 2.0));
}

#[test]
fn features_of_very_different_size_are_fitted() {
    let mut wide = Cells::new(2);
    for decile in 0..10 {
        for flag in 0..2 {
            let events = f64::from(10 + decile + 5 * flag);
            wide.push(&[f64::from(decile) * 1e6, f64::from(flag)], events, 100.0);
        }
    }
    let fitted = Logistic::fit_unpenalised(&wide).unwrap();
    assert!(fitted.coefficients.iter().all(|b| b.is_finite()));
    assert!(fitted.odds_ratio(1).unwrap() > 1.0);
}

#[test]
fn firths_estimates_of_one_binary_feature_add_half_an_event_to_each_cell() {
    // With as many parameters as cells the penalty is Haldane's correction.
    let fitted = Logistic::fit(&cells(&[(&[1.0], 30.0, 100.0), (&[0.0], 10.0, 80.0)])).unwrap();
    let odds = (30.5 / 70.5) / (10.5 / 70.5);
    assert!((fitted.odds_ratio(0).unwrap() - odds).abs() < 1e-6, "{fitted:?}");
    let separated = Logistic::fit(&cells(&[(&[1.0], 5.0, 10.0), (&[0.0], 0.0, 10.0)])).unwrap();
    let odds = (5.5 / 5.5) / (0.5 / 10.5);
    assert!((separated.odds_ratio(0).unwrap() - odds).abs() < 1e-6, "{separated:?}");
}

#[test]
fn a_part_of_customers_without_an_event_leaves_the_other_odds_alone() {
    // Among old customers the feature trebles the odds; nobody new has left.
    let strata = |new_ones: f64| -> Cells {
        let mut cells = Cells::new(2);
        cells.push(&[1.0, 0.0], 3000.0, 10_000.0);
        cells.push(&[0.0, 0.0], 1000.0, 8000.0);
        cells.push(&[1.0, 1.0], 0.0, new_ones);
        cells.push(&[0.0, 1.0], 0.0, new_ones);
        cells
    };
    assert_eq!(Logistic::fit_unpenalised(&strata(5000.0)), Err(LogisticError::Separated));
    let with = Logistic::fit(&strata(5000.0)).unwrap();
    assert!((with.odds_ratio(0).unwrap() - 3.0).abs() < 0.005, "{with:?}");
    let alone =
        Logistic::fit_unpenalised(&cells(&[(&[1.0], 3000.0, 10_000.0), (&[0.0], 1000.0, 8000.0)]));
    let alone = alone.unwrap();
    assert!((with.standard_errors[1] / alone.standard_errors[1] - 1.0).abs() < 0.01);
}

#[test]
fn the_penalised_fit_of_nobody_lost_is_finite() {
    let nobody = Logistic::fit(&cells(&[(&[1.0], 0.0, 10.0), (&[0.0], 0.0, 30.0)])).unwrap();
    assert!(nobody.coefficients.iter().all(|b| b.is_finite()), "{nobody:?}");
    assert!(nobody.p(0).unwrap() > 0.3);
}

#[test]
fn tenths_of_value_and_age_are_fitted_in_few_steps() {
    let mut by_tenths = Cells::new(19);
    for (worth, age) in (0..10).flat_map(|worth| (0..10).map(move |age| (worth, age))) {
        for flag in [0.0, 1.0] {
            let mut features = [0.0; 19];
            features[0] = flag;
            if worth > 0 {
                features[worth] = 1.0;
            }
            if age > 0 {
                features[9 + age] = 1.0;
            }
            // The two newest tenths have nobody lost.
            let odds = if age < 2 { 0.0 } else { 0.2 * (1.0 + flag) };
            let trials = 40.0 + 7.0 * worth as f64 + age as f64;
            by_tenths.push(&features, (trials * odds / (1.0 + odds)).round(), trials);
        }
    }
    let fitted = Logistic::fit(&by_tenths).unwrap();
    assert!((fitted.odds_ratio(0).unwrap() - 2.0).abs() < 0.1, "{fitted:?}");
    assert!(fitted.p(0).unwrap() < 1e-6);
}

proptest! {
    #[test]
    fn whatever_the_cells_there_are_finite_numbers_or_a_reason(
        rows in prop::collection::vec(
            (prop::array::uniform3(-3_i8..=3), 0_u32..50, 1_u32..50), 1..30
        )
    ) {
        let mut cells = Cells::new(3);
        for (features, events, more) in rows {
            let features = features.map(f64::from);
            cells.push(&features, f64::from(events), f64::from(events + more - 1));
        }
        for fitted in [Logistic::fit(&cells), Logistic::fit_unpenalised(&cells)].into_iter().flatten() {
            prop_assert!(fitted.coefficients.iter().all(|b| b.is_finite()), "{:?}", fitted);
            prop_assert!(fitted.standard_errors.iter().all(|e| *e > 0.0 && e.is_finite()));
            prop_assert!(fitted.p(0).is_some_and(|p| (0.0..=1.0).contains(&p)));
        }
        let penalised = Logistic::fit(&cells);
        prop_assert!(penalised != Err(LogisticError::Separated), "{:?}", cells);
    }
}

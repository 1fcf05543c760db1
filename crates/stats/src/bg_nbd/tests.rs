use super::*;
use crate::silent::{History, SilentModel, cdnow, simulate};

#[test]
fn the_sample_of_cdnow_gives_the_published_parameters() {
    let Some(histories) = cdnow::sample() else { return };
    let fit = BgNbd::fit(&histories).expect("a fit");
    cdnow::assert_published(&fit, [0.2426, 4.4135, 0.7929, 2.4258], -9582.43);
}

#[test]
fn the_whole_of_cdnow_gives_its_parameters() {
    let Some(histories) = cdnow::full() else { return };
    let fit = BgNbd::fit(&histories).expect("a fit");
    cdnow::assert_published(&fit, [0.2516, 4.789, 0.7234, 2.1611], -95_368.44);
    assert_eq!(fit.n, 23_570);
}

#[test]
fn everyone_without_a_repeat_purchase_is_alive() {
    let model = BgNbd::new(0.25, 30.0, 0.8, 2.4).expect("valid parameters");
    assert!(model.p_alive(History { x: 0, t_x: 0, t: 10_000 }) >= 1.0);
}

/// Fader, Hardie & Lee (2005): customer 1 of the sample in the next 39 weeks.
#[test]
fn the_first_customer_of_cdnow_has_the_published_expectation() {
    let model = BgNbd::new(0.243, 4.414 * 7.0, 0.793, 2.426).expect("valid parameters");
    let first = History { x: 2, t_x: 213, t: 272 };
    assert!((model.expected_purchases(first, 39.0 * 7.0) - 1.226).abs() < 1e-3);
}

#[test]
fn weeks_and_days_give_the_same_model() {
    let Some(weeks) = cdnow::sample() else { return };
    let days = weeks.clone().in_units_of(1.0).expect("a day");
    let (by_week, by_day) = (BgNbd::fit(&weeks).expect("a fit"), BgNbd::fit(&days).expect("a fit"));
    assert_eq!(by_week.model, by_day.model);
    assert!((by_day.parameters[1].value / by_week.parameters[1].value - 7.0).abs() < 1e-12);
    let per_purchase = weeks.repeat_purchases() as f64 * 7.0f64.ln();
    assert!((by_week.log_likelihood - by_day.log_likelihood - per_purchase).abs() < 1e-6);
    assert!(weeks.in_units_of(0.0).is_err());
}

#[test]
fn a_million_customers_are_fitted_as_well_as_a_few() {
    let truth = BgNbd::new(0.2426, 30.9, 0.7929, 2.4258).expect("valid parameters");
    let customers = simulate::bg_nbd(&truth, 300_000, 189..=273, 5);
    let fit = BgNbd::fit(&Histories::new(&customers).expect("valid")).expect("a fit");
    assert!(fit.converged);
    // Purchases of one day count as one, which the model does not know: hence
    // the tolerance.
    for (found, truth) in fit.parameters.iter().zip(truth.parameters()) {
        assert!((found.value / truth - 1.0).abs() < 0.1, "{} = {}", found.name, found.value);
    }
}

#[test]
fn the_order_of_customers_does_not_matter_to_the_last_digit() {
    let truth = BgNbd::new(0.2426, 30.9, 0.7929, 2.4258).expect("valid parameters");
    let mut customers = simulate::bg_nbd(&truth, 20_000, 0..=273, 5);
    let forward = BgNbd::fit(&Histories::new(&customers).expect("valid")).expect("a fit");
    customers.reverse();
    assert_eq!(BgNbd::fit(&Histories::new(&customers).expect("valid")).expect("a fit"), forward);
}

#[test]
fn the_number_of_threads_does_not_matter_to_the_last_digit() {
    let truth = BgNbd::new(0.2426, 30.9, 0.7929, 2.4258).expect("valid parameters");
    let fit_with = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("a pool");
        pool.install(|| {
            let customers = simulate::bg_nbd(&truth, 200_000, 0..=1095, 5);
            BgNbd::fit(&Histories::new(&customers).expect("valid")).expect("a fit")
        })
    };
    assert_eq!(fit_with(1), fit_with(3));
}

#[test]
fn nobody_and_nobody_coming_back_are_said() {
    let none = Histories::new(&[]).expect("valid");
    assert_eq!(BgNbd::fit(&none).expect_err("nobody"), FitError::Empty);
    let once = Histories::new(&[History { x: 0, t_x: 0, t: 9 }]).expect("valid");
    assert_eq!(BgNbd::fit(&once).expect_err("no repeats"), FitError::NoRepeats);
}

#[test]
fn customers_who_all_stay_have_a_fit_at_a_bound() {
    let regulars: Vec<_> = (1..50).map(|i| History { x: i, t_x: 100, t: 100 }).collect();
    let fit = BgNbd::fit(&Histories::new(&regulars).expect("valid")).expect("a fit");
    assert!(!fit.converged && fit.log_likelihood.is_finite());
    assert!(fit.model.p_alive(regulars[4]) > 0.999);
}

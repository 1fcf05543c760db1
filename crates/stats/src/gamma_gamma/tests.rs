use std::cmp::Ordering;

use super::*;
use crate::optimise::Evaluation;
use crate::testdata;

fn assert_fit(spenders: &[Spender], [p, q, v, log_likelihood]: [f64; 4]) {
    let fit = GammaGamma::fit(spenders).unwrap();
    assert!(fit.converged, "{fit:?}");
    for (found, published) in fit.parameters.iter().zip([p, q, v]) {
        assert!((found.value / published - 1.0).abs() < 1e-3, "{published}: {fit:?}");
    }
    assert!((fit.log_likelihood - log_likelihood).abs() < 0.01, "{fit:?}");
}

/// Repeat purchases of calibration (to 1997-09-30) and their mean, as the paper
/// takes them.
fn calibration(purchases: &testdata::Purchases) -> Vec<Spender> {
    let end = testdata::day_since_1997(19_970_930);
    let spender = |days: &Vec<(u32, f64)>| {
        let repeat = days[1..].iter().filter(|(day, _)| *day <= end);
        let paid: Vec<f64> = repeat.map(|(_, dollars)| *dollars).filter(|&d| d > 0.0).collect();
        let mean = paid.iter().sum::<f64>() / paid.len() as f64;
        Spender { purchases: paid.len() as u32, mean }
    };
    purchases.values().map(spender).collect()
}

/// The published summary of the sample, amounts rounded to cents.
fn rounded_sample() -> Option<Vec<Spender>> {
    let rows = testdata::rows("cdnow/cdnow_customers_summary_with_transactions.csv")?;
    let number = |cell: &String| cell.parse::<f64>().unwrap();
    let spender =
        |row: &Vec<String>| Spender { purchases: number(&row[1]) as u32, mean: number(&row[4]) };
    Some(rows.iter().map(spender).collect())
}

#[test]
fn the_published_parameters_of_the_cdnow_sample_come_out() {
    let Some(spenders) = rounded_sample() else { return };
    assert_fit(&spenders, [6.2488, 3.7446, 15.4478, -4055.92]);
}

#[test]
fn the_parameters_of_the_raw_sample_come_out() {
    let Some(purchases) = testdata::cdnow_sample() else { return };
    let fit = GammaGamma::fit(&calibration(&purchases)).unwrap();
    for (found, published) in fit.parameters.iter().zip([6.2496, 3.7442, 15.4435]) {
        assert!((found.value / published - 1.0).abs() < 1e-3, "{published}: {fit:?}");
    }
}

#[test]
fn the_parameters_of_all_of_cdnow_come_out() {
    let Some(purchases) = testdata::cdnow_master() else { return };
    assert_fit(&calibration(&purchases), [6.2754, 3.6245, 14.984, -40763.48]);
}

fn model() -> GammaGamma {
    GammaGamma::new(6.25, 3.74, 15.44).unwrap()
}

fn spender(purchases: u32, mean: f64) -> Spender {
    Spender { purchases, mean }
}

/// Customers drawn from the model.
fn simulated(model: GammaGamma, customers: u32, seed: u64) -> Vec<Spender> {
    let mut rng = Xoshiro256PlusPlus::seed_from_u64(seed);
    let rates = Gamma::new(model.q(), 1.0 / model.v()).unwrap();
    (0..customers)
        .map(|i| {
            let amounts = Gamma::new(model.p(), 1.0 / rates.sample(&mut rng)).unwrap();
            let purchases = 1 + i % 5;
            let total: f64 = (0..purchases).map(|_| amounts.sample(&mut rng)).sum();
            spender(purchases, total / f64::from(purchases))
        })
        .collect()
}

#[test]
fn the_parameters_drawn_from_come_back_at_any_size() {
    // The second is large enough to start from a sample.
    for customers in [20_000, 250_000] {
        let fit = GammaGamma::fit(&simulated(model(), customers, 3)).unwrap();
        assert!(fit.converged, "{fit:?}");
        for (found, drawn) in fit.parameters.iter().zip([6.25, 3.74, 15.44]) {
            let error = found.standard_error.unwrap();
            assert!((found.value - drawn).abs() < 4.0 * error, "{customers}: {found:?}");
        }
    }
}

#[test]
fn the_fit_is_the_same_on_any_number_of_threads() {
    let spenders = simulated(model(), 60_000, 12);
    let on = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        pool.install(|| (GammaGamma::fit(&spenders), correlation(&spenders)))
    };
    assert_eq!(on(1), on(5));
}

#[test]
fn derivatives_agree_with_differences() {
    let spenders = simulated(model(), 300, 8);
    let sums = likelihood::Sums::of(&spenders);
    Evaluation::assert_slopes(&[1.6, 1.2, 2.9], |logs| sums.evaluate(&spenders, logs));
}

#[test]
fn the_unit_of_money_carries_over() {
    let spenders = simulated(model(), 5_000, 4);
    let cents: Vec<Spender> =
        spenders.iter().map(|s| Spender { mean: s.mean * 100.0, ..*s }).collect();
    let (euros, cents) = (GammaGamma::fit(&spenders).unwrap(), GammaGamma::fit(&cents).unwrap());
    assert!((cents.model.v() / euros.model.v() / 100.0 - 1.0).abs() < 1e-4);
    assert!((cents.model.q() / euros.model.q() - 1.0).abs() < 1e-4);
}

#[test]
fn the_expected_mean_lies_between_everyones_and_ones_own() {
    let stranger = model().expected_mean(spender(0, 0.0));
    assert!((stranger - 6.25 * 15.44 / 2.74).abs() < 1e-9);
    let few = model().expected_mean(spender(1, 100.0));
    let many = model().expected_mean(spender(500, 100.0));
    assert!(stranger < few && few < many && many < 100.0);
    assert!((many - 100.0).abs() < 1.0);
}

#[test]
fn draws_and_quantiles_are_those_of_the_posterior() {
    let customer = spender(4, 40.0);
    let mut draws = vec![0.0; 40_000];
    model().draw_means(customer, 17, &mut draws);
    let mean = draws.iter().sum::<f64>() / draws.len() as f64;
    assert!((mean / model().expected_mean(customer) - 1.0).abs() < 0.01);
    for level in [0.1, 0.5, 0.9] {
        let quantile = model().quantile(customer, level);
        let below = draws.iter().filter(|&&draw| draw <= quantile).count() as f64;
        assert!((below / draws.len() as f64 - level).abs() < 0.01, "{level}: {below}");
    }
    let mut again = vec![0.0; 40_000];
    model().draw_means(customer, 17, &mut again);
    assert_eq!(draws, again);
}

#[test]
fn quantiles_are_found_at_every_shape() {
    for shape in [0.01, 0.3, 1.0, 7.5, 400.0, 9e5, 2e6] {
        for level in [0.01, 0.1, 0.5, 0.9, 0.99] {
            let variate = ln_upper_quantile(shape, level).exp();
            let found = checked_gamma_ur(shape, variate).unwrap();
            assert!((found - level).abs() < 1e-8, "{shape} {level}: {found}");
        }
    }
    // The median of an exponential variate.
    assert!((ln_upper_quantile(1.0, 0.5) - 2.0_f64.ln().ln()).abs() < 1e-12);
}

#[test]
fn without_a_mean_the_median_is_expected() {
    let heavy = GammaGamma::new(2.0, 0.8, 10.0).unwrap();
    assert!(!heavy.has_mean());
    let expected = heavy.expected_mean(spender(0, 0.0));
    assert_eq!(expected.total_cmp(&heavy.quantile(spender(0, 0.0), 0.5)), Ordering::Equal);
    assert!(expected.is_finite() && expected > 0.0);
}

#[test]
fn customers_without_an_amount_are_left_out() {
    let mut spenders = simulated(model(), 2_000, 6);
    let fit = GammaGamma::fit(&spenders).unwrap();
    for (purchases, mean) in [(0, 5.0), (2, 0.0), (2, -3.0), (2, f64::NAN), (2, f64::INFINITY)] {
        spenders.push(spender(purchases, mean));
    }
    assert_eq!(GammaGamma::fit(&spenders).unwrap(), fit);
    assert_eq!(GammaGamma::fit(&[]), Err(FitError::Empty));
    assert_eq!(GammaGamma::fit(&[spender(0, 1.0)]), Err(FitError::Empty));
    assert!(GammaGamma::new(1.0, 0.0, 1.0).is_err());
}

#[test]
fn amounts_that_never_vary_end_somewhere_finite() {
    for mean in [1e-9, 0.01, 20.0, 1e12] {
        for purchases in [1, 5, 20_000] {
            let fit = GammaGamma::fit(&[spender(purchases, mean); 50]).unwrap();
            assert!(fit.log_likelihood.is_finite(), "{fit:?}");
            let expected = fit.model.expected_mean(spender(purchases, mean));
            assert!(expected.is_finite() && expected > 0.0, "{fit:?} {expected}");
        }
    }
}

#[test]
fn extreme_customers_have_finite_values() {
    for p in [1e-3, 1.0, 1e4] {
        for q in [1e-3, 0.5, 1.0, 1.5, 1e4] {
            for v in [1e-6, 1.0, 1e9] {
                let model = GammaGamma::new(p, q, v).unwrap();
                for x in [0, 1, 2, 10, 150, 1200, 20_000] {
                    for mean in [1e-6, 1.0, 1e9] {
                        let customer = spender(x, mean);
                        let low = model.quantile(customer, 0.1);
                        let high = model.quantile(customer, 0.9);
                        let expected = model.expected_mean(customer);
                        assert!(low > 0.0 && low <= high && high.is_finite());
                        assert!(expected > 0.0 && expected.is_finite(), "{model:?} {customer:?}");
                        let mut draws = [0.0; 4];
                        model.draw_means(customer, 1, &mut draws);
                        assert!(draws.iter().all(|d| *d > 0.0 && d.is_finite()));
                    }
                }
            }
        }
    }
}

#[test]
fn spend_and_frequency_of_cdnow_are_nearly_uncorrelated() {
    let Some(spenders) = rounded_sample() else { return };
    assert!(correlation(&spenders).unwrap().abs() < 0.15);
}

#[test]
fn the_correlation_is_pearsons() {
    let line = [spender(1, 2.0), spender(2, 4.0), spender(3, 6.0)];
    assert!((correlation(&line).unwrap() - 1.0).abs() < 1e-12);
    let back = [spender(1, 3.0), spender(2, 2.0), spender(3, 1.0), spender(0, 99.0)];
    assert!((correlation(&back).unwrap() + 1.0).abs() < 1e-12);
    assert_eq!(correlation(&[spender(1, 2.0), spender(1, 3.0)]), None);
    assert_eq!(correlation(&[]), None);
}

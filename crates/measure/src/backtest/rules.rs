//! The rules a model has to beat: silence past a cut-off, and everybody's own
//! rate so far.

use review::figures::Forecast;
use stats::scores::{Ranked, rmse};

use super::Cases;
use super::scored::ranking;
use crate::groundwork::Quiet;

/// The days of silence up to which a customer is best called active: the
/// cut-off that was right for most at the inner split, of equally good ones
/// the smallest.
pub(super) fn best_cutoff(quiet: &Quiet) -> u32 {
    let inactive: i64 = quiet.by_silence.iter().map(|(n, active)| (n - active) as i64).sum();
    // Right so far: the inactive past the cut-off; each day of silence let in
    // adds its active and costs its inactive.
    let mut right = inactive;
    let mut best = (i64::MIN, 0);
    for (silence, (n, active)) in (0..).zip(&quiet.by_silence) {
        right += 2 * *active as i64 - *n as i64;
        if right > best.0 {
            best = (right, silence);
        }
    }
    best.1
}

/// "Active unless silent for more than `cutoff` days".
pub(super) fn hiatus(cases: &Cases, cutoff: u32) -> Forecast {
    let outcomes = cases.iter().flat_map(|case| {
        let score = -f64::from(case.history.t - case.history.t_x);
        case.bought.iter().map(move |&bought| (score, bought > 0))
    });
    let ranked = Ranked::new(outcomes.collect());
    Forecast {
        total_actual: cases.total(),
        active_accuracy: ranked.as_ref().map(|ranked| ranked.accuracy(-f64::from(cutoff))),
        ..ranking(ranked.as_ref())
    }
}

/// Everybody goes on buying at their own rate so far, one-time buyers at the
/// average one; purchases are then Poisson.
pub(super) fn naive(cases: &Cases, sample: &Cases, days: u32) -> Forecast {
    let (repeats, observed) = cases.iter().fold((0_u64, 0_u64), |(repeats, observed), case| {
        let n = case.bought.len() as u64;
        let history = case.history;
        (repeats + u64::from(history.x) * n, observed + u64::from(history.t) * n)
    });
    let average = if observed > 0 { repeats as f64 / observed as f64 } else { 0.0 };
    let rate = |x: u32, t: u32| if x > 0 { f64::from(x) / f64::from(t.max(1)) } else { average };
    let each = |cases: &Cases| -> Vec<(f64, u32)> {
        cases
            .iter()
            .flat_map(|case| {
                let purchases = rate(case.history.x, case.history.t) * f64::from(days);
                case.bought.iter().map(move |&bought| (purchases, bought))
            })
            .collect()
    };
    let everybody = each(cases);
    let pairs: Vec<(f64, f64)> =
        everybody.iter().map(|&(purchases, bought)| (purchases, f64::from(bought))).collect();
    let p_any = |purchases: f64| -(-purchases).exp_m1();
    let outcomes =
        everybody.iter().map(|&(purchases, bought)| (p_any(purchases), bought > 0)).collect();
    let ranked = Ranked::new(outcomes);
    let sampled = each(sample);
    let crps = sampled.iter().map(|&(mean, bought)| poisson_crps(mean, bought)).sum::<f64>()
        / sampled.len() as f64;
    Forecast {
        total_predicted: Some(pairs.iter().map(|(purchases, _)| purchases).sum()),
        total_actual: cases.total(),
        rmse: rmse(&pairs),
        crps: crps.is_finite().then_some(crps),
        active_accuracy: ranked.as_ref().map(|ranked| ranked.accuracy(0.5)),
        ..ranking(ranked.as_ref())
    }
}

/// The CRPS of a Poisson forecast: Σₖ (F(k) − 1{k ≥ y})² over counts k.
fn poisson_crps(mean: f64, actual: u32) -> f64 {
    // Past so many standard deviations F is 1 to the last digit.
    let last = (mean + 12.0 * mean.sqrt() + 30.0).max(f64::from(actual) + 1.0) as u32;
    // Where e^−mean underflows the distribution is as good as a point at its
    // mean, whose score is the distance.
    if mean > 700.0 {
        return (mean - f64::from(actual)).abs();
    }
    let mut probability = (-mean).exp();
    let mut cumulative = 0.0_f64;
    let mut score = 0.0;
    for k in 0..=last {
        cumulative = (cumulative + probability).min(1.0);
        let happened = if k >= actual { 1.0 } else { 0.0 };
        score += (cumulative - happened).powi(2);
        probability *= mean / f64::from(k + 1);
    }
    score
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cut_off_parts_those_who_came_back_from_those_who_did_not() {
        let mut by_silence = vec![(0, 0); 50];
        by_silence[3] = (10, 9);
        by_silence[20] = (10, 6);
        by_silence[40] = (10, 1);
        assert_eq!(best_cutoff(&Quiet { by_silence }), 20);
        assert_eq!(best_cutoff(&Quiet::default()), 0);
    }

    #[test]
    fn a_sure_forecast_scores_its_distance() {
        assert!((poisson_crps(1e-12, 3) - 3.0).abs() < 1e-9);
        assert!((poisson_crps(0.0, 0)).abs() < 1e-12);
        assert!((poisson_crps(900.0, 890) - 10.0).abs() < 1e-9);
    }

    #[test]
    fn the_poisson_score_is_that_of_its_definition() {
        // E|X − y| − ½E|X − X′| for mean 1 and y = 0, both known in closed form:
        // 1 − e⁻²(I₀(2) + I₁(2)).
        let (bessel_0, bessel_1) = (2.279_585_302_336_067, 1.590_636_854_637_329);
        let expected = 1.0 - (-2.0_f64).exp() * (bessel_0 + bessel_1);
        assert!((poisson_crps(1.0, 0) - expected).abs() < 1e-12);
    }
}

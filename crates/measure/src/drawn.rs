//! Intervals by simulation: of one customer, and of one drawn at random.

use review::figures::Interval;
use stats::quantiles::quantile;
use stats::silent::History;

use crate::outlook::{Foresight, Outlook};
use crate::profile::Profile;

/// Customers a sample of everybody has, about.
const SAMPLE: u64 = 2_000;
/// Futures drawn per customer of the sample.
const FUTURES: usize = 40;
/// Futures drawn for the interval of one customer.
const FUTURES_OF_ONE: usize = 200;
/// Ends of an 80 % interval.
const ENDS: (f64, f64) = (0.10, 0.90);

/// A customer of the sample.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Sampled {
    hash: u64,
    history: History,
    margin_per_purchase: f64,
}

/// A sample of the customers not lost, by their ids alone.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Drawn {
    sampled: Vec<Sampled>,
}

impl Drawn {
    /// Adds a customer who is not lost, one in so many that about [`SAMPLE`]
    /// of all `customers` are taken.
    pub fn add(&mut self, profile: &Profile<'_>, customers: u64) {
        let one_in = (customers / SAMPLE).max(1);
        let hash = profile.customer.hash;
        let Some(outlook) = profile.outlook.filter(|_| hash.is_multiple_of(one_in)) else { return };
        let Some(margin_per_purchase) = outlook.margin_per_purchase else { return };
        self.sampled.push(Sampled { hash, history: profile.history, margin_per_purchase });
    }

    /// Adds everybody in `other`.
    pub fn merge(&mut self, mut other: Self) {
        self.sampled.append(&mut other.sampled);
    }

    /// The 80 % interval of the residual margin of one customer drawn at
    /// random, minor units: rate and dropout drawn from what is known of each
    /// of the sample, purchases from these.
    pub fn interval(&self, foresight: &Foresight<'_>) -> Option<(f64, f64)> {
        let days = f64::from(foresight.terms.value_days);
        let mut futures = Vec::with_capacity(self.sampled.len() * FUTURES);
        let mut draws = [0; FUTURES];
        for one in &self.sampled {
            foresight.model.draw_purchases(one.history, days, one.hash, &mut draws);
            let discount = foresight.discount_factor(one.history);
            futures
                .extend(draws.iter().map(|&n| f64::from(n) * discount * one.margin_per_purchase));
        }
        Some((quantile(&mut futures, ENDS.0)?, quantile(&mut futures, ENDS.1)?))
    }
}

/// 80 % intervals of one customer: purchases within the horizon, and residual
/// margin over the value horizon in minor units.
pub(crate) fn intervals(
    profile: &Profile<'_>,
    outlook: &Outlook,
    foresight: &Foresight<'_>,
) -> (Option<Interval<f64>>, Option<Interval<f64>>) {
    let seed = profile.customer.hash;
    let terms = foresight.terms;
    let mut draws = [0; FUTURES_OF_ONE];
    foresight.model.draw_purchases(
        profile.history,
        f64::from(terms.horizon_days),
        seed,
        &mut draws,
    );
    let purchases = around(outlook.purchases(), draws.iter().map(|&n| f64::from(n)).collect());
    let residual = outlook.residual().and_then(|residual| {
        let days = f64::from(terms.value_days);
        foresight.model.draw_purchases(profile.history, days, seed, &mut draws);
        let mut spend = [0.0; FUTURES_OF_ONE];
        // Another stream than that of the purchases.
        foresight.spend.draw_per_purchase(profile.customer, !seed, &mut spend);
        let discount = foresight.discount_factor(profile.history) * terms.margin;
        let futures =
            draws.iter().zip(spend).map(|(&n, spend)| f64::from(n) * discount * spend).collect();
        around(residual, futures)
    });
    (purchases, residual)
}

/// The interval of `futures` around their known mean.
fn around(mean: f64, mut futures: Vec<f64>) -> Option<Interval<f64>> {
    let low = quantile(&mut futures, ENDS.0)?;
    let high = quantile(&mut futures, ENDS.1)?;
    Some(Interval { low, mean, high })
}

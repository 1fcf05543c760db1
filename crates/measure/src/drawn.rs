//! Intervals by simulation: of one customer, and of one drawn at random.

use review::figures::Interval;
use stats::quantiles::quantile;
use stats::silent::History;

use crate::outlook::{Foresight, Outlook};
use crate::profile::Profile;
use crate::purchases::Spend;

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
    spend: Spend,
}

impl Sampled {
    fn of(profile: &Profile<'_>, foresight: &Foresight<'_>) -> Self {
        Self {
            hash: profile.customer.hash,
            history: profile.history,
            spend: foresight.spend.seen(profile.customer),
        }
    }

    /// Residual margins that may come, minor units: rate and dropout drawn from
    /// what is known of the customer, purchases from these, and what a purchase
    /// comes to from what is known of their spend.
    fn residuals<const N: usize>(&self, foresight: &Foresight<'_>) -> [f64; N] {
        let days = f64::from(foresight.terms.value_days);
        let (mut purchases, mut spend) = ([0; N], [0.0; N]);
        foresight.model.draw_purchases(self.history, days, self.hash, &mut purchases);
        // Another stream than that of the purchases.
        foresight.spend.draw_per_purchase(self.spend, !self.hash, &mut spend);
        let worth = foresight.discount_factor(self.history) * foresight.terms.margin;
        std::array::from_fn(|future| f64::from(purchases[future]) * spend[future] * worth)
    }
}

/// A sample of the customers not lost, by their ids alone.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Drawn {
    sampled: Vec<Sampled>,
}

impl Drawn {
    /// Adds a customer who is not lost, one in so many that about [`SAMPLE`]
    /// of all `customers` are taken.
    pub fn add(&mut self, profile: &Profile<'_>, known: &Foresight<'_>, customers: u64) {
        let one_in = (customers / SAMPLE).max(1);
        let has_value = || profile.outlook.is_some_and(|o| o.margin_per_purchase.is_some());
        if profile.customer.hash.is_multiple_of(one_in) && has_value() {
            self.sampled.push(Sampled::of(profile, known));
        }
    }

    /// Adds everybody in `other`.
    pub fn merge(&mut self, mut other: Self) {
        self.sampled.append(&mut other.sampled);
    }

    /// The 80 % interval of the residual margin of one customer drawn at
    /// random, minor units.
    pub fn interval(&self, foresight: &Foresight<'_>) -> Option<(f64, f64)> {
        let drawn = self.sampled.iter().flat_map(|one| one.residuals::<FUTURES>(foresight));
        let mut futures: Vec<f64> = drawn.collect();
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
        let futures = Sampled::of(profile, foresight).residuals::<FUTURES_OF_ONE>(foresight);
        around(residual, futures.to_vec())
    });
    (purchases, residual)
}

/// The interval of `futures` around their known mean.
fn around(mean: f64, mut futures: Vec<f64>) -> Option<Interval<f64>> {
    let low = quantile(&mut futures, ENDS.0)?;
    let high = quantile(&mut futures, ENDS.1)?;
    Some(Interval { low, mean, high })
}

#[cfg(test)]
mod tests {
    use kernel::{Currency, Day};
    use review::Question;
    use stats::gamma_gamma::GammaGamma;
    use stats::mbg_nbd::MbgNbd;

    use super::*;
    use crate::models::SpendModel;
    use crate::terms::Terms;

    #[test]
    fn customers_alike_have_the_interval_of_any_one_of_them() {
        let day = |text: &str| text.parse::<Day>().unwrap();
        let (from, to) = (day("2024-01-01"), day("2025-12-31"));
        let terms = Terms::settle(&Question::default(), from, to, Currency::NONE, true).unwrap();
        let model = MbgNbd::new(0.6, 40.0, 0.8, 1.6).unwrap();
        // Spend hardly known from two purchases: much of the width is its.
        let gamma_gamma = GammaGamma::new(1.0, 2.5, 20.0).unwrap();
        let spend =
            SpendModel::GammaGamma { model: gamma_gamma, stranger: 10.0, currency: Currency::NONE };
        let foresight = Foresight { model: &model, spend: &spend, terms: &terms };
        let alike = |hash| Sampled {
            hash,
            history: History { x: 20, t_x: 600, t: 610 },
            spend: Spend { days: 2, total: 3_000 },
        };
        let everybody = Drawn { sampled: (1..=2_000).map(alike).collect() };
        let (low, high) = everybody.interval(&foresight).unwrap();
        let one = around(0.0, alike(7).residuals::<20_000>(&foresight).to_vec()).unwrap();
        for (pooled, own) in [(low, one.low), (high, one.high)] {
            assert!((pooled / own - 1.0).abs() < 0.05, "{pooled} {own}");
        }
    }
}

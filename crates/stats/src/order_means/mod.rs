//! Did a customer's usual order become smaller, or do their orders just vary?
//!
//! The amounts y of customer i in two windows of time are log-normal:
//!
//! ln y = μ + mᵢ + uᵢ + e before, and μ + mᵢ + vᵢ + e now,
//!
//! with mᵢ ~ N(0, τ²) between customers, uᵢ and vᵢ ~ N(0, ω²/2) of the windows
//! of one customer, and e ~ N(0, σ²) between the orders of one window.
//!
//! So the true change δ = vᵢ − uᵢ is N(0, ω²) before anything is seen: no change
//! is the middle of the prior, and what is seen in few orders counts for little.
//! As σ² is the same in both windows, the true mean exp(μ + mᵢ + uᵢ + σ²/2) fell
//! exactly where δ < 0.
//!
//! The variances are pooled over all customers ([`Pool`]): σ² within windows,
//! τ² + ω²/2 by the analysis of variance of the windows before (Searle, Casella
//! & `McCulloch`, Variance Components, 1992, §3.6), and ω² from the changes seen
//! by adjusted density maximisation (Morris & Tang, Statistical Science 26,
//! 2011), which unlike the method of moments never calls ω² zero where there is
//! noise to hide it.

mod pool;
#[cfg(test)]
mod tests;

pub use pool::Pool;

use crate::inference::cumulative;

/// The logarithms of the amounts of some orders.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct LogAmounts {
    /// Orders.
    pub n: u32,
    /// Mean of the logarithms; 0 without orders.
    pub mean: f64,
    /// Sum of their squared distances from the mean.
    pub squares: f64,
}

impl LogAmounts {
    /// Takes in one order. An amount that is not above zero has no logarithm
    /// and is left out.
    pub fn add(&mut self, amount: f64) {
        if !(amount > 0.0 && amount.is_finite()) {
            return;
        }
        // Welford's update, which loses no digits to cancellation.
        let log = amount.ln();
        self.n += 1;
        let distance = log - self.mean;
        self.mean += distance / f64::from(self.n);
        self.squares += distance * (log - self.mean);
    }
}

impl FromIterator<f64> for LogAmounts {
    fn from_iter<I: IntoIterator<Item = f64>>(amounts: I) -> Self {
        let mut logs = Self::default();
        for amount in amounts {
            logs.add(amount);
        }
        logs
    }
}

/// The model of order means, its variances known.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct OrderMeans {
    /// μ, the mean of ln y over customers.
    pub mean: f64,
    /// τ², between customers.
    pub between: f64,
    /// ω², of the change from one window to the next.
    pub change: f64,
    /// σ², between orders of one window.
    pub within: f64,
}

impl OrderMeans {
    /// P(the true mean order fell from `before` to `now`), 0..=1: the posterior
    /// of δ is normal, by conditioning it on both windows' means.
    ///
    /// `None` where a window has no orders.
    #[must_use]
    pub fn p_fell(&self, before: LogAmounts, now: LogAmounts) -> Option<f64> {
        if before.n == 0 || now.n == 0 {
            return None;
        }
        let tau = self.between;
        let half = self.change / 2.0;
        let noise_before = self.within / f64::from(before.n);
        let noise_now = self.within / f64::from(now.n);
        let own_before = half + noise_before;
        let own_now = half + noise_now;
        // Covariance of the two observed means: τ² off the diagonal, τ² + own on
        // it. Mean and variance of δ are written as sums of positive terms.
        let determinant = tau * (own_before + own_now) + own_before * own_now;
        let noise = noise_before + noise_now;
        let variance =
            half * ((2.0 * tau + half) * noise + 2.0 * noise_before * noise_now) / determinant;
        let (above_before, above_now) = (before.mean - self.mean, now.mean - self.mean);
        let mean = half
            * ((own_before + 2.0 * tau) * above_now - (own_now + 2.0 * tau) * above_before)
            / determinant;
        let p = cumulative(-mean / variance.sqrt());
        // Nothing varies, or nothing changes: as good as a coin where the means
        // are alike.
        if p.is_finite() { Some(p) } else { Some(certain(before.mean, now.mean)) }
    }
}

/// P(fell) where there is no noise.
fn certain(before: f64, now: f64) -> f64 {
    if now < before {
        1.0
    } else if now > before {
        0.0
    } else {
        0.5
    }
}

//! How long a silence is too long, for each customer by their own rhythm.
//!
//! The gaps of a customer are exponential at a rate λ of their own, and λ is
//! gamma distributed over customers with shape α₀ and rate β₀ (the mixture of
//! the negative binomial model of Ehrenberg, Applied Statistics 8, 1959). Seen
//! x completed gaps that sum to `t_x`, λ is gamma with α₀ + x and β₀ + `t_x`,
//! and the next gap is Lomax:
//! P(gap > g) = ((β₀ + `t_x`)/(β₀ + `t_x` + g))^(α₀ + x).
//!
//! The prior is fitted by maximum likelihood to *completed* gaps: those of the
//! customers who came back. A customer who never did has none and adds nothing,
//! so the rate of one-time buyers is that of the people one knows to return.
//!
//! ```
//! use stats::gaps::{CompletedGaps, GapPrior};
//!
//! let mut gaps = CompletedGaps::default();
//! for (x, t_x, customers) in [(1, 40, 30), (1, 200, 12), (5, 150, 20), (8, 700, 5)] {
//!     gaps.add(x, t_x, customers);
//! }
//! let prior = GapPrior::fit(&gaps)?.model;
//! // Someone who came back five times in 150 days is missed sooner than
//! // someone who came back once after 40.
//! assert!(prior.limit(0.95, 5, 150) < prior.limit(0.95, 1, 40));
//! # Ok::<(), stats::fit::FitError>(())
//! ```

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::fit::{Fit, FitError, fit_by_logs};
use crate::optimise::{Bounds, Evaluation, maximise};
use crate::reduction::ordered_sum;
use crate::special::{digamma, ln_gamma, trigamma};

#[cfg(test)]
mod tests;

/// Completed gaps of customers, counted by how many they have and what these
/// sum to. Small whatever the number of customers; parts merge into the whole.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CompletedGaps {
    customers: BTreeMap<(u32, u32), u64>,
}

impl CompletedGaps {
    /// Notes `n` customers with `x` completed gaps that sum to `t_x` days; with
    /// x = 0 there is nothing to note.
    pub fn add(&mut self, x: u32, t_x: u32, n: u64) {
        if x > 0 && n > 0 {
            *self.customers.entry((x, t_x)).or_default() += n;
        }
    }

    /// Takes in everything noted in `other`.
    pub fn merge(&mut self, other: &Self) {
        for (&(x, t_x), &n) in &other.customers {
            self.add(x, t_x, n);
        }
    }

    /// Customers with a completed gap.
    #[must_use]
    pub fn n(&self) -> u64 {
        self.customers.values().sum()
    }
}

/// The gamma distribution of purchase rates over customers.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct GapPrior {
    alpha: f64,
    beta: f64,
}

impl GapPrior {
    /// The prior with shape `alpha` > 0 and rate `beta` > 0 (days).
    ///
    /// # Errors
    /// [`FitError::Domain`] where one is not above zero and finite.
    pub fn new(alpha: f64, beta: f64) -> Result<Self, FitError> {
        for (name, value) in [("alpha", alpha), ("beta", beta)] {
            FitError::check_positive(name, value)?;
        }
        Ok(Self { alpha, beta })
    }

    /// α₀, the shape.
    #[must_use]
    pub fn alpha(&self) -> f64 {
        self.alpha
    }

    /// β₀, the rate, in days.
    #[must_use]
    pub fn beta(&self) -> f64 {
        self.beta
    }

    /// The silence in days that a customer with `x` completed gaps summing to
    /// `t_x` keeps with probability 1 − `q`, were they still a customer: the
    /// q-quantile of the next gap,
    /// (β₀ + `t_x`)·((1 − q)^(−1/(α₀ + x)) − 1).
    ///
    /// q is clamped to 0..1; towards 1 the limit grows beyond all bounds, and
    /// is then [`f64::MAX`].
    #[must_use]
    pub fn limit(&self, q: f64, x: u32, t_x: u32) -> f64 {
        let growth = -(-q.clamp(0.0, 1.0)).ln_1p() / (self.alpha + f64::from(x));
        ((self.beta + f64::from(t_x)) * growth.exp_m1()).min(f64::MAX)
    }

    /// Fits the prior: maximises over ln α₀ and ln β₀ the sum over customers of
    /// ln Γ(α₀ + x) − ln Γ(α₀) + α₀ ln β₀ − (α₀ + x) ln(β₀ + `t_x`).
    ///
    /// # Errors
    /// [`FitError::NoRepeats`] where nobody has a completed gap.
    pub fn fit(gaps: &CompletedGaps) -> Result<Fit<Self>, FitError> {
        let distinct = Distinct::of(gaps);
        let n = gaps.n();
        if n == 0 {
            return Err(FitError::NoRepeats);
        }
        let start = [0.0, distinct.mean_gap().max(1.0).ln()];
        let found = maximise(start, &Bounds { low: [-7.0, -7.0], high: [14.0, 23.0] }, |logs| {
            let point = logs.map(f64::exp);
            distinct.evaluate(&point).in_logs(&point)
        });
        let [alpha, beta] = found.point.map(f64::exp);
        Ok(fit_by_logs(Self::new(alpha, beta)?, ["alpha", "beta"], &found, n))
    }
}

/// The counts in two tables: by number of gaps, and by both.
struct Distinct {
    /// x and customers with it.
    by_x: Vec<(f64, f64)>,
    /// x, `t_x` and customers with both.
    pairs: Vec<(f64, f64, f64)>,
}

impl Distinct {
    fn of(gaps: &CompletedGaps) -> Self {
        let mut by_x: Vec<(f64, f64)> = Vec::new();
        let mut pairs = Vec::with_capacity(gaps.customers.len());
        for (&(x, t_x), &n) in &gaps.customers {
            let (x, n) = (f64::from(x), n as f64);
            pairs.push((x, f64::from(t_x), n));
            match by_x.last_mut() {
                Some((last, customers)) if last.total_cmp(&x).is_eq() => *customers += n,
                _ => by_x.push((x, n)),
            }
        }
        Self { by_x, pairs }
    }

    fn mean_gap(&self) -> f64 {
        let days: f64 = self.pairs.iter().map(|(_, t_x, n)| t_x * n).sum();
        let gaps: f64 = self.pairs.iter().map(|(x, _, n)| x * n).sum();
        days / gaps
    }

    /// The log-likelihood in (α₀, β₀).
    fn evaluate(&self, &[alpha, beta]: &[f64; 2]) -> Evaluation<2> {
        /// Pairs in one part of the sum.
        const CHUNK: usize = 4096;
        let (psi, trigamma_0, ln_gamma_0) = (digamma(alpha), trigamma(alpha), ln_gamma(alpha));
        let mut sum = Evaluation::<2>::ZERO;
        for &(x, n) in &self.by_x {
            sum.value += n * (ln_gamma(alpha + x) - ln_gamma_0 + alpha * beta.ln());
            sum.gradient[0] += n * (digamma(alpha + x) - psi + beta.ln());
            sum.gradient[1] += n * alpha / beta;
            sum.hessian[0][0] += n * (trigamma(alpha + x) - trigamma_0);
            sum.hessian[0][1] += n / beta;
            sum.hessian[1][1] -= n * alpha / (beta * beta);
        }
        let mut sum = ordered_sum(sum, self.pairs.par_chunks(CHUNK), |part, chunk| {
            for &(x, t_x, n) in chunk {
                let total = beta + t_x;
                let shape = alpha + x;
                part.value -= n * shape * total.ln();
                part.gradient[0] -= n * total.ln();
                part.gradient[1] -= n * shape / total;
                part.hessian[0][1] -= n / total;
                part.hessian[1][1] += n * shape / (total * total);
            }
        });
        sum.hessian[1][0] = sum.hessian[0][1];
        sum
    }
}

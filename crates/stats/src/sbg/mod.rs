//! The shifted-beta-geometric model of contractual retention.
//!
//! Every period a customer leaves with a probability θ of their own that never
//! changes; θ is beta over customers with parameters α and β (Fader & Hardie,
//! "How to Project Customer Retention", Journal of Interactive Marketing 21,
//! 2007). The share still there after t periods is
//! S(t) = B(α, β + t)/B(α, β), and the retention rate (β + t − 1)/(α + β + t − 1)
//! rises with t although nobody becomes more loyal: the others leave first.
//!
//! ```
//! use stats::sbg::Sbg;
//! use stats::survival::Lifetimes;
//!
//! // Of 1,000 contracts 369 ended with the first year and 163 with the second.
//! let mut contracts = Lifetimes::default();
//! contracts.add(1, true, 369);
//! contracts.add(2, true, 163);
//! contracts.add(2, false, 468);
//! let model = Sbg::fit(&contracts)?.model;
//! assert!(model.retention_rate(3) > model.retention_rate(2));
//! # Ok::<(), stats::fit::FitError>(())
//! ```

use crate::fit::{Fit, FitError, fit_by_logs};
use crate::optimise::{Bounds, Evaluation, maximise};
use crate::special::{digamma, ln_gamma_ratio, trigamma};
use crate::survival::Lifetimes;

#[cfg(test)]
mod tests;

/// The shifted-beta-geometric model with its parameters.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Sbg {
    alpha: f64,
    beta: f64,
}

impl Sbg {
    /// The model with `alpha` and `beta` > 0.
    ///
    /// # Errors
    /// [`FitError::Domain`] where one is not above zero and finite.
    pub fn new(alpha: f64, beta: f64) -> Result<Self, FitError> {
        for (name, value) in [("alpha", alpha), ("beta", beta)] {
            FitError::check_positive(name, value)?;
        }
        Ok(Self { alpha, beta })
    }

    /// Fits the model by maximum likelihood to contracts of which some ended
    /// with their t-th period (t = 1, 2, …) and the others were still running
    /// after it. Exits at age 0 say nothing and are left out.
    ///
    /// # Errors
    /// [`FitError::Empty`] without contracts of a period or more.
    pub fn fit(contracts: &Lifetimes) -> Result<Fit<Self>, FitError> {
        let n: u64 = contracts
            .by_age()
            .filter(|&(age, _)| age > 0)
            .map(|(_, exits)| exits.events + exits.censored)
            .sum();
        if n == 0 {
            return Err(FitError::Empty);
        }
        let found = maximise([0.0, 0.0], &Bounds::all(-9.0, 14.0), |logs| {
            let point = logs.map(f64::exp);
            evaluate(contracts, &point).in_logs(&point)
        });
        let [alpha, beta] = found.point.map(f64::exp);
        Ok(fit_by_logs(Self::new(alpha, beta)?, ["alpha", "beta"], &found, n))
    }

    /// α.
    #[must_use]
    pub fn alpha(&self) -> f64 {
        self.alpha
    }

    /// β.
    #[must_use]
    pub fn beta(&self) -> f64 {
        self.beta
    }

    /// S(t), the share still there after `periods`, 0..=1.
    #[must_use]
    pub fn survival(&self, periods: u32) -> f64 {
        ln_survival(&[self.alpha, self.beta], f64::from(periods)).exp().min(1.0)
    }

    /// The share of those there after `periods` − 1 periods who stay for one
    /// more, 0..=1; rises with `periods` (from 1).
    #[must_use]
    pub fn retention_rate(&self, periods: u32) -> f64 {
        let before = f64::from(periods.max(1) - 1);
        (self.beta + before) / (self.alpha + self.beta + before)
    }

    /// Renewals to expect of a customer who is there after `age` periods within
    /// the next `periods`, each worth 1/(1 + `discount`)ʲ after j of them:
    /// Σⱼ S(age + j)/S(age)/(1 + discount)ʲ, >= 0.
    #[must_use]
    pub fn discounted_renewals(&self, age: u32, periods: u32, discount: f64) -> f64 {
        let mut there = 1.0;
        let mut sum = 0.0;
        for later in 1..=periods {
            there *= self.retention_rate(age.saturating_add(later)) / (1.0 + discount);
            sum += there;
        }
        sum
    }
}

/// ln S(t) = ln B(α, β + t) − ln B(α, β), for any real t >= 0.
fn ln_survival(&[alpha, beta]: &[f64; 2], t: f64) -> f64 {
    ln_gamma_ratio(beta, alpha) - ln_gamma_ratio(beta + t, alpha)
}

/// The log-likelihood: those still there after t add ln S(t), those who left
/// with t add ln S(t − 1) + ln α − ln(α + β + t − 1).
fn evaluate(contracts: &Lifetimes, point @ &[alpha, beta]: &[f64; 2]) -> Evaluation<2> {
    let sum = alpha + beta;
    let mut at = Evaluation::ZERO;
    for (age, exits) in contracts.by_age().filter(|&(age, _)| age > 0) {
        let before = f64::from(age) - 1.0;
        for (t, n) in [(before + 1.0, exits.censored as f64), (before, exits.events as f64)] {
            let together = digamma(sum) - digamma(sum + t);
            let curved = trigamma(sum) - trigamma(sum + t);
            at.value += n * ln_survival(point, t);
            at.gradient[0] += n * together;
            at.gradient[1] += n * (together + digamma(beta + t) - digamma(beta));
            at.hessian[0][0] += n * curved;
            at.hessian[0][1] += n * curved;
            at.hessian[1][1] += n * (curved + trigamma(beta + t) - trigamma(beta));
        }
        let left = exits.events as f64;
        let all = sum + before;
        at.value += left * (alpha / all).ln();
        at.gradient[0] += left * (1.0 / alpha - 1.0 / all);
        at.gradient[1] -= left / all;
        at.hessian[0][0] += left * (1.0 / (all * all) - 1.0 / (alpha * alpha));
        at.hessian[0][1] += left / (all * all);
        at.hessian[1][1] += left / (all * all);
    }
    at.hessian[1][0] = at.hessian[0][1];
    at
}

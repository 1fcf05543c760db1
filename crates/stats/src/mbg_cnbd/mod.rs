//! MBG/CNBD-k: MBG/NBD for customers who buy with some regularity.
//!
//! Platzer & Reutterer (2016), "Ticking Away the Moments: Timing Regularity
//! Helps to Better Predict Customer Activity", Marketing Science 35(5), with
//! dropout at the first purchase too. The gaps between purchases are Erlang-k:
//! k = 1 is MBG/NBD, larger k are more regular.

#[cfg(test)]
mod tests;

use std::ops::RangeInclusive;

use crate::beta_geometric::{BetaGeometric, DropoutAtPurchases, Shape};
use crate::fit::{Fit, FitError};
use crate::histories::Histories;
use crate::special::ln_gamma;

/// An MBG/CNBD-k model: every k-th event at rate λ ~ Gamma(r, rate α) is a
/// purchase while a customer, who leaves after each purchase with probability
/// p ~ Beta(a, b).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MbgCnbd(BetaGeometric);

impl MbgCnbd {
    /// The model with these parameters; α in days.
    ///
    /// # Errors
    /// A parameter that is not positive and finite, or `k = 0`.
    pub fn new(k: u32, r: f64, alpha: f64, a: f64, b: f64) -> Result<Self, FitError> {
        BetaGeometric::check(shape(k), [r, alpha, a, b]).map(Self)
    }

    /// Fits the model of regularity `k` by maximum likelihood. The log-likelihood
    /// holds that of the gaps, (k − 1) Σ ln gap − Σ x · ln Γ(k), so that those of
    /// different k compare.
    ///
    /// # Errors
    /// No customers, or none who came back; `k = 0`; for k > 1, histories without
    /// the logs of gaps.
    pub fn fit(k: u32, histories: &Histories) -> Result<Fit<Self>, FitError> {
        BetaGeometric::check(shape(k), [1.0; 4])?;
        let of_gaps = match histories.sum_ln_gaps() {
            _ if k == 1 => 0.0,
            None => return Err(FitError::GapsMissing),
            Some(sum_ln_gaps) => {
                f64::from(k - 1) * sum_ln_gaps
                    - histories.repeat_purchases() as f64 * ln_gamma(f64::from(k))
            }
        };
        let mut fit = BetaGeometric::fit(shape(k), histories, Self)?;
        fit.log_likelihood += of_gaps;
        Ok(fit)
    }

    /// Fits each k of `regularities` and keeps the one of the largest
    /// log-likelihood, the smaller k where two are equal.
    ///
    /// # Errors
    /// As [`MbgCnbd::fit`]; `regularities` that are empty.
    pub fn fit_best_k(
        regularities: RangeInclusive<u32>,
        histories: &Histories,
    ) -> Result<Fit<Self>, FitError> {
        let mut best: Option<Fit<Self>> = None;
        let last = *regularities.end();
        for k in regularities {
            let fit = Self::fit(k, histories)?;
            if best.as_ref().is_none_or(|best| fit.log_likelihood > best.log_likelihood) {
                best = Some(fit);
            }
        }
        let domain = "at least one k to try";
        best.ok_or(FitError::Domain { name: "k", value: f64::from(last), domain })
    }

    /// k, the regularity.
    #[must_use]
    pub fn k(&self) -> u32 {
        self.0.shape.k
    }

    /// r, α (days), a, b.
    #[must_use]
    pub fn parameters(&self) -> [f64; 4] {
        self.0.parameters()
    }
}

impl DropoutAtPurchases for MbgCnbd {
    fn common(&self) -> &BetaGeometric {
        &self.0
    }
}

fn shape(k: u32) -> Shape {
    Shape { k, may_leave_at_first: true }
}

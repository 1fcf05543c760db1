//! BG/NBD: silent customers who may leave after each repeat purchase.
//!
//! Fader, Hardie & Lee (2005), "Counting Your Customers the Easy Way: An
//! Alternative to the Pareto/NBD Model", Marketing Science 24(2). Its P(alive)
//! is 1 for everyone without a repeat purchase: good for totals and for
//! comparison, not for telling who has left.

#[cfg(test)]
mod tests;

use crate::beta_geometric::{BetaGeometric, DropoutAtPurchases, Shape};
use crate::fit::{Fit, FitError};
use crate::histories::Histories;

const SHAPE: Shape = Shape { k: 1, may_leave_at_first: false };

/// A BG/NBD model: purchases at rate λ ~ Gamma(r, rate α) while a customer, who
/// leaves after each repeat purchase with probability p ~ Beta(a, b).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct BgNbd(BetaGeometric);

impl BgNbd {
    /// The model with these parameters; α in days.
    ///
    /// # Errors
    /// A parameter that is not positive and finite.
    pub fn new(r: f64, alpha: f64, a: f64, b: f64) -> Result<Self, FitError> {
        BetaGeometric::check(SHAPE, [r, alpha, a, b]).map(Self)
    }

    /// Fits the model by maximum likelihood (eq. 6 of the paper).
    ///
    /// # Errors
    /// No customers, or none who came back.
    pub fn fit(histories: &Histories) -> Result<Fit<Self>, FitError> {
        BetaGeometric::fit(SHAPE, histories, Self)
    }

    /// r, α (days), a, b.
    #[must_use]
    pub fn parameters(&self) -> [f64; 4] {
        self.0.parameters()
    }
}

impl DropoutAtPurchases for BgNbd {
    fn common(&self) -> &BetaGeometric {
        &self.0
    }
}

//! MBG/NBD: silent customers who may leave after each purchase, the first
//! included.
//!
//! Batislam, Denizel & Filiztekin (2007), "Empirical validation and comparison
//! of models for customer base analysis", International Journal of Research in
//! Marketing 24(3); expected purchases as corrected by Wagner & Hoppe (2008),
//! "Erratum on the MBG/NBD Model", same journal, 25(3).

#[cfg(test)]
mod tests;

use crate::beta_geometric::{BetaGeometric, DropoutAtPurchases, Shape};
use crate::fit::{Fit, FitError};
use crate::histories::Histories;

const SHAPE: Shape = Shape { k: 1, may_leave_at_first: true };

/// An MBG/NBD model: purchases at rate λ ~ Gamma(r, rate α) while a customer,
/// who leaves after each purchase with probability p ~ Beta(a, b).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MbgNbd(BetaGeometric);

impl MbgNbd {
    /// The model with these parameters; α in days.
    ///
    /// # Errors
    /// A parameter that is not positive and finite.
    pub fn new(r: f64, alpha: f64, a: f64, b: f64) -> Result<Self, FitError> {
        BetaGeometric::check(SHAPE, [r, alpha, a, b]).map(Self)
    }

    /// Fits the model by maximum likelihood.
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

impl DropoutAtPurchases for MbgNbd {
    fn common(&self) -> &BetaGeometric {
        &self.0
    }
}

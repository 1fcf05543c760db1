//! Pareto/NBD: silent customers who may leave at any time.
//!
//! Schmittlein, Morrison & Colombo (1987), "Counting Your Customers: Who Are
//! They and What Will They Do Next?", Management Science 33(1); the likelihood
//! as one integral over the time of leaving follows from Fader & Hardie (2005),
//! "A Note on Deriving the Pareto/NBD Model and Related Expressions".
//!
//! L = Γ(r + x)/Γ(r) · α^r β^s
//!     · { (α + T)^−(r+x) (β + T)^−s
//!         + s ∫ (α + y)^−(r+x) (β + y)^−(s+1) dy over `t_x`..T },
//!
//! whose first part is the customer's who is alive at T and whose second is
//! that of leaving at y.

mod fit;
mod forecast;
mod integral;
mod likelihood;
#[cfg(test)]
mod tests;

use crate::fit::FitError;

/// A Pareto/NBD model: purchases at rate λ ~ Gamma(r, rate α) over a lifetime
/// that ends at rate μ ~ Gamma(s, rate β).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ParetoNbd {
    r: f64,
    alpha: f64,
    s: f64,
    beta: f64,
}

impl ParetoNbd {
    /// The model with these parameters; α and β in days.
    ///
    /// # Errors
    /// A parameter that is not positive and finite.
    pub fn new(r: f64, alpha: f64, s: f64, beta: f64) -> Result<Self, FitError> {
        for (name, value) in [("r", r), ("alpha", alpha), ("s", s), ("beta", beta)] {
            FitError::check_positive(name, value)?;
        }
        Ok(Self { r, alpha, s, beta })
    }

    /// r, α (days), s, β (days).
    #[must_use]
    pub fn parameters(&self) -> [f64; 4] {
        [self.r, self.alpha, self.s, self.beta]
    }
}

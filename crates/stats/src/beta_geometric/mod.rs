//! What BG/NBD, MBG/NBD and MBG/CNBD-k have in common: customers who may leave
//! at each purchase, with a probability that is beta distributed over them.
//!
//! While a customer stays, *phases* occur at rate λ ~ Gamma(r, rate α), and
//! every k-th phase is a purchase (k = 1: purchases themselves are Poisson).
//! After a purchase the customer leaves with probability p ~ Beta(a, b): after
//! each repeat purchase, and in the modified models (MBG) after the first one
//! too. With R = r + kx, silence w = T − `t_x` and b′ = b + x (BG) or
//! b + x + 1 (MBG),
//!
//! L = Γ(R)/Γ(r) · α^r · B(a, b′)/B(a, b)
//!     · { S · (α + T)^−R + ρ · (α + `t_x`)^−R },
//!
//! where ρ = a/(b′ − 1) (0 for BG with x = 0, where nobody can have left) and
//! S = Σ_{j<k} (R)ⱼ/j! · (w/(α + T))^j sums over the phases j that may have
//! passed since the last purchase. For k > 1 the likelihood of the gaps
//! themselves is a constant beside it.

mod draws;
mod fit;
mod forecast;
mod interpolation;
mod likelihood;
mod model;
mod purchases;
#[cfg(test)]
mod tests;

pub use model::DropoutAtPurchases;

use crate::fit::FitError;
use crate::silent::History;
use crate::special::logistic;

/// Which of the family.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Shape {
    /// Phases to a purchase, >= 1.
    pub k: u32,
    /// Whether a customer may leave after the first purchase (MBG).
    pub may_leave_at_first: bool,
}

/// A model of the family with its parameters; α in days.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct BetaGeometric {
    pub(crate) shape: Shape,
    pub(crate) r: f64,
    pub(crate) alpha: f64,
    pub(crate) a: f64,
    pub(crate) b: f64,
}

impl BetaGeometric {
    pub(crate) fn check(shape: Shape, [r, alpha, a, b]: [f64; 4]) -> Result<Self, FitError> {
        for (name, value) in [("r", r), ("alpha", alpha), ("a", a), ("b", b)] {
            FitError::check_positive(name, value)?;
        }
        if shape.k == 0 {
            let domain = "a whole number of at least 1";
            return Err(FitError::Domain { name: "k", value: 0.0, domain });
        }
        Ok(Self { shape, r, alpha, a, b })
    }

    pub(crate) fn parameters(&self) -> [f64; 4] {
        [self.r, self.alpha, self.a, self.b]
    }

    pub(crate) fn p_alive(&self, history: History) -> f64 {
        let posterior = self.posterior(history);
        let Some(ln_left) = posterior.ln_odds_of_leaving else { return 1.0 };
        let grown = posterior.size * (posterior.silence / posterior.age_at_last()).ln_1p();
        logistic(posterior.phases_passed().ln() - ln_left - grown)
    }

    /// P(no purchase within `days` | alive): no k-th phase.
    pub(crate) fn p_no_purchase_if_alive(&self, history: History, days: f64) -> f64 {
        let now = self.posterior(history);
        let later = Posterior { age: now.age + days, silence: now.silence + days, ..now };
        let ratio = later.phases_passed() / now.phases_passed();
        (ratio.ln() - now.size * (days / now.age).ln_1p()).exp().min(1.0)
    }

    /// What is known of the customer's rate and dropout after `history`.
    pub(crate) fn posterior(&self, history: History) -> Posterior {
        let x = f64::from(history.x);
        let first = f64::from(u8::from(self.shape.may_leave_at_first));
        let stays = self.b + x + first;
        let may_have_left = history.x > 0 || self.shape.may_leave_at_first;
        Posterior {
            k: self.shape.k,
            size: self.r + f64::from(self.shape.k) * x,
            age: self.alpha + f64::from(history.t),
            silence: f64::from(history.t.saturating_sub(history.t_x)),
            leaves: self.a,
            stays,
            ln_odds_of_leaving: may_have_left.then(|| (self.a / (stays - 1.0)).ln()),
        }
    }
}

/// A customer's history as the posterior sees it. If the customer is alive,
/// p ~ Beta(`leaves`, `stays`), and, where j phases have passed since the last
/// purchase, λ ~ Gamma(`size` + j, rate `age`), independently.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Posterior {
    /// Phases to a purchase.
    pub k: u32,
    /// R = r + kx.
    pub size: f64,
    /// α + T.
    pub age: f64,
    /// w = T − `t_x`.
    pub silence: f64,
    /// a.
    pub leaves: f64,
    /// b′.
    pub stays: f64,
    /// ln ρ; none where nobody can have left yet.
    pub ln_odds_of_leaving: Option<f64>,
}

impl Posterior {
    /// The terms of S, by phases passed: in proportion to P(j | alive).
    pub(crate) fn phase_weights(&self) -> impl Iterator<Item = f64> {
        let v = self.silence / self.age;
        let size = self.size;
        (0..self.k).scan(1.0, move |next, j| {
            let weight = *next;
            let j = f64::from(j);
            *next *= (size + j) / (j + 1.0) * v;
            Some(weight)
        })
    }

    /// α + `t_x`.
    fn age_at_last(&self) -> f64 {
        self.age - self.silence
    }

    /// S, at least 1.
    pub(crate) fn phases_passed(&self) -> f64 {
        if self.k == 1 { 1.0 } else { self.phase_weights().sum() }
    }
}

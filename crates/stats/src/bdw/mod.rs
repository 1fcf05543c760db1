//! The beta-discrete-Weibull model of contractual retention.
//!
//! As the shifted-beta-geometric model ([`crate::sbg`], nested at c = 1), but a
//! customer's own risk of leaving may rise (c > 1) or fall (c < 1) with the age
//! of the relation: they stay for t periods with probability (1 − θ)^(tᶜ), θ
//! beta over customers. The share still there after t periods is
//! S(t) = B(α, β + tᶜ)/B(α, β) (Fader, Hardie, Liu, Davin & Steenburgh, "How to
//! Project Customer Retention Revisited", Journal of Interactive Marketing 43,
//! 2018).

use crate::fit::{Fit, FitError, fit_by_logs};
use crate::optimise::{Bounds, Slope, maximise_by_gradient};
use crate::sbg::Sbg;
use crate::special::{digamma, ln_gamma_ratio};
use crate::survival::Lifetimes;

#[cfg(test)]
mod tests;

/// The beta-discrete-Weibull model with its parameters.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bdw {
    alpha: f64,
    beta: f64,
    c: f64,
}

impl Bdw {
    /// The model with `alpha`, `beta` and `c` > 0.
    ///
    /// # Errors
    /// [`FitError::Domain`] where one is not above zero and finite.
    pub fn new(alpha: f64, beta: f64, c: f64) -> Result<Self, FitError> {
        for (name, value) in [("alpha", alpha), ("beta", beta), ("c", c)] {
            FitError::check_positive(name, value)?;
        }
        Ok(Self { alpha, beta, c })
    }

    /// Fits the model by maximum likelihood, from the maximum of the nested
    /// [`Sbg`]; what `contracts` holds is said there.
    ///
    /// # Errors
    /// [`FitError::Empty`] without contracts of a period or more.
    pub fn fit(contracts: &Lifetimes) -> Result<Fit<Self>, FitError> {
        let nested = Sbg::fit(contracts)?;
        let start = [nested.model.alpha().ln(), nested.model.beta().ln(), 0.0];
        let bounds = Bounds { low: [-9.0, -9.0, -3.0], high: [14.0, 14.0, 2.0] };
        let found = maximise_by_gradient(start, &bounds, |logs| {
            let point = logs.map(f64::exp);
            log_likelihood(contracts, &point).in_logs(&point)
        });
        let [alpha, beta, c] = found.point.map(f64::exp);
        Ok(fit_by_logs(Self::new(alpha, beta, c)?, ["alpha", "beta", "c"], &found, nested.n))
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

    /// c, above 1 where customers' own risk rises with age.
    #[must_use]
    pub fn c(&self) -> f64 {
        self.c
    }

    /// S(t), the share still there after `periods`, 0..=1.
    #[must_use]
    pub fn survival(&self, periods: u32) -> f64 {
        let t = f64::from(periods);
        Survival::at(&[self.alpha, self.beta, self.c], t).ln.exp().min(1.0)
    }

    /// The share of those there after `periods` − 1 periods who stay for one
    /// more, 0..=1 (`periods` from 1).
    #[must_use]
    pub fn retention_rate(&self, periods: u32) -> f64 {
        let point = [self.alpha, self.beta, self.c];
        let after = f64::from(periods.max(1));
        let rate = (Survival::at(&point, after).ln - Survival::at(&point, after - 1.0).ln).exp();
        rate.min(1.0)
    }

    /// Renewals to expect of a customer who is there after `age` periods within
    /// the next `periods`, each worth 1/(1 + `discount`)ʲ after j of them, >= 0.
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

/// ln S(t) and its derivatives by α, β and c.
struct Survival {
    ln: f64,
    gradient: [f64; 3],
}

impl Survival {
    fn at(&[alpha, beta, c]: &[f64; 3], t: f64) -> Self {
        let sum = alpha + beta;
        // Beyond this many "periods" of risk nobody is left in any digits.
        let u = t.powf(c).min(1e200);
        let together = digamma(sum) - digamma(sum + u);
        let by_u = digamma(beta + u) - digamma(sum + u);
        let ln_t = if t > 0.0 { t.ln() } else { 0.0 };
        Self {
            ln: ln_gamma_ratio(beta, alpha) - ln_gamma_ratio(beta + u, alpha),
            gradient: [together, together + digamma(beta + u) - digamma(beta), by_u * u * ln_t],
        }
    }
}

/// The log-likelihood and its gradient by α, β and c: those still there after t
/// add ln S(t), those who left with t add ln(S(t − 1) − S(t)).
fn log_likelihood(contracts: &Lifetimes, point: &[f64; 3]) -> Slope<3> {
    let mut at = Slope::ZERO;
    for (age, exits) in contracts.by_age().filter(|&(age, _)| age > 0) {
        let (n, left) = (exits.censored as f64, exits.events as f64);
        let after = Survival::at(point, f64::from(age));
        let before = Survival::at(point, f64::from(age) - 1.0);
        // r = S(t)/S(t − 1); 1 − r by expm1, which keeps its digits near r = 1.
        let ln_r = after.ln - before.ln;
        let leaving = -ln_r.exp_m1();
        if n > 0.0 {
            at.value += n * after.ln;
        }
        if left > 0.0 {
            at.value += left * (before.ln + leaving.ln());
        }
        for (i, slope) in at.gradient.iter_mut().enumerate() {
            *slope += n * after.gradient[i];
            if left > 0.0 {
                let change = after.gradient[i] - before.gradient[i];
                *slope += left * (before.gradient[i] - ln_r.exp() * change / leaving);
            }
        }
    }
    at
}

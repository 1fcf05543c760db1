//! The Gamma–Gamma model of spend per purchase.
//!
//! A customer's purchases are worth gamma amounts with shape p and rate ν of
//! their own; ν is gamma over customers with shape q and rate v. So after x
//! purchases of mean z̄, ν is gamma with shape px + q and rate v + x·z̄, and the
//! customer's true mean spend M = p/ν is an inverse gamma (Fader & Hardie, "The
//! Gamma-Gamma Model of Monetary Value", 2013; Fader, Hardie & Lee, JMR 42,
//! 2005). Spend must not depend on how often one buys: see [`correlation`].
//!
//! Money is in any one unit; v and all results are in the same.
//!
//! ```
//! use stats::gamma_gamma::{GammaGamma, Spender};
//!
//! let model = GammaGamma::new(6.25, 3.74, 15.44)?;
//! let spender = Spender { purchases: 3, mean: 52.0 };
//! // Shrunk from one's own mean towards everyone's, 35.22.
//! assert!((model.expected_mean(spender) - 49.86).abs() < 0.01);
//! # Ok::<(), stats::fit::FitError>(())
//! ```

mod likelihood;
#[cfg(test)]
mod tests;

use std::f64::consts::SQRT_2;

use rand::SeedableRng;
use rand_distr::{Distribution, Gamma};
use rand_xoshiro::Xoshiro256PlusPlus;
use rayon::prelude::*;
use statrs::function::erf::erfc_inv;
use statrs::function::gamma::checked_gamma_ur;

use crate::fit::{Fit, FitError};
use crate::reduction::{Sum, ordered_sum};
use crate::special::ln_gamma;

/// Customers in one part of a sum.
const CHUNK: usize = 1 << 14;

/// What one customer spent.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Spender {
    /// x, purchases with an amount above zero.
    pub purchases: u32,
    /// z̄, their mean amount, > 0.
    pub mean: f64,
}

impl Spender {
    /// Whether there is something to learn from: a purchase above zero.
    fn is_sound(&self) -> bool {
        self.purchases > 0 && self.mean > 0.0 && self.mean.is_finite()
    }

    fn total(&self) -> f64 {
        f64::from(self.purchases) * self.mean
    }
}

/// The Gamma–Gamma model with its parameters.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct GammaGamma {
    p: f64,
    q: f64,
    v: f64,
}

impl GammaGamma {
    /// The model with shapes `p` and `q` and scale `v`, all > 0.
    ///
    /// # Errors
    /// [`FitError::Domain`] where one is not above zero and finite.
    pub fn new(p: f64, q: f64, v: f64) -> Result<Self, FitError> {
        for (name, value) in [("p", p), ("q", q), ("v", v)] {
            FitError::check_positive(name, value)?;
        }
        Ok(Self { p, q, v })
    }

    /// Fits the model by maximum likelihood. Customers without a purchase above
    /// zero are left out, and out of [`Fit::n`].
    ///
    /// Where amounts hardly vary the likelihood has no maximum; the parameters
    /// then lie on the border searched and `converged` is false.
    ///
    /// # Errors
    /// [`FitError::Empty`] where nobody is left.
    pub fn fit(spenders: &[Spender]) -> Result<Fit<Self>, FitError> {
        likelihood::fit(spenders)
    }

    /// p, the shape of amounts within a customer.
    #[must_use]
    pub fn p(&self) -> f64 {
        self.p
    }

    /// q, the shape of customers' rates.
    #[must_use]
    pub fn q(&self) -> f64 {
        self.q
    }

    /// v, the rate of customers' rates, in money.
    #[must_use]
    pub fn v(&self) -> f64 {
        self.v
    }

    /// Whether the mean spend over customers exists, q > 1. Where it does not,
    /// a few customers spend so much that no mean is meaningful: say so, and
    /// expect medians.
    #[must_use]
    pub fn has_mean(&self) -> bool {
        self.q > 1.0
    }

    /// The mean spend per purchase to expect of a customer: the posterior mean
    /// p·(v + x·z̄)/(px + q − 1) where q > 1, the posterior median else. With no
    /// (sound) purchase this is what to expect of a stranger.
    #[must_use]
    pub fn expected_mean(&self, spender: Spender) -> f64 {
        let (shape, numerator) = self.posterior(spender);
        if self.has_mean() { numerator / (shape - 1.0) } else { self.quantile(spender, 0.5) }
    }

    /// The `level`-quantile (clamped to 0..=1) of the posterior of a customer's
    /// mean spend per purchase; finite, > 0.
    #[must_use]
    pub fn quantile(&self, spender: Spender, level: f64) -> f64 {
        let (shape, numerator) = self.posterior(spender);
        // M <= m exactly where the standard gamma variate G = numerator/M is at
        // least numerator/m.
        let ln_variate = ln_upper_quantile(shape, level.clamp(0.0, 1.0));
        (numerator.ln() - ln_variate).exp().clamp(f64::MIN_POSITIVE, f64::MAX)
    }

    /// Fills `draws` with the customer's mean spend per purchase, drawn from its
    /// posterior; the same seed gives the same draws, finite and > 0.
    pub fn draw_means(&self, spender: Spender, seed: u64, draws: &mut [f64]) {
        let (shape, numerator) = self.posterior(spender);
        let Ok(gamma) = Gamma::new(shape, 1.0) else {
            draws.fill(self.expected_mean(spender));
            return;
        };
        let mut rng = Xoshiro256PlusPlus::seed_from_u64(seed);
        for draw in draws {
            let mean = numerator / gamma.sample(&mut rng);
            *draw = mean.clamp(f64::MIN_POSITIVE, f64::MAX);
        }
    }

    /// Shape px + q of the posterior of ν, and p·(v + x·z̄): the mean spend is the
    /// latter over a standard gamma variate of the former.
    fn posterior(&self, spender: Spender) -> (f64, f64) {
        if spender.is_sound() {
            let shape = self.p * f64::from(spender.purchases) + self.q;
            (shape, self.p * (self.v + spender.total()))
        } else {
            (self.q, self.p * self.v)
        }
    }
}

/// ln g with P(G >= g) = `level` for a standard gamma variate G of `shape`,
/// within ±700: Newton's method on ln g, held in a bracket that every step
/// narrows.
fn ln_upper_quantile(shape: f64, level: f64) -> f64 {
    /// From this shape on the cube root of G is as good as normal (Wilson &
    /// Hilferty, PNAS 17, 1931), to a billionth.
    const NORMAL: f64 = 1e6;
    const STEPS: usize = 80;
    const CLOSE: f64 = 1e-13;
    const LN_LARGEST: f64 = 700.0;
    if shape > NORMAL {
        let z = SQRT_2 * erfc_inv(2.0 * level);
        let root = 1.0 - 1.0 / (9.0 * shape) + z / (3.0 * shape.sqrt());
        return (shape.ln() + 3.0 * root.max(0.0).ln()).clamp(-LN_LARGEST, LN_LARGEST);
    }
    let ln_gamma_shape = ln_gamma(shape);
    let (mut low, mut high) = (-LN_LARGEST, LN_LARGEST);
    let mut at = shape.ln();
    for _ in 0..STEPS {
        let variate = at.exp();
        let surplus = checked_gamma_ur(shape, variate).unwrap_or(0.0) - level;
        if surplus > 0.0 {
            low = at;
        } else {
            high = at;
        }
        let density = (shape * at - variate - ln_gamma_shape).exp();
        let newton = at + surplus / density;
        let inside = newton > low && newton < high;
        let next = if inside { newton } else { f64::midpoint(low, high) };
        if (next - at).abs() < CLOSE {
            return next;
        }
        at = next;
    }
    at
}

/// Pearson's correlation of the number of purchases and their mean, which the
/// model takes for zero; above about 0.3 in size its values are not to be
/// trusted. `None` where either does not vary, or with fewer than two customers.
#[must_use]
pub fn correlation(spenders: &[Spender]) -> Option<f64> {
    let sums = |of: &(dyn Fn(&Spender) -> [f64; 3] + Sync)| {
        ordered_sum([0.0; 3], spenders.par_chunks(CHUNK), |sum, chunk| {
            for spender in chunk.iter().filter(|spender| spender.is_sound()) {
                sum.merge(of(spender));
            }
        })
    };
    let [n, purchases, means] = sums(&|s| [1.0, f64::from(s.purchases), s.mean]);
    let [xx, zz, xz] = sums(&|s| {
        let (x, z) = (f64::from(s.purchases) - purchases / n, s.mean - means / n);
        [x * x, z * z, x * z]
    });
    let r = xz / (xx.sqrt() * zz.sqrt());
    r.is_finite().then(|| r.clamp(-1.0, 1.0))
}

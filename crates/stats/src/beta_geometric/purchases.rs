//! Purchases expected of a customer who is alive.
//!
//! The phases within h days are N ~ NB(R, q) with q = h/(A + h), where
//! λ ~ Gamma(R, A); with j phases passed before, they would be
//! n = ⌊(N + j)/k⌋ purchases if the customer stayed. The i-th is made with
//! probability sᵢ = E[(1 − p)^(i−1)] = B(a, b′ + i − 1)/B(a, b′), so the
//! expectation is E[G(n)] with G(n) = s₁ + … + sₙ. For k = 1 this is the
//! expression with ₂F₁ of Fader, Hardie & Lee (2005), eq. 10, and Wagner &
//! Hoppe (2008), summed before it was transformed: every term is positive, and
//! neither a = 1 nor a + b + x < 1 is special.

use crate::special::{GaussLegendre, digamma, expm1_ratio, ln_gamma, ln_gamma_ratio};
use std::sync::LazyLock;

/// What decides the expectation.
#[derive(Debug, Clone, Copy)]
pub(super) struct Prospect {
    /// Phases to a purchase.
    pub k: u32,
    /// Phases passed since the last one, < k.
    pub passed: u32,
    /// R, shape of λ's gamma.
    pub size: f64,
    /// a of p's beta.
    pub leaves: f64,
    /// b′ of p's beta.
    pub stays: f64,
}

/// Terms that are summed one by one; beyond, the sum is integrated.
const ONE_BY_ONE: u32 = 4096;

impl Prospect {
    /// Purchases expected while time grows by `odds` = h/A of the age A.
    pub fn expected(&self, odds: f64) -> f64 {
        if odds <= 0.0 {
            return 0.0;
        }
        let ln_none = -self.size * odds.ln_1p();
        if ln_none > -650.0 {
            let Sum { terms, ended, value } = self.summed(odds, ln_none);
            return if ended { value } else { value + self.integrated(odds, terms + 1) };
        }
        let (mean, spread) = self.phases(odds);
        self.integrated(odds, (mean - 12.0 * spread).max(0.0) as u64)
    }

    /// Mean and standard deviation of N.
    fn phases(&self, odds: f64) -> (f64, f64) {
        let mean = self.size * odds;
        (mean, (mean * (1.0 + odds)).sqrt())
    }

    /// Σ P(N = m) G(⌊(m + j)/k⌋), term by term from m = 0.
    fn summed(&self, odds: f64, ln_none: f64) -> Sum {
        let q = odds / (1.0 + odds);
        let mut p = ln_none.exp();
        let mut to_purchase = self.k - self.passed;
        let (mut stays_on, mut made) = (1.0, 0.0);
        let mut purchases = 0.0;
        let mut value = 0.0;
        for term in 1..=ONE_BY_ONE {
            let m = f64::from(term);
            let grows = q * (self.size + m - 1.0) / m;
            p *= grows;
            to_purchase -= 1;
            if to_purchase == 0 {
                to_purchase = self.k;
                made += stays_on;
                stays_on *= (self.stays + purchases) / (self.leaves + self.stays + purchases);
                purchases += 1.0;
            }
            value += p * made;
            // The ratio of successive p is on its way to q, from either side:
            // once both are below 1 the rest is less than a geometric series,
            // while `made` grows by at most 1 a term.
            let ratio = grows.max(q);
            if ratio < 1.0 {
                let rest = 1.0 / (1.0 - ratio);
                if p * (made + rest) * rest < 1e-14 * value {
                    return Sum { terms: term.into(), ended: true, value };
                }
            }
        }
        Sum { terms: ONE_BY_ONE.into(), ended: false, value }
    }

    /// The same from m = `first` on, for many phases: the sum over m as an
    /// integral (by the midpoint rule each m is the interval m ± ½), panel by
    /// panel. Relative error about 1e-7.
    fn integrated(&self, odds: f64, first: u64) -> f64 {
        let (mean, spread) = self.phases(odds);
        let ln_q = -odds.recip().ln_1p();
        let last = mean + 12.0 * spread + 40.0 / -ln_q;
        let ln_none = -self.size * odds.ln_1p();
        let ln_gamma_of_size = ln_gamma(self.size);
        let ln_p = |m: f64| {
            ln_none + m * ln_q + ln_gamma_ratio(m + 1.0, self.size - 1.0) - ln_gamma_of_size
        };
        let k = f64::from(self.k);
        let mut sum = 0.0;
        let mut low = (first as f64 - 0.5).max(0.5);
        while low < last {
            let high = (low + (2.0 * spread.max(odds)).min(low)).min(last);
            sum += RULE.integrate(low, high, |m| {
                let made = (m + f64::from(self.passed) - 0.5 * (k - 1.0)) / k;
                ln_p(m).exp() * self.made_by(made.max(0.0))
            });
            low = high;
        }
        sum
    }

    /// G(n) in closed form: c (1 − e^−d)/(a − 1) with c = a + b′ − 1 and
    /// d = ln Γ(c + n)Γ(b′)/(Γ(c)Γ(b′ + n)); the first few terms by themselves,
    /// until c > 1.
    fn made_by(&self, n: f64) -> f64 {
        let (mut stays, mut left) = (self.stays, n);
        let (mut stays_on, mut made) = (1.0, 0.0);
        while self.leaves + stays <= 2.0 && left > 1.0 {
            made += stays_on;
            stays_on *= stays / (self.leaves + stays);
            stays += 1.0;
            left -= 1.0;
        }
        if left <= 1.0 {
            return made + stays_on * left.max(0.0);
        }
        let off = self.leaves - 1.0;
        let c = stays + off;
        let rest = if off.abs() < 1e-4 {
            // d / (a − 1) by the midpoint of digamma, where lgammas would cancel.
            let slope = digamma(stays + left + 0.5 * off) - digamma(stays + 0.5 * off);
            c * slope * expm1_ratio(-off * slope)
        } else {
            let d = ln_gamma_ratio(stays + left, off) - ln_gamma_ratio(stays, off);
            -c * (-d).exp_m1() / off
        };
        made + stays_on * rest
    }
}

static RULE: LazyLock<GaussLegendre> = LazyLock::new(|| GaussLegendre::new(16));

/// The beginning of a sum.
struct Sum {
    terms: u64,
    /// Whether the rest is negligible.
    ended: bool,
    value: f64,
}

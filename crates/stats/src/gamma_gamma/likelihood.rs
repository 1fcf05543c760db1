//! The likelihood of the Gamma–Gamma model and its maximum.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::{CHUNK, GammaGamma, Spender};
use crate::fit::{Fit, FitError, fit_by_logs};
use crate::optimise::{Bounds, Evaluation, maximise};
use crate::reduction::{Sum, ordered_sum};
use crate::special::{digamma, ln_gamma, trigamma};

/// With more customers the search starts from the maximum for every
/// [`SAMPLE`]-th of them.
const MANY: usize = 200_000;
/// See [`MANY`].
const SAMPLE: usize = 32;

/// Fits the model; see [`GammaGamma::fit`].
pub(super) fn fit(spenders: &[Spender]) -> Result<Fit<GammaGamma>, FitError> {
    let sums = Sums::of(spenders);
    if sums.n == 0 {
        return Err(FitError::Empty);
    }
    let n = sums.n as f64;
    let level = (sums.ln_mean / n).clamp(-600.0, 600.0);
    // Means are never negative and rarely spread over more than a few powers of
    // ten; v is searched around their geometric mean.
    let bounds = Bounds { low: [-7.0, -7.0, level - 14.0], high: [9.0, 9.0, level + 14.0] };
    let mut start = [2.0_f64.ln(), 3.0_f64.ln(), level];
    if spenders.len() > MANY {
        let sample: Vec<Spender> = spenders.iter().step_by(SAMPLE).copied().collect();
        let part = Sums::of(&sample);
        if part.n > 0 {
            start = maximise(start, &bounds, |logs| part.evaluate(&sample, logs)).point;
        }
    }
    let found = maximise(start, &bounds, |logs| sums.evaluate(spenders, logs));
    let [p, q, v] = found.point.map(f64::exp);
    Ok(fit_by_logs(GammaGamma::new(p, q, v)?, ["p", "q", "v"], &found, sums.n))
}

/// Sums over customers that no parameter changes.
#[derive(Debug, Default)]
pub(super) struct Sums {
    n: u64,
    /// Σ ln z̄.
    ln_mean: f64,
    /// Σ x·ln(x·z̄).
    x_ln_total: f64,
    /// Customers by x.
    by_x: BTreeMap<u32, u64>,
}

impl Sums {
    pub(super) fn of(spenders: &[Spender]) -> Self {
        ordered_sum(Self::zero(), spenders.par_chunks(CHUNK), |sums, chunk| {
            for spender in chunk.iter().filter(|spender| spender.is_sound()) {
                sums.n += 1;
                sums.ln_mean += spender.mean.ln();
                sums.x_ln_total += f64::from(spender.purchases) * spender.total().ln();
                *sums.by_x.entry(spender.purchases).or_default() += 1;
            }
        })
    }

    /// The log-likelihood in (ln p, ln q, ln v): over customers
    ///
    /// ln Γ(px + q) − ln Γ(px) − ln Γ(q) + q ln v + (px − 1) ln z̄ + px ln x
    /// − (px + q) ln(v + x·z̄).
    ///
    /// Given v the customers enter by six sums, so a step costs one logarithm
    /// and one division a customer; Γ is tabled by distinct x.
    pub(super) fn evaluate(&self, spenders: &[Spender], logs: &[f64; 3]) -> Evaluation<3> {
        let point = logs.map(f64::exp);
        let [p, q, v] = point;
        let n = self.n as f64;
        let tails = Tails::at(v, spenders);
        let mut at = Evaluation::ZERO;
        at.value = n * (q * logs[2] - ln_gamma(q)) + p * self.x_ln_total
            - self.ln_mean
            - p * tails.x_ln
            - q * tails.ln;
        at.gradient = [
            self.x_ln_total - tails.x_ln,
            n * (logs[2] - digamma(q)) - tails.ln,
            n * q / v - p * tails.x_inverse - q * tails.inverse,
        ];
        at.hessian[1][1] = -n * trigamma(q);
        at.hessian[0][2] = -tails.x_inverse;
        at.hessian[1][2] = n / v - tails.inverse;
        at.hessian[2][2] =
            -n * q / (v * v) + p * tails.x_inverse_squared + q * tails.inverse_squared;
        for (&x, &customers) in &self.by_x {
            let (x, n) = (f64::from(x), customers as f64);
            let (own, shape) = (p * x, p * x + q);
            at.value += n * (ln_gamma(shape) - ln_gamma(own));
            at.gradient[0] += n * x * (digamma(shape) - digamma(own));
            at.gradient[1] += n * digamma(shape);
            at.hessian[0][0] += n * x * x * (trigamma(shape) - trigamma(own));
            at.hessian[0][1] += n * x * trigamma(shape);
            at.hessian[1][1] += n * trigamma(shape);
        }
        for i in 0..3 {
            for j in 0..i {
                at.hessian[i][j] = at.hessian[j][i];
            }
        }
        at.in_logs(&point)
    }
}

impl Sum for Sums {
    fn zero() -> Self {
        Self::default()
    }

    fn merge(&mut self, part: Self) {
        self.n += part.n;
        self.ln_mean += part.ln_mean;
        self.x_ln_total += part.x_ln_total;
        for (x, n) in part.by_x {
            *self.by_x.entry(x).or_default() += n;
        }
    }
}

/// Sums over customers that depend on v alone, with t = v + x·z̄.
#[derive(Debug, Default, Clone, Copy)]
struct Tails {
    /// Σ ln t.
    ln: f64,
    /// Σ x·ln t.
    x_ln: f64,
    /// Σ 1/t.
    inverse: f64,
    /// Σ x/t.
    x_inverse: f64,
    /// Σ 1/t².
    inverse_squared: f64,
    /// Σ x/t².
    x_inverse_squared: f64,
}

impl Tails {
    fn at(v: f64, spenders: &[Spender]) -> Self {
        ordered_sum(Self::zero(), spenders.par_chunks(CHUNK), |tails, chunk| {
            for spender in chunk.iter().filter(|spender| spender.is_sound()) {
                let x = f64::from(spender.purchases);
                let t = v + spender.total();
                let (ln, inverse) = (t.ln(), 1.0 / t);
                tails.ln += ln;
                tails.x_ln += x * ln;
                tails.inverse += inverse;
                tails.x_inverse += x * inverse;
                tails.inverse_squared += inverse * inverse;
                tails.x_inverse_squared += x * inverse * inverse;
            }
        })
    }
}

impl Sum for Tails {
    fn zero() -> Self {
        Self::default()
    }

    fn merge(&mut self, part: Self) {
        self.ln += part.ln;
        self.x_ln += part.x_ln;
        self.inverse += part.inverse;
        self.x_inverse += part.x_inverse;
        self.inverse_squared += part.inverse_squared;
        self.x_inverse_squared += part.x_inverse_squared;
    }
}

//! The likelihood of the BG/BB model.

use rayon::prelude::*;

use super::Opportunities;
use crate::optimise::Slope;
use crate::reduction::ordered_sum;
use crate::special::{digamma, ln_gamma};

/// The likelihood of one history: a sum of positive terms, one for being alive
/// through the last opportunity and one for each opportunity since the last use
/// at which the customer may have been gone.
#[derive(Debug, Clone, Copy)]
pub(super) struct Likelihood {
    /// ln of the sum.
    pub ln: f64,
    /// Its derivatives by α, β, γ and δ.
    pub gradient: [f64; 4],
    /// ln of the term of being alive.
    ln_alive: f64,
}

impl Likelihood {
    /// Equation 7 of the paper, in logarithms throughout.
    pub(super) fn of(&[alpha, beta, gamma, delta]: &[f64; 4], history: Opportunities) -> Self {
        let (x, t_x, n) = (f64::from(history.x), f64::from(history.t_x), f64::from(history.n));
        let (buying, leaving) = (alpha + beta, gamma + delta);
        // Terms all hold these; what differs is misses and survived opportunities.
        let ln_common = ln_gamma(alpha + x) - ln_gamma(alpha) + ln_gamma(buying) - ln_gamma(beta)
            + ln_gamma(leaving)
            - ln_gamma(delta);
        let common = [
            digamma(alpha + x) - digamma(alpha) + digamma(buying),
            digamma(buying) - digamma(beta),
            digamma(leaving),
            digamma(leaving) - digamma(delta),
        ];
        let ln_alive = ln_common + ln_gamma(beta + n - x) - ln_gamma(buying + n)
            + ln_gamma(delta + n)
            - ln_gamma(leaving + n);
        let all_seen = digamma(buying + n);
        let mut sum = Mixture::new(
            ln_alive,
            [
                -all_seen,
                digamma(beta + n - x) - all_seen,
                -digamma(leaving + n),
                digamma(delta + n) - digamma(leaving + n),
            ],
        );
        // Gone at opportunity t_x + 1 + i: term and derivatives by recursion
        // from i = 0.
        let misses = beta + t_x - x;
        let mut ln_gone = ln_common + ln_gamma(misses) - ln_gamma(buying + t_x)
            + gamma.ln()
            + ln_gamma(delta + t_x)
            - ln_gamma(leaving + 1.0 + t_x);
        let mut seen = digamma(buying + t_x);
        let mut missed = digamma(misses);
        let mut left = digamma(leaving + 1.0 + t_x);
        let mut stayed = digamma(delta + t_x);
        for i in 0..history.n - history.t_x {
            sum.add(ln_gone, [-seen, missed - seen, 1.0 / gamma - left, stayed - left]);
            let at = t_x + f64::from(i);
            let i = f64::from(i);
            ln_gone += ((misses + i) / (buying + at)).ln();
            ln_gone += ((delta + at) / (leaving + 1.0 + at)).ln();
            seen += 1.0 / (buying + at);
            missed += 1.0 / (misses + i);
            left += 1.0 / (leaving + 1.0 + at);
            stayed += 1.0 / (delta + at);
        }
        let within = sum.gradient();
        Self { ln: sum.ln(), gradient: std::array::from_fn(|i| common[i] + within[i]), ln_alive }
    }

    /// P(alive through the last opportunity), 0..=1.
    pub(super) fn share_alive(&self) -> f64 {
        (self.ln_alive - self.ln).exp().min(1.0)
    }
}

/// A sum of positive terms given by their logarithms, with derivatives.
struct Mixture {
    /// ln of the largest term so far, of which the rest are fractions.
    largest: f64,
    sum: f64,
    weighted: [f64; 4],
}

impl Mixture {
    fn new(ln: f64, gradient: [f64; 4]) -> Self {
        Self { largest: ln, sum: 1.0, weighted: gradient }
    }

    fn add(&mut self, ln: f64, gradient: [f64; 4]) {
        if ln > self.largest {
            let shrink = (self.largest - ln).exp();
            self.sum *= shrink;
            self.weighted = self.weighted.map(|w| w * shrink);
            self.largest = ln;
        }
        let term = (ln - self.largest).exp();
        self.sum += term;
        for (weighted, slope) in self.weighted.iter_mut().zip(gradient) {
            *weighted += term * slope;
        }
    }

    fn ln(&self) -> f64 {
        self.largest + self.sum.ln()
    }

    fn gradient(&self) -> [f64; 4] {
        self.weighted.map(|weighted| weighted / self.sum)
    }
}

/// The log-likelihood of all customers and its gradient.
pub(super) fn of_all(point: &[f64; 4], customers: &[(Opportunities, u64)]) -> Slope<4> {
    /// Histories in one part of the sum.
    const CHUNK: usize = 64;
    ordered_sum(Slope::ZERO, customers.par_chunks(CHUNK), |sum, chunk| {
        for &(history, n) in chunk {
            let of_one = Likelihood::of(point, history);
            let n = n as f64;
            sum.value += n * of_one.ln;
            for (sum, slope) in sum.gradient.iter_mut().zip(of_one.gradient) {
                *sum += n * slope;
            }
        }
    })
}

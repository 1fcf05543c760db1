//! Forecasts of counts.

use std::f64::consts::PI;

use rayon::prelude::*;

use crate::inference::cumulative;
use crate::reduction::ordered_sum;
use crate::special::ln_gamma;

/// Pairs in one part of a sum.
const CHUNK: usize = 1 << 14;

/// The root of the mean squared difference of `(predicted, actual)`; `None`
/// without pairs or where one is not finite.
#[must_use]
pub fn rmse(pairs: &[(f64, f64)]) -> Option<f64> {
    let squares = ordered_sum(0.0, pairs.par_chunks(CHUNK), |sum, chunk| {
        *sum += chunk.iter().map(|(predicted, actual)| (predicted - actual).powi(2)).sum::<f64>();
    });
    let mean = squares / pairs.len() as f64;
    mean.is_finite().then(|| mean.sqrt())
}

/// The continuous ranked probability score of a forecast given as `draws`
/// (sorted in place): E|X − y| − ½·E|X − X′|, 0 at best, in units of the count
/// (Gneiting & Raftery, JASA 102, 2007).
///
/// The second mean is over pairs of *different* draws (the fair score of Ferro,
/// QJRMS 140, 2014), so that it does not depend on how many draws there are; it
/// may then be slightly negative. `None` with fewer than two draws.
#[must_use]
pub fn crps(draws: &mut [u32], actual: u32) -> Option<f64> {
    let m = draws.len();
    if m < 2 {
        return None;
    }
    draws.sort_unstable();
    // Integers up to the last division: exact whatever the order of draws.
    let distance: u64 = draws.iter().map(|&draw| u64::from(draw.abs_diff(actual))).sum();
    let spread: i128 = (1_i128..)
        .zip(draws.iter())
        .map(|(rank, &draw)| (2 * rank - m as i128 - 1) * i128::from(draw))
        .sum();
    let pairs = m as f64 * (m - 1) as f64;
    Some(distance as f64 / m as f64 - spread as f64 / pairs)
}

/// The continuous ranked probability score of a Poisson forecast with `mean` >= 0:
/// Σₖ (F(k) − 1{k >= `actual`})² over counts k, 0 at best, in units of the count
/// (as [`crps`]). `None` for a mean that is negative or not a finite number.
///
/// Summed where F is neither 0 nor 1 to twelve digits and more; from a mean of
/// a million on it is that of the normal distribution of the same mean
/// and variance, which differs by less than a thousandth of its spread.
#[must_use]
pub fn poisson_crps(mean: f64, actual: u32) -> Option<f64> {
    if !(mean >= 0.0 && mean.is_finite()) {
        return None;
    }
    let spread = mean.sqrt();
    if mean >= NEARLY_NORMAL {
        // Gneiting & Raftery (2007), section 4.2.
        let z = (f64::from(actual) - mean) / spread;
        let density = (-0.5 * z * z).exp() / (2.0 * PI).sqrt();
        let score = z * (2.0 * cumulative(z) - 1.0) + 2.0 * density - PI.sqrt().recip();
        return Some(spread * score);
    }
    let first = (mean - 12.0 * spread - 30.0).max(0.0) as u32;
    let last = (mean + 12.0 * spread + 30.0) as u32;
    let k = f64::from(first);
    let ln_probability = if first == 0 { -mean } else { k * mean.ln() - mean - ln_gamma(k + 1.0) };
    let mut probability = ln_probability.exp();
    let mut below = 0.0_f64;
    // Outside first..=last F is 0 or 1, and each count missed adds 1.
    let mut score = f64::from(first.saturating_sub(actual) + actual.saturating_sub(last + 1));
    for k in first..=last {
        below = (below + probability).min(1.0);
        let happened = if k >= actual { 1.0 } else { 0.0 };
        score += (below - happened).powi(2);
        probability *= mean / f64::from(k + 1);
    }
    Some(score)
}

/// From this mean on a Poisson distribution is taken for normal.
const NEARLY_NORMAL: f64 = 1e6;

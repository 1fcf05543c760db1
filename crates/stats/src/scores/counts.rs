//! Forecasts of counts.

use rayon::prelude::*;

use crate::reduction::ordered_sum;

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

//! Customers made up to follow a model: for tests, and to measure speed.

use std::ops::RangeInclusive;

use rand::RngExt;
use rand_xoshiro::Xoshiro256PlusPlus;
use rayon::prelude::*;

use super::History;
use super::random::{beta, draw, exponential, gamma, generator};
use crate::bg_nbd::BgNbd;
use crate::pareto_nbd::ParetoNbd;

/// Customers of a BG/NBD model, each observed for a number of days drawn
/// uniformly from `observed` (its start where it is empty). Purchases of one day are one. The same seed gives
/// the same customers, whatever the number of threads.
#[must_use]
pub fn bg_nbd(
    model: &BgNbd,
    customers: usize,
    observed: RangeInclusive<u32>,
    seed: u64,
) -> Vec<History> {
    let [r, alpha, a, b] = model.parameters();
    let (rates, dropout) = (gamma(r, alpha), beta(a, b));
    simulate(customers, observed, seed, |rng, t| {
        let rate = draw(rates.as_ref(), rng, r / alpha);
        let p = draw(dropout.as_ref(), rng, a / (a + b));
        let mut left = false;
        purchases(t, || {
            if left {
                return f64::INFINITY;
            }
            left = rng.random::<f64>() < p;
            exponential(rate, rng)
        })
    })
}

/// Customers of a Pareto/NBD model; otherwise as [`bg_nbd`].
#[must_use]
pub fn pareto_nbd(
    model: &ParetoNbd,
    customers: usize,
    observed: RangeInclusive<u32>,
    seed: u64,
) -> Vec<History> {
    let [r, alpha, s, beta] = model.parameters();
    let (rates, deaths) = (gamma(r, alpha), gamma(s, beta));
    simulate(customers, observed, seed, |rng, t| {
        let rate = draw(rates.as_ref(), rng, r / alpha);
        let mut lifetime = exponential(draw(deaths.as_ref(), rng, s / beta), rng);
        purchases(t, || {
            let gap = exponential(rate, rng);
            lifetime -= gap;
            if lifetime < 0.0 { f64::INFINITY } else { gap }
        })
    })
}

/// Customers simulated with one generator.
const CHUNK: usize = 1 << 16;

fn simulate(
    customers: usize,
    observed: RangeInclusive<u32>,
    seed: u64,
    customer: impl Fn(&mut Xoshiro256PlusPlus, u32) -> History + Sync,
) -> Vec<History> {
    let (from, to) = (*observed.start(), *observed.end().max(observed.start()));
    let chunks: Vec<Vec<History>> = (0..customers.div_ceil(CHUNK))
        .into_par_iter()
        .map(|chunk| {
            let mut rng = generator(seed.wrapping_add(chunk as u64));
            let size = CHUNK.min(customers - chunk * CHUNK);
            (0..size)
                .map(|_| {
                    let t = rng.random_range(from..=to);
                    customer(&mut rng, t)
                })
                .collect()
        })
        .collect();
    chunks.concat()
}

/// The history of purchases `gap` after `gap` in `t` days, the first on day 0.
/// Time is cut into days so that a purchase in the first 24 hours is on day 1.
fn purchases(t: u32, mut gap: impl FnMut() -> f64) -> History {
    let mut history = History { x: 0, t_x: 0, t };
    let mut time = 0.0;
    loop {
        time += gap();
        let day = f64::ceil(time);
        if day > f64::from(t) || day.is_nan() {
            return history;
        }
        if day as u32 > history.t_x {
            history.x += 1;
            history.t_x = day as u32;
        }
    }
}

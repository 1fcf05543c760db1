//! Draws the models share. Parameters that overflowed or vanished give the
//! value the distribution has shrunk to.

use rand::{Rng, RngExt, SeedableRng};
use rand_distr::{Beta, Distribution, Gamma, Poisson};
use rand_xoshiro::Xoshiro256PlusPlus;

/// The generator of a seed.
pub(crate) fn generator(seed: u64) -> Xoshiro256PlusPlus {
    Xoshiro256PlusPlus::seed_from_u64(seed)
}

/// A uniform number in 0 < u <= 1.
pub(crate) fn unit(rng: &mut impl Rng) -> f64 {
    1.0 - rng.random::<f64>()
}

/// A gamma with `shape` and `rate`.
pub(crate) fn gamma(shape: f64, rate: f64) -> Option<Gamma<f64>> {
    Gamma::new(shape, rate.recip()).ok()
}

/// A beta with parameters `a` and `b`.
pub(crate) fn beta(a: f64, b: f64) -> Option<Beta<f64>> {
    Beta::new(a, b).ok()
}

/// One draw, or `otherwise` where there is no distribution or no number came.
pub(crate) fn draw<D: Distribution<f64>>(
    distribution: Option<&D>,
    rng: &mut impl Rng,
    otherwise: f64,
) -> f64 {
    let drawn = distribution.map_or(otherwise, |d| d.sample(rng));
    if drawn.is_nan() { otherwise } else { drawn }
}

/// A Poisson count with `mean >= 0`.
pub(crate) fn poisson(mean: f64, rng: &mut impl Rng) -> f64 {
    // rand_distr wants a positive mean.
    if mean > 0.0 { draw(Poisson::new(mean).ok().as_ref(), rng, 0.0) } else { 0.0 }
}

/// The purchase after which a customer leaves who does so after each with
/// probability `p`: 1, 2, … or infinity.
pub(crate) fn last_purchase(p: f64, rng: &mut impl Rng) -> f64 {
    1.0 + (unit(rng).ln() / (-p).ln_1p()).floor()
}

/// Time until an event of `rate`; infinity where that is 0.
pub(crate) fn exponential(rate: f64, rng: &mut impl Rng) -> f64 {
    -unit(rng).ln() / rate
}

//! The standard normal distribution, as the tests need it.

use std::f64::consts::SQRT_2;

use statrs::function::erf::{erfc, erfc_inv};

/// The z with `P(|Z| <= z) = level` of a standard normal Z; 1.959964 at 0.95.
///
/// `None` unless 0 < level < 1.
#[must_use]
pub fn z_of(level: f64) -> Option<f64> {
    (level > 0.0 && level < 1.0).then(|| SQRT_2 * erfc_inv(1.0 - level))
}

/// `P(|Z| >= |z|)` of a standard normal Z.
pub(crate) fn two_sided_p(z: f64) -> f64 {
    erfc(z.abs() / SQRT_2)
}

/// `P(Z <= z)` of a standard normal Z, accurate in both tails.
pub(crate) fn cumulative(z: f64) -> f64 {
    0.5 * erfc(-z / SQRT_2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tabled_quantiles_come_out() {
        assert!((z_of(0.95).unwrap() - 1.959_963_984_540_054).abs() < 1e-9);
        assert!((z_of(0.80).unwrap() - 1.281_551_565_544_600_5).abs() < 1e-9);
        assert_eq!(z_of(1.0), None);
        assert_eq!(z_of(f64::NAN), None);
    }

    #[test]
    fn both_tails_keep_their_digits() {
        assert!((two_sided_p(1.959_963_984_540_054) - 0.05).abs() < 1e-10);
        assert!((cumulative(-10.0) / 7.619_853_024_160_495e-24 - 1.0).abs() < 1e-6);
        assert!((cumulative(0.0) - 0.5).abs() < 1e-15);
    }
}

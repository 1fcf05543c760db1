//! Differences and derivatives of the log gamma function.

use statrs::function::gamma::ln_gamma;

/// ln Γ(z + d) − ln Γ(z) for `z > 0` and `z + d > 0`, without the cancellation
/// of large arguments: by the difference of Stirling's series (Abramowitz &
/// Stegun 6.1.41) where both are at least 16.
#[must_use]
pub fn ln_gamma_ratio(z: f64, d: f64) -> f64 {
    let to = z + d;
    if z.min(to) < 16.0 {
        return ln_gamma(to) - ln_gamma(z);
    }
    let tail = |y: f64| {
        let v = 1.0 / (y * y);
        (1.0 / 12.0 - v * (1.0 / 360.0 - v * (1.0 / 1260.0 - v * (1.0 / 1680.0)))) / y
    };
    d * z.ln() + (to - 0.5) * (d / z).ln_1p() - d + tail(to) - tail(z)
}

/// ψ′(x), the second derivative of ln Γ at `x > 0`; NaN elsewhere.
///
/// Raises x to at least 12 by ψ′(x) = 1/x² + ψ′(x + 1) and sums the asymptotic
/// series there (Abramowitz & Stegun 6.4.6 and 6.4.12); relative error below
/// 1e-14.
#[must_use]
pub fn trigamma(x: f64) -> f64 {
    if x.is_nan() || x <= 0.0 {
        return f64::NAN;
    }
    let mut z = x;
    let mut raised = 0.0;
    while z < 12.0 {
        raised += 1.0 / (z * z);
        z += 1.0;
    }
    let v = 1.0 / (z * z);
    // The Bernoulli numbers B2, B4, … B14.
    let series = v
        * (1.0 / 6.0
            + v * (-1.0 / 30.0
                + v * (1.0 / 42.0
                    + v * (-1.0 / 30.0
                        + v * (5.0 / 66.0 + v * (-691.0 / 2730.0 + v * (7.0 / 6.0)))))));
    raised + (1.0 + 0.5 / z + series) / z
}

#[cfg(test)]
mod tests {
    use std::f64::consts::PI;

    use super::*;
    use crate::special::digamma;

    #[test]
    fn the_ratio_of_gammas_keeps_its_digits_at_large_arguments() {
        // Γ(z + 2)/Γ(z) = z (z + 1).
        for z in [0.1, 3.0, 15.9, 16.0, 400.0, 1e6, 1e12, 1e15] {
            let exact = f64::ln(z) + (z + 1.0).ln();
            assert!((ln_gamma_ratio(z, 2.0) - exact).abs() < 1e-13 * exact.abs().max(1.0), "{z}");
            assert!((ln_gamma_ratio(z + 2.0, -2.0) + exact).abs() < 1e-13 * exact.abs().max(1.0));
        }
    }

    #[test]
    fn the_ratio_of_gammas_joins_where_the_series_takes_over() {
        for d in [1e-3, 0.5, 3.0, 20.0, 250.0] {
            for z in [15.9, 16.0, 16.5, 64.0, 900.0] {
                let plain = ln_gamma(z + d) - ln_gamma(z);
                let found = ln_gamma_ratio(z, d);
                assert!((found - plain).abs() < 1e-11 * plain.abs().max(1.0), "{z} {d}");
            }
        }
    }

    #[test]
    fn trigamma_has_its_known_values() {
        assert!((trigamma(1.0) - PI * PI / 6.0).abs() < 1e-14);
        assert!((trigamma(0.5) / (PI * PI / 2.0) - 1.0).abs() < 1e-14);
        assert!((trigamma(1e6) / 1.000_000_500_000_166_7e-6 - 1.0).abs() < 1e-14);
    }

    #[test]
    fn trigamma_is_the_slope_of_digamma() {
        for x in [0.05, 0.3, 1.7, 8.0, 11.9, 12.1, 400.0] {
            let step = 1e-5 * x;
            let slope = (digamma(x + step) - digamma(x - step)) / (2.0 * step);
            assert!((trigamma(x) / slope - 1.0).abs() < 1e-6, "at {x}");
        }
    }

    #[test]
    fn trigamma_has_no_value_where_gamma_has_poles() {
        assert!(trigamma(0.0).is_nan() && trigamma(-1.0).is_nan() && trigamma(f64::NAN).is_nan());
    }
}

//! Exponentials that neither overflow nor cancel.

/// 1 / (1 + e^−z), in 0..=1 for every z.
#[must_use]
pub fn logistic(z: f64) -> f64 {
    if z >= 0.0 {
        1.0 / (1.0 + (-z).exp())
    } else {
        let odds = z.exp();
        odds / (1.0 + odds)
    }
}

/// ln(1 + e^z) without overflow: z where z is large.
#[must_use]
pub fn softplus(z: f64) -> f64 {
    z.max(0.0) + (-z.abs()).exp().ln_1p()
}

/// ln(e^p + e^q), where either may be minus infinity.
#[must_use]
pub fn log_add(p: f64, q: f64) -> f64 {
    let (low, high) = if p < q { (p, q) } else { (q, p) };
    if low == f64::NEG_INFINITY { high } else { high + (low - high).exp().ln_1p() }
}

/// (e^z − 1)/z, which is 1 at 0.
#[must_use]
pub fn expm1_ratio(z: f64) -> f64 {
    if z.abs() < 1e-12 { 1.0 } else { z.exp_m1() / z }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn logistic_stays_in_range_at_any_odds() {
        assert!((logistic(0.0) - 0.5).abs() < 1e-16);
        assert!((logistic(2.0) + logistic(-2.0) - 1.0).abs() < 1e-15);
        assert!(logistic(-1e300) <= 0.0 && logistic(1e300) >= 1.0);
    }

    #[test]
    fn softplus_neither_overflows_nor_vanishes_early() {
        assert!((softplus(1e4) - 1e4).abs() < 1e-12);
        assert!((softplus(0.0) - std::f64::consts::LN_2).abs() < 1e-15);
        assert!((softplus(-40.0) / (-40.0f64).exp() - 1.0).abs() < 1e-12);
    }

    #[test]
    fn log_add_takes_nothing_as_zero() {
        assert!((log_add(3.0f64.ln(), 4.0f64.ln()) - 7.0f64.ln()).abs() < 1e-15);
        assert!((log_add(f64::NEG_INFINITY, -5.0) + 5.0).abs() < 1e-15);
        assert!(log_add(f64::NEG_INFINITY, f64::NEG_INFINITY).is_infinite());
    }

    #[test]
    fn expm1_ratio_is_one_at_zero() {
        assert!((expm1_ratio(0.0) - 1.0).abs() < 1e-16);
        assert!((expm1_ratio(1e-9) - 1.000_000_000_5).abs() < 1e-15);
        assert!((expm1_ratio(1.0) - (std::f64::consts::E - 1.0)).abs() < 1e-15);
    }
}

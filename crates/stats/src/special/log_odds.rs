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

/// What follows from log odds z, with one exponential for all of it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Logit {
    /// The [`logistic`] of z.
    pub p: f64,
    /// 1 − p, which keeps its digits where p nears 1.
    pub complement: f64,
    /// ln(1 + e^z), to the digits of a number of the size of 1: for sums of
    /// logarithms, where [`softplus`] would cost twice as much for nothing.
    pub softplus: f64,
}

impl Logit {
    /// At log odds `z`.
    #[inline]
    #[must_use]
    pub fn at(z: f64) -> Self {
        let small = (-z.abs()).exp();
        let near = small / (1.0 + small);
        let (p, complement) = if z >= 0.0 { (1.0 - near, near) } else { (near, 1.0 - near) };
        Self { p, complement, softplus: z.max(0.0) + (1.0 + small).ln() }
    }
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
    fn one_exponential_tells_both_probabilities_and_the_softplus() {
        for z in [-800.0, -40.0, -2.0, 0.0, 0.7, 40.0, 800.0] {
            let at = Logit::at(z);
            assert!((at.p - logistic(z)).abs() < 1e-15, "{z}");
            assert!((at.complement - logistic(-z)).abs() < 1e-15, "{z}");
            assert!((at.softplus - softplus(z)).abs() < 1e-15 * z.abs().max(1.0), "{z}");
        }
        assert!(Logit::at(40.0).complement > 0.0 && Logit::at(-40.0).p > 0.0);
    }

    #[test]
    fn expm1_ratio_is_one_at_zero() {
        assert!((expm1_ratio(0.0) - 1.0).abs() < 1e-16);
        assert!((expm1_ratio(1e-9) - 1.000_000_000_5).abs() < 1e-15);
        assert!((expm1_ratio(1.0) - (std::f64::consts::E - 1.0)).abs() < 1e-15);
    }
}

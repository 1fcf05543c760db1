//! Means of two samples whose variances may differ.

use statrs::distribution::{ContinuousCDF, StudentsT};

/// What a test of means needs to know of a sample.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Sample {
    /// Observations.
    pub n: u64,
    /// Their mean.
    pub mean: f64,
    /// Their variance (divided by n − 1), >= 0.
    pub variance: f64,
}

impl Sample {
    /// The sample of these observations; `None` with fewer than two of them, or
    /// where one is not finite.
    #[must_use]
    pub fn of(observations: &[f64]) -> Option<Self> {
        let n = observations.len();
        if n < 2 {
            return None;
        }
        let mean = observations.iter().sum::<f64>() / n as f64;
        let squares: f64 = observations.iter().map(|y| (y - mean).powi(2)).sum();
        let variance = squares / (n - 1) as f64;
        (mean.is_finite() && variance.is_finite()).then_some(Self { n: n as u64, mean, variance })
    }
}

/// The difference of two means.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Welch {
    /// First mean − second mean.
    pub difference: f64,
    /// Its standard error, > 0.
    pub standard_error: f64,
    /// Degrees of freedom (Welch–Satterthwaite).
    pub degrees_of_freedom: f64,
    /// difference / standard error.
    pub t: f64,
    /// Two-sided p of "the means are the same".
    pub p: f64,
    /// Lower end of the interval of the difference.
    pub low: f64,
    /// Upper end.
    pub high: f64,
}

/// Welch's test of the means of `a` and `b`, with the interval of their
/// difference at `level` (0 < level < 1).
///
/// t = (ȳ₁ − ȳ₂)/√(s₁²/n₁ + s₂²/n₂) on the degrees of freedom of Welch
/// (Biometrika 34, 1947) and Satterthwaite.
///
/// `None` where a sample has fewer than two observations, neither varies, or a
/// number is not finite.
#[must_use]
pub fn welch(a: Sample, b: Sample, level: f64) -> Option<Welch> {
    let inside = a.n >= 2 && b.n >= 2 && level > 0.0 && level < 1.0;
    if !inside || a.variance < 0.0 || b.variance < 0.0 {
        return None;
    }
    let (va, vb) = (a.variance / a.n as f64, b.variance / b.n as f64);
    let variance = va + vb;
    let difference = a.mean - b.mean;
    if !(variance > 0.0 && variance.is_finite() && difference.is_finite()) {
        return None;
    }
    // Shares of the variance, so that tiny variances do not underflow squared.
    let (wa, wb) = (va / variance, vb / variance);
    let degrees_of_freedom = 1.0 / (wa * wa / (a.n - 1) as f64 + wb * wb / (b.n - 1) as f64);
    let standard_error = variance.sqrt();
    let t = difference / standard_error;
    let student = StudentsT::new(0.0, 1.0, degrees_of_freedom).ok()?;
    let reach = student.inverse_cdf(0.5 + level / 2.0) * standard_error;
    Some(Welch {
        difference,
        standard_error,
        degrees_of_freedom,
        t,
        p: (2.0 * student.cdf(-t.abs())).min(1.0),
        low: difference - reach,
        high: difference + reach,
    })
}

#[cfg(test)]
#[expect(clippy::float_cmp, reason = "the exact value is meant")]
mod tests {
    use super::*;

    /// Student's sleep data (Biometrika 6, 1908): extra hours with two drugs.
    const FIRST: [f64; 10] = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0];
    const SECOND: [f64; 10] = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];

    #[test]
    fn students_sleepers_give_the_published_test() {
        // t.test(extra ~ group, data = sleep): t = -1.8608, df = 17.776,
        // p = 0.07939, interval -3.3654832 to 0.2054832.
        let (a, b) = (Sample::of(&FIRST).unwrap(), Sample::of(&SECOND).unwrap());
        let found = welch(a, b, 0.95).unwrap();
        assert!((found.t + 1.8608).abs() < 1e-4);
        assert!((found.degrees_of_freedom - 17.776).abs() < 1e-3);
        assert!((found.p - 0.07939).abs() < 1e-5);
        assert!((found.low + 3.365_483_2).abs() < 1e-5);
        assert!((found.high - 0.205_483_2).abs() < 1e-5);
    }

    #[test]
    fn turning_the_samples_round_turns_the_difference_round() {
        let (a, b) = (Sample::of(&FIRST).unwrap(), Sample::of(&SECOND).unwrap());
        let (there, back) = (welch(a, b, 0.9).unwrap(), welch(b, a, 0.9).unwrap());
        assert_eq!(there.difference, -back.difference);
        assert_eq!(there.p, back.p);
    }

    #[test]
    fn nothing_is_said_without_variance_or_observations() {
        let flat = Sample { n: 5, mean: 1.0, variance: 0.0 };
        assert_eq!(welch(flat, flat, 0.95), None);
        assert_eq!(welch(Sample { n: 1, mean: 1.0, variance: 1.0 }, flat, 0.95), None);
        assert_eq!(welch(Sample { n: 9, mean: f64::NAN, variance: 1.0 }, flat, 0.95), None);
        assert_eq!(Sample::of(&[1.0]), None);
        assert_eq!(Sample::of(&[1.0, f64::INFINITY]), None);
    }

    #[test]
    fn huge_and_tiny_samples_stay_finite() {
        for (n, variance) in [(2, 1e-300), (10_000_000, 1e12), (2, 1e200)] {
            let a = Sample { n, mean: 3.0, variance };
            let b = Sample { n: 2, mean: 2.0, variance: 0.0 };
            let found = welch(a, b, 0.95).unwrap();
            assert!((0.0..=1.0).contains(&found.p), "{found:?}");
            assert!(found.low.is_finite() && found.high.is_finite(), "{found:?}");
        }
    }
}

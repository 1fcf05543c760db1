//! A smooth positive function of a customer's age, kept as a polynomial.

use std::f64::consts::PI;

/// Nodes of the polynomial: eight digits and more over a thousandfold range of
/// ages.
const NODES: usize = 28;

/// A function of ln(α + T) as a Chebyshev series (Trefethen, Approximation
/// Theory and Approximation Practice, ch. 3 and 19): analytic functions
/// converge geometrically.
#[derive(Debug, Clone)]
pub(super) struct OverAge {
    middle: f64,
    half: f64,
    coefficients: [f64; NODES],
}

impl OverAge {
    /// Evaluations of the function that a curve costs.
    pub const COST: u64 = NODES as u64;

    /// Interpolates `f` on `low..=high`, which may be one point.
    pub fn of(low: f64, high: f64, f: impl Fn(f64) -> f64) -> Self {
        let (middle, half) = (0.5 * (low + high), 0.5 * (high - low));
        let mut coefficients = [0.0; NODES];
        if half <= 0.0 {
            coefficients[0] = f(middle);
            return Self { middle, half: 1e-9, coefficients };
        }
        let count = NODES as f64;
        let angle = |i: usize| PI * (i as f64 + 0.5) / count;
        let values: [f64; NODES] = std::array::from_fn(|i| f(middle + half * angle(i).cos()));
        for (n, coefficient) in coefficients.iter_mut().enumerate() {
            let scale = if n == 0 { 1.0 } else { 2.0 } / count;
            *coefficient =
                scale * (0..NODES).map(|i| values[i] * (n as f64 * angle(i)).cos()).sum::<f64>();
        }
        Self { middle, half, coefficients }
    }

    /// Whether `ln_age` lies in the range the polynomial was made for.
    pub fn holds(&self, ln_age: f64) -> bool {
        (ln_age - self.middle).abs() <= self.half * (1.0 + 1e-9)
    }

    /// The polynomial at `ln_age`, at least 0 (Clenshaw's recurrence).
    pub fn at(&self, ln_age: f64) -> f64 {
        let x = (ln_age - self.middle) / self.half;
        let (mut next, mut after) = (0.0, 0.0);
        for &coefficient in self.coefficients[1..].iter().rev() {
            (next, after) = (coefficient + 2.0 * x * next - after, next);
        }
        (self.coefficients[0] + x * next - after).max(0.0)
    }
}

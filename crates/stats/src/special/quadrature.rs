//! Gauss–Legendre quadrature.

/// An n-point Gauss–Legendre rule on −1..=1: exact for polynomials up to
/// degree 2n − 1.
#[derive(Debug, Clone, PartialEq)]
pub struct GaussLegendre {
    nodes: Vec<(f64, f64)>,
}

impl GaussLegendre {
    /// The rule of `points >= 1` nodes, found by Newton's method on the
    /// Legendre polynomial from the usual cosine start (Abramowitz & Stegun
    /// 25.4.29).
    #[must_use]
    pub fn new(points: usize) -> Self {
        let n = points.max(1);
        let nodes = (0..n).map(|i| node(n, i)).collect();
        Self { nodes }
    }

    /// Nodes with their weights, ascending, for the interval `from..=to`.
    pub fn on(&self, from: f64, to: f64) -> impl Iterator<Item = (f64, f64)> {
        let half = 0.5 * (to - from);
        let middle = 0.5 * (to + from);
        self.nodes.iter().map(move |&(x, w)| (middle + half * x, half * w))
    }

    /// The positive nodes with their weights, ascending: a rule of an even
    /// number of points has the same below zero, and no other.
    #[must_use]
    pub fn positive_nodes(&self) -> &[(f64, f64)] {
        &self.nodes[self.nodes.len().div_ceil(2)..]
    }

    /// ∫ f over `from..=to`.
    pub fn integrate(&self, from: f64, to: f64, f: impl Fn(f64) -> f64) -> f64 {
        self.on(from, to).map(|(x, w)| w * f(x)).sum()
    }
}

/// The i-th smallest root of the n-th Legendre polynomial, and its weight.
fn node(n: usize, i: usize) -> (f64, f64) {
    let count = n as f64;
    let mut x = -(std::f64::consts::PI * (i as f64 + 0.75) / (count + 0.5)).cos();
    let mut slope = 1.0;
    // Newton doubles the digits from about three: six steps are plenty.
    for _ in 0..6 {
        let (mut before, mut value) = (1.0, x);
        for k in 2..=n {
            let k = k as f64;
            (before, value) = (value, ((2.0 * k - 1.0) * x * value - (k - 1.0) * before) / k);
        }
        slope = count * (x * value - before) / (x * x - 1.0);
        x -= value / slope;
    }
    (x, 2.0 / ((1.0 - x * x) * slope * slope))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_points_are_one_over_root_three() {
        let nodes: Vec<_> = GaussLegendre::new(2).on(-1.0, 1.0).collect();
        for ((x, w), sign) in nodes.into_iter().zip([-1.0, 1.0]) {
            assert!((x - sign / 3.0f64.sqrt()).abs() < 1e-15 && (w - 1.0).abs() < 1e-14);
        }
    }

    #[test]
    fn a_rule_is_exact_up_to_its_degree() {
        for points in [1, 5, 8, 12, 16, 24] {
            let degree = 2 * points as i32 - 1;
            let integral = GaussLegendre::new(points).integrate(0.0, 2.0, |x| x.powi(degree));
            let exact = 2.0f64.powi(degree + 1) / f64::from(degree + 1);
            assert!((integral / exact - 1.0).abs() < 1e-13, "{points} points");
        }
    }

    #[test]
    fn twenty_four_points_follow_a_fall_by_e_to_the_forty() {
        let integral = GaussLegendre::new(24).integrate(0.0, 40.0, |x| (-x).exp());
        assert!((integral - 1.0).abs() < 1e-10);
    }
}

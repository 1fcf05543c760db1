//! The integral over the time of leaving.
//!
//! ∫ (α + y)^−R (β + y)^−(s+1) dy, taken in z = ln((m + y)/(m + `from`)) with
//! m = min(α, β): there one factor is a plain exponential and the other changes
//! slowly on the scale of 1. Everything is positive, so nothing cancels (the
//! usual form with two ₂F₁ loses all digits for large x). The integrand in z is
//! log-concave; where it falls below e⁻⁴⁰ of its start the rest is left away.

use std::sync::LazyLock;

use crate::special::GaussLegendre;

/// (α + y)^−R (β + y)^−(s+1).
#[derive(Debug, Clone, Copy)]
pub(super) struct Leaving {
    pub alpha: f64,
    pub beta: f64,
    /// R = r + x.
    pub size: f64,
    pub s: f64,
}

/// One node of the quadrature.
#[derive(Debug, Clone, Copy)]
pub(super) struct Node {
    /// Its part of the integral, relative to the integrand at the start.
    pub weight: f64,
    /// ln((α + y)/(α + from)) and ln((β + y)/(β + from)).
    pub ln_grown: [f64; 2],
    /// 1/(α + y) and 1/(β + y).
    pub per_age: [f64; 2],
}

/// A fall of the integrand by e to this is its end.
const FALL: f64 = 40.0;
/// The widest panel of 24 points.
const PANEL: f64 = 7.0;

impl Leaving {
    /// ln of the integral over `from..=to`, relative to the integrand at `from`
    /// (so for a short interval, ln of its length); minus infinity where it is
    /// empty. Relative error of the integral below 1e-9.
    pub fn ln_integral(&self, from: f64, to: f64) -> f64 {
        let mut sum = 0.0;
        self.each_node(from, to, |node| sum += node.weight);
        sum.ln()
    }

    /// Calls `f` with every node of the quadrature over `from..=to`.
    #[inline]
    pub fn each_node(&self, from: f64, to: f64, f: impl FnMut(Node)) {
        if self.alpha <= self.beta {
            self.each_node_of::<false>(from, to, f);
        } else {
            self.each_node_of::<true>(from, to, f);
        }
    }

    /// `SWAPPED`: the nearer of the two is β.
    #[inline]
    fn each_node_of<const SWAPPED: bool>(&self, from: f64, to: f64, mut f: impl FnMut(Node)) {
        let path = if SWAPPED {
            Path::new(self.beta + from, self.alpha + from, self.s + 1.0, self.size)
        } else {
            Path::new(self.alpha + from, self.beta + from, self.size, self.s + 1.0)
        };
        let (end, fall) = path.end(((to - from) / path.near).ln_1p());
        // An empty interval has no panels.
        let panels = (end / PANEL).ceil().max(0.0);
        let rule = rule_for(end / panels, fall);
        let half = 0.5 * end / panels;
        for panel in 0..panels as u32 {
            let middle = half * (2.0 * f64::from(panel) + 1.0);
            let grown_to_middle = middle.exp();
            for &(place, weight) in rule.positive_nodes() {
                // One exponential serves the nodes on both sides of the middle.
                let beyond = (half * place).exp();
                for (z, grown) in [
                    (middle - half * place, grown_to_middle / beyond),
                    (middle + half * place, grown_to_middle * beyond),
                ] {
                    let far_grown = path.far_grown(grown);
                    let far_ln = far_grown.ln();
                    let near = [z, 1.0 / (path.near * grown)];
                    let far = [far_ln, 1.0 / (path.far * far_grown)];
                    let [of_alpha, of_beta] = if SWAPPED { [far, near] } else { [near, far] };
                    f(Node {
                        weight: path.near * half * weight * path.ln_height(z, far_ln).exp(),
                        ln_grown: [of_alpha[0], of_beta[0]],
                        per_age: [of_alpha[1], of_beta[1]],
                    });
                }
            }
        }
    }
}

/// The integrand along z: near^−p · far^−q dy.
struct Path {
    near: f64,
    far: f64,
    p: f64,
    q: f64,
    near_to_far: f64,
}

impl Path {
    fn new(near: f64, far: f64, p: f64, q: f64) -> Self {
        Self { near, far, p, q, near_to_far: near / far }
    }

    /// By how much the farther age has grown when the nearer has by `grown`.
    fn far_grown(&self, grown: f64) -> f64 {
        1.0 + self.near_to_far * (grown - 1.0)
    }

    /// ln of the integrand in z, 0 at the start.
    fn ln_height(&self, z: f64, far_ln: f64) -> f64 {
        (1.0 - self.p) * z - self.q * far_ln
    }

    /// Where to end, at `last` at most, and how far the integrand falls there.
    ///
    /// ln of the height is concave in z, so that Newton's method comes from the
    /// right and never passes the place looked for.
    fn end(&self, last: f64) -> (f64, f64) {
        let mut z = last;
        for _ in 0..60 {
            let grown = z.exp();
            let far_grown = self.far_grown(grown);
            let fall = -self.ln_height(z, far_grown.ln());
            if fall <= 1.05 * FALL {
                return (z, fall);
            }
            let slope = self.p - 1.0 + self.q * self.near_to_far * grown / far_grown;
            z -= (fall - FALL) / slope;
        }
        (z, FALL)
    }
}

static RULES: LazyLock<[GaussLegendre; 4]> =
    LazyLock::new(|| [8, 12, 16, 24].map(GaussLegendre::new));

/// The smallest rule that keeps nine digits where the integrand falls by
/// e^−`fall` over a panel of `width`.
fn rule_for(width: f64, fall: f64) -> &'static GaussLegendre {
    let [eight, twelve, sixteen, twenty_four] = &*RULES;
    if width <= 1.0 && fall.abs() <= 4.0 {
        eight
    } else if width <= 2.5 && fall.abs() <= 10.0 {
        twelve
    } else if width <= 4.0 && fall.abs() <= 18.0 {
        sixteen
    } else {
        twenty_four
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Many panels, narrow where the integrand falls.
    fn ln_integral_slowly(leaving: &Leaving, from: f64, to: f64) -> f64 {
        let rule = GaussLegendre::new(24);
        let near = leaving.alpha.min(leaving.beta) + from;
        let end = ((to - from) / near).ln_1p();
        let panels = 200;
        let mut sum = 0.0;
        for i in 0..panels {
            let edge = |i: i32| end * (f64::from(i) / f64::from(panels)).powi(4);
            sum += rule.integrate(edge(i), edge(i + 1), |z| {
                let y = near * z.exp_m1();
                (z - leaving.size * (y / (leaving.alpha + from)).ln_1p()
                    - (leaving.s + 1.0) * (y / (leaving.beta + from)).ln_1p())
                .exp()
            });
        }
        (near * sum).ln()
    }

    #[test]
    fn the_integral_keeps_nine_digits_everywhere() {
        for (alpha, beta) in
            [(10.578, 11.667), (10.578, 0.01), (0.01, 10.0), (1e-4, 1e5), (500.0, 1e-3), (3.0, 3.0)]
        {
            for size in [1e-3, 0.5533, 1.0, 7.5, 150.6, 1200.5, 20_000.5] {
                for s in [1e-3, 0.6061, 1.0, 30.0, 1e4] {
                    let leaving = Leaving { alpha, beta, size, s };
                    for (from, to) in
                        [(0.0, 38.86), (0.0, 4000.0), (1e-6, 30.0), (30.43, 38.86), (300.0, 300.1)]
                    {
                        let fast = leaving.ln_integral(from, to);
                        let slow = ln_integral_slowly(&leaving, from, to);
                        assert!(
                            (fast - slow).abs() < 1e-9,
                            "{leaving:?} {from}..{to}: {fast} {slow}"
                        );
                    }
                }
            }
        }
    }

    #[test]
    fn an_empty_interval_has_no_integral() {
        let leaving = Leaving { alpha: 1.0, beta: 2.0, size: 3.0, s: 1.0 };
        assert!(leaving.ln_integral(5.0, 5.0).exp() <= 0.0);
    }
}

//! A function at a point: its value and derivatives.

use crate::reduction::Sum;

/// Value and gradient of a function of N variables at a point.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Slope<const N: usize> {
    /// The function.
    pub value: f64,
    /// Its first derivatives.
    pub gradient: [f64; N],
}

impl<const N: usize> Slope<N> {
    /// Zero everywhere: where sums begin.
    pub const ZERO: Self = Self { value: 0.0, gradient: [0.0; N] };

    /// The same function of the logs of its variables, which are `point` > 0:
    /// ∂/∂ln p = p ∂/∂p.
    #[must_use]
    pub fn in_logs(&self, point: &[f64; N]) -> Self {
        let gradient = std::array::from_fn(|i| point[i] * self.gradient[i]);
        Self { value: self.value, gradient }
    }
}

impl<const N: usize> Sum for Slope<N> {
    fn zero() -> Self {
        Self::ZERO
    }

    fn merge(&mut self, part: Self) {
        self.value += part.value;
        self.gradient.merge(part.gradient);
    }
}

/// Value, gradient and Hessian of a function of N variables at a point.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Evaluation<const N: usize> {
    /// The function.
    pub value: f64,
    /// Its first derivatives.
    pub gradient: [f64; N],
    /// Its second derivatives, symmetric.
    pub hessian: [[f64; N]; N],
}

impl<const N: usize> Evaluation<N> {
    /// Zero everywhere: where sums begin.
    pub const ZERO: Self = Self { value: 0.0, gradient: [0.0; N], hessian: [[0.0; N]; N] };

    /// Adds to a mixed second derivative, on both sides of the diagonal.
    pub fn add_mixed(&mut self, i: usize, j: usize, value: f64) {
        self.hessian[i][j] += value;
        self.hessian[j][i] += value;
    }

    /// The same function of the logs of its variables, which are `point` > 0:
    /// ∂/∂ln p = p ∂/∂p.
    #[must_use]
    pub fn in_logs(&self, point: &[f64; N]) -> Self {
        let gradient: [f64; N] = std::array::from_fn(|i| point[i] * self.gradient[i]);
        let mut hessian: [[f64; N]; N] = std::array::from_fn(|i| {
            std::array::from_fn(|j| point[i] * point[j] * self.hessian[i][j])
        });
        for i in 0..N {
            hessian[i][i] += gradient[i];
        }
        Self { value: self.value, gradient, hessian }
    }

    /// Whether nothing in it overflowed or lost its meaning.
    #[must_use]
    pub fn is_finite(&self) -> bool {
        self.value.is_finite()
            && self.gradient.iter().all(|g| g.is_finite())
            && self.hessian.iter().flatten().all(|h| h.is_finite())
    }

    /// The function at `point` with a Hessian made of central differences of
    /// the gradient, with steps of 1e-5 of the larger of 1 and the variable.
    pub fn by_differences(
        point: &[f64; N],
        objective: &mut impl FnMut(&[f64; N]) -> Slope<N>,
    ) -> Self {
        let Slope { value, gradient } = objective(point);
        let mut hessian = [[0.0; N]; N];
        for i in 0..N {
            let step = 1e-5 * point[i].abs().max(1.0);
            let mut beside = *point;
            beside[i] = point[i] + step;
            let above = objective(&beside).gradient;
            beside[i] = point[i] - step;
            let below = objective(&beside).gradient;
            for j in 0..N {
                let slope = (above[j] - below[j]) / (2.0 * step);
                hessian[i][j] += 0.5 * slope;
                hessian[j][i] += 0.5 * slope;
            }
        }
        Self { value, gradient, hessian }
    }
}

impl<const N: usize> Sum for Evaluation<N> {
    fn zero() -> Self {
        Self::ZERO
    }

    fn merge(&mut self, part: Self) {
        self.value += part.value;
        self.gradient.merge(part.gradient);
        for (row, of_part) in self.hessian.iter_mut().zip(part.hessian) {
            row.merge(of_part);
        }
    }
}

#[cfg(test)]
impl<const N: usize> Slope<N> {
    /// Asserts that the gradient of `objective` at `point` is its slope.
    pub(crate) fn assert_slopes(point: &[f64; N], objective: impl Fn(&[f64; N]) -> Self) {
        let at = objective(point);
        for i in 0..N {
            let beside = |step: f64| {
                let mut beside = *point;
                beside[i] += step;
                objective(&beside).value
            };
            let slope = (beside(1e-5) - beside(-1e-5)) / 2e-5;
            assert!(is_close(at.gradient[i], slope), "{i}: {} {slope}", at.gradient[i]);
        }
    }
}

#[cfg(test)]
impl<const N: usize> Evaluation<N> {
    /// Its value and gradient alone.
    pub(crate) fn slope(&self) -> Slope<N> {
        Slope { value: self.value, gradient: self.gradient }
    }

    /// Asserts that the derivatives of `objective` at `point` are its slopes.
    pub(crate) fn assert_slopes(point: &[f64; N], objective: impl Fn(&[f64; N]) -> Self) {
        let slope = |point: &[f64; N]| objective(point).slope();
        Slope::assert_slopes(point, slope);
        let (at, by_differences) =
            (objective(point), Self::by_differences(point, &mut |point| slope(point)));
        for i in 0..N {
            for j in 0..N {
                let (found, slope) = (at.hessian[i][j], by_differences.hessian[i][j]);
                assert!(is_close(found, slope), "{i}, {j}: {found} {slope}");
            }
        }
    }
}

/// Whether a derivative agrees with a difference, as far as that has digits.
#[cfg(test)]
fn is_close(found: f64, difference: f64) -> bool {
    (found - difference).abs() < 1e-4 + 1e-6 * difference.abs()
}

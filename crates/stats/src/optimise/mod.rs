//! Maximum of a smooth function of a few variables, such as a log-likelihood
//! in log-parameters.
//!
//! Damped Newton within a box. Where the Hessian is not negative definite its
//! eigenvalues are taken by absolute value, so that every step climbs; steps
//! are halved until the climb is a fair part of what the slope promises
//! (Nocedal & Wright, Numerical Optimization, 2nd ed., 3.1 and 3.4).

mod eigen;
mod evaluation;
#[cfg(test)]
mod tests;

use eigen::{Eigen, eigen};
pub(crate) use evaluation::{Evaluation, Slope};

/// Where the variables may go: each within its `low..=high`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Bounds<const N: usize> {
    /// Smallest value of each variable.
    pub low: [f64; N],
    /// Largest value of each variable.
    pub high: [f64; N],
}

impl<const N: usize> Bounds<N> {
    /// The same bounds for all.
    #[must_use]
    pub fn all(low: f64, high: f64) -> Self {
        Self { low: [low; N], high: [high; N] }
    }

    fn clamp(&self, point: [f64; N]) -> [f64; N] {
        std::array::from_fn(|i| point[i].clamp(self.low[i], self.high[i]))
    }
}

/// The point where a search ended.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Maximum<const N: usize> {
    /// The variables.
    pub point: [f64; N],
    /// The function and its derivatives there.
    pub evaluation: Evaluation<N>,
    /// Evaluations used.
    pub evaluations: usize,
    /// Whether the search ended at the top of a hill: the gradient vanished, no
    /// bound held a variable back, and the Newton step left is short. False at
    /// a bound that still pulls, on a slope that flattens without end, and
    /// where the search gave up.
    pub converged: bool,
}

impl<const N: usize> Maximum<N> {
    /// Square roots of the diagonal of the inverse of −Hessian: standard errors
    /// of the variables where the function is a log-likelihood. `None` where
    /// the observed information is singular or not positive definite.
    #[must_use]
    pub fn standard_errors(&self) -> Option<[f64; N]> {
        let Eigen { values, vectors } = eigen(&self.evaluation.hessian);
        let steepest = values.iter().fold(0.0f64, |most, v| most.max(v.abs()));
        if !values.iter().all(|&v| v < -1e-13 * steepest) {
            return None;
        }
        Some(std::array::from_fn(|i| {
            (0..N).map(|k| vectors[i][k] * vectors[i][k] / -values[k]).sum::<f64>().sqrt()
        }))
    }
}

/// A step is at most this long in each variable: a factor e² for log-parameters.
const LONGEST_STEP: f64 = 2.0;
/// The search ends where a Newton step promises less than this.
const PROMISE: f64 = 1e-9;
/// A Newton step shorter than this in each variable leads to a maximum: near
/// one they shrink to nothing, whereas on a slope that flattens like e^−z for
/// ever each is about 1 long, however little it promises.
const SHORT: f64 = 0.1;
/// Iterations before the search gives up.
const ITERATIONS: usize = 200;
/// A step that gains less than this has stalled; after [`STALLS`] of them in a
/// row the search is on a ridge without end, or within rounding of one, and
/// gives up.
const STALL: f64 = 1e-6;
/// Stalled steps in a row before the search gives up.
const STALLS: usize = 4;

/// Climbs from `start` to a maximum of `objective` within `bounds`.
///
/// A value that is not finite counts as minus infinity. Where `start` itself
/// has none, it comes back as it is, not converged.
pub(crate) fn maximise<const N: usize>(
    start: [f64; N],
    bounds: &Bounds<N>,
    mut objective: impl FnMut(&[f64; N]) -> Evaluation<N>,
) -> Maximum<N> {
    let mut point = bounds.clamp(start);
    let mut here = objective(&point);
    let mut evaluations = 1;
    let mut stalled = 0;
    for _ in 0..ITERATIONS {
        if !here.is_finite() {
            break;
        }
        let held = held_by_bounds(&point, &here.gradient, bounds);
        let Step { by, promise, length } = climbing_step(&here, &held);
        if promise <= PROMISE + 1e-16 * here.value.abs() {
            let converged = !held.contains(&true) && length < SHORT;
            return Maximum { point, evaluation: here, evaluations, converged };
        }
        let Some((next, there)) =
            climb(&point, &here, &by, bounds, &mut objective, &mut evaluations)
        else {
            break;
        };
        stalled = if there.value - here.value < STALL { stalled + 1 } else { 0 };
        point = next;
        here = there;
        if stalled == STALLS {
            break;
        }
    }
    Maximum { point, evaluation: here, evaluations, converged: false }
}

/// [`maximise`] for a function that knows its value and gradient only: the
/// Hessian is made of central differences of the gradient, 2N more calls at
/// every point.
pub(crate) fn maximise_by_gradient<const N: usize>(
    start: [f64; N],
    bounds: &Bounds<N>,
    mut objective: impl FnMut(&[f64; N]) -> Slope<N>,
) -> Maximum<N> {
    maximise(start, bounds, |point| Evaluation::by_differences(point, &mut objective))
}

/// Which variables sit on a bound that the gradient pushes against.
fn held_by_bounds<const N: usize>(
    point: &[f64; N],
    gradient: &[f64; N],
    bounds: &Bounds<N>,
) -> [bool; N] {
    std::array::from_fn(|i| {
        (point[i] <= bounds.low[i] && gradient[i] < 0.0)
            || (point[i] >= bounds.high[i] && gradient[i] > 0.0)
    })
}

/// A step up.
struct Step<const N: usize> {
    /// What to add to each variable, [`LONGEST_STEP`] at most.
    by: [f64; N],
    /// The climb to expect of the whole of it.
    promise: f64,
    /// Its largest part before it was cut.
    length: f64,
}

/// The Newton step with eigenvalues by absolute value, and what it promises:
/// half its slope. Held variables stay.
fn climbing_step<const N: usize>(here: &Evaluation<N>, held: &[bool; N]) -> Step<N> {
    let mut hessian = here.hessian;
    let mut gradient = here.gradient;
    for i in (0..N).filter(|&i| held[i]) {
        gradient[i] = 0.0;
        hessian[i] = [0.0; N];
        for row in &mut hessian {
            row[i] = 0.0;
        }
        hessian[i][i] = -1.0;
    }
    let Eigen { values, vectors } = eigen(&hessian);
    let steepest = values.iter().fold(f64::MIN_POSITIVE, |most, v| most.max(v.abs()));
    let mut by = [0.0; N];
    for k in 0..N {
        let along: f64 = (0..N).map(|i| vectors[i][k] * gradient[i]).sum();
        let length = along / values[k].abs().max(1e-12 * steepest);
        for i in 0..N {
            by[i] += vectors[i][k] * length;
        }
    }
    let promise = 0.5 * (0..N).map(|i| by[i] * gradient[i]).sum::<f64>();
    let length = by.iter().fold(0.0f64, |most, part| most.max(part.abs()));
    if length > LONGEST_STEP {
        for part in &mut by {
            *part *= LONGEST_STEP / length;
        }
    }
    Step { by, promise, length }
}

/// Halves `step` until it climbs enough; `None` where no length does.
fn climb<const N: usize>(
    point: &[f64; N],
    here: &Evaluation<N>,
    step: &[f64; N],
    bounds: &Bounds<N>,
    objective: &mut impl FnMut(&[f64; N]) -> Evaluation<N>,
    evaluations: &mut usize,
) -> Option<([f64; N], Evaluation<N>)> {
    // Sums over millions of customers are rounded; a climb within the rounding is one.
    let rounding = 1e-13 * here.value.abs();
    let mut length = 1.0;
    for _ in 0..30 {
        let next = bounds.clamp(std::array::from_fn(|i| point[i] + length * step[i]));
        let there = objective(&next);
        *evaluations += 1;
        let slope: f64 = (0..N).map(|i| here.gradient[i] * (next[i] - point[i])).sum();
        if there.is_finite() && there.value >= here.value + 1e-4 * slope - rounding {
            return Some((next, there));
        }
        length *= 0.5;
    }
    None
}

//! Logistic regression on cells of alike customers.
//!
//! log(p/(1 − p)) = b₀ + b₁·f₁ + … where a cell is `trials` customers with the
//! same features, `events` of whom it happened to.
//!
//! [`Logistic::fit`] maximises the likelihood times √|information| (Firth, Biometrika 80,
//! 1993): half an event and half a non-event of prior, spread over the cells by
//! their leverage. In large cells that is maximum likelihood; and where some
//! feature tells events from the others without an error (nobody of the newest
//! customers is lost yet) maximum likelihood has no finite answer while this
//! has (Heinze & Schemper, Statistics in Medicine 21, 2002).
//! [`Logistic::fit_unpenalised`] is plain maximum likelihood.
//!
//! Both are found by iteratively reweighted least squares (`McCullagh` &
//! Nelder, Generalized Linear Models, 2nd ed., 1989, §4.4); standard errors are
//! those of the inverse information.
//!
//! ```
//! use stats::logistic::{Cells, Logistic};
//!
//! // 30 of 100 customers with the feature left, 10 of 80 without.
//! let mut cells = Cells::new(1);
//! cells.push(&[1.0], 30.0, 100.0);
//! cells.push(&[0.0], 10.0, 80.0);
//! let fitted = Logistic::fit_unpenalised(&cells)?;
//! assert!((fitted.odds_ratio(0).unwrap() - 3.0).abs() < 1e-9);
//! # Ok::<(), stats::logistic::LogisticError>(())
//! ```

mod cells;
#[cfg(test)]
mod tests;

pub use cells::Cells;

use crate::cholesky::Cholesky;
use crate::inference::two_sided_p;
use crate::special::logistic;

/// Why there is no regression.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum LogisticError {
    /// No cells with anybody in them.
    #[error("there are no customers to fit the regression to")]
    Empty,
    /// Features that say the same.
    #[error("feature {0} (from 1) is a combination of the constant and the features before it")]
    Collinear(usize),
    /// The features tell events from the others without an error, or nearly
    /// so, and the likelihood grows for ever.
    #[error("the features separate the events from all others, so no odds ratio is finite")]
    Separated,
}

/// A fitted regression.
#[derive(Debug, Clone, PartialEq)]
pub struct Logistic {
    /// The intercept, then one log odds ratio a feature.
    pub coefficients: Vec<f64>,
    /// Their standard errors, > 0.
    pub standard_errors: Vec<f64>,
    /// Log-likelihood there, without penalty and binomial constants.
    pub log_likelihood: f64,
    /// Customers it was fitted to.
    pub n: f64,
}

/// A point of the search.
struct At {
    coefficients: Vec<f64>,
    /// Of the information there.
    factor: Cholesky,
    /// What is maximised.
    value: f64,
}

impl At {
    fn new(cells: &Cells, coefficients: Vec<f64>, penalised: bool) -> Result<Self, usize> {
        let factor = Cholesky::of(&cells.information(&coefficients), cells.columns())?;
        let penalty = if penalised { 0.5 * factor.ln_determinant() } else { 0.0 };
        let value = cells.log_likelihood(&coefficients) + penalty;
        Ok(Self { coefficients, factor, value })
    }
}

fn climb(cells: &Cells, penalised: bool) -> Result<Logistic, LogisticError> {
    /// Steps before the search gives up; most need fewer than ten.
    const STEPS: usize = 200;
    /// Steps shorter than this, in standard errors, are at the maximum.
    const CLOSE: f64 = 1e-8;
    /// Log odds that change by less in a step have settled.
    const SETTLED: f64 = 1e-3;

    let (events, n) = cells.totals();
    if n <= 0.0 {
        return Err(LogisticError::Empty);
    }
    if !penalised && (events <= 0.0 || events >= n) {
        return Err(LogisticError::Separated);
    }
    let mut coefficients = vec![0.0; cells.columns()];
    coefficients[0] = ((events + 0.5) / (n - events + 0.5)).ln();
    let mut here = At::new(cells, coefficients, penalised).map_err(LogisticError::Collinear)?;
    for _ in 0..STEPS {
        let inverse = here.factor.inverse();
        let penalty = penalised.then_some(inverse.as_slice());
        let (gradient, information) = cells.score(&here.coefficients, penalty);
        let factor = Cholesky::of(&information, cells.columns());
        let direction = factor.map_err(|_| LogisticError::Separated)?.solve(&gradient);
        let decrement = dot(&direction, &gradient).max(0.0).sqrt();
        if decrement < CLOSE {
            // At a true maximum the step itself is short as well. Where the
            // features separate the events the log odds go on growing by about
            // one a step, though the likelihood has nothing left to gain.
            if cells.largest_change(&direction) > SETTLED {
                return Err(LogisticError::Separated);
            }
            let variances = inverse.iter().step_by(cells.columns() + 1);
            return Ok(Logistic {
                standard_errors: variances.map(|variance| variance.sqrt()).collect(),
                log_likelihood: cells.log_likelihood(&here.coefficients),
                coefficients: here.coefficients,
                n,
            });
        }
        here = next(cells, &here, &direction, penalised).ok_or(LogisticError::Separated)?;
    }
    Err(LogisticError::Separated)
}

/// The point along `direction` where the value is no lower: a full step may
/// overshoot, and is halved until it does not. `None` where no step is sound.
fn next(cells: &Cells, here: &At, direction: &[f64], penalised: bool) -> Option<At> {
    /// Falls below this part of the value are rounding.
    const ROUNDING: f64 = 1e-13;
    const HALVINGS: i32 = 40;
    (0..HALVINGS).find_map(|halvings| {
        let length = 0.5_f64.powi(halvings);
        let coefficients = here.coefficients.iter().zip(direction).map(|(b, d)| b + length * d);
        let there = At::new(cells, coefficients.collect(), penalised).ok()?;
        (there.value >= here.value - ROUNDING * here.value.abs()).then_some(there)
    })
}

impl Logistic {
    /// Fits the regression by Firth's penalised likelihood.
    ///
    /// # Errors
    /// [`LogisticError`]: no cells, features that depend on one another, or
    /// numbers so large that the search finds no end.
    pub fn fit(cells: &Cells) -> Result<Self, LogisticError> {
        climb(cells, true)
    }

    /// Fits the regression by maximum likelihood.
    ///
    /// # Errors
    /// [`LogisticError`]: no cells, features that depend on one another, or
    /// features that separate the events from the rest.
    pub fn fit_unpenalised(cells: &Cells) -> Result<Self, LogisticError> {
        climb(cells, false)
    }

    /// The odds ratio of one unit more of feature `i` (from 0), all others
    /// equal; `None` where there is no such feature.
    #[must_use]
    pub fn odds_ratio(&self, i: usize) -> Option<f64> {
        self.coefficients.get(i + 1).map(|b| b.exp())
    }

    /// Two-sided p of "feature `i` (from 0) makes no difference" (Wald); `None`
    /// where there is no such feature.
    #[must_use]
    pub fn p(&self, i: usize) -> Option<f64> {
        let b = self.coefficients.get(i + 1)?;
        Some(two_sided_p(b / self.standard_errors[i + 1]))
    }

    /// The probability of the event given the features, 0..=1; features beyond
    /// those fitted count for nothing.
    #[must_use]
    pub fn probability(&self, features: &[f64]) -> f64 {
        logistic(self.coefficients[0] + dot(features, &self.coefficients[1..]))
    }
}

fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

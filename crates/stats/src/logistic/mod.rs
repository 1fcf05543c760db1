//! Logistic regression on cells of alike customers.
//!
//! log(p/(1 − p)) = b₀ + b₁·f₁ + … where a cell is `trials` customers with the
//! same features, `events` of whom it happened to. Fitted by maximum
//! likelihood, which iteratively reweighted least squares finds (`McCullagh` &
//! Nelder, Generalized Linear Models, 2nd ed., 1989, §4.4); standard errors are
//! those of the inverse information.
//!
//! ```
//! use stats::logistic::{Cells, fit};
//!
//! // 30 of 100 customers with the feature left, 10 of 80 without.
//! let mut cells = Cells::new(1);
//! cells.push(&[1.0], 30.0, 100.0);
//! cells.push(&[0.0], 10.0, 80.0);
//! let fitted = fit(&cells)?;
//! assert!((fitted.odds_ratio(0).unwrap() - 3.0).abs() < 1e-9);
//! # Ok::<(), stats::logistic::LogisticError>(())
//! ```

use crate::cholesky::Cholesky;
use crate::inference::two_sided_p;
use crate::special::{logistic, softplus};

#[cfg(test)]
mod tests;

/// Cells of customers with the same features.
#[derive(Debug, Clone, PartialEq)]
pub struct Cells {
    columns: usize,
    /// One row a cell: a leading 1 for the intercept, then the features.
    rows: Vec<f64>,
    events: Vec<f64>,
    trials: Vec<f64>,
}

/// Why there is no regression.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum LogisticError {
    /// No cells with anybody in them.
    #[error("there are no customers to fit the regression to")]
    Empty,
    /// Features that say the same.
    #[error("feature {0} (from 1) is a combination of the constant and the features before it")]
    Collinear(usize),
    /// The features tell events from the others without an error, so the
    /// likelihood grows for ever.
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
    /// Log-likelihood at the maximum, binomial constants left out.
    pub log_likelihood: f64,
    /// Customers it was fitted to.
    pub n: f64,
}

impl Cells {
    /// No cells yet, of `features` features each.
    #[must_use]
    pub fn new(features: usize) -> Self {
        Self { columns: features + 1, rows: Vec::new(), events: Vec::new(), trials: Vec::new() }
    }

    /// Adds a cell. Cells of nobody, with a number that is not finite, with
    /// more events than trials or another number of features are no cells and
    /// left out; the return value says whether it was taken.
    pub fn push(&mut self, features: &[f64], events: f64, trials: f64) -> bool {
        let sound = features.len() + 1 == self.columns
            && features.iter().all(|feature| feature.is_finite())
            && trials.is_finite()
            && trials > 0.0
            && (0.0..=trials).contains(&events);
        if sound {
            self.rows.push(1.0);
            self.rows.extend_from_slice(features);
            self.events.push(events);
            self.trials.push(trials);
        }
        sound
    }

    fn iter(&self) -> impl Iterator<Item = (&[f64], f64, f64)> {
        self.rows
            .chunks_exact(self.columns)
            .zip(self.events.iter().zip(&self.trials))
            .map(|(row, (&events, &trials))| (row, events, trials))
    }

    fn log_likelihood(&self, coefficients: &[f64]) -> f64 {
        self.iter()
            .map(|(row, events, trials)| {
                let eta = dot(row, coefficients);
                events * eta - trials * softplus(eta)
            })
            .sum()
    }

    /// Gradient and information of the log-likelihood.
    fn score(&self, coefficients: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let p = self.columns;
        let mut gradient = vec![0.0; p];
        let mut information = vec![0.0; p * p];
        for (row, events, trials) in self.iter() {
            let eta = dot(row, coefficients);
            let mean = logistic(eta);
            let residual = events - trials * mean;
            let weight = trials * mean * logistic(-eta);
            for (i, &feature) in row.iter().enumerate() {
                gradient[i] += residual * feature;
                for (j, &other) in row[..=i].iter().enumerate() {
                    information[i * p + j] += weight * feature * other;
                }
            }
        }
        (gradient, information)
    }
}

/// Fits the regression.
///
/// # Errors
/// [`LogisticError`]: no cells, features that depend on one another, or
/// features that separate the events from the rest.
pub fn fit(cells: &Cells) -> Result<Logistic, LogisticError> {
    /// Steps until convergence; quadratic ones need fewer than ten.
    const STEPS: usize = 40;
    /// Steps shorter than this, in standard errors, are at the maximum.
    const CLOSE: f64 = 1e-8;
    /// Log odds that change by less in a step have settled.
    const SETTLED: f64 = 1e-3;

    let n: f64 = cells.trials.iter().sum();
    let events: f64 = cells.events.iter().sum();
    if n <= 0.0 {
        return Err(LogisticError::Empty);
    }
    if events <= 0.0 || events >= n {
        return Err(LogisticError::Separated);
    }
    let mut coefficients = vec![0.0; cells.columns];
    coefficients[0] = (events / (n - events)).ln();
    let mut log_likelihood = cells.log_likelihood(&coefficients);
    for step in 0..STEPS {
        let (gradient, information) = cells.score(&coefficients);
        let factor = Cholesky::of(&information, cells.columns).map_err(|column| match step {
            0 => LogisticError::Collinear(column),
            _ => LogisticError::Separated,
        })?;
        let direction = factor.solve(&gradient);
        let decrement = dot(&direction, &gradient).max(0.0).sqrt();
        if decrement < CLOSE {
            // At a true maximum the step itself is short as well. Where the
            // features separate the events the log odds go on growing by about
            // one a step, though the likelihood has nothing left to gain.
            if cells.iter().any(|(row, ..)| dot(row, &direction).abs() > SETTLED) {
                return Err(LogisticError::Separated);
            }
            let variances = factor.inverse_diagonal();
            let standard_errors = variances.into_iter().map(f64::sqrt).collect();
            return Ok(Logistic { coefficients, standard_errors, log_likelihood, n });
        }
        // Newton's step may overshoot: halve it until the likelihood grows.
        let mut length = 1.0;
        loop {
            let next: Vec<f64> =
                coefficients.iter().zip(&direction).map(|(b, d)| b + length * d).collect();
            let value = cells.log_likelihood(&next);
            if value >= log_likelihood || length < CLOSE {
                coefficients = next;
                log_likelihood = value;
                break;
            }
            length /= 2.0;
        }
    }
    Err(LogisticError::Separated)
}

impl Logistic {
    /// The odds ratio of one unit more of feature `i` (from 0), all others
    /// equal.
    #[must_use]
    pub fn odds_ratio(&self, i: usize) -> Option<f64> {
        self.coefficients.get(i + 1).map(|b| b.exp())
    }

    /// Two-sided p of "feature `i` (from 0) makes no difference" (Wald).
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

//! What the fit of any model comes with: its parameters, their standard errors
//! and how the search for them ended.

use crate::optimise::Maximum;

/// One parameter of a fitted model.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Parameter {
    /// Its symbol in the paper.
    pub name: &'static str,
    /// Its estimate.
    pub value: f64,
    /// Its standard error by the observed information; `None` where that is
    /// singular or not positive definite, as it is at many a bound.
    pub standard_error: Option<f64>,
}

/// A model and how it was fitted, by maximum likelihood.
#[derive(Debug, Clone, PartialEq)]
pub struct Fit<M> {
    /// The model at the maximum of the likelihood.
    pub model: M,
    /// Its parameters, in the paper's order.
    pub parameters: Vec<Parameter>,
    /// Log-likelihood at the maximum.
    pub log_likelihood: f64,
    /// Customers it was fitted to.
    pub n: u64,
    /// Whether this is a maximum inside the range searched. False where
    ///
    /// - a parameter ended at a bound of that range, which spans many powers of
    ///   ten, and the likelihood still climbs towards it, as where customers
    ///   are all alike or too few;
    /// - the likelihood flattens without end, so that it has no maximum;
    /// - the search was given up: after 200 steps, after four in a row that
    ///   gained less than 1e-6, or where no step climbed.
    ///
    /// The model is then the best point that was found.
    pub converged: bool,
}

/// Why a model could not be fitted.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum FitError {
    /// No histories.
    #[error("there are no customers to fit the model to")]
    Empty,
    /// Nobody ever came back.
    #[error("nobody ever came back, so the model has nothing to learn from")]
    NoRepeats,
    /// The gaps between purchases are needed and not there.
    #[error(
        "regular buyers are told from others by the gaps between their purchases, which are missing; add the sum of their logs to the histories"
    )]
    GapsMissing,
    /// An argument outside its domain.
    #[error("{name} = {value} is outside its domain ({domain})")]
    Domain {
        /// The argument.
        name: &'static str,
        /// Its value.
        value: f64,
        /// What it must be.
        domain: &'static str,
    },
}

impl FitError {
    /// Refuses a parameter that is not positive and finite.
    pub(crate) fn check_positive(name: &'static str, value: f64) -> Result<(), Self> {
        if value > 0.0 && value.is_finite() {
            Ok(())
        } else {
            Err(Self::Domain { name, value, domain: "a positive number" })
        }
    }
}

/// The fit of `model` to `n` customers at the `maximum` of its log-likelihood,
/// whose variables are the logs of the parameters called `names`. Standard
/// errors by the delta method: the error of a log is a relative one.
pub(crate) fn fit_by_logs<M, const N: usize>(
    model: M,
    names: [&'static str; N],
    maximum: &Maximum<N>,
    n: u64,
) -> Fit<M> {
    let errors = maximum.standard_errors();
    let parameters = (0..N)
        .map(|i| {
            let value = maximum.point[i].exp();
            let standard_error = errors.map(|of_logs| of_logs[i] * value);
            Parameter { name: names[i], value, standard_error }
        })
        .collect();
    Fit {
        model,
        parameters,
        log_likelihood: maximum.evaluation.value,
        n,
        converged: maximum.converged,
    }
}

//! Fitted models as the review shows them.

use review::figures::FittedModel;
use stats::silent::Fit;

/// Parameters, errors and likelihood of a fit.
pub(crate) fn figures<M>(fit: &Fit<M>) -> FittedModel {
    FittedModel {
        params: fit.parameters.iter().map(|p| (p.name, p.value)).collect(),
        standard_errors: fit.parameters.iter().map(|p| (p.name, p.standard_error)).collect(),
        log_likelihood: fit.log_likelihood,
        n: fit.n,
        converged: fit.converged,
    }
}

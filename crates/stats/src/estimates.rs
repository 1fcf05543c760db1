//! A fit out of a search in the logarithms of its parameters.

use crate::optimise::Maximum;
use crate::silent::{Fit, Parameter};

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

//! Fitted models as the review shows them.

use review::figures::FittedModel;
use stats::fit::Fit;

/// Parameters, errors and likelihood of a fit. Where the search stopped short of
/// the maximum the information there says nothing about the errors.
pub(crate) fn figures<M>(fit: &Fit<M>) -> FittedModel {
    FittedModel {
        params: fit.parameters.iter().map(|p| (p.name, p.value)).collect(),
        standard_errors: fit
            .parameters
            .iter()
            .map(|p| (p.name, p.standard_error.filter(|_| fit.converged)))
            .collect(),
        log_likelihood: fit.log_likelihood,
        n: fit.n,
        converged: fit.converged,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_search_that_stopped_short_has_no_standard_errors() {
        let of = |converged| {
            let parameter =
                stats::fit::Parameter { name: "r", value: 0.5, standard_error: Some(0.01) };
            let parameters = vec![parameter];
            figures(&Fit { model: (), parameters, log_likelihood: -9.0, n: 3, converged })
        };
        assert_eq!(of(true).standard_errors, [("r", Some(0.01))]);
        assert_eq!(of(false).standard_errors, [("r", None)]);
        assert_eq!(of(false).params, of(true).params);
    }
}

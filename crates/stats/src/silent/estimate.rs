//! From a search in log-parameters to a [`Fit`].

use crate::fit::{Fit, fit_by_logs};
use crate::histories::Histories;
use crate::optimise::Maximum;

/// The parameters (times in days) at the top of the likelihood.
pub(crate) struct Estimate<const N: usize> {
    /// In the paper's order.
    pub parameters: [f64; N],
    maximum: Maximum<N>,
}

/// Customers in the sample that large fits begin with: enough to land within
/// some percent of the end, from where Newton's method takes two or three steps.
const SAMPLE: u64 = 20_000;

impl<const N: usize> Estimate<N> {
    /// Searches from `start`, in logs; where there are many distinct histories,
    /// first on a sample of the customers, then on all.
    pub fn new(
        histories: &Histories,
        start: [f64; N],
        search: impl Fn(&Histories, [f64; N]) -> Maximum<N>,
    ) -> Self {
        let start = if histories.distinct() as u64 > SAMPLE {
            let of_sample = search(&histories.sample(SAMPLE), start);
            if of_sample.converged { of_sample.point } else { start }
        } else {
            start
        };
        let maximum = search(histories, start);
        Self { parameters: maximum.point.map(f64::exp), maximum }
    }

    /// The fit in the histories' unit of time; `is_time` tells which parameters
    /// are times. `None` for errors at a bound or on a ridge.
    pub fn fit<M>(
        &self,
        model: M,
        names: [&'static str; N],
        is_time: [bool; N],
        histories: &Histories,
    ) -> Fit<M> {
        let unit = histories.days_per_unit();
        let mut fit = fit_by_logs(model, names, &self.maximum, histories.customers());
        let times = fit.parameters.iter_mut().zip(is_time).filter(|(_, is_time)| *is_time);
        for (parameter, _) in times {
            parameter.value /= unit;
            parameter.standard_error = parameter.standard_error.map(|error| error / unit);
        }
        // Each repeat purchase has a density in time: per unit, not per day.
        fit.log_likelihood += histories.repeat_purchases() as f64 * unit.ln();
        fit
    }
}

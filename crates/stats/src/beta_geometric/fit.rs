//! Maximum likelihood for the family.

use super::likelihood::log_likelihood;
use super::{BetaGeometric, Shape};
use crate::fit::{Fit, FitError};
use crate::histories::Histories;
use crate::optimise::{Bounds, maximise};
use crate::silent::Estimate;

/// Parameters stay within these, in logs: r, α (days), a, b.
const BOUNDS: Bounds<4> = Bounds { low: [-14.0, -9.0, -14.0, -14.0], high: [9.0, 18.0, 9.0, 9.0] };

impl BetaGeometric {
    /// Fits a model of `shape`; `wrap` makes it the public type.
    pub(crate) fn fit<M>(
        shape: Shape,
        histories: &Histories,
        wrap: impl FnOnce(Self) -> M,
    ) -> Result<Fit<M>, FitError> {
        let estimate = Estimate::new(histories, start(shape, histories)?, |histories, start| {
            maximise(start, &BOUNDS, |logs| {
                let parameters = logs.map(f64::exp);
                log_likelihood(shape, histories, &parameters).in_logs(&parameters)
            })
        });
        let model = Self::check(shape, estimate.parameters)?;
        Ok(estimate.fit(
            wrap(model),
            ["r", "alpha", "a", "b"],
            [false, true, false, false],
            histories,
        ))
    }
}

/// A plausible beginning: half the customers' spread of rates around a rate
/// somewhat above the mean, which those who left drag down.
fn start(shape: Shape, histories: &Histories) -> Result<[f64; 4], FitError> {
    let per_day = histories.mean_rate()?;
    let r: f64 = 0.5;
    let alpha = r / (2.0 * per_day * f64::from(shape.k));
    Ok([r.ln(), alpha.ln(), 0.0, 2.0f64.ln()])
}

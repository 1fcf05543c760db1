//! Maximum likelihood.

use super::ParetoNbd;
use super::likelihood::log_likelihood;
use crate::fit::{Fit, FitError};
use crate::histories::Histories;
use crate::optimise::{Bounds, maximise};
use crate::silent::Estimate;

/// Parameters stay within these, in logs: r, α (days), s, β (days).
const BOUNDS: Bounds<4> = Bounds { low: [-14.0, -9.0, -14.0, -9.0], high: [9.0, 18.0, 9.0, 18.0] };

impl ParetoNbd {
    /// Fits the model by maximum likelihood.
    ///
    /// # Errors
    /// No customers, or none who came back.
    pub fn fit(histories: &Histories) -> Result<Fit<Self>, FitError> {
        let per_day = histories.mean_rate()?;
        let mean_days = histories.days_observed() as f64 / histories.customers() as f64;
        // Rates somewhat above the mean, which those who left drag down; lifetimes
        // about as long as the time observed.
        let (r, s): (f64, f64) = (0.5, 0.5);
        let (alpha, beta) = (r / (2.0 * per_day), mean_days.max(1.0) * 0.5);
        let start = [r, alpha, s, beta].map(f64::ln);
        let estimate = Estimate::new(histories, start, |histories, start| {
            maximise(start, &BOUNDS, |logs| {
                let parameters = logs.map(f64::exp);
                log_likelihood(histories, &parameters).in_logs(&parameters)
            })
        });
        let [r, alpha, s, beta] = estimate.parameters;
        let model = Self::new(r, alpha, s, beta)?;
        Ok(estimate.fit(model, ["r", "alpha", "s", "beta"], [false, true, false, true], histories))
    }
}

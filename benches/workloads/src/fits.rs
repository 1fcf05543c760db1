//! Fitting, with the clock running from plain histories to the maximum.

use std::time::{Duration, Instant};

use anyhow::Result;
use stats::bg_nbd::BgNbd;
use stats::fit::{Fit, FitError};
use stats::histories::Histories;
use stats::pareto_nbd::ParetoNbd;
use stats::silent::History;

use crate::{Model, tell};

/// Fits so often and tells the median: a fit takes milliseconds, and the first
/// one also pays for the memory.
const TIMES: usize = 5;

/// Fits the model and prints how long it took and the log-likelihood.
pub fn fit(model: Model, customers: &[History]) -> Result<()> {
    let (took, log_likelihood) = match model {
        Model::BgNbd => timed(customers, BgNbd::fit)?,
        Model::ParetoNbd => timed(customers, ParetoNbd::fit)?,
    };
    tell(took);
    println!("log-likelihood {log_likelihood:.2}");
    Ok(())
}

/// The median time, packing and counting included, and the log-likelihood.
fn timed<M>(
    customers: &[History],
    fit: impl Fn(&Histories) -> Result<Fit<M>, FitError>,
) -> Result<(Duration, f64)> {
    let mut took = Vec::with_capacity(TIMES);
    let mut log_likelihood = f64::NAN;
    for _ in 0..TIMES {
        let start = Instant::now();
        log_likelihood = fit(&Histories::new(customers)?)?.log_likelihood;
        took.push(start.elapsed());
    }
    took.sort_unstable();
    Ok((took[TIMES / 2], log_likelihood))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::histories;

    #[test]
    fn both_models_are_fitted() {
        for model in [Model::BgNbd, Model::ParetoNbd] {
            let customers = histories::one_cohort(model, 5_000).unwrap();
            fit(model, &customers).unwrap();
        }
    }
}

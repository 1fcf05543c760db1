//! How good was a forecast?
//!
//! Of counts: [`rmse`], [`crps`] and [`poisson_crps`]. Of yes or no: [`Ranked`],
//! with the area under the ROC curve, calibration, lift and accuracy, and
//! [`best_cutoff`].
//! Customers with equal scores are never told apart, so that no figure of
//! [`Ranked`] depends on the order in which they come.
//!
//! ```
//! use stats::scores::Ranked;
//!
//! let outcomes = vec![(0.9, true), (0.5, true), (0.5, false), (0.1, false)];
//! assert_eq!(Ranked::new(outcomes).and_then(|ranked| ranked.auc()), Some(0.875));
//! ```

mod counts;
mod cutoff;
mod ranked;

pub use counts::{crps, poisson_crps, rmse};
pub use cutoff::{Outcomes, best_cutoff};
pub use ranked::{Bin, Ranked};

#[cfg(test)]
#[expect(clippy::float_cmp, reason = "the exact value is meant")]
mod tests;

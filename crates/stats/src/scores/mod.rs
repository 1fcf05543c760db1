//! How good was a forecast?
//!
//! Of counts: [`rmse`], [`crps`]. Of yes or no: [`auc`], [`calibration`],
//! [`lift_at_top`], [`accuracy`] and [`best_cutoff`]. Customers with equal
//! scores are never told apart, so that no figure depends on the order in which
//! they come.

mod counts;
mod ranked;

pub use counts::{crps, rmse};
pub use ranked::{Bin, Cutoff, Ranked};

#[cfg(test)]
#[expect(clippy::float_cmp, reason = "the exact value is meant")]
mod tests;

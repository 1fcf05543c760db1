//! Is the difference real? Tests and intervals of means and of shares.
//!
//! - [`welch`]: means of two samples whose variances may differ;
//! - [`TwoByTwo`]: the share of events in two groups, as a risk ratio with its
//!   interval and a two-sided p;
//! - [`benjamini_hochberg`]: many p at once.

mod multiple;
mod normal;
mod proportions;
mod welch;

pub use multiple::benjamini_hochberg;
pub use normal::z_of;
pub(crate) use normal::{cumulative, two_sided_p};
pub use proportions::{RiskRatio, TwoByTwo};
pub use welch::{Sample, Welch, welch};

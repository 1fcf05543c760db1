//! Is the difference real? Tests and intervals of means and of shares.
//!
//! - [`welch()`]: means of two samples whose variances may differ;
//! - [`TwoByTwo`]: the share of events in two groups, as a risk ratio with its
//!   interval and a two-sided p;
//! - [`benjamini_hochberg`]: many p at once.
//!
//! ```
//! use stats::inference::TwoByTwo;
//!
//! let table =
//!     TwoByTwo { events_here: 15, n_here: 100, events_elsewhere: 5, n_elsewhere: 100 };
//! assert!((table.risk_ratio(0.95).unwrap().ratio - 3.0).abs() < 1e-12);
//! assert!(table.p().unwrap() < 0.02);
//! ```

mod multiple;
mod normal;
mod proportions;
mod welch;

pub use multiple::benjamini_hochberg;
pub use normal::z_of;
pub(crate) use normal::{cumulative, two_sided_p};
pub use proportions::{RiskRatio, TwoByTwo};
pub use welch::{Sample, Welch, welch};

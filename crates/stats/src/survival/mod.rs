//! How long customers stay: the Kaplan–Meier curve and the log-rank test.
//!
//! Both read [`Lifetimes`]: how many left, and how many were still there when
//! last seen, at each age. Ages are whole units of the caller's choice (days in
//! the review).
//!
//! ```
//! use stats::survival::{Lifetimes, kaplan_meier};
//!
//! // Two left, at 30 and 90 days; one was still there when last seen at 60.
//! let lifetimes: Lifetimes = [(30, true), (60, false), (90, true)].into_iter().collect();
//! let curve = kaplan_meier(&lifetimes, 0.95);
//! assert!((curve.at(45) - 2.0 / 3.0).abs() < 1e-12);
//! assert_eq!(curve.median(), Some(90));
//! ```

mod kaplan_meier;
mod lifetimes;
mod log_rank;

pub use kaplan_meier::{Curve, CurvePoint, kaplan_meier};
pub use lifetimes::{Exits, Lifetimes};
pub use log_rank::{LogRank, log_rank};

#[cfg(test)]
#[expect(clippy::float_cmp, reason = "the exact value is meant")]
mod tests;

//! How long customers stay: the Kaplan–Meier curve and the log-rank test.
//!
//! Both read [`Lifetimes`]: how many left, and how many were still there when
//! last seen, at each age. Ages are whole units of the caller's choice (days in
//! the review).

mod kaplan_meier;
mod lifetimes;
mod log_rank;

pub use kaplan_meier::{Curve, CurvePoint, kaplan_meier};
pub use lifetimes::{Exits, Lifetimes};
pub use log_rank::{LogRank, log_rank};

#[cfg(test)]
#[expect(clippy::float_cmp, reason = "the exact value is meant")]
mod tests;

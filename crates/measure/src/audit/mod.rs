//! The audit of the lost: what those who left have in common (definitions,
//! "The audit of the lost"), and the same by source.
//!
//! The population is everybody; what is held against each value of each
//! attribute is the share lost among those who have it and among all others.
//! The first pass counts customers by value ([`ValueCounts`]); values that
//! enough of them have get a row ([`Columns`]); the second pass counts who of
//! them is lost ([`Audit`]); [`table`](Audit::finish) compares.

mod columns;
mod counts;
mod groups;
mod missing;
mod strata;
mod table;

pub(crate) use columns::Columns;
pub(crate) use counts::ValueCounts;
pub(crate) use missing::{no_audit, no_sources};
pub(crate) use strata::Strata;
pub(crate) use table::Audit;

/// Customers a value needs to be compared.
const FEWEST: u64 = 30;

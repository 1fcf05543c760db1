//! The log: everything that happened, written in the transaction in which it
//! happened.
//!
//! Timeline and audit are queries of it; search, counters, facts and signals
//! are readers of it, each with a cursor of its own. A reader never misses an
//! entry: on `SQLite` there is one writer; on PostgreSQL, where transactions
//! commit in another order than they begin, entries are ordered by transaction
//! and read only below the oldest transaction still in flight.

mod actor;
mod audit;
mod cursor;
mod entry;
mod history;
mod lateness;
mod mine;
mod reader;

pub use actor::Actor;
pub use audit::{Found, Sought};
pub use cursor::Cursor;
pub use entry::{Entry, Event, Subject, written};
pub use history::{Before, Earlier, NoPlace};
pub(crate) use lateness::Latest;
pub use reader::{LogReader, catch_up, follow, read_all, rebuild};

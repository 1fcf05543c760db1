//! Jobs: work that is done later, once.
//!
//! A job is asked for in the transaction that causes it, so there is neither a
//! change without its job nor a job without its change. Whoever takes it up
//! holds a lease; the lease is checked in the transaction of the job's effect,
//! so that of two processes that both believe they hold it only one has an
//! effect. A process that dies leaves its lease to run out, and another takes
//! the job up. What fails is tried again, later each time, and after the last
//! try it is put aside with its error, for people to decide.

mod backoff;
mod given_up;
mod job;
mod lease;
mod timetable;
mod worker;

pub use given_up::GivenUp;
pub use job::Job;
pub use lease::{Finished, Lease, Leased};
pub use timetable::Timetable;
pub use worker::{Failed, Worker};

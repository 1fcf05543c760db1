//! Where the record is kept: transactions over SQLite and PostgreSQL, and the
//! log of everything that happened.

pub mod db;
pub mod jobs;
pub mod log;
pub mod search;
mod migrate;

pub use db::{Db, Snapshot, StoreError, Tx};

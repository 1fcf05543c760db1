//! Where the record is kept: transactions over SQLite and PostgreSQL, and the
//! log of everything that happened.

pub mod db;
pub mod jobs;
pub mod log;
mod migrate;

pub use db::{Db, Snapshot, StoreError, Tx};

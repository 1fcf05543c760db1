//! Where the record is kept: transactions over SQLite and PostgreSQL, and the
//! log of everything that happened.

// What `store-derive` derives names this crate, within it too.
extern crate self as store;

pub mod backup;
pub mod blobs;
pub mod db;
mod disk;
pub mod doctor;
mod id;
pub mod jobs;
pub mod log;
mod migrate;
pub mod once;
mod pulse;
pub mod search;

pub use db::{Db, Snapshot, StoreError, Tx};
pub use id::{listed, listed_texts};
pub use pulse::Pulse;
pub use store_derive::{Row, Value};

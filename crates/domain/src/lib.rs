//! The business: who its customers are, what happened with them and who works
//! for it.
//!
//! One folder for each room. A room's `mod.rs` is its door: reading functions
//! take a [`store::Snapshot`], changing ones a [`store::Tx`], in which they
//! also write the log. Rules are pure; SQL stands in `store.rs` alone.

pub mod jobs;
pub mod know;
pub mod office;
pub mod prove;
pub mod readers;

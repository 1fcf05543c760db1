//! Commands that work on the record of a business: serving it, who may enter,
//! and that nothing of it is lost.

pub mod arguments;
mod error;
mod log;
mod safety;
mod serve;
mod staff;

use std::sync::Arc;

use anyhow::{Context as _, Result};
use kernel::SystemClock;
use store::Db;
use store::db::Place;

pub use error::RecordError;
pub use safety::{examine as doctor, restore, take as backup, verify};
pub use serve::run as serve;
pub use staff::run as user;

/// Runs a command that talks to the record.
fn on_runtime<T>(work: impl Future<Output = Result<T>>) -> Result<T> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build();
    runtime.context("cannot start threads")?.block_on(work)
}

/// Opens the record, and makes it where there is none.
async fn open(place: &Place) -> Result<Db, RecordError> {
    let db = Db::open(place, Arc::new(SystemClock)).await;
    db.map_err(|source| RecordError::CannotOpen { place: place.to_string(), source })
}

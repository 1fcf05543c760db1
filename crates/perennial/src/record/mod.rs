//! Commands that work on the record of a business: serving it, and who may
//! enter.

pub mod arguments;
mod serve;
mod staff;

use std::sync::Arc;

use anyhow::{Context as _, Result};
use kernel::SystemClock;
use store::Db;
use store::db::Place;

pub use serve::run as serve;
pub use staff::run as user;

/// Runs a command that talks to the record.
fn on_runtime<T>(work: impl Future<Output = Result<T>>) -> Result<T> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build();
    runtime.context("cannot start threads")?.block_on(work)
}

async fn open(place: &Place) -> Result<Db> {
    let db = Db::open(place, Arc::new(SystemClock)).await;
    db.with_context(|| format!("cannot open the record at {place}"))
}

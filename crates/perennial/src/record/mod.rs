//! Commands that work on the record of a business: serving it, who may enter,
//! and that nothing of it is lost.

pub mod arguments;
mod background;
mod error;
mod facts;
mod import;
mod key;
mod log;
mod review;
mod safety;
mod serve;
mod staff;
mod tables;
mod uploads;

use std::num::NonZero;
use std::sync::Arc;
use std::thread;

use anyhow::{Context as _, Result};
use kernel::SystemClock;
use store::db::Place;
use store::{Db, StoreError};
use tokio::runtime::Runtime;

pub use error::RecordError;
pub use facts::{read, rebuild};
pub use import::{bring_in, run as import};
pub use log::LogLevel;
pub use safety::{examine as doctor, restore, take as backup, verify};
pub use serve::{run as serve, run_for as serve_for};
pub use staff::run as user;

/// Runs a command that talks to the record.
pub fn on_runtime<T>(work: impl Future<Output = Result<T>>) -> Result<T> {
    let runtime = runtime()?;
    let done = runtime.block_on(work);
    // A review that is being made when somebody ends it is made again later.
    runtime.shutdown_background();
    done
}

/// The fewest threads, however few the cores.
const FEWEST_THREADS: usize = 4;

/// A look at SQLite keeps its thread busy, also while it waits for the disk: there are two
/// threads for each core, so that others work meanwhile. More take each other's time
/// (ADR 42).
fn runtime() -> Result<Runtime> {
    let cores = thread::available_parallelism().map_or(1, NonZero::get);
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads((2 * cores).max(FEWEST_THREADS))
        .enable_all()
        .build();
    runtime.context("cannot start threads")
}

/// Opens the record, and makes it where there is none.
///
/// # Errors
/// Where it cannot be opened or made.
pub async fn open(place: &Place) -> Result<Db, RecordError> {
    let db = Db::open(place, Arc::new(SystemClock)).await;
    db.map_err(|source| cannot_open(place, source))
}

/// Opens the record where there is one, and changes nothing by that.
async fn open_as_it_is(place: &Place) -> Result<Option<Db>, RecordError> {
    let db = Db::open_as_it_is(place, Arc::new(SystemClock)).await;
    db.map_err(|source| cannot_open(place, source))
}

fn cannot_open(place: &Place, source: StoreError) -> RecordError {
    let record = arguments::naming(place);
    RecordError::CannotOpen { place: place.to_string(), record, source }
}

/// Opens the record that is there.
async fn existing(place: &Place) -> Result<Db, RecordError> {
    check_is_there(place)?;
    open(place).await
}

/// That a file is not there is said as that and not as SQLite says it.
fn check_is_there(place: &Place) -> Result<(), RecordError> {
    match place {
        Place::Sqlite(path) if !path.exists() => {
            Err(RecordError::NoRecord { place: place.to_string() })
        }
        Place::Sqlite(_) | Place::Postgres(_) => Ok(()),
    }
}

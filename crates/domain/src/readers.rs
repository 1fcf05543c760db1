//! The readers of the log, which keep what is made from it in step.
//!
//! The program runs them beside the web; each has its own place in the log and
//! may run in any number of processes over one record.

use std::sync::Arc;

use store::log::follow;
use store::{Db, StoreError};
use tokio::sync::Notify;

use crate::know::search::Indexer;

/// Follows the log until `stop` is told. What a reader fails at is written to
/// the program's log and tried again.
pub async fn run(db: Db, stop: Arc<Notify>) {
    follow(db, Arc::new(Indexer), stop, |error: &StoreError| {
        tracing::error!(reader = "search", %error, "what was written cannot be found yet");
    })
    .await;
}

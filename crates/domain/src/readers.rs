//! The readers of the log, which keep what is made from it in step.
//!
//! The program runs them beside the web; each has its own place in the log and
//! may run in any number of processes over one record.

use std::sync::Arc;

use store::log::follow;
use store::{Db, StoreError};
use tokio::sync::Notify;
use tokio::task::JoinSet;

use crate::know::search::Indexer;
use crate::know::totals::Totals;

/// Follows the log until `stop` is told. What a reader fails at is written to
/// the program's log and tried again.
pub async fn run(db: Db, stop: Arc<Notify>) {
    let stops: [Arc<Notify>; 2] = Default::default();
    let [search, totals] = stops.clone();
    let mut running = JoinSet::new();
    running.spawn(follow(db.clone(), Arc::new(Indexer), search, |error: &StoreError| {
        tracing::error!(reader = "search", %error, "what was written cannot be found yet");
    }));
    running.spawn(follow(db, Arc::new(Totals), totals, |error: &StoreError| {
        tracing::error!(reader = "totals", %error, "what was ordered is not counted yet");
    }));
    stop.notified().await;
    for reader in stops {
        reader.notify_one();
    }
    while running.join_next().await.is_some() {}
}

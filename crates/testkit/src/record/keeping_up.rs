//! Readers of the log that have read all of it.

use std::sync::Arc;

use store::Db;
use store::log::{Before, LogReader, catch_up};

/// So many turns there are: whatever holds something up takes far fewer.
const TURNS: u32 = 200_000;

/// Has a reader take in the whole log. On PostgreSQL it waits for whatever any
/// transaction of the server might still commit before, such as other tests'.
///
/// # Errors
/// Those of the reader.
///
/// # Panics
/// Where the reader does not come to the end of the log.
pub async fn keeps_up<R: LogReader>(db: &Db, reader: &Arc<R>) -> Result<(), R::Error> {
    for _ in 0..TURNS {
        catch_up(db, reader).await?;
        let mut view = db.reader().await?;
        let mut snapshot = view.snapshot();
        let last = snapshot.audit(Before::default(), 1).await?;
        let read = snapshot.cursor_of(R::NAME).await?;
        if last.iter().all(|entry| entry.cursor <= read) {
            return Ok(());
        }
        tokio::task::yield_now().await;
    }
    panic!("{} does not come to the end of the log", R::NAME);
}

/// Asks again and again until something is so that only what other transactions
/// of the server might still commit, such as other tests', holds up.
///
/// # Panics
/// Where it never is.
pub async fn comes_true(what: &str, mut is_so: impl AsyncFnMut() -> bool) {
    for _ in 0..TURNS {
        if is_so().await {
            return;
        }
        tokio::task::yield_now().await;
    }
    panic!("it does not come true that {what}");
}

//! Sweeping away what nothing has used for a day.
//!
//! A file is removed inside the transaction that deletes its row: whoever
//! receives the same bytes at that moment waits for the row, and writes the
//! file anew afterwards. Where the transaction fails after the file is gone,
//! the row is still unused and the next sweep takes it.

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use super::{BlobError, BlobHash, Blobs};
use crate::jobs::{Finished, Job, Lease, Worker};
use crate::log::Actor;
use crate::{StoreError, Tx};

/// So long a file is kept that nothing uses: long enough for every form that
/// holds one to be sent, and for a backup that began before to end.
pub(super) const GRACE: TimeDelta = TimeDelta::days(1);
/// There is one sweep at a time, under this key.
pub(super) const SWEEP: &str = "blob.sweep";
/// Files removed in one transaction.
const AT_ONCE: i64 = 100;

/// Removes the files whose day has passed.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct SweepBlobs {}

impl Job for SweepBlobs {
    const KIND: &'static str = "blob.sweep";
}

impl Blobs {
    /// Teaches a worker to sweep away what nothing uses.
    #[must_use]
    pub fn swept_by(&self, worker: Worker) -> Worker {
        let blobs = self.clone();
        worker.on(move |_: SweepBlobs, leased| {
            let blobs = blobs.clone();
            async move { Ok(blobs.sweep(leased.lease).await?) }
        })
    }

    async fn sweep(&self, lease: Lease) -> Result<Finished, BlobError> {
        self.folder.clear_incoming().await?;
        let until = self.db.clock().now() - GRACE;
        while self.sweep_some(until).await? {}
        self.db
            .write(Actor::System, async move |tx| {
                let finished = tx.finish_job(lease).await?;
                let next: (Option<DateTime<Utc>>,) = tx
                    .query("select min(unused_since) from blob where unused_since is not null")
                    .one()
                    .await?;
                if let (Some(next),) = next {
                    tx.enqueue_once(SWEEP, &SweepBlobs {}, next + GRACE).await?;
                }
                Ok(finished)
            })
            .await
    }

    /// Returns whether there may be more.
    async fn sweep_some(&self, until: DateTime<Utc>) -> Result<bool, BlobError> {
        let folder = self.folder.clone();
        self.db
            .write(Actor::System, async move |tx| {
                let due = unused_before(tx, until).await?;
                for (hash,) in &due {
                    let deleted = tx
                        .query("delete from blob where hash = $1 and unused_since <= $2")
                        .bind(hash.as_slice())
                        .bind(until)
                        .execute()
                        .await?;
                    if deleted > 0
                        && let Ok(hash) = BlobHash::of_bytes(hash)
                    {
                        folder.remove(hash).await?;
                    }
                }
                Ok(!due.is_empty())
            })
            .await
    }
}

/// Served by the index `blob_unused`.
async fn unused_before(
    tx: &mut Tx<'_>,
    until: DateTime<Utc>,
) -> Result<Vec<(Vec<u8>,)>, StoreError> {
    tx.query("select hash from blob where unused_since <= $1 order by unused_since, hash limit $2")
        .bind(until)
        .bind(AT_ONCE)
        .all()
        .await
}

//! Changing many customers by and by.

use serde::{Deserialize, Serialize};
use store::jobs::{Failed, Finished, Job, Leased, Worker};
use store::{Db, StoreError, Tx};

use super::{BulkError, BulkId, actor, bulk, steps};

/// Goes on with a change until it is done.
#[derive(Debug, Serialize, Deserialize)]
pub struct GoOn {
    /// With which.
    pub bulk: BulkId,
}

impl Job for GoOn {
    const KIND: &'static str = "bulk.go_on";
}

pub(super) async fn go_on_soon(tx: &mut Tx<'_>, id: BulkId) -> Result<(), StoreError> {
    let now = tx.now();
    tx.enqueue(&GoOn { bulk: id }, now).await
}

/// Teaches a worker to go on with changes.
#[must_use]
pub fn done_by(worker: Worker, db: &Db) -> Worker {
    let db = db.clone();
    worker.on(move |job: GoOn, leased| go_on(db.clone(), job.bulk, leased))
}

/// Portion by portion, in the name of whoever asked for it.
async fn go_on(db: Db, id: BulkId, leased: Leased) -> Result<Finished, Failed> {
    let known = bulk(&mut db.reader().await?.snapshot(), id).await?;
    let who = actor(known.ok_or(BulkError::Unknown)?.account);
    let lease = leased.lease;
    loop {
        let step = async move |tx: &mut Tx<'_>| {
            if steps::go_on(tx, id).await? {
                return Ok::<_, BulkError>(Some(tx.finish_job(lease).await?));
            }
            Ok(None)
        };
        if let Some(finished) = db.write(who, step).await? {
            return Ok(finished);
        }
    }
}

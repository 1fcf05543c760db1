//! Forgetting files that nobody goes on with.

use ::store::Tx;
use ::store::jobs::{Job, Worker};
use serde::{Deserialize, Serialize};

use super::{KEPT, UploadError, forget, store, waiting};

/// Files forgotten in one transaction.
const AT_ONCE: u32 = 100;

/// Forgets files that nobody went on with, and those that waited for a form.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Tidy {}

impl Job for Tidy {
    const KIND: &'static str = "upload.tidy";
}

/// Teaches a worker to forget them.
#[must_use]
pub fn tidied_by(worker: Worker) -> Worker {
    worker.does::<Tidy, UploadError, _>(tidy)
}

async fn tidy(tx: &mut Tx<'_>, _: &Tidy) -> Result<(), UploadError> {
    let now = tx.now();
    store::delete_waiting(tx, now - waiting::WAITS).await?;
    for left in store::left_lying(tx, now - KEPT, AT_ONCE).await? {
        // Somebody may have gone on with it a moment ago.
        let upload = store::held(tx, left.id).await?;
        if let Some(upload) = upload.filter(|upload| upload.import.is_none()) {
            forget(tx, &upload).await?;
        }
    }
    Ok(())
}

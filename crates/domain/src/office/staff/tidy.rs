//! Tidying up what has run out and lets nobody in any more.

use serde::{Deserialize, Serialize};
use store::jobs::{Job, Worker};
use store::{StoreError, Tx};

use super::{rules, store as sql};
use crate::office::{invitations, links, second_factor};

/// Forgets sessions that have ended, failures that count no more, codes that
/// never came, invitations and links that have run out.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Tidy {}

impl Job for Tidy {
    const KIND: &'static str = "staff.tidy";
}

/// Teaches a worker to tidy up.
#[must_use]
pub fn tidied_by(worker: Worker) -> Worker {
    worker.does::<Tidy, StoreError, _>(tidy)
}

async fn tidy(tx: &mut Tx<'_>, _: &Tidy) -> Result<(), StoreError> {
    let now = tx.now();
    sql::forget_sessions(tx, now).await?;
    sql::forget_failures(tx, now - rules::TRIES_WITHIN).await?;
    second_factor::tidy(tx).await?;
    invitations::tidy(tx).await?;
    links::tidy(tx).await
}

//! Files that arrived with a form that was not taken: they wait until whoever
//! sent it sends it again, a day at most. Nobody else can name them.

use ::store::{Snapshot, StoreError, Tx};
use chrono::TimeDelta;

use super::{WaitingFileId, store};
use crate::know::files::NewFile;
use crate::office::staff::AccountId;

/// As long as a file is kept that nothing uses.
pub(super) const WAITS: TimeDelta = TimeDelta::days(1);

/// Has files wait for whoever sent them.
///
/// # Errors
/// Where the database refuses it.
pub async fn keep_waiting(
    tx: &mut Tx<'_>,
    account: AccountId,
    sent: &[NewFile],
) -> Result<Vec<WaitingFileId>, StoreError> {
    let mut ids = Vec::with_capacity(sent.len());
    for file in sent {
        let id = tx.new_id();
        store::insert_waiting(tx, id, account, file).await?;
        ids.push(id);
    }
    Ok(ids)
}

/// A file that waits for this person.
///
/// # Errors
/// Where the database refuses it.
pub async fn waiting(
    snapshot: &mut Snapshot<'_>,
    account: AccountId,
    id: WaitingFileId,
) -> Result<Option<NewFile>, StoreError> {
    store::waiting(snapshot, account, id).await
}

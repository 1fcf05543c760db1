//! What browsers have sent and nothing uses yet: files of orders on their way
//! into the record, and files of a form that was not taken.
//!
//! Pages call it with files that [`::store::blobs`] has taken in. The jobs
//! [`LookAt`] and [`BringIn`] read them; the program does both, since it knows
//! how files are read. Nothing of them is in the record before they are
//! imported, and what nobody goes on with is forgotten.

mod jobs;
mod model;
mod store;
#[cfg(test)]
mod tests;
mod waiting;
mod work;

pub use jobs::{Tidy, tidied_by};
pub use model::{
    Answer, BringIn, Content, Findings, LookAt, Phase, Question, Remark, State, Upload,
    UploadError, UploadId, UploadedFile, WaitingFileId,
};
pub use waiting::{keep_waiting, waiting};
pub use work::{advance, found, given_up, imported, looked, stopped, taken_up_again};

use std::collections::BTreeMap;

use ::store::blobs::UsedBy;
use ::store::{Snapshot, StoreError, Tx};
use chrono::TimeDelta;

use super::files::{self, NewFile};
use super::imports::{self, Beginning, HowRead, ImportId};
use crate::know::customers;
use crate::office::staff::AccountId;

/// So long files wait for somebody to go on with them.
const KEPT: TimeDelta = TimeDelta::days(7);

/// Takes files in and has them looked at.
///
/// # Errors
/// Where there are none, or one arrived too long ago.
pub async fn send(
    tx: &mut Tx<'_>,
    account: AccountId,
    source: &str,
    sent: &[NewFile],
) -> Result<UploadId, UploadError> {
    if sent.is_empty() {
        return Err(UploadError::NoFiles);
    }
    let upload = Upload {
        id: tx.new_id(),
        account,
        source: customers::one_line(source).unwrap_or_default(),
        how: HowRead::default(),
        found: Findings::default(),
        state: State::Looking,
        phase: Phase::Reading,
        done: 0,
        whole: sent.iter().map(|file| file.arrived.size).sum(),
        import: None,
        refused: None,
        begun_at: tx.now(),
    };
    store::insert(tx, &upload).await?;
    for (position, file) in (0..).zip(sent) {
        tx.keep_blob(&file.arrived, by(upload.id)).await?;
        store::insert_file(tx, upload.id, position, &files::name(&file.name), &file.arrived)
            .await?;
    }
    look(tx, upload.id).await?;
    Ok(upload.id)
}

/// Has files looked at again, to be read in another way.
///
/// # Errors
/// Where they are being worked on or are in the record already.
pub async fn read_as(tx: &mut Tx<'_>, id: UploadId, how: &HowRead) -> Result<(), UploadError> {
    let mut upload = held(tx, id, State::Looked).await?;
    upload.how = how.clone();
    upload.state = State::Looking;
    (upload.phase, upload.done) = (Phase::Reading, 0);
    upload.found.trouble.clear();
    (upload.found.content, upload.found.question) = (None, None);
    store::update(tx, &upload).await?;
    look(tx, id).await?;
    Ok(())
}

/// Begins to bring files into the record. Returns what they become.
///
/// # Errors
/// Where they are not understood yet, or another import is open.
pub async fn import(tx: &mut Tx<'_>, id: UploadId) -> Result<ImportId, UploadError> {
    let mut upload = held(tx, id, State::Looked).await?;
    if !upload.can_be_imported() {
        return Err(UploadError::NotNow);
    }
    let files = store::files(tx, id).await?.into_iter().map(|file| file.name).collect();
    let (source, reading) = (upload.source.clone(), upload.how.clone());
    let import = imports::begin(tx, &Beginning { source, files, reading }).await?;
    upload.import = Some(import);
    upload.state = State::Importing;
    (upload.phase, upload.done) = (Phase::Reading, 0);
    store::update(tx, &upload).await?;
    let now = tx.now();
    tx.enqueue(&BringIn { upload: id }, now).await?;
    Ok(import)
}

/// Forgets files, and gives up the import they were becoming.
///
/// # Errors
/// Where they are in the record already.
pub async fn discard(tx: &mut Tx<'_>, id: UploadId) -> Result<(), UploadError> {
    let upload = store::held(tx, id).await?.ok_or(UploadError::Unknown)?;
    if upload.state == State::Imported {
        return Err(UploadError::NotNow);
    }
    if let Some(import) = upload.import {
        imports::discard(tx, import).await?;
    }
    forget(tx, &upload).await
}

/// Files that somebody sent.
///
/// # Errors
/// Where the database refuses it.
pub async fn upload(
    snapshot: &mut Snapshot<'_>,
    id: UploadId,
) -> Result<Option<Upload>, StoreError> {
    store::upload(snapshot, id).await
}

/// The files that became an import, where a browser sent them.
///
/// # Errors
/// Where the database refuses it.
pub async fn of_import(
    snapshot: &mut Snapshot<'_>,
    import: ImportId,
) -> Result<Option<Upload>, StoreError> {
    store::of_import(snapshot, import).await
}

/// Files that are not in the record yet, the newest first, `limit` at most.
///
/// # Errors
/// Where the database refuses it.
pub async fn under_way(snapshot: &mut Snapshot<'_>, limit: u32) -> Result<Vec<Upload>, StoreError> {
    store::under_way(snapshot, limit).await
}

/// What the files of each of some uploads are called, in the order in which
/// they were sent.
///
/// # Errors
/// Where the database refuses it.
pub async fn names_of(
    snapshot: &mut Snapshot<'_>,
    ids: &[UploadId],
) -> Result<BTreeMap<UploadId, Vec<String>>, StoreError> {
    let mut names: BTreeMap<UploadId, Vec<String>> = BTreeMap::new();
    if ids.is_empty() {
        return Ok(names);
    }
    for (id, name) in store::names_of(snapshot, ids).await? {
        names.entry(id).or_default().push(name);
    }
    Ok(names)
}

/// Each of the files.
///
/// # Errors
/// Where the database refuses it.
pub async fn uploaded(
    snapshot: &mut Snapshot<'_>,
    id: UploadId,
) -> Result<Vec<UploadedFile>, StoreError> {
    store::files(snapshot, id).await
}

/// Files in a state, which nobody else changes until the end of the transaction.
async fn held(tx: &mut Tx<'_>, id: UploadId, state: State) -> Result<Upload, UploadError> {
    let upload = store::held(tx, id).await?.ok_or(UploadError::Unknown)?;
    if upload.state == state { Ok(upload) } else { Err(UploadError::NotNow) }
}

async fn look(tx: &mut Tx<'_>, id: UploadId) -> Result<(), StoreError> {
    let now = tx.now();
    tx.enqueue(&LookAt { upload: id }, now).await
}

async fn release_files(tx: &mut Tx<'_>, upload: &Upload) -> Result<(), StoreError> {
    for file in store::files(tx, upload.id).await? {
        tx.release_blob(file.hash, by(upload.id)).await?;
    }
    store::delete_files(tx, upload.id).await
}

async fn forget(tx: &mut Tx<'_>, upload: &Upload) -> Result<(), UploadError> {
    release_files(tx, upload).await?;
    Ok(store::delete(tx, upload.id).await?)
}

fn by(id: UploadId) -> UsedBy<'static> {
    UsedBy { kind: "upload", id: id.into() }
}

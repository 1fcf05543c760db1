//! Files: the receipts, photos and mails that belong to what was written down.
//!
//! Pages call it with files that [`::store::blobs`] has taken in. It keeps what
//! each was called and to which interaction it belongs, and writes to the log
//! what was added, removed and brought back. It never looks into a file and
//! trusts no name: what a file is was read from its bytes.

mod model;
mod rules;
mod store;
#[cfg(test)]
mod tests;

pub use model::{
    Attachment, AttachmentId, FileAttached, FileError, FileRemoved, FileRestored, NewFile,
};
pub use rules::{LARGEST, MOST, Shown, name, shown};

use ::store::blobs::{Arrived, BlobError, UsedBy};
use ::store::log::Subject;
use ::store::{Snapshot, StoreError, Tx};

use super::customers::CustomerId;
use super::interactions::{self, Interaction, InteractionError, InteractionId};

/// Adds files to what was written down.
///
/// # Errors
/// Where they would be more than [`MOST`], one arrived too long ago, or there is
/// no such interaction or it has been removed.
pub async fn attach(
    tx: &mut Tx<'_>,
    to: InteractionId,
    new: Vec<NewFile>,
) -> Result<(), FileError> {
    if new.is_empty() {
        return Ok(());
    }
    tx.hold(to.into()).await?;
    let interaction = present(tx, to).await?;
    if store::of(tx, to).await?.len() + new.len() > MOST {
        return Err(FileError::TooMany(MOST));
    }
    for file in new {
        let attachment = Attachment {
            id: tx.new_id(),
            interaction: to,
            hash: file.arrived.hash,
            name: rules::name(&file.name),
            size: i64::try_from(file.arrived.size).unwrap_or(i64::MAX),
            sniffed: file.arrived.sniffed.clone(),
            removed: false,
        };
        tx.keep_blob(&file.arrived, by(attachment.id)).await?;
        store::insert(tx, &attachment).await?;
        tx.append(of(&interaction), &FileAttached::of(&attachment)).await?;
    }
    Ok(())
}

/// Takes a file out of sight; for a day [`restore`] brings it back. Returns to
/// what it belongs.
///
/// # Errors
/// Where there is none or it has been removed already.
pub async fn remove(tx: &mut Tx<'_>, id: AttachmentId) -> Result<InteractionId, FileError> {
    tx.hold(id.into()).await?;
    let was = store::attachment(tx, id).await?.filter(|file| !file.removed);
    let was = was.ok_or(FileError::Unknown)?;
    let interaction = present(tx, was.interaction).await?;
    store::set_removed(tx, id, true).await?;
    tx.release_blob(was.hash, by(id)).await?;
    tx.append(of(&interaction), &FileRemoved { file: id, name: was.name }).await?;
    Ok(was.interaction)
}

/// Brings back a file that was removed; one in sight stays there. Returns to
/// what it belongs.
///
/// # Errors
/// Where there is none, it was removed so long ago that it is not kept any
/// more, or there are too many meanwhile.
pub async fn restore(tx: &mut Tx<'_>, id: AttachmentId) -> Result<InteractionId, FileError> {
    tx.hold(id.into()).await?;
    let was = store::attachment(tx, id).await?.ok_or(FileError::Unknown)?;
    if was.removed {
        tx.hold(was.interaction.into()).await?;
        let interaction = present(tx, was.interaction).await?;
        if store::of(tx, was.interaction).await?.len() >= MOST {
            return Err(FileError::TooMany(MOST));
        }
        let size = was.size.unsigned_abs();
        let arrived = Arrived { hash: was.hash, size, sniffed: was.sniffed };
        tx.keep_blob(&arrived, by(id)).await?;
        store::set_removed(tx, id, false).await?;
        tx.append(of(&interaction), &FileRestored { file: id, name: was.name }).await?;
    }
    Ok(was.interaction)
}

/// A file that is in sight, as long as what it belongs to is.
///
/// # Errors
/// Where the database refuses it.
pub async fn attachment(
    snapshot: &mut Snapshot<'_>,
    id: AttachmentId,
) -> Result<Option<Attachment>, StoreError> {
    let known = store::attachment(snapshot, id).await?.filter(|file| !file.removed);
    let Some(file) = known else { return Ok(None) };
    let interaction = interactions::interaction(snapshot, file.interaction).await?;
    Ok(interaction.filter(|interaction| !interaction.removed).map(|_| file))
}

/// The files of some interactions, each one's in the order in which they were
/// added.
///
/// # Errors
/// Where the database refuses it.
pub async fn of_interactions(
    snapshot: &mut Snapshot<'_>,
    ids: &[InteractionId],
) -> Result<Vec<Attachment>, StoreError> {
    if ids.is_empty() { Ok(Vec::new()) } else { store::of_some(snapshot, ids).await }
}

/// Lets the files go of what was written down of a customer and removed, as the
/// customer goes.
///
/// # Errors
/// Where the database refuses it.
pub(super) async fn go_with(tx: &mut Tx<'_>, customer: CustomerId) -> Result<(), StoreError> {
    for file in store::out_of_sight_with(tx, customer).await? {
        tx.release_blob(file.hash, by(file.id)).await?;
    }
    store::remove_with(tx, customer).await
}

async fn present(tx: &mut Tx<'_>, id: InteractionId) -> Result<Interaction, FileError> {
    let known = interactions::interaction(tx, id).await?;
    let present = known.filter(|interaction| !interaction.removed);
    Ok(present.ok_or(InteractionError::Unknown)?)
}

fn by(id: AttachmentId) -> UsedBy<'static> {
    UsedBy { kind: "attachment", id: id.into() }
}

fn of(interaction: &Interaction) -> Subject {
    Subject { id: interaction.id.into(), customer: Some(interaction.customer.into()) }
}

impl From<BlobError> for FileError {
    fn from(error: BlobError) -> Self {
        match error {
            BlobError::Swept(_) => FileError::NotKept,
            BlobError::Store(error) => FileError::Store(error),
            other => FileError::Blob(other),
        }
    }
}

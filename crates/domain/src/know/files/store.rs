//! The SQL of files.

use store::{Snapshot, StoreError, Tx, listed};

use super::{Attachment, AttachmentId};
use crate::know::customers::CustomerId;
use crate::know::interactions::InteractionId;

pub async fn insert(tx: &mut Tx<'_>, new: &Attachment) -> Result<(), StoreError> {
    let now = tx.now();
    tx.query(
        "insert into attachment (id, interaction, position, hash, name, size, sniffed, added_at)
         select $1, $2, coalesce(max(position), 0) + 1, $3, $4, $5, $6, $7
         from attachment where interaction = $2",
    )
    .bind(new.id)
    .bind(new.interaction)
    .bind(new.hash.to_string())
    .bind(new.name.as_str())
    .bind(new.size)
    .bind(new.sniffed.as_str())
    .bind(now)
    .execute()
    .await?;
    Ok(())
}

pub async fn set_removed(
    tx: &mut Tx<'_>,
    id: AttachmentId,
    removed: bool,
) -> Result<(), StoreError> {
    tx.query("update attachment set removed = $2 where id = $1")
        .bind(id)
        .bind(removed)
        .execute()
        .await?;
    Ok(())
}

/// Files in sight of what was written down of a customer and is not. By the indexes
/// `interaction_of_customer` and `attachment_of`.
pub async fn out_of_sight_with(
    snapshot: &mut Snapshot<'_>,
    customer: CustomerId,
) -> Result<Vec<Attachment>, StoreError> {
    snapshot
        .query(
            "select id, interaction, hash, name, size, sniffed, removed
             from attachment where not removed and interaction in (
                select i.id from interaction i where i.customer = $1 and i.removed)
             order by id",
        )
        .bind(customer)
        .all()
        .await
}

/// All files of what was written down of a customer and removed. By the same
/// indexes.
pub async fn remove_with(tx: &mut Tx<'_>, customer: CustomerId) -> Result<(), StoreError> {
    tx.query(
        "delete from attachment where interaction in (
            select i.id from interaction i where i.customer = $1 and i.removed)",
    )
    .bind(customer)
    .execute()
    .await?;
    Ok(())
}

/// By the primary key.
pub async fn attachment(
    snapshot: &mut Snapshot<'_>,
    id: AttachmentId,
) -> Result<Option<Attachment>, StoreError> {
    snapshot
        .query(
            "select id, interaction, hash, name, size, sniffed, removed
             from attachment where id = $1",
        )
        .bind(id)
        .optional()
        .await
}

/// By the index `attachment_of`.
pub async fn of(
    snapshot: &mut Snapshot<'_>,
    interaction: InteractionId,
) -> Result<Vec<Attachment>, StoreError> {
    of_some(snapshot, &[interaction]).await
}

/// By the index `attachment_of`.
pub async fn of_some(
    snapshot: &mut Snapshot<'_>,
    ids: &[InteractionId],
) -> Result<Vec<Attachment>, StoreError> {
    snapshot
        .query(store::among!(
            "select id, interaction, hash, name, size, sniffed, removed
             from attachment where not removed and interaction",
            "$1",
            " order by interaction, position"
        ))
        .bind(listed(ids))
        .all()
        .await
}

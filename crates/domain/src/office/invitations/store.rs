//! The SQL of invitations.

use chrono::{DateTime, Utc};
use store::{Snapshot, StoreError, Tx};

use super::{Invitation, InvitationId};
use crate::office::rights::Role;
use crate::office::staff::AccountId;

pub async fn insert(
    tx: &mut Tx<'_>,
    id: InvitationId,
    secret: &[u8],
    email: &str,
    role: Role,
    by: Option<AccountId>,
    until: DateTime<Utc>,
) -> Result<(), StoreError> {
    let now = tx.now();
    tx.query(
        "insert into invitation (id, secret, email, role, invited_by, created_at, expires_at)
         values ($1, $2, $3, $4, $5, $6, $7)",
    )
    .bind(id)
    .bind(secret.to_vec())
    .bind(email)
    .bind(role)
    .bind(by)
    .bind(now)
    .bind(until)
    .execute()
    .await?;
    Ok(())
}

/// There are as many as people about to join: no index, no pages.
pub async fn open(
    snapshot: &mut Snapshot<'_>,
    now: DateTime<Utc>,
) -> Result<Vec<Invitation>, StoreError> {
    snapshot
        .query(
            "select id, email, role, expires_at from invitation
             where expires_at > $1 order by created_at desc, id desc",
        )
        .bind(now)
        .all()
        .await
}

/// By the unique index of `invitation.secret`.
pub async fn with_secret(
    snapshot: &mut Snapshot<'_>,
    secret: &[u8],
    now: DateTime<Utc>,
) -> Result<Option<Invitation>, StoreError> {
    snapshot
        .query(
            "select id, email, role, expires_at from invitation
             where secret = $1 and expires_at > $2",
        )
        .bind(secret.to_vec())
        .bind(now)
        .optional()
        .await
}

pub async fn email(
    snapshot: &mut Snapshot<'_>,
    id: InvitationId,
) -> Result<Option<String>, StoreError> {
    let row: Option<(String,)> =
        snapshot.query("select email from invitation where id = $1").bind(id).optional().await?;
    Ok(row.map(|(email,)| email))
}

pub async fn delete(tx: &mut Tx<'_>, id: InvitationId) -> Result<bool, StoreError> {
    let done = tx.query("delete from invitation where id = $1").bind(id).execute().await?;
    Ok(done == 1)
}

/// By the unique index of `invitation.email`.
pub async fn forget_email(tx: &mut Tx<'_>, email: &str) -> Result<(), StoreError> {
    tx.query("delete from invitation where email = $1").bind(email).execute().await?;
    Ok(())
}

/// By the index `invitation_by_end`.
pub async fn forget(tx: &mut Tx<'_>, until: DateTime<Utc>) -> Result<(), StoreError> {
    tx.query("delete from invitation where expires_at <= $1").bind(until).execute().await?;
    Ok(())
}

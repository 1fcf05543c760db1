//! The SQL of links.

use chrono::{DateTime, Utc};
use store::{Snapshot, StoreError, Tx};

use crate::office::staff::AccountId;

/// The account's only link. By the index `sign_in_link_of_account`.
pub async fn replace(
    tx: &mut Tx<'_>,
    secret: &[u8],
    account: AccountId,
    until: DateTime<Utc>,
) -> Result<(), StoreError> {
    tx.query("delete from sign_in_link where account = $1").bind(account).execute().await?;
    tx.query("insert into sign_in_link (secret, account, expires_at) values ($1, $2, $3)")
        .bind(secret.to_vec())
        .bind(account)
        .bind(until)
        .execute()
        .await?;
    Ok(())
}

/// By the primary key.
pub async fn account(
    snapshot: &mut Snapshot<'_>,
    secret: &[u8],
    now: DateTime<Utc>,
) -> Result<Option<AccountId>, StoreError> {
    let row: Option<(AccountId,)> = snapshot
        .query("select account from sign_in_link where secret = $1 and expires_at > $2")
        .bind(secret.to_vec())
        .bind(now)
        .optional()
        .await?;
    Ok(row.map(|(account,)| account))
}

pub async fn delete(tx: &mut Tx<'_>, secret: &[u8]) -> Result<bool, StoreError> {
    let done = tx.query("delete from sign_in_link where secret = $1").bind(secret.to_vec());
    Ok(done.execute().await? == 1)
}

/// By the index `sign_in_link_by_end`.
pub async fn forget(tx: &mut Tx<'_>, until: DateTime<Utc>) -> Result<(), StoreError> {
    tx.query("delete from sign_in_link where expires_at <= $1").bind(until).execute().await?;
    Ok(())
}

//! The SQL of second factors.

use store::{Snapshot, StoreError, Tx};

use crate::office::staff::AccountId;

/// By the primary key.
pub async fn is_on(snapshot: &mut Snapshot<'_>, account: AccountId) -> Result<bool, StoreError> {
    Ok(device(snapshot, account).await?.is_some())
}

/// What is kept of everybody's devices.
pub async fn devices(snapshot: &mut Snapshot<'_>) -> Result<Vec<(AccountId, Vec<u8>)>, StoreError> {
    snapshot.query("select account, secret from second_factor order by account").all().await
}

pub async fn seal(tx: &mut Tx<'_>, account: AccountId, sealed: &[u8]) -> Result<(), StoreError> {
    tx.query("update second_factor set secret = $2 where account = $1")
        .bind(account)
        .bind(sealed.to_vec())
        .execute()
        .await?;
    Ok(())
}

/// Something sealed with the key of the record. By the primary key.
pub async fn sample(snapshot: &mut Snapshot<'_>) -> Result<Option<Vec<u8>>, StoreError> {
    let kept: Option<(Vec<u8>,)> =
        snapshot.query("select sealed from sealing_key where id = 1").optional().await?;
    Ok(kept.map(|(sealed,)| sealed))
}

/// Holds it, so that what is sealed meanwhile is sealed with the same key.
pub async fn hold_sample(tx: &mut Tx<'_>) -> Result<(), StoreError> {
    tx.hold_rows("select id from sealing_key where id = 1", |statement| statement).await
}

pub async fn set_sample(tx: &mut Tx<'_>, sealed: &[u8]) -> Result<(), StoreError> {
    tx.query(
        "insert into sealing_key (id, sealed) values (1, $1)
         on conflict (id) do update set sealed = excluded.sealed",
    )
    .bind(sealed.to_vec())
    .execute()
    .await?;
    Ok(())
}

/// What is kept of somebody's device, and the last step whose code was used. By
/// the primary key.
pub async fn device(
    snapshot: &mut Snapshot<'_>,
    account: AccountId,
) -> Result<Option<(Vec<u8>, i64)>, StoreError> {
    snapshot
        .query("select secret, used_step from second_factor where account = $1")
        .bind(account)
        .optional()
        .await
}

/// By the index `recovery_code_of_account`.
pub async fn recovery_codes(
    snapshot: &mut Snapshot<'_>,
    account: AccountId,
) -> Result<Vec<(Vec<u8>,)>, StoreError> {
    snapshot.query("select secret from recovery_code where account = $1").bind(account).all().await
}

pub async fn turn_on(
    tx: &mut Tx<'_>,
    account: AccountId,
    sealed: &[u8],
    step: i64,
) -> Result<(), StoreError> {
    tx.query("insert into second_factor (account, secret, used_step) values ($1, $2, $3)")
        .bind(account)
        .bind(sealed.to_vec())
        .bind(step)
        .execute()
        .await?;
    Ok(())
}

pub async fn add_recovery_code(
    tx: &mut Tx<'_>,
    account: AccountId,
    hash: &[u8],
) -> Result<(), StoreError> {
    tx.query("insert into recovery_code (secret, account) values ($1, $2)")
        .bind(hash.to_vec())
        .bind(account)
        .execute()
        .await?;
    Ok(())
}

pub async fn turn_off(tx: &mut Tx<'_>, account: AccountId) -> Result<bool, StoreError> {
    tx.query("delete from recovery_code where account = $1").bind(account).execute().await?;
    let was = tx.query("delete from second_factor where account = $1").bind(account);
    Ok(was.execute().await? == 1)
}

/// False where another request has used a later code meanwhile.
pub async fn use_step(
    tx: &mut Tx<'_>,
    account: AccountId,
    used: i64,
    step: i64,
) -> Result<bool, StoreError> {
    let done = tx
        .query("update second_factor set used_step = $3 where account = $1 and used_step = $2")
        .bind(account)
        .bind(used)
        .bind(step)
        .execute()
        .await?;
    Ok(done == 1)
}

/// False where it is not one of theirs, or was used.
pub async fn use_recovery_code(
    tx: &mut Tx<'_>,
    account: AccountId,
    hash: &[u8],
) -> Result<bool, StoreError> {
    let done = tx
        .query("delete from recovery_code where secret = $1 and account = $2")
        .bind(hash.to_vec())
        .bind(account)
        .execute()
        .await?;
    Ok(done == 1)
}

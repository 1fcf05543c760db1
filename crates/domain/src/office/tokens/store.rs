//! The SQL of tokens.

use chrono::{DateTime, TimeDelta, Utc};
use store::{Snapshot, StoreError, Tx};

use super::{Scopes, TokenId, TokenRow};
use crate::office::staff::{Account, AccountId};

pub struct NewRow<'a> {
    pub id: TokenId,
    pub account: AccountId,
    pub name: &'a str,
    pub rights: &'a Scopes,
    pub expires_at: Option<DateTime<Utc>>,
}

pub async fn insert(tx: &mut Tx<'_>, new: &NewRow<'_>, secret: &[u8]) -> Result<(), StoreError> {
    let now = tx.now();
    tx.query(
        "insert into api_token (id, account, name, secret, rights, created_at, expires_at)
         values ($1, $2, $3, $4, $5, $6, $7)",
    )
    .bind(new.id)
    .bind(new.account)
    .bind(new.name)
    .bind(secret.to_vec())
    .bind(new.rights.to_string())
    .bind(now)
    .bind(new.expires_at)
    .execute()
    .await?;
    Ok(())
}

/// There are as many as programs that were ever let in: no pages.
pub async fn list(snapshot: &mut Snapshot<'_>) -> Result<Vec<TokenRow>, StoreError> {
    snapshot
        .query(
            "select t.id, t.name, t.account, a.name as account_name, t.rights, t.created_at,
                    t.expires_at, t.last_used_at, t.revoked_at
             from api_token t join account a on a.id = t.account
             order by t.created_at desc, t.id desc",
        )
        .all()
        .await
}

pub async fn name(snapshot: &mut Snapshot<'_>, id: TokenId) -> Result<Option<String>, StoreError> {
    let row: Option<(String,)> =
        snapshot.query("select name from api_token where id = $1").bind(id).optional().await?;
    Ok(row.map(|(name,)| name))
}

/// By the primary key.
pub async fn account(
    snapshot: &mut Snapshot<'_>,
    id: TokenId,
) -> Result<Option<AccountId>, StoreError> {
    let row: Option<(AccountId,)> =
        snapshot.query("select account from api_token where id = $1").bind(id).optional().await?;
    Ok(row.map(|(account,)| account))
}

/// False where it was revoked already.
pub async fn revoke(tx: &mut Tx<'_>, id: TokenId) -> Result<bool, StoreError> {
    let now = tx.now();
    let revoked = tx
        .query("update api_token set revoked_at = $2 where id = $1 and revoked_at is null")
        .bind(id)
        .bind(now)
        .execute()
        .await?;
    Ok(revoked == 1)
}

#[derive(store::Row)]
pub struct BearerRow {
    pub token: TokenId,
    #[row(flatten)]
    pub account: Account,
    #[row(try_from = "String")]
    pub rights: Scopes,
    pub last_used_at: Option<DateTime<Utc>>,
}

/// By the unique index of `api_token.secret`.
pub async fn with_secret(
    snapshot: &mut Snapshot<'_>,
    secret: &[u8],
    now: DateTime<Utc>,
) -> Result<Option<BearerRow>, StoreError> {
    snapshot
        .query(
            "select t.id as token, t.rights, t.last_used_at,
                    a.id, a.email, a.name, a.role, a.language, a.locked_out
             from api_token t join account a on a.id = t.account
             where t.secret = $1 and t.revoked_at is null
               and (t.expires_at is null or t.expires_at > $2) and not a.locked_out",
        )
        .bind(secret.to_vec())
        .bind(now)
        .optional()
        .await
}

pub async fn note_use(
    tx: &mut Tx<'_>,
    id: TokenId,
    noted_after: TimeDelta,
) -> Result<(), StoreError> {
    let now = tx.now();
    tx.query(
        "update api_token set last_used_at = $2
         where id = $1 and (last_used_at is null or last_used_at <= $3)",
    )
    .bind(id)
    .bind(now)
    .bind(now - noted_after)
    .execute()
    .await?;
    Ok(())
}

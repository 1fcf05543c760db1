//! The SQL of staff.

use chrono::{DateTime, Utc};
use store::db::Sql;
use store::{Snapshot, StoreError, Tx};

use super::{
    Account, AccountId, NewAccount, Own, PasswordHash, Session, SessionId, SessionRow, rules,
};
use crate::office::rights::Role;

/// False where the address is taken.
pub async fn insert(
    tx: &mut Tx<'_>,
    id: AccountId,
    email: &str,
    name: &str,
    new: &NewAccount,
) -> Result<bool, StoreError> {
    let now = tx.now();
    let inserted = tx
        .query(
            "insert into account (id, email, name, role, password, created_at)
             values ($1, $2, $3, $4, $5, $6) on conflict (email) do nothing",
        )
        .bind(id)
        .bind(email)
        .bind(name)
        .bind(new.role)
        .bind(new.password.clone())
        .bind(now)
        .execute()
        .await?;
    Ok(inserted == 1)
}

/// There are as many as people who work here: no index, no pages.
pub async fn everybody(snapshot: &mut Snapshot<'_>) -> Result<Vec<Account>, StoreError> {
    snapshot
        .query("select id, email, name, role, language, locked_out from account order by name, id")
        .all()
        .await
}

pub async fn account(
    snapshot: &mut Snapshot<'_>,
    id: AccountId,
) -> Result<Option<Account>, StoreError> {
    snapshot
        .query("select id, email, name, role, language, locked_out from account where id = $1")
        .bind(id)
        .optional()
        .await
}

/// By the unique index of `account.email`.
pub async fn with_email(
    snapshot: &mut Snapshot<'_>,
    email: &str,
) -> Result<Option<Account>, StoreError> {
    snapshot
        .query("select id, email, name, role, language, locked_out from account where email = $1")
        .bind(email)
        .optional()
        .await
}

#[derive(store::Row)]
struct CredentialsRow {
    #[row(flatten)]
    account: Account,
    password: PasswordHash,
}

/// By the unique index of `account.email`.
pub async fn credentials(
    snapshot: &mut Snapshot<'_>,
    email: &str,
) -> Result<Option<(Account, PasswordHash)>, StoreError> {
    let row: Option<CredentialsRow> = snapshot
        .query(
            "select id, email, name, role, language, locked_out, password from account
             where email = $1 and password is not null",
        )
        .bind(email)
        .optional()
        .await?;
    Ok(row.map(|row| (row.account, row.password)))
}

/// By the primary key.
pub async fn has_password(
    snapshot: &mut Snapshot<'_>,
    id: AccountId,
    password: &PasswordHash,
) -> Result<bool, StoreError> {
    let row: Option<(i32,)> = snapshot
        .query("select 1 from account where id = $1 and password = $2")
        .bind(id)
        .bind(password.clone())
        .optional()
        .await?;
    Ok(row.is_some())
}

pub async fn set_password(
    tx: &mut Tx<'_>,
    id: AccountId,
    password: &PasswordHash,
) -> Result<bool, StoreError> {
    let changed = tx
        .query("update account set password = $2 where id = $1")
        .bind(id)
        .bind(password.clone())
        .execute()
        .await?;
    Ok(changed == 1)
}

/// By the index `sign_in_failure_of`; oldest first.
pub async fn failures(
    snapshot: &mut Snapshot<'_>,
    of: &str,
    since: DateTime<Utc>,
) -> Result<Vec<DateTime<Utc>>, StoreError> {
    let rows: Vec<(DateTime<Utc>,)> = snapshot
        .query("select at from sign_in_failure where of = $1 and at > $2 order by at")
        .bind(of)
        .bind(since)
        .all()
        .await?;
    Ok(rows.into_iter().map(|(at,)| at).collect())
}

pub async fn note_failure(tx: &mut Tx<'_>, of: &str, at: DateTime<Utc>) -> Result<(), StoreError> {
    tx.query("insert into sign_in_failure (of, at) values ($1, $2)")
        .bind(of)
        .bind(at)
        .execute()
        .await?;
    Ok(())
}

/// By the index `sign_in_failure_by_time`.
pub async fn forget_failures(tx: &mut Tx<'_>, before: DateTime<Utc>) -> Result<(), StoreError> {
    tx.query("delete from sign_in_failure where at <= $1").bind(before).execute().await?;
    Ok(())
}

pub async fn begin_session(
    tx: &mut Tx<'_>,
    secret: &[u8],
    account: AccountId,
    agent: &str,
) -> Result<(), StoreError> {
    let now = tx.now();
    let id: SessionId = tx.new_id();
    tx.query(
        "insert into session (secret, id, account, agent, created_at, expires_at)
         values ($1, $2, $3, $4, $5, $6)",
    )
    .bind(secret.to_vec())
    .bind(id)
    .bind(account)
    .bind(agent)
    .bind(now)
    .bind(now + rules::SESSION_LASTS)
    .execute()
    .await?;
    Ok(())
}

/// By the index `session_by_end`.
pub async fn forget_sessions(tx: &mut Tx<'_>, until: DateTime<Utc>) -> Result<(), StoreError> {
    tx.query("delete from session where expires_at <= $1").bind(until).execute().await?;
    Ok(())
}

#[derive(store::Row)]
struct KnownRow {
    session: SessionId,
    #[row(flatten)]
    account: Account,
    since: DateTime<Utc>,
}

/// By the primary key of `session`.
pub async fn session(
    snapshot: &mut Snapshot<'_>,
    secret: &[u8],
    now: DateTime<Utc>,
) -> Result<Option<Session>, StoreError> {
    let row: Option<KnownRow> = snapshot
        .query(
            "select a.id, a.email, a.name, a.role, a.language, a.locked_out,
                    s.created_at as since, s.id as session
             from session s join account a on a.id = s.account
             where s.secret = $1 and s.expires_at > $2 and not a.locked_out",
        )
        .bind(secret.to_vec())
        .bind(now)
        .optional()
        .await?;
    Ok(row.map(|row| {
        let KnownRow { session: id, account, since } = row;
        Session { id, account, since }
    }))
}

/// Whose it was.
pub async fn end_session(tx: &mut Tx<'_>, secret: &[u8]) -> Result<Option<AccountId>, StoreError> {
    let row: Option<(AccountId,)> = tx
        .query("delete from session where secret = $1 returning account")
        .bind(secret.to_vec())
        .optional()
        .await?;
    Ok(row.map(|(account,)| account))
}

pub async fn end_sessions_of(tx: &mut Tx<'_>, account: AccountId) -> Result<(), StoreError> {
    tx.query("delete from session where account = $1").bind(account).execute().await?;
    Ok(())
}

/// By the index `session_of_account`.
pub async fn sessions_of(
    snapshot: &mut Snapshot<'_>,
    account: AccountId,
    now: DateTime<Utc>,
) -> Result<Vec<SessionRow>, StoreError> {
    snapshot
        .query(
            "select id, agent, created_at, expires_at from session
             where account = $1 and expires_at > $2 order by created_at desc, id desc",
        )
        .bind(account)
        .bind(now)
        .all()
        .await
}

/// What its browser called itself; by the unique index of `session.id`.
pub async fn end_session_of(
    tx: &mut Tx<'_>,
    account: AccountId,
    id: SessionId,
) -> Result<Option<String>, StoreError> {
    let row: Option<(String,)> = tx
        .query("delete from session where id = $1 and account = $2 returning agent")
        .bind(id)
        .bind(account)
        .optional()
        .await?;
    Ok(row.map(|(agent,)| agent))
}

/// Those who may do everything and may sign in. On PostgreSQL nobody else
/// changes them until this transaction ends, so that two owners cannot demote
/// one another at the same time.
pub async fn owners(tx: &mut Tx<'_>) -> Result<Vec<(AccountId,)>, StoreError> {
    tx.query(Sql::Each {
        sqlite: "select id from account where role = $1 and not locked_out",
        postgres: "select id from account where role = $1 and not locked_out order by id for update",
    })
    .bind(Role::Owner)
    .all()
    .await
}

pub async fn set_role(tx: &mut Tx<'_>, id: AccountId, role: Role) -> Result<(), StoreError> {
    tx.query("update account set role = $2 where id = $1").bind(id).bind(role).execute().await?;
    Ok(())
}

pub async fn set_locked_out(
    tx: &mut Tx<'_>,
    id: AccountId,
    locked_out: bool,
) -> Result<(), StoreError> {
    tx.query("update account set locked_out = $2 where id = $1")
        .bind(id)
        .bind(locked_out)
        .execute()
        .await?;
    Ok(())
}

pub async fn set_own(tx: &mut Tx<'_>, id: AccountId, own: &Own) -> Result<(), StoreError> {
    tx.query("update account set name = $2, language = $3 where id = $1")
        .bind(id)
        .bind(own.name.clone())
        .bind(own.language.clone())
        .execute()
        .await?;
    Ok(())
}

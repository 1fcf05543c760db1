//! Staff: the accounts of the people who work here and their sessions.
//!
//! Pages and the command line call it. It writes to the log who was added,
//! changed or locked out and who signed in; never a password, a token or
//! anything that would let somebody in.

mod accounts;
mod model;
mod password;
mod rules;
mod secret;
mod store;
#[cfg(test)]
mod tests;
mod tidy;

pub use accounts::{change_own, change_role, let_back_in, lock_out};
pub use model::{
    Account, AccountId, NewAccount, Own, RoleChanged, Session, SessionEnded, SessionId, SessionRow,
    SignedIn, SignedOut, StaffAdded, StaffChanged, StaffError, StaffLetBackIn, StaffLockedOut,
    StaffPasswordChanged,
};
pub use password::{Password, PasswordHash, PasswordRefused};
pub use rules::SESSION_LASTS;
pub use secret::Secret;
pub use tidy::{Tidy, tidied_by};

use ::store::log::Subject;
use ::store::{Snapshot, StoreError, Tx};

use super::second_factor;

/// Adds somebody, who can sign in at once.
///
/// # Errors
/// Where the e-mail address is not one or is taken, or there is no name.
pub async fn add(tx: &mut Tx<'_>, new: &NewAccount) -> Result<AccountId, StaffError> {
    let email = rules::email(&new.email)?;
    let name = rules::name(&new.name)?;
    let id: AccountId = tx.new_id();
    if !store::insert(tx, id, &email, &name, new).await? {
        return Err(StaffError::EmailTaken(email));
    }
    let event = StaffAdded { email, name, role: new.role };
    tx.append(of(id), &event).await?;
    Ok(id)
}

/// An e-mail address as it is kept.
///
/// # Errors
/// Where it is not one.
pub fn address(text: &str) -> Result<String, StaffError> {
    rules::email(text)
}

/// Everybody, by name.
///
/// # Errors
/// Where the database refuses it.
pub async fn everybody(snapshot: &mut Snapshot<'_>) -> Result<Vec<Account>, StoreError> {
    store::everybody(snapshot).await
}

/// One account.
///
/// # Errors
/// Where the database refuses it.
pub async fn account(
    snapshot: &mut Snapshot<'_>,
    id: AccountId,
) -> Result<Option<Account>, StoreError> {
    store::account(snapshot, id).await
}

/// The account of an e-mail address.
///
/// # Errors
/// Where the database refuses it.
pub async fn with_email(
    snapshot: &mut Snapshot<'_>,
    email: &str,
) -> Result<Option<Account>, StoreError> {
    match rules::email(email) {
        Ok(email) => store::with_email(snapshot, &email).await,
        Err(_) => Ok(None),
    }
}

/// The account of an e-mail address and what its password must match.
///
/// # Errors
/// Where the database refuses it.
pub async fn credentials(
    snapshot: &mut Snapshot<'_>,
    email: &str,
) -> Result<Option<(Account, PasswordHash)>, StoreError> {
    match rules::email(email) {
        Ok(email) => store::credentials(snapshot, &email).await,
        Err(_) => Ok(None),
    }
}

/// Whether what was compared with what somebody typed is still what their
/// password must match. It stays so until the transaction ends.
///
/// # Errors
/// Where the database refuses it.
pub async fn is_password_of(
    tx: &mut Tx<'_>,
    account: AccountId,
    compared: &PasswordHash,
) -> Result<bool, StoreError> {
    tx.hold(account.into()).await?;
    store::has_password(tx, account, compared).await
}

/// Whether a sign-in with this e-mail address from this network address may be
/// tried now, or has failed too often lately. What becomes of it is counted by
/// [`tried`].
///
/// # Errors
/// [`StaffError::TooManyTries`] with the minutes to wait.
pub async fn may_try(
    snapshot: &mut Snapshot<'_>,
    email: &str,
    address: &str,
    now: chrono::DateTime<chrono::Utc>,
) -> Result<(), StaffError> {
    for key in rules::watched(email, address) {
        let failures = store::failures(snapshot, &key.name, now - rules::TRIES_WITHIN).await?;
        rules::may_try(&key, &failures, now)?;
    }
    Ok(())
}

/// Counts a sign-in that was tried, and remembers one that failed. Of tries that
/// come at once no more are answered than of those that come one by one.
///
/// # Errors
/// [`StaffError::TooManyTries`] where too many have failed meanwhile: nobody is
/// to be told whether this one was right.
pub async fn tried(
    tx: &mut Tx<'_>,
    email: &str,
    address: &str,
    is_right: bool,
) -> Result<(), StaffError> {
    let now = tx.now();
    let watched = rules::watched(email, address);
    for key in &watched {
        tx.hold(key.held()).await?;
    }
    may_try(tx, email, address, now).await?;
    if !is_right {
        for key in &watched {
            store::note_failure(tx, &key.name, now).await?;
        }
    }
    Ok(())
}

/// Begins a session: whoever shows the secret is that account, until it ends.
///
/// # Errors
/// Where the account is locked out.
pub async fn sign_in(
    tx: &mut Tx<'_>,
    account: AccountId,
    agent: &str,
) -> Result<Secret, StaffError> {
    let known = store::account(tx, account).await?;
    if known.is_none_or(|account| account.locked_out) {
        return Err(StaffError::LockedOut);
    }
    let secret = Secret::new()?;
    store::begin_session(tx, &secret.hash(), account, &rules::agent(agent)).await?;
    tx.append(of(account), &SignedIn {}).await?;
    Ok(secret)
}

/// Who shows this secret, if it is of a session that has not ended.
///
/// # Errors
/// Where the database refuses it.
pub async fn session(
    snapshot: &mut Snapshot<'_>,
    secret: &Secret,
    now: chrono::DateTime<chrono::Utc>,
) -> Result<Option<Session>, StoreError> {
    store::session(snapshot, &secret.hash(), now).await
}

/// Ends the session of a secret; one that has ended already stays so.
///
/// # Errors
/// Where the database refuses it.
pub async fn sign_out(tx: &mut Tx<'_>, secret: &Secret) -> Result<(), StoreError> {
    if let Some(account) = store::end_session(tx, &secret.hash()).await? {
        tx.append(of(account), &SignedOut {}).await?;
    }
    Ok(())
}

/// Gives an account a new password and ends all its sessions: whoever had the
/// old one is out, or on their way in no more.
///
/// # Errors
/// Where there is no such account.
pub async fn change_password(
    tx: &mut Tx<'_>,
    account: AccountId,
    password: &PasswordHash,
) -> Result<(), StaffError> {
    tx.hold(account.into()).await?;
    if !store::set_password(tx, account, password).await? {
        return Err(StaffError::Unknown);
    }
    // First: whoever has just shown a code has a session by then, to be ended.
    second_factor::ask_no_more(tx, account).await?;
    store::end_sessions_of(tx, account).await?;
    tx.append(of(account), &StaffPasswordChanged {}).await?;
    Ok(())
}

/// The sessions of somebody that have not ended, the newest first.
///
/// # Errors
/// Where the database refuses it.
pub async fn sessions_of(
    snapshot: &mut Snapshot<'_>,
    account: AccountId,
    now: chrono::DateTime<chrono::Utc>,
) -> Result<Vec<SessionRow>, StoreError> {
    store::sessions_of(snapshot, account, now).await
}

/// Ends one session of somebody. Returns false where it has ended already.
///
/// # Errors
/// Where the database refuses it.
pub async fn end_session(
    tx: &mut Tx<'_>,
    account: AccountId,
    id: SessionId,
) -> Result<bool, StoreError> {
    let Some(agent) = store::end_session_of(tx, account, id).await? else { return Ok(false) };
    tx.append(of(account), &SessionEnded { agent }).await?;
    Ok(true)
}

fn of(account: AccountId) -> Subject {
    Subject { id: account.into(), customer: None }
}

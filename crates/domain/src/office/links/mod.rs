//! Links that sign somebody in: for whoever has the machine and no password.
//!
//! The command line makes them, the page behind the link takes them up. Only
//! the hash is kept; a link lets in once and runs out after a day. The log says
//! for whom one was made, never the link.

mod model;
#[cfg(test)]
mod tests;

pub use model::{LinkError, LinkMade};

use ::store::log::Subject;
use ::store::{Snapshot, StoreError, Tx};
use chrono::{DateTime, TimeDelta, Utc};

use crate::office::passes::Pass;
use crate::office::staff::{self, Account, AccountId, Secret, StaffError};

/// So long a link lets in.
const LASTS: TimeDelta = TimeDelta::days(1);

/// Makes a link for an account; one that was made before lets nobody in any
/// more. Returns what it holds.
///
/// # Errors
/// Where there is no such account, or it is locked out.
pub async fn make(tx: &mut Tx<'_>, account: AccountId) -> Result<Secret, LinkError> {
    let known = staff::account(tx, account).await?.ok_or(StaffError::Unknown)?;
    if known.locked_out {
        return Err(StaffError::LockedOut.into());
    }
    let secret = Secret::new()?;
    let until = tx.now() + LASTS;
    Pass::Link.take_back(tx, account).await?;
    Pass::Link.issue(tx, &secret, account, until).await?;
    tx.append(Subject { id: account.into(), customer: None }, &LinkMade {}).await?;
    Ok(secret)
}

/// Whom a link signs in, if it still lets in.
///
/// # Errors
/// Where the database refuses it.
pub async fn of_link(
    snapshot: &mut Snapshot<'_>,
    secret: &Secret,
    now: DateTime<Utc>,
) -> Result<Option<Account>, StoreError> {
    match Pass::Link.account(snapshot, secret, now).await? {
        Some(account) => staff::account(snapshot, account).await,
        None => Ok(None),
    }
}

/// Uses a link up and begins a session with it; returns the session's secret.
///
/// # Errors
/// Where the link lets nobody in any more, or the account is locked out.
pub async fn take_up(tx: &mut Tx<'_>, secret: &Secret, agent: &str) -> Result<Secret, LinkError> {
    let now = tx.now();
    let account = Pass::Link.account(tx, secret, now).await?.ok_or(LinkError::Gone)?;
    if !Pass::Link.use_up(tx, secret).await? {
        return Err(LinkError::Gone);
    }
    Ok(staff::sign_in(tx, account, agent).await?)
}

/// Forgets those that have run out.
pub(super) async fn tidy(tx: &mut Tx<'_>) -> Result<(), StoreError> {
    Pass::Link.forget(tx).await
}

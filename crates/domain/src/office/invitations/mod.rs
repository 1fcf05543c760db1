//! Invitations: a link with which somebody gives themselves an account.
//!
//! The page of users makes them, the page behind the link takes them up. The
//! inviter passes the link on; only its hash is kept. It lets in once and runs
//! out. The log says who invited whom, never the link.

mod model;
mod store;
#[cfg(test)]
mod tests;

pub use model::{Invitation, InvitationId, InvitationWithdrawn, Invited, NewInvitation};

use ::store::log::{Actor, Subject};
use ::store::{Snapshot, StoreError, Tx};
use chrono::{DateTime, TimeDelta, Utc};

use crate::office::links::LinkError;
use crate::office::staff::{self, AccountId, NewAccount, PasswordHash, Secret};

/// So long a link lets in.
const LASTS: TimeDelta = TimeDelta::days(7);

/// Invites somebody; whoever was invited with this address before gets a new
/// link, and the old one lets nobody in. Returns what the link holds.
///
/// # Errors
/// Where the address is not one, or has an account.
pub async fn invite(tx: &mut Tx<'_>, new: &NewInvitation) -> Result<Secret, LinkError> {
    let email = staff::address(&new.email)?;
    if staff::with_email(tx, &email).await?.is_some() {
        return Err(staff::StaffError::EmailTaken(email).into());
    }
    let by = match tx.who() {
        Actor::Staff(id) => Some(AccountId::from(id)),
        Actor::Customer(_) | Actor::Token(_) | Actor::System => None,
    };
    let secret = Secret::new()?;
    let id: InvitationId = tx.new_id();
    store::forget_email(tx, &email).await?;
    let until = tx.now() + LASTS;
    store::insert(tx, id, &secret.hash(), &email, new.role, by, until).await?;
    tx.append(of(id), &Invited { email, role: new.role }).await?;
    Ok(secret)
}

/// Who was invited and has not come yet, the newest first.
///
/// # Errors
/// Where the database refuses it.
pub async fn open(
    snapshot: &mut Snapshot<'_>,
    now: DateTime<Utc>,
) -> Result<Vec<Invitation>, StoreError> {
    store::open(snapshot, now).await
}

/// Whom a link invites, if it still lets in.
///
/// # Errors
/// Where the database refuses it.
pub async fn of_link(
    snapshot: &mut Snapshot<'_>,
    secret: &Secret,
    now: DateTime<Utc>,
) -> Result<Option<Invitation>, StoreError> {
    store::with_secret(snapshot, &secret.hash(), now).await
}

/// Takes an invitation up: makes the account and uses up the link.
///
/// # Errors
/// Where the link lets nobody in any more, or there is no name.
pub async fn take_up(
    tx: &mut Tx<'_>,
    secret: &Secret,
    name: &str,
    password: &PasswordHash,
) -> Result<AccountId, LinkError> {
    let now = tx.now();
    let found = store::with_secret(tx, &secret.hash(), now).await?;
    let invited = found.ok_or(LinkError::Gone)?;
    if !store::delete(tx, invited.id).await? {
        return Err(LinkError::Gone);
    }
    let new = NewAccount {
        email: invited.email,
        name: name.to_owned(),
        role: invited.role,
        password: Some(password.clone()),
    };
    Ok(staff::add(tx, &new).await?)
}

/// Withdraws an invitation: its link lets nobody in. One that is gone already
/// stays so.
///
/// # Errors
/// Where the database refuses it.
pub async fn withdraw(tx: &mut Tx<'_>, id: InvitationId) -> Result<(), LinkError> {
    let email = store::email(tx, id).await?;
    if let Some(email) = email
        && store::delete(tx, id).await?
    {
        tx.append(of(id), &InvitationWithdrawn { email }).await?;
    }
    Ok(())
}

/// Forgets those that have run out.
pub(super) async fn tidy(tx: &mut Tx<'_>) -> Result<(), StoreError> {
    let now = tx.now();
    store::forget(tx, now).await
}

fn of(id: InvitationId) -> Subject {
    Subject { id: id.into(), customer: None }
}

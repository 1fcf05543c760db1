//! Tokens: what programs show to be let in, each for somebody who works here
//! and with no more rights than that person has.
//!
//! The API and the settings call it. It writes to the log who made and revoked
//! which token, never its secret, of which only the hash is kept: it is shown
//! once, when it is made.

mod model;
mod rules;
mod store;
#[cfg(test)]
mod tests;

pub use model::{
    Bearer, Made, NewToken, Scopes, TokenError, TokenId, TokenMade, TokenRevoked, TokenRow,
};

use ::store::log::Subject;
use ::store::{Snapshot, StoreError, Tx};
use chrono::{DateTime, Utc};

use crate::office::staff::{self, AccountId, Secret};

/// Makes a token for somebody and returns what a program shows, for the only
/// time.
///
/// # Errors
/// Where it has no name or no rights, or more rights than its account.
pub async fn make(tx: &mut Tx<'_>, account: AccountId, new: &NewToken) -> Result<Made, TokenError> {
    let owner = staff::account(tx, account).await?.ok_or(TokenError::Unknown)?;
    let name = rules::name(&new.name)?;
    rules::within(&new.rights, owner.role)?;
    let secret = Secret::new()?;
    let id: TokenId = tx.new_id();
    let expires_at = new.lasts.map(|lasts| tx.now() + lasts);
    let row = store::NewRow { id, account, name: &name, rights: &new.rights, expires_at };
    store::insert(tx, &row, &secret.hash()).await?;
    let event = TokenMade { name, rights: new.rights.clone(), account, expires_at };
    tx.append(of(id), &event).await?;
    Ok(Made { id, shown: rules::shown(&secret) })
}

/// All of them, the newest first, with those that let nobody in any more.
///
/// # Errors
/// Where the database refuses it.
pub async fn list(snapshot: &mut Snapshot<'_>) -> Result<Vec<TokenRow>, StoreError> {
    store::list(snapshot).await
}

/// Whose a token is, whether or not it still lets in.
///
/// # Errors
/// Where the database refuses it.
pub async fn account_of(
    snapshot: &mut Snapshot<'_>,
    id: TokenId,
) -> Result<Option<AccountId>, StoreError> {
    store::account(snapshot, id).await
}

/// Lets nobody in with it from now on.
///
/// # Errors
/// Where there is no such token; one that is revoked already stays so.
pub async fn revoke(tx: &mut Tx<'_>, id: TokenId) -> Result<(), TokenError> {
    let name = store::name(tx, id).await?.ok_or(TokenError::Unknown)?;
    if store::revoke(tx, id).await? {
        tx.append(of(id), &TokenRevoked { name }).await?;
    }
    Ok(())
}

/// Who shows this, if it is a token that still lets in.
///
/// # Errors
/// Where the database refuses it.
pub async fn authenticate(
    snapshot: &mut Snapshot<'_>,
    shown: &str,
    now: DateTime<Utc>,
) -> Result<Option<Bearer>, StoreError> {
    let Some(secret) = rules::secret(shown) else { return Ok(None) };
    let found = store::with_secret(snapshot, &secret.hash(), now).await?;
    Ok(found.map(|row| Bearer {
        token: row.token,
        scopes: row.rights.cut_to(row.account.role),
        account: row.account,
        last_used_at: row.last_used_at,
    }))
}

/// Remembers that a token was used: once a minute is enough, and
/// [`Bearer::is_use_to_be_noted`] tells when.
///
/// # Errors
/// Where the database refuses it.
pub async fn note_use(tx: &mut Tx<'_>, id: TokenId) -> Result<(), StoreError> {
    store::note_use(tx, id, rules::NOTED_AFTER).await
}

fn of(id: TokenId) -> Subject {
    Subject { id: id.into(), customer: None }
}

//! The second factor: a code from a device beside the password.
//!
//! Signing in and the page of one's own account call it. It writes to the log
//! who turned it on or off and that a recovery code was used; never a secret
//! or a code. A code lets in once, and wrong ones count as failed sign-ins. The
//! secrets of devices are kept sealed with a key that is not in the record.

mod model;
mod rules;
mod sealing;
mod store;
#[cfg(test)]
mod tests;

pub use model::{
    RecoveryCodeUsed, RecoveryCodes, SecondFactorError, SecondFactorTurnedOff, SecondFactorTurnedOn,
};
pub use rules::DeviceSecret;
pub use sealing::SealingKey;

use ::store::log::Subject;
use ::store::{Snapshot, StoreError, Tx};
use chrono::{DateTime, Utc};

use crate::office::passes::Pass;
use crate::office::staff::{self, Account, AccountId, Secret};

/// Whether somebody signs in with a second factor.
///
/// # Errors
/// Where the database refuses it.
pub async fn is_on(snapshot: &mut Snapshot<'_>, account: AccountId) -> Result<bool, StoreError> {
    store::is_on(snapshot, account).await
}

/// How many recovery codes somebody has left.
///
/// # Errors
/// Where the database refuses it.
pub async fn codes_left(
    snapshot: &mut Snapshot<'_>,
    account: AccountId,
) -> Result<usize, StoreError> {
    Ok(store::recovery_codes(snapshot, account).await?.len())
}

/// Turns it on, once the device has shown that it shares the secret. Returns
/// the recovery codes, for the only time.
///
/// # Errors
/// [`SecondFactorError::Wrong`] where the code is not the device's,
/// [`SecondFactorError::IsOn`] where there is one already,
/// [`SecondFactorError::OtherKey`] where another process has brought another key.
pub async fn turn_on(
    tx: &mut Tx<'_>,
    key: &SealingKey,
    account: AccountId,
    secret: &DeviceSecret,
    code: &str,
) -> Result<RecoveryCodes, SecondFactorError> {
    if store::is_on(tx, account).await? {
        return Err(SecondFactorError::IsOn);
    }
    let step = rules::step_of(secret, code, tx.now(), None).ok_or(SecondFactorError::Wrong)?;
    let codes = RecoveryCodes::new()?;
    if !is_of_record(tx, key).await? {
        return Err(SecondFactorError::OtherKey);
    }
    store::turn_on(tx, account, &key.seal(account, secret)?, step).await?;
    for code in codes.iter() {
        store::add_recovery_code(tx, account, &rules::hash_of(code)).await?;
    }
    tx.append(of(account), &SecondFactorTurnedOn {}).await?;
    Ok(codes)
}

/// Turns it off: for whoever shows a code, or for an owner who helps somebody
/// who lost the device.
///
/// # Errors
/// Where the database refuses it.
pub async fn turn_off(tx: &mut Tx<'_>, account: AccountId) -> Result<bool, StoreError> {
    let was_on = store::turn_off(tx, account).await?;
    if was_on {
        tx.append(of(account), &SecondFactorTurnedOff {}).await?;
    }
    Ok(was_on)
}

/// Takes a code of the device or a recovery code, which then is used up.
///
/// # Errors
/// [`SecondFactorError::Wrong`] where it is neither, or was used;
/// [`SecondFactorError::OtherKey`] where the secret was sealed with another key.
pub async fn take(
    tx: &mut Tx<'_>,
    key: &SealingKey,
    account: AccountId,
    code: &str,
) -> Result<(), SecondFactorError> {
    let Some((kept, used)) = store::device(tx, account).await? else {
        return Err(SecondFactorError::Wrong);
    };
    // A recovery code lets in without the key.
    let secret = key.open(account, &kept);
    let step =
        secret.as_ref().ok().map(|secret| rules::step_of(secret, code, tx.now(), Some(used)));
    if let Some(step) = step.flatten() {
        return if store::use_step(tx, account, used, step).await? {
            Ok(())
        } else {
            Err(SecondFactorError::Wrong)
        };
    }
    if store::use_recovery_code(tx, account, &rules::hash_of(code)).await? {
        tx.append(of(account), &RecoveryCodeUsed {}).await?;
        return Ok(());
    }
    secret.and(Err(SecondFactorError::Wrong))
}

/// Takes a code as [`take`] does, and counts it among what was tried to sign in
/// as somebody ([`staff::tried`]). Returns whether it was right.
///
/// # Errors
/// [`SecondFactorError::Staff`] where too many were wrong meanwhile.
pub async fn try_code(
    tx: &mut Tx<'_>,
    key: &SealingKey,
    account: &Account,
    address: &str,
    code: &str,
) -> Result<bool, SecondFactorError> {
    let is_right = match take(tx, key, account.id, code).await {
        Ok(()) => true,
        Err(SecondFactorError::Wrong) => false,
        Err(other) => return Err(other),
    };
    staff::tried(tx, &account.email, address, is_right).await?;
    Ok(is_right)
}

/// Whether any secret is kept sealed: then there is a key, and no other will do.
///
/// # Errors
/// Where the database refuses it.
pub async fn has_sealed(snapshot: &mut Snapshot<'_>) -> Result<bool, StoreError> {
    Ok(store::devices(snapshot)
        .await?
        .iter()
        .any(|(_, kept)| DeviceSecret::of_bytes(kept).is_none()))
}

/// Makes sure that a key opens what is sealed, and seals what an earlier version
/// kept open. Where nothing is sealed yet, the key becomes that of the record:
/// a process that has another seals nothing from now on.
///
/// # Errors
/// [`SecondFactorError::OtherKey`] where it does not; nothing is changed then.
pub async fn seal_all(tx: &mut Tx<'_>, key: &SealingKey) -> Result<(), SecondFactorError> {
    store::hold_sample(tx).await?;
    for (account, kept) in store::devices(tx).await? {
        match DeviceSecret::of_bytes(&kept) {
            Some(open) => store::seal(tx, account, &key.seal(account, &open)?).await?,
            None => {
                key.open(account, &kept)?;
            }
        }
    }
    if !is_of_record(tx, key).await? {
        sample(tx, key).await?;
    }
    Ok(())
}

/// Whether a key is that of the record, which takes the first that it meets.
async fn is_of_record(tx: &mut Tx<'_>, key: &SealingKey) -> Result<bool, SecondFactorError> {
    store::hold_sample(tx).await?;
    match store::sample(tx).await? {
        Some(kept) => Ok(key.open(nobody(), &kept).is_ok()),
        None => sample(tx, key).await.map(|()| true),
    }
}

/// Keeps something sealed with a key, by which the others are told.
async fn sample(tx: &mut Tx<'_>, key: &SealingKey) -> Result<(), SecondFactorError> {
    let sealed = key.seal(nobody(), &DeviceSecret::new()?)?;
    Ok(store::set_sample(tx, &sealed).await?)
}

/// Whose the sample is.
fn nobody() -> AccountId {
    uuid::Uuid::nil().into()
}

/// Remembers that somebody's password was right, for as long as it takes to
/// find the code. The secret is what the next request shows.
///
/// # Errors
/// Where the database refuses it.
pub async fn ask(tx: &mut Tx<'_>, account: AccountId) -> Result<Secret, SecondFactorError> {
    let secret = Secret::new()?;
    let until = tx.now() + rules::CODE_WITHIN;
    Pass::SecondStep.issue(tx, &secret, account, until).await?;
    Ok(secret)
}

/// Whose password was right, where not too long ago.
///
/// # Errors
/// Where the database refuses it.
pub async fn asked(
    snapshot: &mut Snapshot<'_>,
    secret: &Secret,
    now: DateTime<Utc>,
) -> Result<Option<AccountId>, StoreError> {
    Pass::SecondStep.account(snapshot, secret, now).await
}

/// Forgets that a password was right: its code has come.
///
/// # Errors
/// Where the database refuses it.
pub async fn answered(tx: &mut Tx<'_>, secret: &Secret) -> Result<bool, StoreError> {
    Pass::SecondStep.use_up(tx, secret).await
}

/// Forgets that somebody's password was right: they have another.
pub(super) async fn ask_no_more(tx: &mut Tx<'_>, account: AccountId) -> Result<(), StoreError> {
    Pass::SecondStep.take_back(tx, account).await
}

/// Forgets those whose code never came.
///
/// # Errors
/// Where the database refuses it.
pub(super) async fn tidy(tx: &mut Tx<'_>) -> Result<(), StoreError> {
    Pass::SecondStep.forget(tx).await
}

fn of(account: AccountId) -> Subject {
    Subject { id: account.into(), customer: None }
}

//! Changing accounts: roles, who is locked out, what people say of themselves.

use kernel::Language;
use store::Tx;

use super::{
    Account, AccountId, Own, RoleChanged, StaffChanged, StaffError, StaffLetBackIn, StaffLockedOut,
    of, rules, store as sql,
};
use crate::office::rights::Role;

/// Gives somebody another role, which holds from their next request on.
/// Returns whether it is another.
///
/// # Errors
/// [`StaffError::LastOwner`] where nobody would be left who may do everything.
pub async fn change_role(tx: &mut Tx<'_>, id: AccountId, role: Role) -> Result<bool, StaffError> {
    let known = known(tx, id).await?;
    if known.role == role {
        return Ok(false);
    }
    make_sure_of_an_owner(tx, &known).await?;
    sql::set_role(tx, id, role).await?;
    tx.append(of(id), &RoleChanged { from: known.role, to: role }).await?;
    Ok(true)
}

/// Locks somebody out: their sessions and tokens let nobody in from now on.
///
/// # Errors
/// [`StaffError::LastOwner`] where nobody would be left who may do everything.
pub async fn lock_out(tx: &mut Tx<'_>, id: AccountId) -> Result<(), StaffError> {
    let known = known(tx, id).await?;
    if known.locked_out {
        return Ok(());
    }
    make_sure_of_an_owner(tx, &known).await?;
    sql::set_locked_out(tx, id, true).await?;
    sql::end_sessions_of(tx, id).await?;
    tx.append(of(id), &StaffLockedOut {}).await?;
    Ok(())
}

/// Lets somebody sign in again.
///
/// # Errors
/// Where there is no such account.
pub async fn let_back_in(tx: &mut Tx<'_>, id: AccountId) -> Result<(), StaffError> {
    if known(tx, id).await?.locked_out {
        sql::set_locked_out(tx, id, false).await?;
        tx.append(of(id), &StaffLetBackIn {}).await?;
    }
    Ok(())
}

/// Changes what somebody says of themselves. Returns whether it is different.
///
/// # Errors
/// Where there is no name or we do not speak the language.
pub async fn change_own(tx: &mut Tx<'_>, id: AccountId, own: &Own) -> Result<bool, StaffError> {
    let known = known(tx, id).await?;
    let from = Own { name: known.name, language: known.language };
    let language = match &own.language {
        Some(code) => {
            let language: Language =
                code.parse().map_err(|_| StaffError::NotALanguage(code.clone()))?;
            Some(language.code().to_owned())
        }
        None => None,
    };
    let to = Own { name: rules::name(&own.name)?, language };
    if to == from {
        return Ok(false);
    }
    sql::set_own(tx, id, &to).await?;
    tx.append(of(id), &StaffChanged { from, to }).await?;
    Ok(true)
}

/// An account that nobody else changes until this transaction ends.
async fn known(tx: &mut Tx<'_>, id: AccountId) -> Result<Account, StaffError> {
    tx.hold(id.into()).await?;
    sql::account(tx, id).await?.ok_or(StaffError::Unknown)
}

async fn make_sure_of_an_owner(tx: &mut Tx<'_>, without: &Account) -> Result<(), StaffError> {
    if without.role != Role::Owner || without.locked_out {
        return Ok(());
    }
    let owners = sql::owners(tx).await?;
    if owners.iter().any(|(owner,)| *owner != without.id) {
        Ok(())
    } else {
        Err(StaffError::LastOwner)
    }
}

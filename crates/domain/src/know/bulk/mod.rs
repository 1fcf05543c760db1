//! Changing many customers at once, and taking it back.
//!
//! Pages call it. What means few is done at once; what means more is done by a
//! job, a portion at a time: first whom it means is noted, then each is changed
//! through the door of the room it belongs to, so every change stands in the log
//! and each customer's timeline. Each portion is a transaction, so a process
//! that dies leaves off where another goes on. What was there before is kept
//! with each, so the whole is taken back by its id: what nobody has changed
//! since.

mod jobs;
mod model;
mod rules;
mod steps;
mod store;
#[cfg(test)]
mod tests;

pub use jobs::{GoOn, done_by};
pub use model::{Alter, BulkBegun, BulkEdit, BulkError, BulkId, BulkTakenBack, State, Whom};

use ::store::log::{Actor, Subject};
use ::store::{Snapshot, StoreError, Tx};

use super::lists::{self, Asking, Order, Sort};
use super::{fields, query};
use crate::office::staff::AccountId;
use rules::AT_ONCE;

/// Begins a change; where it means few customers it is done on return.
///
/// # Errors
/// Where the query means nothing or the change cannot be made to anybody.
pub async fn begin(
    tx: &mut Tx<'_>,
    me: AccountId,
    whom: &Whom,
    alter: &Alter,
) -> Result<BulkId, BulkError> {
    let alter = rules::checked(alter, &fields::present(tx).await?)?;
    let (text, few) = match whom {
        Whom::These(ids) if ids.len() > AT_ONCE as usize => return Err(BulkError::TooMany),
        Whom::These(ids) => (String::new(), Some(ids.clone())),
        Whom::All(text) => {
            let query = query::parse(text)?;
            let asking = Asking { me: Some(me), now: tx.now() };
            let sort = Sort { by: Order::Added, descending: false };
            let portion = lists::portion(tx, &query, &asking, sort, None, AT_ONCE).await?;
            let ids = portion.rows.iter().map(|row| row.id).collect();
            (query.to_string(), portion.after.is_none().then_some(ids))
        }
    };
    let id: BulkId = tx.new_id();
    let state = if few.is_some() { State::Changing } else { State::Noting };
    store::insert(tx, id, me, &text, &alter, state).await?;
    let customers = few.as_ref().map(Vec::len);
    let event = BulkBegun { alter, query: text, customers };
    tx.append(of(id), &event).await?;
    match few {
        Some(ids) => {
            store::note(tx, id, 0, &ids).await?;
            store::noted(tx, id, ids.len(), None, State::Changing).await?;
            while !steps::go_on(tx, id).await? {}
        }
        None => jobs::go_on_soon(tx, id).await?,
    }
    Ok(id)
}

/// Takes a change back: each customer's that is still as it left them. Returns
/// whether there was something to take back.
///
/// # Errors
/// Where there is none, or it is not done yet.
pub async fn take_back(tx: &mut Tx<'_>, id: BulkId) -> Result<bool, BulkError> {
    tx.hold(id.into()).await?;
    let bulk = store::bulk(tx, id).await?.ok_or(BulkError::Unknown)?;
    match bulk.state {
        State::Done => {}
        State::Noting | State::Changing => return Err(BulkError::NotDone),
        State::TakingBack | State::TakenBack => return Ok(false),
    }
    store::turn_round(tx, id).await?;
    tx.append(of(id), &BulkTakenBack {}).await?;
    if bulk.customers <= u64::from(AT_ONCE) {
        while !steps::go_on(tx, id).await? {}
    } else {
        jobs::go_on_soon(tx, id).await?;
    }
    Ok(bulk.changed > 0)
}

/// How far a change is.
///
/// # Errors
/// Where the database refuses it.
pub async fn bulk(snapshot: &mut Snapshot<'_>, id: BulkId) -> Result<Option<BulkEdit>, StoreError> {
    store::bulk(snapshot, id).await
}

/// Who acts in the portions of a job.
fn actor(account: AccountId) -> Actor {
    Actor::Staff(account.into())
}

fn of(id: BulkId) -> Subject {
    Subject { id: id.into(), customer: None }
}

//! The portions of a change, each a transaction.

use store::Tx;
use store::db::Failure as _;

use super::model::{Alter, BulkEdit, BulkError, BulkId, State};
use super::rules::PORTION;
use super::store as sql;
use crate::know::customers::{self, CustomerId};
use crate::know::lists::{self, Asking, Onward, Order, Sort};
use crate::know::{fields, query, tags, views};

/// Does the next portion. Returns whether that was the last.
pub(super) async fn go_on(tx: &mut Tx<'_>, id: BulkId) -> Result<bool, BulkError> {
    tx.hold(id.into()).await?;
    let bulk = sql::bulk(tx, id).await?.ok_or(BulkError::Unknown)?;
    match bulk.state {
        State::Noting => note(tx, &bulk).await.map(|()| false),
        State::Changing => change(tx, &bulk).await,
        State::TakingBack => take_back(tx, &bulk).await,
        State::Done | State::TakenBack => Ok(true),
    }
}

/// Notes the next of those it means. They are read by when they were added,
/// which no change touches, and as of when it was asked for.
async fn note(tx: &mut Tx<'_>, bulk: &BulkEdit) -> Result<(), BulkError> {
    let query = query::parse(&bulk.query)?;
    let asking = Asking { me: Some(bulk.account), now: bulk.created_at };
    let sort = Sort { by: Order::Added, descending: false };
    let from: Option<Onward> = bulk.noted_to.as_deref().and_then(|end| end.parse().ok());
    let portion = lists::portion(tx, &query, &asking, sort, from.as_ref(), PORTION).await?;
    let ids: Vec<CustomerId> = portion.rows.iter().map(|row| row.id).collect();
    sql::note(tx, bulk.id, bulk.customers, &ids).await?;
    let end = portion.after.map(|after| after.to_string());
    let state = if end.is_some() { State::Noting } else { State::Changing };
    sql::noted(tx, bulk.id, ids.len(), end.as_deref(), state).await?;
    Ok(())
}

async fn change(tx: &mut Tx<'_>, bulk: &BulkEdit) -> Result<bool, BulkError> {
    let items = sql::items(tx, bulk.id, bulk.done, PORTION).await?;
    let looked_at = items.len();
    let mut changed = 0;
    for item in items {
        if let Some(was) = apply(tx, item.customer, &bulk.alter).await? {
            sql::changed(tx, bulk.id, item.position, was).await?;
            changed += 1;
        }
    }
    let is_last = looked_at < PORTION as usize;
    let state = if is_last { State::Done } else { State::Changing };
    sql::done(tx, bulk.id, looked_at, changed, state).await?;
    if is_last {
        views::count_again_soon(tx).await?;
    }
    Ok(is_last)
}

async fn take_back(tx: &mut Tx<'_>, bulk: &BulkEdit) -> Result<bool, BulkError> {
    let items = sql::items(tx, bulk.id, bulk.done, PORTION).await?;
    let looked_at = items.len();
    let mut restored = 0;
    for item in items.into_iter().filter(|item| item.changed) {
        if restore(tx, item.customer, &bulk.alter, item.was.unwrap_or_default()).await? {
            restored += 1;
        }
    }
    let is_last = looked_at < PORTION as usize;
    let state = if is_last { State::TakenBack } else { State::TakingBack };
    sql::done(tx, bulk.id, looked_at, -restored, state).await?;
    if is_last {
        views::count_again_soon(tx).await?;
    }
    Ok(is_last)
}

/// Changes a customer; what was there before, where it became different. Whom
/// it cannot be done to stays as they are.
async fn apply(
    tx: &mut Tx<'_>,
    id: CustomerId,
    alter: &Alter,
) -> Result<Option<Option<String>>, BulkError> {
    let applied = match alter {
        Alter::Field { field, value } => {
            let edited = customers::edit(tx, id, None, &[(*field, value.clone())]).await;
            edited
                .map(|changes| changes.into_iter().next().map(|change| change.from))
                .map_err(BulkError::from)
        }
        Alter::Own { field, value } => {
            let set = fields::set(tx, id, *field, value).await;
            set.map(|change| change.map(|change| change.from)).map_err(BulkError::from)
        }
        Alter::Tag { tag } => {
            let added = tags::add(tx, id, tag).await;
            added.map(|is_new| is_new.then_some(None)).map_err(BulkError::from)
        }
        Alter::Untag { tag } => {
            let removed = tags::remove(tx, id, tag).await;
            removed.map(|was_there| was_there.then_some(None)).map_err(BulkError::from)
        }
    };
    passed_over(applied)
}

/// Makes a customer what they were, where they still are what we made them.
/// Returns whether they are.
async fn restore(
    tx: &mut Tx<'_>,
    id: CustomerId,
    alter: &Alter,
    was: String,
) -> Result<bool, BulkError> {
    let restored = match alter {
        Alter::Field { field, value } => {
            let now = customers::customer(tx, id).await?.and_then(|now| now.value(*field));
            if now.as_deref().unwrap_or_default() == value {
                let edited = customers::edit(tx, id, None, &[(*field, was)]).await;
                edited.map(|_| true).map_err(BulkError::from)
            } else {
                Ok(now.unwrap_or_default() == was)
            }
        }
        Alter::Own { field, value } => {
            let now = fields::values_of(tx, id).await?.remove(field);
            let holds = fields::field(tx, *field).await?.map(|field| field.holds);
            let made = holds.and_then(|holds| holds.canonical(value).ok().flatten());
            if now == made {
                let set = fields::set(tx, id, *field, &was).await;
                set.map(|_| true).map_err(BulkError::from)
            } else {
                Ok(now.unwrap_or_default() == was)
            }
        }
        Alter::Tag { tag } => {
            tags::remove(tx, id, tag).await.map(|_| true).map_err(BulkError::from)
        }
        Alter::Untag { tag } => tags::add(tx, id, tag).await.map(|_| true).map_err(BulkError::from),
    };
    passed_over(restored.map(Some)).map(Option::unwrap_or_default)
}

/// What a room refuses for one customer is no reason to stop; what the database
/// refuses is.
fn passed_over<T>(outcome: Result<Option<T>, BulkError>) -> Result<Option<T>, BulkError> {
    match outcome {
        Err(error) if error.store().is_none() => Ok(None),
        outcome => outcome,
    }
}

//! Saved views: lists that somebody wants to come back to, their own or shared
//! with everybody.
//!
//! Pages call it. It writes to the log who saved, changed, shared and removed
//! which. How many customers a view means is counted by a job, exactly, and
//! shown with its time: again whenever the review was made, soon after many
//! customers were changed, and every quarter of an hour. One that nobody can
//! count now has no number.

mod jobs;
mod model;
mod store;
#[cfg(test)]
mod tests;

pub use jobs::{CountViews, counted_by};
pub use model::{
    NewView, SavedView, ViewChanged, ViewError, ViewId, ViewRemoved, ViewRestored, ViewSaved,
};

use ::store::log::Subject;
use ::store::{Snapshot, StoreError, Tx};

use super::customers;
use super::lists::Sort;
use super::query;
use crate::office::staff::AccountId;

/// Characters of a name.
const LONGEST: usize = 60;
/// Views that one person may see.
const MOST: u32 = 100;

/// Saves a list under a name. Whether it may be shared the caller knows.
///
/// # Errors
/// Where there is no name, or the query or order cannot be read.
pub async fn save(tx: &mut Tx<'_>, me: AccountId, new: &NewView) -> Result<ViewId, ViewError> {
    let new = checked(new)?;
    let id: ViewId = tx.new_id();
    store::insert(tx, id, me, &new).await?;
    tx.append(of(id), &ViewSaved { view: new }).await?;
    jobs::count_soon(tx, id).await?;
    Ok(id)
}

/// Gives a view another name, list or audience.
///
/// # Errors
/// Where there is none that `me` may change, or what is wanted cannot be.
pub async fn edit(
    tx: &mut Tx<'_>,
    me: AccountId,
    id: ViewId,
    wanted: &NewView,
) -> Result<bool, ViewError> {
    let to = checked(wanted)?;
    let was = mine(tx, me, id).await?;
    if was.removed {
        return Err(ViewError::Unknown);
    }
    let from = was.view;
    if from == to {
        return Ok(false);
    }
    store::update(tx, id, &to, from.query == to.query).await?;
    tx.append(of(id), &ViewChanged { from, to }).await?;
    jobs::count_soon(tx, id).await?;
    Ok(true)
}

/// Takes a view out of sight; [`restore`] brings it back.
///
/// # Errors
/// Where there is none that `me` may change.
pub async fn remove(tx: &mut Tx<'_>, me: AccountId, id: ViewId) -> Result<(), ViewError> {
    let was = mine(tx, me, id).await?;
    if !was.removed {
        store::set_removed(tx, id, true).await?;
        tx.append(of(id), &ViewRemoved { name: was.view.name }).await?;
    }
    Ok(())
}

/// Brings a view back that was removed.
///
/// # Errors
/// Where there is none that `me` may change.
pub async fn restore(tx: &mut Tx<'_>, me: AccountId, id: ViewId) -> Result<(), ViewError> {
    let was = mine(tx, me, id).await?;
    if was.removed {
        store::set_removed(tx, id, false).await?;
        tx.append(of(id), &ViewRestored { name: was.view.name }).await?;
        jobs::count_soon(tx, id).await?;
    }
    Ok(())
}

/// The views somebody sees: their own and those shared, by name.
///
/// # Errors
/// Where the database refuses it.
pub async fn seen_by(
    snapshot: &mut Snapshot<'_>,
    me: AccountId,
) -> Result<Vec<SavedView>, StoreError> {
    store::seen_by(snapshot, me, MOST).await
}

/// Has all views counted again now: the review says something else.
///
/// # Errors
/// Where the database refuses it.
pub async fn count_again(tx: &mut Tx<'_>) -> Result<(), StoreError> {
    jobs::count_all(tx).await
}

/// Has all views counted again soon: customers were changed.
///
/// # Errors
/// Where the database refuses it.
pub async fn count_again_soon(tx: &mut Tx<'_>) -> Result<(), StoreError> {
    jobs::count_all_soon(tx).await
}

/// A view that `me` made, removed or not, which nobody else changes until the
/// end of the transaction.
async fn mine(tx: &mut Tx<'_>, me: AccountId, id: ViewId) -> Result<SavedView, ViewError> {
    tx.hold(id.into()).await?;
    let view = store::view(tx, id).await?;
    view.filter(|view| view.account == me).ok_or(ViewError::Unknown)
}

fn checked(new: &NewView) -> Result<NewView, ViewError> {
    let name = customers::one_line(&new.name);
    let fits = |name: &String| (1..=LONGEST).contains(&name.chars().count());
    Ok(NewView {
        name: name.filter(fits).ok_or(ViewError::NoName)?,
        query: query::parse(&new.query)?.to_string(),
        sort: Sort::named(&new.sort).unwrap_or_default().name(),
        columns: new.columns.clone(),
        is_shared: new.is_shared,
    })
}

fn of(id: ViewId) -> Subject {
    Subject { id: id.into(), customer: None }
}

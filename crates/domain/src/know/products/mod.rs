//! Products: what can be bought, each under one name.
//!
//! [`super::orders`] and imports add what is bought for the first time; pages
//! list and rename. It writes to the log what was added, how it was renamed
//! and what went with its import. It keeps no prices: those stand in the lines
//! of orders.

mod model;
mod rules;
mod store;
#[cfg(test)]
mod tests;

pub use model::{
    Page, Place, Product, ProductAdded, ProductError, ProductId, ProductRemoved, ProductRenamed,
};
pub use rules::{plain_name, tails};

pub(super) use rules::{name, shortened};

use std::collections::BTreeMap;

use ::store::log::Subject;
use ::store::{Snapshot, StoreError, Tx};
use uuid::Uuid;

/// The orders of a product are counted no further.
pub const COUNTED: u32 = 1_000;

/// So many products that nobody buys go at once.
const REMOVED_AT_ONCE: u32 = 512;

/// The product of a name that somebody wrote: the one that is called so, else the
/// first whose [`plain_name`] is the same; added where there is none.
///
/// # Errors
/// Where the database refuses it.
pub(super) async fn of_name(tx: &mut Tx<'_>, name: &str) -> Result<Product, StoreError> {
    let known = match store::of_name(tx, name).await? {
        None => store::of_plain_name(tx, name).await?,
        known => known,
    };
    match known {
        Some(known) => Ok(known),
        None => added(tx, name, None).await,
    }
}

/// The product of a name that a program tells, however it is spelt in capitals;
/// added where there is none, and then what nobody else buys goes with the import
/// that brought it. Whatever else a shop writes in two ways it may sell as two things.
///
/// # Errors
/// Where the database refuses it.
pub(super) async fn of_exact_name(
    tx: &mut Tx<'_>,
    name: &str,
    import: Option<Uuid>,
) -> Result<Product, StoreError> {
    match store::of_name(tx, name).await? {
        Some(known) => Ok(known),
        None => added(tx, name, import).await,
    }
}

async fn added(tx: &mut Tx<'_>, name: &str, import: Option<Uuid>) -> Result<Product, StoreError> {
    let new = Product { id: tx.new_id(), name: name.to_owned() };
    if store::insert(tx, &new, import).await? {
        tx.append(of(new.id), &ProductAdded { name: new.name.clone() }).await?;
        return Ok(new);
    }
    // Another process added it between the two statements.
    Ok(store::of_name(tx, name).await?.unwrap_or(new))
}

/// Takes back the products that an import added, which nobody buys and nobody
/// has renamed since. Returns how many.
///
/// # Errors
/// Where the database refuses it.
pub(super) async fn take_back(tx: &mut Tx<'_>, import: Uuid) -> Result<u64, StoreError> {
    store::hold_brought(tx, import).await?;
    let mut all = 0;
    let mut after = ProductId(Uuid::nil());
    loop {
        let removed = store::remove_unused(tx, import, after, REMOVED_AT_ONCE).await?;
        let Some(last) = removed.iter().map(|product| product.id).max() else { return Ok(all) };
        after = last;
        let told =
            removed.into_iter().map(|Product { id, name }| (of(id), ProductRemoved { name }));
        let events: Vec<_> = told.collect();
        tx.append_all(&events).await?;
        all += events.len() as u64;
    }
}

/// Gives a product another name. Returns whether it became different.
///
/// # Errors
/// Where the name is refused or another product's, or there is no such product.
pub async fn rename(tx: &mut Tx<'_>, id: ProductId, name: &str) -> Result<bool, ProductError> {
    let to = rules::name(name)?;
    tx.hold(id.into()).await?;
    let was = store::product(tx, id).await?.ok_or(ProductError::Unknown)?;
    if was.name == to {
        return Ok(false);
    }
    if store::of_name(tx, &to).await?.is_some_and(|other| other.id != id) {
        return Err(ProductError::Taken);
    }
    store::rename(tx, id, &to).await?;
    tx.append(of(id), &ProductRenamed { from: was.name, to }).await?;
    Ok(true)
}

/// Takes back the last renaming by whoever acts, where nobody has renamed it
/// since. Returns whether there was something to take back.
///
/// # Errors
/// Where another product has the name by now, or there is no such product.
pub async fn undo(tx: &mut Tx<'_>, id: ProductId) -> Result<bool, ProductError> {
    let last = tx.last_of_mine::<ProductRenamed>(id.into()).await?;
    let now = store::product(tx, id).await?.ok_or(ProductError::Unknown)?;
    match last.filter(|last| last.to == now.name) {
        Some(last) => rename(tx, id, &last.from).await,
        None => Ok(false),
    }
}

/// A product.
///
/// # Errors
/// Where the database refuses it.
pub async fn product(
    snapshot: &mut Snapshot<'_>,
    id: ProductId,
) -> Result<Option<Product>, StoreError> {
    store::product(snapshot, id).await
}

/// Those of these products that are there, in no order.
///
/// # Errors
/// Where the database refuses it.
pub async fn among(
    snapshot: &mut Snapshot<'_>,
    ids: &[ProductId],
) -> Result<Vec<Product>, StoreError> {
    if ids.is_empty() { Ok(Vec::new()) } else { store::among(snapshot, ids).await }
}

/// Products by name, `limit` at most, after one.
///
/// # Errors
/// Where the database refuses it.
pub async fn after(
    snapshot: &mut Snapshot<'_>,
    after: Option<&str>,
    limit: u32,
) -> Result<Vec<Product>, StoreError> {
    let from = after.map(|name| Place { name: name.to_lowercase(), backwards: false });
    store::page(snapshot, "", from.as_ref(), limit).await
}

/// In how many orders products are: [`COUNTED`] where they are in so many, or
/// in more.
///
/// # Errors
/// Where the database refuses it.
pub async fn orders_with(
    snapshot: &mut Snapshot<'_>,
    ids: &[ProductId],
) -> Result<BTreeMap<ProductId, u32>, StoreError> {
    let counted = store::orders_with(snapshot, ids).await?;
    let counted = counted.into_iter();
    Ok(counted.map(|(id, orders)| (id, u32::try_from(orders).unwrap_or(COUNTED))).collect())
}

/// A page of products by name, of those that begin with `beginning`.
///
/// # Errors
/// Where the database refuses it.
pub async fn page(
    snapshot: &mut Snapshot<'_>,
    beginning: &str,
    from: Option<&Place>,
    limit: u32,
) -> Result<Page, StoreError> {
    let rows = store::page(snapshot, &beginning.trim().to_lowercase(), from, limit + 1).await?;
    Ok(model::page(rows, from, limit))
}

/// Products of whose name a word begins so, those first whose first word does,
/// then those whose [`plain_name`] does: `limit` at most.
///
/// # Errors
/// Where the database refuses it.
pub async fn suggested(
    snapshot: &mut Snapshot<'_>,
    begun: &str,
    limit: u32,
) -> Result<Vec<Product>, StoreError> {
    let begun = begun.trim().to_lowercase();
    let mut found = store::page(snapshot, &begun, None, limit).await?;
    if is_lacking(&found, limit) {
        add(&mut found, store::with_tail(snapshot, &begun, limit).await?, limit);
    }
    if is_lacking(&found, limit) {
        add(&mut found, store::with_plain_name(snapshot, &begun, limit).await?, limit);
    }
    Ok(found)
}

fn is_lacking(found: &[Product], limit: u32) -> bool {
    found.len() < limit as usize
}

/// Adds those that are not there yet.
fn add(found: &mut Vec<Product>, others: Vec<Product>, limit: u32) {
    for product in others {
        if is_lacking(found, limit) && !found.contains(&product) {
            found.push(product);
        }
    }
}

fn of(id: ProductId) -> Subject {
    Subject { id: id.into(), customer: None }
}

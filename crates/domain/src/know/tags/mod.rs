//! Tags: words that customers are marked with.
//!
//! Pages, lists and the API call it. It writes to the log which customer was
//! marked with what, and which mark was taken away. A tag is kept in lower
//! case, so that two spellings of it cannot part what belongs together.

mod model;
mod rules;
mod store;
#[cfg(test)]
mod tests;

pub use model::{CustomerTagged, CustomerUntagged, TagError};
pub use rules::{LONGEST, MOST, tag};

use std::collections::BTreeMap;

use ::store::log::Subject;
use ::store::{Snapshot, StoreError, Tx};

use super::customers::{self, CustomerError, CustomerId};

/// Marks a customer. Returns whether the mark is new.
///
/// # Errors
/// Where it is no tag, the customer has too many, or there is no such customer.
pub async fn add(tx: &mut Tx<'_>, customer: CustomerId, word: &str) -> Result<bool, TagError> {
    let tag = rules::tag(word)?;
    customers::hold(tx, &[customer]).await?;
    customers::customer(tx, customer).await?.ok_or(CustomerError::Unknown)?;
    let known = store::of(tx, customer).await?;
    if known.contains(&tag) {
        return Ok(false);
    }
    if known.len() >= rules::MOST {
        return Err(TagError::TooMany);
    }
    store::insert(tx, customer, &tag).await?;
    tx.append(of_customer(customer), &CustomerTagged { tag }).await?;
    Ok(true)
}

/// Takes a mark away. Returns whether there was one.
///
/// # Errors
/// Where it is no tag.
pub async fn remove(tx: &mut Tx<'_>, customer: CustomerId, word: &str) -> Result<bool, TagError> {
    let tag = rules::tag(word)?;
    let was_there = store::delete(tx, customer, &tag).await?;
    if was_there {
        tx.append(of_customer(customer), &CustomerUntagged { tag }).await?;
    }
    Ok(was_there)
}

/// What a customer is marked with, by the alphabet.
///
/// # Errors
/// Where the database refuses it.
pub async fn of(
    snapshot: &mut Snapshot<'_>,
    customer: CustomerId,
) -> Result<Vec<String>, StoreError> {
    store::of(snapshot, customer).await
}

/// What each of some customers is marked with; who is not is left out.
///
/// # Errors
/// Where the database refuses it.
pub async fn of_each(
    snapshot: &mut Snapshot<'_>,
    customers: &[CustomerId],
) -> Result<BTreeMap<CustomerId, Vec<String>>, StoreError> {
    let mut tags: BTreeMap<CustomerId, Vec<String>> = BTreeMap::new();
    for (customer, tag) in store::of_each(snapshot, customers).await? {
        tags.entry(customer).or_default().push(tag);
    }
    Ok(tags)
}

/// Tags that have been used, by the alphabet, `limit` at most.
///
/// # Errors
/// Where the database refuses it.
pub async fn used(snapshot: &mut Snapshot<'_>, limit: u32) -> Result<Vec<String>, StoreError> {
    store::used(snapshot, limit).await
}

fn of_customer(customer: CustomerId) -> Subject {
    Subject { id: customer.into(), customer: Some(customer.into()) }
}

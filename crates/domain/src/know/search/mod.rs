//! Search: customers, what happened with them and what they ordered, found by whatever
//! people remember; and products, by what people make of their names.
//!
//! Pages call [`find`], [`alike`] before somebody is added, and
//! [`suggested_products`] where somebody begins to write what was bought;
//! [`Indexer`] follows the log and makes what rooms keep findable moments after it
//! is written. It writes nothing to the log, and what fits a word is decided in
//! [`::store::search`], never here.

mod model;
mod reactions;
mod rules;
#[cfg(test)]
mod tests;

pub use model::{Alike, Found, FoundCustomer, FoundField, FoundInteraction, Likeness, Newcomer};
pub use reactions::Indexer;
pub use rules::CUSTOMER;

use model::Known;

use std::collections::{BTreeMap, BTreeSet};

use ::store::search::{Hit, Place, Query};
use ::store::{Snapshot, StoreError};

use super::contacts::{self, Contact};
use super::customers::{self, CustomerId};
use super::interactions::{self, Interaction, InteractionId};
use super::orders;
use super::products::{self, Product, ProductId};

/// So many of the closest are looked at for each thing that may be alike.
const MAY_BE_ALIKE: u32 = 12;

/// Orders that a number finds, at most: shops may have given it one each.
const ORDERS: u32 = 8;

/// What has all these words, the closest first: `limit` documents at most,
/// from `after` on, put together by customer.
///
/// # Errors
/// Where the database refuses it.
pub async fn find(
    snapshot: &mut Snapshot<'_>,
    words: &str,
    after: Option<Place>,
    limit: u32,
) -> Result<Found, StoreError> {
    let kinds = [rules::CUSTOMER, rules::INTERACTION].map(str::to_owned).into();
    let is_first = after.is_none();
    let query = Query { words: words.to_owned(), kinds, limit: limit + 1, after };
    let mut hits = snapshot.find(&query).await?;
    let goes_on = hits.len() > limit as usize;
    hits.truncate(limit as usize);
    let after = hits.last().filter(|_| goes_on).map(|hit| hit.place);
    let customers = put_together(snapshot, hits, words).await?;
    let customers =
        if is_first { with_orders(snapshot, words, customers).await? } else { customers };
    Ok(Found { customers, after })
}

/// The same, and in front those whose order, or a parcel of whose, has that number.
async fn with_orders(
    snapshot: &mut Snapshot<'_>,
    words: &str,
    found: Vec<FoundCustomer>,
) -> Result<Vec<FoundCustomer>, StoreError> {
    let orders = orders::numbered(snapshot, words, ORDERS).await?;
    if orders.is_empty() {
        return Ok(found);
    }
    let of: Vec<CustomerId> = orders.iter().map(|order| order.customer).collect();
    let customers = customers::among(snapshot, &of).await?;
    Ok(rules::with_orders(orders, &customers, found))
}

/// The customers who may be somebody who is about to be added: who have the same
/// telephone number or e-mail address, however it is spelt, or people who have;
/// and who are called alike, the closest first.
///
/// # Errors
/// Where the database refuses it.
pub async fn alike(
    snapshot: &mut Snapshot<'_>,
    new: &Newcomer<'_>,
) -> Result<Vec<Alike>, StoreError> {
    let mut hits = Vec::new();
    for reach in [new.phone, new.email] {
        hits.extend(snapshot.find_reached(rules::CUSTOMER, reach, MAY_BE_ALIKE).await?);
    }
    let kinds = [rules::CUSTOMER].map(str::to_owned).into();
    let query = Query { words: new.name.to_owned(), kinds, limit: MAY_BE_ALIKE, after: None };
    hits.extend(snapshot.find_known(&query).await?);
    let of = customers_of(&hits);
    let people = contacts::at_each(snapshot, &of).await?;
    let known = known(snapshot, &of, people).await?;
    let likeness = |known: &Known| rules::likeness(new, known);
    let mut by: BTreeMap<CustomerId, Vec<Likeness>> =
        known.iter().map(|(id, known)| (*id, likeness(known))).collect();
    let found = rules::by_customer(hits, known, BTreeMap::new(), new.name).into_iter();
    let alike = found.filter_map(|customer| {
        let by = by.remove(&customer.id).filter(|by| !by.is_empty())?;
        Some(Alike { customer, by })
    });
    Ok(alike.collect())
}

/// Products to suggest where somebody has begun to write one: those of which a
/// word begins so and, where they are few, those that are meant but for slips,
/// alphabets and the order of words. `limit` at most.
///
/// # Errors
/// Where the database refuses it.
pub async fn suggested_products(
    snapshot: &mut Snapshot<'_>,
    begun: &str,
    limit: u32,
) -> Result<Vec<Product>, StoreError> {
    let mut found = products::suggested(snapshot, begun, limit).await?;
    let few = limit as usize;
    if found.len() >= few {
        return Ok(found);
    }
    let kinds = [rules::PRODUCT].map(str::to_owned).into();
    let query = Query { words: begun.to_owned(), kinds, limit, after: None };
    let hits = snapshot.find_timeless(&query).await?;
    let meant: Vec<ProductId> = hits.iter().map(|hit| hit.id.into()).collect();
    let known = products::among(snapshot, &meant).await?.into_iter();
    let mut known: BTreeMap<ProductId, Product> =
        known.map(|product| (product.id, product)).collect();
    let meant = meant.iter().filter_map(|id| known.remove(id));
    let meant: Vec<Product> = meant.filter(|product| !found.contains(product)).collect();
    found.extend(meant);
    found.truncate(few);
    Ok(found)
}

async fn put_together(
    snapshot: &mut Snapshot<'_>,
    hits: Vec<Hit>,
    words: &str,
) -> Result<Vec<FoundCustomer>, StoreError> {
    let of = customers_of(&hits);
    let mut known = known(snapshot, &of, BTreeMap::new()).await?;
    let unexplained = rules::unexplained(&hits, &known, words);
    for (customer, people) in contacts::at_each(snapshot, &unexplained).await? {
        known.entry(customer).and_modify(|known| known.people = people);
    }
    let written: Vec<InteractionId> =
        hits.iter().filter(|hit| hit.kind == rules::INTERACTION).map(|hit| hit.id.into()).collect();
    let written = interactions::present_among(snapshot, &written).await?;
    let written: BTreeMap<InteractionId, Interaction> =
        written.into_iter().map(|interaction| (interaction.id, interaction)).collect();
    Ok(rules::by_customer(hits, known, written, words))
}

/// The customers of what was found.
fn customers_of(hits: &[Hit]) -> Vec<CustomerId> {
    let of: BTreeSet<CustomerId> =
        hits.iter().filter_map(|hit| hit.customer).map(CustomerId::from).collect();
    Vec::from_iter(of)
}

/// Customers, with as many of the people there as were asked for.
async fn known(
    snapshot: &mut Snapshot<'_>,
    of: &[CustomerId],
    mut people: BTreeMap<CustomerId, Vec<Contact>>,
) -> Result<BTreeMap<CustomerId, Known>, StoreError> {
    let known = customers::among(snapshot, of).await?.into_iter().map(|customer| {
        let people = people.remove(&customer.id).unwrap_or_default();
        (customer.id, Known { customer, people })
    });
    Ok(known.collect())
}

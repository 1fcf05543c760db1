//! Search: customers and what happened with them, found by whatever people
//! remember.
//!
//! Pages call [`find`], and [`called_alike`] before somebody is added;
//! [`Indexer`] follows the log and makes what rooms keep findable moments after
//! it is written. It writes nothing to the log, and what fits a word is decided
//! in [`::store::search`], never here.

mod model;
mod reactions;
mod rules;
#[cfg(test)]
mod tests;

pub use model::{Found, FoundCustomer, FoundField, FoundInteraction};
pub use reactions::Indexer;
pub use rules::CUSTOMER;

use std::collections::{BTreeMap, BTreeSet};

use ::store::search::{Hit, Place, Query, are_alike};
use ::store::{Snapshot, StoreError};

use super::customers::{self, Customer, CustomerId};
use super::interactions::{self, Interaction, InteractionId};

/// So many of the closest are looked at for such as are called alike.
const MAY_BE_ALIKE: u32 = 12;

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
    let query = Query { words: words.to_owned(), kinds, limit: limit + 1, after };
    let mut hits = snapshot.find(&query).await?;
    let goes_on = hits.len() > limit as usize;
    hits.truncate(limit as usize);
    let after = hits.last().filter(|_| goes_on).map(|hit| hit.place);
    Ok(Found { customers: put_together(snapshot, hits, words).await?, after })
}

/// The customers who are called as somebody is, but for typos, alphabets and the
/// order of words; the closest first.
///
/// # Errors
/// Where the database refuses it.
pub async fn called_alike(
    snapshot: &mut Snapshot<'_>,
    name: &str,
) -> Result<Vec<FoundCustomer>, StoreError> {
    let kinds = [rules::CUSTOMER].map(str::to_owned).into();
    let query = Query { words: name.to_owned(), kinds, limit: MAY_BE_ALIKE, after: None };
    let hits = snapshot.find(&query).await?;
    let mut found = put_together(snapshot, hits, name).await?;
    found.retain(|customer| are_alike(name, &customer.called()));
    Ok(found)
}

async fn put_together(
    snapshot: &mut Snapshot<'_>,
    hits: Vec<Hit>,
    words: &str,
) -> Result<Vec<FoundCustomer>, StoreError> {
    let of: BTreeSet<CustomerId> =
        hits.iter().filter_map(|hit| hit.customer).map(CustomerId::from).collect();
    let known = customers::among(snapshot, &Vec::from_iter(of)).await?;
    let known: BTreeMap<CustomerId, Customer> =
        known.into_iter().map(|customer| (customer.id, customer)).collect();
    let written: Vec<InteractionId> =
        hits.iter().filter(|hit| hit.kind == rules::INTERACTION).map(|hit| hit.id.into()).collect();
    let written = interactions::present_among(snapshot, &written).await?;
    let written: BTreeMap<InteractionId, Interaction> =
        written.into_iter().map(|interaction| (interaction.id, interaction)).collect();
    Ok(rules::by_customer(hits, known, written, words))
}

//! Search: customers and what happened with them, found by whatever people
//! remember.
//!
//! Pages call [`find`]; [`Indexer`] follows the log and makes what rooms keep
//! findable moments after it is written. It writes nothing to the log, and what
//! fits a word is decided in [`::store::search`], never here.

mod model;
mod reactions;
mod rules;
#[cfg(test)]
mod tests;

pub use model::{Found, FoundCustomer, FoundField, FoundInteraction};
pub use reactions::Indexer;
pub use rules::CUSTOMER;

use std::collections::{BTreeMap, BTreeSet};

use ::store::search::{Place, Query};
use ::store::{Snapshot, StoreError};

use super::customers::{self, Customer, CustomerId};
use super::interactions::{self, Interaction, InteractionId};

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
    let after = hits.last().filter(|_| goes_on).map(|hit| hit.place);
    Ok(Found { customers: rules::by_customer(hits, known, written, words), after })
}

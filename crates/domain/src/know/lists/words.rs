//! The words of a query, and who has them, as the search index knows.

use store::search::{Place, Query as Search};
use store::{Snapshot, StoreError};

use super::rules::FOUND;
use crate::know::customers::CustomerId;
use crate::know::query::{Condition, Query, Test};
use crate::know::search;

/// The words of a query, as the search takes them; none where it has none.
pub fn of(query: &Query) -> Option<String> {
    let mut words = Vec::new();
    for condition in &query.conditions {
        if let Test::Word(word) = &condition.test {
            words.push(word.clone());
        } else if let Test::Exact(exact) = &condition.test {
            words.push(format!("\"{}\"", exact.replace('"', " ")));
        }
    }
    (!words.is_empty()).then(|| words.join(" "))
}

/// A query without its words.
pub fn without(query: &Query) -> Query {
    let is_kept =
        |condition: &&Condition| !matches!(condition.test, Test::Word(_) | Test::Exact(_));
    Query { conditions: query.conditions.iter().filter(is_kept).cloned().collect() }
}

/// All customers who have some words, in the order of their ids.
pub async fn all_found(
    snapshot: &mut Snapshot<'_>,
    words: &str,
) -> Result<Vec<CustomerId>, StoreError> {
    let (mut all, mut from) = (Vec::new(), None);
    loop {
        let (ids, end) = found(snapshot, words, from, FOUND).await?;
        all.extend(ids);
        from = end;
        if from.is_none() {
            all.sort_unstable();
            return Ok(all);
        }
    }
}

/// Customers who have some words, `limit` at most, the closest first, from
/// behind a place; and behind which there are more.
pub async fn found(
    snapshot: &mut Snapshot<'_>,
    words: &str,
    after: Option<Place>,
    limit: u32,
) -> Result<(Vec<CustomerId>, Option<Place>), StoreError> {
    let kinds = vec![search::CUSTOMER.to_owned()];
    let sought = Search { words: words.to_owned(), kinds, limit: limit + 1, after };
    let mut hits = snapshot.find(&sought).await?;
    let goes_on = hits.len() > limit as usize;
    hits.truncate(limit as usize);
    let end = hits.last().map(|hit| hit.place).filter(|_| goes_on);
    Ok((hits.into_iter().map(|hit| CustomerId::from(hit.id)).collect(), end))
}

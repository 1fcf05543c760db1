//! The review of the record, as it was last made: its document in every
//! language, and what it says of each customer.
//!
//! The program makes it and calls [`keep`] and [`finish`]; pages read it. It is
//! made again by the job [`MakeReview`], which [`ask_when_behind`] asks for when
//! the record has something the facts do not. It computes no figure itself and
//! writes nothing to the log: all of it follows from the facts.

mod model;
mod reason;
mod risks;
mod rules;
mod store;
#[cfg(test)]
pub(crate) mod tests;

pub use model::{Alarmed, Glance, Made, MakeReview, Score, Unheard};
pub use risks::Risks;
pub use rules::score;

use std::collections::BTreeMap;
use std::sync::Arc;

use ::store::log::Actor;
use ::store::{Db, Snapshot, StoreError, Tx};
use kernel::{Currency, Day, Language, Money};
use review::figures::Standing;
use tokio::sync::Notify;

use crate::know::customers::{self, CustomerId};
use crate::know::{facts, orders, views};
use crate::office::staff::AccountId;
use crate::office::teams::Whose;

/// Scores written in one transaction: other writers wait meanwhile.
pub const BATCH: usize = 500;

/// Keeps what the review says of some customers, at most [`BATCH`]. Those of
/// whom it says what it said before are not written. Returns how many were.
///
/// # Errors
/// Where the database refuses it.
pub async fn keep(tx: &mut Tx<'_>, as_of: Day, scores: &[Score]) -> Result<usize, StoreError> {
    let ids: Vec<CustomerId> = scores.iter().map(|score| score.customer).collect();
    let known = store::among(tx, &ids).await?;
    let known: BTreeMap<CustomerId, Score> =
        known.into_iter().map(|score| (score.customer, score)).collect();
    let changed: Vec<Score> = scores
        .iter()
        .filter_map(|score| {
            let known = known.get(&score.customer);
            let with_risks = rules::with_risks(score, known, as_of);
            (known != Some(&with_risks)).then_some(with_risks)
        })
        .collect();
    if !changed.is_empty() {
        let new = changed.iter().map(|score| score.customer);
        let new: Vec<CustomerId> = new.filter(|customer| !known.contains_key(customer)).collect();
        let owners = owners(tx, new).await?;
        store::upsert(tx, &changed, &owners).await?;
    }
    Ok(changed.len())
}

/// Who looks after customers of whom nothing was said so far, until the end of the
/// transaction.
async fn owners(
    tx: &mut Tx<'_>,
    mut customers: Vec<CustomerId>,
) -> Result<BTreeMap<CustomerId, AccountId>, StoreError> {
    customers.sort_unstable();
    customers::hold(tx, &customers).await?;
    let known = customers::among(tx, &customers).await?;
    Ok(known.iter().filter_map(|known| Some((known.id, known.owner()?))).collect())
}

/// Somebody else, or nobody, looks after a customer from now on.
///
/// # Errors
/// Where the database refuses it.
pub(crate) async fn given_to(
    tx: &mut Tx<'_>,
    customer: CustomerId,
    owner: Option<AccountId>,
) -> Result<(), StoreError> {
    store::set_owner(tx, customer, owner).await
}

/// The customers of whom something is said, `limit` at most, after one of them
/// in the order of their ids: those of whom nothing is any more are to be
/// [forgotten](forget).
///
/// # Errors
/// Where the database refuses it.
pub async fn scored_after(
    snapshot: &mut Snapshot<'_>,
    after: Option<CustomerId>,
    limit: u32,
) -> Result<Vec<CustomerId>, StoreError> {
    store::scored_after(snapshot, after, limit).await
}

/// Of these customers nothing is said any more.
///
/// # Errors
/// Where the database refuses it.
pub async fn forget(tx: &mut Tx<'_>, customers: &[CustomerId]) -> Result<(), StoreError> {
    store::forget(tx, customers).await
}

/// Keeps the review itself, whose scores are kept already. Saved views that ask
/// what it says are counted again.
///
/// # Errors
/// Where the database refuses it.
pub async fn finish(
    tx: &mut Tx<'_>,
    made: &Made,
    pages: &[(Language, String)],
) -> Result<(), StoreError> {
    store::set_made(tx, made).await?;
    for (language, html) in pages {
        store::set_page(tx, *language, html).await?;
    }
    views::count_again(tx).await
}

/// There is nothing a review could be made of.
///
/// # Errors
/// Where the database refuses it.
pub async fn withdraw(tx: &mut Tx<'_>) -> Result<(), StoreError> {
    store::withdraw(tx).await?;
    views::count_again(tx).await
}

/// When the review was made, and on what terms; none where it never was.
///
/// # Errors
/// Where the database refuses it.
pub async fn made(snapshot: &mut Snapshot<'_>) -> Result<Option<Made>, StoreError> {
    store::made(snapshot).await
}

/// Whether the review is being made, or will be: it was asked for, or the log has
/// something that the facts do not have yet, which it is asked for then.
///
/// # Errors
/// Where the database refuses it.
pub async fn is_awaited(snapshot: &mut Snapshot<'_>) -> Result<bool, StoreError> {
    Ok(snapshot.job_waits::<MakeReview>().await? || facts::is_behind(snapshot).await?)
}

/// Whether the first review is being made, or will be, where there is none yet: of a
/// record in which nothing was bought there will be none.
///
/// # Errors
/// Where the database refuses it.
pub async fn is_first_awaited(snapshot: &mut Snapshot<'_>) -> Result<bool, StoreError> {
    Ok(orders::is_any_bought(snapshot).await? && is_awaited(snapshot).await?)
}

/// Whether the review says of anybody that they are lost.
///
/// # Errors
/// Where the database refuses it.
pub async fn is_anybody_lost(snapshot: &mut Snapshot<'_>) -> Result<bool, StoreError> {
    store::is_anybody_lost(snapshot).await
}

/// The document of the review.
///
/// # Errors
/// Where the database refuses it.
pub async fn page(
    snapshot: &mut Snapshot<'_>,
    language: Language,
) -> Result<Option<String>, StoreError> {
    store::page(snapshot, language).await
}

/// What the review says of a customer; nothing of those who never bought.
///
/// # Errors
/// Where the database refuses it.
pub async fn of_customer(
    snapshot: &mut Snapshot<'_>,
    customer: CustomerId,
) -> Result<Option<Score>, StoreError> {
    Ok(store::among(snapshot, &[customer]).await?.into_iter().next())
}

/// What the review says of each of these at a glance; of those who never bought, and of
/// those who object to marketing, nothing.
///
/// # Errors
/// Where the database refuses it.
pub async fn at_a_glance(
    snapshot: &mut Snapshot<'_>,
    customers: &[CustomerId],
) -> Result<BTreeMap<CustomerId, Glance>, StoreError> {
    let glances = store::glances(snapshot, customers).await?.into_iter();
    let glance = |row: store::GlanceRow| {
        let standing = Standing::of_key(&row.standing)?;
        let currency = row.currency.and_then(|currency| currency.parse().ok());
        let at_risk =
            row.at_risk.map(|minor| Money::new(minor, currency.unwrap_or(Currency::NONE)));
        Some((row.customer, Glance { standing, risk: row.risk, at_risk }))
    };
    Ok(glances.filter_map(glance).collect())
}

/// Those an alarm was raised for, whom somebody or nobody looks after, with most
/// at risk first; without those who object to marketing and those who have been
/// heard from.
///
/// # Errors
/// Where the database refuses it.
pub async fn alarmed(
    snapshot: &mut Snapshot<'_>,
    whose: Whose,
    unheard: Unheard,
    limit: u32,
) -> Result<Vec<Alarmed>, StoreError> {
    store::alarmed(snapshot, whose, unheard, limit).await
}

/// Asks for the review to be made where the record has something new, until
/// `stop` is told.
pub async fn ask_when_behind(db: Db, stop: Arc<Notify>) {
    let mut look = tokio::time::interval(rules::LOOK);
    // First in any case: this version may have other words.
    let mut asked = ask(&db).await;
    loop {
        if let Err(error) = asked {
            tracing::error!(%error, "whether the review is of the last orders cannot be said");
        }
        tokio::select! {
            biased;
            () = stop.notified() => return,
            _ = look.tick() => {}
        }
        asked = ask_if_behind(&db).await;
    }
}

/// Asks for the review to be made, if the record has something that it does
/// not know of. Returns whether it was asked for.
///
/// # Errors
/// Where the database refuses it.
pub async fn ask_if_behind(db: &Db) -> Result<bool, StoreError> {
    let is_behind = facts::is_behind(&mut db.reader().await?.snapshot()).await?;
    if is_behind { ask(db).await } else { Ok(false) }
}

async fn ask(db: &Db) -> Result<bool, StoreError> {
    let made = store::made(&mut db.reader().await?.snapshot()).await?;
    let at = rules::next(made.as_ref(), db.clock().now());
    db.write(Actor::System, async move |tx| {
        tx.enqueue_once(MakeReview::KEY, &MakeReview {}, at).await
    })
    .await
}

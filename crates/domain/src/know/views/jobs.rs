//! Counting whom saved views mean.

use std::sync::Arc;

use chrono::TimeDelta;
use serde::{Deserialize, Serialize};
use store::jobs::{Failed, Finished, Job, Leased, Worker};
use store::log::{Actor, catch_up};
use store::{Db, StoreError, Tx};

use super::{SavedView, ViewId, store as sql};
use crate::know::lists::{self, Asking, ListError};
use crate::know::query;
use crate::know::search::Indexer;
use crate::know::totals::Totals;
use crate::prove::reviews;

/// One count of all views waits at most, beside the one that comes round.
const SOON_KEY: &str = "views.count_soon";
/// What people change one after another is counted together: at a million
/// customers a view takes about a second.
const TOGETHER: TimeDelta = TimeDelta::seconds(30);

/// Counts every view again.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct CountViews {}

impl Job for CountViews {
    const KIND: &'static str = "views.count";
}

/// Counts one that has just become what it is.
#[derive(Debug, Serialize, Deserialize)]
struct CountView {
    view: ViewId,
}

impl Job for CountView {
    const KIND: &'static str = "views.count_one";
}

/// Asks for a count as soon as may be.
pub(super) async fn count_soon(tx: &mut Tx<'_>, view: ViewId) -> Result<(), StoreError> {
    let now = tx.now();
    tx.enqueue(&CountView { view }, now).await
}

/// Asks for all to be counted once more changes have come together.
pub(super) async fn count_all_soon(tx: &mut Tx<'_>) -> Result<(), StoreError> {
    let at = tx.now() + TOGETHER;
    tx.enqueue_once(SOON_KEY, &CountViews {}, at).await.map(drop)
}

/// Asks for all to be counted now.
pub(super) async fn count_all(tx: &mut Tx<'_>) -> Result<(), StoreError> {
    let now = tx.now();
    tx.enqueue_once(SOON_KEY, &CountViews {}, now).await.map(drop)
}

/// Teaches a worker to count views.
#[must_use]
pub fn counted_by(worker: Worker, db: &Db) -> Worker {
    let (all, one) = (db.clone(), db.clone());
    worker
        .on(move |_: CountViews, leased| count(all.clone(), None, leased))
        .on(move |job: CountView, leased| count(one.clone(), Some(job.view), leased))
}

/// View by view: each is written down as soon as it is counted. Whoever changes
/// something from now on can ask for another count; and what is kept of the log
/// for lists to be asked of is brought up to it first.
async fn count(db: Db, only: Option<ViewId>, leased: Leased) -> Result<Finished, Failed> {
    let lease = leased.lease;
    db.write(Actor::System, async move |tx| tx.free_job_key(lease).await).await?;
    catch_up(&db, &Arc::new(Totals)).await?;
    catch_up(&db, &Arc::new(Indexer)).await?;
    let views = sql::all(&mut db.reader().await?.snapshot()).await?;
    for view in views.into_iter().filter(|view| only.is_none_or(|only| view.id == only)) {
        let customers = meant(&db, &view).await?;
        let (id, query) = (view.id, view.view.query);
        db.write(Actor::System, async move |tx| sql::set_count(tx, id, &query, customers).await)
            .await?;
    }
    let finish = async move |tx: &mut Tx<'_>| tx.finish_job(lease).await;
    Ok(db.write(Actor::System, finish).await?)
}

/// How many customers a view means to whoever made it; none where nobody can
/// say: it names somebody or something that is no longer there, or asks what the
/// review says before there is one.
async fn meant(db: &Db, view: &SavedView) -> Result<Option<u32>, ListError> {
    let Ok(query) = query::parse(&view.view.query) else { return Ok(None) };
    let asking = Asking { me: Some(view.account), now: db.clock().now() };
    let mut reader = db.reader().await?;
    let snapshot = &mut reader.snapshot();
    if query.asks_the_review() && reviews::made(snapshot).await?.is_none() {
        return Ok(None);
    }
    match lists::count_exactly(snapshot, &query, &asking).await {
        Ok(customers) => Ok(Some(customers)),
        Err(ListError::Query(_)) => Ok(None),
        Err(error) => Err(error),
    }
}

//! Counting whom saved views mean.

use serde::{Deserialize, Serialize};
use store::jobs::{Failed, Finished, Job, Leased, Worker};
use store::log::Actor;
use store::{Db, StoreError, Tx};

use super::{SavedView, ViewId, store as sql};
use crate::know::lists::{self, Asking, ListError};
use crate::know::query;

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

/// Teaches a worker to count views.
#[must_use]
pub fn counted_by(worker: Worker, db: &Db) -> Worker {
    let (all, one) = (db.clone(), db.clone());
    worker
        .on(move |_: CountViews, leased| count(all.clone(), None, leased))
        .on(move |job: CountView, leased| count(one.clone(), Some(job.view), leased))
}

/// View by view: each is written down as soon as it is counted.
async fn count(db: Db, only: Option<ViewId>, leased: Leased) -> Result<Finished, Failed> {
    let views = sql::all(&mut db.reader().await?.snapshot()).await?;
    for view in views.into_iter().filter(|view| only.is_none_or(|only| view.id == only)) {
        if let Some(customers) = meant(&db, &view).await? {
            let (id, query) = (view.id, view.view.query);
            db.write(Actor::System, async move |tx| {
                sql::set_count(tx, id, &query, customers).await
            })
            .await?;
        }
    }
    let finish = async move |tx: &mut Tx<'_>| tx.finish_job(leased.lease).await;
    Ok(db.write(Actor::System, finish).await?)
}

/// How many customers a view means to whoever made it; none where it names
/// somebody or something that is no longer there.
async fn meant(db: &Db, view: &SavedView) -> Result<Option<u32>, ListError> {
    let Ok(query) = query::parse(&view.view.query) else { return Ok(None) };
    let asking = Asking { me: Some(view.account), now: db.clock().now() };
    let mut reader = db.reader().await?;
    match lists::count_exactly(&mut reader.snapshot(), &query, &asking).await {
        Ok(customers) => Ok(Some(customers)),
        Err(ListError::Query(_)) => Ok(None),
        Err(error) => Err(error),
    }
}

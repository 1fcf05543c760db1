//! The SQL of saved views.

use chrono::{DateTime, Utc};
use store::{Snapshot, StoreError, Tx};

use super::{NewView, SavedView, ViewId};
use crate::office::staff::AccountId;

pub async fn insert(
    tx: &mut Tx<'_>,
    id: ViewId,
    me: AccountId,
    view: &NewView,
) -> Result<(), StoreError> {
    tx.query(
        "insert into saved_view (id, account, name, query, sort, columns, shared)
         values ($1, $2, $3, $4, $5, $6, $7)",
    )
    .bind(id)
    .bind(me)
    .bind(view.name.clone())
    .bind(view.query.clone())
    .bind(view.sort.clone())
    .bind(view.columns.join(","))
    .bind(view.is_shared)
    .execute()
    .await?;
    Ok(())
}

/// A view that means others is not counted yet.
pub async fn update(
    tx: &mut Tx<'_>,
    id: ViewId,
    to: &NewView,
    means_the_same: bool,
) -> Result<(), StoreError> {
    tx.query(
        "update saved_view set name = $2, query = $3, sort = $4, columns = $5, shared = $6,
             customers = case when $7 then customers end,
             counted_at = case when $7 then counted_at end
         where id = $1",
    )
    .bind(id)
    .bind(to.name.clone())
    .bind(to.query.clone())
    .bind(to.sort.clone())
    .bind(to.columns.join(","))
    .bind(to.is_shared)
    .bind(means_the_same)
    .execute()
    .await?;
    Ok(())
}

pub async fn set_removed(tx: &mut Tx<'_>, id: ViewId, removed: bool) -> Result<(), StoreError> {
    tx.query("update saved_view set removed = $2 where id = $1")
        .bind(id)
        .bind(removed)
        .execute()
        .await?;
    Ok(())
}

/// Where nobody can say how many, there is no number.
pub async fn set_count(
    tx: &mut Tx<'_>,
    id: ViewId,
    query: &str,
    customers: Option<u32>,
) -> Result<(), StoreError> {
    let now = tx.now();
    tx.query("update saved_view set customers = $3, counted_at = $4 where id = $1 and query = $2")
        .bind(id)
        .bind(query)
        .bind(customers.map(i64::from))
        .bind(customers.map(|_| now))
        .execute()
        .await?;
    Ok(())
}

#[derive(store::Row)]
struct ViewRow {
    id: ViewId,
    account: AccountId,
    name: String,
    query: String,
    sort: String,
    columns: String,
    shared: bool,
    removed: bool,
    customers: Option<i64>,
    counted_at: Option<DateTime<Utc>>,
}

impl From<ViewRow> for SavedView {
    fn from(row: ViewRow) -> Self {
        let columns = row.columns.split(',').filter(|name| !name.is_empty());
        let customers = row.customers.and_then(|customers| u32::try_from(customers).ok());
        Self {
            id: row.id,
            account: row.account,
            removed: row.removed,
            counted: customers.zip(row.counted_at),
            view: NewView {
                name: row.name,
                query: row.query,
                sort: row.sort,
                columns: columns.map(str::to_owned).collect(),
                is_shared: row.shared,
            },
        }
    }
}

/// By the primary key.
pub async fn view(
    snapshot: &mut Snapshot<'_>,
    id: ViewId,
) -> Result<Option<SavedView>, StoreError> {
    let row: Option<ViewRow> = snapshot
        .query(
            "select id, account, name, query, sort, columns, shared, removed, customers,
                 counted_at
             from saved_view where id = $1",
        )
        .bind(id)
        .optional()
        .await?;
    Ok(row.map(SavedView::from))
}

/// By the index `saved_view_of_account`, and all that are shared: there are as
/// many as people make.
pub async fn seen_by(
    snapshot: &mut Snapshot<'_>,
    me: AccountId,
    limit: u32,
) -> Result<Vec<SavedView>, StoreError> {
    let rows: Vec<ViewRow> = snapshot
        .query(
            "select id, account, name, query, sort, columns, shared, removed, customers,
                 counted_at
             from saved_view where (account = $1 or shared) and not removed
             order by name, id",
        )
        .bind(me)
        .at_most(limit)
        .all()
        .await?;
    Ok(rows.into_iter().map(SavedView::from).collect())
}

/// All that are in sight.
pub async fn all(snapshot: &mut Snapshot<'_>) -> Result<Vec<SavedView>, StoreError> {
    let rows: Vec<ViewRow> = snapshot
        .query(
            "select id, account, name, query, sort, columns, shared, removed, customers,
                 counted_at
             from saved_view where not removed order by id",
        )
        .all()
        .await?;
    Ok(rows.into_iter().map(SavedView::from).collect())
}

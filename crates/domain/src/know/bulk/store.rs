//! The SQL of changes of many customers.

use chrono::{DateTime, Utc};
use store::{Snapshot, StoreError, Tx};

use super::model::{Alter, BulkEdit, BulkId, State};
use crate::know::customers::CustomerId;
use crate::office::staff::AccountId;

pub async fn insert(
    tx: &mut Tx<'_>,
    id: BulkId,
    me: AccountId,
    query: &str,
    alter: &Alter,
    state: State,
) -> Result<(), StoreError> {
    let now = tx.now();
    let alter = serde_json::to_string(alter).map_err(StoreError::Event)?;
    tx.query(
        "insert into bulk_edit (id, account, query, change, state, customers, created_at)
         values ($1, $2, $3, $4, $5, 0, $6)",
    )
    .bind(id)
    .bind(me)
    .bind(query)
    .bind(alter)
    .bind(state)
    .bind(now)
    .execute()
    .await?;
    Ok(())
}

/// After those noted before.
pub async fn note(
    tx: &mut Tx<'_>,
    id: BulkId,
    noted: u64,
    customers: &[CustomerId],
) -> Result<(), StoreError> {
    let items: Vec<(i64, CustomerId)> = (noted as i64..).zip(customers.iter().copied()).collect();
    let into = "bulk_item (bulk, position, customer)";
    tx.insert_all(into, 3, &items, |values, (position, customer)| {
        values.bind(id).bind(*position).bind(*customer)
    })
    .await
}

pub async fn noted(
    tx: &mut Tx<'_>,
    id: BulkId,
    more: usize,
    end: Option<&str>,
    state: State,
) -> Result<(), StoreError> {
    tx.query(
        "update bulk_edit set customers = customers + $2, noted_to = $3, state = $4 where id = $1",
    )
    .bind(id)
    .bind(more as i64)
    .bind(end)
    .bind(state)
    .execute()
    .await?;
    Ok(())
}

pub async fn changed(
    tx: &mut Tx<'_>,
    id: BulkId,
    position: i64,
    was: Option<String>,
) -> Result<(), StoreError> {
    tx.query("update bulk_item set changed = $3, was = $4 where bulk = $1 and position = $2")
        .bind(id)
        .bind(position)
        .bind(true)
        .bind(was)
        .execute()
        .await?;
    Ok(())
}

pub async fn done(
    tx: &mut Tx<'_>,
    id: BulkId,
    looked_at: usize,
    changed: i64,
    state: State,
) -> Result<(), StoreError> {
    tx.query(
        "update bulk_edit set done = done + $2, changed = changed + $3, state = $4 where id = $1",
    )
    .bind(id)
    .bind(looked_at as i64)
    .bind(changed)
    .bind(state)
    .execute()
    .await?;
    Ok(())
}

/// Begins to go over the items again, to take back.
pub async fn turn_round(tx: &mut Tx<'_>, id: BulkId) -> Result<(), StoreError> {
    tx.query("update bulk_edit set done = 0, state = $2 where id = $1")
        .bind(id)
        .bind(State::TakingBack)
        .execute()
        .await?;
    Ok(())
}

/// One customer of a change.
#[derive(store::Row)]
pub struct Item {
    pub position: i64,
    pub customer: CustomerId,
    pub changed: bool,
    pub was: Option<String>,
}

/// By the primary key.
pub async fn items(
    snapshot: &mut Snapshot<'_>,
    id: BulkId,
    done: u64,
    limit: u32,
) -> Result<Vec<Item>, StoreError> {
    snapshot
        .query(
            "select position, customer, changed, was from bulk_item
             where bulk = $1 and position >= $2 order by position limit $3",
        )
        .bind(id)
        .bind(done as i64)
        .bind(i64::from(limit))
        .all()
        .await
}

#[derive(store::Row)]
struct BulkRow {
    id: BulkId,
    account: AccountId,
    query: String,
    change: String,
    state: State,
    noted_to: Option<String>,
    customers: i64,
    done: i64,
    changed: i64,
    created_at: DateTime<Utc>,
}

/// By the primary key.
pub async fn bulk(snapshot: &mut Snapshot<'_>, id: BulkId) -> Result<Option<BulkEdit>, StoreError> {
    let row: Option<BulkRow> = snapshot
        .query(
            "select id, account, query, change, state, noted_to, customers, done, changed,
                 created_at
             from bulk_edit where id = $1",
        )
        .bind(id)
        .optional()
        .await?;
    let bulk = |row: BulkRow| {
        Ok(BulkEdit {
            id: row.id,
            account: row.account,
            query: row.query,
            alter: serde_json::from_str(&row.change).map_err(StoreError::Event)?,
            state: row.state,
            noted_to: row.noted_to,
            customers: row.customers.unsigned_abs(),
            done: row.done.unsigned_abs(),
            changed: row.changed.unsigned_abs(),
            created_at: row.created_at,
        })
    };
    row.map(bulk).transpose()
}

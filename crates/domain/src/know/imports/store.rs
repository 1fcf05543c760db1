//! The SQL of imports.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use kernel::Currency;
use store::db::Sql;
use store::{Snapshot, StoreError, Tx, listed, listed_texts};

use super::staged::StagedCustomer;
use super::{Counts, Import, ImportId, RejectedRow, State, rules};
use crate::know::customers::CustomerId;
use crate::know::orders::{self, ImportedOrder, OrderId};

/// False where another is open.
pub async fn insert(tx: &mut Tx<'_>, import: &Import) -> Result<bool, StoreError> {
    let inserted = tx
        .query(
            "insert into import
            (id, source, files, reading, state, open, parts, counts, started_at)
         values ($1, $2, $3, $4, $5, 1, $6, $7, $8) on conflict do nothing",
        )
        .bind(import.id)
        .bind(import.source.clone())
        .bind(json(&import.files)?)
        .bind(json(&import.reading)?)
        .bind(import.state)
        .bind(i64::from(import.parts))
        .bind(json(&import.counts)?)
        .bind(import.started_at)
        .execute()
        .await?;
    Ok(inserted == 1)
}

/// How far it is and what it did; the rest never changes.
pub async fn update(tx: &mut Tx<'_>, import: &Import) -> Result<(), StoreError> {
    tx.query(
        "update import set state = $2, open = $3, parts = $4, counts = $5, ended_at = $6
         where id = $1",
    )
    .bind(import.id)
    .bind(import.state)
    .bind(import.state.is_open().then_some(1_i64))
    .bind(i64::from(import.parts))
    .bind(json(&import.counts)?)
    .bind(import.ended_at)
    .execute()
    .await?;
    Ok(())
}

/// The import that is open. By the unique index of `import.open`.
pub async fn open(snapshot: &mut Snapshot<'_>) -> Result<Option<ImportId>, StoreError> {
    let row: Option<(ImportId,)> =
        snapshot.query("select id from import where open = 1").optional().await?;
    Ok(row.map(|(id,)| id))
}

/// An import that no other transaction changes until this one ends.
pub async fn held(tx: &mut Tx<'_>, id: ImportId) -> Result<Option<Import>, StoreError> {
    tx.query("update import set state = state where id = $1").bind(id).execute().await?;
    import(tx, id).await
}

type ImportRow =
    (ImportId, String, String, String, State, i64, String, DateTime<Utc>, Option<DateTime<Utc>>);

/// By the primary key.
pub async fn import(
    snapshot: &mut Snapshot<'_>,
    id: ImportId,
) -> Result<Option<Import>, StoreError> {
    let row: Option<ImportRow> = snapshot
        .query(
            "select id, source, files, reading, state, parts, counts, started_at, ended_at
             from import where id = $1",
        )
        .bind(id)
        .optional()
        .await?;
    Ok(row.map(read))
}

/// By the index `import_by_start`.
pub async fn imports(
    snapshot: &mut Snapshot<'_>,
    before: Option<(DateTime<Utc>, ImportId)>,
    limit: u32,
) -> Result<Vec<Import>, StoreError> {
    let (at, id) = before.unwrap_or((DateTime::<Utc>::MAX_UTC, ImportId(uuid::Uuid::max())));
    let beyond = if before.is_some() { "where (started_at, id) < ($2, $3)" } else { "" };
    let statement = snapshot
        .query(Sql::Composed(format!(
            "select id, source, files, reading, state, parts, counts, started_at, ended_at
             from import {beyond} order by started_at desc, id desc limit $1"
        )))
        .bind(i64::from(limit));
    let statement = if before.is_some() { statement.bind(at).bind(id) } else { statement };
    let rows: Vec<ImportRow> = statement.all().await?;
    Ok(rows.into_iter().map(read).collect())
}

/// Nothing is written but what [`json`] makes.
fn read(row: ImportRow) -> Import {
    let (id, source, files, reading, state, parts, counts, started_at, ended_at) = row;
    let files = serde_json::from_str(&files).unwrap_or_default();
    let counts: Counts = serde_json::from_str(&counts).unwrap_or_default();
    let reading = serde_json::from_str(&reading).ok();
    let parts = u32::try_from(parts).unwrap_or_default();
    Import { id, source, files, reading, state, parts, counts, started_at, ended_at }
}

fn json(value: &impl serde::Serialize) -> Result<String, StoreError> {
    serde_json::to_string(value).map_err(StoreError::Event)
}

pub async fn insert_rejects(
    tx: &mut Tx<'_>,
    id: ImportId,
    rows: &[RejectedRow],
) -> Result<(), StoreError> {
    let rows: Vec<(i64, &RejectedRow)> = (0..).zip(rows).collect();
    let into = "import_reject (import, position, file, line, \"column\", value, reason)";
    tx.insert_all(into, 7, &rows, |values, (position, row)| {
        values
            .bind(id)
            .bind(*position)
            .bind(row.file.clone())
            .bind(row.line)
            .bind(row.column.clone())
            .bind(row.value.clone())
            .bind(row.reason.clone())
    })
    .await
}

/// By the primary key.
pub async fn rejects(
    snapshot: &mut Snapshot<'_>,
    id: ImportId,
) -> Result<Vec<RejectedRow>, StoreError> {
    snapshot
        .query(
            "select file, line, \"column\", value, reason from import_reject
             where import = $1 order by position",
        )
        .bind(id)
        .all()
        .await
}

/// A part of the files waits to be applied.
pub async fn stage(
    tx: &mut Tx<'_>,
    part: u32,
    customers: &[StagedCustomer],
) -> Result<(), StoreError> {
    tx.query("insert into staged_part (part, customers) values ($1, $2)")
        .bind(i64::from(part))
        .bind(json(&customers)?)
        .execute()
        .await?;
    Ok(())
}

/// A part as it was staged, which waits no more; none where it is not there.
pub async fn take_staged(tx: &mut Tx<'_>, part: u32) -> Result<Option<String>, StoreError> {
    let row: Option<(String,)> = tx
        .query("delete from staged_part where part = $1 returning customers")
        .bind(i64::from(part))
        .optional()
        .await?;
    Ok(row.map(|(customers,)| customers))
}

/// Forgets what is staged. There is one open import, so it is all of it.
pub async fn clear_staged(tx: &mut Tx<'_>) -> Result<(), StoreError> {
    tx.query("delete from staged_part").execute().await?;
    Ok(())
}

/// Those of these who are customers, by their id in a source. By the primary
/// key of `customer_source`.
pub async fn of_source(
    snapshot: &mut Snapshot<'_>,
    source: &str,
    codes: impl Iterator<Item = &String>,
) -> Result<HashMap<String, CustomerId>, StoreError> {
    let rows: Vec<(String, CustomerId)> = snapshot
        .query(Sql::Each {
            sqlite: "select code, customer from customer_source
                where source = $1 and code in (select value from json_each($2))",
            postgres: "select code, customer from customer_source
                where source = $1
                    and code in (select value from jsonb_array_elements_text($2::jsonb))",
        })
        .bind(source)
        .bind(listed_texts(codes))
        .all()
        .await?;
    Ok(rows.into_iter().collect())
}

/// Those of these who are customers, by their code with us. By the unique index
/// of `customer.code`.
pub async fn with_codes(
    snapshot: &mut Snapshot<'_>,
    codes: &[String],
) -> Result<HashMap<String, CustomerId>, StoreError> {
    let rows: Vec<(String, CustomerId)> = snapshot
        .query(Sql::Each {
            sqlite: "select code, id from customer
                where code in (select value from json_each($1))",
            postgres: "select code, id from customer
                where code in (select value from jsonb_array_elements_text($1::jsonb))",
        })
        .bind(listed_texts(codes))
        .all()
        .await?;
    Ok(rows.into_iter().collect())
}

/// Orders of one currency are of another, and come to the same number in it:
/// those of these that still are of the one and whose lines are whole in the
/// other. Returns what they are now. By the primary keys.
pub async fn change_currency(
    tx: &mut Tx<'_>,
    ids: &[OrderId],
    from: Currency,
    to: Currency,
) -> Result<Vec<(CustomerId, ImportedOrder)>, StoreError> {
    type Changed = (CustomerId, OrderId, String, DateTime<Utc>, i64, orders::State);
    let (times, parts) = rules::scale(from, to);
    let rows: Vec<Changed> = tx
        .query(store::among!(
            "update orders set currency = $2, total = total * $3 / $4, version = version + 1
             where id",
            "$1",
            " and currency = $5 and total * $3 % $4 = 0 and not exists (
                select 1 from order_line l
                where l.order_id = orders.id and l.unit_price * $3 % $4 <> 0)
             returning customer, id, code, placed_at, total, state"
        ))
        .bind(listed(ids))
        .bind(to.code())
        .bind(times)
        .bind(parts)
        .bind(from.code())
        .all()
        .await?;
    let changed: Vec<(CustomerId, ImportedOrder)> = rows
        .into_iter()
        .map(|(customer, id, code, placed_at, total, state)| {
            let currency = to.to_string();
            (customer, ImportedOrder { id, code, placed_at, currency, total, state })
        })
        .collect();
    if times != parts {
        let ids: Vec<OrderId> = changed.iter().map(|(_, order)| order.id).collect();
        tx.query(store::among!(
            "update order_line set unit_price = unit_price * $2 / $3 where order_id",
            "$1",
            ""
        ))
        .bind(listed(&ids))
        .bind(times)
        .bind(parts)
        .execute()
        .await?;
    }
    Ok(changed)
}

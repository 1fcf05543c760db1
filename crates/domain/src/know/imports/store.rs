//! The SQL of imports.

use chrono::{DateTime, Utc};
use store::db::{Dialect, Sql};
use store::{Snapshot, StoreError, Tx};

use super::rules::{Staged, StagedCustomer, StagedLine, StagedOrder};
use super::{Counts, Import, ImportId, RejectedRow, State};
use crate::know::customers::{Change, CustomerAdded, CustomerId, CustomerRemoved, Field};
use crate::know::orders::{self, ImportedOrder, OrderId, OrdersImported};

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
        .bind(import.reading.clone())
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
    tx.insert_all(into, 7, &rows, |statement, (position, row)| {
        statement
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

pub async fn stage(tx: &mut Tx<'_>, staged: &Staged) -> Result<(), StoreError> {
    let into = "staged_customer
        (position, id, code, own_code, name, sort_name, email, country, seen_at, event)";
    tx.insert_all(into, 10, &staged.customers, |statement, customer: &StagedCustomer| {
        statement
            .bind(customer.position)
            .bind(customer.id)
            .bind(customer.code.clone())
            .bind(customer.own_code.clone())
            .bind(customer.name.clone())
            .bind(customer.name.to_lowercase())
            .bind(customer.email.clone())
            .bind(customer.country.clone())
            .bind(customer.seen_at)
            .bind(customer.event.clone())
    })
    .await?;
    let into = "staged_order (id, buyer, position, code, placed_at, currency, total, state)";
    tx.insert_all(into, 8, &staged.orders, |statement, order: &StagedOrder| {
        statement
            .bind(order.id)
            .bind(order.buyer)
            .bind(order.position)
            .bind(order.code.clone())
            .bind(order.placed_at)
            .bind(order.currency.clone())
            .bind(order.total)
            .bind(order.state)
    })
    .await?;
    let into = "staged_line (order_id, position, product, quantity, unit_price)";
    tx.insert_all(into, 5, &staged.lines, |statement, line: &StagedLine| {
        statement
            .bind(line.order)
            .bind(line.position)
            .bind(line.product)
            .bind(line.quantity)
            .bind(line.unit_price)
    })
    .await
}

/// Finds out which of the staged customers are known: by their id in the
/// source, else by their code with us. Returns how many are.
pub async fn recognise(tx: &mut Tx<'_>, source: &str) -> Result<u64, StoreError> {
    let by_source = tx
        .query(
            "update staged_customer set known = true, id = x.customer
             from customer_source x where x.source = $1 and x.code = staged_customer.code",
        )
        .bind(source)
        .execute()
        .await?;
    let by_code = tx
        .query(
            "update staged_customer set known = true, id = c.id
             from customer c where c.code = staged_customer.own_code and not known",
        )
        .execute()
        .await?;
    Ok(by_source + by_code)
}

/// Adds the staged customers nobody knows, and writes it to the log.
pub async fn add_customers(tx: &mut Tx<'_>, id: ImportId, source: &str) -> Result<u64, StoreError> {
    let now = tx.now();
    let added = tx
        .query(
            "insert into customer
                (id, version, name, sort_name, code, email, country, added_at, seen_at, import)
             select id, 1, name, sort_name, own_code, email, country, $2, seen_at, $1
             from staged_customer where not known order by position",
        )
        .bind(id)
        .bind(now)
        .execute()
        .await?;
    tx.query(
        "insert into customer_source (source, code, customer)
         select $1, code, id from staged_customer where true on conflict do nothing",
    )
    .bind(source)
    .execute()
    .await?;
    let rows = "select id as subject, id as customer, $5 as happened, event as body
        from staged_customer where not known order by position";
    tx.append_each::<CustomerAdded>(rows, |statement| statement.bind(now)).await?;
    Ok(added)
}

/// What the files know and the record does not, customer by customer.
pub async fn blanks(
    snapshot: &mut Snapshot<'_>,
) -> Result<Vec<(CustomerId, Vec<(Field, String)>)>, StoreError> {
    type Blank = (CustomerId, Option<String>, Option<String>, bool, bool);
    let rows: Vec<Blank> = snapshot
        .query(
            "select c.id, s.email, s.country, c.email is null, c.country is null
             from staged_customer s join customer c on c.id = s.id
             where s.known and ((c.email is null and s.email is not null)
                or (c.country is null and s.country is not null))
             order by s.position",
        )
        .all()
        .await?;
    let blanks = rows.into_iter().map(|(id, email, country, no_email, no_country)| {
        let email = email.filter(|_| no_email).map(|email| (Field::Email, email));
        let country = country.filter(|_| no_country).map(|country| (Field::Country, country));
        (id, email.into_iter().chain(country).collect())
    });
    Ok(blanks.collect())
}

pub async fn insert_fills(
    tx: &mut Tx<'_>,
    id: ImportId,
    customer: CustomerId,
    filled: &[Change],
) -> Result<(), StoreError> {
    let into = "import_fill (import, customer, field, value)";
    tx.insert_all(into, 4, filled, |statement, change| {
        let value = change.to.clone().unwrap_or_default();
        statement.bind(id).bind(customer).bind(change.field.name()).bind(value)
    })
    .await
}

/// By the primary key.
pub async fn fills(
    snapshot: &mut Snapshot<'_>,
    id: ImportId,
) -> Result<Vec<(CustomerId, String, String)>, StoreError> {
    snapshot
        .query("select customer, field, value from import_fill where import = $1")
        .bind(id)
        .all()
        .await
}

/// Adds the staged orders whose numbers the source does not have, with their
/// lines, customer by customer: neighbours in the index of customers.
pub async fn add_orders(tx: &mut Tx<'_>, id: ImportId, source: &str) -> Result<u64, StoreError> {
    let added = tx
        .query(
            "insert into orders
                (id, customer, source, code, placed_at, currency, total, state, import)
             select s.id, c.id, $2, s.code, s.placed_at, s.currency, s.total, s.state, $1
             from staged_order s join staged_customer c on c.position = s.buyer
             where true on conflict do nothing",
        )
        .bind(id)
        .bind(source)
        .execute()
        .await?;
    tx.query(
        "insert into order_line (order_id, position, product, quantity, unit_price)
         select s.order_id, s.position, s.product, s.quantity, s.unit_price
         from staged_line s join orders o on o.id = s.order_id",
    )
    .execute()
    .await?;
    Ok(added)
}

/// Of the staged orders that were not added: how many the record had, how many
/// of these come to something else, and how many share a number in the files.
pub async fn present(
    tx: &mut Tx<'_>,
    id: ImportId,
    source: &str,
) -> Result<(u64, u64, u64), StoreError> {
    let (known, differing, clashing): (i64, i64, i64) = tx
        .query(
            "select count(case when o.import is null or o.import <> $1 then 1 end),
                count(case when (o.import is null or o.import <> $1)
                    and (o.total <> s.total or o.currency <> s.currency) then 1 end),
                count(case when o.import = $1 then 1 end)
             from staged_order s join orders o on o.source = $2 and o.code = s.code
             where o.id <> s.id",
        )
        .bind(id)
        .bind(source)
        .one()
        .await?;
    let count = |number| u64::try_from(number).unwrap_or_default();
    Ok((count(known), count(differing), count(clashing)))
}

/// Forgets the staged orders that were not added.
pub async fn drop_present(tx: &mut Tx<'_>) -> Result<(), StoreError> {
    tx.query(
        "delete from staged_order
         where not exists (select 1 from orders o where o.id = staged_order.id)",
    )
    .execute()
    .await?;
    Ok(())
}

/// Writes to the log which orders, of those still staged, each customer has now.
pub async fn log_orders(tx: &mut Tx<'_>, source: &str) -> Result<(), StoreError> {
    let rows = match tx.dialect() {
        Dialect::Sqlite => {
            "select c.id as subject, c.id as customer, max(s.placed_at) as happened,
                json_object('source', $5, 'orders', json_group_array(json_object(
                    'id', lower(hex(s.id)), 'code', s.code, 'at', s.placed_at,
                    'currency', s.currency, 'total', s.total, 'state', s.state
                ))) as body
             from staged_order s join staged_customer c on c.position = s.buyer
             group by s.buyer"
        }
        Dialect::Postgres => {
            "select c.id as subject, c.id as customer, max(s.placed_at) as happened,
                json_build_object('source', $5::text, 'orders', json_agg(json_build_object(
                    'id', s.id, 'code', s.code, 'at', s.placed_at,
                    'currency', s.currency, 'total', s.total, 'state', s.state
                ) order by s.position))::text as body
             from staged_order s join staged_customer c on c.position = s.buyer
             group by s.buyer, c.id order by s.buyer"
        }
    };
    tx.append_each::<OrdersImported>(rows, |statement| statement.bind(source)).await?;
    Ok(())
}

/// Known customers have been seen when they bought.
pub async fn see_known(tx: &mut Tx<'_>) -> Result<(), StoreError> {
    tx.query(
        "update customer set seen_at = s.seen_at from staged_customer s
         where s.known and s.id = customer.id and s.seen_at > customer.seen_at",
    )
    .execute()
    .await?;
    Ok(())
}

/// Forgets what is staged. There is one open import, so it is all of it.
pub async fn clear_staged(tx: &mut Tx<'_>) -> Result<(), StoreError> {
    for (sqlite, postgres) in [
        ("delete from staged_line", "truncate staged_line"),
        ("delete from staged_order", "truncate staged_order"),
        ("delete from staged_customer", "truncate staged_customer"),
    ] {
        tx.query(Sql::Each { sqlite, postgres }).execute().await?;
    }
    Ok(())
}

/// Removes the orders of an import to which nothing has happened since, as the
/// log knows. Returns them, customer by customer. By the index
/// `log_of_subject`.
pub async fn remove_orders(
    tx: &mut Tx<'_>,
    id: ImportId,
) -> Result<Vec<(CustomerId, ImportedOrder)>, StoreError> {
    type Removed = (CustomerId, OrderId, String, DateTime<Utc>, String, i64, orders::State);
    let rows: Vec<Removed> = tx
        .query(
            "select o.customer, o.id, o.code, o.placed_at, o.currency, o.total, o.state
             from orders o
             where o.import = $1 and not exists (select 1 from log l where l.subject = o.id)
             order by o.customer, o.placed_at, o.id",
        )
        .bind(id)
        .all()
        .await?;
    for text in [
        "delete from order_line where order_id in (
            select o.id from orders o
            where o.import = $1 and not exists (select 1 from log l where l.subject = o.id)
         )",
        "delete from orders
         where import = $1 and not exists (select 1 from log l where l.subject = orders.id)",
    ] {
        tx.query(text).bind(id).execute().await?;
    }
    let removed =
        rows.into_iter().map(|(customer, id, code, placed_at, currency, total, state)| {
            (customer, ImportedOrder { id, code, placed_at, currency, total, state })
        });
    Ok(removed.collect())
}

/// Removes the customers of an import who have nothing left and with whom
/// nothing else has happened, as the log knows, and writes it there. By the
/// indexes `orders_of_customer` and `log_of_customer`.
pub async fn remove_customers(tx: &mut Tx<'_>, id: ImportId) -> Result<u64, StoreError> {
    let rows = "select c.id as subject, c.id as customer, $6 as happened, l.body
        from customer c join log l on l.subject = c.id and l.kind = 'customer.added'
        where c.import = $5
          and not exists (select 1 from orders o where o.customer = c.id)
          and not exists (
            select 1 from log since where since.customer = c.id
                and since.kind not in ('customer.added', 'orders.imported', 'orders.removed')
          )";
    let now = tx.now();
    tx.append_each::<CustomerRemoved>(rows, |statement| statement.bind(id).bind(now)).await?;
    tx.query(
        "delete from customer_source where customer in (
            select c.id from customer c join log l on l.subject = c.id
                and l.kind = 'customer.removed'
            where c.import = $1
         )",
    )
    .bind(id)
    .execute()
    .await?;
    tx.query(
        "delete from customer where import = $1 and exists (
            select 1 from log l where l.subject = customer.id and l.kind = 'customer.removed'
         )",
    )
    .bind(id)
    .execute()
    .await
}

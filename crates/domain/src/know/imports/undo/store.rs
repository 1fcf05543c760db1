//! The SQL of taking an import back.

use chrono::{DateTime, Utc};
use store::{Snapshot, StoreError, Tx};

use crate::know::customers::{CustomerId, CustomerRemoved};
use crate::know::imports::ImportId;
use crate::know::orders::{self, ImportedOrder, OrderId};

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

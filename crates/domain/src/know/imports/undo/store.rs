//! The SQL of taking an import back.

use chrono::{DateTime, Utc};
use store::{Snapshot, StoreError, Tx, listed};

use crate::know::customers::{CustomerId, CustomerRemoved};
use crate::know::imports::ImportId;
use crate::know::orders::{self, ImportedOrder, OrderId};

/// Of a customer `c`: nothing is left, and nothing has happened beyond imports, as
/// the log knows. By the indexes `orders_of_customer` and `log_of_customer`.
macro_rules! is_untouched {
    () => {
        "not exists (select 1 from orders o where o.customer = c.id)
         and not exists (
            select 1 from log since where since.customer = c.id
                and since.kind not in ('customer.added', 'orders.imported', 'orders.removed',
                    'orders.changed'))"
    };
}

/// By the primary key: what comes after a field of a customer.
pub async fn fills(
    snapshot: &mut Snapshot<'_>,
    id: ImportId,
    (customer, field): &(CustomerId, String),
    limit: u32,
) -> Result<Vec<(CustomerId, String, String)>, StoreError> {
    snapshot
        .query(
            "select customer, field, value from import_fill
             where import = $1 and (customer, field) > ($2, $3) order by customer, field",
        )
        .bind(id)
        .bind(*customer)
        .bind(field.as_str())
        .at_most(limit)
        .all()
        .await
}

/// Orders that an import gave their currency and that are still there, with the
/// currency that it gave, `limit` at most, of those that come after one. By the
/// primary keys.
pub async fn given_currencies(
    snapshot: &mut Snapshot<'_>,
    id: ImportId,
    after: OrderId,
    limit: u32,
) -> Result<Vec<(OrderId, String)>, StoreError> {
    snapshot
        .query(
            "select given.order_id, given.currency from import_currency given
             join orders o on o.id = given.order_id
             where given.import = $1 and given.order_id > $2 order by given.order_id",
        )
        .bind(id)
        .bind(after)
        .at_most(limit)
        .all()
        .await
}

/// Orders that an import added and whose they are, `limit` at most, of those that
/// come after one. By the primary key.
pub async fn orders_after(
    snapshot: &mut Snapshot<'_>,
    id: ImportId,
    after: OrderId,
    limit: u32,
) -> Result<Vec<(OrderId, CustomerId)>, StoreError> {
    snapshot
        .query("select id, customer from orders where id > $1 and import = $2 order by id")
        .bind(after)
        .bind(id)
        .at_most(limit)
        .all()
        .await
}

/// Removes the orders that an import added to some customers and to which nothing
/// has happened since, as the log knows. Returns them customer by customer, the
/// earliest first. By the indexes `orders_of_customer` and `log_of_subject`.
pub async fn remove_orders(
    tx: &mut Tx<'_>,
    id: ImportId,
    customers: &[CustomerId],
) -> Result<Vec<(CustomerId, ImportedOrder)>, StoreError> {
    type Removed = (CustomerId, OrderId, String, DateTime<Utc>, String, i64, orders::State);
    let customers = listed(customers);
    let all = store::among!("select 1 from orders where customer", "$1", " and import = $2");
    tx.hold_rows(all, |statement| statement.bind(customers.as_str()).bind(id)).await?;
    let rows: Vec<Removed> = tx
        .query(store::among!(
            "select o.customer, o.id, o.code, o.placed_at, o.currency, o.total, o.state
             from orders o where o.customer",
            "$1",
            " and o.import = $2 and not exists (select 1 from log l where l.subject = o.id)
             order by o.customer, o.placed_at, o.id"
        ))
        .bind(customers.as_str())
        .bind(id)
        .all()
        .await?;
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let ids = listed(&rows.iter().map(|row| row.1).collect::<Vec<_>>());
    for text in [
        store::among!("delete from order_line where order_id", "$1", ""),
        store::among!("delete from orders where id", "$1", ""),
    ] {
        tx.query(text).bind(ids.as_str()).execute().await?;
    }
    let removed =
        rows.into_iter().map(|(customer, id, code, placed_at, currency, total, state)| {
            (customer, ImportedOrder { id, code, placed_at, currency, total, state })
        });
    Ok(removed.collect())
}

/// Those of these customers whom taking the import back leaves. By the primary
/// key, then by the indexes of `is_untouched`.
pub async fn who_stays(
    snapshot: &mut Snapshot<'_>,
    id: ImportId,
    customers: &[CustomerId],
) -> Result<Vec<CustomerId>, StoreError> {
    if customers.is_empty() {
        return Ok(Vec::new());
    }
    let rows: Vec<(CustomerId,)> = snapshot
        .query(store::among!(
            "select c.id from customer c where c.id",
            "$1",
            concat!(" and (c.import is null or c.import <> $2 or not (", is_untouched!(), "))")
        ))
        .bind(listed(customers))
        .bind(id)
        .all()
        .await?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

/// Removes the customers of an import whom nothing has touched, and writes it to
/// the log.
pub async fn remove_customers(tx: &mut Tx<'_>, id: ImportId) -> Result<u64, StoreError> {
    let all = "select 1 from customer where import = $1";
    tx.hold_rows(all, |statement| statement.bind(id)).await?;
    let rows = concat!(
        "select c.id as subject, c.id as customer, $6 as happened, l.body
         from customer c join log l on l.subject = c.id and l.kind = 'customer.added'
         where c.import = $5 and ",
        is_untouched!()
    );
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

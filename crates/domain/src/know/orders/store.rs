//! The SQL of orders, their lines and shipments.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use kernel::Currency;
use store::{Snapshot, StoreError, Tx, listed};

use super::{Line, Order, OrderId, Shipment, ShipmentId, State};
use crate::know::customers::{CustomerId, Version};
use crate::know::products::ProductId;

pub async fn insert(tx: &mut Tx<'_>, order: &Order, lines: &[Line]) -> Result<(), StoreError> {
    tx.query(
        "insert into orders (id, customer, source, code, placed_at, currency, total, state)
         values ($1, $2, $3, $4, $5, $6, $7, $8)",
    )
    .bind(order.id)
    .bind(order.customer)
    .bind(order.source.clone())
    .bind(order.code.clone())
    .bind(order.placed_at)
    .bind(order.currency.to_string())
    .bind(order.total)
    .bind(order.state)
    .execute()
    .await?;
    insert_lines(tx, order.id, lines).await
}

/// All of an order but its state, with its lines.
pub async fn replace(tx: &mut Tx<'_>, order: &Order, lines: &[Line]) -> Result<(), StoreError> {
    tx.query(
        "update orders set source = $2, code = $3, placed_at = $4, currency = $5, total = $6,
            version = version + 1
         where id = $1",
    )
    .bind(order.id)
    .bind(order.source.clone())
    .bind(order.code.clone())
    .bind(order.placed_at)
    .bind(order.currency.to_string())
    .bind(order.total)
    .execute()
    .await?;
    tx.query("delete from order_line where order_id = $1").bind(order.id).execute().await?;
    insert_lines(tx, order.id, lines).await
}

async fn insert_lines(tx: &mut Tx<'_>, id: OrderId, lines: &[Line]) -> Result<(), StoreError> {
    let lines: Vec<(i64, &Line)> = (0..).zip(lines).collect();
    let into = "order_line (order_id, position, product, quantity, unit_price)";
    tx.insert_all(into, 5, &lines, |values, (position, line)| {
        values.bind(id).bind(*position).bind(line.product).bind(line.quantity).bind(line.unit_price)
    })
    .await
}

pub async fn set_state(tx: &mut Tx<'_>, id: OrderId, to: State) -> Result<(), StoreError> {
    tx.query("update orders set state = $2 where id = $1").bind(id).bind(to).execute().await?;
    Ok(())
}

pub async fn insert_shipment(tx: &mut Tx<'_>, shipment: &Shipment) -> Result<(), StoreError> {
    tx.query(
        "insert into shipment (id, order_id, carrier, tracking, shipped_at)
         values ($1, $2, $3, $4, $5)",
    )
    .bind(shipment.id)
    .bind(shipment.order_id)
    .bind(shipment.carrier.clone())
    .bind(shipment.tracking.clone())
    .bind(shipment.shipped_at)
    .execute()
    .await?;
    Ok(())
}

pub async fn set_delivered(
    tx: &mut Tx<'_>,
    id: ShipmentId,
    at: Option<DateTime<Utc>>,
) -> Result<(), StoreError> {
    tx.query("update shipment set delivered_at = $2 where id = $1")
        .bind(id)
        .bind(at)
        .execute()
        .await?;
    Ok(())
}

/// An order that no other transaction changes until this one ends, so that
/// two shipments arriving at once are both seen.
pub async fn held(tx: &mut Tx<'_>, id: OrderId) -> Result<Option<Order>, StoreError> {
    tx.query("update orders set state = state where id = $1").bind(id).execute().await?;
    order(tx, id).await
}

type Columns =
    (OrderId, CustomerId, i64, String, Option<String>, DateTime<Utc>, String, i64, State);

/// By the primary key.
pub async fn order(snapshot: &mut Snapshot<'_>, id: OrderId) -> Result<Option<Order>, StoreError> {
    let row: Option<Columns> = snapshot
        .query(
            "select id, customer, version, source, code, placed_at, currency, total, state
             from orders where id = $1",
        )
        .bind(id)
        .optional()
        .await?;
    Ok(row.map(of_row))
}

/// By the unique index of `orders.source, orders.code`.
pub async fn with_code(
    snapshot: &mut Snapshot<'_>,
    source: &str,
    code: &str,
) -> Result<Option<Order>, StoreError> {
    let row: Option<Columns> = snapshot
        .query(
            "select id, customer, version, source, code, placed_at, currency, total, state
             from orders where source = $1 and code = $2",
        )
        .bind(source)
        .bind(code)
        .optional()
        .await?;
    Ok(row.map(of_row))
}

fn of_row(row: Columns) -> Order {
    let (id, customer, version, source, code, placed_at, currency, total, state) = row;
    let (version, currency) = (Version(version), read(&currency));
    Order { id, customer, version, source, code, placed_at, currency, total, state }
}

/// By the primary keys.
pub async fn among(
    snapshot: &mut Snapshot<'_>,
    ids: &[OrderId],
) -> Result<Vec<(Order, Vec<Line>)>, StoreError> {
    let ids = listed(ids);
    let rows: Vec<(OrderId, ProductId, String, i64, i64)> = snapshot
        .query(store::among!(
            "select l.order_id, l.product, p.name, l.quantity, l.unit_price
             from order_line l join product p on p.id = l.product where l.order_id",
            "$1",
            " order by l.order_id, l.position"
        ))
        .bind(ids.as_str())
        .all()
        .await?;
    let mut lines_of: BTreeMap<OrderId, Vec<Line>> = BTreeMap::new();
    for (order, product, name, quantity, unit_price) in rows {
        let line = Line { product, name, quantity, unit_price };
        lines_of.entry(order).or_default().push(line);
    }
    let rows: Vec<Columns> = snapshot
        .query(store::among!(
            "select id, customer, version, source, code, placed_at, currency, total, state
             from orders where id",
            "$1",
            ""
        ))
        .bind(ids)
        .all()
        .await?;
    let with_lines = |row| {
        let order = of_row(row);
        let lines = lines_of.remove(&order.id).unwrap_or_default();
        (order, lines)
    };
    Ok(rows.into_iter().map(with_lines).collect())
}

/// By the primary key.
pub async fn lines(snapshot: &mut Snapshot<'_>, id: OrderId) -> Result<Vec<Line>, StoreError> {
    snapshot
        .query(
            "select l.product, p.name, l.quantity, l.unit_price
             from order_line l join product p on p.id = l.product
             where l.order_id = $1 order by l.position",
        )
        .bind(id)
        .all()
        .await
}

/// By the primary keys.
pub async fn shipments_among(
    snapshot: &mut Snapshot<'_>,
    ids: &[ShipmentId],
) -> Result<Vec<Shipment>, StoreError> {
    snapshot
        .query(store::among!(
            "select id, order_id, carrier, tracking, shipped_at, delivered_at
             from shipment where id",
            "$1",
            ""
        ))
        .bind(listed(ids))
        .all()
        .await
}

/// By the primary key.
pub async fn shipment(
    snapshot: &mut Snapshot<'_>,
    id: ShipmentId,
) -> Result<Option<Shipment>, StoreError> {
    snapshot
        .query(
            "select id, order_id, carrier, tracking, shipped_at, delivered_at
             from shipment where id = $1",
        )
        .bind(id)
        .optional()
        .await
}

/// By the index `shipment_of_order`.
pub async fn shipments(
    snapshot: &mut Snapshot<'_>,
    id: OrderId,
) -> Result<Vec<Shipment>, StoreError> {
    snapshot
        .query(
            "select id, order_id, carrier, tracking, shipped_at, delivered_at
             from shipment where order_id = $1 order by id",
        )
        .bind(id)
        .all()
        .await
}

/// By the index `orders_of_customer`.
pub async fn first_placed(
    snapshot: &mut Snapshot<'_>,
    customer: CustomerId,
) -> Result<Option<DateTime<Utc>>, StoreError> {
    let first: Option<(DateTime<Utc>,)> = snapshot
        .query(
            "select placed_at from orders where customer = $1 and state <> 'cancelled'
             order by placed_at, id limit 1",
        )
        .bind(customer)
        .optional()
        .await?;
    Ok(first.map(|(at,)| at))
}

/// When the last order of a customer was placed, and in which currency. By the
/// index `orders_of_customer`, backwards.
pub async fn last(
    snapshot: &mut Snapshot<'_>,
    customer: CustomerId,
) -> Result<Option<(DateTime<Utc>, Currency)>, StoreError> {
    let last: Option<(DateTime<Utc>, String)> = snapshot
        .query(
            "select placed_at, currency from orders where customer = $1
             order by placed_at desc, id desc limit 1",
        )
        .bind(customer)
        .optional()
        .await?;
    Ok(last.map(|(at, currency)| (at, read(&currency))))
}

/// By the index `orders_in_state`.
pub async fn is_any_bought(snapshot: &mut Snapshot<'_>) -> Result<bool, StoreError> {
    let text = "select 1 from orders where state in ('open', 'shipped', 'delivered')";
    let bought: Option<(i32,)> = snapshot.query(text).at_most(1).optional().await?;
    Ok(bought.is_some())
}

/// By the primary key.
pub async fn currency_of_all(snapshot: &mut Snapshot<'_>) -> Result<Option<Currency>, StoreError> {
    let last: Option<(String,)> =
        snapshot.query("select currency from orders order by id desc limit 1").optional().await?;
    Ok(last.map(|(currency,)| read(&currency)))
}

/// Nothing is written but a currency's own text.
pub fn read(currency: &str) -> Currency {
    currency.parse().unwrap_or(Currency::NONE)
}

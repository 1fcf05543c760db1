//! The SQL of orders.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use kernel::Currency;
use store::db::{Sql, Statement};
use store::{Snapshot, StoreError, Tx, listed};

use super::list::Moments;
use super::{Line, Order, OrderId, OrderRow, Place, Shipment, ShipmentId, SortBy, State, Wanted};
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
    tx.insert_all(into, 5, &lines, |statement, (position, line)| {
        statement
            .bind(id)
            .bind(*position)
            .bind(line.product)
            .bind(line.quantity)
            .bind(line.unit_price)
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
             from order_line l join product p on p.id = l.product where l.order_id in ",
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
             from orders where id in ",
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

/// By the index `orders_of_customer`, then by the primary key.
pub async fn currency_of_last(
    snapshot: &mut Snapshot<'_>,
    customer: CustomerId,
) -> Result<Option<Currency>, StoreError> {
    let theirs: Option<(String,)> = snapshot
        .query(
            "select currency from orders where customer = $1
             order by placed_at desc, id desc limit 1",
        )
        .bind(customer)
        .optional()
        .await?;
    match theirs {
        Some((theirs,)) => Ok(Some(read(&theirs))),
        None => currency_of_all(snapshot).await,
    }
}

/// By the primary key.
pub async fn currency_of_all(snapshot: &mut Snapshot<'_>) -> Result<Option<Currency>, StoreError> {
    let last: Option<(String,)> =
        snapshot.query("select currency from orders order by id desc limit 1").optional().await?;
    Ok(last.map(|(currency,)| read(&currency)))
}

type ListColumns =
    (OrderId, CustomerId, String, String, Option<String>, DateTime<Utc>, String, i64, State);

/// Rows of a list, from what stands after `from`.
macro_rules! rows {
    ($from:literal) => {
        concat!(
            "select o.id, o.customer, c.name, o.source, o.code, o.placed_at, o.currency, o.total,
                o.state
             from ",
            $from
        )
    };
}

/// By the index `orders_of_customer` where a customer is wanted, else
/// `orders_in_state` where a state is, else by that of the sort: `orders_by_day`,
/// `orders_by_total`, `customer_by_name` and then `orders_of_customer`.
pub async fn page(
    snapshot: &mut Snapshot<'_>,
    (wanted, moments): (&Wanted, Moments),
    from: Option<&Place>,
    limit: u32,
) -> Result<Vec<OrderRow>, StoreError> {
    let sorted = wanted.sorted_by();
    let backwards = from.is_some_and(|place| place.backwards);
    let (comparison, direction) =
        if wanted.ascending == backwards { ("<", "desc") } else { (">", "asc") };
    let (mut conditions, value) = conditions(wanted, moments);
    let (tables, keys) = match sorted {
        SortBy::Placed => (OF_ORDERS, vec!["o.placed_at", "o.id"]),
        SortBy::Total => (OF_ORDERS, vec!["o.currency", "o.total", "o.id"]),
        SortBy::Customer => {
            conditions.push("o.customer = c.id".to_owned());
            ("customer c cross join orders o", vec!["c.sort_name", "c.id", "o.placed_at", "o.id"])
        }
    };
    if from.is_some() {
        conditions.push(beyond(sorted, &keys.join(", "), comparison, value));
    }
    let order: Vec<String> = keys.iter().map(|key| format!("{key} {direction}")).collect();
    let text =
        format!("{} {tables} {} order by {}", rows!(""), whereas(&conditions), order.join(", "));
    let mut statement = bind(snapshot.query(Sql::Composed(text)), wanted, moments);
    if let Some(place) = from {
        if sorted == SortBy::Placed {
            statement = statement.bind(place.at);
        }
        statement = statement.bind(place.id);
    }
    let rows: Vec<ListColumns> = statement.at_most(limit).all().await?;
    Ok(rows.into_iter().map(row).collect())
}

/// Orders with their customers.
const OF_ORDERS: &str = "orders o join customer c on c.id = o.customer";

/// That keys lie beyond those of an order. Neither database would begin in the
/// middle of `customer_by_name` for keys of two tables: so it is told twice.
fn beyond(by: SortBy, keys: &str, comparison: &str, value: usize) -> String {
    match by {
        SortBy::Placed => format!("({keys}) {comparison} (${value}, ${})", value + 1),
        SortBy::Total => format!(
            "({keys}) {comparison}
             (select s.currency, s.total, s.id from orders s where s.id = ${value})"
        ),
        SortBy::Customer => {
            let of =
                format!("from orders s join customer k on k.id = s.customer where s.id = ${value}");
            format!(
                "(c.sort_name, c.id) {comparison}= (select k.sort_name, k.id {of})
                 and ({keys}) {comparison} (select k.sort_name, k.id, s.placed_at, s.id {of})"
            )
        }
    }
}

/// Reads as many entries of the index of [`page`] as it counts.
pub async fn count_up_to(
    snapshot: &mut Snapshot<'_>,
    (wanted, moments): (&Wanted, Moments),
    limit: u32,
) -> Result<u32, StoreError> {
    let (conditions, _) = conditions(wanted, moments);
    let text = format!(
        "select count(*) from (select 1 from orders o {} limit {}) as counted",
        whereas(&conditions),
        u64::from(limit) + 1,
    );
    let statement = bind(snapshot.query(Sql::Composed(text)), wanted, moments);
    let (count,): (i64,) = statement.one().await?;
    Ok(u32::try_from(count).unwrap_or(u32::MAX))
}

/// By the index `order_line_of_product`, then by primary keys.
pub async fn with_product(
    snapshot: &mut Snapshot<'_>,
    product: ProductId,
    from: Option<&Place>,
    limit: u32,
) -> Result<Vec<OrderRow>, StoreError> {
    let earlier = if from.is_some() { "and order_id < $3" } else { "" };
    let text = format!(
        "{} (select distinct order_id from order_line where product = $1 {earlier}
            order by order_id desc limit $2) l
            join orders o on o.id = l.order_id join customer c on c.id = o.customer
         order by o.id desc",
        rows!("")
    );
    let statement = snapshot.query(Sql::Composed(text)).bind(product).bind(i64::from(limit));
    let statement = match from {
        Some(place) => statement.bind(place.id),
        None => statement,
    };
    let rows: Vec<ListColumns> = statement.all().await?;
    Ok(rows.into_iter().map(row).collect())
}

/// By the index `orders_to_come_of_customer`.
pub async fn to_come(
    snapshot: &mut Snapshot<'_>,
    customer: CustomerId,
    limit: u32,
) -> Result<Vec<OrderRow>, StoreError> {
    let rows: Vec<ListColumns> = snapshot
        .query(rows!(
            "orders o join customer c on c.id = o.customer
             where o.customer = $1 and o.state in ('open', 'shipped')
             order by o.placed_at desc, o.id desc"
        ))
        .bind(customer)
        .at_most(limit)
        .all()
        .await?;
    Ok(rows.into_iter().map(row).collect())
}

/// What holds for wanted orders, in the order of [`bind`], and the number of
/// the next value. The state of a customer's orders is hidden from the planner,
/// which might take the index of all orders in that state.
fn conditions(wanted: &Wanted, moments: Moments) -> (Vec<String>, usize) {
    let state = match wanted.customer {
        Some(_) => "coalesce(o.state, '') =",
        None => "o.state =",
    };
    let said = [
        wanted.customer.map(|_| "o.customer ="),
        wanted.state.map(|_| state),
        moments.from.map(|_| "o.placed_at >="),
        moments.before.map(|_| "o.placed_at <"),
    ];
    let numbered = said.into_iter().flatten().zip(1..);
    let conditions: Vec<String> =
        numbered.map(|(condition, value)| format!("{condition} ${value}")).collect();
    let next = conditions.len() + 1;
    (conditions, next)
}

fn bind<'c>(mut statement: Statement<'c>, wanted: &Wanted, moments: Moments) -> Statement<'c> {
    if let Some(customer) = wanted.customer {
        statement = statement.bind(customer);
    }
    if let Some(state) = wanted.state {
        statement = statement.bind(state);
    }
    for moment in [moments.from, moments.before].into_iter().flatten() {
        statement = statement.bind(moment);
    }
    statement
}

fn whereas(conditions: &[String]) -> String {
    if conditions.is_empty() {
        String::new()
    } else {
        format!("where {}", conditions.join(" and "))
    }
}

fn row(columns: ListColumns) -> OrderRow {
    let (id, customer, name, source, code, placed_at, currency, total, state) = columns;
    let currency = read(&currency);
    OrderRow { id, customer, name, source, code, placed_at, currency, total, state }
}

/// Nothing is written but a currency's own text.
fn read(currency: &str) -> Currency {
    currency.parse().unwrap_or(Currency::NONE)
}

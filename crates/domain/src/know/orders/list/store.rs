//! The SQL of lists of orders.

use chrono::{DateTime, Utc};
use store::db::{Composed, Sql, Statement};
use store::{Snapshot, StoreError};

use super::super::store::read;
use super::super::{OrderId, State};
use super::{Moments, OrderRow, Place, SortBy, Wanted};
use crate::know::customers::CustomerId;
use crate::know::products::ProductId;

type ListColumns =
    (OrderId, CustomerId, String, String, Option<String>, DateTime<Utc>, String, i64, State);

/// Sources that are looked through for a number, at most: nobody has so many shops, but a
/// program may name one for each order.
const SOURCES: u32 = 1_000;

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
/// `orders_in_state` where they are sorted by day, else by that of the sort:
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
    let keys = match sorted {
        SortBy::Placed => vec!["o.placed_at", "o.id"],
        SortBy::Total => vec!["o.currency", "o.total", "o.id"],
        SortBy::Customer => vec!["c.sort_name", "c.id", "o.placed_at", "o.id"],
    };
    if from.is_some() {
        conditions.push(beyond(&keys, sorted, comparison, value));
    }
    let order: Vec<String> = keys.iter().map(|key| format!("{key} {direction}")).collect();
    let order = format!("order by {}", order.join(", "));
    let tables = match sorted {
        SortBy::Placed => {
            let orders = orders(wanted, &conditions, &format!("{order} limit {limit}"));
            format!("{orders} o join customer c on c.id = o.customer")
        }
        SortBy::Total => "orders o join customer c on c.id = o.customer".to_owned(),
        SortBy::Customer => {
            conditions.push("o.customer = c.id".to_owned());
            "customer c cross join orders o".to_owned()
        }
    };
    let text = format!("{} {tables} {} {order}", rows!(""), whereas(&conditions));
    let mut statement = bind(snapshot.query(Sql::Composed(text)), wanted, moments);
    if let Some(place) = from {
        statement = match sorted {
            SortBy::Placed => statement.bind(place.at),
            SortBy::Total => statement.bind(place.currency.to_string()).bind(place.total),
            SortBy::Customer => {
                statement.bind(place.name.clone()).bind(place.customer).bind(place.at)
            }
        };
        statement = statement.bind(place.id);
    }
    let rows: Vec<ListColumns> = statement.at_most(limit).all().await?;
    Ok(rows.into_iter().map(row).collect())
}

/// The orders of which some are wanted. Where neither a customer nor a state is,
/// those wanted of each state, which its index holds by day: `most` says in which
/// order and how many.
fn orders(wanted: &Wanted, conditions: &[String], most: &str) -> String {
    if wanted.customer.is_some() || wanted.state.is_some() {
        return "orders".to_owned();
    }
    let of_state = |state: State| {
        let name = state.name();
        let conditions = [conditions, &[format!("o.state = '{name}'")]].concat();
        format!(
            "select * from (select o.* from orders o {} {most}) as {name}",
            whereas(&conditions)
        )
    };
    format!("({})", State::ALL.map(of_state).join(" union all "))
}

/// That keys lie beyond those of a place, bound from `value` on. Neither
/// database would begin in the middle of `customer_by_name` for keys of two
/// tables: so it is told twice.
fn beyond(keys: &[&str], by: SortBy, comparison: &str, value: usize) -> String {
    let values: Vec<String> = (value..).take(keys.len()).map(|at| format!("${at}")).collect();
    let whole = format!("({}) {comparison} ({})", keys.join(", "), values.join(", "));
    match by {
        SortBy::Placed | SortBy::Total => whole,
        SortBy::Customer => {
            let name = format!("(c.sort_name, c.id) {comparison}= (${value}, ${})", value + 1);
            format!("{name} and {whole}")
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
    let most = format!("limit {}", u64::from(limit) + 1);
    let text = format!(
        "select count(*) from (select 1 from {} o {} {most}) as counted",
        orders(wanted, &conditions, &most),
        whereas(&conditions),
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
    let earlier = if from.is_some() { "and order_id < $2" } else { "" };
    let text = format!(
        "{} (select distinct order_id from order_line where product = $1 {earlier}
            order by order_id desc limit {limit}) l
            join orders o on o.id = l.order_id join customer c on c.id = o.customer
         order by o.id desc",
        rows!("")
    );
    let statement = snapshot.query(Sql::Composed(text)).bind(product);
    let statement = match from {
        Some(place) => statement.bind(place.id),
        None => statement,
    };
    let rows: Vec<ListColumns> = statement.all().await?;
    Ok(rows.into_iter().map(row).collect())
}

/// Orders that have one of these numbers, or a parcel that has, the last first. By the
/// unique index of `orders.source` and `code`, from one of the first [`SOURCES`] to the
/// next, and by `shipment_by_tracking`.
pub async fn numbered(
    snapshot: &mut Snapshot<'_>,
    (numbers, parcel): (&[String], &str),
    limit: u32,
) -> Result<Vec<OrderRow>, StoreError> {
    let mut text = Composed::new(snapshot);
    let numbers: Vec<String> = numbers.iter().map(|number| text.bind(number)).collect();
    let (numbers, parcel) = (numbers.join(", "), text.bind(parcel));
    text.sql = format!(
        "with recursive known (source, place) as (
            select min(source), 1 from orders
            union all
            select (select min(later.source) from orders later where later.source > known.source),
                known.place + 1
            from known where known.source is not null and known.place < {SOURCES}),
         numbered (id) as (
            select o.id from known cross join orders o
            where o.source = known.source and o.code in ({numbers})
            union
            select order_id from shipment
            where upper(replace(replace(tracking, ' ', ''), '-', '')) = {parcel})
         {} numbered cross join orders o cross join customer c
         where o.id = numbered.id and c.id = o.customer
         order by o.placed_at desc, o.id desc limit {limit}",
        rows!("")
    );
    let rows: Vec<ListColumns> = text.statement(snapshot).all().await?;
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

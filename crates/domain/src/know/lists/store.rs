//! The SQL of lists: where the index of a check and a sort disagree the statement
//! is built so that neither database can choose to read it all.

use chrono::{DateTime, Utc};
use store::db::{Composed, Sql};
use store::{Snapshot, StoreError};

use super::checks::store::{all, holds, source};
use super::checks::{Check, What};
use super::model::{CustomerRow, Order, Place, Sort};
use super::rules::FEW;
use crate::know::customers::CustomerId;

/// What a list shows of a customer `c`.
const COLUMNS: &str = "c.id, c.name, c.kind, c.code, c.owner, c.email, c.phone, c.city, \
     c.country, c.language, c.marketing, c.orders, c.spent, c.spent_in, c.added_at, c.seen_at";

/// How many customers each check means that has an index, counted to `limit`;
/// with the place of the check.
pub async fn counts(
    snapshot: &mut Snapshot<'_>,
    checks: &[Check],
    limit: u32,
) -> Result<Vec<(usize, u32)>, StoreError> {
    let mut text = Composed::new(snapshot);
    let mut counted = Vec::new();
    for (place, check) in checks.iter().enumerate() {
        if let Some(source) = source(check, &mut text) {
            counted.push(format!(
                "select {place} as place, (select count(*) from ({source} limit {limit}) as some_of)"
            ));
        }
    }
    if counted.is_empty() {
        return Ok(Vec::new());
    }
    text.sql = format!("select * from ({}) as counted", counted.join(" union all "));
    let rows: Vec<(i32, i64)> = text.statement(snapshot).all().await?;
    let rows = rows.into_iter();
    Ok(rows.map(|(place, count)| (place as usize, to_u32(count))).collect())
}

#[derive(store::Row)]
struct Collected {
    #[row(flatten)]
    row: CustomerRow,
    counted: i64,
}

/// All that the check at `source` means, by its index, sifted by the others and
/// sorted; and how many they are.
pub async fn collected(
    snapshot: &mut Snapshot<'_>,
    checks: &[Check],
    source: usize,
    sort: Sort,
    from: Option<&Place>,
    limit: u32,
) -> Result<(Vec<CustomerRow>, u32), StoreError> {
    let mut text = Composed::new(snapshot);
    let (key, direction) = (column(sort.by), direction(sort, from));
    let found = found(checks, source, key, &mut text);
    let beyond = match from {
        Some(from) => format!("where {}", beyond(from, sort, "key, id", &mut text)),
        None => String::new(),
    };
    text.sql = format!(
        "with found as materialized ({found}),
         page as materialized (
             select id, key from found {beyond} order by key {direction}, id {direction}
             limit {limit})
         select {COLUMNS}, (select count(*) from found) as counted
         from page cross join customer c where c.id = page.id
         order by page.key {direction}, page.id {direction}"
    );
    let rows: Vec<Collected> = text.statement(snapshot).all().await?;
    let counted = rows.first().map_or(0, |row| to_u32(row.counted));
    Ok((rows.into_iter().map(|collected| collected.row).collect(), counted))
}

/// How many [`collected`] would give in all.
pub async fn count_collected(
    snapshot: &mut Snapshot<'_>,
    checks: &[Check],
    source: usize,
) -> Result<u32, StoreError> {
    let mut text = Composed::new(snapshot);
    let found = found(checks, source, "id", &mut text);
    text.sql = format!("select count(*) from ({found}) as found");
    let (count,): (i64,) = text.statement(snapshot).one().await?;
    Ok(to_u32(count))
}

/// The next `stretch` customers in the order of the sort's index, held to the
/// checks `along` it, and of those the first `limit` that pass the others. By
/// the indexes `customer_by_name`, `customer_by_added`, `customer_by_seen`,
/// `customer_by_spent`, `customer_by_orders` and `customer_of_owner`.
pub async fn walked(
    snapshot: &mut Snapshot<'_>,
    (along, others): (&[&Check], &[&Check]),
    sort: Sort,
    from: Option<&Place>,
    (stretch, limit): (u32, u32),
) -> Result<Vec<CustomerRow>, StoreError> {
    let mut text = Composed::new(snapshot);
    let way = way(along, sort, from, stretch, &mut text);
    let (key, direction) = (column(sort.by), direction(sort, from));
    let asked = all(others, &mut text);
    text.sql = format!(
        "select {COLUMNS} from (select c.* {way}) as c {asked}
         order by c.{key} {direction}, c.id {direction} limit {limit}"
    );
    text.statement(snapshot).all().await
}

/// Where a stretch of [`walked`] ends, none where nothing follows it.
pub async fn end_of(
    snapshot: &mut Snapshot<'_>,
    along: &[&Check],
    sort: Sort,
    from: Option<&Place>,
    stretch: u32,
) -> Result<Option<(String, CustomerId)>, StoreError> {
    let mut text = Composed::new(snapshot);
    let way = way(along, sort, from, 1, &mut text);
    let key = column(sort.by);
    text.sql = format!("select c.{key}, c.id {way} offset {}", stretch.saturating_sub(1));
    let statement = text.statement(snapshot);
    Ok(match sort.by {
        Order::Name => statement.optional::<(String, CustomerId)>().await?,
        Order::Added | Order::Seen => {
            let end: Option<(DateTime<Utc>, CustomerId)> = statement.optional().await?;
            end.map(|(key, id)| (key.to_rfc3339(), id))
        }
        Order::Spent | Order::Orders => {
            let end: Option<(i64, CustomerId)> = statement.optional().await?;
            end.map(|(key, id)| (key.to_string(), id))
        }
    })
}

/// How many customers one check alone means, counted to `limit` in its index;
/// none where it has none, or may give a customer twice.
pub async fn count_of(
    snapshot: &mut Snapshot<'_>,
    check: &Check,
    limit: u32,
) -> Result<Option<u32>, StoreError> {
    if matches!(&check.what, What::Tag(tags) if tags.len() > 1) {
        return Ok(None);
    }
    let counts = counts(snapshot, std::slice::from_ref(check), limit).await?;
    Ok(counts.first().map(|(_, count)| *count))
}

/// How many customers there are, counted to `limit` in the smallest index.
pub async fn count_all(snapshot: &mut Snapshot<'_>, limit: u32) -> Result<u32, StoreError> {
    let (count,): (i64,) = snapshot
        .query(Sql::Composed(format!(
            "select count(*) from (select 1 from customer limit {limit}) as counted"
        )))
        .one()
        .await?;
    Ok(to_u32(count))
}

/// How many of the customers who were added last, `among` at most, pass; and
/// how many those are.
pub async fn count_among(
    snapshot: &mut Snapshot<'_>,
    checks: &[Check],
    among: u32,
) -> Result<(u32, u32), StoreError> {
    let mut text = Composed::new(snapshot);
    let checks: Vec<&Check> = checks.iter().collect();
    let passes: Vec<String> = checks.iter().map(|check| holds(check, &mut text)).collect();
    let passes = if passes.is_empty() { "true".to_owned() } else { passes.join(" and ") };
    text.sql = format!(
        "select coalesce(sum(case when {passes} then 1 else 0 end), 0), count(*)
         from (select * from customer order by added_at desc, id desc limit {among}) as c"
    );
    let (count, looked_at): (i64, i64) = text.statement(snapshot).one().await?;
    Ok((to_u32(count), to_u32(looked_at)))
}

/// The ids and keys of those that a source gives and all checks let through.
fn found(checks: &[Check], place: usize, key: &str, text: &mut Composed) -> String {
    let given = checks.get(place).and_then(|check| source(check, text)).unwrap_or_default();
    let others: Vec<&Check> =
        checks.iter().enumerate().filter(|(at, _)| *at != place).map(|(_, check)| check).collect();
    let asked = all(&others, text).replacen("where", "and", 1);
    format!(
        "select c.id, c.{key} as key
         from (select distinct id from ({given} limit {FEW}) as given) as s cross join customer c
         where c.id = s.id {asked}"
    )
}

/// Along an index of `customer`.
fn way(
    along: &[&Check],
    sort: Sort,
    from: Option<&Place>,
    stretch: u32,
    text: &mut Composed,
) -> String {
    let (key, direction) = (column(sort.by), direction(sort, from));
    let mut held: Vec<String> = along.iter().map(|check| holds(check, text)).collect();
    if let Some(from) = from {
        held.push(beyond(from, sort, &format!("c.{key}, c.id"), text));
    }
    let held =
        if held.is_empty() { String::new() } else { format!("where {}", held.join(" and ")) };
    format!("from customer c {held} order by c.{key} {direction}, c.id {direction} limit {stretch}")
}

/// What an order sorts by.
pub fn column(by: Order) -> &'static str {
    match by {
        Order::Name => "sort_name",
        Order::Added => "added_at",
        Order::Seen => "seen_at",
        Order::Spent => "spent",
        Order::Orders => "orders",
    }
}

fn direction(sort: Sort, from: Option<&Place>) -> &'static str {
    let backwards = from.is_some_and(|place| place.backwards);
    if sort.descending == backwards { "asc" } else { "desc" }
}

/// That a key and id lie beyond a place.
fn beyond(place: &Place, sort: Sort, keys: &str, text: &mut Composed) -> String {
    let key = match sort.by {
        Order::Name => text.bind(place.key.clone()),
        Order::Added | Order::Seen => {
            text.time(place.key.parse::<DateTime<Utc>>().unwrap_or_default())
        }
        Order::Spent | Order::Orders => text.number(place.key.parse().unwrap_or_default()),
    };
    let id = text.id(place.id);
    let sign = if direction(sort, Some(place)) == "asc" { ">" } else { "<" };
    format!("({keys}) {sign} ({key}, {id})")
}

fn to_u32(count: i64) -> u32 {
    u32::try_from(count).unwrap_or(if count < 0 { 0 } else { u32::MAX })
}

//! The SQL of lists: where the index of a check and a sort disagree the statement
//! is built so that neither database can choose to read it all.

use chrono::{DateTime, Utc};
use store::db::{Composed, Sql};
use store::{Snapshot, StoreError};

use super::checks::store::{holds, source};
use super::checks::{Check, What};
use super::model::{CustomerRow, Order, Place, Sort};
use super::rules::FEW;
use super::ways::{self, Way};
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
    let (key, nothing) = (ways::key(sort), ways::nothing(sort));
    let at_risk = match sort.by {
        Order::AtRisk => format!("nullif(page.key, {nothing})"),
        _ => ways::NOT_SAID.to_owned(),
    };
    let direction = direction(sort, from);
    let found = found(checks, source, &key, &mut text);
    let beyond = match from {
        Some(from) => format!("where {}", beyond(from, sort, "key, id", &mut text)),
        None => String::new(),
    };
    text.sql = format!(
        "with found as materialized ({found}),
         page as materialized (
             select id, key from found {beyond} order by key {direction}, id {direction}
             limit {limit})
         select {COLUMNS}, {at_risk} as at_risk, (select count(*) from found) as counted
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
    let found = found(checks, source, "c.id", &mut text);
    text.sql = format!("select count(*) from ({found}) as found");
    let (count,): (i64,) = text.statement(snapshot).one().await?;
    Ok(to_u32(count))
}

/// The next `stretch` customers on a way, held to the checks `along` its index, and
/// of those the first `limit` that pass the others. By the indexes
/// `customer_by_name`, `customer_by_added`, `customer_by_seen`, `customer_by_spent`,
/// `customer_by_orders`, `customer_of_owner`, `score_by_at_risk` and the primary key.
pub async fn walked(
    snapshot: &mut Snapshot<'_>,
    way: Way,
    (along, others): (&[&Check], &[&Check]),
    sort: Sort,
    from: Option<&Place>,
    (stretch, limit): (u32, u32),
) -> Result<Vec<CustomerRow>, StoreError> {
    let mut text = Composed::new(snapshot);
    let next = next(way, along, sort, from, stretch, &mut text);
    let order = by(&["c.key".to_owned(), "c.id".to_owned()], direction(sort, from));
    let asked = others.iter().map(|check| holds(check, &mut text)).chain(way.asked());
    let asked = all(&asked.collect::<Vec<_>>());
    text.sql = format!(
        "select {COLUMNS}, c.at_risk
         from (select c.*, {} as at_risk, {} as key {next}) as c
         {asked} {order} limit {limit}",
        way.at_risk(),
        way.key(sort)
    );
    text.statement(snapshot).all().await
}

/// Where a stretch of [`walked`] ends, none where nothing follows it; by its index.
pub async fn end_of(
    snapshot: &mut Snapshot<'_>,
    way: Way,
    along: &[&Check],
    sort: Sort,
    from: Option<&Place>,
    stretch: u32,
) -> Result<Option<(String, CustomerId)>, StoreError> {
    let mut text = Composed::new(snapshot);
    let next = next(way, along, sort, from, 1, &mut text);
    let key = way.key(sort);
    text.sql = format!("select {key}, c.id {next} offset {}", stretch.saturating_sub(1));
    let statement = text.statement(snapshot);
    Ok(match sort.by {
        Order::Name => statement.optional::<(String, CustomerId)>().await?,
        Order::Added | Order::Seen => {
            let end: Option<(DateTime<Utc>, CustomerId)> = statement.optional().await?;
            end.map(|(key, id)| (key.to_rfc3339(), id))
        }
        Order::Spent | Order::Orders | Order::AtRisk => {
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
    let others = checks.iter().enumerate().filter(|(at, _)| *at != place);
    let asked = others.map(|(_, check)| format!(" and {}", holds(check, text)));
    let asked = asked.collect::<String>();
    format!(
        "select c.id, {key} as key
         from (select distinct id from ({given} limit {FEW}) as given) as s cross join customer c
         where c.id = s.id{asked}"
    )
}

/// The next `stretch` rows on a way.
fn next(
    way: Way,
    along: &[&Check],
    sort: Sort,
    from: Option<&Place>,
    stretch: u32,
    text: &mut Composed,
) -> String {
    let (tables, held) = way.tables();
    let mut held: Vec<String> = held.into_iter().map(str::to_owned).collect();
    held.extend(along.iter().map(|check| holds(check, text)));
    let keys = way.keys();
    if let Some(from) = from {
        held.push(match keys.as_slice() {
            [id] => format!("{id} {} {}", sign(sort, from), text.id(from.id)),
            keys => beyond(from, sort, &keys.join(", "), text),
        });
    }
    let order = by(&keys, direction(sort, from));
    format!("from {tables} {} {order} limit {stretch}", all(&held))
}

/// That all of these hold; empty where there are none.
fn all(held: &[String]) -> String {
    if held.is_empty() { String::new() } else { format!("where {}", held.join(" and ")) }
}

fn by(keys: &[String], direction: &str) -> String {
    let keys: Vec<String> = keys.iter().map(|key| format!("{key} {direction}")).collect();
    format!("order by {}", keys.join(", "))
}

fn direction(sort: Sort, from: Option<&Place>) -> &'static str {
    let backwards = from.is_some_and(|place| place.backwards);
    if sort.descending == backwards { "asc" } else { "desc" }
}

/// How what lies beyond a place compares with it.
fn sign(sort: Sort, from: &Place) -> &'static str {
    if direction(sort, Some(from)) == "asc" { ">" } else { "<" }
}

/// That a key and id lie beyond a place.
fn beyond(place: &Place, sort: Sort, keys: &str, text: &mut Composed) -> String {
    let key = match sort.by {
        Order::Name => text.bind(place.key.clone()),
        Order::Added | Order::Seen => {
            text.time(place.key.parse::<DateTime<Utc>>().unwrap_or_default())
        }
        Order::Spent | Order::Orders | Order::AtRisk => {
            text.number(place.key.parse().unwrap_or_default())
        }
    };
    let id = text.id(place.id);
    format!("({keys}) {} ({key}, {id})", sign(sort, place))
}

fn to_u32(count: i64) -> u32 {
    u32::try_from(count).unwrap_or(if count < 0 { 0 } else { u32::MAX })
}

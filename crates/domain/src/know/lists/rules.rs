//! How much is looked at for a page, and how a page is put together. Pure.

use super::checks::{Check, What};
use super::model::{CustomerRow, Onward, Order, Page, Place, Sort};
use super::ways;

/// So many are few: they are all looked up and sorted. Of a million customers
/// what means one in a hundred fills a page from a walk of some five thousand.
pub const FEW: u32 = 2_000;
/// Stretches of a walk, one after another. Together they are as far as a page
/// goes on a way to fill itself.
pub const STRETCHES: [u32; 3] = [512, 2_048, 4_096];
/// Counted so far, and looked at so far to count.
pub const COUNTED: u32 = 10_000;
/// Customers with the words of a query that are sorted at once: the closest,
/// then the next.
pub const FOUND: u32 = 1_000;

/// Parts the checks into those that the index walked along holds to, and those
/// that each customer on the way is asked. By when somebody was seen there is
/// an index for each owner, too.
pub fn along(checks: &[Check], by: Order) -> (Vec<&Check>, Vec<&Check>) {
    checks.iter().partition(|check| {
        let is_of_index = match &check.what {
            What::Seen { .. } => by == Order::Seen,
            What::Added { .. } => by == Order::Added,
            What::Orders { .. } => by == Order::Orders,
            What::Owner { any, or_nobody } => by == Order::Seen && any.len() == 1 && !or_nobody,
            What::Field { .. }
            | What::Spent { .. }
            | What::Tier(_)
            | What::Standing(_)
            | What::Risk { .. }
            | What::Tag(_)
            | What::Has(_)
            | What::Lacks(_)
            | What::Own { .. }
            | What::OwnSpan { .. }
            | What::Among { .. } => false,
        };
        is_of_index && !check.is_negated
    })
}

/// The page of rows read from `from`, of which one more than `limit` were asked
/// for to know whether the list goes on; where the walk ended early it goes on
/// at `end`.
pub fn page(
    mut rows: Vec<CustomerRow>,
    sort: Sort,
    from: Option<&Place>,
    limit: u32,
    end: Option<&Place>,
) -> Page {
    let is_cut = end.is_some();
    let goes_on = rows.len() > limit as usize;
    rows.truncate(limit as usize);
    let backwards = from.is_some_and(|place| place.backwards);
    let beyond = |row: Option<&CustomerRow>| {
        let place = |row| Place { key: key(row, sort), id: row.id, backwards };
        end.cloned().or_else(|| row.map(place).filter(|_| goes_on))
    };
    let onward = beyond(rows.last());
    // The way back is there wherever one came from.
    let back = from.map(|from| {
        let place = |row| Place { key: key(row, sort), id: row.id, backwards: !backwards };
        let start = || Place { backwards: !backwards, ..from.clone() };
        rows.first().map_or_else(start, place)
    });
    let (onward, back) = (onward.map(Onward::Row), back.map(Onward::Row));
    if backwards {
        rows.reverse();
        return Page { rows, before: onward, after: back, is_cut, count: None };
    }
    Page { rows, before: back, after: onward, is_cut, count: None }
}

/// A town as it may have been written: as typed, in small letters, in capitals,
/// each word beginning with one.
pub fn spellings(town: &str) -> Vec<String> {
    let lower = town.to_lowercase();
    let titled: Vec<String> = lower
        .split(' ')
        .map(|word| {
            let mut letters = word.chars();
            let first = letters.next().map(|first| first.to_uppercase().to_string());
            first.unwrap_or_default() + letters.as_str()
        })
        .collect();
    let mut spellings = vec![town.to_owned(), titled.join(" "), lower, town.to_uppercase()];
    spellings.sort();
    spellings.dedup();
    spellings
}

fn key(row: &CustomerRow, sort: Sort) -> String {
    match sort.by {
        Order::Name => row.name.to_lowercase(),
        Order::Added => row.added_at.to_rfc3339(),
        Order::Seen => row.seen_at.moment().to_rfc3339(),
        Order::Spent => row.spent.to_string(),
        Order::Orders => row.orders.to_string(),
        Order::AtRisk => row.at_risk.unwrap_or(ways::nothing(sort)).to_string(),
    }
}

//! Lists of customers, a page at a time.

use chrono::{DateTime, Utc};

use super::CustomerId;
use crate::office::staff::AccountId;

/// What a list is sorted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// By name, as written.
    Name,
    /// By when they were added.
    Added,
    /// By when something last happened with them.
    Seen,
}

impl Order {
    /// All of them.
    pub const ALL: [Order; 3] = [Order::Name, Order::Added, Order::Seen];

    /// Its name in URLs and message keys.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Order::Name => "name",
            Order::Added => "added",
            Order::Seen => "seen",
        }
    }

    /// The order of a name.
    #[must_use]
    pub fn named(name: &str) -> Option<Order> {
        Order::ALL.into_iter().find(|order| order.name() == name)
    }
}

/// An order and its direction.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sort {
    /// By what.
    pub by: Order,
    /// The largest first.
    pub descending: bool,
}

/// A customer in a list.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct CustomerRow {
    /// Who it is.
    pub id: CustomerId,
    /// What they are called.
    pub name: String,
    /// Their code in our other systems.
    pub code: Option<String>,
    /// Who looks after them.
    pub owner: Option<AccountId>,
    /// The name of who looks after them.
    pub owner_name: Option<String>,
    /// Their address.
    pub email: Option<String>,
    /// Their number.
    pub phone: Option<String>,
    /// Their town.
    pub city: Option<String>,
    /// When they were added.
    pub added_at: DateTime<Utc>,
    /// When something last happened with them.
    pub seen_at: DateTime<Utc>,
}

/// Between two rows of a sorted list, and which way to read from there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The sorted value of the row beside it.
    pub key: String,
    /// That row.
    pub id: CustomerId,
    /// Read towards the start of the list.
    pub backwards: bool,
}

/// Some rows of a list, and the places before and after where there are more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// In the order asked for.
    pub rows: Vec<CustomerRow>,
    /// Where the page before begins to be read, if there is one.
    pub before: Option<Place>,
    /// Where the page after begins to be read, if there is one.
    pub after: Option<Place>,
}

/// The page of rows read from `from`, of which one more than `limit` were asked
/// for to know whether the list goes on.
pub(super) fn page(
    mut rows: Vec<CustomerRow>,
    sort: Sort,
    from: Option<&Place>,
    limit: u32,
) -> Page {
    let goes_on = rows.len() > limit as usize;
    rows.truncate(limit as usize);
    let backwards = from.is_some_and(|place| place.backwards);
    if backwards {
        rows.reverse();
    }
    let beside = |row: Option<&CustomerRow>, backwards| {
        row.map(|row| Place { key: key(row, sort.by), id: row.id, backwards })
    };
    let (is_before, is_after) = if backwards { (goes_on, true) } else { (from.is_some(), goes_on) };
    Page {
        before: beside(rows.first(), true).filter(|_| is_before),
        after: beside(rows.last(), false).filter(|_| is_after),
        rows,
    }
}

fn key(row: &CustomerRow, by: Order) -> String {
    match by {
        Order::Name => row.name.to_lowercase(),
        Order::Added => row.added_at.to_rfc3339(),
        Order::Seen => row.seen_at.to_rfc3339(),
    }
}

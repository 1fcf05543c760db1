//! A list and its pages.

use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, Utc};
use store::search;

use crate::know::customers::{CustomerId, Seen};
use crate::office::staff::AccountId;

/// What a list is sorted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// By name, as written.
    Name,
    /// By when they were added.
    Added,
    /// By when they were last seen or heard.
    Seen,
    /// By what they have spent, in minor units.
    Spent,
    /// By how often they have ordered.
    Orders,
    /// By how much money is at risk of them, by the review. Of whom it does not say
    /// so comes last.
    AtRisk,
}

impl Order {
    /// All of them.
    pub const ALL: [Order; 6] =
        [Order::Name, Order::Added, Order::Seen, Order::Spent, Order::Orders, Order::AtRisk];

    /// Its name in URLs, the API and message keys.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Order::Name => "name",
            Order::Added => "added",
            Order::Seen => "seen",
            Order::Spent => "spent",
            Order::Orders => "orders",
            Order::AtRisk => "at-risk",
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

impl Sort {
    /// The sort of a name, with a minus before it where the largest comes
    /// first: `-seen`.
    #[must_use]
    pub fn named(name: &str) -> Option<Sort> {
        let (name, descending) = match name.strip_prefix('-') {
            Some(name) => (name, true),
            None => (name, false),
        };
        Order::named(name).map(|by| Sort { by, descending })
    }

    /// Its name.
    #[must_use]
    pub fn name(self) -> String {
        format!("{}{}", if self.descending { "-" } else { "" }, self.by.name())
    }
}

impl Default for Sort {
    /// Who was seen last comes first.
    fn default() -> Self {
        Sort { by: Order::Seen, descending: true }
    }
}

/// Who asks for a list, and when: what "me" and "30 days ago" mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Asking {
    /// Whoever works here and asks; none for a program.
    pub me: Option<AccountId>,
    /// The moment.
    pub now: DateTime<Utc>,
}

/// A customer in a list.
#[derive(Debug, Clone, PartialEq, Eq, store::Row)]
pub struct CustomerRow {
    /// Who it is.
    pub id: CustomerId,
    /// What they are called.
    pub name: String,
    /// A person or a company.
    pub kind: Option<String>,
    /// Their code in our other systems.
    pub code: Option<String>,
    /// Who looks after them.
    pub owner: Option<AccountId>,
    /// Their address.
    pub email: Option<String>,
    /// Their number.
    pub phone: Option<String>,
    /// Their town.
    pub city: Option<String>,
    /// Their country.
    pub country: Option<String>,
    /// The code of the language they prefer.
    pub language: Option<String>,
    /// Whether we may write to them of our own accord.
    pub marketing: Option<String>,
    /// How often they have ordered.
    pub orders: i64,
    /// What they have spent in the currency of their last order, in minor units.
    pub spent: i64,
    /// That currency, where they have orders.
    pub spent_in: Option<String>,
    /// When they were added.
    pub added_at: DateTime<Utc>,
    /// When they were last seen or heard.
    pub seen_at: Seen,
    /// How much is at risk of them, in minor units of the currency of the review; said
    /// where the list is sorted by it.
    pub(super) at_risk: Option<i64>,
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
    /// In the order asked for; fewer than asked for, even none, does not say
    /// that there are no more.
    pub rows: Vec<CustomerRow>,
    /// Where the page before begins to be read, if there may be one. From the
    /// first page of a later thousand nothing leads back.
    pub before: Option<Onward>,
    /// Where the page after begins to be read, if there may be one.
    pub after: Option<Onward>,
    /// Whether the page ended early: so many were looked at that did not fit.
    pub is_cut: bool,
    /// How many there are in all, where that came to be known.
    pub count: Option<u32>,
}

impl Page {
    pub(super) fn counted(self, count: Option<u32>) -> Self {
        Page { count, ..self }
    }

    /// Of those found by words: the page is in the thousand that begins behind
    /// `behind`, and `end` is where the next one does.
    pub(super) fn among(self, behind: Option<search::Place>, end: Option<search::Place>) -> Self {
        let inside = |onward: Onward| match (behind, onward) {
            (Some(found), Onward::Row(place)) => Onward::Among(found, place),
            (None, Onward::Row(place)) => Onward::Row(place),
            (_, beyond @ (Onward::Found(_) | Onward::Among(..))) => beyond,
        };
        let after = self.after.map(inside).or(end.map(Onward::Found));
        Page { before: self.before.map(inside), after, ..self }
    }
}

/// Some of all that a query means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Portion {
    /// Fewer than asked for, even none, does not say that there are no more.
    pub rows: Vec<CustomerRow>,
    /// Behind which there are more, if there are.
    pub after: Option<Onward>,
}

/// From where a list is read on. Where more have the words of its query than are
/// sorted at once, it comes a thousand after the other, the closest first, each
/// sorted by itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Onward {
    /// Beside a row of the list, or of its first thousand.
    Row(Place),
    /// The thousand behind somebody found by words.
    Found(search::Place),
    /// Beside a row of that thousand.
    Among(search::Place, Place),
}

impl Onward {
    /// Behind whom the thousand begins, and beside which of its rows to read.
    pub(super) fn parts(&self) -> (Option<search::Place>, Option<&Place>) {
        match self {
            Onward::Row(place) => (None, Some(place)),
            Onward::Found(found) => (Some(*found), None),
            Onward::Among(found, place) => (Some(*found), Some(place)),
        }
    }

    /// Whether it is read towards the start of the list.
    #[must_use]
    pub fn is_backwards(&self) -> bool {
        self.parts().1.is_some_and(|place| place.backwards)
    }

    /// The same, read towards the start.
    #[must_use]
    pub fn back(self) -> Self {
        let back = |place| Place { backwards: true, ..place };
        match self {
            Onward::Row(place) => Onward::Row(back(place)),
            Onward::Among(found, place) => Onward::Among(found, back(place)),
            found @ Onward::Found(_) => found,
        }
    }
}

/// Parts the thousand from the row in it; no place among what was found has one.
const ROW: char = ' ';

impl fmt::Display for Onward {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Onward::Row(place) => write!(f, "{}~{}", place.id, place.key),
            Onward::Found(found) => write!(f, "~{found}"),
            Onward::Among(found, place) => write!(f, "~{found}{ROW}{}~{}", place.id, place.key),
        }
    }
}

/// A text that says nowhere to read on from.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("\"{0}\" is no place in a list: begin with its first page")]
pub struct NotAnEnd(String);

impl FromStr for Onward {
    type Err = NotAnEnd;

    fn from_str(text: &str) -> Result<Self, NotAnEnd> {
        let onward = || {
            let Some(found) = text.strip_prefix('~') else { return row(text).map(Onward::Row) };
            match found.split_once(ROW) {
                Some((found, place)) => Some(Onward::Among(found.parse().ok()?, row(place)?)),
                None => found.parse().ok().map(Onward::Found),
            }
        };
        onward().ok_or_else(|| NotAnEnd(text.to_owned()))
    }
}

/// A row and its key, in which no database would take a control sign.
fn row(text: &str) -> Option<Place> {
    let (id, key) = text.split_once('~').filter(|(_, key)| !key.contains(char::is_control))?;
    Some(Place { key: key.to_owned(), id: id.parse().ok()?, backwards: false })
}

/// How many there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Count {
    /// So many,
    pub number: u32,
    /// exactly; else at least.
    pub is_exact: bool,
}

impl Count {
    /// What counting to one beyond `limit` gave.
    pub(super) fn up_to(number: u32, limit: u32) -> Self {
        Count { number: number.min(limit), is_exact: number <= limit }
    }
}

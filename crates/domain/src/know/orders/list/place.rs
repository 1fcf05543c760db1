//! Where a page of a list of orders begins: by [`fmt::Display`] and [`FromStr`]
//! it passes through an address.

use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, Utc};
use kernel::Currency;

use super::super::OrderId;
use super::OrderRow;
use crate::know::customers::CustomerId;

/// Beside an order of a list, and which way to read from there. It holds all
/// that a list may be sorted by, so that it stands where the order is gone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// When it was placed.
    pub at: DateTime<Utc>,
    /// That order.
    pub id: OrderId,
    /// In what it is paid.
    pub currency: Currency,
    /// What it comes to, in minor units.
    pub total: i64,
    /// Whose it is.
    pub customer: CustomerId,
    /// What they are sorted by.
    pub name: String,
    /// Read towards the start of the list.
    pub backwards: bool,
}

impl Place {
    pub(super) fn beside(row: &OrderRow, backwards: bool) -> Self {
        Self {
            at: row.placed_at,
            id: row.id,
            currency: row.currency,
            total: row.total,
            customer: row.customer,
            name: row.name.to_lowercase(),
            backwards,
        }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { at, id, currency, total, customer, name, backwards: _ } = self;
        write!(f, "{}~{id}~{currency}~{total}~{customer}~{name}", at.to_rfc3339())
    }
}

/// A text that is no place in a list of orders.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("\"{0}\" is no place in a list of orders: begin with the first page")]
pub struct NotAPlace(String);

impl FromStr for Place {
    type Err = NotAPlace;

    /// One from which to read on.
    fn from_str(text: &str) -> Result<Self, NotAPlace> {
        let place = || {
            let mut parts = text.splitn(6, '~');
            Some(Self {
                at: parts.next()?.parse().ok()?,
                id: parts.next()?.parse().ok()?,
                currency: parts.next()?.parse().ok()?,
                total: parts.next()?.parse().ok()?,
                customer: parts.next()?.parse().ok()?,
                name: parts.next().filter(|name| !name.contains(char::is_control))?.to_owned(),
                backwards: false,
            })
        };
        place().ok_or_else(|| NotAPlace(text.to_owned()))
    }
}

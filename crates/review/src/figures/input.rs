//! What was read.

use kernel::{Currency, Day, Money};

/// What was read and what was made of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Input {
    /// The files, in the order given.
    pub files: Vec<SourceFile>,
    /// Rows read, headers and blank lines aside.
    pub rows: u64,
    /// Rows taken.
    pub accepted: u64,
    /// Rows refused.
    pub rejected: u64,
    /// Rows of which nothing was sold, by the status that says so, as the files
    /// write it. Every row is accepted, rejected or set aside.
    pub set_aside: Vec<(String, u64)>,
    /// Rows without a customer: sales all the same, outside every customer figure.
    pub anonymous: u64,
    /// What the anonymous rows came to.
    pub anonymous_revenue: Option<Money>,
    /// Rows that take something back (negative amount or quantity, cancelled invoice).
    pub returns: u64,
    /// Returns for which no earlier purchase was found.
    pub unmatched_returns: u64,
    /// Rows that repeat another row exactly.
    pub duplicates: u64,
    /// Whether those were dropped.
    pub duplicates_dropped: bool,
    /// Orders after lines were joined and returns netted.
    pub orders: u64,
    /// Customers with at least one order.
    pub customers: u64,
    /// Day of the first order.
    pub from: Day,
    /// Day of the last order.
    pub to: Day,
    /// Which column was read as what: (`customer`, `Customer ID`), formats included.
    pub mapping: Vec<(String, String)>,
    /// Orders in currencies other than the review's, by currency.
    pub other_currencies: Vec<(Currency, u64)>,
}

impl Input {
    /// Rows set aside, whatever their status.
    #[must_use]
    pub fn rows_set_aside(&self) -> u64 {
        self.set_aside.iter().map(|(_, rows)| rows).sum()
    }
}

/// One file that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceFile {
    /// As the user named it.
    pub name: String,
    /// Its format in words a user knows: `CSV (;), windows-1251`.
    pub format: String,
    /// Rows read from it.
    pub rows: u64,
}

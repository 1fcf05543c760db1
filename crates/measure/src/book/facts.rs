//! What was read and what became of it.

use kernel::{Currency, Day, Period};

/// What was read and what became of it. Amounts are minor units of `currency`
/// and clamped to what an `i64` can hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BookFacts {
    /// The orders count up to the end of this day.
    pub as_of: Day,
    /// Day of the first order.
    pub first_day: Day,
    /// Day of the last order, not after `as_of`.
    pub last_day: Day,
    /// What every amount is in; [`Currency::NONE`] where no row says.
    pub currency: Currency,
    /// Whether any order has an amount in `currency`.
    pub has_money: bool,
    /// Rows up to as-of, anonymous ones included.
    pub rows: u64,
    /// Rows after as-of, in no other figure.
    pub rows_after: u64,
    /// Rows without a customer.
    pub anonymous_rows: u64,
    /// What they came to, returns taken off.
    pub anonymous_revenue: i64,
    /// Rows that take something back, anonymous ones included.
    pub returns: u64,
    /// Returns of a customer for which no earlier purchase was found, whole or
    /// in part.
    pub unmatched_returns: u64,
    /// Revenue that belongs to no customer of the book, by day, for days that
    /// have any: anonymous sales, and what was taken back by people none of
    /// whose orders is in the book.
    pub unattributed_by_day: Vec<(Day, i64)>,
    /// Rows of customers that repeat another row exactly.
    pub duplicates: u64,
    /// Whether those were dropped.
    pub duplicates_dropped: bool,
    /// Orders whose whole value was taken back: in no other figure.
    pub cancelled_orders: u64,
    /// Orders of customers.
    pub orders: u64,
    /// Customers with at least one order.
    pub customers: u64,
    /// Orders with an amount in another currency than the book's, by currency.
    pub other_currencies: Vec<(Currency, u64)>,
}

impl BookFacts {
    /// Revenue within `period` that belongs to no customer of the book.
    #[must_use]
    pub fn unattributed_within(&self, period: Period) -> i64 {
        self.unattributed_by_day
            .iter()
            .filter(|(day, _)| period.contains(*day))
            .fold(0, |sum, (_, amount)| sum.saturating_add(*amount))
    }

    /// Of no rows at all.
    pub(crate) fn empty(as_of: Day) -> Self {
        Self {
            as_of,
            first_day: as_of,
            last_day: as_of,
            currency: Currency::NONE,
            has_money: false,
            rows: 0,
            rows_after: 0,
            anonymous_rows: 0,
            anonymous_revenue: 0,
            returns: 0,
            unmatched_returns: 0,
            unattributed_by_day: Vec::new(),
            duplicates: 0,
            duplicates_dropped: false,
            cancelled_orders: 0,
            orders: 0,
            customers: 0,
            other_currencies: Vec::new(),
        }
    }
}

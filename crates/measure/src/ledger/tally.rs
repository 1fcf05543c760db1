//! What is counted while the shards close.

use std::collections::BTreeMap;

use kernel::Day;

use super::record::Letters;

/// Counts of one shard, or of several.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Tally {
    /// Rows of customers up to as-of.
    pub rows: u64,
    /// Rows of customers after it.
    pub rows_after: u64,
    pub returns: u64,
    pub unmatched_returns: u64,
    /// What those without an order took back, by day, below zero.
    pub orphaned: BTreeMap<Day, i128>,
    pub duplicates: u64,
    pub cancelled_orders: u64,
    pub orders: u64,
    pub customers: u64,
    /// Days of the first and the last order.
    pub days: Option<(Day, Day)>,
    pub has_money: bool,
    /// Orders in other currencies.
    pub other_currencies: BTreeMap<Letters, u64>,
}

impl Tally {
    /// Adds those of another shard.
    pub(super) fn add(&mut self, more: Self) {
        let Self {
            rows,
            rows_after,
            returns,
            unmatched_returns,
            orphaned,
            duplicates,
            cancelled_orders,
            orders,
            customers,
            days,
            has_money,
            other_currencies,
        } = more;
        self.rows += rows;
        self.rows_after += rows_after;
        self.returns += returns;
        self.unmatched_returns += unmatched_returns;
        for (day, revenue) in orphaned {
            *self.orphaned.entry(day).or_default() += revenue;
        }
        self.duplicates += duplicates;
        self.cancelled_orders += cancelled_orders;
        self.orders += orders;
        self.customers += customers;
        if let Some((first, last)) = days {
            self.meet(first);
            self.meet(last);
        }
        self.has_money |= has_money;
        for (currency, orders) in other_currencies {
            *self.other_currencies.entry(currency).or_default() += orders;
        }
    }

    /// Counts the days of an order among those met.
    pub(super) fn meet(&mut self, day: Day) {
        self.days = Some(match self.days {
            Some((first, last)) => (first.min(day), last.max(day)),
            None => (day, day),
        });
    }
}

//! Sums of money of everybody, and the days they came: for ranks.

use kernel::{Day, Period};

use crate::book::Customer;
use crate::purchases::{revenue_ever, revenue_within};
use crate::terms::Terms;

/// One entry per customer in each, in no order that means anything.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(crate) struct Ranks {
    /// Revenue of the last 12 months above zero.
    pub revenue_12m: Vec<i64>,
    /// The same of the 12 months before.
    pub revenue_12m_before: Vec<i64>,
    /// A customer's revenue per order; orders where there is no money.
    pub revenue_per_order: Vec<i64>,
    /// Day of the first purchase, days since 1970-01-01.
    pub first: Vec<i32>,
    /// First order's amount, of those who have one.
    pub first_order: Vec<i64>,
}

impl Ranks {
    /// Adds a customer.
    pub fn add(&mut self, customer: &Customer<'_>, terms: &Terms) {
        let Some(first) = customer.orders.first() else { return };
        self.first.push(first.day.epoch_days());
        self.revenue_per_order.push(revenue_per_order(customer, terms));
        if !terms.has_money {
            return;
        }
        self.first_order.extend(first.amount());
        let above_zero = |period: Period| {
            // Most sums of the year before are of customers who were not there yet.
            let known = first.day < period.to;
            known.then(|| revenue_within(customer, period)).filter(|&revenue| revenue > 0)
        };
        self.revenue_12m.extend(above_zero(terms.year));
        self.revenue_12m_before.extend(above_zero(year_before(terms)));
    }

    /// Adds everybody in `other`.
    pub fn merge(&mut self, mut other: Self) {
        self.revenue_12m.append(&mut other.revenue_12m);
        self.revenue_12m_before.append(&mut other.revenue_12m_before);
        self.revenue_per_order.append(&mut other.revenue_per_order);
        self.first.append(&mut other.first);
        self.first_order.append(&mut other.first_order);
    }
}

/// The 12 months before the last 12.
pub(crate) fn year_before(terms: &Terms) -> Period {
    Period::months_ending(terms.year.from.plus_days(-1), 12)
}

/// Revenue ever per order, returns and orders without an amount included, minor
/// units; the number of orders where there is no money.
pub(crate) fn revenue_per_order(customer: &Customer<'_>, terms: &Terms) -> i64 {
    let orders = customer.orders.len().max(1) as i64;
    if terms.has_money { revenue_ever(customer) / orders } else { orders }
}

/// The values that part `ranked` into `parts` of equal size: a value belongs to
/// the part given by how many borders lie below it, so equal values share one.
pub(crate) fn borders<T: Copy + Ord>(ranked: &mut [T], parts: usize) -> Vec<T> {
    let n = ranked.len();
    if n == 0 {
        return Vec::new();
    }
    let mut borders = Vec::with_capacity(parts.saturating_sub(1));
    let mut from = 0;
    for part in 1..parts {
        // The last value inside the part; what comes before is already parted.
        let at = (n * part).div_ceil(parts).saturating_sub(1).max(from);
        let (_, border, _) = ranked[from..].select_nth_unstable(at - from);
        borders.push(*border);
        from = at;
    }
    borders
}

/// Which part, 0 first, `value` belongs to.
pub(crate) fn part_of<T: Copy + Ord>(borders: &[T], value: T) -> usize {
    borders.partition_point(|&border| border < value)
}

/// The first day of the relation, as a rank.
pub(crate) fn first_day(day: Day) -> i32 {
    day.epoch_days()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_values_share_a_part() {
        let mut values = [5, 1, 1, 1, 1, 1, 9, 7];
        let borders = borders(&mut values, 4);
        let parts: Vec<usize> = [1, 5, 7, 9].iter().map(|&v| part_of(&borders, v)).collect();
        assert_eq!(borders, [1, 1, 5]);
        assert_eq!(parts, [0, 2, 3, 3]);
    }

    #[test]
    fn distinct_values_part_evenly() {
        let mut values: Vec<i32> = (0..100).rev().collect();
        let borders = borders(&mut values, 5);
        let mut sizes = [0; 5];
        (0..100).for_each(|value| sizes[part_of(&borders, value)] += 1);
        assert_eq!(sizes, [20; 5]);
    }

    #[test]
    fn nothing_has_no_borders() {
        assert!(borders::<i32>(&mut [], 5).is_empty());
        assert_eq!(part_of(&[], 3), 0);
    }
}

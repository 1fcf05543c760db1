//! Order value falling: the mean order of the last three complete months
//! against the twelve before.

use kernel::{Currency, Day, Money, Period};
use review::figures::{Evidence, Why};
use stats::order_means::{LogAmounts, OrderMeans, Pool};

use crate::book::Order;
use crate::purchases::{mean_order, orders_within};

/// Orders needed in each window.
const FEWEST: u32 = 3;
/// The fall of the mean from which on it is told.
const FALL: f64 = 0.20;
/// How sure it must be that the true mean fell.
const SURE: f64 = 0.90;

/// The months compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Windows {
    /// The twelve months before.
    pub before: Period,
    /// The last three complete calendar months.
    pub now: Period,
}

impl Windows {
    /// The windows as of the end of the day `as_of`.
    pub fn ending(as_of: Day) -> Self {
        let to = Period::last_complete_month(as_of).to;
        let from = to.plus_months(-3);
        let before = Period { from: from.plus_months(-12), to: from };
        Self { before, now: Period { from, to } }
    }

    /// The logarithms of the amounts above zero in both windows, minor units.
    pub fn log_amounts(&self, orders: &[Order]) -> (LogAmounts, LogAmounts) {
        let logs = |period| amounts(orders, period).map(|amount| amount as f64).collect();
        (logs(self.before), logs(self.now))
    }
}

/// Why there is no model of order means to hold anybody against.
pub(crate) fn no_order_means(pool: &Pool) -> Why {
    match pool.changes() {
        have if have < Pool::FEWEST => Why::TooFew { have, need: Pool::FEWEST },
        // Not one of them has two orders that could show how much orders vary.
        _ => Why::NothingToCompare,
    }
}

/// What a regular's orders say.
pub(crate) fn look(
    orders: &[Order],
    windows: &Windows,
    model: &OrderMeans,
    currency: Currency,
) -> Option<Evidence> {
    let (mean_before, orders_before) = mean(orders, windows.before)?;
    let (mean_now, orders_now) = mean(orders, windows.now)?;
    if mean_now > mean_before * (1.0 - FALL) {
        return None;
    }
    let (before, now) = windows.log_amounts(orders);
    let probability = model.p_fell(before, now).filter(|&p| p >= SURE)?;
    let money = |minor: f64| Money::new(minor.round() as i64, currency);
    Some(Evidence::OrderValueFalling {
        mean_before: money(mean_before),
        mean_now: money(mean_now),
        orders_before,
        orders_now,
        probability,
    })
}

fn amounts(orders: &[Order], period: Period) -> impl Iterator<Item = i64> + '_ {
    orders_within(orders, period).iter().filter_map(|order| order.amount()).filter(|&a| a > 0)
}

/// The mean order and over how many; `None` where they are too few.
fn mean(orders: &[Order], period: Period) -> Option<(f64, u32)> {
    mean_order(orders_within(orders, period)).filter(|(_, n)| *n >= FEWEST)
}

#[cfg(test)]
mod tests {
    use super::*;

    const STEADY: OrderMeans = OrderMeans { mean: 8.5, between: 0.3, change: 0.1, within: 0.05 };

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    /// One order each on the 10th of the twelve months and the three.
    fn orders(before: i64, now: i64) -> Vec<Order> {
        (0..15)
            .map(|month| Order {
                day: day("2023-01-10").plus_months(month),
                amount: if month < 12 { before } else { now },
            })
            .collect()
    }

    fn windows() -> Windows {
        Windows::ending(day("2024-04-12"))
    }

    #[test]
    fn only_complete_months_are_compared() {
        assert_eq!(windows().now.to_string(), "2024-01-01..2024-04-01");
        assert_eq!(windows().before.to_string(), "2023-01-01..2024-01-01");
        assert_eq!(Windows::ending(day("2024-04-30")).now.to_string(), "2024-02-01..2024-05-01");
    }

    #[test]
    fn a_clear_fall_is_told_with_both_means() {
        let seen = look(&orders(10_000, 5_000), &windows(), &STEADY, Currency::NONE);
        let Some(Evidence::OrderValueFalling { mean_before, mean_now, orders_before, .. }) = seen
        else {
            panic!("{seen:?}")
        };
        assert_eq!((mean_before.minor, mean_now.minor, orders_before), (10_000, 5_000, 12));
    }

    #[test]
    fn a_small_fall_is_not_told() {
        assert_eq!(look(&orders(10_000, 8_100), &windows(), &STEADY, Currency::NONE), None);
    }

    #[test]
    fn a_fall_that_may_be_chance_is_not_told() {
        let noisy = OrderMeans { within: 4.0, ..STEADY };
        assert_eq!(look(&orders(10_000, 7_900), &windows(), &noisy, Currency::NONE), None);
    }

    #[test]
    fn how_many_changes_are_seen_is_said_where_they_are_too_few() {
        let mut pool = Pool::default();
        let (before, now) = windows().log_amounts(&orders(900, 800));
        pool.add(before, now);
        assert_eq!(no_order_means(&pool), Why::TooFew { have: 1, need: 3 });
    }

    #[test]
    fn two_orders_are_too_few() {
        let mut few = orders(10_000, 2_000);
        few.pop();
        assert_eq!(look(&few, &windows(), &STEADY, Currency::NONE), None);
    }
}

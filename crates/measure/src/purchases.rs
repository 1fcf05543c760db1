//! What a customer's orders come to: purchase days, gaps and sums.
//!
//! Pure functions of one customer. A *purchase* is a day with an order: the
//! models and the limits of silence know days only, money knows orders.

use kernel::{Currency, Day, Period};
use stats::gamma_gamma::Spender;
use stats::silent::History;

use crate::book::{Customer, Order};

/// The different days with an order, first to last, put into `days`.
pub(crate) fn purchase_days(orders: &[Order], days: &mut Vec<Day>) {
    days.clear();
    for order in orders {
        if days.last() != Some(&order.day) {
            days.push(order.day);
        }
    }
}

/// The history as of the end of the day `until`, of the purchases up to it:
/// `None` where there is none yet.
pub(crate) fn history_until(days: &[Day], until: Day) -> Option<History> {
    let known = days.partition_point(|&day| day <= until);
    let (&first, &last) = (days.first()?, days[..known].last()?);
    Some(History {
        x: known as u32 - 1,
        t_x: last.days_since(first) as u32,
        t: until.days_since(first) as u32,
    })
}

/// Days between purchase days, oldest first.
pub(crate) fn gaps(days: &[Day]) -> impl Iterator<Item = u32> + '_ {
    days.windows(2).map(|pair| pair[1].days_since(pair[0]) as u32)
}

/// The usual gap: the median of the gaps between purchase days; `None` with
/// fewer than two such days.
pub(crate) fn usual_gap(days: &[Day]) -> Option<f64> {
    stats::quantiles::median(&mut gaps(days).collect::<Vec<u32>>())
}

/// Orders with a day in `period`; they are sorted by day.
pub(crate) fn orders_within(orders: &[Order], period: Period) -> &[Order] {
    let from = orders.partition_point(|order| order.day < period.from);
    let to = orders.partition_point(|order| order.day < period.to);
    &orders[from..to.max(from)]
}

/// Revenue within `period`, returns taken off, minor units.
pub(crate) fn revenue_within(customer: &Customer<'_>, period: Period) -> i64 {
    let orders = orders_within(customer.orders, period);
    revenue(orders).saturating_add(returned(customer, |day| period.contains(day)))
}

/// Revenue ever, returns taken off, minor units.
pub(crate) fn revenue_ever(customer: &Customer<'_>) -> i64 {
    revenue(customer.orders).saturating_add(returned(customer, |_| true))
}

fn revenue(orders: &[Order]) -> i64 {
    orders.iter().filter_map(|order| order.amount()).fold(0, i64::saturating_add)
}

fn returned(customer: &Customer<'_>, counts: impl Fn(Day) -> bool) -> i64 {
    customer
        .unmatched_returns
        .iter()
        .filter(|(day, _)| counts(*day))
        .fold(0, |sum, (_, amount)| sum.saturating_add(*amount))
}

/// The mean order, minor units, and over how many: orders with an amount above
/// zero, for what was given away says nothing of the size of orders. `None`
/// without any.
pub(crate) fn mean_order(orders: &[Order]) -> Option<(f64, u32)> {
    let amounts = orders.iter().filter_map(|order| order.amount()).filter(|&amount| amount > 0);
    let (n, sum) = amounts.fold((0_u32, 0_i64), |(n, sum), a| (n + 1, sum.saturating_add(a)));
    (n > 0).then(|| (sum as f64 / f64::from(n), n))
}

/// Spend on purchase days with an amount above zero.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Spend {
    /// How many such days.
    pub days: u32,
    /// What they came to, minor units.
    pub total: i64,
}

impl Spend {
    /// Mean per day, minor units; `None` without any.
    pub fn mean_per_day(self) -> Option<f64> {
        (self.days > 0).then(|| self.total as f64 / f64::from(self.days))
    }

    /// The same as the spend model sees it, in major units.
    pub fn spender(self, currency: Currency) -> Option<Spender> {
        let mean = self.mean_per_day()? / currency.minor_per_major() as f64;
        Some(Spender { purchases: self.days, mean })
    }
}

/// Spend on *repeat* purchase days up to and including `until`: the first
/// day is left out, as Gamma–Gamma wants it (Fader & Hardie 2013).
pub(crate) fn repeat_spend(orders: &[Order], until: Day) -> Spend {
    let mut spend = Spend::default();
    for of_one_day in orders.chunk_by(|a, b| a.day == b.day).skip(1) {
        if of_one_day[0].day > until {
            break;
        }
        let total = revenue(of_one_day);
        if total > 0 {
            spend.days += 1;
            spend.total = spend.total.saturating_add(total);
        }
    }
    spend
}

/// Spend on all purchase days.
pub(crate) fn spend_ever(orders: &[Order]) -> Spend {
    let first = orders.chunk_by(|a, b| a.day == b.day).next().map_or(0, revenue);
    let mut spend = repeat_spend(orders, Day::MAX);
    if first > 0 {
        spend.days += 1;
        spend.total = spend.total.saturating_add(first);
    }
    spend
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    fn orders(list: &[(&str, i64)]) -> Vec<Order> {
        list.iter().map(|(text, amount)| Order { day: day(text), amount: *amount }).collect()
    }

    #[test]
    fn two_orders_of_one_day_are_one_purchase() {
        let orders = orders(&[("2024-01-01", 5), ("2024-01-01", 7), ("2024-01-11", 3)]);
        let mut days = Vec::new();
        purchase_days(&orders, &mut days);
        assert_eq!(days, [day("2024-01-01"), day("2024-01-11")]);
        assert_eq!(usual_gap(&days), Some(10.0));
    }

    #[test]
    fn a_history_ends_with_the_day_asked_for() {
        let days = [day("1997-01-01"), day("1997-02-01"), day("1997-12-01")];
        let until = |text| history_until(&days, day(text));
        assert_eq!(until("1997-09-30"), Some(History { x: 1, t_x: 31, t: 272 }));
        assert_eq!(until("1997-12-01"), Some(History { x: 2, t_x: 334, t: 334 }));
        assert_eq!(until("1996-12-31"), None);
    }

    #[test]
    fn spend_counts_days_with_an_amount() {
        let orders = orders(&[
            ("2024-01-01", 900),
            ("2024-01-05", 0),
            ("2024-01-06", 100),
            ("2024-01-06", 200),
            ("2024-01-07", Order::NO_AMOUNT),
        ]);
        assert_eq!(repeat_spend(&orders, Day::MAX), Spend { days: 1, total: 300 });
        assert_eq!(repeat_spend(&orders, day("2024-01-05")).mean_per_day(), None);
        assert_eq!(spend_ever(&orders), Spend { days: 2, total: 1_200 });
    }

    #[test]
    fn a_return_without_its_order_lowers_revenue_on_its_day() {
        let orders = orders(&[("2024-01-01", 900), ("2024-02-01", 500)]);
        let customer = Customer {
            index: 0,
            id: "a",
            hash: 1,
            orders: &orders,
            items: &[],
            attributes: &[],
            unmatched_returns: &[(day("2024-02-03"), -200)],
        };
        let february = Period::new(day("2024-02-01"), day("2024-03-01")).unwrap();
        assert_eq!(revenue_within(&customer, february), 300);
        assert_eq!(revenue_ever(&customer), 1_200);
    }

    #[test]
    fn what_was_given_away_is_no_size_of_an_order() {
        let order = |amount| Order { day: day("2024-01-01"), amount };
        let orders = [order(900), order(0), order(Order::NO_AMOUNT), order(300)];
        assert_eq!(mean_order(&orders), Some((600.0, 2)));
        assert_eq!(mean_order(&orders[1..3]), None);
    }
}

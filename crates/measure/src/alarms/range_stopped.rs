//! Range stopped: a category bought in at least 4 of 6 earlier periods of the
//! customer's own cadence and in none of the last 2, while they still buy.
//!
//! A period is the customer's usual (median) gap in whole days, rounded up;
//! periods are counted back from as-of. So the last two end with as-of, the six
//! before them are the earlier ones, and the customer still buys where there
//! is an order in the last two.

use kernel::{Currency, Day, Money};
use review::figures::Evidence;

use crate::book::{Customer, Item, Order};

/// The last periods, in which nothing of the category was bought.
const LAST: i32 = 2;
/// The periods before those.
const EARLIER: i32 = 6;
/// In how many of them it must have been bought.
const BOUGHT_IN: u32 = 4;

/// Reused between customers: categories looked at.
pub(crate) type Scratch = Vec<(u32, Day)>;

/// What a regular's orders say; `names` are the names of the categories.
/// Where several stopped, the one that came to most in a year, then by name.
pub(crate) fn look(
    customer: &Customer<'_>,
    as_of: Day,
    usual_gap: f64,
    names: &[String],
    money: Option<Currency>,
    scratch: &mut Scratch,
) -> Option<Evidence> {
    let cadence = usual_gap.ceil().clamp(1.0, 100_000.0) as i32;
    let still_buys = customer.orders.last()?.day > as_of.plus_days(-LAST * cadence);
    let long_enough =
        customer.orders.first()?.day <= as_of.plus_days(-(LAST + BOUGHT_IN as i32 - 1) * cadence);
    if !still_buys || !long_enough {
        return None;
    }
    bought_by_category(customer, as_of.plus_days(-(LAST + EARLIER) * cadence), scratch);
    scratch
        .chunk_by(|a, b| a.0 == b.0)
        .filter_map(|bought| {
            let periods_bought = stopped(bought, as_of, cadence)?;
            let (category, last_bought) = *bought.last()?;
            let yearly = came_to(customer, category, last_bought);
            Some((yearly, names.get(category as usize)?, last_bought, periods_bought))
        })
        .max_by(|a, b| a.0.cmp(&b.0).then_with(|| b.1.cmp(a.1)))
        .map(|(yearly, name, last_bought, periods_bought)| Evidence::RangeStopped {
            category: name.clone(),
            last_bought,
            periods_bought,
            yearly: money.zip(yearly).map(|(currency, minor)| Money::new(minor, currency)),
        })
}

/// The days after `from` on which each category was bought, category by
/// category, first to last.
fn bought_by_category(customer: &Customer<'_>, from: Day, bought: &mut Scratch) {
    bought.clear();
    bought.extend(customer.items.iter().filter_map(|item| {
        let day = customer.orders.get(item.order as usize)?.day;
        (day > from).then_some((item.category, day))
    }));
    bought.sort_unstable();
    bought.dedup();
}

/// In how many of the earlier periods the category was bought on these days,
/// where it was in enough of them and in none of the last.
fn stopped(bought: &[(u32, Day)], as_of: Day, cadence: i32) -> Option<u32> {
    let mut periods = 0_u32;
    for (_, day) in bought {
        let period = as_of.days_since(*day) / cadence;
        if period < LAST {
            return None;
        }
        periods |= 1 << (period - LAST);
    }
    Some(periods.count_ones()).filter(|&bought| bought >= BOUGHT_IN)
}

/// What a category came to in the 365 days up to `last`; `None` without amounts.
fn came_to(customer: &Customer<'_>, category: u32, last: Day) -> Option<i64> {
    let from = last.plus_days(-365);
    let amount = |item: &Item| {
        let day = customer.orders.get(item.order as usize)?.day;
        (item.category == category && day > from && day <= last && item.amount != Order::NO_AMOUNT)
            .then_some(item.amount)
    };
    customer.items.iter().filter_map(amount).reduce(i64::saturating_add)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    /// Orders every 10 days, the last on 2024-06-30; category 0 in those for
    /// which `coffee` says so, category 1 in all.
    fn look_at(coffee: impl Fn(i32) -> bool) -> Option<Evidence> {
        let orders: Vec<Order> = (0..12)
            .rev()
            .map(|back| Order { day: day("2024-06-30").plus_days(-10 * back), amount: 900 })
            .collect();
        let mut items = Vec::new();
        for order in 0..12 {
            let back = 11 - order as i32;
            if coffee(back) {
                items.push(Item { order, category: 0, amount: 400 });
            }
            items.push(Item { order, category: 1, amount: 500 });
        }
        let customer = Customer {
            index: 0,
            id: "a",
            hash: 1,
            orders: &orders,
            items: &items,
            attributes: &[],
            unmatched_returns: &[],
        };
        let names = ["coffee".to_owned(), "tea".to_owned()];
        let usd = "USD".parse().ok();
        look(&customer, day("2024-06-30"), 10.0, &names, usd, &mut Vec::new())
    }

    #[test]
    fn a_category_no_longer_bought_is_told() {
        let seen = look_at(|back| back >= 2);
        let Some(Evidence::RangeStopped { category, last_bought, periods_bought, yearly }) = seen
        else {
            panic!("{seen:?}")
        };
        assert_eq!((category.as_str(), last_bought), ("coffee", day("2024-06-10")));
        assert_eq!((periods_bought, yearly.map(|y| y.minor)), (6, Some(4_000)));
    }

    #[test]
    fn a_category_bought_lately_has_not_stopped() {
        assert_eq!(look_at(|back| back >= 1), None);
    }

    #[test]
    fn three_of_six_periods_are_too_few() {
        assert_eq!(look_at(|back| (2..5).contains(&back)), None);
        assert!(look_at(|back| (2..6).contains(&back)).is_some());
    }
}

//! A book straight from orders, for tests and for those who have no files.

use std::collections::BTreeMap;

use kernel::{Currency, Day};

use super::codec::{CustomerWriter, Layout, hash_of, shard_of};
use super::store::{Place, Segment, Store};
use super::{Book, BookFacts, Order, SHARDS};

/// A customer's id, and day and amount of each order.
pub type CustomerOrders<'a> = (&'a str, Vec<(Day, Option<i64>)>);

impl Book {
    /// A book of these customers: id and the day and amount of each order,
    /// amounts >= 0 in minor units of no known currency. Orders of one customer
    /// on one day are one order. As of the last day; the first day of the
    /// calendar where there is no order.
    #[must_use]
    pub fn from_orders(customers: Vec<CustomerOrders<'_>>) -> Self {
        let mut joined: BTreeMap<&str, BTreeMap<Day, Option<i64>>> = BTreeMap::new();
        for (id, orders) in customers {
            for (day, amount) in orders {
                let joined = joined.entry(id).or_default().entry(day).or_default();
                *joined = match (*joined, amount.map(|amount| amount.max(0))) {
                    (Some(before), Some(amount)) => Some(before.saturating_add(amount)),
                    (before, amount) => before.or(amount),
                };
            }
        }
        let orders = || joined.values().flatten();
        let days = || orders().map(|(&day, _)| day);
        let last_day = days().max().unwrap_or(Day::MIN);
        let facts = BookFacts {
            as_of: last_day,
            first_day: days().min().unwrap_or(Day::MIN),
            last_day,
            currency: Currency::NONE,
            has_money: orders().any(|(_, amount)| amount.is_some()),
            rows: orders().count() as u64,
            orders: orders().count() as u64,
            customers: joined.len() as u64,
            ..BookFacts::empty(last_day)
        };
        let mut writers = Vec::new();
        writers.resize_with(SHARDS, || CustomerWriter::new(Layout::default()));
        for (id, orders) in &joined {
            let order = |(&day, &amount): (&Day, &Option<i64>)| Order {
                day,
                amount: amount.unwrap_or(Order::NO_AMOUNT),
            };
            let orders: Vec<Order> = orders.iter().map(order).collect();
            let writer = &mut writers[shard_of(hash_of(id.as_bytes()))];
            writer.put(id.as_bytes(), &orders, &[], &[], &[]);
        }
        let segment = |writer: CustomerWriter| {
            let (bytes, customers) = writer.finish();
            Segment { customers, place: Place::Memory(bytes) }
        };
        let segments = writers.into_iter().map(segment).collect();
        Self::new(facts, Vec::new(), Layout::default(), Store::new(segments, None))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    #[test]
    fn a_fold_meets_every_customer_once_with_their_orders_by_day() {
        let ids: Vec<String> = (0..10_000).map(|n| format!("c{n}")).collect();
        let second = day("2024-03-01");
        let orders = |id: &str| {
            vec![(second, Some(id.len() as i64)), (day("2024-01-31"), None), (second, Some(1))]
        };
        let book = Book::from_orders(ids.iter().map(|id| (id.as_str(), orders(id))).collect());
        let mut beside = vec![0; book.customers()];
        let mut met = book
            .fold_beside(
                &mut beside,
                Vec::new,
                |met: &mut Vec<String>, beside, customer| {
                    assert_eq!(customer.orders.len(), 2);
                    assert_eq!(customer.orders[0].amount(), None);
                    assert_eq!(customer.orders[1].amount(), Some(customer.id.len() as i64 + 1));
                    *beside = customer.index;
                    met.push(customer.id.to_owned());
                },
                Vec::extend,
            )
            .unwrap();
        assert!(beside.into_iter().eq(0..10_000));
        met.sort();
        let mut ids = ids;
        ids.sort();
        assert_eq!(met, ids);
        let about = book.about();
        assert_eq!((about.orders, about.customers, about.as_of), (20_000, 10_000, second));
    }

    #[test]
    fn what_is_kept_beside_has_to_fit() {
        let book = Book::from_orders(vec![("a", vec![(day("2024-01-31"), None)])]);
        let kept = book.fold_beside(&mut [0; 2], || (), |(), _, _| (), |(), ()| ());
        assert!(kept.is_err());
    }
}

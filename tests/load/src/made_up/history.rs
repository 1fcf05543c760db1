//! When things happen, and with whom.
//!
//! The history is a row of spans of half a year. In each, all who are customers
//! by then have their turn in the order in which they came: so what happens
//! with one of them lies far apart in the record, as it does where years pass
//! between two calls, and writing it all still walks every index from one end
//! to the other. Of each hundred customers a few have most of what happens.

use chrono::{DateTime, TimeDelta, Utc};

use super::Size;

/// 1 November 2021, midnight.
pub(super) const OPENED: DateTime<Utc> = match DateTime::from_timestamp(1_635_724_800, 0) {
    Some(opened) => opened,
    None => DateTime::UNIX_EPOCH,
};
/// Five years.
pub(super) const SECONDS: i64 = 1826 * 86_400;

/// Spans of the history.
const SPANS: u64 = 10;
/// Among so many customers what happens is dealt out unevenly.
const GROUP: f64 = 100.0;

/// Something that happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Happening {
    /// When.
    pub at: DateTime<Utc>,
    /// With whom, counted from the first customer there was.
    pub customer: u64,
    /// What.
    pub what: What,
}

/// What can happen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// They became a customer.
    Came,
    /// They placed the order of this number.
    Ordered(u64),
    /// Somebody wrote down the interaction of this number.
    Noted(u64),
}

/// A part of the history.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    began: DateTime<Utc>,
    seconds: i64,
    /// Customers there were before it, and at its end.
    known: (u64, u64),
    /// Orders and interactions before it, and at its end.
    orders: (u64, u64),
    interactions: (u64, u64),
}

/// The spans of a business. Each has so much of everything as there are
/// customers in it.
pub(super) fn spans(size: Size) -> Vec<Span> {
    let turns = |spans: u64| spans * (spans + 1);
    let by = |total: u64, spans: u64| total * turns(spans) / turns(SPANS);
    let seconds = SECONDS / SPANS.cast_signed();
    (0..SPANS)
        .map(|place| Span {
            began: OPENED + TimeDelta::seconds(seconds * place.cast_signed()),
            seconds,
            known: (size.customers * place / SPANS, size.customers * (place + 1) / SPANS),
            orders: (by(size.orders, place), by(size.orders, place + 1)),
            interactions: (by(size.interactions, place), by(size.interactions, place + 1)),
        })
        .collect()
}

impl Span {
    /// So many have a turn in it.
    #[must_use]
    pub fn customers(&self) -> u64 {
        self.known.1
    }

    /// What happened with one customer, in order.
    pub(super) fn with(&self, customer: u64) -> Vec<Happening> {
        let came = u64::from(self.is_new(customer));
        let (first_order, orders) = self.dealt(self.orders, customer);
        let (first_note, notes) = self.dealt(self.interactions, customer);
        let before = self.before(customer, first_order, first_note);
        let others = orders + notes;
        (0..came + others)
            .map(|place| {
                let what = match place.checked_sub(came) {
                    None => What::Came,
                    // Orders and interactions in turn.
                    Some(place) => {
                        let (ordered, then) =
                            (place * orders / others, (place + 1) * orders / others);
                        if then > ordered {
                            What::Ordered(first_order + ordered)
                        } else {
                            What::Noted(first_note + place - ordered)
                        }
                    }
                };
                Happening { at: self.moment(before + place), customer, what }
            })
            .collect()
    }

    /// When somebody who is new in it came.
    pub(super) fn came(&self, customer: u64) -> DateTime<Utc> {
        let (first_order, _) = self.dealt(self.orders, customer);
        let (first_note, _) = self.dealt(self.interactions, customer);
        self.moment(self.before(customer, first_order, first_note))
    }

    /// When something last happened with a customer in it; that they came is
    /// nothing yet.
    pub(super) fn last_with(&self, customer: u64) -> Option<DateTime<Utc>> {
        if customer >= self.known.1 {
            return None;
        }
        let all = self.with(customer);
        let last = all.iter().rev().find(|happening| happening.what != What::Came);
        last.map(|happening| happening.at)
    }

    fn is_new(&self, customer: u64) -> bool {
        (self.known.0..self.known.1).contains(&customer)
    }

    /// How much happened in it before a customer's turn.
    fn before(&self, customer: u64, first_order: u64, first_note: u64) -> u64 {
        let came = customer.clamp(self.known.0, self.known.1) - self.known.0;
        came + (first_order - self.orders.0) + (first_note - self.interactions.0)
    }

    /// The first that is dealt to a customer, and how many.
    fn dealt(&self, (from, to): (u64, u64), customer: u64) -> (u64, u64) {
        let upto = |customer: u64| from + ((to - from) as f64 * self.share(customer)) as u64;
        let first = upto(customer);
        (first, upto(customer + 1) - first)
    }

    /// Which share of everything those before this customer have.
    fn share(&self, customer: u64) -> f64 {
        if customer >= self.known.1 {
            return 1.0;
        }
        let place = customer as f64 % GROUP;
        let of_groups = customer as f64 - place + GROUP * (place / GROUP).sqrt();
        (of_groups / self.known.1 as f64).min(1.0)
    }

    fn moment(&self, place: u64) -> DateTime<Utc> {
        let all = (self.known.1 - self.known.0)
            + (self.orders.1 - self.orders.0)
            + (self.interactions.1 - self.interactions.0);
        let seconds = i128::from(self.seconds) * i128::from(place) / i128::from(all.max(1));
        self.began + TimeDelta::seconds(i64::try_from(seconds).unwrap_or(self.seconds))
    }
}

#[cfg(test)]
mod tests {
    use super::{SPANS, What, spans};
    use crate::made_up::{Business, Size};

    const SIZE: Size = Size { customers: 730, orders: 5_001, interactions: 2_503 };

    #[test]
    fn everything_happens_once_and_in_order() {
        let business = Business { seed: 1, size: SIZE };
        let all: Vec<_> = spans(SIZE)
            .iter()
            .flat_map(|span| business.happened(span, 0..span.customers()))
            .collect();
        assert!(all.is_sorted_by_key(|happening| happening.at));
        let came: Vec<u64> = all
            .iter()
            .filter(|one| one.what == What::Came)
            .map(|happening| happening.customer)
            .collect();
        assert_eq!(came, (0..SIZE.customers).collect::<Vec<_>>());
        let numbers = |of: &dyn Fn(What) -> Option<u64>| {
            all.iter().filter_map(|happening| of(happening.what)).collect::<Vec<_>>()
        };
        let orders = numbers(&|what| if let What::Ordered(it) = what { Some(it) } else { None });
        assert_eq!(orders, (0..SIZE.orders).collect::<Vec<_>>());
        let notes = numbers(&|what| if let What::Noted(it) = what { Some(it) } else { None });
        assert_eq!(notes, (0..SIZE.interactions).collect::<Vec<_>>());
    }

    #[test]
    fn a_few_customers_have_most_of_what_happens() {
        let business = Business { seed: 1, size: SIZE };
        let with = |customers: std::ops::Range<u64>| -> usize {
            let spans = spans(SIZE);
            let old = spans.iter().skip(SPANS as usize - 1);
            old.map(|span| business.happened(span, customers.clone()).len()).sum()
        };
        assert!(with(0..10) > 2 * with(80..90), "{} {}", with(0..10), with(80..90));
    }

    #[test]
    fn a_customer_was_last_seen_when_something_last_happened() {
        let business = Business { seed: 1, size: SIZE };
        for customer in [0, 99, 500, 729] {
            let last = spans(SIZE)
                .iter()
                .filter(|span| span.customers() > customer)
                .flat_map(|span| business.happened(span, customer..customer + 1))
                .rfind(|happening| happening.what != What::Came);
            assert_eq!(business.last_seen(customer), last.map(|happening| happening.at));
        }
    }
}

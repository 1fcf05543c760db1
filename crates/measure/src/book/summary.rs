//! The summary of each customer: what every measure of recency, frequency and
//! money starts from.

use kernel::Day;

use super::{Book, BookError, Customer};

/// First and last day, days, orders and sum of one customer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Summary {
    /// Day of the first order.
    pub first: Day,
    /// Day of the last order.
    pub last: Day,
    /// Different days with an order, at least 1.
    pub days: u64,
    /// Orders, at least 1.
    pub orders: u64,
    /// What the orders came to, minor units; `None` where none has an amount.
    pub amount: Option<i64>,
}

/// Who can summarise customers: the [`Book`], and SQL as the reference that
/// tests hold against it.
pub trait Summaries {
    /// Why it could not.
    type Error: std::error::Error + Send + Sync + 'static;

    /// Every customer's id and summary, by id.
    ///
    /// # Errors
    /// Where the orders cannot be read.
    fn summaries(&self) -> Result<Vec<(String, Summary)>, Self::Error>;
}

impl Summary {
    /// That of a customer of the book; `None` where there is no order.
    #[must_use]
    pub fn of(customer: &Customer<'_>) -> Option<Self> {
        let (first, last) = (customer.orders.first()?.day, customer.orders.last()?.day);
        let new_days = customer.orders.windows(2).filter(|pair| pair[0].day < pair[1].day);
        let amounts = customer.orders.iter().filter_map(|order| order.amount());
        Some(Self {
            first,
            last,
            days: 1 + new_days.count() as u64,
            orders: customer.orders.len() as u64,
            amount: amounts.reduce(i64::saturating_add),
        })
    }
}

impl Summaries for Book {
    type Error = BookError;

    fn summaries(&self) -> Result<Vec<(String, Summary)>, BookError> {
        let mut all = self.fold(
            Vec::new,
            |all, customer| {
                all.extend(Summary::of(customer).map(|summary| (customer.id.to_owned(), summary)));
            },
            Vec::extend,
        )?;
        all.sort_unstable_by(|a, b| a.0.cmp(&b.0));
        Ok(all)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_summary_counts_days_and_adds_amounts() {
        let day = Day::from_epoch_days;
        let book = Book::from_orders(vec![
            ("b", vec![(day(7), Some(100)), (day(3), Some(50)), (day(7), Some(1))]),
            ("a", vec![(day(5), None)]),
        ]);
        let a = Summary { first: day(5), last: day(5), days: 1, orders: 1, amount: None };
        let b = Summary { first: day(3), last: day(7), days: 2, orders: 2, amount: Some(151) };
        let expected = vec![("a".to_owned(), a), ("b".to_owned(), b)];
        assert_eq!(book.summaries().unwrap(), expected);
    }
}

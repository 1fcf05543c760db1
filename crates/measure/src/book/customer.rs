//! One customer of the book.

use documents::orders::AttributeRole;
use kernel::Day;

/// A customer and all their orders up to as-of; there is at least one.
#[derive(Debug, Clone, Copy)]
pub struct Customer<'a> {
    /// Their place among all customers of the book, 0 up to
    /// [`Book::customers`](crate::book::Book::customers), in the order of the
    /// shards: for columns that are kept beside the book.
    pub index: usize,
    /// As the files call them.
    pub id: &'a str,
    /// A number of 64 well-mixed bits that depends on the id alone: for
    /// samples and seeds.
    pub hash: u64,
    /// Orders by day, then amount; at least one.
    pub orders: &'a [Order],
    /// What was in the orders, by order; empty where the files name neither
    /// category nor product.
    pub items: &'a [Item],
    /// Code of each of the book's attributes at the first order that has one;
    /// [`Attribute::MISSING`] where none has.
    pub attributes: &'a [u32],
    /// Returns for which no earlier purchase was found: day and (negative)
    /// amount, by day. They lower revenue and are no orders.
    pub unmatched_returns: &'a [(Day, i64)],
}

/// One order: its lines joined, its returns taken off.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Order {
    /// The day it was made.
    pub day: Day,
    /// Minor units of the book's currency, >= 0; [`Order::NO_AMOUNT`] where the
    /// files do not say or it is in another currency.
    pub amount: i64,
}

impl Order {
    /// The amount of an order without one.
    pub const NO_AMOUNT: i64 = i64::MIN;

    /// The amount, where there is one.
    #[must_use]
    pub fn amount(self) -> Option<i64> {
        (self.amount != Self::NO_AMOUNT).then_some(self.amount)
    }
}

/// One category (or product) bought in one order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Item {
    /// Index of its order in the customer's orders.
    pub order: u32,
    /// Code of the category, or of the product where the files have no category.
    pub category: u32,
    /// What it came to, minor units; [`Order::NO_AMOUNT`] where not known.
    pub amount: i64,
}

/// A column of the orders that says something about the customer or the order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attribute {
    /// The column's name in the files.
    pub name: String,
    /// What it is known to mean.
    pub role: AttributeRole,
    /// The text of each code.
    pub values: Vec<String>,
    /// Whether it had too many different values to keep (then all codes are missing).
    pub overflowed: bool,
}

impl Attribute {
    /// The code of a missing value.
    pub const MISSING: u32 = u32::MAX;
}

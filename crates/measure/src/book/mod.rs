//! The book of orders: every customer with their orders, oldest first,
//! returns netted, lines joined, up to as-of and in one currency.

mod customer;

pub use customer::{Attribute, AttributeRole, Customer, Item, Order};

//! The book of orders: every customer with their orders, oldest first,
//! returns netted, lines joined, up to as-of and in one currency.
//!
//! A [`Book`] is made by closing a [`Ledger`](crate::ledger::Ledger) and never
//! changes. It keeps the customers of each of its [`SHARDS`] shards as one run
//! of bytes, in memory or in a temporary file, and measures read it by folding
//! over all customers in parallel. What they get depends on the orders alone:
//! not on threads, memory, or the order in which rows came.

mod codec;
mod customer;
mod facts;
mod fold;
mod from_orders;
mod in_order;
mod spill;
mod store;
mod summary;

use std::io;

pub use customer::{Attribute, Customer, Item, Order};
pub use documents::orders::AttributeRole;
pub use facts::BookFacts;
pub use from_orders::CustomerOrders;
pub use summary::{Summaries, Summary};

pub(crate) use codec::{
    CustomerWriter, Layout, hash_of, put_varint, shard_of, take_bytes, take_varint,
};
pub(crate) use in_order::in_order;
pub(crate) use spill::SpillFile;
pub(crate) use store::{Place, Segment, Store};

/// Into how many parts the customers fall, by the hash of their id.
pub const SHARDS: usize = 256;

/// All customers with their orders; see the [module](self).
#[derive(Debug)]
pub struct Book {
    facts: BookFacts,
    attributes: Vec<Attribute>,
    layout: Layout,
    store: Store,
}

/// Why the book could not be read.
#[derive(Debug, thiserror::Error)]
pub enum BookError {
    /// The temporary file that holds a part of it failed.
    #[error(
        "cannot read the temporary file with the customers' orders; free the disk or raise --memory"
    )]
    Spill(#[source] io::Error),
    /// The temporary file holds something else than what was written.
    #[error("the temporary file with the customers' orders was changed while it was in use")]
    Damaged,
    /// What the caller keeps beside the customers does not fit them.
    #[error("{kept} values were given beside {customers} customers; give one for each")]
    Beside {
        /// How many values there are.
        kept: usize,
        /// How many customers there are.
        customers: usize,
    },
}

impl Book {
    pub(crate) fn new(
        facts: BookFacts,
        attributes: Vec<Attribute>,
        layout: Layout,
        store: Store,
    ) -> Self {
        Self { facts, attributes, layout, store }
    }

    /// What was read and what became of it.
    #[must_use]
    pub fn about(&self) -> &BookFacts {
        &self.facts
    }

    /// The columns whose codes [`Customer::attributes`] holds, in its order.
    #[must_use]
    pub fn attributes(&self) -> &[Attribute] {
        &self.attributes
    }

    /// Which of [`Book::attributes`] names what [`Item::category`] is a code
    /// of: the category, else the product; `None` where there are no items.
    #[must_use]
    pub fn item_attribute(&self) -> Option<usize> {
        self.layout.item_attribute
    }

    /// How many customers there are.
    #[must_use]
    pub fn customers(&self) -> usize {
        (0..SHARDS).map(|shard| self.customers_in(shard)).sum()
    }

    /// How many customers a shard has; 0 for a shard that does not exist.
    #[must_use]
    pub fn customers_in(&self, shard: usize) -> usize {
        self.store.segment(shard).map_or(0, |segment| segment.customers)
    }
}

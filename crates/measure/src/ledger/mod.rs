//! The ledger: takes the rows of orders files as they come, on many threads,
//! and closes into a [`Book`].
//!
//! Each worker that reads writes into a [`LedgerSink`] of its own, which keeps
//! every row as a few bytes in one of [`SHARDS`](crate::book::SHARDS) parts by
//! the hash of the customer and moves them to a temporary file when they pass
//! the memory allowed. Closing takes the parts one by one: groups their rows
//! by customer, joins lines to orders, takes returns off, and frees them. One
//! mechanism serves a shop of a thousand orders and a file of a hundred
//! million, and nothing in the book depends on threads, memory, the order of
//! rows or how they were split into files. The ledger never adds amounts of
//! different currencies and never drops a row in silence.

mod buyers;
mod close;
mod currency;
mod dictionary;
mod facts;
mod group;
mod join;
mod line;
mod max_tree;
mod order_totals;
mod record;
mod returns;
mod rows;
mod sink;
mod tally;
mod terms;
#[cfg(test)]
mod tests;

use std::io;
use std::path::PathBuf;
use std::sync::Arc;

use documents::orders::AttributeColumn;
use kernel::{Currency, Day};

use crate::book::{Book, BookError};
pub use buyers::{Bought, BoughtLine, BoughtOrder, Buyer};
use dictionary::Dictionary;
pub use sink::LedgerSink;

/// How much memory rows and book may take, and where they go beyond it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Storage {
    /// Bytes of rows kept in memory before the ledger closes, all sinks together.
    pub rows: usize,
    /// Bytes of the book kept in memory.
    pub book: usize,
    /// Folder for temporary files; the system's where `None`.
    pub folder: Option<PathBuf>,
}

impl Storage {
    /// Bytes of memory a process stays within where nobody says otherwise.
    pub const DEFAULT_MEMORY: u64 = 2 << 30;

    /// The shares of a process that may use `memory` bytes in all: half of it
    /// here, as rows and book exist at the same time while the ledger closes
    /// and the figures need the rest.
    #[must_use]
    pub fn within(memory: u64, folder: Option<PathBuf>) -> Self {
        let quarter = usize::try_from(memory / 4).unwrap_or(usize::MAX);
        Self { rows: quarter, book: quarter, folder }
    }
}

impl Default for Storage {
    /// Within [`Storage::DEFAULT_MEMORY`].
    fn default() -> Self {
        Self::within(Self::DEFAULT_MEMORY, None)
    }
}

/// On what terms the ledger closes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Closing {
    /// Up to the end of which day the orders count. `None` for the last day
    /// with a row where the rows have dates only, for the day before it where
    /// they have times, as that day may not be over.
    pub as_of: Option<Day>,
    /// The currency of the book; `None` for the one most orders are in, the
    /// first by its code where two are.
    pub currency: Option<Currency>,
    /// Whether a row that repeats another exactly is dropped, not only counted.
    pub drop_duplicates: bool,
}

/// Why rows could not be kept or made into a book.
#[derive(Debug, thiserror::Error)]
pub enum LedgerError {
    /// The temporary file could not be made or written.
    #[error(
        "cannot keep the orders that do not fit in memory in a temporary file; free the disk, choose another folder with TMPDIR or raise --memory"
    )]
    Spill(#[source] io::Error),
    /// A temporary file could not be read back.
    #[error("cannot close the ledger")]
    Book(#[from] BookError),
    /// No customer has an order that counts.
    #[error(
        "no customer has an order up to {as_of}: of {rows} rows {anonymous} name no customer and {after} are later; choose another date with --as-of or tell with --map which column is the customer"
    )]
    NoOrders {
        /// Up to the end of which day orders were to count.
        as_of: Day,
        /// How many rows there are.
        rows: u64,
        /// How many of them name no customer.
        anonymous: u64,
        /// How many of the others are later than `as_of`.
        after: u64,
    },
    /// The currency asked for is not one of those the orders name.
    #[error(
        "no order is in {wanted}; the orders are in {}: choose one of these with --currency",
        listed(found)
    )]
    NoSuchCurrency {
        /// The currency asked for.
        wanted: Currency,
        /// Those the orders name, by code.
        found: Vec<Currency>,
    },
    /// The rows of customers are returns, or purchases taken back by them.
    #[error(
        "nothing is left of what was sold: the {rows} rows of customers up to {as_of} are returns or amounts below zero, or purchases these take back; turn the sign of the amounts around if the file writes sales as amounts below zero"
    )]
    NothingSold {
        /// Up to the end of which day orders were to count.
        as_of: Day,
        /// How many rows of customers there are up to it.
        rows: u64,
    },
    /// There is not a single row.
    #[error("there is no order at all; give a file with at least one row under its header")]
    NoRows,
}

fn listed(currencies: &[Currency]) -> String {
    currencies.iter().map(Currency::code).collect::<Vec<_>>().join(", ")
}

/// Takes rows and closes into a book; see the [module](self).
#[derive(Debug)]
pub struct Ledger {
    shared: Arc<Shared>,
}

/// What all sinks of a ledger share.
#[derive(Debug)]
struct Shared {
    columns: Vec<AttributeColumn>,
    dictionaries: Vec<Dictionary>,
    storage: Storage,
    /// Whether rows keep what a record of orders wants to know.
    keeps: bool,
}

impl Ledger {
    /// An empty ledger for rows with these attributes.
    #[must_use]
    pub fn new(columns: &[AttributeColumn], storage: Storage) -> Self {
        Self::keeping(columns, storage, false)
    }

    /// An empty ledger that keeps what a record of orders wants to know beyond
    /// the figures: ids of orders, names, addresses, times. It closes into
    /// [`Buyer`]s.
    #[must_use]
    pub fn for_record(columns: &[AttributeColumn], storage: Storage) -> Self {
        Self::keeping(columns, storage, true)
    }

    fn keeping(columns: &[AttributeColumn], storage: Storage, keeps: bool) -> Self {
        let dictionaries = columns.iter().map(|column| Dictionary::new(column.role)).collect();
        let columns = columns.to_vec();
        Self { shared: Arc::new(Shared { columns, dictionaries, storage, keeps }) }
    }

    /// A sink for one worker. The memory for rows is shared out for as many
    /// sinks as the machine has threads; make no more than that.
    #[must_use]
    pub fn sink(&self) -> LedgerSink {
        LedgerSink::new(Arc::clone(&self.shared))
    }

    /// The book of everything in `sinks`, all of which must be this ledger's.
    ///
    /// # Errors
    /// Where no customer has an order that counts, none is in the currency asked
    /// for, or a temporary file fails.
    pub fn close(self, sinks: Vec<LedgerSink>, closing: &Closing) -> Result<Book, LedgerError> {
        close::close(&self.shared, sinks, closing)
    }

    /// The customers in `sinks` with their orders, part by part in an order that
    /// depends on the rows alone; `each` takes a part with its number. The same
    /// orders as those of the book, and those of other currencies too.
    ///
    /// # Errors
    /// Those of `each`, and where nothing can be closed or a temporary file
    /// fails.
    pub fn close_into_buyers<E: From<LedgerError> + Send>(
        self,
        sinks: Vec<LedgerSink>,
        closing: &Closing,
        each: impl FnMut(usize, Vec<Buyer>) -> Result<(), E>,
    ) -> Result<Bought, E> {
        buyers::close(&self.shared, sinks, closing, each)
    }
}

//! Facts: what measures are made of, as the record last had it.
//!
//! Each is one thing under its id, told again whenever it changes, with a
//! higher version each time; what counts of a thing is the highest. So facts
//! can be written down in any number of pieces, in any order and twice over.

use chrono::{DateTime, Utc};

use crate::Currency;

/// The id of a thing of the record: the 128 bits of its UUID.
pub type FactId = u128;

/// A thing of the record, as it was told once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact<T> {
    /// Which.
    pub id: FactId,
    /// Higher the later it was told.
    pub version: i64,
    /// Whether it counts no more: an order cancelled, something taken out of
    /// the record. What it was then says nothing.
    pub is_gone: bool,
    /// What it was.
    pub what: T,
}

/// An order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrderFact {
    /// Whose.
    pub customer: FactId,
    /// When it was placed.
    pub placed_at: DateTime<Utc>,
    /// What its amounts are in.
    pub currency: Currency,
    /// What it came to, minor units.
    pub total: i64,
    /// What was bought.
    pub lines: Vec<LineFact>,
}

/// A line of an order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineFact {
    /// What the product is called.
    pub product: String,
    /// How many.
    pub quantity: i64,
    /// What one cost, minor units.
    pub unit_price: i64,
}

/// A customer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CustomerFact {
    /// The number a business knows them by, if there is one.
    pub code: Option<String>,
    /// What they are called.
    pub name: String,
    /// Their country, if it is known.
    pub country: Option<String>,
}

/// Something that was written down about a customer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InteractionFact {
    /// With whom.
    pub customer: FactId,
    /// When it happened.
    pub at: DateTime<Utc>,
    /// What it was: `call`, `visit`.
    pub kind: String,
}

/// Facts of every kind that were told together.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Facts {
    /// Orders.
    pub orders: Vec<Fact<OrderFact>>,
    /// Customers.
    pub customers: Vec<Fact<CustomerFact>>,
    /// Interactions.
    pub interactions: Vec<Fact<InteractionFact>>,
}

/// The kinds of facts, each kept in files of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FactKind {
    /// [`OrderFact`]
    Orders,
    /// [`CustomerFact`]
    Customers,
    /// [`InteractionFact`]
    Interactions,
}

impl FactKind {
    /// All of them.
    pub const ALL: [FactKind; 3] = [Self::Orders, Self::Customers, Self::Interactions];

    /// The name of its folder.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Orders => "orders",
            Self::Customers => "customers",
            Self::Interactions => "interactions",
        }
    }

    /// The kind of a name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

/// A file of facts of one kind, sorted by id, each thing in it once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FactFile {
    /// Its name, under that of its kind.
    pub name: String,
    /// Of what.
    pub kind: FactKind,
    /// Things in it.
    pub rows: u64,
    /// How much room it takes.
    pub bytes: u64,
    /// Whether it was made of all there was of its kind, so that what is in it
    /// is in no other such file, and files of the same making follow each
    /// other by id.
    pub is_base: bool,
}

//! A product, and what happens to one.

use serde::{Deserialize, Serialize};
use store::StoreError;
use store::log::Event;

store::id! {
    /// Of a product.
    ProductId
}

/// Something that can be bought.
#[derive(Debug, Clone, PartialEq, Eq, store::Row)]
pub struct Product {
    /// Which.
    pub id: ProductId,
    /// What it is called.
    pub name: String,
}

/// Between two products by name, and which way to read from there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The name of the product beside it, in small letters: no two have the
    /// same.
    pub name: String,
    /// Read towards the start of the list.
    pub backwards: bool,
}

/// Some products, and the places before and after where there are more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// By name.
    pub rows: Vec<Product>,
    /// Where the page before begins to be read, if there is one.
    pub before: Option<Place>,
    /// Where the page after begins to be read, if there is one.
    pub after: Option<Place>,
}

/// The page of rows read from `from`, of which one more than `limit` were asked
/// for to know whether the list goes on.
pub(super) fn page(mut rows: Vec<Product>, from: Option<&Place>, limit: u32) -> Page {
    let goes_on = rows.len() > limit as usize;
    rows.truncate(limit as usize);
    let backwards = from.is_some_and(|place| place.backwards);
    if backwards {
        rows.reverse();
    }
    let (is_before, is_after) = if backwards { (goes_on, true) } else { (from.is_some(), goes_on) };
    let beside = |row: Option<&Product>, backwards| {
        row.map(|row| Place { name: row.name.to_lowercase(), backwards })
    };
    Page {
        before: beside(rows.first(), true).filter(|_| is_before),
        after: beside(rows.last(), false).filter(|_| is_after),
        rows,
    }
}

/// Something can be bought that could not before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProductAdded {
    /// What it is called.
    pub name: String,
}

impl Event for ProductAdded {
    const KIND: &'static str = "product.added";
}

/// A product that an import had added was taken back with it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProductRemoved {
    /// What it was called.
    pub name: String,
}

impl Event for ProductRemoved {
    const KIND: &'static str = "product.removed";
}

/// A product has another name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProductRenamed {
    /// What it was called.
    pub from: String,
    /// What it is called.
    pub to: String,
}

impl Event for ProductRenamed {
    const KIND: &'static str = "product.renamed";
}

/// Why something about a product was not done.
#[derive(Debug, thiserror::Error)]
pub enum ProductError {
    /// No name, or one that is too long.
    #[error("a product needs a name of at most 300 characters")]
    Refused,
    /// Another product has the name.
    #[error("another product has this name already: use another name")]
    Taken,
    /// No such product.
    #[error("there is no such product")]
    Unknown,
    /// The database refused.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl store::db::Failure for ProductError {
    fn store(&self) -> Option<&StoreError> {
        match self {
            ProductError::Store(error) => Some(error),
            ProductError::Refused | ProductError::Taken | ProductError::Unknown => None,
        }
    }
}

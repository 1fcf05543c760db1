//! The terms under which a ledger is closed.

use super::currency::Rescale;
use super::record::Letters;
use crate::book::{Attribute, Layout};

/// What holds for every shard.
#[derive(Debug)]
pub(super) struct ClosingTerms {
    /// Days since [`kernel::Day::MIN`].
    pub as_of: i32,
    /// The book's currency.
    pub base: Letters,
    pub rescale: Rescale,
    pub drop_duplicates: bool,
    /// The attribute that names the product.
    pub product: Option<usize>,
    pub layout: Layout,
    /// By attribute: the book's code of each code of the sinks.
    pub renumbered: Vec<Vec<u32>>,
}

impl ClosingTerms {
    /// The book's codes of those a sink gave, attribute by attribute.
    pub(super) fn codes_of(&self, given: &[u32]) -> impl Iterator<Item = u32> {
        given.iter().zip(&self.renumbered).map(|(&code, renumbered)| {
            renumbered.get(code as usize).copied().unwrap_or(Attribute::MISSING)
        })
    }
}

//! What is found.

use store::search::{Part, Place, Snippet};

use crate::know::customers::{CustomerId, Field};
use crate::know::interactions::Interaction;

/// A page of what was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Customers, in the order of the closest of what was found of each. Whom a
    /// page before had already may come again with more.
    pub customers: Vec<FoundCustomer>,
    /// Where the next page begins, if there is one.
    pub after: Option<Place>,
}

/// A customer, and where the words stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundCustomer {
    /// Who it is.
    pub id: CustomerId,
    /// What they are called, with what was looked for marked.
    pub name: Vec<Part>,
    /// Whether a name was found only by taking what was typed for a typo.
    pub is_guess: bool,
    /// Fields other than the name that have some of the words.
    pub fields: Vec<FoundField>,
    /// What tells them from others of the same name, as far as it is known and
    /// not among the fields: the town, the telephone number, the address.
    pub apart: Vec<(Field, String)>,
    /// What happened with them, the closest first.
    pub interactions: Vec<FoundInteraction>,
}

impl FoundCustomer {
    /// What they are called, without marks.
    #[must_use]
    pub fn called(&self) -> String {
        self.name.iter().map(|part| part.text.as_str()).collect()
    }
}

/// A field of a customer that has some of the words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundField {
    /// Which.
    pub field: Field,
    /// Where in it they stand.
    pub snippet: Snippet,
}

/// Something that happened, in words that were looked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundInteraction {
    /// What was written down.
    pub interaction: Interaction,
    /// Where in it they stand.
    pub snippet: Snippet,
}

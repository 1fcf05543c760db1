//! What is found.

use store::search::{Part, Place, Snippet};

use crate::know::contacts::Contact;
use crate::know::customers::{Customer, CustomerId, Field};
use crate::know::interactions::Interaction;
use crate::know::orders::OrderRow;

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
    /// Orders of theirs whose number was typed, or that of a parcel, the last first.
    pub orders: Vec<OrderRow>,
}

impl FoundCustomer {
    /// What they are called, without marks.
    #[must_use]
    pub fn called(&self) -> String {
        self.name.iter().map(|part| part.text.as_str()).collect()
    }
}

/// Somebody who is about to be added, as far as they can be recognised by it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Newcomer<'n> {
    /// What they are called.
    pub name: &'n str,
    /// Their telephone number.
    pub phone: &'n str,
    /// Their e-mail address.
    pub email: &'n str,
}

/// By what somebody may be who one is about to add, the surest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Likeness {
    /// They, or people there, have the telephone number.
    Phone,
    /// They, or people there, have the e-mail address.
    Email,
    /// They are called so but for typos, alphabets and the order of words.
    Name,
}

/// Somebody who may be whom one is about to add.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alike {
    /// Who.
    pub customer: FoundCustomer,
    /// By what: one at least.
    pub by: Vec<Likeness>,
}

/// A customer as they are known, with the people there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known {
    /// Who it is.
    pub customer: Customer,
    /// Who is in sight there.
    pub people: Vec<Contact>,
}

/// A field of a customer, or of somebody there, that has some of the words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundField {
    /// Which; a name is that of somebody there.
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

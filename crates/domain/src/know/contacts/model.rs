//! A contact, and what happens to one.

use serde::{Deserialize, Serialize};
use store::StoreError;
use store::log::Event;

use crate::know::customers::{CustomerError, CustomerId, Refused, Version};

store::id! {
    /// Of a contact.
    ContactId
}

/// One thing that can be known of a contact.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// What they are called.
    Name,
    /// What they do there.
    Role,
    /// Their address.
    Email,
    /// Their number.
    Phone,
    /// What is good to know of them.
    Note,
}

impl Part {
    /// All of them, as forms ask for them.
    pub const ALL: [Part; 5] = [Part::Name, Part::Role, Part::Email, Part::Phone, Part::Note];

    /// Its name in forms, the API and message keys.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Part::Name => "name",
            Part::Role => "role",
            Part::Email => "email",
            Part::Phone => "phone",
            Part::Note => "note",
        }
    }
}

/// What is known of a contact.
#[derive(Debug, Clone, Default, PartialEq, Eq, store::Row, Serialize, Deserialize)]
pub struct Details {
    /// What they are called.
    pub name: String,
    /// What they do there.
    pub role: Option<String>,
    /// Their address.
    pub email: Option<String>,
    /// Their number.
    pub phone: Option<String>,
    /// What is good to know of them.
    pub note: Option<String>,
}

impl Details {
    /// One of them.
    #[must_use]
    pub fn part(&self, part: Part) -> Option<&str> {
        match part {
            Part::Name => Some(self.name.as_str()).filter(|name| !name.is_empty()),
            Part::Role => self.role.as_deref(),
            Part::Email => self.email.as_deref(),
            Part::Phone => self.phone.as_deref(),
            Part::Note => self.note.as_deref(),
        }
    }
}

/// Somebody at a customer.
#[derive(Debug, Clone, PartialEq, Eq, store::Row)]
pub struct Contact {
    /// Who.
    pub id: ContactId,
    /// At which customer.
    pub customer: CustomerId,
    /// How often they have been changed.
    pub version: Version,
    /// What is known of them.
    #[row(flatten)]
    pub details: Details,
    /// Taken out of sight.
    pub removed: bool,
}

/// Somebody was added at a customer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContactAdded {
    /// With what.
    pub details: Details,
}

impl Event for ContactAdded {
    const KIND: &'static str = "contact.added";
}

/// What is known of a contact changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContactChanged {
    /// What was known.
    pub from: Details,
    /// What is known now.
    pub to: Details,
}

impl Event for ContactChanged {
    const KIND: &'static str = "contact.changed";
}

/// A contact was taken out of sight.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContactRemoved {
    /// What they are called.
    pub name: String,
}

impl Event for ContactRemoved {
    const KIND: &'static str = "contact.removed";
}

/// A contact was brought back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContactRestored {
    /// What they are called.
    pub name: String,
}

impl Event for ContactRestored {
    const KIND: &'static str = "contact.restored";
}

/// Why something about a contact was not done.
#[derive(Debug, thiserror::Error)]
pub enum ContactError {
    /// Details that were not taken; nothing was changed.
    #[error("not taken: {}", list(.0))]
    Refused(Vec<(Part, Refused)>),
    /// More than anybody could know.
    #[error("the customer has {0} contacts already: remove those who have left")]
    TooMany(u32),
    /// Somebody else changed it meanwhile.
    #[error("somebody has changed this contact meanwhile: look again and repeat")]
    ChangedSince,
    /// No such contact, or it has been removed.
    #[error("there is no such contact, or it has been removed")]
    Unknown,
    /// Something about the customer.
    #[error(transparent)]
    Customer(#[from] CustomerError),
    /// The database refused.
    #[error(transparent)]
    Store(#[from] StoreError),
}

fn list(refused: &[(Part, Refused)]) -> String {
    let each: Vec<_> = refused.iter().map(|(part, why)| format!("{} {why}", part.name())).collect();
    each.join(", ")
}

impl store::db::Failure for ContactError {
    fn store(&self) -> Option<&StoreError> {
        match self {
            ContactError::Store(error) => Some(error),
            ContactError::Customer(error) => error.store(),
            ContactError::Refused(_)
            | ContactError::TooMany(_)
            | ContactError::ChangedSince
            | ContactError::Unknown => None,
        }
    }
}

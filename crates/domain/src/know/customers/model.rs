//! A customer, and what happens to one.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use store::StoreError;
use store::log::Event;

use super::{Field, Marketing};
use crate::office::staff::AccountId;

store::id! {
    /// Of a customer.
    CustomerId
}

/// How often a customer has been changed: whoever saw another number saw
/// another customer.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, store::Value, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct Version(pub i64);

/// When a customer was last seen or heard: they ordered, or somebody wrote down
/// that they called, met or gave them something. A note is none of it. Lists are
/// sorted by it, so that never is kept as a moment too, before all others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, store::Value)]
pub struct Seen(DateTime<Utc>);

impl Seen {
    /// Not yet.
    pub const NEVER: Seen = Seen(DateTime::UNIX_EPOCH);

    /// When, if ever.
    #[must_use]
    pub fn at(self) -> Option<DateTime<Utc>> {
        (self > Seen::NEVER).then_some(self.0)
    }

    /// The moment it is sorted by, and kept as.
    #[must_use]
    pub fn moment(self) -> DateTime<Utc> {
        self.0
    }
}

impl From<DateTime<Utc>> for Seen {
    fn from(at: DateTime<Utc>) -> Self {
        Seen(at)
    }
}

impl From<Option<DateTime<Utc>>> for Seen {
    fn from(at: Option<DateTime<Utc>>) -> Self {
        at.map_or(Seen::NEVER, Seen)
    }
}

/// What is known of a customer: a canonical text in each field that is known.
#[derive(Debug, Clone, PartialEq, Eq, store::Row)]
pub struct Customer {
    /// Who it is.
    pub id: CustomerId,
    /// How often they have been changed.
    pub version: Version,
    /// When they were added.
    pub added_at: DateTime<Utc>,
    /// When they were last seen or heard.
    pub seen_at: Seen,
    pub(super) name: String,
    pub(super) kind: Option<String>,
    pub(super) code: Option<String>,
    pub(super) owner: Option<AccountId>,
    pub(super) email: Option<String>,
    pub(super) phone: Option<String>,
    pub(super) language: Option<String>,
    pub(super) channel: Option<String>,
    pub(super) country: Option<String>,
    pub(super) city: Option<String>,
    pub(super) marketing: Option<String>,
    pub(super) why_us: Option<String>,
    pub(super) found_us: Option<String>,
    pub(super) brought: Option<String>,
    pub(super) thanked: Option<String>,
    pub(super) leaving: Option<String>,
    pub(super) preferences: Option<String>,
}

impl Customer {
    /// One of whom nothing is known.
    pub(super) fn blank(id: CustomerId) -> Self {
        Self {
            id,
            version: Version(0),
            added_at: DateTime::UNIX_EPOCH,
            seen_at: Seen::NEVER,
            name: String::new(),
            kind: None,
            code: None,
            owner: None,
            email: None,
            phone: None,
            language: None,
            channel: None,
            country: None,
            city: None,
            marketing: None,
            why_us: None,
            found_us: None,
            brought: None,
            thanked: None,
            leaving: None,
            preferences: None,
        }
    }

    /// What they are called.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Who looks after them.
    #[must_use]
    pub fn owner(&self) -> Option<AccountId> {
        self.owner
    }

    /// Whether they object to marketing: then no figure is made of them for it.
    #[must_use]
    pub fn objects(&self) -> bool {
        self.marketing.as_deref() == Some(Marketing::Objection.word())
    }

    /// What a field holds, as its canonical text.
    #[must_use]
    pub fn value(&self, field: Field) -> Option<String> {
        match field {
            Field::Name => Some(self.name.clone()).filter(|name| !name.is_empty()),
            Field::Kind => self.kind.clone(),
            Field::Code => self.code.clone(),
            Field::Owner => self.owner.map(|owner| owner.to_string()),
            Field::Email => self.email.clone(),
            Field::Phone => self.phone.clone(),
            Field::Language => self.language.clone(),
            Field::Channel => self.channel.clone(),
            Field::Country => self.country.clone(),
            Field::City => self.city.clone(),
            Field::Marketing => self.marketing.clone(),
            Field::WhyUs => self.why_us.clone(),
            Field::FoundUs => self.found_us.clone(),
            Field::Brought => self.brought.clone(),
            Field::Thanked => self.thanked.clone(),
            Field::Leaving => self.leaving.clone(),
            Field::Preferences => self.preferences.clone(),
        }
    }
}

/// What a field was and became.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// Which.
    pub field: Field,
    /// What it held, if anything.
    pub from: Option<String>,
    /// What it holds, if anything.
    pub to: Option<String>,
}

/// A customer was added.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CustomerAdded {
    /// With what.
    pub known: Vec<Change>,
}

impl Event for CustomerAdded {
    const KIND: &'static str = "customer.added";
}

/// A customer was taken back: by somebody, or with the import that had added them;
/// holds what was known of them, or what the import had added them with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct CustomerRemoved(pub CustomerAdded);

impl Event for CustomerRemoved {
    const KIND: &'static str = "customer.removed";
}

/// What keeps a customer from being taken back: it would be lost with them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Hanging {
    /// They have ordered.
    Orders,
    /// Something was written down of them.
    Interactions,
    /// There are people at them.
    Contacts,
}

/// What is known of a customer changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CustomerChanged {
    /// Field by field.
    pub changes: Vec<Change>,
}

impl Event for CustomerChanged {
    const KIND: &'static str = "customer.changed";
}

/// Why a value was not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// It must be there.
    #[error("is missing")]
    Missing,
    /// More characters than the field holds.
    #[error("is longer than {0} characters")]
    TooLong(usize),
    /// Another customer has it, and no two may.
    #[error("is another customer's")]
    Taken,
    /// Not what the field holds: an address, a country, one of its words.
    #[error("is not one this field can hold")]
    NotOne,
}

/// Why something about a customer was not done.
#[derive(Debug, thiserror::Error)]
pub enum CustomerError {
    /// Values that were not taken; nothing was changed.
    #[error("not taken: {}", list(.0))]
    Refused(Vec<(Field, Refused)>),
    /// Somebody else changed it meanwhile.
    #[error("somebody has changed this customer meanwhile: look again and repeat")]
    ChangedSince,
    /// No such customer.
    #[error("there is no such customer")]
    Unknown,
    /// The database refused.
    #[error(transparent)]
    Store(#[from] StoreError),
}

fn list(refused: &[(Field, Refused)]) -> String {
    let each: Vec<_> =
        refused.iter().map(|(field, why)| format!("{} {why}", field.name())).collect();
    each.join(", ")
}

impl store::db::Failure for CustomerError {
    fn store(&self) -> Option<&StoreError> {
        match self {
            CustomerError::Store(error) => Some(error),
            CustomerError::Refused(_) | CustomerError::ChangedSince | CustomerError::Unknown => {
                None
            }
        }
    }
}

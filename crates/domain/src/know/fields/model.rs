//! A field that a business made up, and what happens to it.

use serde::{Deserialize, Serialize};
use store::StoreError;
use store::log::Event;

use super::rules::{MOST_CHOICES, MOST_FIELDS};
use crate::know::customers::{CustomerError, Refused};

store::id! {
    /// Of a field that a business made up.
    FieldId
}

/// What a field holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "type")]
pub enum Holds {
    /// Words.
    Text,
    /// A number, to four decimals.
    Number,
    /// A day.
    Date,
    /// One of these.
    Choice {
        /// What can be chosen.
        of: Vec<String>,
    },
    /// Yes or no.
    YesNo,
}

impl Holds {
    /// The types there are, in the order of forms.
    pub const TYPES: [&'static str; 5] = ["text", "number", "date", "choice", "yes_no"];

    /// The name of its type in the database, forms, the API and message keys.
    #[must_use]
    pub fn type_name(&self) -> &'static str {
        match self {
            Holds::Text => "text",
            Holds::Number => "number",
            Holds::Date => "date",
            Holds::Choice { .. } => "choice",
            Holds::YesNo => "yes_no",
        }
    }

    /// What a type of this name holds, with what can be chosen where it is a
    /// choice.
    #[must_use]
    pub fn of_type(name: &str, choices: Vec<String>) -> Option<Holds> {
        match name {
            "text" => Some(Holds::Text),
            "number" => Some(Holds::Number),
            "date" => Some(Holds::Date),
            "choice" => Some(Holds::Choice { of: choices }),
            "yes_no" => Some(Holds::YesNo),
            _ => None,
        }
    }

    /// What can be chosen; nothing where it is no choice.
    #[must_use]
    pub fn choices(&self) -> &[String] {
        match self {
            Holds::Choice { of } => of,
            Holds::Text | Holds::Number | Holds::Date | Holds::YesNo => &[],
        }
    }

    /// Whether what one holds the other can.
    #[must_use]
    pub fn is_same_type(&self, other: &Holds) -> bool {
        self.type_name() == other.type_name()
    }
}

/// A field that a business made up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CustomField {
    /// Which.
    pub id: FieldId,
    /// The word that stands for it in queries and the API, for ever.
    pub key: String,
    /// What people call it.
    pub name: String,
    /// What it holds.
    pub holds: Holds,
    /// Its place among the others.
    pub position: i64,
    /// Whether it is out of sight.
    pub removed: bool,
}

/// A field to be added, or what one is to become.
#[derive(Debug, Clone)]
pub struct NewField {
    /// What people call it.
    pub name: String,
    /// What it holds.
    pub holds: Holds,
}

/// A field was added.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldAdded {
    /// What it is called.
    pub name: String,
    /// The word that stands for it.
    pub key: String,
    /// What it holds.
    pub holds: Holds,
}

impl Event for FieldAdded {
    const KIND: &'static str = "field.added";
}

/// A field got another name or other choices.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldChanged {
    /// What it was called and held.
    pub from: (String, Holds),
    /// What it is called and holds.
    pub to: (String, Holds),
}

impl Event for FieldChanged {
    const KIND: &'static str = "field.changed";
}

/// A field was taken out of sight.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldRemoved {
    /// What it was called.
    pub name: String,
}

impl Event for FieldRemoved {
    const KIND: &'static str = "field.removed";
}

/// A field came back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldRestored {
    /// What it is called.
    pub name: String,
}

impl Event for FieldRestored {
    const KIND: &'static str = "field.restored";
}

/// What a customer's value in a field was and became.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ValueChange {
    /// In which.
    pub field: FieldId,
    /// What it was called then.
    pub name: String,
    /// What it held, if anything.
    pub from: Option<String>,
    /// What it holds, if anything.
    pub to: Option<String>,
}

/// A customer's values changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CustomerValuesChanged {
    /// Field by field.
    pub changes: Vec<ValueChange>,
}

impl Event for CustomerValuesChanged {
    const KIND: &'static str = "customer.values_changed";
}

/// Why something about fields was not done.
#[derive(Debug, thiserror::Error)]
pub enum FieldError {
    /// A field without a name.
    #[error("a field needs a name")]
    NoName,
    /// Another field has this name, or it means something already.
    #[error("there is a field of this name already: choose another")]
    NameTaken,
    /// A choice without choices, or with too many.
    #[error("a choice needs 2 to {most} different words to choose from", most = MOST_CHOICES)]
    NoChoices,
    /// What a field holds stays of its type.
    #[error("a field keeps its type: remove it and add another")]
    OtherType,
    /// There are enough.
    #[error("there are {most} fields already: remove those nobody fills in", most = MOST_FIELDS)]
    TooMany,
    /// Not a value of the field.
    #[error("not taken: {0}")]
    Refused(#[from] Refused),
    /// No such field.
    #[error("there is no such field")]
    Unknown,
    /// About the customer.
    #[error(transparent)]
    Customer(#[from] CustomerError),
    /// The database refused.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl store::db::Failure for FieldError {
    fn store(&self) -> Option<&StoreError> {
        match self {
            FieldError::Store(error) => Some(error),
            FieldError::Customer(error) => error.store(),
            FieldError::NoName
            | FieldError::NameTaken
            | FieldError::NoChoices
            | FieldError::OtherType
            | FieldError::TooMany
            | FieldError::Refused(_)
            | FieldError::Unknown => None,
        }
    }
}

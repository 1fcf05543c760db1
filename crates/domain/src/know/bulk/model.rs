//! A change of many customers, and how far it is.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use store::StoreError;
use store::log::Event;

use super::rules::AT_ONCE;
use crate::know::customers::{CustomerError, CustomerId, Field};
use crate::know::fields::{FieldError, FieldId};
use crate::know::lists::ListError;
use crate::know::query::QueryError;
use crate::know::tags::TagError;
use crate::office::staff::AccountId;

store::id! {
    /// Of a change of many customers.
    BulkId
}

/// Whom a change means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Whom {
    /// These, a thousand at most.
    These(Vec<CustomerId>),
    /// All that a query means.
    All(String),
}

/// What is to become different.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "alter")]
pub enum Alter {
    /// A field everybody has; an empty value empties it.
    Field {
        /// Which.
        field: Field,
        /// What it is to hold.
        value: String,
    },
    /// A field that the business made up.
    Own {
        /// Which.
        field: FieldId,
        /// What it is to hold.
        value: String,
    },
    /// They get a mark.
    Tag {
        /// Which.
        tag: String,
    },
    /// They lose one.
    Untag {
        /// Which.
        tag: String,
    },
}

/// How far a change is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, store::Value)]
pub enum State {
    /// Whom it means is being noted.
    Noting,
    /// They are being changed.
    Changing,
    /// All are.
    Done,
    /// It is being taken back.
    TakingBack,
    /// It is taken back.
    TakenBack,
}

/// A change of many customers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BulkEdit {
    /// Which.
    pub id: BulkId,
    /// Who made it.
    pub account: AccountId,
    /// Whom it means, as a query; empty where they were chosen one by one.
    pub query: String,
    /// What it does.
    pub alter: Alter,
    /// How far it is.
    pub state: State,
    /// How far they have been noted.
    pub(super) noted_to: Option<String>,
    /// So many customers, as far as they have been noted.
    pub customers: u64,
    /// So many have been looked at.
    pub done: u64,
    /// So many are different by it: fewer while it is taken back, and at the
    /// end those that stay, because somebody has changed them since.
    pub changed: u64,
    /// When it was asked for.
    pub created_at: DateTime<Utc>,
}

/// Somebody asked for a change of many customers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BulkBegun {
    /// What is to become different.
    pub alter: Alter,
    /// Of whom, as a query; empty where they were chosen one by one.
    pub query: String,
    /// How many they are, where that is known.
    pub customers: Option<usize>,
}

impl Event for BulkBegun {
    const KIND: &'static str = "bulk.begun";
}

/// Somebody took such a change back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BulkTakenBack {}

impl Event for BulkTakenBack {
    const KIND: &'static str = "bulk.taken_back";
}

/// Why a change of many customers was not made.
#[derive(Debug, thiserror::Error)]
pub enum BulkError {
    /// More were chosen one by one than anybody can see at once.
    #[error("choose {most} customers at most, or all that a query means", most = AT_ONCE)]
    TooMany,
    /// A field that nobody changes for many at once.
    #[error("this field is different for everybody: it is not changed for many at once")]
    NotForMany,
    /// It is still being done.
    #[error("this is still being done: take it back when it is")]
    NotDone,
    /// No such change.
    #[error("there is no such change")]
    Unknown,
    /// Whom it means cannot be told.
    #[error(transparent)]
    List(#[from] ListError),
    /// About customers.
    #[error(transparent)]
    Customer(#[from] CustomerError),
    /// About tags.
    #[error(transparent)]
    Tag(#[from] TagError),
    /// About fields that the business made up.
    #[error(transparent)]
    Own(#[from] FieldError),
    /// The database refused.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<QueryError> for BulkError {
    fn from(error: QueryError) -> Self {
        BulkError::List(error.into())
    }
}

impl store::db::Failure for BulkError {
    fn store(&self) -> Option<&StoreError> {
        match self {
            BulkError::Store(error) => Some(error),
            BulkError::List(error) => error.store(),
            BulkError::Customer(error) => error.store(),
            BulkError::Tag(error) => error.store(),
            BulkError::Own(error) => error.store(),
            BulkError::TooMany
            | BulkError::NotForMany
            | BulkError::NotDone
            | BulkError::Unknown => None,
        }
    }
}

//! A saved view, and what happens to one.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use store::StoreError;
use store::log::Event;

use crate::know::query::QueryError;
use crate::office::staff::AccountId;

store::id! {
    /// Of a saved view.
    ViewId
}

/// What a view is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewView {
    /// What it is called.
    pub name: String,
    /// Whom it means.
    pub query: String,
    /// The name of its order.
    pub sort: String,
    /// The names of its columns; none for those a list has by itself.
    pub columns: Vec<String>,
    /// Whether everybody sees it.
    pub is_shared: bool,
}

/// A view as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SavedView {
    /// Which.
    pub id: ViewId,
    /// Who made it.
    pub account: AccountId,
    /// What it is.
    pub view: NewView,
    /// Whether it is out of sight.
    pub removed: bool,
    /// How many customers it means, and when they were counted.
    pub counted: Option<(u32, DateTime<Utc>)>,
}

/// A view was saved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ViewSaved {
    /// What it is.
    pub view: NewView,
}

impl Event for ViewSaved {
    const KIND: &'static str = "view.saved";
}

/// A view became another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ViewChanged {
    /// What it was.
    pub from: NewView,
    /// What it is.
    pub to: NewView,
}

impl Event for ViewChanged {
    const KIND: &'static str = "view.changed";
}

/// A view was taken out of sight.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ViewRemoved {
    /// What it was called.
    pub name: String,
}

impl Event for ViewRemoved {
    const KIND: &'static str = "view.removed";
}

/// A view came back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ViewRestored {
    /// What it is called.
    pub name: String,
}

impl Event for ViewRestored {
    const KIND: &'static str = "view.restored";
}

/// Why something about views was not done.
#[derive(Debug, thiserror::Error)]
pub enum ViewError {
    /// A view without a name.
    #[error("a view needs a name")]
    NoName,
    /// Its query means nothing.
    #[error(transparent)]
    Query(#[from] QueryError),
    /// No such view of this person's.
    #[error("there is no such view that you may change")]
    Unknown,
    /// The database refused.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl store::db::Failure for ViewError {
    fn store(&self) -> Option<&StoreError> {
        match self {
            ViewError::Store(error) => Some(error),
            ViewError::NoName | ViewError::Query(_) | ViewError::Unknown => None,
        }
    }
}

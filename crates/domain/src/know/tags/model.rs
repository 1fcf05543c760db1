//! What happens with tags.

use serde::{Deserialize, Serialize};
use store::StoreError;
use store::log::Event;

use super::rules::{LONGEST, MOST};
use crate::know::customers::CustomerError;

/// A customer was marked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CustomerTagged {
    /// With what.
    pub tag: String,
}

impl Event for CustomerTagged {
    const KIND: &'static str = "customer.tagged";
}

/// A mark was taken from a customer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CustomerUntagged {
    /// Which.
    pub tag: String,
}

impl Event for CustomerUntagged {
    const KIND: &'static str = "customer.untagged";
}

/// Why something about tags was not done.
#[derive(Debug, thiserror::Error)]
pub enum TagError {
    /// Nothing, or too much.
    #[error("\"{0}\" is no tag: write one to {longest} characters", longest = LONGEST)]
    NotOne(String),
    /// The customer has enough.
    #[error("a customer has {most} tags at most: remove those that say nothing", most = MOST)]
    TooMany,
    /// About the customer.
    #[error(transparent)]
    Customer(#[from] CustomerError),
    /// The database refused.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl store::db::Failure for TagError {
    fn store(&self) -> Option<&StoreError> {
        match self {
            TagError::Store(error) => Some(error),
            TagError::Customer(error) => error.store(),
            TagError::NotOne(_) | TagError::TooMany => None,
        }
    }
}

//! What happens to a link.

use serde::{Deserialize, Serialize};
use store::StoreError;
use store::log::Event;

use crate::office::staff::StaffError;

/// A link was made for the account.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LinkMade {}

impl Event for LinkMade {
    const KIND: &'static str = "staff.link_made";
}

/// Why a link, or an invitation behind one, was not made or taken up.
#[derive(Debug, thiserror::Error)]
pub enum LinkError {
    /// Used, replaced, run out, or never there.
    #[error("this link is not valid any more: ask for a new one")]
    Gone,
    /// The account cannot be, or not be signed in.
    #[error(transparent)]
    Staff(StaffError),
    /// The system gives no random numbers.
    #[error("the system gives no random numbers: {0}")]
    NoRandomness(#[from] getrandom::Error),
    /// The database refused.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<StaffError> for LinkError {
    fn from(error: StaffError) -> Self {
        match error {
            StaffError::Store(error) => LinkError::Store(error),
            other => LinkError::Staff(other),
        }
    }
}

impl store::db::Failure for LinkError {
    fn store(&self) -> Option<&StoreError> {
        match self {
            LinkError::Store(error) => Some(error),
            LinkError::Gone | LinkError::Staff(_) | LinkError::NoRandomness(_) => None,
        }
    }
}

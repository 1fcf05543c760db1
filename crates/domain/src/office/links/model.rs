//! What happens to a link.

use serde::{Deserialize, Serialize};
use store::StoreError;
use store::db::Failure;
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
    /// The account cannot be, or not be signed in; or whatever else keeps people
    /// out, as a database that refuses.
    #[error(transparent)]
    Staff(StaffError),
}

impl<E: Into<StaffError>> From<E> for LinkError {
    fn from(error: E) -> Self {
        LinkError::Staff(error.into())
    }
}

impl Failure for LinkError {
    fn store(&self) -> Option<&StoreError> {
        match self {
            LinkError::Staff(error) => error.store(),
            LinkError::Gone => None,
        }
    }
}

//! What is known of invitations.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use store::StoreError;
use store::log::Event;

use crate::office::rights::Role;
use crate::office::staff::StaffError;

store::id! {
    /// Of an invitation: names it, and lets nobody in.
    InvitationId
}

/// Somebody to be invited.
#[derive(Debug, Clone)]
pub struct NewInvitation {
    /// The address they will sign in with.
    pub email: String,
    /// What they may do.
    pub role: Role,
}

/// Somebody who was invited and has not come yet.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Invitation {
    /// Which.
    pub id: InvitationId,
    /// The address they will sign in with.
    pub email: String,
    /// What they may do.
    pub role: Role,
    /// When the link runs out.
    pub expires_at: DateTime<Utc>,
}

/// Somebody was invited.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Invited {
    /// Their address.
    pub email: String,
    /// What they will be.
    pub role: Role,
}

impl Event for Invited {
    const KIND: &'static str = "staff.invited";
}

/// An invitation was withdrawn.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct InvitationWithdrawn {
    /// Whose it was.
    pub email: String,
}

impl Event for InvitationWithdrawn {
    const KIND: &'static str = "staff.invitation_withdrawn";
}

/// Why an invitation was not made or taken up.
#[derive(Debug, thiserror::Error)]
pub enum InvitationError {
    /// Used, withdrawn, run out, or never there.
    #[error("this invitation is not valid any more: ask for a new one")]
    Gone,
    /// The account cannot be.
    #[error(transparent)]
    Staff(StaffError),
    /// The system gives no random numbers.
    #[error("the system gives no random numbers: {0}")]
    NoRandomness(#[from] getrandom::Error),
    /// The database refused.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<StaffError> for InvitationError {
    fn from(error: StaffError) -> Self {
        match error {
            StaffError::Store(error) => InvitationError::Store(error),
            other => InvitationError::Staff(other),
        }
    }
}

impl store::db::Failure for InvitationError {
    fn store(&self) -> Option<&StoreError> {
        match self {
            InvitationError::Store(error) => Some(error),
            InvitationError::Gone
            | InvitationError::Staff(_)
            | InvitationError::NoRandomness(_) => None,
        }
    }
}

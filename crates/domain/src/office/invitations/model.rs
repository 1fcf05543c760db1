//! What is known of invitations.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use store::log::Event;

use crate::office::rights::Role;

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
#[derive(Debug, Clone, PartialEq, Eq, store::Row)]
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

//! What happens to interactions, as the log keeps it.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use store::log::Event;

use super::{FollowUp, Interaction, Kind};
use crate::office::staff::AccountId;

/// Something was written down.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct InteractionLogged {
    /// What it was.
    pub kind: Kind,
    /// When it happened.
    pub at: DateTime<Utc>,
    /// What was said.
    pub text: String,
    /// When something is to follow.
    pub follow_up: Option<NaiveDate>,
    /// Who was mentioned.
    pub mentioned: Vec<AccountId>,
}

impl Event for InteractionLogged {
    const KIND: &'static str = "interaction.logged";

    fn happened(&self) -> Option<DateTime<Utc>> {
        Some(self.at)
    }
}

/// All of an interaction that can be edited.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wording {
    /// What it was.
    pub kind: Kind,
    /// When it happened.
    pub at: DateTime<Utc>,
    /// What was said.
    pub text: String,
    /// When something is to follow.
    pub follow_up: Option<NaiveDate>,
}

impl Wording {
    /// What is written down.
    pub(super) fn of(written: &Interaction) -> Self {
        Self {
            kind: written.kind,
            at: written.at,
            text: written.text.clone(),
            follow_up: written.follow_up_on,
        }
    }
}

/// What was written down was changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct InteractionEdited {
    /// What it was.
    pub from: Wording,
    /// What it became.
    pub to: Wording,
}

impl Event for InteractionEdited {
    const KIND: &'static str = "interaction.edited";
}

/// It was taken out of sight.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct InteractionRemoved {}

impl Event for InteractionRemoved {
    const KIND: &'static str = "interaction.removed";
}

/// It was brought back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct InteractionRestored {}

impl Event for InteractionRestored {
    const KIND: &'static str = "interaction.restored";
}

/// What was to follow did, or is to follow on another day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FollowUpChanged {
    /// What was to follow.
    pub from: FollowUp,
    /// What is to follow now.
    pub to: FollowUp,
}

impl Event for FollowUpChanged {
    const KIND: &'static str = "interaction.follow_up_changed";
}

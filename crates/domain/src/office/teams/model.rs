//! What is known of teams.

use serde::{Deserialize, Serialize};
use store::StoreError;
use store::log::Event;

use crate::office::staff::AccountId;

store::id! {
    /// Of a team.
    TeamId
}

/// People who work together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Team {
    /// Which.
    pub id: TeamId,
    /// What it is called.
    pub name: String,
    /// Who is in it.
    pub members: Vec<AccountId>,
}

/// Whose work is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whose {
    /// Somebody's.
    Of(AccountId),
    /// That of the teams somebody is in, their own with it.
    OfTeamsOf(AccountId),
    /// Everybody's.
    Everybodys,
}

/// A team came to be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TeamMade {
    /// What it is called.
    pub name: String,
}

impl Event for TeamMade {
    const KIND: &'static str = "team.made";
}

/// A team got another name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TeamRenamed {
    /// As it was called.
    pub from: String,
    /// As it is called.
    pub to: String,
}

impl Event for TeamRenamed {
    const KIND: &'static str = "team.renamed";
}

/// A team is no more.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TeamRemoved {
    /// As it was called.
    pub name: String,
}

impl Event for TeamRemoved {
    const KIND: &'static str = "team.removed";
}

/// Somebody joined a team.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TeamJoined {
    /// What it is called.
    pub team: String,
}

impl Event for TeamJoined {
    const KIND: &'static str = "staff.team_joined";
}

/// Somebody left a team.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TeamLeft {
    /// What it is called.
    pub team: String,
}

impl Event for TeamLeft {
    const KIND: &'static str = "staff.team_left";
}

/// Why something about a team was not done.
#[derive(Debug, thiserror::Error)]
pub enum TeamError {
    /// An empty name.
    #[error("a name is missing")]
    NoName,
    /// Another has it.
    #[error("there is a team called \"{0}\" already: take another name")]
    NameTaken(String),
    /// No such team or person.
    #[error("there is no such team")]
    Unknown,
    /// The database refused.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl store::db::Failure for TeamError {
    fn store(&self) -> Option<&StoreError> {
        match self {
            TeamError::Store(error) => Some(error),
            TeamError::NoName | TeamError::NameTaken(_) | TeamError::Unknown => None,
        }
    }
}

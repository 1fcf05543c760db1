//! An interaction, and what happens to one.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use store::StoreError;

use super::Wording;
use crate::know::customers::{CustomerError, CustomerId};
use crate::office::staff::AccountId;

store::id! {
    /// Of an interaction.
    InteractionId
}

/// What kind of thing happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, store::Value, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// A telephone call.
    Call,
    /// A meeting that was agreed on.
    Meeting,
    /// They came, or we went to them.
    Visit,
    /// Something to be remembered.
    Note,
    /// Something we gave them.
    Gift,
}

impl Kind {
    /// All of them, the most usual first.
    pub const ALL: [Kind; 5] = [Kind::Call, Kind::Meeting, Kind::Visit, Kind::Note, Kind::Gift];

    /// Its name in forms, URLs, the API and message keys.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Kind::Call => "call",
            Kind::Meeting => "meeting",
            Kind::Visit => "visit",
            Kind::Note => "note",
            Kind::Gift => "gift",
        }
    }

    /// Whether they were seen or heard by it. A note is no contact: it is what
    /// colleagues tell one another, whether or not somebody was there.
    #[must_use]
    pub fn is_contact(self) -> bool {
        match self {
            Kind::Call | Kind::Meeting | Kind::Visit | Kind::Gift => true,
            Kind::Note => false,
        }
    }

    /// The kind of a name.
    #[must_use]
    pub fn named(name: &str) -> Option<Kind> {
        Kind::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

/// Something to be written down.
#[derive(Debug, Clone)]
pub struct NewInteraction {
    /// What it was.
    pub kind: Kind,
    /// When it happened; now, where nothing is said.
    pub at: Option<DateTime<Utc>>,
    /// What was said.
    pub text: String,
    /// The day on which something is to follow.
    pub follow_up: Option<NaiveDate>,
}

impl NewInteraction {
    /// What was written down, to be made so again.
    pub(super) fn again(was: Wording) -> Self {
        Self { kind: was.kind, at: Some(was.at), text: was.text, follow_up: was.follow_up }
    }
}

/// Something that was written down.
#[derive(Debug, Clone, PartialEq, Eq, store::Row)]
pub struct Interaction {
    /// Which.
    pub id: InteractionId,
    /// With whom.
    pub customer: CustomerId,
    /// Who wrote it down, or whose token a program did it with; none where the
    /// system did.
    pub author: Option<AccountId>,
    /// What it was.
    pub kind: Kind,
    /// When it happened.
    pub at: DateTime<Utc>,
    /// What was said.
    pub text: String,
    /// Taken out of sight.
    pub removed: bool,
    pub(super) follow_up_on: Option<NaiveDate>,
    pub(super) follow_up_done: bool,
}

/// A stretch of what was said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Said<'t> {
    /// Words that mention nobody.
    Words(&'t str),
    /// `@` and the handle of a colleague, and what they are called; nothing where
    /// more than one has that handle.
    Colleague(&'t str, Option<&'t str>),
    /// `@` and what is nobody's handle.
    Nobody(&'t str),
}

/// What is to follow.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct FollowUp {
    /// On which day.
    pub on: NaiveDate,
    /// Whether it did.
    pub done: bool,
}

impl Interaction {
    /// What is to follow, if anything.
    #[must_use]
    pub fn follow_up(&self) -> Option<FollowUp> {
        self.follow_up_on.map(|on| FollowUp { on, done: self.follow_up_done })
    }
}

/// What somebody says about a follow-up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Following {
    /// It was done.
    Done,
    /// It was not done after all.
    Open,
    /// It is to be done on this day.
    On(NaiveDate),
}

/// Which of the mentions of somebody are asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mentions {
    /// Those not read yet.
    Unread,
    /// All of them.
    All,
}

/// A follow-up that is open.
#[derive(Debug, Clone, PartialEq, Eq, store::Row)]
pub struct Due {
    /// Of which interaction.
    pub id: InteractionId,
    /// With whom.
    pub customer: CustomerId,
    /// What they are called.
    pub name: String,
    /// Their number.
    pub phone: Option<String>,
    /// What it was.
    pub kind: Kind,
    /// What was said then.
    pub text: String,
    /// Who wrote it down.
    pub by: Option<String>,
    /// Since when it is due.
    pub on: NaiveDate,
}

/// A place where somebody was mentioned.
#[derive(Debug, Clone, PartialEq, Eq, store::Row)]
pub struct Mention {
    /// In which interaction.
    pub id: InteractionId,
    /// With whom it was.
    pub customer: CustomerId,
    /// What they are called.
    pub name: String,
    /// What was written.
    pub text: String,
    /// Who wrote it.
    pub by: Option<String>,
    /// When.
    pub at: DateTime<Utc>,
    /// When it was read, if it was.
    pub read_at: Option<DateTime<Utc>>,
}

/// Why something about an interaction was not done.
#[derive(Debug, thiserror::Error)]
pub enum InteractionError {
    /// A note or gift that says nothing.
    #[error("nothing is written: say in a few words what it was")]
    Empty,
    /// More than anybody reads.
    #[error("the text has more than {0} characters: keep what matters, attach the rest")]
    TooLong(usize),
    /// It has not happened yet.
    #[error("it happens in the future: write it down when it has happened, or as a follow-up")]
    InFuture,
    /// Only an open follow-up can be done.
    #[error("nothing was to follow")]
    NothingToFollow,
    /// A customer cannot write here.
    #[error("only staff write things down")]
    NotStaff,
    /// No such interaction, or it has been removed.
    #[error("there is no such interaction, or it has been removed")]
    Unknown,
    /// Something about the customer.
    #[error(transparent)]
    Customer(#[from] CustomerError),
    /// The database refused.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl store::db::Failure for InteractionError {
    fn store(&self) -> Option<&StoreError> {
        match self {
            InteractionError::Store(error) => Some(error),
            InteractionError::Customer(error) => error.store(),
            InteractionError::Empty
            | InteractionError::TooLong(_)
            | InteractionError::InFuture
            | InteractionError::NothingToFollow
            | InteractionError::NotStaff
            | InteractionError::Unknown => None,
        }
    }
}

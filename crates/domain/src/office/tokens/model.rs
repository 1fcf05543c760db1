//! What is known of tokens.

use std::collections::BTreeSet;
use std::fmt;

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};
use store::StoreError;
use store::log::Event;

use super::rules;
use crate::office::rights::{Right, Role};
use crate::office::staff::{Account, AccountId};

store::id! {
    /// Of a token.
    TokenId
}

/// What a token may be used for.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Scopes(BTreeSet<Right>);

impl Scopes {
    /// Whether this right is among them.
    #[must_use]
    pub fn has(&self, right: Right) -> bool {
        self.0.contains(&right)
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Each of them.
    pub fn iter(&self) -> impl Iterator<Item = Right> {
        self.0.iter().copied()
    }

    /// Those of them that a role has as well.
    #[must_use]
    pub fn cut_to(self, role: Role) -> Self {
        self.0.into_iter().filter(|right| role.may(*right)).collect()
    }
}

impl FromIterator<Right> for Scopes {
    fn from_iter<I: IntoIterator<Item = Right>>(rights: I) -> Self {
        Self(rights.into_iter().collect())
    }
}

/// Their names, as the record keeps them.
impl fmt::Display for Scopes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names: Vec<&str> = self.iter().map(Right::name).collect();
        f.write_str(&names.join(" "))
    }
}

/// What the record keeps; a right that only later versions know is left out.
impl From<String> for Scopes {
    fn from(names: String) -> Self {
        names.split(' ').filter_map(Right::named).collect()
    }
}

/// A token to be made.
#[derive(Debug, Clone)]
pub struct NewToken {
    /// What it is for: "web shop".
    pub name: String,
    /// What it may be used for.
    pub rights: Scopes,
    /// So long it lets in; for ever, if none.
    pub lasts: Option<TimeDelta>,
}

/// A token just made.
#[derive(Clone)]
pub struct Made {
    /// Which.
    pub id: TokenId,
    /// What the program shows: nobody can see it again.
    pub shown: String,
}

/// A token, as lists show it.
#[derive(Debug, Clone, PartialEq, Eq, store::Row)]
pub struct TokenRow {
    /// Which.
    pub id: TokenId,
    /// What it is for.
    pub name: String,
    /// Who acts through it.
    pub account: AccountId,
    /// Their name.
    pub account_name: String,
    /// What it may be used for, as far as its account may.
    #[row(try_from = "String")]
    pub rights: Scopes,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// From when on it lets nobody in.
    pub expires_at: Option<DateTime<Utc>>,
    /// When it last let a program in, to the minute.
    pub last_used_at: Option<DateTime<Utc>>,
    /// When it was revoked.
    pub revoked_at: Option<DateTime<Utc>>,
}

impl TokenRow {
    /// Whether it still lets in.
    #[must_use]
    pub fn lets_in(&self, now: DateTime<Utc>) -> bool {
        self.revoked_at.is_none() && self.expires_at.is_none_or(|end| end > now)
    }
}

/// A program let in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bearer {
    /// The token it showed: it acts as [`Actor::Token`](store::log::Actor).
    pub token: TokenId,
    /// Whose it is.
    pub account: Account,
    /// What it may do: the rights of the token that its account has.
    pub scopes: Scopes,
    /// When it was last noted that it was used.
    pub last_used_at: Option<DateTime<Utc>>,
}

impl Bearer {
    /// Whether it is time to note that the token is used.
    #[must_use]
    pub fn is_use_to_be_noted(&self, now: DateTime<Utc>) -> bool {
        self.last_used_at.is_none_or(|last| last + rules::NOTED_AFTER <= now)
    }
}

/// Somebody gave a program access.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TokenMade {
    /// What for.
    pub name: String,
    /// Which rights.
    pub rights: Scopes,
    /// As whom.
    pub account: AccountId,
    /// Until when.
    pub expires_at: Option<DateTime<Utc>>,
}

impl Event for TokenMade {
    const KIND: &'static str = "token.made";
}

/// Somebody took the access of a program away.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TokenRevoked {
    /// What it was for.
    pub name: String,
}

impl Event for TokenRevoked {
    const KIND: &'static str = "token.revoked";
}

/// Why something about a token was not done.
#[derive(Debug, thiserror::Error)]
pub enum TokenError {
    /// An empty name.
    #[error("a name is missing: say what the token is for")]
    NoName,
    /// It could do nothing.
    #[error("no right is chosen: choose what the token may be used for")]
    NoRights,
    /// More than its account may.
    #[error("the account has no right \"{}\" to give", .0.name())]
    NotHeld(Right),
    /// No such token or account.
    #[error("there is no such token")]
    Unknown,
    /// The system gives no random numbers.
    #[error("the system gives no random numbers: {0}")]
    NoRandomness(#[from] getrandom::Error),
    /// The database refused.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl store::db::Failure for TokenError {
    fn store(&self) -> Option<&StoreError> {
        match self {
            TokenError::Store(error) => Some(error),
            TokenError::NoName
            | TokenError::NoRights
            | TokenError::NotHeld(_)
            | TokenError::Unknown
            | TokenError::NoRandomness(_) => None,
        }
    }
}

//! What is taken for an address and a name, and how often one may try.

use chrono::{DateTime, TimeDelta, Utc};
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

use super::StaffError;
use crate::office::names;

/// A session ends so long after it began.
pub const SESSION_LASTS: TimeDelta = TimeDelta::days(30);
/// Failures older than this are forgotten.
pub const TRIES_WITHIN: TimeDelta = TimeDelta::minutes(15);
/// Failures within that time after which one must wait: for an account, and
/// for a network address, behind which a whole office may sit.
const TRIES_OF_ACCOUNT: usize = 8;
const TRIES_OF_ADDRESS: usize = 40;
/// Characters kept of what a browser calls itself.
const LONGEST_AGENT: usize = 200;
/// Characters of a name that a list can show.
const LONGEST_NAME: usize = 100;
/// RFC 5321, 4.5.3.1: an address has 254 characters at most.
const LONGEST_EMAIL: usize = 254;

/// What failures are counted by, and how many of them are too many.
pub struct Watched {
    pub name: String,
    pub tries: usize,
}

impl Watched {
    /// What is held while tries are counted by it.
    pub fn held(&self) -> Uuid {
        let hash: [u8; 32] = Sha256::digest(self.name.as_bytes()).into();
        hash.first_chunk().map_or_else(Uuid::nil, |bytes| Uuid::from_bytes(*bytes))
    }
}

pub fn watched(email: &str, address: &str) -> [Watched; 2] {
    // Longer ones are nobody's, and what is counted is kept; a NUL PostgreSQL
    // keeps nowhere.
    let email: String = names::line(email).to_lowercase().chars().take(LONGEST_EMAIL).collect();
    [
        Watched { name: format!("account {email}"), tries: TRIES_OF_ACCOUNT },
        Watched { name: format!("address {address}"), tries: TRIES_OF_ADDRESS },
    ]
}

/// Whether another try is allowed after `failures`, oldest first, all within
/// [`TRIES_WITHIN`].
pub fn may_try(
    watched: &Watched,
    failures: &[DateTime<Utc>],
    now: DateTime<Utc>,
) -> Result<(), StaffError> {
    let Some(must_pass) = failures.len().checked_sub(watched.tries) else { return Ok(()) };
    let wait = failures[must_pass] + TRIES_WITHIN - now;
    let seconds = u32::try_from(wait.num_seconds().max(1)).unwrap_or(u32::MAX);
    let minutes = seconds.div_ceil(60);
    Err(StaffError::TooManyTries { minutes })
}

/// An address as it is kept: trimmed, in lower case.
pub fn email(text: &str) -> Result<String, StaffError> {
    let email = text.trim().to_lowercase();
    let refused = || StaffError::NotAnEmail(text.trim().to_owned());
    let (local, domain) = email.rsplit_once('@').ok_or_else(refused)?;
    let is_one = !local.is_empty()
        && !domain.is_empty()
        && email.len() <= LONGEST_EMAIL
        && !email.chars().any(|c| c.is_whitespace() || c.is_control() || "<>(),;\"".contains(c))
        && !local.contains('@')
        && !domain.starts_with('.')
        && !domain.ends_with('.');
    is_one.then_some(email.clone()).ok_or_else(refused)
}

/// A name as it is kept: trimmed, without what cannot be seen.
pub fn name(text: &str) -> Result<String, StaffError> {
    names::name(text, LONGEST_NAME).ok_or(StaffError::NoName)
}

/// What a browser calls itself, cut to what a list can show.
pub fn agent(text: &str) -> String {
    text.chars().filter(|c| !c.is_control()).take(LONGEST_AGENT).collect()
}

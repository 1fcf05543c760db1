//! How a token is written, and what it may hold.

use chrono::TimeDelta;

use super::{Scopes, TokenError};
use crate::office::names;
use crate::office::rights::Role;
use crate::office::staff::Secret;

/// In front of the secret, so that who finds one knows what it is.
const PREFIX: &str = "perennial_";
/// Uses within so long of the last are not noted.
pub const NOTED_AFTER: TimeDelta = TimeDelta::minutes(1);
/// Characters of a name that a list can show.
const LONGEST_NAME: usize = 100;

/// A token as a program shows it.
pub fn shown(secret: &Secret) -> String {
    format!("{PREFIX}{}", secret.reveal())
}

/// The secret in what a program shows.
pub fn secret(shown: &str) -> Option<Secret> {
    Secret::read(shown.strip_prefix(PREFIX)?)
}

/// A name as it is kept: trimmed, without what cannot be seen.
pub fn name(text: &str) -> Result<String, TokenError> {
    names::name(text, LONGEST_NAME).ok_or(TokenError::NoName)
}

/// Whether somebody of this role may give these rights away.
pub fn within(rights: &Scopes, role: Role) -> Result<(), TokenError> {
    if rights.is_empty() {
        return Err(TokenError::NoRights);
    }
    match rights.iter().find(|right| !role.may(*right)) {
        Some(right) => Err(TokenError::NotHeld(right)),
        None => Ok(()),
    }
}

//! What is said and kept of second factors.

use serde::{Deserialize, Serialize};
use store::StoreError;
use store::db::Failure;
use store::log::Event;

use super::rules;
use crate::office::staff::StaffError;

/// So many there are.
const CODES: usize = 10;

/// What lets somebody in without the device, each once.
#[derive(Clone)]
pub struct RecoveryCodes(Vec<String>);

impl RecoveryCodes {
    pub(super) fn new() -> Result<Self, getrandom::Error> {
        (0..CODES).map(|_| rules::recovery_code()).collect::<Result<_, _>>().map(Self)
    }

    /// Each, as it is written down.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(String::as_str)
    }
}

/// Somebody signs in with a second factor from now on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SecondFactorTurnedOn {}

impl Event for SecondFactorTurnedOn {
    const KIND: &'static str = "staff.second_factor_turned_on";
}

/// Somebody signs in by password alone from now on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SecondFactorTurnedOff {}

impl Event for SecondFactorTurnedOff {
    const KIND: &'static str = "staff.second_factor_turned_off";
}

/// Somebody used a recovery code.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecoveryCodeUsed {}

impl Event for RecoveryCodeUsed {
    const KIND: &'static str = "staff.recovery_code_used";
}

/// Why a second factor was not taken.
#[derive(Debug, thiserror::Error)]
pub enum SecondFactorError {
    /// Not the code, or one that was used.
    #[error("this is not the code: wait for the next one and try again")]
    Wrong,
    /// It is on already.
    #[error("the second factor is on already: turn it off first")]
    IsOn,
    /// The record's key is not this one.
    #[error("the secrets of devices are sealed with another key: give that one to this process")]
    OtherKey,
    /// The account cannot be signed in now; or whatever else keeps people out, as
    /// a database that refuses.
    #[error(transparent)]
    Staff(StaffError),
}

impl<E: Into<StaffError>> From<E> for SecondFactorError {
    fn from(error: E) -> Self {
        SecondFactorError::Staff(error.into())
    }
}

impl Failure for SecondFactorError {
    fn store(&self) -> Option<&StoreError> {
        match self {
            SecondFactorError::Staff(error) => error.store(),
            SecondFactorError::Wrong | SecondFactorError::IsOn | SecondFactorError::OtherKey => {
                None
            }
        }
    }
}

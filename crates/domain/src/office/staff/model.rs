//! What is known of the people who work here.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use store::StoreError;
use store::log::Event;

use super::{PasswordHash, PasswordRefused};
use crate::office::rights::Role;

store::id! {
    /// Of an account of somebody who works here.
    AccountId
}

store::id! {
    /// Of a session: names it, and lets nobody in.
    SessionId
}

/// Somebody who works here.
#[derive(Debug, Clone, PartialEq, Eq, store::Row)]
pub struct Account {
    /// Whose it is.
    pub id: AccountId,
    /// Signs in with it; in lower case.
    pub email: String,
    /// As colleagues know them.
    pub name: String,
    /// What they may do.
    pub role: Role,
    /// The code of the language they chose, if they did.
    pub language: Option<String>,
    /// May not sign in any more.
    pub locked_out: bool,
}

/// Somebody to be added.
#[derive(Debug, Clone)]
pub struct NewAccount {
    /// The address they will sign in with.
    pub email: String,
    /// As colleagues know them.
    pub name: String,
    /// What they may do.
    pub role: Role,
    /// None for those who are not to sign in by password.
    pub password: Option<PasswordHash>,
}

/// Somebody signed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// Which session.
    pub id: SessionId,
    /// Who it is.
    pub account: Account,
    /// When they signed in.
    pub since: DateTime<Utc>,
}

/// A session, as its owner sees it.
#[derive(Debug, Clone, PartialEq, Eq, store::Row)]
pub struct SessionRow {
    /// Which.
    pub id: SessionId,
    /// What the browser calls itself.
    pub agent: String,
    /// When it began.
    pub created_at: DateTime<Utc>,
    /// When it ends by itself.
    pub expires_at: DateTime<Utc>,
}

/// What somebody says of themselves.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Own {
    /// As colleagues know them.
    pub name: String,
    /// The code of the language they want to read, if they chose one.
    pub language: Option<String>,
}

/// Somebody was given an account.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StaffAdded {
    /// Their address.
    pub email: String,
    /// Their name.
    pub name: String,
    /// Their first role.
    pub role: Role,
}

impl Event for StaffAdded {
    const KIND: &'static str = "staff.added";
}

/// Somebody signed in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignedIn {}

impl Event for SignedIn {
    const KIND: &'static str = "staff.signed_in";
}

/// Somebody signed out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignedOut {}

impl Event for SignedOut {
    const KIND: &'static str = "staff.signed_out";
}

/// Somebody changed what they say of themselves.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StaffChanged {
    /// As it was.
    pub from: Own,
    /// As it is.
    pub to: Own,
}

impl Event for StaffChanged {
    const KIND: &'static str = "staff.changed";
}

/// Somebody got another role.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoleChanged {
    /// As it was.
    pub from: Role,
    /// As it is.
    pub to: Role,
}

impl Event for RoleChanged {
    const KIND: &'static str = "staff.role_changed";
}

/// Somebody may not sign in any more.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StaffLockedOut {}

impl Event for StaffLockedOut {
    const KIND: &'static str = "staff.locked_out";
}

/// Somebody may sign in again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StaffLetBackIn {}

impl Event for StaffLetBackIn {
    const KIND: &'static str = "staff.let_back_in";
}

/// A session was ended from elsewhere.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionEnded {
    /// What its browser called itself.
    pub agent: String,
}

impl Event for SessionEnded {
    const KIND: &'static str = "staff.session_ended";
}

/// An account got a new password.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StaffPasswordChanged {}

impl Event for StaffPasswordChanged {
    const KIND: &'static str = "staff.password_changed";
}

/// Why something about staff was not done.
#[derive(Debug, thiserror::Error)]
pub enum StaffError {
    /// Not an address.
    #[error("\"{0}\" is not an e-mail address")]
    NotAnEmail(String),
    /// Somebody has it.
    #[error("{0} has an account already: change that one, or use another address")]
    EmailTaken(String),
    /// An empty name.
    #[error("a name is missing")]
    NoName,
    /// Not a password we take.
    #[error(transparent)]
    Password(#[from] PasswordRefused),
    /// Sign-in failed too often.
    #[error("too many tries: wait {minutes} minutes")]
    TooManyTries {
        /// Whole minutes until another try, at least one.
        minutes: u32,
    },
    /// No longer allowed in.
    #[error("this account may not sign in any more")]
    LockedOut,
    /// Nobody would be left who may do everything.
    #[error("this is the last owner: make somebody else an owner first")]
    LastOwner,
    /// A language we do not speak.
    #[error("\"{0}\" is not a language we speak")]
    NotALanguage(String),
    /// No such account.
    #[error("there is no such account")]
    Unknown,
    /// The system gives no random numbers.
    #[error("the system gives no random numbers: {0}")]
    NoRandomness(#[from] getrandom::Error),
    /// The database refused.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl store::db::Failure for StaffError {
    fn store(&self) -> Option<&StoreError> {
        match self {
            StaffError::Store(error) => Some(error),
            StaffError::NotAnEmail(_)
            | StaffError::EmailTaken(_)
            | StaffError::NoName
            | StaffError::Password(_)
            | StaffError::TooManyTries { .. }
            | StaffError::LockedOut
            | StaffError::LastOwner
            | StaffError::NotALanguage(_)
            | StaffError::Unknown
            | StaffError::NoRandomness(_) => None,
        }
    }
}

//! What can go wrong between a request and its answer.
//!
//! Handlers and layers return a [`Problem`]; what becomes of it is decided in one
//! place, [`mod@say`]: a page in the reader's language that says what to do, or
//! `application/problem+json` (RFC 9457) for programs.

mod program;
mod say;

use std::io;

use axum::extract::rejection::{BytesRejection, QueryRejection};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use domain::know::customers::CustomerError;
use domain::know::imports::ImportError;
use domain::office::rights::{Right, Role};
use store::StoreError;

pub(crate) use program::{ProblemSaid, Wrong};
pub(crate) use say::{Asker, say};

/// Why there is no answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// There is nothing at this address.
    NotFound,
    /// A link that is good for once, or for a while, and no more.
    LinkGone,
    /// The address is there, but not for this method.
    WrongMethod,
    /// Only for whoever is signed in.
    SignInNeeded,
    /// Signed in, but not allowed to; names the right that this takes, where one
    /// would do.
    NotAllowed(Option<Right>),
    /// A form that no page of ours sent from this browser, or long ago.
    ForeignForm,
    /// What was sent cannot be read; says what and why, for programs.
    Malformed(String),
    /// What a program sent is no JSON; says where and why.
    Broken(String),
    /// What a program sent can be read, but holds what is not taken.
    Refused(Vec<Wrong>),
    /// As things are now it cannot be done; says why, for programs.
    Conflict(String),
    /// A program would change what somebody has changed since it looked.
    ChangedSince,
    /// A program would change something without saying what it saw.
    VersionNeeded,
    /// A program asks for something under the key of something else.
    KeyTaken,
    /// What was sent is of a media type we do not take here.
    WrongMedia,
    /// Too much was sent.
    TooLarge,
    /// Asked too often.
    TooOften,
    /// The answer took too long.
    TooSlow,
    /// The disk is full or cannot be written.
    CannotWrite,
    /// The program is stopping or the database cannot be reached.
    Unavailable,
    /// A defect of ours; says what, for the log alone.
    Internal(String),
}

impl Problem {
    /// Its status.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        match self {
            Problem::NotFound => StatusCode::NOT_FOUND,
            Problem::LinkGone => StatusCode::GONE,
            Problem::WrongMethod => StatusCode::METHOD_NOT_ALLOWED,
            Problem::SignInNeeded => StatusCode::UNAUTHORIZED,
            Problem::NotAllowed(_) | Problem::ForeignForm => StatusCode::FORBIDDEN,
            Problem::Malformed(_) | Problem::Refused(_) | Problem::KeyTaken => {
                StatusCode::UNPROCESSABLE_ENTITY
            }
            Problem::Broken(_) => StatusCode::BAD_REQUEST,
            Problem::Conflict(_) => StatusCode::CONFLICT,
            Problem::ChangedSince => StatusCode::PRECONDITION_FAILED,
            Problem::VersionNeeded => StatusCode::PRECONDITION_REQUIRED,
            Problem::WrongMedia => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Problem::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Problem::TooOften => StatusCode::TOO_MANY_REQUESTS,
            Problem::TooSlow | Problem::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
            Problem::CannotWrite => StatusCode::INSUFFICIENT_STORAGE,
            Problem::Internal(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// The message that names it.
    pub(crate) fn key(&self) -> &'static str {
        match self {
            Problem::NotFound => "problem-not-found",
            Problem::LinkGone => "problem-link-gone",
            Problem::WrongMethod => "problem-wrong-method",
            Problem::SignInNeeded => "problem-sign-in-needed",
            Problem::NotAllowed(_) => "problem-not-allowed",
            Problem::ForeignForm => "problem-foreign-form",
            Problem::Malformed(_) => "problem-malformed",
            Problem::Broken(_) => "problem-broken",
            Problem::Refused(_) => "problem-refused",
            Problem::Conflict(_) => "problem-conflict",
            Problem::ChangedSince => "problem-changed-since",
            Problem::VersionNeeded => "problem-version-needed",
            Problem::KeyTaken => "problem-key-taken",
            Problem::WrongMedia => "problem-wrong-media",
            Problem::TooLarge => "problem-too-large",
            Problem::TooOften => "problem-too-often",
            Problem::TooSlow => "problem-too-slow",
            Problem::CannotWrite => "problem-cannot-write",
            Problem::Unavailable => "problem-unavailable",
            Problem::Internal(_) => "problem-internal",
        }
    }

    /// The message that says what to do about it: a refusal names whom to ask.
    pub(crate) fn advice(&self) -> String {
        match self {
            Problem::NotAllowed(right) if right.is_none_or(|right| !Role::Manager.may(right)) => {
                "problem-not-allowed.owner".to_owned()
            }
            other => format!("{}.advice", other.key()),
        }
    }

    /// The problem behind a bare status, such as a library answers with.
    fn of_status(status: StatusCode) -> Option<Problem> {
        match status {
            StatusCode::NOT_FOUND => Some(Problem::NotFound),
            StatusCode::METHOD_NOT_ALLOWED => Some(Problem::WrongMethod),
            StatusCode::BAD_REQUEST | StatusCode::UNPROCESSABLE_ENTITY => {
                Some(Problem::Malformed(String::new()))
            }
            StatusCode::PAYLOAD_TOO_LARGE => Some(Problem::TooLarge),
            StatusCode::UNSUPPORTED_MEDIA_TYPE => Some(Problem::WrongMedia),
            StatusCode::GATEWAY_TIMEOUT => Some(Problem::TooSlow),
            status if status.is_server_error() => {
                Some(Problem::Internal(format!("answered {status}")))
            }
            _ => None,
        }
    }
}

/// Whether it is a disk of ours that is full or cannot be written.
pub(crate) fn cannot_be_written(cause: &io::Error) -> bool {
    matches!(
        cause.kind(),
        io::ErrorKind::StorageFull
            | io::ErrorKind::ReadOnlyFilesystem
            | io::ErrorKind::PermissionDenied
    )
}

/// Carries the problem to `say`, which knows who reads it.
impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        response.extensions_mut().insert(self);
        response
    }
}

impl From<StoreError> for Problem {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::DiskFull | StoreError::ReadOnly => Problem::CannotWrite,
            StoreError::Stopping => Problem::Unavailable,
            away if away.is_away() => {
                // For the log alone: whoever asks is told to come back.
                tracing::error!("{away}");
                Problem::Unavailable
            }
            other => Problem::Internal(other.to_string()),
        }
    }
}

impl From<CustomerError> for Problem {
    fn from(error: CustomerError) -> Self {
        match error {
            CustomerError::Unknown => Problem::NotFound,
            CustomerError::Store(error) => error.into(),
            refused @ (CustomerError::Refused(_) | CustomerError::ChangedSince) => {
                Problem::Malformed(refused.to_string())
            }
        }
    }
}

impl From<ImportError> for Problem {
    fn from(error: ImportError) -> Self {
        match error {
            ImportError::Unknown => Problem::NotFound,
            ImportError::Store(error) => error.into(),
            ImportError::Customer(error) => error.into(),
            ImportError::Spill(ref cause) if cannot_be_written(cause) => Problem::CannotWrite,
            other @ ImportError::Spill(_) => Problem::Internal(other.to_string()),
            refused @ (ImportError::AnotherIsOpen(_)
            | ImportError::NotPossible(_)
            | ImportError::BroughtNothing
            | ImportError::PartMissing(_)
            | ImportError::FilesChanged) => Problem::Malformed(refused.to_string()),
        }
    }
}

impl From<askama::Error> for Problem {
    fn from(error: askama::Error) -> Self {
        Problem::Internal(format!("a template could not be written: {error}"))
    }
}

impl From<getrandom::Error> for Problem {
    fn from(error: getrandom::Error) -> Self {
        Problem::Internal(format!("the system gives no random numbers: {error}"))
    }
}

impl From<BytesRejection> for Problem {
    fn from(rejection: BytesRejection) -> Self {
        match rejection.status() {
            StatusCode::PAYLOAD_TOO_LARGE => Problem::TooLarge,
            _ => Problem::Malformed(rejection.body_text()),
        }
    }
}

impl From<QueryRejection> for Problem {
    fn from(rejection: QueryRejection) -> Self {
        Problem::Malformed(rejection.body_text())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_disk_without_room_is_no_fault_of_the_files_that_were_sent() {
        let full = ImportError::Spill(io::ErrorKind::StorageFull.into());
        assert_eq!(Problem::from(full), Problem::CannotWrite);
        let broken = ImportError::Spill(io::ErrorKind::InvalidData.into());
        assert!(matches!(Problem::from(broken), Problem::Internal(_)));
    }
}

//! What the rooms refuse, as programs are told it: which field, and why.

use domain::know::contacts::ContactError;
use domain::know::customers::{CustomerError, Refused};
use domain::know::fields::FieldError;
use domain::know::imports::ImportError;
use domain::know::interactions::InteractionError;
use domain::know::lists::ListError;
use domain::know::orders::OrderError;
use domain::know::query::QueryError;
use domain::know::tags::TagError;
use domain::office::settings::SettingsError;
use domain::office::tokens::TokenError;
use store::StoreError;
use store::db::Failure;

use crate::Problem;
use crate::problem::Wrong;

/// Why a change was not made.
#[derive(Debug)]
pub enum Error {
    /// What the program is told.
    Problem(Problem),
    /// The database refused; another try may pass.
    Store(StoreError),
}

impl Failure for Error {
    fn store(&self) -> Option<&StoreError> {
        match self {
            Error::Store(error) => Some(error),
            Error::Problem(_) => None,
        }
    }
}

impl From<Error> for Problem {
    fn from(error: Error) -> Self {
        match error {
            Error::Problem(problem) => problem,
            Error::Store(error) => error.into(),
        }
    }
}

impl From<Problem> for Error {
    fn from(problem: Problem) -> Self {
        Error::Problem(problem)
    }
}

impl From<StoreError> for Error {
    fn from(error: StoreError) -> Self {
        Error::Store(error)
    }
}

impl From<TokenError> for Error {
    fn from(error: TokenError) -> Self {
        match error {
            TokenError::Store(error) => Error::Store(error),
            other @ (TokenError::NoName
            | TokenError::NoRights
            | TokenError::NotHeld(_)
            | TokenError::Unknown
            | TokenError::NoRandomness(_)) => Problem::Internal(other.to_string()).into(),
        }
    }
}

impl From<CustomerError> for Error {
    fn from(error: CustomerError) -> Self {
        match error {
            CustomerError::Refused(refused) => {
                let each = refused.into_iter();
                refusal(each.map(|(field, why)| Wrong::new(field.name(), code(why), why)))
            }
            CustomerError::ChangedSince => Problem::ChangedSince.into(),
            CustomerError::Unknown => Problem::NotFound.into(),
            CustomerError::Store(error) => Error::Store(error),
        }
    }
}

impl From<ContactError> for Error {
    fn from(error: ContactError) -> Self {
        match error {
            ContactError::Refused(refused) => {
                let each = refused.into_iter();
                refusal(each.map(|(part, why)| Wrong::new(part.name(), code(why), why)))
            }
            ContactError::TooMany(_) => Problem::Conflict(error.to_string()).into(),
            ContactError::ChangedSince => Problem::ChangedSince.into(),
            ContactError::Unknown => Problem::NotFound.into(),
            ContactError::Customer(error) => error.into(),
            ContactError::Store(error) => Error::Store(error),
        }
    }
}

impl From<InteractionError> for Error {
    fn from(error: InteractionError) -> Self {
        let (field, code) = match error {
            InteractionError::Empty => ("text", "missing"),
            InteractionError::TooLong(_) => ("text", "too_long"),
            InteractionError::InFuture => ("at", "in_future"),
            InteractionError::NothingToFollow | InteractionError::NotStaff => {
                return Problem::Conflict(error.to_string()).into();
            }
            InteractionError::Unknown => return Problem::NotFound.into(),
            InteractionError::Customer(error) => return error.into(),
            InteractionError::Store(error) => return Error::Store(error),
        };
        refusal([Wrong::new(field, code, &error)])
    }
}

impl From<OrderError> for Error {
    fn from(error: OrderError) -> Self {
        match error {
            OrderError::TooManyLines => refusal([Wrong::new("lines", "too_long", &error)]),
            OrderError::Refused(part) => refusal([Wrong::new(part.name(), "not_one", &error)]),
            OrderError::CodeTaken | OrderError::NotPossible { .. } => {
                Problem::Conflict(error.to_string()).into()
            }
            OrderError::ChangedSince => Problem::ChangedSince.into(),
            OrderError::Unknown => Problem::NotFound.into(),
            OrderError::Customer(error) => error.into(),
            OrderError::Store(error) => Error::Store(error),
        }
    }
}

impl From<TagError> for Error {
    fn from(error: TagError) -> Self {
        match error {
            TagError::NotOne(_) => refusal([Wrong::new("tags", "not_one", &error)]),
            TagError::TooMany => refusal([Wrong::new("tags", "too_long", &error)]),
            TagError::Customer(error) => error.into(),
            TagError::Store(error) => Error::Store(error),
        }
    }
}

impl From<ImportError> for Error {
    fn from(error: ImportError) -> Self {
        match error {
            ImportError::Unknown => Problem::NotFound.into(),
            ImportError::Customer(error) => error.into(),
            ImportError::Store(error) => Error::Store(error),
            other @ ImportError::Spill(_) => Problem::from(other).into(),
            other @ (ImportError::AnotherIsOpen(_)
            | ImportError::NotPossible(_)
            | ImportError::BroughtNothing
            | ImportError::PartMissing(_)
            | ImportError::FilesChanged) => Problem::Conflict(other.to_string()).into(),
        }
    }
}

/// A value of a field of the business, which `key` stands for.
pub fn of_field(key: &str, error: FieldError) -> Error {
    match error {
        FieldError::Refused(why) => refusal([Wrong::new(key, code(why), why)]),
        FieldError::Customer(error) => error.into(),
        FieldError::Store(error) => Error::Store(error),
        other @ (FieldError::NoName
        | FieldError::NameTaken
        | FieldError::NoChoices
        | FieldError::OtherType
        | FieldError::TooMany
        | FieldError::Unknown) => refusal([Wrong::new(key, "not_one", other)]),
    }
}

impl From<QueryError> for Error {
    fn from(error: QueryError) -> Self {
        refusal([Wrong::new("q", "not_one", &error)])
    }
}

impl From<ListError> for Error {
    fn from(error: ListError) -> Self {
        match error {
            ListError::Query(error) => error.into(),
            ListError::Settings(SettingsError::Store(error)) | ListError::Store(error) => {
                Error::Store(error)
            }
            ListError::Settings(error) => Problem::from(error).into(),
        }
    }
}

fn refusal(wrong: impl IntoIterator<Item = Wrong>) -> Error {
    Problem::Refused(wrong.into_iter().collect()).into()
}

/// Why a field was not taken, for programs.
fn code(why: Refused) -> &'static str {
    match why {
        Refused::Missing => "missing",
        Refused::TooLong(_) => "too_long",
        Refused::Taken => "taken",
        Refused::NotOne => "not_one",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_database_says_while_the_settings_are_read_stays_its_own() {
        let settings = || ListError::Settings(SettingsError::Store(StoreError::DiskFull));
        assert!(matches!(Error::from(settings()).store(), Some(StoreError::DiskFull)));
        assert_eq!(Problem::from(Error::from(settings())), Problem::CannotWrite);
    }
}

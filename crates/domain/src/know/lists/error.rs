//! Why a list cannot be given.

use store::StoreError;

use crate::know::query::{QueryError, Why};
use crate::office::settings::SettingsError;

/// Why a list cannot be given.
#[derive(Debug, thiserror::Error)]
pub enum ListError {
    /// The query names somebody or something that is not there.
    #[error(transparent)]
    Query(#[from] QueryError),
    /// The settings cannot be read.
    #[error(transparent)]
    Settings(#[from] SettingsError),
    /// The database refused.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl ListError {
    /// A word of a query that nothing in the record answers to.
    pub(super) fn unknown(word: &str, why: Why) -> Self {
        QueryError { word: word.to_owned(), why }.into()
    }
}

impl store::db::Failure for ListError {
    fn store(&self) -> Option<&StoreError> {
        match self {
            ListError::Store(error) => Some(error),
            ListError::Settings(error) => error.store(),
            ListError::Query(_) => None,
        }
    }
}

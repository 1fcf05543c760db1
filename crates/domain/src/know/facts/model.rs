//! Which files count, and why something about them was not done.

use store::StoreError;
use store::db::Failure;

use super::FilesError;

/// A whole of files, made from the start of the log on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Generation(pub i64);

impl Generation {
    /// The name under which it reads the log.
    pub fn reader(self) -> String {
        format!("facts-{}", self.0)
    }
}

/// Why something about facts was not done.
#[derive(Debug, thiserror::Error)]
pub enum FactsError {
    /// The files could not be written or read.
    #[error("{0}")]
    Files(#[source] FilesError),
    /// Somebody else was faster; nothing of this was kept.
    #[error("another process has merged these files meanwhile")]
    Overtaken,
    /// The database refused.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Failure for FactsError {
    fn store(&self) -> Option<&StoreError> {
        match self {
            FactsError::Store(error) => Some(error),
            FactsError::Files(_) | FactsError::Overtaken => None,
        }
    }
}

impl From<FilesError> for FactsError {
    fn from(error: FilesError) -> Self {
        Self::Files(error)
    }
}

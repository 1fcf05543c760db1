//! Why something about an import was not done.

use std::io;

use store::StoreError;

use super::{ImportId, State};
use crate::know::customers::CustomerError;

/// Why something about an import was not done.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// One at a time.
    #[error("another import is open: resume or discard {0} first")]
    AnotherIsOpen(ImportId),
    /// Its state does not allow it.
    #[error("an import that is {} cannot be treated so", .0.name())]
    NotPossible(State),
    /// All that it came with was in the record before.
    #[error("the import brought nothing: there is nothing to take back")]
    BroughtNothing,
    /// A part came out of order.
    #[error("part {0} of the files has not been staged: resume the import")]
    PartMissing(u32),
    /// The files are no longer what they were when the import began.
    #[error("the files have changed since the import began: discard it and import them again")]
    FilesChanged,
    /// No such import.
    #[error("there is no such import")]
    Unknown,
    /// What does not fit in memory cannot be put aside.
    #[error("numbers of orders cannot be put aside in a temporary file: free the disk")]
    Spill(#[source] io::Error),
    /// A customer was refused.
    #[error(transparent)]
    Customer(#[from] CustomerError),
    /// The database refused.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl store::db::Failure for ImportError {
    fn store(&self) -> Option<&StoreError> {
        match self {
            ImportError::Store(error) => Some(error),
            ImportError::Customer(error) => error.store(),
            ImportError::AnotherIsOpen(_)
            | ImportError::NotPossible(_)
            | ImportError::BroughtNothing
            | ImportError::PartMissing(_)
            | ImportError::FilesChanged
            | ImportError::Spill(_)
            | ImportError::Unknown => None,
        }
    }
}

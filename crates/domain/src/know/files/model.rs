//! A file that belongs to an interaction, and what happens to one.

use serde::{Deserialize, Serialize};
use store::StoreError;
use store::blobs::{Arrived, BlobError, BlobHash};
use store::log::Event;

use crate::know::interactions::{InteractionError, InteractionId};

store::id! {
    /// Of a file that belongs to something.
    AttachmentId
}

/// A file to be added.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewFile {
    /// What it was called where it came from.
    pub name: String,
    /// Its bytes, which are on the disk already.
    pub arrived: Arrived,
}

/// A file that belongs to an interaction.
#[derive(Debug, Clone, PartialEq, Eq, store::Row)]
pub struct Attachment {
    /// Which.
    pub id: AttachmentId,
    /// To what it belongs.
    pub interaction: InteractionId,
    /// What its bytes are kept under.
    #[row(try_from = "String")]
    pub hash: BlobHash,
    /// What it is called.
    pub name: String,
    /// So many bytes.
    pub size: i64,
    /// What its bytes say it is, as a media type.
    pub sniffed: String,
    /// Taken out of sight.
    pub removed: bool,
}

/// A file was added.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileAttached {
    /// Which.
    pub file: AttachmentId,
    /// What it is called.
    pub name: String,
    /// So many bytes.
    pub size: i64,
    /// What its bytes say it is.
    pub sniffed: String,
    /// What they are kept under.
    pub hash: String,
}

impl FileAttached {
    pub(super) fn of(attachment: &Attachment) -> Self {
        Self {
            file: attachment.id,
            name: attachment.name.clone(),
            size: attachment.size,
            sniffed: attachment.sniffed.clone(),
            hash: attachment.hash.to_string(),
        }
    }
}

impl Event for FileAttached {
    const KIND: &'static str = "interaction.file_attached";
}

/// A file was taken out of sight.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileRemoved {
    /// Which.
    pub file: AttachmentId,
    /// What it is called.
    pub name: String,
}

impl Event for FileRemoved {
    const KIND: &'static str = "interaction.file_removed";
}

/// A file was brought back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileRestored {
    /// Which.
    pub file: AttachmentId,
    /// What it is called.
    pub name: String,
}

impl Event for FileRestored {
    const KIND: &'static str = "interaction.file_restored";
}

/// Why something about a file was not done.
#[derive(Debug, thiserror::Error)]
pub enum FileError {
    /// More than anybody looks at.
    #[error("more than {0} files belong to this already: remove some, or write down another")]
    TooMany(usize),
    /// It arrived, or was removed, so long ago that it was swept away.
    #[error("the file is not kept any more: send it again")]
    NotKept,
    /// No such file, or it has been removed.
    #[error("there is no such file, or it has been removed")]
    Unknown,
    /// Something about what it belongs to.
    #[error(transparent)]
    Interaction(#[from] InteractionError),
    /// Its bytes could not be had or kept.
    #[error(transparent)]
    Blob(BlobError),
    /// The database refused.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl store::db::Failure for FileError {
    fn store(&self) -> Option<&StoreError> {
        match self {
            FileError::Store(error) => Some(error),
            FileError::Interaction(error) => error.store(),
            FileError::Blob(error) => error.store(),
            FileError::TooMany(_) | FileError::NotKept | FileError::Unknown => None,
        }
    }
}

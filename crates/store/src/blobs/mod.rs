//! Files: receipts, photos, mails, kept under the SHA-256 of their bytes.
//!
//! A file arrives before it is used: [`Blobs::receive`] writes it down for
//! good, [`Tx::keep_blob`](crate::Tx::keep_blob) says, in the transaction of a
//! change, what uses it. So whatever a change refers to is on the disk before
//! the change is. What nothing uses any more is swept after a day; until then
//! the same bytes may arrive again and be kept.
//!
//! What a file is, is read from its bytes, never from its name, and it is
//! served only as something a browser does not run.

mod folder;
mod hash;
mod keeping;
mod sniff;
mod sweep;

use std::io;
use std::path::PathBuf;

use tokio::io::AsyncRead;

use crate::db::Failure;
use crate::{Db, StoreError};

pub use hash::BlobHash;
pub use keeping::{Blob, UsedBy};
pub use sniff::{ServedAs, served_as};

pub(crate) use folder::Folder;

/// Why a file was not taken, given or kept.
#[derive(Debug, thiserror::Error)]
pub enum BlobError {
    /// It is larger than its place allows; nothing of it was kept.
    #[error("the file is larger than {limit} bytes: send a smaller one")]
    TooLarge {
        /// The most bytes there may be.
        limit: u64,
    },
    /// Whoever sent it stopped half-way; nothing of it was kept.
    #[error("the file did not arrive whole: {0}: send it again")]
    NotWhole(#[source] io::Error),
    /// It arrived so long ago that it was swept before anything used it.
    #[error("the file {0} is not kept any more: send it again")]
    Swept(BlobHash),
    /// The record knows it, its folder does not have it.
    #[error("the file {0} is missing from its folder: restore it from a backup")]
    Missing(BlobHash),
    /// The folder of files could not be read or written.
    #[error("the folder of files answered, at {path}: {cause}")]
    Folder {
        /// Where.
        path: String,
        /// What the system said.
        #[source]
        cause: io::Error,
    },
    /// The database refused it.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Failure for BlobError {
    fn store(&self) -> Option<&StoreError> {
        match self {
            BlobError::Store(error) => Some(error),
            BlobError::TooLarge { .. }
            | BlobError::NotWhole(_)
            | BlobError::Swept(_)
            | BlobError::Missing(_)
            | BlobError::Folder { .. } => None,
        }
    }
}

/// The files of one business. Cheap to clone.
#[derive(Clone)]
pub struct Blobs {
    db: Db,
    folder: Folder,
}

/// A file that is on the disk for good, and that nothing uses yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Arrived {
    /// Its name from now on.
    pub hash: BlobHash,
    /// So many bytes.
    pub size: u64,
    /// What its bytes say it is, as a media type.
    pub sniffed: String,
}

impl Blobs {
    /// The files in a folder, which is made with the first one.
    pub fn new(db: Db, folder: impl Into<PathBuf>) -> Self {
        Self { db, folder: Folder::new(folder.into()) }
    }

    /// Takes a file in, `limit` bytes at most, and writes it down durably. The
    /// same bytes are kept once, however often they arrive.
    ///
    /// # Errors
    /// Where it is too large, does not arrive whole, or cannot be written.
    pub async fn receive(
        &self,
        from: impl AsyncRead + Unpin + Send,
        limit: u64,
    ) -> Result<Arrived, BlobError> {
        let incoming = self.folder.receive(from, limit).await?;
        let arrived = incoming.arrived().clone();
        // Before the file gets its name: from here on no sweep takes it away
        // for a day, and the row leads every later sweep to it.
        self.db
            .write(crate::log::Actor::System, async move |tx| tx.expect_blob(&arrived).await)
            .await?;
        incoming.settle().await
    }

    /// A file, to be read from its start.
    ///
    /// # Errors
    /// [`BlobError::Missing`], and where the folder cannot be read.
    pub async fn open(&self, hash: BlobHash) -> Result<tokio::fs::File, BlobError> {
        self.folder.open(hash).await
    }

    /// Where the bytes of a file are, for who reads them more than once; they stay
    /// there while something uses them.
    ///
    /// # Errors
    /// As [`Blobs::open`].
    pub async fn path(&self, hash: BlobHash) -> Result<PathBuf, BlobError> {
        self.folder.open(hash).await?;
        Ok(self.folder.path_of(hash))
    }
}

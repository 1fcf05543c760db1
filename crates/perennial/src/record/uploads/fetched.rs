//! The files of an upload where they can be read, and the table of the rows
//! that were not taken.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use documents::orders::{ReadError, Sources};
use domain::know::uploads::{self, UploadId};
use store::Db;
use store::blobs::{Arrived, Blobs};
use tempfile::TempDir;
use tokio::fs::File;

/// Files where they are kept: there may be no room for a second copy of them.
pub struct Fetched {
    files: Vec<(String, PathBuf)>,
    /// So many bytes.
    pub bytes: u64,
    /// Of the table, which is gone with it.
    folder: TempDir,
}

impl Fetched {
    /// Those of an upload.
    pub async fn of(db: &Db, blobs: &Blobs, id: UploadId) -> Result<Self> {
        let uploaded = uploads::uploaded(&mut db.reader().await?.snapshot(), id).await?;
        let folder = TempDir::new().context("no folder for temporary files")?;
        let (mut files, mut bytes) = (Vec::new(), 0);
        for file in uploaded {
            bytes += file.size.unsigned_abs();
            files.push((file.name, blobs.path(file.hash).await?));
        }
        Ok(Self { files, bytes, folder })
    }

    /// The files, open and known by the names they were sent under.
    pub fn sources(&self) -> Result<Sources, ReadError> {
        Sources::named(&self.files)
    }

    /// Where the table of the rows can be written that are not taken.
    pub fn refused(&self) -> PathBuf {
        self.folder.path().join("refused.csv")
    }
}

/// Keeps the table of the rows that were not taken with the files of the
/// business.
pub async fn keep(table: &Path, blobs: &Blobs) -> Result<Arrived> {
    let mut table = File::open(table).await.context("the table of rows is gone")?;
    Ok(blobs.receive(&mut table, u64::MAX).await?)
}

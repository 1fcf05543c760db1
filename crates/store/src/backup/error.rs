//! Why a backup could not be taken, trusted or restored.

use std::io;
use std::path::Path;

use tokio::task::spawn_blocking;

use crate::StoreError;

/// Why a backup could not be taken, trusted or restored.
#[derive(Debug, thiserror::Error)]
pub enum BackupError {
    /// The database refused it.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A file or folder could not be read or written.
    #[error("{path}: {cause}")]
    Files {
        /// Where.
        path: String,
        /// What the system said.
        #[source]
        cause: io::Error,
    },
    /// A backup of this second is there already.
    #[error("{0} is there already: try again in a second")]
    Taken(String),
    /// There is no backup here.
    #[error("{0} is not a backup: name a folder that holds a manifest.json")]
    NotABackup(String),
    /// Its name says that it was never finished.
    #[error("{0} is a backup that was not finished: use another one")]
    Unfinished(String),
    /// What is in the backup is not what was put there.
    #[error("{file} of the backup is damaged, {why}: use another backup")]
    Damaged {
        /// Which file of it.
        file: String,
        /// How that shows.
        why: String,
    },
    /// The database itself is damaged, so a copy of it is of no use.
    #[error("the database is damaged, {0}: restore the last good backup")]
    DatabaseDamaged(String),
    /// The backup is of the other kind of database.
    #[error("the backup is of {backup}, it cannot be restored into {place}")]
    OtherKind {
        /// What it is of.
        backup: String,
        /// Where it was to go.
        place: &'static str,
    },
    /// A later version of the program, or another program, wrote it.
    #[error(
        "the backup is at version {0}, which this program does not know: use the later program"
    )]
    Unknown(i64),
    /// A record is where the backup was to go.
    #[error("{0} holds a record already: restore elsewhere, or say that it is to be replaced")]
    Occupied(String),
    /// Something has the record open that was to be replaced.
    #[error("{0} is in use: stop the program first")]
    InUse(String),
    /// Tables refer to one another in a circle, so that no order loads them.
    #[error("the tables {0} refer to one another in a circle and cannot be loaded again")]
    Circle(String),
}

impl From<rusqlite::Error> for BackupError {
    fn from(error: rusqlite::Error) -> Self {
        BackupError::Store(error.into())
    }
}

impl From<sqlx::Error> for BackupError {
    fn from(error: sqlx::Error) -> Self {
        BackupError::Store(error.into())
    }
}

/// What the system said of a path.
pub(super) fn at(path: &Path) -> impl Fn(io::Error) -> BackupError + use<> {
    let path = path.display().to_string();
    move |cause| BackupError::Files { path: path.clone(), cause }
}

pub(super) fn damaged(file: &str, why: impl Into<String>) -> BackupError {
    BackupError::Damaged { file: file.into(), why: why.into() }
}

/// Runs what takes long and never waits for anybody, away from the threads
/// that serve.
pub(super) async fn in_background<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, BackupError> + Send + 'static,
) -> Result<T, BackupError> {
    spawn_blocking(work).await.unwrap_or(Err(StoreError::Defect.into()))
}

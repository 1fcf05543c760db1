//! What the room asks of whoever keeps the files.

use chrono::{DateTime, Utc};
use kernel::facts::{FactFile, FactKind, Facts};

/// Why a file could not be kept or read.
pub type FilesError = Box<dyn std::error::Error + Send + Sync>;

/// Keeps facts in files, each under a name from [`super::names`], and never
/// changes one.
pub trait Files: Send + Sync + 'static {
    /// Writes facts down, durably.
    fn write(
        &self,
        facts: Facts,
        now: DateTime<Utc>,
    ) -> impl Future<Output = Result<Vec<FactFile>, FilesError>> + Send;

    /// Makes of several files of one kind as few as can be: of `all` there are,
    /// or only of some, in which what is gone stays to be known.
    fn merge(
        &self,
        kind: FactKind,
        files: Vec<FactFile>,
        all: bool,
        now: DateTime<Utc>,
    ) -> impl Future<Output = Result<Vec<FactFile>, FilesError>> + Send;

    /// The names of all files of a kind that are there.
    fn names(&self, kind: FactKind)
    -> impl Future<Output = Result<Vec<String>, FilesError>> + Send;

    /// Removes a file, if it is there.
    fn remove(
        &self,
        kind: FactKind,
        name: String,
    ) -> impl Future<Output = Result<(), FilesError>> + Send;

    /// Removes what is left of files whose writing was broken off before a
    /// moment.
    fn remove_unfinished(
        &self,
        before: DateTime<Utc>,
    ) -> impl Future<Output = Result<(), FilesError>> + Send;
}

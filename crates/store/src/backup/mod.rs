//! Safety copies of the whole record: database and files, in one folder.
//!
//! A backup is taken while writers go on and shows one moment. It is a folder:
//! `manifest.json` says what must be in it, `manifest.json.sha256` that the
//! manifest is whole (`sha256sum -c` reads it), then the database, packed with
//! zstd, and `blobs/`, the files under their hashes. Files are hard links where
//! the disk allows: a copy of what is never changed costs nothing.
//!
//! Until it is written, synced and verified its name ends in `.partial`; one
//! rename makes it a backup. Restoring is all or nothing too, and never over a
//! record that is there unless told so.

mod error;
mod files;
mod manifest;
mod packed;
mod partial;
mod postgres;
mod restore;
mod sqlite;
mod verify;

use std::path::{Path, PathBuf};

use kernel::Clock;

use crate::blobs::BlobHash;
use crate::db::Place;

pub use error::BackupError;
pub use manifest::{Manifest, Migration, Part, Sequence, Table};
pub use restore::{Existing, restore};
pub use verify::verify;

use error::in_background;
use partial::Partial;

/// All that one business has: its database and its files.
#[derive(Debug, Clone)]
pub struct Record {
    /// Where the database is.
    pub place: Place,
    /// The folder of its files.
    pub blobs: PathBuf,
}

/// A backup that is whole and verified.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Backup {
    /// Its folder.
    pub path: PathBuf,
    /// What is in it.
    pub manifest: Manifest,
}

/// What was found in a database at one moment, and where it was put.
struct Dump {
    migrations: Vec<Migration>,
    tables: Vec<Table>,
    sequences: Vec<Sequence>,
    parts: Vec<Part>,
    blobs: Vec<BlobHash>,
}

/// Takes a backup into a folder of its own below `into`, named after the
/// moment, and verifies it.
///
/// A file that is missing or damaged in the record itself does not keep the
/// rest from being saved: the manifest names it among `lost_blobs`.
///
/// # Errors
/// Where the record cannot be read, the backup not be written, or what was
/// written does not verify. Nothing that looks like a backup is left then.
pub async fn backup(
    record: &Record,
    into: &Path,
    clock: &dyn Clock,
) -> Result<Backup, BackupError> {
    let taken_at = clock.now();
    let name = format!("perennial-{}", taken_at.format("%Y%m%dT%H%M%SZ"));
    let partial = Partial::begin(into, &name)?;
    let dump = match &record.place {
        Place::Sqlite(path) => sqlite::dump(path, partial.path()).await?,
        Place::Postgres(options) => postgres::dump(options, partial.path()).await?,
    };
    let (from, to) = (record.blobs.clone(), files::folder_in(partial.path()));
    let saved = in_background(move || files::save(&from, &to, &dump.blobs)).await?;
    let folder = partial.path().to_path_buf();
    let list = saved.list.clone();
    let blobs = in_background(move || packed::pack(&folder, files::LIST, list.as_bytes())).await?;
    let manifest = Manifest {
        format: manifest::FORMAT,
        program: env!("CARGO_PKG_VERSION").into(),
        database: manifest::kind_of(&record.place).into(),
        taken_at,
        migrations: dump.migrations,
        tables: dump.tables,
        sequences: dump.sequences,
        parts: dump.parts,
        blobs,
        lost_blobs: saved.lost.iter().map(ToString::to_string).collect(),
    };
    manifest.write(partial.path())?;
    verify::check(partial.path(), &manifest).await?;
    let path = partial.finish()?;
    Ok(Backup { path, manifest })
}

/// The latest backup below a folder, by its manifest; none where there is none
/// or none that can be read.
///
/// # Errors
/// Where the folder cannot be read.
pub fn latest(folder: &Path) -> Result<Option<Backup>, BackupError> {
    let mut names = partial::finished(folder)?;
    names.sort();
    let read = |path: PathBuf| Manifest::read(&path).ok().map(|manifest| Backup { path, manifest });
    Ok(names.into_iter().rev().find_map(read))
}

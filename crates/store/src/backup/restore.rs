//! Putting a record back: all of it or nothing.

use std::path::Path;

use super::error::in_background;
use super::verify::{files_of, verify};
use super::{BackupError, Manifest, Migration, Record, files, manifest, postgres, sqlite};
use crate::db::Place;
use crate::migrate;

/// What becomes of a record that is where a backup is to go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Existing {
    /// It stays, and the backup is not restored.
    Keep,
    /// It is replaced.
    Replace,
}

/// Restores a backup, after verifying it. Files that the place has already
/// stay; the database comes last and at once, so a restore that is cut short
/// leaves what was there before.
///
/// # Errors
/// Where the backup is damaged or of another kind, the place is occupied or in
/// use, or cannot be written.
pub async fn restore(
    backup: &Path,
    to: &Record,
    existing: Existing,
) -> Result<Manifest, BackupError> {
    let manifest = Manifest::read(backup)?;
    let place = manifest::kind_of(&to.place);
    if manifest.database != place {
        return Err(BackupError::OtherKind { backup: manifest.database, place });
    }
    is_known(&manifest, &to.place)?;
    match &to.place {
        Place::Sqlite(path) => sqlite::refuse_if_occupied(path, existing)?,
        Place::Postgres(options) => postgres::refuse_if_occupied(options, existing).await?,
    }
    let manifest = verify(backup).await?;
    let hashes = files_of(backup, &manifest).await?;
    let (from, into) = (files::folder_in(backup), to.blobs.clone());
    in_background(move || files::put_back(&from, &into, &hashes)).await?;
    match &to.place {
        Place::Sqlite(path) => sqlite::restore(backup, &manifest, path, existing).await?,
        Place::Postgres(options) => postgres::load(backup, &manifest, options, existing).await?,
    }
    Ok(manifest)
}

/// Refuses what this program could not open afterwards.
fn is_known(manifest: &Manifest, place: &Place) -> Result<(), BackupError> {
    let migrator = match place {
        Place::Sqlite(_) => &migrate::SQLITE,
        Place::Postgres(_) => &migrate::POSTGRES,
    };
    let known: Vec<Migration> = migrator
        .iter()
        .map(|migration| Migration::from((migration.version, migration.checksum.to_vec())))
        .collect();
    match manifest.migrations.iter().find(|migration| !known.contains(migration)) {
        Some(unknown) => Err(BackupError::Unknown(unknown.version)),
        None => Ok(()),
    }
}

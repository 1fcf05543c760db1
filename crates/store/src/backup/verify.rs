//! Whether a backup is what it was when it was taken.

use std::path::Path;

use super::error::{damaged, in_background};
use super::manifest::SQLITE;
use super::partial::Partial;
use super::{BackupError, Manifest, files, packed, sqlite};
use crate::blobs::BlobHash;

/// Checks every byte of a backup, and on SQLite that the database in it is
/// whole; for that it is unpacked beside the backup for a while.
///
/// # Errors
/// What is wrong with it first.
pub async fn verify(backup: &Path) -> Result<Manifest, BackupError> {
    let manifest = Manifest::read(backup)?;
    check(backup, &manifest).await?;
    Ok(manifest)
}

pub(super) async fn check(backup: &Path, manifest: &Manifest) -> Result<(), BackupError> {
    if manifest.database == SQLITE {
        let beside = backup.parent().filter(|folder| !folder.as_os_str().is_empty());
        let beside = beside.unwrap_or(Path::new("."));
        let name = backup.file_stem().unwrap_or_default().to_string_lossy();
        let unpacked = Partial::begin(beside, &format!("{name}-verified"))?;
        sqlite::unpack(backup, manifest, &unpacked.path().join("record.db")).await?;
    } else {
        check_tables(backup, manifest).await?;
    }
    let hashes = files_of(backup, manifest).await?;
    let folder = files::folder_in(backup);
    in_background(move || files::check(&folder, &hashes)).await
}

async fn check_tables(backup: &Path, manifest: &Manifest) -> Result<(), BackupError> {
    if manifest.tables.len() != manifest.parts.len() {
        return Err(damaged("manifest.json", "every table has one part"));
    }
    let (folder, manifest) = (backup.to_path_buf(), manifest.clone());
    in_background(move || {
        for (table, part) in manifest.tables.iter().zip(&manifest.parts) {
            let rows = packed::unpack(&folder, part, |_| Ok(()))?;
            if rows != table.rows {
                return Err(damaged(&part.file, format!("it has {rows} rows of {}", table.rows)));
            }
        }
        Ok(())
    })
    .await
}

/// The files that a backup holds.
pub(super) async fn files_of(
    backup: &Path,
    manifest: &Manifest,
) -> Result<Vec<BlobHash>, BackupError> {
    let (backup, part) = (backup.to_path_buf(), manifest.blobs.clone());
    in_background(move || {
        let mut list = Vec::new();
        packed::unpack(&backup, &part, |piece| {
            list.extend_from_slice(piece);
            Ok(())
        })?;
        files::read_list(&list)
    })
    .await
}

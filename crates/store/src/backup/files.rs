//! The files of a record on their way into a backup and back.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::BackupError;
use super::error::{at, damaged};
use super::partial::sync;
use crate::blobs::{BlobHash, Folder};

/// The part that lists the files of a backup, one hash a line.
pub(super) const LIST: &str = "blobs.txt.zst";

/// Where the files are in a backup.
pub(super) fn folder_in(backup: &Path) -> PathBuf {
    backup.join("blobs")
}

/// What was saved, and what could not be.
pub(super) struct Saved {
    pub(super) list: String,
    pub(super) lost: Vec<BlobHash>,
}

/// Saves files into a backup.
pub(super) fn save(from: &Path, to: &Path, hashes: &[BlobHash]) -> Result<Saved, BackupError> {
    let (from, to) = (Folder::new(from.into()), Folder::new(to.into()));
    let mut saved = Saved { list: String::new(), lost: Vec::new() };
    for hash in hashes {
        let (source, target) = (from.path_of(*hash), to.path_of(*hash));
        match from.hash_of(*hash) {
            Ok(found) if found == *hash => {}
            Ok(_) => {
                saved.lost.push(*hash);
                continue;
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                saved.lost.push(*hash);
                continue;
            }
            Err(error) => return Err(at(&source)(error)),
        }
        make_parent(&target)?;
        if fs::hard_link(&source, &target).is_err() {
            fs::copy(&source, &target).map_err(at(&target))?;
        }
        saved.list.push_str(&hash.to_string());
        saved.list.push('\n');
    }
    Ok(saved)
}

/// Checks that every file of a list is in the backup, and whole.
pub(super) fn check(folder: &Path, hashes: &[BlobHash]) -> Result<(), BackupError> {
    let folder = Folder::new(folder.into());
    for hash in hashes {
        let name = format!("blobs/{hash}");
        match folder.hash_of(*hash) {
            Ok(found) if found == *hash => {}
            Ok(_) => return Err(damaged(&name, "its bytes are not what they were")),
            Err(error) => return Err(damaged(&name, format!("it cannot be read ({error})"))),
        }
    }
    Ok(())
}

/// Puts files back; those that are there, and whole, stay.
pub(super) fn put_back(backup: &Path, into: &Path, hashes: &[BlobHash]) -> Result<(), BackupError> {
    let (from, to) = (Folder::new(backup.into()), Folder::new(into.into()));
    for hash in hashes {
        let (source, target) = (from.path_of(*hash), to.path_of(*hash));
        if to.hash_of(*hash).is_ok_and(|found| found == *hash) {
            continue;
        }
        make_parent(&target)?;
        let restoring = target.with_extension("restoring");
        fs::copy(&source, &restoring).map_err(at(&restoring))?;
        sync(&restoring)?;
        fs::rename(&restoring, &target).map_err(at(&target))?;
        sync(target.parent().unwrap_or(into))?;
    }
    if !hashes.is_empty() {
        sync(into)?;
    }
    Ok(())
}

/// The hashes of a list.
pub(super) fn read_list(list: &[u8]) -> Result<Vec<BlobHash>, BackupError> {
    let wrong = || damaged(LIST, "it is not a list of files");
    let text = std::str::from_utf8(list).map_err(|_| wrong())?;
    text.lines().map(|line| line.parse().map_err(|_| wrong())).collect()
}

fn make_parent(of: &Path) -> Result<(), BackupError> {
    let parent = of.parent().unwrap_or(of);
    fs::create_dir_all(parent).map_err(at(parent))
}

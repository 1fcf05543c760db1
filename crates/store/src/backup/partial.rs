//! A folder that is not yet what it is to be.
//!
//! It is called `….partial` and locked while somebody fills it. One that nobody
//! holds was left by a process that died; the next to come removes it.

use std::fs::{self, File};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use super::BackupError;
use super::error::at;

const SUFFIX: &str = "partial";

/// Removed with all that is in it, unless it is finished.
pub(super) struct Partial {
    path: PathBuf,
    _held: File,
}

impl Partial {
    pub(super) fn begin(into: &Path, name: &str) -> Result<Self, BackupError> {
        fs::create_dir_all(into).map_err(at(into))?;
        clear_abandoned(into)?;
        let path = into.join(format!("{name}.{SUFFIX}"));
        if into.join(name).exists() || path.exists() {
            return Err(BackupError::Taken(into.join(name).display().to_string()));
        }
        fs::create_dir(&path).map_err(at(&path))?;
        let held = File::open(&path).map_err(at(&path))?;
        held.lock().map_err(at(&path))?;
        Ok(Self { path, _held: held })
    }

    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// Makes all of it durable, then gives it its name.
    pub(super) fn finish(self) -> Result<PathBuf, BackupError> {
        let whole = self.path.with_extension("");
        sync_tree(&self.path)?;
        fs::rename(&self.path, &whole).map_err(at(&whole))?;
        sync(whole.parent().unwrap_or(Path::new(".")))?;
        Ok(whole)
    }
}

impl Drop for Partial {
    fn drop(&mut self) {
        // Not there any more where it is finished; what cannot be removed now
        // the next backup removes.
        let _ = fs::remove_dir_all(&self.path);
    }
}

/// Whether a path is of something unfinished.
pub(super) fn is_partial(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == SUFFIX)
}

/// The folders below `folder` that are finished.
pub(super) fn finished(folder: &Path) -> Result<Vec<PathBuf>, BackupError> {
    let mut found = folders(folder)?;
    found.retain(|path| !is_partial(path));
    Ok(found)
}

fn clear_abandoned(into: &Path) -> Result<(), BackupError> {
    for path in folders(into)?.into_iter().filter(|path| is_partial(path)) {
        let is_abandoned = File::open(&path).is_ok_and(|folder| folder.try_lock().is_ok());
        if is_abandoned {
            match fs::remove_dir_all(&path) {
                // Another backup that begins now clears up as well.
                Err(cause) if cause.kind() != ErrorKind::NotFound => return Err(at(&path)(cause)),
                _ => {}
            }
        }
    }
    Ok(())
}

fn folders(of: &Path) -> Result<Vec<PathBuf>, BackupError> {
    let mut found = Vec::new();
    for entry in fs::read_dir(of).map_err(at(of))? {
        let entry = entry.map_err(at(of))?;
        let kind = entry.file_type().map_err(at(&entry.path()))?;
        let is_ours = entry.file_name().to_string_lossy().starts_with("perennial-");
        if kind.is_dir() && is_ours {
            found.push(entry.path());
        }
    }
    Ok(found)
}

fn sync_tree(folder: &Path) -> Result<(), BackupError> {
    for entry in fs::read_dir(folder).map_err(at(folder))? {
        let path = entry.map_err(at(folder))?.path();
        if path.is_dir() { sync_tree(&path)? } else { sync(&path)? }
    }
    sync(folder)
}

/// Makes a file, or the names in a folder, durable.
pub(super) fn sync(path: &Path) -> Result<(), BackupError> {
    File::open(path).and_then(|opened| opened.sync_all()).map_err(at(path))
}

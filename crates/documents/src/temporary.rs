//! Temporary files that have a name, and are gone at the end however it comes.
//!
//! Such a file is removed when it is dropped, but nothing is dropped in a
//! process that is broken off. Their names are therefore kept here as well, for
//! whoever hears of the end to call [`remove_all`].

use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use tempfile::NamedTempFile;

static NAMES: Mutex<BTreeSet<PathBuf>> = Mutex::new(BTreeSet::new());

fn names() -> MutexGuard<'static, BTreeSet<PathBuf>> {
    NAMES.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Removes all temporary files there are. Only for a process that ends at once:
/// whoever still works with one of them will not find it.
pub fn remove_all() {
    for name in &*names() {
        // There is nobody left to tell that one could not be removed.
        let _removed = std::fs::remove_file(name);
    }
}

/// A temporary file.
#[derive(Debug)]
pub(crate) struct Temporary {
    pub(crate) file: NamedTempFile,
    name: Name,
}

/// The name of a file that is to be removed.
#[derive(Debug)]
struct Name(PathBuf);

impl Drop for Name {
    fn drop(&mut self) {
        names().remove(&self.0);
    }
}

impl Temporary {
    /// The file that `make` makes.
    pub(crate) fn made(make: impl FnOnce() -> io::Result<NamedTempFile>) -> io::Result<Self> {
        // Locked until its name is known: no file is made that would be missed.
        let mut names = names();
        let file = make()?;
        let name = Name(file.path().to_owned());
        names.insert(name.0.clone());
        Ok(Self { file, name })
    }

    /// Where it is.
    pub(crate) fn path(&self) -> &Path {
        &self.name.0
    }

    /// Moves it to `path`, where it stays.
    pub(crate) fn persist(self, path: &Path) -> io::Result<()> {
        self.file.persist(path).map(drop).map_err(|error| error.error)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_known(path: &Path) -> bool {
        names().contains(path)
    }

    #[test]
    fn a_file_is_known_as_long_as_it_is_temporary() {
        let folder = tempfile::tempdir().unwrap();
        let dropped = Temporary::made(|| NamedTempFile::new_in(folder.path())).unwrap();
        let kept = Temporary::made(|| NamedTempFile::new_in(folder.path())).unwrap();
        let paths = [dropped.path().to_owned(), kept.path().to_owned()];
        assert!(paths.iter().all(|path| is_known(path)));
        drop(dropped);
        kept.persist(&folder.path().join("kept")).unwrap();
        assert!(!paths.iter().any(|path| is_known(path) || path.exists()));
        assert!(folder.path().join("kept").exists());
    }
}

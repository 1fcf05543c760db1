//! Where the files are: a folder, or a bucket of an object store.

use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use documents::whole_file::WholeFile;
use kernel::facts::{FactFile, FactKind};

use super::FactsError;
use super::bucket::{Bucket, Object};

/// What a file of facts ends in.
const EXTENSION: &str = "parquet";

/// The folder of the files of facts: in it one for each kind.
#[derive(Debug, Clone)]
pub struct FactFolder {
    root: Root,
}

#[derive(Debug, Clone)]
enum Root {
    Disk(PathBuf),
    Store(Bucket),
}

/// A file to be read.
pub(super) enum Opened {
    File(File),
    Object(Object),
}

impl FactFolder {
    /// A folder, which is made when the first file is written; or the bucket
    /// that `s3://bucket/folder` names, whose store and keys the variables of
    /// the environment say that all its clients know (`AWS_ENDPOINT`,
    /// `AWS_ACCESS_KEY_ID`, …). A bucket is used from a thread on which the
    /// runtime lets one wait.
    ///
    /// # Errors
    /// Where the bucket cannot be named so, or its variables are not right.
    pub fn at(place: &Path) -> Result<Self, FactsError> {
        let bucket = place.to_str().and_then(|text| text.strip_prefix(Bucket::SCHEME));
        let root = match bucket {
            Some(name) => Root::Store(Bucket::named(name)?),
            None => Root::Disk(place.to_owned()),
        };
        Ok(Self { root })
    }

    #[cfg(test)]
    pub(super) fn in_bucket(bucket: Bucket) -> Self {
        Self { root: Root::Store(bucket) }
    }

    /// Writes a file: whole and for good, or not at all.
    pub(super) fn keep(
        &self,
        kind: FactKind,
        name: &str,
        bytes: Vec<u8>,
    ) -> Result<(), FactsError> {
        let place = place_of(kind, name);
        match &self.root {
            Root::Disk(root) => {
                let path = root.join(&place);
                let write = || -> io::Result<()> {
                    let folder = root.join(kind.name());
                    fs::create_dir_all(&folder)?;
                    let mut file = WholeFile::create(&path)?;
                    file.write_all(&bytes)?;
                    file.finish()?;
                    // A name is on the disk once the folder it stands in is.
                    File::open(&folder)?.sync_all()?;
                    File::open(root)?.sync_all()
                };
                write().map_err(at(&path))
            }
            Root::Store(bucket) => bucket.put(&place, bytes),
        }
    }

    pub(super) fn open(&self, file: &FactFile) -> Result<Opened, FactsError> {
        let place = place_of(file.kind, &file.name);
        match &self.root {
            Root::Disk(root) => {
                let path = root.join(place);
                File::open(&path).map(Opened::File).map_err(at(&path))
            }
            Root::Store(bucket) => bucket.get(&place).map(Opened::Object),
        }
    }

    /// The names of all files of a kind, whether anybody names them or not.
    ///
    /// # Errors
    /// Where they cannot be listed.
    pub fn names(&self, kind: FactKind) -> Result<Vec<String>, FactsError> {
        let mut names: Vec<String> = match &self.root {
            Root::Disk(root) => files_in(&root.join(kind.name()))?,
            Root::Store(bucket) => bucket.list(kind.name())?,
        };
        names.retain_mut(|name| match name.rsplit_once('.') {
            Some((stem, EXTENSION)) => {
                *name = stem.to_owned();
                true
            }
            _ => false,
        });
        names.sort_unstable();
        Ok(names)
    }

    /// Removes what is left of files whose writing was broken off before a
    /// moment. A bucket keeps nothing of those.
    ///
    /// # Errors
    /// Where it cannot be removed.
    pub fn remove_unfinished(&self, before: SystemTime) -> Result<(), FactsError> {
        let Root::Disk(root) = &self.root else { return Ok(()) };
        for kind in FactKind::ALL {
            let folder = root.join(kind.name());
            WholeFile::remove_unfinished(&folder, before).map_err(at(&folder))?;
        }
        Ok(())
    }

    /// Removes a file, if it is there.
    ///
    /// # Errors
    /// Where it cannot be removed.
    pub fn remove(&self, kind: FactKind, name: &str) -> Result<(), FactsError> {
        let place = place_of(kind, name);
        let removed = match &self.root {
            Root::Disk(root) => {
                let path = root.join(place);
                fs::remove_file(&path).map_err(at(&path))
            }
            Root::Store(bucket) => bucket.remove(&place),
        };
        match removed {
            Err(error) if !error.is_missing_file() => Err(error),
            _ => Ok(()),
        }
    }
}

fn place_of(kind: FactKind, name: &str) -> String {
    format!("{}/{name}.{EXTENSION}", kind.name())
}

/// The names of the files in a folder; none where there is no folder yet.
fn files_in(folder: &Path) -> Result<Vec<String>, FactsError> {
    let list = || -> io::Result<Vec<String>> {
        let mut names = Vec::new();
        for entry in fs::read_dir(folder)? {
            names.push(entry?.file_name().to_string_lossy().into_owned());
        }
        Ok(names)
    };
    match list() {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Vec::new()),
        listed => listed.map_err(at(folder)),
    }
}

fn at(path: &Path) -> impl FnOnce(io::Error) -> FactsError + '_ {
    move |source| FactsError::Io { name: path.display().to_string(), source }
}

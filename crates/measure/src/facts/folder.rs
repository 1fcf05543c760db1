//! Where the files are.

use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use documents::whole_file::WholeFile;
use kernel::facts::{FactFile, FactKind};

use super::FactsError;

/// What a file of facts ends in.
const EXTENSION: &str = "parquet";

/// The folder of the files of facts: in it one for each kind.
#[derive(Debug, Clone)]
pub struct FactFolder {
    root: PathBuf,
}

/// A file to be read.
pub(super) enum Opened {
    File(File),
}

impl FactFolder {
    /// A folder, which is made when the first file is written.
    #[must_use]
    pub fn at(root: &Path) -> Self {
        Self { root: root.to_owned() }
    }

    fn path_of(&self, kind: FactKind, name: &str) -> PathBuf {
        self.root.join(kind.name()).join(format!("{name}.{EXTENSION}"))
    }

    /// Writes a file: whole and on the disk, or not at all.
    pub(super) fn keep(&self, kind: FactKind, name: &str, bytes: &[u8]) -> Result<(), FactsError> {
        let path = self.path_of(kind, name);
        let write = || -> io::Result<()> {
            fs::create_dir_all(self.root.join(kind.name()))?;
            let mut file = WholeFile::create(&path)?;
            file.write_all(bytes)?;
            file.finish()
        };
        write().map_err(at(&path))
    }

    pub(super) fn open(&self, file: &FactFile) -> Result<Opened, FactsError> {
        let path = self.path_of(file.kind, &file.name);
        File::open(&path).map(Opened::File).map_err(at(&path))
    }

    /// The names of all files of a kind, whether anybody names them or not.
    ///
    /// # Errors
    /// Where the folder cannot be read.
    pub fn names(&self, kind: FactKind) -> Result<Vec<String>, FactsError> {
        let folder = self.root.join(kind.name());
        let list = || -> io::Result<Vec<String>> {
            let mut names = Vec::new();
            for entry in fs::read_dir(&folder)? {
                let path = entry?.path();
                let is_ours = path.extension().is_some_and(|extension| extension == EXTENSION);
                if let Some(name) = path.file_stem().filter(|_| is_ours) {
                    names.push(name.to_string_lossy().into_owned());
                }
            }
            names.sort_unstable();
            Ok(names)
        };
        match list() {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Vec::new()),
            listed => listed.map_err(at(&folder)),
        }
    }

    /// Removes a file, if it is there.
    ///
    /// # Errors
    /// Where it cannot be removed.
    pub fn remove(&self, kind: FactKind, name: &str) -> Result<(), FactsError> {
        let path = self.path_of(kind, name);
        match fs::remove_file(&path) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(at(&path)(error)),
            _ => Ok(()),
        }
    }
}

fn at(path: &Path) -> impl FnOnce(io::Error) -> FactsError + '_ {
    move |source| FactsError::Io { name: path.display().to_string(), source }
}

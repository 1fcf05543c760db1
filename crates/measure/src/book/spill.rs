//! A temporary file for what does not fit in memory.

use std::fs::File;
use std::io::{self, Write};
use std::path::Path;

/// A temporary file that is written at its end and read anywhere. It has no
/// name, so the system takes it back when the process ends, however it ends.
#[derive(Debug)]
pub(crate) struct SpillFile {
    file: File,
    length: u64,
}

impl SpillFile {
    /// A new file in `folder`, or in the system's folder for temporary files.
    fn new(folder: Option<&Path>) -> io::Result<Self> {
        let file = match folder {
            Some(folder) => tempfile::tempfile_in(folder)?,
            None => tempfile::tempfile()?,
        };
        Ok(Self { file, length: 0 })
    }

    /// The file in `place`, made where there is none yet.
    pub(crate) fn open<'f>(
        place: &'f mut Option<Self>,
        folder: Option<&Path>,
    ) -> io::Result<&'f mut Self> {
        match place {
            Some(file) => Ok(file),
            None => Ok(place.insert(Self::new(folder)?)),
        }
    }

    /// Writes `bytes` at the end and says where they start.
    pub(crate) fn append(&mut self, bytes: &[u8]) -> io::Result<u64> {
        let offset = self.length;
        self.file.write_all(bytes)?;
        self.length += bytes.len() as u64;
        Ok(offset)
    }

    /// Fills `bytes` with what was written at `offset`.
    #[cfg(unix)]
    pub(crate) fn read_at(&self, bytes: &mut [u8], offset: u64) -> io::Result<()> {
        std::os::unix::fs::FileExt::read_exact_at(&self.file, bytes, offset)
    }

    /// Fills `bytes` with what was written at `offset`.
    #[cfg(windows)]
    pub(crate) fn read_at(&self, mut bytes: &mut [u8], mut offset: u64) -> io::Result<()> {
        while !bytes.is_empty() {
            match std::os::windows::fs::FileExt::seek_read(&self.file, bytes, offset)? {
                0 => return Err(io::ErrorKind::UnexpectedEof.into()),
                read => {
                    bytes = &mut bytes[read..];
                    offset += read as u64;
                }
            }
        }
        Ok(())
    }
}

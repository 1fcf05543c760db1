//! One file: told apart by its content, unpacked, opened.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use tempfile::NamedTempFile;

use super::encoding::{Encoding, LetterStatistics};
use super::error::ReadError;
use super::progress::{NoProgress, Progress};
use crate::temporary::Temporary;

/// One file.
#[derive(Debug)]
pub(crate) struct Source {
    /// As the user named it.
    pub(crate) name: String,
    /// Where it is; standard input is kept in a temporary file.
    pub(crate) path: PathBuf,
    /// Bytes on disk.
    pub(crate) size: u64,
    pub(crate) packing: Packing,
    pub(crate) content: Content,
    /// Whether a line was met that is not UTF-8.
    pub(crate) has_legacy: AtomicBool,
    /// Deletes the temporary file at the end.
    _temporary: Option<Temporary>,
}

/// What a file is packed with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Packing {
    Plain,
    Gzip,
    Zstd,
}

/// What a file holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Content {
    Text(Encoding),
    Workbook,
    Parquet,
}

impl Source {
    /// Standard input, kept in a temporary file.
    pub(crate) fn standard_input(progress: &dyn Progress) -> Result<Self, ReadError> {
        let name = "-".to_owned();
        let temporary = spooled(io::stdin().lock(), progress)
            .map_err(|source| ReadError::Io { file: name.clone(), source })?;
        let path = temporary.path().to_owned();
        Self::open(name, path, Some(temporary))
    }

    /// Opens a file and tells by its content what it is.
    pub(crate) fn open(
        name: String,
        path: PathBuf,
        temporary: Option<Temporary>,
    ) -> Result<Self, ReadError> {
        let at_fault = |source| ReadError::Io { file: name.clone(), source };
        let mut file = File::open(&path).map_err(at_fault)?;
        let size = file.metadata().map_err(at_fault)?.len();
        let mut magic = Vec::new();
        (&mut file).take(4).read_to_end(&mut magic).map_err(at_fault)?;
        let packing = match magic.as_slice() {
            [0x1f, 0x8b, ..] => Packing::Gzip,
            [0x28, 0xb5, 0x2f, 0xfd] => Packing::Zstd,
            _ => Packing::Plain,
        };
        let mut head = Vec::new();
        let mut stream =
            File::open(&path).and_then(|file| packing.unpacked(file)).map_err(at_fault)?;
        (&mut stream).take(1 << 16).read_to_end(&mut head).map_err(|error| ReadError::Damaged {
            file: name.clone(),
            format: packing.name().unwrap_or("text"),
            reason: error.to_string(),
        })?;
        let content = match head.as_slice() {
            [b'P', b'A', b'R', b'1', ..] => Content::Parquet,
            [b'P', b'K', 3, 4, ..] => Content::Workbook,
            blank if blank.iter().all(u8::is_ascii_whitespace) && head.len() < 1 << 16 => {
                return Err(ReadError::Empty(name));
            }
            text => match Encoding::of(text) {
                Some(encoding) => Content::Text(encoding),
                None => return Err(ReadError::Binary(name)),
            },
        };
        let is_text = matches!(content, Content::Text(_));
        let (path, packing, temporary) = if packing == Packing::Plain || is_text {
            (path, packing, temporary)
        } else {
            // these are not read from front to end: unpack them first
            let whole = File::open(&path).and_then(|file| packing.unpacked(file));
            let unpacked = spooled(whole.map_err(at_fault)?, &NoProgress).map_err(at_fault)?;
            (unpacked.path().to_owned(), Packing::Plain, Some(unpacked))
        };
        Ok(Self {
            name,
            path,
            size,
            packing,
            content,
            has_legacy: AtomicBool::new(false),
            _temporary: temporary,
        })
    }

    /// The text of the file from its beginning, in UTF-8 or in single bytes.
    pub(crate) fn text(&self, encoding: Encoding) -> io::Result<Box<dyn Read + Send>> {
        Ok(encoding.to_utf8(self.packing.unpacked(File::open(&self.path)?)?))
    }

    /// The same, and a counter of the bytes read from disk.
    pub(crate) fn counted_text(
        &self,
        encoding: Encoding,
    ) -> io::Result<(Box<dyn Read + Send>, Arc<AtomicU64>)> {
        let bytes = Arc::new(AtomicU64::new(0));
        let file = Counted { file: File::open(&self.path)?, bytes: bytes.clone() };
        Ok((encoding.to_utf8(self.packing.unpacked(file)?), bytes))
    }

    /// `length` bytes of the file from `offset` on.
    pub(crate) fn bytes_at(&self, offset: u64, length: u64) -> io::Result<Vec<u8>> {
        let mut file = File::open(&self.path)?;
        file.seek(SeekFrom::Start(offset))?;
        let mut bytes = Vec::new();
        file.take(length).read_to_end(&mut bytes)?;
        Ok(bytes)
    }

    /// The error of this file that the system gave.
    pub(crate) fn io_error(&self, source: io::Error) -> ReadError {
        match self.packing.name() {
            None => ReadError::Io { file: self.name.clone(), source },
            Some(packing) => self.damaged(packing, &source),
        }
    }

    /// The error of a file that is not what it seems.
    pub(crate) fn damaged(
        &self,
        format: &'static str,
        reason: &dyn std::fmt::Display,
    ) -> ReadError {
        ReadError::Damaged { file: self.name.clone(), format, reason: reason.to_string() }
    }

    /// Adds the letters of all its lines that are not UTF-8.
    pub(crate) fn add_letters(&self, statistics: &mut LetterStatistics) -> io::Result<()> {
        let mut stream = self.text(Encoding::Bytes)?;
        let (mut block, mut carried) = (Vec::new(), Vec::new());
        loop {
            block.append(&mut carried);
            let read = (&mut stream).take(1 << 20).read_to_end(&mut block)?;
            let end = match memchr::memrchr(b'\n', &block) {
                Some(at) if read > 0 => at + 1,
                _ => block.len(),
            };
            carried.extend_from_slice(&block[end..]);
            block.truncate(end);
            statistics.add(&block, b'\n');
            block.clear();
            if read == 0 {
                return Ok(());
            }
        }
    }
}

impl Packing {
    /// Its name, where there is one.
    pub(crate) fn name(self) -> Option<&'static str> {
        match self {
            Self::Plain => None,
            Self::Gzip => Some("gzip"),
            Self::Zstd => Some("zstd"),
        }
    }

    fn unpacked(self, file: impl Read + Send + 'static) -> io::Result<Box<dyn Read + Send>> {
        Ok(match self {
            Self::Plain => Box::new(file),
            Self::Gzip => Box::new(flate2::read::MultiGzDecoder::new(io::BufReader::new(file))),
            Self::Zstd => Box::new(zstd::stream::read::Decoder::new(file)?),
        })
    }
}

/// A file that counts what is read from it.
struct Counted {
    file: File,
    bytes: Arc<AtomicU64>,
}

impl Read for Counted {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.file.read(buffer)?;
        self.bytes.fetch_add(count as u64, Ordering::Relaxed);
        Ok(count)
    }
}

/// All of a stream in a temporary file.
fn spooled(mut stream: impl Read, progress: &dyn Progress) -> io::Result<Temporary> {
    let mut temporary = Temporary::made(NamedTempFile::new)?;
    let mut block = vec![0; 1 << 18];
    loop {
        let read = match stream.read(&mut block) {
            Ok(0) => return Ok(temporary),
            Ok(read) => &block[..read],
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        };
        temporary.file.write_all(read)?;
        let lines = memchr::memchr_iter(b'\n', read).count();
        progress.advanced(read.len() as u64, lines as u64);
    }
}

//! Packing the parts of a backup, and unpacking them while they are checked.

use std::fs::File;
use std::io::{self, BufReader, Read, Write};
use std::path::Path;

use memchr::memchr_iter;
use sha2::{Digest as _, Sha256};

use super::error::{at, damaged};
use super::{BackupError, Part};
use crate::blobs::BlobHash;

/// zstd's fast end: a backup waits for the disk, not for the packing.
const LEVEL: i32 = 3;

/// Counts and hashes what flows through.
struct Measured<T> {
    inner: T,
    size: u64,
    lines: u64,
    hash: Sha256,
}

impl<T> Measured<T> {
    fn new(inner: T) -> Self {
        Self { inner, size: 0, lines: 0, hash: Sha256::new() }
    }

    fn measure(&mut self, bytes: &[u8]) {
        self.size += bytes.len() as u64;
        self.lines += memchr_iter(b'\n', bytes).count() as u64;
        self.hash.update(bytes);
    }

    fn sha256(self) -> String {
        BlobHash(self.hash.finalize().into()).to_string()
    }
}

impl<T: Read> Read for Measured<T> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.inner.read(buffer)?;
        self.measure(&buffer[..count]);
        Ok(count)
    }
}

impl<T: Write> Write for Measured<T> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let count = self.inner.write(bytes)?;
        self.measure(&bytes[..count]);
        Ok(count)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.inner.flush()
    }
}

/// Packs a part into a new file of the backup.
pub(super) fn pack(folder: &Path, file: &str, from: impl Read) -> Result<Part, BackupError> {
    let mut packing = Packing::begin(folder, file)?;
    let path = folder.join(file);
    io::copy(&mut BufReader::with_capacity(1 << 20, from), &mut packing.encoder)
        .map_err(at(&path))?;
    packing.finish().map(|(part, _)| part)
}

/// A part being packed piece by piece.
pub(super) struct Packing {
    file: String,
    encoder: Measured<zstd::Encoder<'static, Measured<File>>>,
}

impl Packing {
    pub(super) fn begin(folder: &Path, file: &str) -> Result<Self, BackupError> {
        let path = folder.join(file);
        let begin = || {
            let target = Measured::new(File::create_new(&path)?);
            let mut encoder = zstd::Encoder::new(target, LEVEL)?;
            encoder.include_checksum(true)?;
            Ok(Measured::new(encoder))
        };
        Ok(Self { file: file.into(), encoder: begin().map_err(at(&path))? })
    }

    pub(super) fn write(&mut self, piece: &[u8]) -> Result<(), BackupError> {
        self.encoder.write_all(piece).map_err(at(Path::new(&self.file)))
    }

    /// The part, and how many lines went into it.
    pub(super) fn finish(self) -> Result<(Part, u64), BackupError> {
        let Measured { inner, size: unpacked, lines, .. } = self.encoder;
        let packed = inner.finish().map_err(at(Path::new(&self.file)))?;
        let (size, file) = (packed.size, self.file);
        Ok((Part { file, size, unpacked, sha256: packed.sha256() }, lines))
    }
}

/// Unpacks a part piece by piece and checks on the way that it is what was
/// packed; returns how many lines it has. What was given to `to` counts only
/// where there is no error.
pub(super) fn unpack(
    folder: &Path,
    part: &Part,
    mut to: impl FnMut(&[u8]) -> Result<(), BackupError>,
) -> Result<u64, BackupError> {
    let file = File::open(folder.join(&part.file))
        .map_err(|error| damaged(&part.file, format!("it cannot be read ({error})")))?;
    let mut packed = Measured::new(file);
    let broken = |error: io::Error| damaged(&part.file, format!("it cannot be unpacked ({error})"));
    let (mut size, mut lines) = (0, 0);
    let mut decoder = zstd::Decoder::new(&mut packed).map_err(broken)?.single_frame();
    let mut piece = vec![0; 1 << 17];
    loop {
        let count = decoder.read(&mut piece).map_err(broken)?;
        if count == 0 {
            break;
        }
        let read = &piece[..count];
        size += count as u64;
        lines += memchr_iter(b'\n', read).count() as u64;
        if size > part.unpacked {
            return Err(damaged(&part.file, "it is longer than it was"));
        }
        to(read)?;
    }
    drop(decoder);
    io::copy(&mut packed, &mut io::sink()).map_err(broken)?;
    if (size, packed.size) != (part.unpacked, part.size) {
        return Err(damaged(&part.file, "its size is not what it was"));
    }
    if packed.sha256() != part.sha256 {
        return Err(damaged(&part.file, "its bytes are not what they were"));
    }
    Ok(lines)
}

/// The SHA-256 of bytes.
pub(super) fn hash_of_bytes(bytes: &[u8]) -> BlobHash {
    BlobHash(Sha256::digest(bytes).into())
}

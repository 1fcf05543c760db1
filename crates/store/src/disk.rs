//! How much room is left on a disk.

use std::io;
use std::path::Path;

/// Bytes that are free where a folder is, for whoever is not root.
pub(crate) fn free(folder: &Path) -> io::Result<u64> {
    let disk = rustix::fs::statvfs(folder)?;
    Ok(disk.f_bavail.saturating_mul(disk.f_frsize))
}

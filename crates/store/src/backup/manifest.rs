//! What must be in a backup.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::error::{at, damaged};
use super::packed::hash_of_bytes;
use super::{BackupError, partial};
use crate::db::Place;

/// The form of backups that this program writes and reads.
pub(super) const FORMAT: u32 = 1;

const NAME: &str = "manifest.json";
const CHECKSUM: &str = "manifest.json.sha256";

pub(super) const SQLITE: &str = "SQLite";
pub(super) const POSTGRES: &str = "PostgreSQL";

/// What must be in a backup.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// The form of the backup.
    pub format: u32,
    /// The version of the program that took it.
    pub program: String,
    /// Of which database it is: `SQLite` or `PostgreSQL`.
    pub database: String,
    /// The moment it shows.
    pub taken_at: DateTime<Utc>,
    /// The migrations the database had seen.
    pub migrations: Vec<Migration>,
    /// Its tables, each after those it refers to.
    pub tables: Vec<Table>,
    /// Where its numbering went on (PostgreSQL).
    pub sequences: Vec<Sequence>,
    /// The database: one part on SQLite, one for each table on PostgreSQL.
    pub parts: Vec<Part>,
    /// The list of the files.
    pub blobs: Part,
    /// Files that the record knew and did not have any more.
    pub lost_blobs: Vec<String>,
}

/// A migration the database had seen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Migration {
    /// Its number.
    pub version: i64,
    /// The checksum of its text, in hexadecimal digits.
    pub checksum: String,
}

/// A table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Table {
    /// Its name.
    pub name: String,
    /// Its columns, in the order of the part (PostgreSQL).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub columns: Vec<String>,
    /// So many rows.
    pub rows: u64,
}

/// A numbering.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sequence {
    /// Its name.
    pub name: String,
    /// The last number given.
    pub last: i64,
}

/// A file of the backup, packed with zstd.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    /// Its name.
    pub file: String,
    /// So many bytes, packed.
    pub size: u64,
    /// So many bytes, unpacked.
    pub unpacked: u64,
    /// The SHA-256 of the packed bytes.
    pub sha256: String,
}

impl Manifest {
    /// Reads the manifest of a finished backup.
    pub(super) fn read(folder: &Path) -> Result<Self, BackupError> {
        let shown = || folder.display().to_string();
        if partial::is_partial(folder) {
            return Err(BackupError::Unfinished(shown()));
        }
        let text = fs::read(folder.join(NAME)).map_err(|_| BackupError::NotABackup(shown()))?;
        let checksum = fs::read_to_string(folder.join(CHECKSUM))
            .map_err(|error| damaged(CHECKSUM, format!("it cannot be read ({error})")))?;
        if checksum != checksum_of(&text) {
            return Err(damaged(NAME, "its bytes are not what they were"));
        }
        let manifest: Self = serde_json::from_slice(&text)
            .map_err(|error| damaged(NAME, format!("it cannot be understood ({error})")))?;
        if manifest.format != FORMAT {
            return Err(BackupError::Unknown(i64::from(manifest.format)));
        }
        let stays_inside = |part: &Part| {
            let is_plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-');
            part.file.chars().all(is_plain) && !part.file.starts_with('.')
        };
        if !manifest.parts.iter().chain([&manifest.blobs]).all(stays_inside) {
            return Err(damaged(NAME, "it names a file outside of the backup"));
        }
        Ok(manifest)
    }

    pub(super) fn write(&self, folder: &Path) -> Result<(), BackupError> {
        let mut text = serde_json::to_vec_pretty(self).map_err(crate::StoreError::Event)?;
        text.push(b'\n');
        let write = |name: &str, bytes: &[u8]| {
            let path = folder.join(name);
            fs::write(&path, bytes).map_err(at(&path))
        };
        write(NAME, &text)?;
        write(CHECKSUM, checksum_of(&text).as_bytes())
    }

    /// The last migration the database had seen.
    pub(super) fn version(&self) -> i64 {
        self.migrations.iter().map(|migration| migration.version).max().unwrap_or(0)
    }
}

/// As `sha256sum` writes it.
fn checksum_of(text: &[u8]) -> String {
    format!("{}  {NAME}\n", hash_of_bytes(text))
}

pub(super) fn kind_of(place: &Place) -> &'static str {
    match place {
        Place::Sqlite(_) => SQLITE,
        Place::Postgres(_) => POSTGRES,
    }
}

impl From<(i64, Vec<u8>)> for Migration {
    fn from((version, checksum): (i64, Vec<u8>)) -> Self {
        let mut digits = String::with_capacity(checksum.len() * 2);
        for byte in checksum {
            // Writing into a string cannot fail.
            let _ = write!(digits, "{byte:02x}");
        }
        Self { version, checksum: digits }
    }
}

//! What comes out of reading.

use std::collections::BTreeMap;

use super::errors::Rejected;

/// Told how far the reading has come, from any thread.
pub trait Progress: Sync {
    /// `bytes` more of the files (as they lie on disk) and `rows` more rows are done.
    fn advanced(&self, bytes: u64, rows: u64);
}

/// For those who do not ask.
#[derive(Debug, Clone, Copy, Default)]
pub struct NoProgress;

impl Progress for NoProgress {
    fn advanced(&self, _bytes: u64, _rows: u64) {}
}

/// Everything that was read.
#[derive(Debug)]
pub struct ReadOutcome<S> {
    /// The sinks, one per thread, in no particular order.
    pub sinks: Vec<S>,
    /// The files in the order given.
    pub files: Vec<FileOutcome>,
    /// Rows read, headers and blank lines aside:
    /// `accepted + rejected + set_aside`.
    pub rows: u64,
    /// Rows understood and handed to a sink.
    pub accepted: u64,
    /// Rows refused.
    pub rejected: u64,
    /// Rows that say themselves that nothing was sold (a failed payment, a
    /// voided order), by what they say.
    pub set_aside: BTreeMap<String, u64>,
    /// The first 20 refused rows by file and line.
    pub first_rejected: Vec<Rejected>,
}

/// What was read from one file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileOutcome {
    /// As the user named it.
    pub name: String,
    /// `CSV, ";"-separated, windows-1251`.
    pub format: String,
    /// Rows read from it.
    pub rows: u64,
}

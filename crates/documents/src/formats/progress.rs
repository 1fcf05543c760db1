//! How far the reading has come.

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

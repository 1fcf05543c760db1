//! A set of hashes in little memory, filled by all threads at once.
//!
//! A bit stands for many hashes: some that were not marked seem to be. Whoever
//! asks must be right then too, and only do more than needed.

use std::sync::atomic::{AtomicU64, Ordering};

/// Hashes of orders that were marked.
#[derive(Debug)]
pub(crate) struct HashMarks(Vec<AtomicU64>);

impl HashMarks {
    /// Room for the orders of files with so many bytes, 32 MiB at most.
    pub(crate) fn new(bytes: u64) -> Self {
        let words = (bytes / 512).next_power_of_two().clamp(1 << 10, 1 << 22);
        Self((0..words).map(|_| AtomicU64::new(0)).collect())
    }

    fn place(&self, key: u64) -> (usize, u64) {
        ((key >> 6) as usize & (self.0.len() - 1), 1 << (key & 63))
    }

    /// Marks a hash; may be called from any thread.
    pub(crate) fn mark(&self, key: u64) {
        let (word, bit) = self.place(key);
        self.0[word].fetch_or(bit, Ordering::Relaxed);
    }

    /// Whether a hash was marked, or shares its bit with one that was.
    pub(crate) fn has(&self, key: u64) -> bool {
        let (word, bit) = self.place(key);
        self.0[word].load(Ordering::Relaxed) & bit != 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_marked_is_found_and_little_else() {
        let marks = HashMarks::new(1 << 20);
        let keys: Vec<u64> =
            (0..500_u64).map(|n| rapidhash::v3::rapidhash_v3(&n.to_le_bytes())).collect();
        keys[..250].iter().for_each(|&key| marks.mark(key));
        assert!(keys[..250].iter().all(|&key| marks.has(key)));
        assert!(keys[250..].iter().filter(|&&key| marks.has(key)).count() < 25);
    }
}

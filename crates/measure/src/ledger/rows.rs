//! The rows of a shard before the ledger closes, in memory and on disk.

use std::sync::{Mutex, PoisonError};

use documents::orders::OrderRow;

use super::record::{self, Common, Kept, Letters, Record, UNDECLARED};
use super::sink::{LedgerSink, Seen};
use super::{LedgerError, Shared};
use crate::book::{BookError, SHARDS, SpillFile, in_order};

/// A stretch of a sink's file.
#[derive(Debug, Clone, Copy)]
pub(super) struct Extent {
    pub offset: u64,
    pub length: usize,
}

/// The rows that one sink holds of one shard.
#[derive(Debug)]
pub(super) struct ShardRows {
    block: Vec<u8>,
    full: Vec<Vec<u8>>,
    extents: Vec<Extent>,
    is_plain: bool,
}

impl Default for ShardRows {
    fn default() -> Self {
        Self { block: Vec::new(), full: Vec::new(), extents: Vec::new(), is_plain: true }
    }
}

impl ShardRows {
    /// Bytes that still fit in its block.
    pub(super) fn left(&self) -> usize {
        self.block.capacity() - self.block.len()
    }

    /// Goes on in an empty block.
    pub(super) fn start(&mut self, block: Vec<u8>) {
        let before = std::mem::replace(&mut self.block, block);
        if before.capacity() > 0 {
            self.full.push(before);
        }
    }

    /// Appends a row.
    pub(super) fn put(&mut self, row: &OrderRow<'_>, codes: &[u32], common: Common) {
        self.is_plain &= record::put(&mut self.block, row, codes, common);
    }

    /// Appends what a record of orders wants to know of the row just put.
    pub(super) fn put_kept(&mut self, row: &OrderRow<'_>) {
        record::put_kept(&mut self.block, row);
    }

    /// Gives up its blocks.
    pub(super) fn empty(&mut self) -> impl Iterator<Item = Vec<u8>> + use<> {
        let last = std::mem::take(&mut self.block);
        std::mem::take(&mut self.full)
            .into_iter()
            .chain(std::iter::once(last).filter(|block| block.capacity() > 0))
    }

    /// Remembers where rows went, one stretch where they follow one another.
    pub(super) fn note(&mut self, extent: Extent) {
        match self.extents.last_mut() {
            Some(last) if last.offset + last.length as u64 == extent.offset => {
                last.length += extent.length;
            }
            _ => self.extents.push(extent),
        }
    }
}

/// The rows of all sinks, by shard.
#[derive(Debug)]
pub(super) struct AllRows {
    shards: Vec<Mutex<Vec<ShardRows>>>,
    sinks: Vec<(Common, Option<SpillFile>)>,
    attributes: usize,
    keeps: bool,
}

impl AllRows {
    /// The rows of `sinks`, and what each has seen.
    pub(super) fn new(sinks: Vec<LedgerSink>, shared: &Shared) -> (Self, Vec<Seen>) {
        let mut shards: Vec<Vec<ShardRows>> = Vec::new();
        shards.resize_with(SHARDS, Vec::new);
        let (mut files, mut seen) = (Vec::new(), Vec::new());
        for sink in sinks {
            let (rows, common, spill, saw) = sink.into_parts();
            seen.push(saw);
            let Some(common) = common else { continue };
            files.push((common, spill));
            for (shard, rows) in shards.iter_mut().zip(rows) {
                shard.push(rows);
            }
        }
        let shards = shards.into_iter().map(Mutex::new).collect();
        let (attributes, keeps) = (shared.columns.len(), shared.keeps);
        (Self { shards, sinks: files, attributes, keeps }, seen)
    }

    /// Whether the shard's rows are a day and an amount each, in `base` or no
    /// currency, and nothing sets one apart.
    pub(super) fn are_plain(&self, shard: usize, base: Letters) -> bool {
        let rows = self.shards[shard].lock().unwrap_or_else(PoisonError::into_inner);
        let mut commons = self.sinks.iter().map(|(common, _)| *common);
        let Some(first) = commons.next() else { return true };
        (first.currency == UNDECLARED || first.currency == base)
            && commons.all(|common| common == first)
            && rows.iter().all(|rows| rows.is_plain)
    }

    /// Reads every row of a shard, attribute codes as the sinks gave them;
    /// `buffer` is room for what lies on disk.
    pub(super) fn read(
        &self,
        shard: usize,
        buffer: &mut Vec<u8>,
        mut each: impl FnMut(&Record<'_>, &[u32]),
    ) -> Result<(), BookError> {
        self.read_kept(shard, buffer, |record, codes, _| each(record, codes))
    }

    /// The same, with what was kept for a record of orders.
    pub(super) fn read_kept(
        &self,
        shard: usize,
        buffer: &mut Vec<u8>,
        mut each: impl FnMut(&Record<'_>, &[u32], Kept<'_>),
    ) -> Result<(), BookError> {
        let mut codes = Vec::with_capacity(self.attributes);
        let mut each_of = |mut bytes: &[u8], common: Common| {
            while !bytes.is_empty() {
                codes.clear();
                let record = record::take(&mut bytes, self.attributes, common, &mut codes)
                    .ok_or(BookError::Damaged)?;
                let kept = if self.keeps {
                    record::take_kept(&mut bytes).ok_or(BookError::Damaged)?
                } else {
                    Kept::default()
                };
                each(&record, &codes, kept);
            }
            Ok(())
        };
        let shard = self.shards[shard].lock().unwrap_or_else(PoisonError::into_inner);
        for (rows, (common, spill)) in shard.iter().zip(&self.sinks) {
            if let Some(file) = spill {
                for extent in &rows.extents {
                    buffer.resize(extent.length, 0);
                    file.read_at(buffer, extent.offset).map_err(BookError::Spill)?;
                    each_of(buffer, *common)?;
                }
            }
            for block in rows.full.iter().chain([&rows.block]) {
                each_of(block, *common)?;
            }
        }
        Ok(())
    }

    /// Closes every shard on `threads` threads and frees its rows; what comes of
    /// them is handed to `take`, shard after shard. The memory that one shard
    /// needed is used again for another.
    pub(super) fn each_shard<W, T, E>(
        &self,
        threads: usize,
        close: impl Fn(&mut W, usize) -> Result<T, LedgerError> + Sync,
        take: impl FnMut(T) -> Result<(), E>,
    ) -> Result<(), E>
    where
        W: Default + Send,
        T: Send,
        E: From<LedgerError> + Send,
    {
        let idle: Mutex<Vec<W>> = Mutex::default();
        let work = |shard| {
            let free = idle.lock().unwrap_or_else(PoisonError::into_inner).pop();
            let mut workspace = free.unwrap_or_default();
            let closed = close(&mut workspace, shard);
            self.free(shard);
            idle.lock().unwrap_or_else(PoisonError::into_inner).push(workspace);
            closed.map_err(E::from)
        };
        in_order(SHARDS, threads, work, take)
    }

    /// Frees the rows of a shard.
    fn free(&self, shard: usize) {
        self.shards[shard].lock().unwrap_or_else(PoisonError::into_inner).clear();
    }
}

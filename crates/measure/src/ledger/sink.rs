//! Where one worker puts its rows.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::thread;

use documents::orders::{OrderRow, RowSink};
use kernel::Day;

use super::dictionary::Cache;
use super::record::{self, Common, Letters};
use super::rows::{Extent, ShardRows};
use super::{LedgerError, Shared};
use crate::book::{SHARDS, SpillFile, hash_of, shard_of};

/// The sizes of a block of rows: large enough that full blocks are rare, small
/// enough that the half-empty ones of all shards do not matter.
const BLOCK: std::ops::RangeInclusive<usize> = 1 << 10..=1 << 15;

/// Takes the rows of one worker.
#[derive(Debug)]
pub struct LedgerSink {
    shared: Arc<Shared>,
    caches: Vec<Cache>,
    codes: Vec<u32>,
    shards: Vec<ShardRows>,
    common: Option<Common>,
    seen: Seen,
    budget: Budget,
}

/// The memory of one sink.
#[derive(Debug)]
struct Budget {
    /// Bytes it may hold.
    allowed: usize,
    /// Bytes of the blocks it has.
    held: usize,
    /// The size of a block.
    block: usize,
    /// Blocks that were emptied into the file.
    free: Vec<Vec<u8>>,
    spill: Option<SpillFile>,
}

/// What a sink has seen besides the rows it keeps.
#[derive(Debug, Default)]
pub(super) struct Seen {
    /// First and last day of any row.
    pub days: Option<(Day, Day)>,
    pub has_times: bool,
    /// Rows with a customer.
    pub rows: u64,
    /// Currencies of amounts of rows with a customer.
    pub currencies: Vec<Letters>,
    /// Rows without a customer, by day and currency.
    pub anonymous: BTreeMap<(Day, Letters), Anonymous>,
    /// Totals that the lines of orders without a customer repeat, each with
    /// the earliest day of a line.
    pub anonymous_totals: BTreeMap<RepeatedTotal, Day>,
}

/// A total that lines of one order repeat: the hash of its id, the currency
/// and the amount, below zero where it was given back.
pub(super) type RepeatedTotal = (u64, Letters, i64);

/// Rows without a customer.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Anonymous {
    pub rows: u64,
    pub returns: u64,
    pub revenue: i128,
}

impl LedgerSink {
    pub(super) fn new(shared: Arc<Shared>) -> Self {
        let workers = thread::available_parallelism().map_or(1, usize::from);
        let allowed = shared.storage.rows / workers;
        let block = (allowed / (8 * SHARDS)).clamp(*BLOCK.start(), *BLOCK.end());
        let mut caches = Vec::new();
        caches.resize_with(shared.columns.len(), Cache::default);
        let mut shards = Vec::new();
        shards.resize_with(SHARDS, ShardRows::default);
        Self {
            shared,
            caches,
            codes: Vec::new(),
            shards,
            common: None,
            seen: Seen::default(),
            budget: Budget { allowed, held: 0, block, free: Vec::new(), spill: None },
        }
    }

    /// What it holds: the rows of each shard, what they have in common, the
    /// file of those it spilled, and what it has seen.
    pub(super) fn into_parts(self) -> (Vec<ShardRows>, Option<Common>, Option<SpillFile>, Seen) {
        (self.shards, self.common, self.budget.spill, self.seen)
    }

    /// Gives the shard a block with `needed` bytes left.
    #[cold]
    fn make_room(&mut self, shard: usize, needed: usize) -> Result<(), LedgerError> {
        let budget = &mut self.budget;
        let size = budget.block.max(needed);
        if budget.free.is_empty() && budget.held + size > budget.allowed && budget.held > 0 {
            budget.spill(&mut self.shards, &self.shared).map_err(LedgerError::Spill)?;
        }
        let block = match budget.free.pop() {
            Some(block) if block.capacity() >= needed => block,
            _ => {
                budget.held += size;
                Vec::with_capacity(size)
            }
        };
        self.shards[shard].start(block);
        Ok(())
    }
}

impl Budget {
    /// Writes every row in memory to the file, those of one shard together,
    /// and empties the blocks.
    fn spill(&mut self, shards: &mut [ShardRows], shared: &Shared) -> std::io::Result<()> {
        let file = SpillFile::open(&mut self.spill, shared.storage.folder.as_deref())?;
        for shard in shards {
            for mut block in shard.empty() {
                if !block.is_empty() {
                    let offset = file.append(&block)?;
                    shard.note(Extent { offset, length: block.len() });
                    block.clear();
                }
                self.free.push(block);
            }
        }
        Ok(())
    }
}

impl Seen {
    fn note(&mut self, row: &OrderRow<'_>) {
        self.days = Some(match self.days {
            Some((first, last)) => (first.min(row.day), last.max(row.day)),
            None => (row.day, row.day),
        });
        self.has_times |= row.has_time;
        let currency = record::letters(row.currency);
        if row.customer.is_empty() {
            let anonymous = self.anonymous.entry((row.day, currency)).or_default();
            let amount = row.amount.filter(|_| row.order_total.is_none()).unwrap_or_default();
            let amount = i128::from(amount);
            let is_return = row.is_return || amount < 0;
            anonymous.rows += 1;
            anonymous.returns += u64::from(is_return);
            anonymous.revenue += if is_return { -amount.abs() } else { amount };
            if let Some(total) = row.order_total {
                let key = (hash_of(row.order.as_bytes()), currency, total);
                let day = self.anonymous_totals.entry(key).or_insert(row.day);
                *day = row.day.min(*day);
            }
            return;
        }
        self.rows += 1;
        if (row.amount.is_some() || row.order_total.is_some())
            && self.currencies.last() != Some(&currency)
            && let Err(place) = self.currencies.binary_search(&currency)
        {
            self.currencies.insert(place, currency);
        }
    }
}

impl RowSink for LedgerSink {
    type Error = LedgerError;

    fn take(&mut self, row: &OrderRow<'_>) -> Result<(), LedgerError> {
        self.seen.note(row);
        if row.customer.is_empty() {
            return Ok(());
        }
        let common = *self.common.get_or_insert_with(|| Common::of(row));
        self.codes.clear();
        let texts = row.attributes.iter().copied().chain(std::iter::repeat(""));
        for ((cache, dictionary), text) in
            self.caches.iter_mut().zip(&self.shared.dictionaries).zip(texts)
        {
            self.codes.push(cache.code_of(text, dictionary));
        }
        let shard = shard_of(hash_of(row.customer.as_bytes()));
        let kept = if self.shared.keeps { record::longest_kept(row) } else { 0 };
        let needed = record::longest(row, self.codes.len()) + kept;
        if self.shards[shard].left() < needed {
            self.make_room(shard, needed)?;
        }
        self.shards[shard].put(row, &self.codes, common);
        if self.shared.keeps {
            self.shards[shard].put_kept(row);
        }
        Ok(())
    }
}

//! All files, block by block, on all threads.
//!
//! One feed, behind a lock, reads the files in order and cuts them into
//! blocks of whole records; whichever thread is free takes the next block.
//! Blocks are numbered, so that what is said about them can be put back in
//! the order of the files.

use std::collections::BTreeMap;
use std::num::NonZeroUsize;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread;

use super::feed::{Feed, Work};
use crate::formats::delimited::Buffers;
use crate::formats::error::{ReadError, Rejected};
use crate::formats::format::Format;
use crate::formats::progress::Progress;
use crate::formats::record::TakeRecords;
use crate::formats::sources::Sources;
use crate::formats::{json, parquet, workbook};

/// Takes the records of the blocks given to one thread.
pub(crate) trait TakeBlocks: TakeRecords + Send {
    /// The records that follow are of this part of this file, a sheet where it
    /// has several; `has_nul` says whether there may be NUL bytes in them.
    fn begin_block(&mut self, file: usize, part: usize, has_nul: bool);

    /// The block is done: the rows in it and those refused. Who only looks
    /// counts none.
    fn end_block(&mut self) -> (u64, Vec<Rejected>) {
        (0, Vec::new())
    }
}

/// Takes refused rows in the order of files and lines.
pub(crate) type TakeRejected<'a> = &'a mut (dyn FnMut(&Rejected) -> Result<(), ReadError> + Send);

/// Reads all files on `threads` threads. Gives back what each thread used.
///
/// # Errors
/// The first error by file and line.
pub(crate) fn run<T: TakeBlocks>(
    sources: &Sources,
    formats: &[Format],
    threads: Option<NonZeroUsize>,
    make: impl Fn() -> T + Sync,
    take_rejected: TakeRejected<'_>,
    progress: &dyn Progress,
) -> Result<Vec<T>, ReadError> {
    let threads = threads.or_else(|| thread::available_parallelism().ok());
    let threads = threads.map_or(1, NonZeroUsize::get);
    let feed = Mutex::new(Feed::new(sources, formats));
    let in_order = Mutex::new(InOrder { next: 0, waiting: BTreeMap::new(), take_rejected });
    let stop = AtomicBool::new(false);
    let work = || {
        let mut worker = Worker {
            sources,
            formats,
            taker: make(),
            block: Vec::new(),
            buffers: Buffers::default(),
        };
        while !stop.load(Ordering::Relaxed) {
            let next = locked(&feed).next(&mut worker.block, progress);
            let (number, outcome) = match next {
                Ok(None) => break,
                Ok(Some((number, work))) => (number, worker.run(&work)),
                Err((number, error)) => (number, Err(error)),
            };
            let (rows, outcome) = match outcome {
                Ok((rows, rejected)) => (rows, Ok(rejected)),
                Err(error) => (0, Err(error)),
            };
            progress.advanced(0, rows);
            if locked(&in_order).add(number, outcome) {
                stop.store(true, Ordering::Relaxed);
            }
        }
        worker.taker
    };
    let takers = thread::scope(|scope| {
        let handles: Vec<_> = (1..threads).map(|_| scope.spawn(work)).collect();
        let mut takers = vec![work()];
        for handle in handles {
            match handle.join() {
                Ok(taker) => takers.push(taker),
                Err(panic) => std::panic::resume_unwind(panic),
            }
        }
        takers
    });
    let in_order = in_order.into_inner().unwrap_or_else(PoisonError::into_inner);
    in_order.first_error().map_or(Ok(takers), Err)
}

/// Locks; a thread that panicked has already ended the reading.
fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// What one thread works with.
struct Worker<'a, T> {
    sources: &'a Sources,
    formats: &'a [Format],
    taker: T,
    block: Vec<u8>,
    buffers: Buffers,
}

impl<T: TakeBlocks> Worker<'_, T> {
    fn run(&mut self, work: &Work) -> Result<(u64, Vec<Rejected>), ReadError> {
        match *work {
            Work::Block { file, first_line } => self.run_block(file, first_line)?,
            Work::Sheet { file, sheet } => {
                let file_of = self.sources.files().get(file).zip(self.formats.get(file));
                if let Some((source, Format::Workbook { sheets })) = file_of
                    && let Some(of_sheet) = sheets.get(sheet)
                {
                    self.taker.begin_block(file, sheet, true);
                    workbook::records(source, of_sheet, &mut self.taker)?;
                }
            }
            Work::RowGroup { file, group, first_row } => {
                if let Some(source) = self.sources.files().get(file) {
                    self.taker.begin_block(file, 0, true);
                    parquet::records(source, group, first_row, &mut self.taker)?;
                }
            }
        }
        Ok(self.taker.end_block())
    }

    fn run_block(&mut self, file: usize, first_line: u64) -> Result<(), ReadError> {
        let (Some(source), Some(format)) = (self.sources.files().get(file), self.formats.get(file))
        else {
            return Ok(());
        };
        let has_nul = memchr::memchr(0, &self.block).is_some();
        self.taker.begin_block(file, 0, has_nul);
        let decoded;
        let text = if let Ok(text) = std::str::from_utf8(&self.block) {
            text
        } else {
            let legacy = self.sources.legacy_encoding(source)?;
            decoded = legacy.decode(&self.block, format.line_end());
            &decoded
        };
        match format {
            Format::Delimited { dialect, .. } => {
                dialect.records(text, first_line, &mut self.buffers, &mut self.taker)
            }
            Format::Json { arrangement, keys, .. } => {
                json::records(text, first_line, *arrangement, keys, &mut self.taker)
            }
            Format::Workbook { .. } | Format::Parquet { .. } => Ok(()),
        }
    }
}

/// Puts what is said about blocks back into the order of the blocks.
struct InOrder<'a> {
    next: u64,
    waiting: BTreeMap<u64, Result<Vec<Rejected>, ReadError>>,
    take_rejected: TakeRejected<'a>,
}

impl InOrder<'_> {
    /// Adds what one block gave; whether reading must stop. The first error
    /// by file and line stays in `waiting`: blocks before it are all being
    /// read already and will still come.
    fn add(&mut self, number: u64, outcome: Result<Vec<Rejected>, ReadError>) -> bool {
        let mut failed = outcome.is_err();
        self.waiting.insert(number, outcome);
        while let Some(Ok(rejected)) = self.waiting.get(&self.next) {
            let taken = rejected.iter().try_for_each(|row| (self.take_rejected)(row));
            match taken {
                Ok(()) => {
                    self.waiting.remove(&self.next);
                    self.next += 1;
                }
                Err(error) => {
                    self.waiting.insert(self.next, Err(error));
                    failed = true;
                }
            }
        }
        failed
    }

    fn first_error(self) -> Option<ReadError> {
        self.waiting.into_values().find_map(Result::err)
    }
}

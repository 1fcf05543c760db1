//! Reading all rows into sinks, and what comes out of it.

pub(crate) mod attributes;
mod buyer;
pub(crate) mod cancellations;
pub(crate) mod engine;
mod feed;
mod hash_marks;
mod interpret;
pub(crate) mod layout;
mod money;
pub(crate) mod order_facts;
pub(crate) mod row;
mod status;

use std::collections::BTreeMap;
use std::io;
use std::num::NonZeroUsize;

use crate::formats::error::{ReadError, RejectReason, Rejected};
use crate::formats::format::Format;
use crate::formats::progress::Progress;
use crate::formats::record::{Record, TakeRecords};
use crate::formats::sources::Sources;
use crate::orders::notes::Note;
use cancellations::Cancellations;
use engine::TakeBlocks;
use interpret::Interpreter;
use layout::{Layout, Reading};
use order_facts::OrderFacts;
use row::RowSink;

/// How many refused rows are kept in the outcome.
const FIRST_REJECTED: usize = 20;

/// How all files are read.
#[derive(Debug)]
pub(crate) struct Instructions {
    pub(crate) sources: Sources,
    /// As many as the machine has where `None`.
    pub(crate) threads: Option<NonZeroUsize>,
    /// Whether the first refused row ends the reading.
    pub(crate) strict: bool,
    /// One per file, as are those that follow.
    pub(crate) formats: Vec<Format>,
    /// The names of the parts of each.
    pub(crate) part_names: Vec<Vec<String>>,
    pub(crate) layouts: Vec<Layout>,
    pub(crate) readings: Vec<Reading>,
    pub(crate) order_facts: OrderFacts,
    pub(crate) cancellations: Cancellations,
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
    /// What should be said of the files, that of the plan included.
    pub notes: Vec<Note>,
}

/// What was read from one file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileOutcome {
    /// As the user named it.
    pub name: String,
    /// `CSV (;), windows-1251, gzip`.
    pub format: String,
    /// Rows read from it.
    pub rows: u64,
}

/// Reads all files.
pub(crate) fn read<S: RowSink>(
    told: &Instructions,
    make_sink: impl Fn() -> S + Sync,
    rejected: &mut (dyn FnMut(&Rejected) -> io::Result<()> + Send),
    progress: &dyn Progress,
) -> Result<ReadOutcome<S>, ReadError> {
    let mut first_rejected = Vec::new();
    let mut take_rejected = |row: &Rejected| {
        rejected(row).map_err(ReadError::RejectedNotKept)?;
        if told.strict {
            return Err(ReadError::Refused(row.clone()));
        }
        if first_rejected.len() < FIRST_REJECTED {
            first_rejected.push(row.clone());
        }
        Ok(())
    };
    let make = || Reader { told, interpreter: Interpreter::new(told, make_sink()), counted: 0 };
    let readers = engine::run(
        &told.sources,
        &told.formats,
        told.threads,
        make,
        &mut take_rejected,
        progress,
    )?;
    let mut files: Vec<FileOutcome> = told
        .sources
        .files()
        .iter()
        .zip(&told.formats)
        .map(|(source, format)| FileOutcome {
            name: source.name.clone(),
            format: format.described(source, told.sources.legacy_met(source)),
            rows: 0,
        })
        .collect();
    let (mut accepted, mut refused, mut without_amount) = (0, 0, 0);
    let mut set_aside = BTreeMap::new();
    let mut sinks = Vec::new();
    for Reader { interpreter, .. } in readers {
        accepted += interpreter.accepted;
        refused += interpreter.refused;
        without_amount += interpreter.without_amount;
        for (file, rows) in files.iter_mut().zip(&interpreter.rows) {
            file.rows += rows;
        }
        for (status, rows) in &interpreter.set_aside {
            *set_aside.entry(status.clone()).or_insert(0) += rows;
        }
        sinks.push(interpreter.into_sink());
    }
    let rows = files.iter().map(|file| file.rows).sum();
    let mut notes = Vec::new();
    if without_amount > 0 {
        notes.push(Note::AmountsMissing { rows: without_amount });
    }
    Ok(ReadOutcome {
        sinks,
        files,
        rows,
        accepted,
        rejected: refused,
        set_aside,
        first_rejected,
        notes,
    })
}

/// One thread's part.
struct Reader<'p, S> {
    told: &'p Instructions,
    interpreter: Interpreter<'p, S>,
    /// Rows reported so far.
    counted: u64,
}

impl<S: RowSink> TakeRecords for Reader<'_, S> {
    #[inline]
    fn take(&mut self, record: &Record<'_>) -> Result<(), ReadError> {
        self.interpreter.take(record)
    }

    fn refuse_line(&mut self, line: u64, text: &str, reason: RejectReason) {
        self.interpreter.refuse_line(line, text, reason);
    }
}

impl<S: RowSink> TakeBlocks for Reader<'_, S> {
    fn begin_block(&mut self, file: usize, part: usize, has_nul: bool) {
        let parts = self.told.part_names.get(file);
        let name = parts.and_then(|names| names.get(part)).map_or("", String::as_str);
        self.interpreter.begin_file(file, name);
        self.interpreter.has_nul = has_nul;
    }

    fn end_block(&mut self) -> (u64, Vec<Rejected>) {
        let all: u64 = self.interpreter.rows.iter().sum();
        let rows = all - self.counted;
        self.counted = all;
        (rows, std::mem::take(&mut self.interpreter.rejected))
    }
}

//! Reading all rows into sinks, and what comes out of it.

use std::collections::BTreeMap;
use std::io;

use super::engine::{self, TakeBlocks};
use super::errors::{ReadError, Rejected};
use super::interpret::{Interpreter, Understanding};
use super::notes::Note;
use super::plan::Plan;
use super::row::RowSink;

/// How many refused rows are kept in the outcome.
const FIRST_REJECTED: usize = 20;

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

/// Reads all files of a plan.
pub(super) fn read<S: RowSink>(
    plan: &Plan,
    make_sink: impl Fn() -> S + Sync,
    rejected: &mut (dyn FnMut(&Rejected) -> io::Result<()> + Send),
    progress: &dyn Progress,
) -> Result<ReadOutcome<S>, ReadError> {
    let mut first_rejected = Vec::new();
    let mut take_rejected = |row: &Rejected| {
        rejected(row).map_err(ReadError::RejectedNotKept)?;
        if plan.options.strict {
            return Err(ReadError::Refused(row.clone()));
        }
        if first_rejected.len() < FIRST_REJECTED {
            first_rejected.push(row.clone());
        }
        Ok(())
    };
    let make = || Reader {
        plan,
        interpreter: Interpreter::new(
            Understanding {
                layouts: &plan.layouts,
                readings: &plan.readings,
                order_facts: &plan.order_facts,
                cancellations: &plan.cancellations,
            },
            make_sink(),
        ),
        counted: 0,
    };
    let readers = engine::run(
        &plan.sources,
        &plan.formats,
        plan.options.threads,
        make,
        &mut take_rejected,
        progress,
    )?;
    let mut files: Vec<FileOutcome> = plan
        .sources
        .files()
        .iter()
        .zip(&plan.formats)
        .map(|(source, format)| FileOutcome {
            name: source.name.clone(),
            format: format.described(source, plan.sources.legacy_met(source)),
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
    let mut notes = plan.notes.clone();
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
    plan: &'p Plan,
    interpreter: Interpreter<'p, S>,
    /// Rows reported so far.
    counted: u64,
}

impl<S: RowSink> crate::formats::record::TakeRecords for Reader<'_, S> {
    #[inline]
    fn take(&mut self, record: &crate::formats::record::Record<'_>) -> Result<(), ReadError> {
        self.interpreter.take(record)
    }

    fn refuse_line(&mut self, line: u64, text: &str, reason: super::errors::RejectReason) {
        self.interpreter.refuse_line(line, text, reason);
    }
}

impl<S: RowSink> TakeBlocks for Reader<'_, S> {
    fn begin_block(&mut self, file: usize, part: usize, has_nul: bool) {
        let parts = self.plan.part_names.get(file);
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

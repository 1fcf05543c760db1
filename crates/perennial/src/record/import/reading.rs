//! Reading the files of an import, whether the command line names them or a
//! browser sent them.

use anyhow::Result;
use documents::orders::{Note, Plan, ReadOutcome, Rejected};
use domain::know::imports::{self, HowRead, Read, RejectedRow};
use kernel::Clock;
use measure::ledger::{Bought, Closing, Ledger, LedgerSink};
use phrases::Phrases;

use super::how_read;
use super::staging::Staging;
use crate::arguments::ReadingArguments;
use crate::progress::Progress;

/// Rows of files, read for the record and not yet put together.
pub struct RowsRead {
    /// How many rows there are.
    pub rows: u64,
    /// How many of them cannot be read.
    pub rejected: u64,
    /// How many are understood.
    accepted: u64,
    /// The first of those.
    pub rejects: Vec<RejectedRow>,
    /// What is to be said of the files.
    pub notes: Vec<Note>,
    ledger: Ledger,
    sinks: Vec<LedgerSink>,
    closing: Closing,
}

impl RowsRead {
    /// What `read` reads into the ledger; of the rows that it says are not taken,
    /// the first `kept` are kept.
    pub fn of(
        plan: &Plan,
        reading: &ReadingArguments,
        kept: usize,
        read: impl FnOnce(
            &Ledger,
            &mut (dyn FnMut(&Rejected) + Send),
        ) -> Result<ReadOutcome<LedgerSink>>,
    ) -> Result<Self> {
        let ledger = Ledger::for_record(plan.attributes(), reading.storage());
        let mut rejects = Vec::new();
        let mut keep = |row: &Rejected| {
            if rejects.len() < kept {
                rejects.push(rejected(row));
            }
        };
        let ReadOutcome { rows, accepted, rejected, notes, sinks, .. } = read(&ledger, &mut keep)?;
        let closing = reading.closing(None);
        Ok(Self { rows, rejected, accepted, rejects, notes, ledger, sinks, closing })
    }

    /// Whether there are rows and not one of them can be read.
    pub fn are_all_refused(&self) -> bool {
        self.accepted == 0 && self.rejected > 0
    }

    /// Puts orders and customers together, and stages them part by part: `staged`
    /// is told how many customers each part has.
    pub fn stage(
        self,
        staging: &mut Staging<'_>,
        mut staged: impl FnMut(usize),
    ) -> Result<(Read, Bought)> {
        let bought = self.ledger.close_into_buyers(self.sinks, &self.closing, |part, buyers| {
            staged(buyers.len());
            staging.take(part, buyers)
        })?;
        staging.finish()?;
        let read = Read {
            rows: self.rows,
            rejected: self.rejected,
            customers: staging.found.customers,
            orders: staging.found.orders,
            anonymous: bought.anonymous_rows,
            unmatched_returns: bought.unmatched_returns,
        };
        Ok((read, bought))
    }
}

/// Whether it is said how files are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum How {
    /// On standard error.
    Said,
    /// Nobody chose the files, or it has been said already.
    Unsaid,
}

/// Reads the files that the command line names.
pub fn files(
    files: &[String],
    reading: &ReadingArguments,
    how: How,
    progress: &Progress,
    phrases: Phrases,
    clock: &dyn Clock,
) -> Result<(RowsRead, HowRead)> {
    let files = crate::reading::prepare(files, reading, progress, phrases, clock)?;
    match how {
        How::Said => {
            files.tell(progress, phrases);
            tell_columns(&files.plan, progress, phrases);
        }
        How::Unsaid => {}
    }
    let rows = RowsRead::of(&files.plan, reading, imports::MOST_REJECTS, |ledger, refused| {
        files.rows(ledger, reading, progress, phrases, refused)
    })?;
    Ok((rows, how_read::chosen(&how_read::of(reading), &files.map)))
}

/// A refused row, as the record keeps it.
fn rejected(row: &Rejected) -> RejectedRow {
    RejectedRow {
        file: row.file.clone(),
        line: i64::try_from(row.line).unwrap_or(i64::MAX),
        column: row.column.clone(),
        // PostgreSQL keeps no NUL in a text.
        value: row.value.replace('\0', "\u{fffd}"),
        reason: row.reason.key().to_owned(),
    }
}

/// Says which columns give customers their names, and which go nowhere.
fn tell_columns(plan: &Plan, progress: &Progress, phrases: Phrases) {
    for (key, columns) in
        [("import-names-from", plan.names_of_people()), ("import-left-over", plan.left_over())]
    {
        if !columns.is_empty() {
            let columns = [("columns", phrases.list(columns).into())];
            progress.tell(&phrases.say_with(key, &columns));
        }
    }
}

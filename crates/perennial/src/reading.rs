//! From the files named on the command line, or the record, to the book of
//! orders.

use std::path::Path;

use anyhow::Result;
use documents::orders::{self, ColumnMap, Plan, PlanError, ReadOutcome, Rejected, Sources};
use kernel::{Clock, Day};
use measure::book::BookFacts;
use measure::facts::KnownCustomers;
use measure::ledger::{Ledger, LedgerSink};
use measure::{BookFigures, Reading};
use phrases::{Phrases, Value};

use crate::arguments::{InputArguments, ReadingArguments};
use crate::map_line::MapLine;
use crate::progress::Progress;
use crate::refused::RefusedRows;
use crate::words::{self, CommandError};
use crate::writing::{check_place, check_table};
use crate::{Outcome, ask, record, refused};

/// The orders, ready to be asked, and whether all rows were taken.
pub struct Read {
    /// Answers questions about the orders.
    pub figures: BookFigures,
    /// Whom they are about, where they come from the record.
    pub customers: Option<KnownCustomers>,
    /// Whether rows were refused.
    pub outcome: Outcome,
}

/// Reads the files, or the record, and closes them into a book as of `as_of`. How they were
/// read, and which rows were not taken, is said on standard error. `outputs`
/// will be written later: there must be a place for each, and none may be one
/// of the files or another output.
pub fn read(
    input: &InputArguments,
    outputs: &[&Path],
    as_of: Option<Day>,
    progress: &Progress,
    phrases: Phrases,
    clock: &dyn Clock,
) -> Result<Read> {
    let reading = &input.reading;
    reading.rejected.as_deref().map_or(Ok(()), check_table)?;
    let outputs: Vec<&Path> = outputs.iter().copied().chain(reading.rejected.as_deref()).collect();
    check_outputs(&outputs)?;
    if let Some(place) = input.record()? {
        let read = record::read(input, &place, as_of, progress, phrases)?;
        tell_what_came_later(read.figures.book().about(), progress, phrases);
        let (figures, customers) = (read.figures, Some(read.customers));
        return Ok(Read { figures, customers, outcome: Outcome::Done });
    }
    let files = open(&input.files, reading, &outputs, progress, phrases, clock)?;
    files.tell(progress, phrases);
    let ledger = Ledger::new(files.plan.attributes(), reading.storage());
    let read = files.rows(&ledger, reading, progress, phrases, &mut |_| {})?;
    let outcome = if read.rejected > 0 { Outcome::RowsRefused } else { Outcome::Done };
    let how = Reading::of(&files.plan, &read);
    progress.phase(phrases.say("progress-customers"));
    let book = ledger.close(read.sinks, &reading.closing(as_of))?;
    tell_what_came_later(book.about(), progress, phrases);
    Ok(Read { figures: BookFigures::new(book, how), customers: None, outcome })
}

/// Files that are open, and how they are read.
pub struct Files {
    sources: Sources,
    /// How they are read.
    pub plan: Plan,
    /// What was said beforehand, or chosen where there was a question.
    pub map: ColumnMap,
}

/// Opens the files and finds out how they are read.
pub fn prepare(
    files: &[String],
    reading: &ReadingArguments,
    progress: &Progress,
    phrases: Phrases,
    clock: &dyn Clock,
) -> Result<Files> {
    reading.rejected.as_deref().map_or(Ok(()), check_table)?;
    let outputs: Vec<&Path> = reading.rejected.as_deref().into_iter().collect();
    check_outputs(&outputs)?;
    open(files, reading, &outputs, progress, phrases, clock)
}

fn open(
    files: &[String],
    reading: &ReadingArguments,
    outputs: &[&Path],
    progress: &Progress,
    phrases: Phrases,
    clock: &dyn Clock,
) -> Result<Files> {
    let sources = Sources::open_telling(files, &progress.rows_coming())?;
    check_none_is_read(&sources, outputs)?;
    progress.phase(phrases.say("progress-looking"));
    let (plan, map) = plan(&sources, reading, progress, phrases, clock)?;
    Ok(Files { sources, plan, map })
}

impl Files {
    /// Says how they are read.
    pub fn tell(&self, progress: &Progress, phrases: Phrases) {
        tell_mapping(&self.plan, progress, phrases);
    }

    /// Reads all rows into the ledger's sinks. Which were not taken is said, and
    /// told to `refused`.
    pub fn rows(
        &self,
        ledger: &Ledger,
        reading: &ReadingArguments,
        progress: &Progress,
        phrases: Phrases,
        refused: &mut (dyn FnMut(&Rejected) + Send),
    ) -> Result<ReadOutcome<LedgerSink>> {
        let table = RefusedRows::create(reading.rejected.as_deref(), phrases)?;
        let told = progress.reading(self.sources.total_bytes());
        let read = rows(&self.plan, ledger, table, refused, &told)?;
        for note in &read.notes {
            progress.tell(&words::of_note(note, phrases));
        }
        tell_what_was_left_out(&read, reading.rejected.is_some(), progress, phrases);
        if read.accepted == 0 && read.rejected > 0 {
            return Err(CommandError::AllRefused.into());
        }
        Ok(read)
    }
}

/// Reads all rows of files into the ledger's sinks. Which were not taken is
/// written to `table` and told to `refused`.
pub fn rows(
    plan: &Plan,
    ledger: &Ledger,
    mut table: RefusedRows,
    refused: &mut (dyn FnMut(&Rejected) + Send),
    progress: &dyn orders::Progress,
) -> Result<ReadOutcome<LedgerSink>> {
    let mut take_refused = |row: &Rejected| {
        refused(row);
        table.add(row)
    };
    let read = plan
        .read(|| ledger.sink(), &mut take_refused, progress)
        .map_err(refused::or_what_is_behind)?;
    table.finish()?;
    Ok(read)
}

/// The day up to which orders count, named with `option`, has come. It may be
/// tomorrow, as it already is in the east of the clock.
pub fn check_has_come(
    day: Option<Day>,
    option: &'static str,
    clock: &dyn Clock,
) -> Result<(), CommandError> {
    let today = clock.today();
    match day.filter(|day| *day > today.plus_days(1)) {
        Some(day) => Err(CommandError::DayToCome { day, today, option }),
        None => Ok(()),
    }
}

/// There is a place for each output, and each has its own.
fn check_outputs(outputs: &[&Path]) -> Result<(), CommandError> {
    let mut seen = Vec::new();
    for path in outputs {
        check_place(path)?;
        let place = std::path::absolute(path).unwrap_or_else(|_| path.to_path_buf());
        if seen.contains(&place) {
            return Err(CommandError::OverwritesOutput(path.display().to_string()));
        }
        seen.push(place);
    }
    Ok(())
}

fn check_none_is_read(sources: &Sources, outputs: &[&Path]) -> Result<(), CommandError> {
    match outputs.iter().find(|path| sources.contain(path)) {
        Some(path) => Err(CommandError::OverwritesInput(path.display().to_string())),
        None => Ok(()),
    }
}

/// How the files are to be read: found, or asked for where two readings are
/// possible and somebody is there to ask.
fn plan(
    sources: &Sources,
    reading: &ReadingArguments,
    progress: &Progress,
    phrases: Phrases,
    clock: &dyn Clock,
) -> Result<(Plan, ColumnMap)> {
    let mut options = reading.options(clock);
    loop {
        match orders::plan(sources, &options) {
            Ok(plan) => return Ok((plan, options.map)),
            Err(PlanError::Ambiguous { question, readings }) if ask::somebody_is_there() => {
                let chosen = progress.aside(|| ask::which(question, &readings, phrases))?;
                options.map = chosen.ok_or(CommandError::NobodyChose)?.map.clone();
            }
            Err(error) => return Err(error.into()),
        }
    }
}

fn tell_mapping(plan: &Plan, progress: &Progress, phrases: Phrases) {
    let found = MapLine::found(plan.mapping(), &plan.describe());
    progress.tell(&phrases.say_with("command-read-as", &[("mapping", found.line.into())]));
    if !found.elsewhere.is_empty() {
        let columns: Vec<String> =
            found.elsewhere.iter().map(|(field, column)| format!("{field}={column}")).collect();
        let mapping = [("mapping", columns.join(", ").into())];
        progress.tell(&phrases.say_with("command-read-elsewhere", &mapping));
    }
}

fn tell_what_was_left_out(
    read: &ReadOutcome<LedgerSink>,
    all_listed: bool,
    progress: &Progress,
    phrases: Phrases,
) {
    for (status, count) in &read.set_aside {
        let variables = [("count", Value::from(*count)), ("status", status.as_str().into())];
        progress.tell(&phrases.say_with("command-rows-set-aside", &variables));
    }
    if read.rejected == 0 {
        return;
    }
    let count = [("count", Value::from(read.rejected))];
    progress.tell(&phrases.say_with("command-rows-refused", &count));
    for row in &read.first_rejected {
        progress.tell(&format!("  {}", words::of_rejected(row, phrases)));
    }
    let more = read.rejected.saturating_sub(read.first_rejected.len() as u64);
    if more > 0 && !all_listed {
        let count = [("count", Value::from(more))];
        progress.tell(&format!("  {}", phrases.say_with("command-rows-refused-more", &count)));
    }
}

fn tell_what_came_later(book: &BookFacts, progress: &Progress, phrases: Phrases) {
    if book.rows_after > 0 {
        let variables =
            [("count", Value::from(book.rows_after)), ("day", phrases.day(book.as_of).into())];
        progress.tell(&phrases.say_with("command-rows-after", &variables));
    }
}

//! Says in the user's language what went wrong and what to do about it.

mod backup;
mod doctor;
mod import;
mod reading;
mod record;
mod system;
mod usage;

use std::io;

use documents::orders::{PlanError, ReadError};
use documents::tables::TableError;
use kernel::Day;
use measure::book::BookError;
use measure::ledger::LedgerError;
use measure::{FiguresError, TermsError};
use phrases::{Asker, Phrases, Value};

pub use backup::moment;
pub use doctor::of_finding;
pub use import::{Found, Next, of_counts, of_foreseen, of_found, of_import, of_undone};
pub use reading::{of_note, of_question, of_reading, of_rejected};
use reading::{of_plan_error, of_read_error};
use record::of_record;
use system::{of_system, of_writing};
pub use usage::of_usage;

/// What the commands themselves cannot do.
#[derive(Debug, thiserror::Error)]
pub enum CommandError {
    /// Every row was refused.
    #[error("not one row could be read")]
    AllRefused,
    /// A review cannot be written by this extension.
    #[error("cannot tell the form of {0}")]
    Form(String),
    /// A table cannot be written by this extension.
    #[error("cannot tell the form of {0}")]
    TableForm(String),
    /// An output would destroy one of the files that are read.
    #[error("{0} is one of the files to read; choose another name to write to")]
    OverwritesInput(String),
    /// Two outputs go to one file.
    #[error("{0} is named for two outputs; give each a name of its own")]
    OverwritesOutput(String),
    /// A file cannot be written.
    #[error("cannot write {file}")]
    CannotWrite {
        /// The file.
        file: String,
        /// What the system says.
        source: io::Error,
    },
    /// Standard output cannot be written to.
    #[error("cannot print")]
    CannotPrint(#[source] io::Error),
    /// A day was named up to which orders count, and it is still to come.
    #[error("{day} is still to come; choose a day up to {today} with {option}")]
    DayToCome {
        /// The day.
        day: Day,
        /// Today.
        today: Day,
        /// The option it was named with.
        option: &'static str,
    },
    /// The user left a question without an answer.
    #[error("nothing was chosen")]
    NobodyChose,
}

/// Whether the command line is at fault: it asks for what cannot be, or for
/// what the files do not have.
pub fn is_wrong_usage(error: &anyhow::Error) -> bool {
    let command = error.downcast_ref().is_some_and(|error| match error {
        CommandError::Form(_)
        | CommandError::TableForm(_)
        | CommandError::OverwritesInput(_)
        | CommandError::OverwritesOutput(_)
        | CommandError::DayToCome { .. } => true,
        CommandError::AllRefused
        | CommandError::CannotWrite { .. }
        | CommandError::CannotPrint(_)
        | CommandError::NobodyChose => false,
    });
    command
        || matches!(error.downcast_ref(), Some(PlanError::NoSuchColumn { .. }))
        || matches!(error.downcast_ref(), Some(ReadError::NoFiles | ReadError::Pattern { .. }))
        || matches!(error.downcast_ref(), Some(LedgerError::NoSuchCurrency { .. }))
        || matches!(error.downcast_ref(), Some(TableError::Extension(_)))
        || matches!(error.downcast_ref(), Some(FiguresError::Terms(_)))
}

/// The sentence about `error`, with what caused it, for whoever asked.
pub fn of_error(error: &anyhow::Error, asker: Asker, phrases: Phrases) -> String {
    let said =
        |sentence: Option<String>| sentence.unwrap_or_else(|| in_english(error.as_ref(), phrases));
    if let Some(error) = error.downcast_ref() {
        return of_plan_error(error, asker, phrases);
    }
    if let Some(error) = error.downcast_ref() {
        return of_read_error(error, phrases);
    }
    if let Some(error) = error.downcast_ref() {
        return of_command_error(error, asker, phrases);
    }
    if let Some(error) = error.downcast_ref() {
        return said(of_ledger_error(error, phrases));
    }
    if let Some(error) = error.downcast_ref() {
        return said(of_figures_error(error, phrases));
    }
    if let Some(error) = error.downcast_ref() {
        return said(of_table_error(error, asker, phrases));
    }
    said(of_record(error, phrases))
}

/// What the error and its causes say of themselves.
fn in_english(error: &(dyn std::error::Error + 'static), phrases: Phrases) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(why) = cause {
        text = because(&text, &why.to_string(), phrases);
        cause = why.source();
    }
    text
}

fn because(what: &str, why: &str, phrases: Phrases) -> String {
    phrases.say_with("error-because", &[("what", what.into()), ("why", why.into())])
}

fn of_command_error(error: &CommandError, asker: Asker, phrases: Phrases) -> String {
    let about_file = |key: &str, file: &str| phrases.say_with(key, &[("file", file.into())]);
    match error {
        CommandError::AllRefused => phrases.say_with("error-all-refused", &[asker.variable()]),
        CommandError::Form(file) => about_file("error-form", file),
        CommandError::TableForm(file) => about_file("error-table-form", file),
        CommandError::OverwritesInput(file) => about_file("error-overwrites-input", file),
        CommandError::OverwritesOutput(file) => about_file("error-overwrites-output", file),
        CommandError::CannotWrite { file, source } => {
            of_unwritten(file, of_writing(source, phrases), phrases)
        }
        CommandError::CannotPrint(source) => {
            let reason = of_system(source, phrases);
            phrases.say_with("error-cannot-print", &[("reason", reason.into())])
        }
        CommandError::DayToCome { day, today, option } => phrases.say_with(
            "error-as-of-in-future",
            &[
                ("day", phrases.day(*day).into()),
                ("today", phrases.day(*today).into()),
                ("option", (*option).into()),
            ],
        ),
        CommandError::NobodyChose => phrases.say("command-nobody-chose"),
    }
}

fn of_unwritten(file: &str, reason: String, phrases: Phrases) -> String {
    let variables = [("file", file.into()), ("reason", reason.into())];
    phrases.say_with("error-cannot-write", &variables)
}

fn of_ledger_error(error: &LedgerError, phrases: Phrases) -> Option<String> {
    match error {
        LedgerError::Spill(why) => Some(of_spill(why, phrases)),
        LedgerError::Book(error) => of_book_error(error, phrases),
        LedgerError::NoOrders { as_of, rows, anonymous, after } => Some(phrases.say_with(
            "error-no-orders",
            &[
                ("day", phrases.day(*as_of).into()),
                ("rows", (*rows).into()),
                ("anonymous", (*anonymous).into()),
                ("after", (*after).into()),
            ],
        )),
        LedgerError::NothingSold { as_of, rows } => Some(phrases.say_with(
            "error-nothing-sold",
            &[("day", phrases.day(*as_of).into()), ("rows", (*rows).into())],
        )),
        LedgerError::NoSuchCurrency { wanted, found } => {
            let found: Vec<&str> = found.iter().map(kernel::Currency::code).collect();
            Some(phrases.say_with(
                "error-no-such-currency",
                &[("wanted", wanted.code().into()), ("found", found.join(", ").into())],
            ))
        }
        LedgerError::NoRows => Some(phrases.say("error-no-rows")),
    }
}

fn of_figures_error(error: &FiguresError, phrases: Phrases) -> Option<String> {
    match error {
        FiguresError::Book(error) => of_book_error(error, phrases),
        FiguresError::Terms(TermsError::PeriodNotOver { period, as_of }) => Some(phrases.say_with(
            "error-period-not-over",
            &[("period", phrases.period(*period).into()), ("day", phrases.day(*as_of).into())],
        )),
        // The command line lets none of these through.
        FiguresError::NoCustomers { .. }
        | FiguresError::AsOf { .. }
        | FiguresError::Terms(TermsError::Domain { .. })
        | FiguresError::Unit(_) => None,
    }
}

fn of_book_error(error: &BookError, phrases: Phrases) -> Option<String> {
    match error {
        BookError::Spill(why) => Some(of_spill(why, phrases)),
        BookError::Damaged | BookError::Beside { .. } => None,
    }
}

fn of_spill(why: &io::Error, phrases: Phrases) -> String {
    phrases.say_with("error-spill", &[("reason", of_system(why, phrases).into())])
}

fn of_table_error(error: &TableError, asker: Asker, phrases: Phrases) -> Option<String> {
    let name = |path: &std::path::Path| path.display().to_string();
    match error {
        TableError::Extension(path) => {
            Some(of_command_error(&CommandError::TableForm(name(path)), asker, phrases))
        }
        TableError::Io { path, source } => {
            Some(of_unwritten(&name(path), of_writing(source, phrases), phrases))
        }
        TableError::Format { path, reason } => {
            Some(of_unwritten(&name(path), reason.clone(), phrases))
        }
        TableError::TooManyRows(path) => {
            let file = Value::from(name(path));
            Some(phrases.say_with("error-too-many-rows", &[("file", file)]))
        }
        TableError::TextTooLong { path, row, limit } => Some(phrases.say_with(
            "error-cell-too-long",
            &[("file", name(path).into()), ("row", (*row).into()), ("limit", (*limit).into())],
        )),
        TableError::Shape { .. } => None,
    }
}

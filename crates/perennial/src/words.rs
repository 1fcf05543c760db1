//! Says in the user's language what went wrong and what to do about it.

use documents::orders::{PlanError, Question, ReadError, Reading, Rejected};
use documents::tables::TableError;
use measure::book::BookError;
use measure::ledger::LedgerError;
use measure::{FiguresError, TermsError};
use phrases::{Phrases, Value};

/// What the commands themselves cannot do.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
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
    #[error("cannot write {file}: {reason}")]
    CannotWrite {
        /// The file.
        file: String,
        /// What the system says.
        reason: String,
    },
    /// The user left a question without an answer.
    #[error("nothing was chosen")]
    NobodyChose,
}

/// The sentence about `error`, with what caused it.
pub fn of_error(error: &anyhow::Error, phrases: Phrases) -> String {
    let said =
        |sentence: Option<String>| sentence.unwrap_or_else(|| in_english(error.as_ref(), phrases));
    if let Some(error) = error.downcast_ref() {
        return of_plan_error(error, phrases);
    }
    if let Some(error) = error.downcast_ref() {
        return of_read_error(error, phrases);
    }
    if let Some(error) = error.downcast_ref() {
        return of_command_error(error, phrases);
    }
    if let Some(error) = error.downcast_ref() {
        return said(of_ledger_error(error, phrases));
    }
    if let Some(error) = error.downcast_ref() {
        return said(of_figures_error(error, phrases));
    }
    if let Some(error) = error.downcast_ref() {
        return said(of_table_error(error, phrases));
    }
    said(None)
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

fn of_command_error(error: &CommandError, phrases: Phrases) -> String {
    let about_file = |key: &str, file: &str| phrases.say_with(key, &[("file", file.into())]);
    match error {
        CommandError::AllRefused => phrases.say("error-all-refused"),
        CommandError::Form(file) => about_file("error-form", file),
        CommandError::TableForm(file) => about_file("error-table-form", file),
        CommandError::OverwritesInput(file) => about_file("error-overwrites-input", file),
        CommandError::OverwritesOutput(file) => about_file("error-overwrites-output", file),
        CommandError::CannotWrite { file, reason } => phrases.say_with(
            "error-cannot-write",
            &[("file", file.as_str().into()), ("reason", reason.as_str().into())],
        ),
        CommandError::NobodyChose => phrases.say("command-nobody-chose"),
    }
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
        LedgerError::NoSuchCurrency { wanted, found } => {
            let found: Vec<&str> = found.iter().map(|currency| currency.code()).collect();
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

fn of_spill(why: &std::io::Error, phrases: Phrases) -> String {
    phrases.say_with("error-spill", &[("reason", why.to_string().into())])
}

fn of_table_error(error: &TableError, phrases: Phrases) -> Option<String> {
    let cannot_write = |path: &std::path::Path, reason: String| {
        let file = path.display().to_string();
        of_command_error(&CommandError::CannotWrite { file, reason }, phrases)
    };
    match error {
        TableError::Extension(path) => {
            let file = path.display().to_string();
            Some(of_command_error(&CommandError::TableForm(file), phrases))
        }
        TableError::Io { path, source } => Some(cannot_write(path, source.to_string())),
        TableError::Format { path, reason } => Some(cannot_write(path, reason.clone())),
        TableError::TooManyRows(path) => {
            Some(phrases.say_with(
                "error-too-many-customers",
                &[("file", path.display().to_string().into())],
            ))
        }
        TableError::Shape { .. } => None,
    }
}

fn of_plan_error(error: &PlanError, phrases: Phrases) -> String {
    let columns = |columns: &[String]| Value::from(columns.join(", "));
    match error {
        PlanError::Read(error) => of_read_error(error, phrases),
        PlanError::Ambiguous { question, readings } => {
            let mut text = of_question(*question, phrases);
            for reading in readings {
                text.push_str("\n  ");
                text.push_str(&of_reading(reading, phrases));
            }
            text
        }
        PlanError::NoDate { file, columns: names } => {
            phrases.say_with("error-no-date", &[("file", file.into()), ("columns", columns(names))])
        }
        PlanError::NoCustomer { file, columns: names } => phrases
            .say_with("error-no-customer", &[("file", file.into()), ("columns", columns(names))]),
        PlanError::NoSuchColumn { file, column, columns: names } => phrases.say_with(
            "error-no-such-column",
            &[("file", file.into()), ("column", column.into()), ("columns", columns(names))],
        ),
    }
}

fn of_read_error(error: &ReadError, phrases: Phrases) -> String {
    let text = |text: &str| Value::from(text.to_owned());
    match error {
        ReadError::NoFiles => phrases.say("error-no-files"),
        ReadError::Pattern { pattern, reason } => phrases
            .say_with("error-pattern", &[("pattern", text(pattern)), ("reason", text(reason))]),
        ReadError::NothingMatches(pattern) => {
            phrases.say_with("error-nothing-matches", &[("pattern", text(pattern))])
        }
        ReadError::Io { file, source } => phrases.say_with(
            "error-cannot-read",
            &[("file", text(file)), ("reason", source.to_string().into())],
        ),
        ReadError::Empty(file) => phrases.say_with("error-empty", &[("file", text(file))]),
        ReadError::Binary(file) => phrases.say_with("error-binary", &[("file", text(file))]),
        ReadError::Damaged { file, format, reason } => phrases.say_with(
            "error-damaged",
            &[("file", text(file)), ("format", text(format)), ("reason", text(reason))],
        ),
        ReadError::RowTooLong { file, line, limit } => phrases.say_with(
            "error-row-too-long",
            &[("file", text(file)), ("line", (*line).into()), ("limit", (*limit).into())],
        ),
        ReadError::Refused(row) => {
            format!("{}\n{}", phrases.say("error-strict"), of_rejected(row, phrases))
        }
        ReadError::RejectedNotKept(source) => {
            phrases.say_with("error-rejected-not-kept", &[("reason", source.to_string().into())])
        }
        ReadError::Sink(source) => source
            .downcast_ref()
            .and_then(|error| of_ledger_error(error, phrases))
            .unwrap_or_else(|| in_english(source.as_ref(), phrases)),
    }
}

/// What is to be settled.
pub fn of_question(question: Question, phrases: Phrases) -> String {
    phrases.say(match question {
        Question::DateOrder => "question-date-order",
        Question::Decimal => "question-decimal",
        Question::Customer => "question-customer",
        Question::Date => "question-date",
        Question::Amount => "question-amount",
    })
}

/// One answer to the question: what to type for it and what it comes to.
pub fn of_reading(reading: &Reading, phrases: Phrases) -> String {
    phrases.say_with(
        "command-reading",
        &[
            ("line", format!("--map '{}'", reading.map_line()).into()),
            ("example", reading.example.as_str().into()),
            ("meaning", reading.meaning.as_str().into()),
        ],
    )
}

/// Where a refused row stands and why it was refused.
pub fn of_rejected(row: &Rejected, phrases: Phrases) -> String {
    let key = match (&row.column, row.value.is_empty()) {
        (None, true) => "refused-row",
        (Some(_), true) => "refused-row-column",
        (None, false) => "refused-row-value",
        (Some(_), false) => "refused-row-column-value",
    };
    let mut variables = vec![
        ("file", Value::from(row.file.as_str())),
        // A line number is a name, not an amount: no separators.
        ("line", row.line.to_string().into()),
        ("reason", phrases.say(&format!("refused-{}", row.reason.key())).into()),
    ];
    variables.extend(row.column.as_deref().map(|column| ("column", column.into())));
    if !row.value.is_empty() {
        variables.push(("value", row.value.as_str().into()));
    }
    phrases.say_with(key, &variables)
}

//! Says how files can be read and why they cannot.

use documents::orders::{Note, PlanError, Question, ReadError, Reading, Rejected};
use phrases::{Asker, Phrases, Value};

use super::{in_english, of_ledger_error, of_system};
use crate::map_line;

/// Why it could not be found out how the files are to be read.
pub(super) fn of_plan_error(error: &PlanError, asker: Asker, phrases: Phrases) -> String {
    let columns = |columns: &[String]| Value::from(columns.join(", "));
    match error {
        PlanError::Read(error) => of_read_error(error, phrases),
        PlanError::Ambiguous { question, readings } => {
            let question_said = of_question(*question, phrases);
            let mut text = format!("{question_said}\n{}", phrases.say("command-choose"));
            for reading in readings {
                let variables = [
                    ("line", map_line::of(&reading.map).into()),
                    ("reading", of_reading(*question, reading, phrases).into()),
                ];
                text.push_str("\n  ");
                text.push_str(&phrases.say_with("command-reading", &variables));
            }
            text
        }
        PlanError::NoDate { file, columns: names } => phrases.say_with(
            "error-no-date",
            &[("file", file.into()), ("columns", columns(names)), asker.variable()],
        ),
        PlanError::NoCustomer { file, columns: names } => phrases.say_with(
            "error-no-customer",
            &[("file", file.into()), ("columns", columns(names)), asker.variable()],
        ),
        PlanError::NoSuchColumn { file, column, columns: names } => phrases.say_with(
            "error-no-such-column",
            &[
                ("file", file.into()),
                ("column", column.into()),
                ("columns", columns(names)),
                asker.variable(),
            ],
        ),
    }
}

/// Why the files could not be read.
pub(super) fn of_read_error(error: &ReadError, phrases: Phrases) -> String {
    let text = |text: &str| Value::from(text.to_owned());
    match error {
        ReadError::NoFiles => phrases.say("error-no-files"),
        ReadError::Pattern { pattern, reason } => phrases
            .say_with("error-pattern", &[("pattern", text(pattern)), ("reason", text(reason))]),
        ReadError::NothingMatches(pattern) => {
            phrases.say_with("error-nothing-matches", &[("pattern", text(pattern))])
        }
        ReadError::Io { file, source } if file == "-" => phrases
            .say_with("error-standard-input", &[("reason", of_system(source, phrases).into())]),
        ReadError::Io { file, source } => phrases.say_with(
            "error-cannot-read",
            &[("file", text(file)), ("reason", of_system(source, phrases).into())],
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
        ReadError::TooWide { file, columns } => phrases
            .say_with("error-too-wide", &[("file", text(file)), ("columns", (*columns).into())]),
        ReadError::Refused(row) => {
            format!("{}\n{}", phrases.say("error-strict"), of_rejected(row, phrases))
        }
        ReadError::RejectedNotKept(source) => phrases
            .say_with("error-rejected-not-kept", &[("reason", of_system(source, phrases).into())]),
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

/// One answer to the question: what it comes to.
pub fn of_reading(question: Question, reading: &Reading, phrases: Phrases) -> String {
    let example = Value::from(reading.example.as_str());
    let meaning = match question {
        Question::DateOrder => reading.meaning.parse().ok().map(|day| phrases.day(day)),
        Question::Decimal => {
            let digits = reading.meaning.split_once('.').map_or(0, |(_, digits)| digits.len());
            reading.meaning.parse().ok().map(|number| phrases.decimal(number, digits))
        }
        Question::Customer | Question::Date | Question::Amount => {
            let column = reading.map.columns.last().map_or("", |(_, column)| column);
            let variables = [("column", column.into()), ("example", example)];
            return phrases.say_with("reading-column", &variables);
        }
    };
    let meaning = meaning.unwrap_or_else(|| reading.meaning.clone());
    phrases.say_with("reading-value", &[("example", example), ("meaning", meaning.into())])
}

/// What is said of the files beside errors.
pub fn of_note(note: &Note, phrases: Phrases) -> String {
    let texts = note.texts().into_iter().map(|(name, text)| (name, Value::from(text)));
    let count = note.count().map(|count| ("count", count.into()));
    let mut variables: Vec<_> = texts.chain(count).chain([Asker::Command.variable()]).collect();
    if let Some(map) = map_line::instead(note) {
        variables.push(("line", map_line::of(&map).into()));
    }
    phrases.say_with(note.key(), &variables)
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

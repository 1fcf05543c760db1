//! Why it cannot be said how orders are written down, as data with an English
//! sentence.

use crate::formats::error::ReadError;
use crate::orders::options::ColumnMap;

/// Why it could not be found out how the orders are written down.
#[derive(Debug, thiserror::Error)]
pub enum PlanError {
    /// The files could not be read.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// Two or more readings are possible.
    #[error("{}", ambiguous(*.question, .readings))]
    Ambiguous {
        /// What is not clear.
        question: Question,
        /// What is possible; at least two.
        readings: Vec<Reading>,
    },
    /// No column holds dates.
    #[error("{file}: no column with the date of the order; columns: {}; name it with --map date=COLUMN, or call it \"Date\" or \"Order date\"", columns.join(", "))]
    NoDate {
        /// The file.
        file: String,
        /// The columns it has.
        columns: Vec<String>,
    },
    /// No column says who bought.
    #[error("{file}: no column that says who bought; columns: {}; name it with --map customer=COLUMN, or call it \"Customer ID\", \"Customer\" or \"Email\"", columns.join(", "))]
    NoCustomer {
        /// The file.
        file: String,
        /// The columns it has.
        columns: Vec<String>,
    },
    /// `--map` names a column that a file does not have.
    #[error("{file}: no column \"{column}\" as named in --map; columns: {}", columns.join(", "))]
    NoSuchColumn {
        /// The file.
        file: String,
        /// As named in the map.
        column: String,
        /// The columns it has.
        columns: Vec<String>,
    },
}

/// What is not clear about the files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Question {
    /// Whether the day or the month comes first.
    DateOrder,
    /// Whether a comma or a point stands before the cents.
    Decimal,
    /// Which column says who bought.
    Customer,
    /// Which column is the date of the order.
    Date,
    /// Which column is the amount.
    Amount,
}

/// One way to read files that can be read in several.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// What to pass as `--map` to choose it (everything already passed included).
    pub map: ColumnMap,
    /// A value as it stands in the file, for example `03/05/2026`.
    pub example: String,
    /// What this reading makes of it, for example `2026-05-03`.
    pub meaning: String,
}

fn ambiguous(question: Question, readings: &[Reading]) -> String {
    let what = match question {
        Question::DateOrder => "the dates can be read in more than one way",
        Question::Decimal => "the amounts can be read in more than one way",
        Question::Customer => "more than one column may say who bought",
        Question::Date => "more than one column may be the date of the order",
        Question::Amount => "more than one column may be the amount",
    };
    let line = |Reading { map, example, meaning }: &Reading| {
        format!("\n  --map '{map}'   (\"{example}\" is {meaning})")
    };
    let lines: Vec<String> = readings.iter().map(line).collect();
    format!("{what}; choose one:{}", lines.concat())
}

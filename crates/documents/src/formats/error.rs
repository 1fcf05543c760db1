//! Why a file, or a row of one, cannot be read, as data with an English sentence.

use std::io;

/// Why files could not be opened or read to their end.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// No name was given, or only empty ones.
    #[error("no file to read; name one or more, or \"-\" for standard input")]
    NoFiles,
    /// A pattern that is not one.
    #[error("\"{pattern}\" is not a pattern of file names: {reason}")]
    Pattern {
        /// As given.
        pattern: String,
        /// What is wrong with it.
        reason: String,
    },
    /// A pattern that fits no file.
    #[error("no file fits \"{0}\"")]
    NothingMatches(String),
    /// The system could not open or read a file.
    #[error("cannot read {file}: {source}")]
    Io {
        /// The file.
        file: String,
        /// What the system says.
        source: io::Error,
    },
    /// A file without a single byte or row.
    #[error("{0} is empty; there are no orders in it")]
    Empty(String),
    /// A file that is no text, table or known container.
    #[error(
        "{0} is not a table of orders: it holds binary data; give CSV, TSV, XLSX, Parquet or JSON lines"
    )]
    Binary(String),
    /// A workbook or Parquet file that is damaged or uses what we cannot read.
    #[error("{file} is damaged or not readable as {format}: {reason}")]
    Damaged {
        /// The file.
        file: String,
        /// What it was read as.
        format: &'static str,
        /// What the reader says.
        reason: String,
    },
    /// One record is longer than a record may be.
    #[error(
        "{file}, line {line}: one row is longer than {limit} bytes; is a quote or a line end missing?"
    )]
    RowTooLong {
        /// The file.
        file: String,
        /// Line where the row begins.
        line: u64,
        /// The limit in bytes.
        limit: usize,
    },
    /// A header that nobody could look through.
    #[error(
        "{file} has more than {columns} columns, or very long names for them; leave out those \
         that are not needed"
    )]
    TooWide {
        /// The file.
        file: String,
        /// The most columns that are shown.
        columns: usize,
    },
    /// `strict` is set and a row was refused.
    #[error("{0}")]
    Refused(Rejected),
    /// The refused row could not be written down.
    #[error("cannot keep the refused rows: {0}")]
    RejectedNotKept(io::Error),
    /// The taker of the rows could not take one.
    #[error("{0}")]
    Sink(Box<dyn std::error::Error + Send + Sync>),
}

/// A row that was refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rejected {
    /// The file, as the user named it.
    pub file: String,
    /// Line of a text, row of a sheet or of a Parquet file; from 1.
    pub line: u64,
    /// The column that is to blame, where one is.
    pub column: Option<String>,
    /// What stands there, cut to [`Rejected::VALUE_LIMIT`] characters.
    pub value: String,
    /// What is wrong with it.
    pub reason: RejectReason,
}

impl Rejected {
    /// How many characters of a value are kept.
    pub const VALUE_LIMIT: usize = 60;
}

impl std::fmt::Display for Rejected {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}, line {}: {}", self.file, self.line, self.reason)?;
        if !self.value.is_empty() {
            write!(f, ": \"{}\"", self.value)?;
        }
        match &self.column {
            Some(column) => write!(f, " (column \"{column}\")"),
            None => Ok(()),
        }
    }
}

/// Why a row was refused. The key names the sentence in `phrases`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, thiserror::Error)]
pub enum RejectReason {
    /// No date.
    #[error("the date is missing")]
    DateMissing,
    /// Not a date in any form known, or a day the calendar does not have.
    #[error("not a date")]
    NotADate,
    /// A date later than tomorrow.
    #[error("the date is in the future")]
    DateInFuture,
    /// A date before 1900.
    #[error("the date is before 1900")]
    DateTooEarly,
    /// Not an amount.
    #[error("not a number")]
    NotANumber,
    /// `1.234,50` among amounts such as `1,234.50`.
    #[error("the amount has another decimal sign than most of its file")]
    OtherDecimalSign,
    /// `NaN`, `inf` and the like.
    #[error("not a finite number")]
    NotFinite,
    /// More than fits in 18 digits of the minor unit.
    #[error("the number is too large")]
    NumberTooLarge,
    /// Not a currency code.
    #[error("not a currency")]
    NotACurrency,
    /// Fewer fields than the row needs.
    #[error("the row is shorter than the header: fields are missing")]
    TooFewFields,
    /// More fields than there are columns.
    #[error("the row is longer than the header: is a quote missing around a field?")]
    TooManyFields,
    /// A quote that opens a field and is not closed.
    #[error("a quote opens a field and is not closed")]
    OpenQuote,
    /// NUL bytes.
    #[error("the row holds binary data")]
    Binary,
    /// Not a JSON object.
    #[error("not a JSON object")]
    NotJson,
}

impl RejectReason {
    /// Its name, for message keys and tables.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::DateMissing => "date-missing",
            Self::NotADate => "not-a-date",
            Self::DateInFuture => "date-in-future",
            Self::DateTooEarly => "date-too-early",
            Self::NotANumber => "not-a-number",
            Self::OtherDecimalSign => "other-decimal-sign",
            Self::NotFinite => "not-finite",
            Self::NumberTooLarge => "number-too-large",
            Self::NotACurrency => "not-a-currency",
            Self::TooFewFields => "too-few-fields",
            Self::TooManyFields => "too-many-fields",
            Self::OpenQuote => "open-quote",
            Self::Binary => "binary",
            Self::NotJson => "not-json",
        }
    }
}

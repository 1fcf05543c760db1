//! Tables out, row by row: CSV, XLSX or Parquet by the file's extension.
//!
//! A table is written under a temporary name beside its own and renamed at
//! the end, so that no one ever finds half of it.

mod csv;
mod parquet;
mod spreadsheet;

use std::io;
use std::path::{Path, PathBuf};

use crate::whole_file::WholeFile;
use kernel::{Currency, Day, Money};

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Its name in the header.
    pub name: String,
    /// What its cells hold.
    pub kind: ColumnKind,
}

impl Column {
    /// A column of this name and kind.
    #[must_use]
    pub fn new(name: impl Into<String>, kind: ColumnKind) -> Self {
        Self { name: name.into(), kind }
    }
}

/// What the cells of a column hold; any may be empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ColumnKind {
    /// Any text.
    Text,
    /// A whole number.
    Integer,
    /// A number, written as exactly as it is known.
    Number,
    /// A number that means something up to so many decimals.
    Decimals(u8),
    /// A share of a whole, 0..=1; a spreadsheet shows it in per cent.
    Share,
    /// Money in this currency.
    Money(Currency),
    /// Money, each in a currency of its own.
    Amounts,
    /// A day.
    Date,
    /// Yes or no.
    Bool,
}

impl ColumnKind {
    /// Decimals of a share: a millionth is less than any of them is known to.
    const SHARE_DECIMALS: u8 = 6;

    /// How many decimals a number is written with; `None` for all it has.
    fn decimals(self) -> Option<u8> {
        match self {
            Self::Decimals(decimals) => Some(decimals),
            Self::Share => Some(Self::SHARE_DECIMALS),
            Self::Text
            | Self::Integer
            | Self::Number
            | Self::Money(_)
            | Self::Amounts
            | Self::Date
            | Self::Bool => None,
        }
    }

    /// `number` as a column of this kind writes it.
    fn rounded(self, number: f64) -> f64 {
        let Some(decimals) = self.decimals() else { return number };
        let unit = 10_f64.powi(i32::from(decimals));
        let rounded = (number * unit).round() / unit;
        // A number too large to have decimals is left alone, and zero has no sign.
        if rounded.is_finite() { rounded + 0.0 } else { number }
    }
}

/// A value in a table.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Cell<'a> {
    /// Nothing.
    Empty,
    /// A text.
    Text(&'a str),
    /// A whole number.
    Integer(i64),
    /// A number; written as nothing where it is not finite.
    Number(f64),
    /// Minor units of the column's currency.
    Money(i64),
    /// Money, written with the decimals of its own currency.
    Amount(Money),
    /// A day.
    Date(Day),
    /// Yes or no.
    Bool(bool),
}

/// Why a table could not be written.
#[derive(Debug, thiserror::Error)]
pub enum TableError {
    /// A name that does not end in .csv, .xlsx or .parquet.
    #[error("{0}: unknown kind of table; name it .csv, .xlsx or .parquet")]
    Extension(PathBuf),
    /// The system could not write.
    #[error("cannot write {path}: {source}")]
    Io {
        /// The table's file.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// A sheet of a workbook ends at row 1,048,576.
    #[error(
        "{0}: a spreadsheet holds {limit} rows and these are more; write .csv or .parquet instead",
        limit = spreadsheet::MAX_ROWS
    )]
    TooManyRows(PathBuf),
    /// A text that no cell of a spreadsheet holds.
    #[error(
        "{path}, row {row}: a text is longer than the {limit} characters a cell of a spreadsheet holds; write .csv or .parquet instead"
    )]
    TextTooLong {
        /// The table's file.
        path: PathBuf,
        /// The row, from 1.
        row: u64,
        /// Characters that a cell holds.
        limit: u64,
    },
    /// The writer of the format gave up.
    #[error("cannot write {path}: {reason}")]
    Format {
        /// The table's file.
        path: PathBuf,
        /// What the writer says.
        reason: String,
    },
    /// A row with more or fewer cells than there are columns, or a cell of
    /// another kind than its column.
    #[error("row {row} does not fit the columns of {path}")]
    Shape {
        /// The table's file.
        path: PathBuf,
        /// The row, from 1.
        row: u64,
    },
}

/// Writes a table row by row.
pub struct TableWriter {
    path: PathBuf,
    columns: Vec<Column>,
    rows: u64,
    form: Form,
    file: WholeFile,
}

enum Form {
    Csv(csv::Csv),
    Spreadsheet(Box<spreadsheet::Spreadsheet>),
    Parquet(Box<parquet::Parquet>),
}

impl TableWriter {
    /// Begins a table; an existing file of this name stays until
    /// [`TableWriter::finish`].
    ///
    /// # Errors
    /// Where the extension is unknown or the folder cannot be written to.
    pub fn create(path: &Path, columns: Vec<Column>) -> Result<Self, TableError> {
        Self::begin(path, columns, "")
    }

    /// As [`TableWriter::create`]; CSV begins with a byte order mark, without which
    /// Excel takes UTF-8 for the letters of its own country.
    ///
    /// # Errors
    /// As [`TableWriter::create`].
    pub fn create_for_people(path: &Path, columns: Vec<Column>) -> Result<Self, TableError> {
        Self::begin(path, columns, "\u{feff}")
    }

    fn begin(path: &Path, columns: Vec<Column>, mark: &str) -> Result<Self, TableError> {
        let extension = path.extension().unwrap_or_default().to_string_lossy().to_ascii_lowercase();
        let at_fault = |source| TableError::Io { path: path.to_owned(), source };
        let create = || WholeFile::create(path).map_err(at_fault);
        let (whole, form) = match extension.as_str() {
            "csv" => {
                let whole = create()?;
                let file = whole.handle().map_err(at_fault)?;
                (whole, Form::Csv(csv::Csv::new(file, &columns, mark).map_err(at_fault)?))
            }
            "xlsx" => {
                let sheet = spreadsheet::Spreadsheet::new(&columns);
                let sheet = sheet.map_err(|error| format_error(path, &error))?;
                (create()?, Form::Spreadsheet(Box::new(sheet)))
            }
            "parquet" => {
                let whole = create()?;
                let file = whole.handle().map_err(at_fault)?;
                let table = parquet::Parquet::new(file, &columns);
                let table = table.map_err(|error| format_error(path, &error))?;
                (whole, Form::Parquet(Box::new(table)))
            }
            _ => return Err(TableError::Extension(path.to_owned())),
        };
        Ok(Self { path: path.to_owned(), columns, rows: 0, form, file: whole })
    }

    /// Writes a row: one cell per column, each empty or of its column's kind.
    ///
    /// # Errors
    /// Where it cannot be written, does not fit the columns, or a spreadsheet
    /// is full or its cells too small.
    pub fn row(&mut self, cells: &[Cell<'_>]) -> Result<(), TableError> {
        self.rows += 1;
        let fits = cells.len() == self.columns.len()
            && cells.iter().zip(&self.columns).all(|(cell, column)| fits(cell, column.kind));
        if !fits {
            return Err(TableError::Shape { path: self.path.clone(), row: self.rows });
        }
        match &mut self.form {
            Form::Csv(csv) => csv
                .row(cells, &self.columns)
                .map_err(|source| TableError::Io { path: self.path.clone(), source }),
            Form::Spreadsheet(_) if self.rows > u64::from(spreadsheet::MAX_ROWS) => {
                Err(TableError::TooManyRows(self.path.clone()))
            }
            Form::Spreadsheet(_) if cells.iter().any(spreadsheet::is_too_long) => {
                let limit = spreadsheet::MAX_CHARACTERS as u64;
                Err(TableError::TextTooLong { path: self.path.clone(), row: self.rows, limit })
            }
            Form::Spreadsheet(sheet) => {
                sheet.row(cells, &self.columns).map_err(|error| format_error(&self.path, &error))
            }
            Form::Parquet(table) => {
                table.row(cells).map_err(|error| format_error(&self.path, &error))
            }
        }
    }

    /// Completes the table and gives it its name.
    ///
    /// # Errors
    /// Where it cannot be written to its end or renamed.
    pub fn finish(self) -> Result<(), TableError> {
        let Self { path, form, file: whole, .. } = self;
        let at_fault = |source| TableError::Io { path: path.clone(), source };
        match form {
            Form::Csv(csv) => csv.finish().map_err(at_fault)?,
            Form::Spreadsheet(sheet) => {
                let file = whole.handle().map_err(at_fault)?;
                sheet.finish(file).map_err(|error| format_error(&path, &error))?;
            }
            Form::Parquet(table) => {
                table.finish().map_err(|error| format_error(&path, &error))?;
            }
        }
        whole.finish().map_err(at_fault)
    }
}

fn format_error(path: &Path, error: &dyn std::error::Error) -> TableError {
    TableError::Format { path: path.to_owned(), reason: error.to_string() }
}

/// Whether a cell may stand in a column.
fn fits(cell: &Cell<'_>, kind: ColumnKind) -> bool {
    matches!(
        (cell, kind),
        (Cell::Empty, _)
            | (Cell::Text(_), ColumnKind::Text)
            | (Cell::Integer(_), ColumnKind::Integer)
            | (Cell::Number(_), ColumnKind::Number | ColumnKind::Decimals(_) | ColumnKind::Share)
            | (Cell::Money(_), ColumnKind::Money(_))
            | (Cell::Amount(_), ColumnKind::Amounts)
            | (Cell::Date(_), ColumnKind::Date)
            | (Cell::Bool(_), ColumnKind::Bool)
    )
}

#[cfg(test)]
mod tests;

//! Tables as files, for people to take along. Which library writes them the
//! program decides; pages only know rows.

use std::fs::File;
use std::io;

use kernel::{Day, Money};

/// The form of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TableForm {
    /// Values with commas between.
    Csv,
    /// A workbook of one sheet.
    Xlsx,
}

impl TableForm {
    /// Both.
    pub const ALL: [TableForm; 2] = [TableForm::Csv, TableForm::Xlsx];

    /// The ending of its files.
    #[must_use]
    pub fn ending(self) -> &'static str {
        match self {
            TableForm::Csv => "csv",
            TableForm::Xlsx => "xlsx",
        }
    }

    /// The form of an ending.
    #[must_use]
    pub fn of_ending(ending: &str) -> Option<Self> {
        TableForm::ALL.into_iter().find(|form| form.ending() == ending)
    }

    /// Its media type.
    #[must_use]
    pub fn media(self) -> &'static str {
        match self {
            TableForm::Csv => "text/csv; charset=utf-8",
            TableForm::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        }
    }
}

/// A column: what it is called, and what its cells hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableColumn {
    /// What people call it.
    pub name: String,
    /// What its cells hold.
    pub holds: TableHolds,
}

/// What the cells of a column hold; any may be empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TableHolds {
    /// Words.
    Text,
    /// Whole numbers.
    Integer,
    /// Money.
    Amounts,
    /// Days.
    Day,
}

/// A value in a table, of what its column holds.
#[derive(Debug, Clone, PartialEq)]
pub enum TableCell {
    /// Nothing.
    Empty,
    /// Words.
    Text(String),
    /// A whole number.
    Integer(i64),
    /// Money, with the decimals of its currency.
    Amount(Money),
    /// A day.
    Day(Day),
}

/// Begins tables.
pub trait Tables: Send + Sync {
    /// A table of these columns.
    ///
    /// # Errors
    /// Where it cannot be written anywhere.
    fn begin(&self, form: TableForm, columns: &[TableColumn]) -> io::Result<Box<dyn Table>>;
}

/// A table that is being written, row by row; never whole in memory.
pub trait Table: Send {
    /// Writes a row: one cell for each column.
    ///
    /// # Errors
    /// Where it cannot be written, or is more than the form holds.
    fn row(&mut self, cells: &[TableCell]) -> io::Result<()>;

    /// Ends it; the file is read from its start and gone once it is closed.
    ///
    /// # Errors
    /// Where it cannot be written to its end.
    fn finish(self: Box<Self>) -> io::Result<File>;
}

/// Where nothing writes tables none can be begun: for pages without lists.
impl Tables for () {
    fn begin(&self, _: TableForm, _: &[TableColumn]) -> io::Result<Box<dyn Table>> {
        Err(io::ErrorKind::Unsupported.into())
    }
}

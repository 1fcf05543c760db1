//! `--rejected FILE`, and the same of files that a browser sent: one row per
//! refused row of the orders.

use std::io;
use std::path::Path;

use documents::orders::{ReadError, Rejected};
use documents::tables::{Cell, Column, ColumnKind, TableError, TableWriter};
use phrases::Phrases;

/// The table of the rows that were not taken, or none.
#[derive(Default)]
pub struct RefusedRows {
    table: Option<(TableWriter, Phrases)>,
}

impl RefusedRows {
    /// Begins the table, with its header in the language of `phrases`.
    pub fn create(path: Option<&Path>, phrases: Phrases) -> Result<Self, TableError> {
        let begin = |path| TableWriter::create(path, columns(phrases));
        let table = path.map(begin).transpose()?;
        Ok(Self { table: table.map(|table| (table, phrases)) })
    }

    /// Adds a row. What goes wrong is a [`TableError`] inside.
    pub fn add(&mut self, row: &Rejected) -> io::Result<()> {
        let Some((table, phrases)) = &mut self.table else { return Ok(()) };
        let reason = phrases.say(&format!("refused-{}", row.reason.key()));
        let cells = [
            Cell::Text(&row.file),
            i64::try_from(row.line).map_or(Cell::Empty, Cell::Integer),
            row.column.as_deref().map_or(Cell::Empty, Cell::Text),
            Cell::Text(&row.value),
            Cell::Text(&reason),
        ];
        table.row(&cells).map_err(io::Error::other)
    }

    /// Completes the table.
    pub fn finish(self) -> Result<(), TableError> {
        self.table.map_or(Ok(()), |(table, _)| table.finish())
    }
}

fn columns(phrases: Phrases) -> Vec<Column> {
    let columns = [
        ("rejected-file", ColumnKind::Text),
        ("rejected-line", ColumnKind::Integer),
        ("rejected-column", ColumnKind::Text),
        ("rejected-value", ColumnKind::Text),
        ("rejected-reason", ColumnKind::Text),
    ];
    columns.into_iter().map(|(key, kind)| Column::new(phrases.say(key), kind)).collect()
}

/// `error`, or what kept this table from being written where that is behind it.
pub fn or_what_is_behind(error: ReadError) -> anyhow::Error {
    match error {
        ReadError::RejectedNotKept(source) => match source.downcast::<TableError>() {
            Ok(behind) => behind.into(),
            Err(source) => ReadError::RejectedNotKept(source).into(),
        },
        other => other.into(),
    }
}

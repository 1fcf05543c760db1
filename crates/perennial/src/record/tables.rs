//! Lists as files, written by what writes the tables of the review.

use std::fs::File;
use std::io;
use std::path::PathBuf;

use documents::tables::{Cell, Column, ColumnKind, TableWriter};
use tempfile::TempDir;
use web::{Table, TableCell, TableColumn, TableForm, TableHolds, Tables};

/// Writes tables in folders of their own, which are gone with them.
pub struct TemporaryTables;

struct Temporary {
    writer: TableWriter,
    path: PathBuf,
    /// Removes the file.
    _folder: TempDir,
}

impl Tables for TemporaryTables {
    fn begin(&self, form: TableForm, columns: &[TableColumn]) -> io::Result<Box<dyn Table>> {
        let folder = TempDir::new()?;
        let path = folder.path().join("customers").with_extension(form.ending());
        let columns = columns.iter().map(|column| {
            let kind = match column.holds {
                TableHolds::Text => ColumnKind::Text,
                TableHolds::Integer => ColumnKind::Integer,
                TableHolds::Amounts => ColumnKind::Amounts,
                TableHolds::Day => ColumnKind::Date,
            };
            Column::new(column.name.clone(), kind)
        });
        let writer = TableWriter::create_for_people(&path, columns.collect());
        let writer = writer.map_err(io::Error::other)?;
        Ok(Box::new(Temporary { writer, path, _folder: folder }))
    }
}

impl Table for Temporary {
    fn row(&mut self, cells: &[TableCell]) -> io::Result<()> {
        let cells: Vec<Cell<'_>> = cells
            .iter()
            .map(|cell| match cell {
                TableCell::Empty => Cell::Empty,
                TableCell::Text(text) => Cell::Text(text),
                TableCell::Integer(number) => Cell::Integer(*number),
                TableCell::Amount(money) => Cell::Amount(*money),
                TableCell::Day(day) => Cell::Date(*day),
            })
            .collect();
        self.writer.row(&cells).map_err(io::Error::other)
    }

    fn finish(self: Box<Self>) -> io::Result<File> {
        let Self { writer, path, _folder } = *self;
        writer.finish().map_err(io::Error::other)?;
        // Open, it can be read although its folder goes now.
        File::open(path)
    }
}

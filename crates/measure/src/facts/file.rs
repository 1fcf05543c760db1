//! A file of facts: its bytes, and its facts again.

use std::fmt::Display;

use kernel::facts::Fact;
use parquet::arrow::ArrowWriter;
use parquet::arrow::arrow_reader::{ParquetRecordBatchReader, ParquetRecordBatchReaderBuilder};
use parquet::basic::{Compression, ZstdLevel};
use parquet::file::properties::WriterProperties;

use super::FactsError;
use super::folder::Opened;
use super::table::{self, Table};

/// Rows encoded and decoded at a time.
const BATCH_ROWS: usize = 8192;

/// The bytes of a file. The same facts give the same bytes.
pub(super) fn encoded<T: Table>(facts: &[Fact<T>]) -> Result<Vec<u8>, FactsError> {
    let unwritten = |error: &dyn Display| FactsError::Encoding(error.to_string());
    let properties = WriterProperties::builder()
        .set_compression(Compression::ZSTD(ZstdLevel::default()))
        .build();
    let schema = table::schema::<T>();
    let writer = ArrowWriter::try_new(Vec::new(), schema.clone(), Some(properties));
    let mut writer = writer.map_err(|error| unwritten(&error))?;
    for rows in facts.chunks(BATCH_ROWS) {
        let rows = table::rows(&schema, rows).map_err(|error| unwritten(&error))?;
        writer.write(&rows).map_err(|error| unwritten(&error))?;
    }
    writer.into_inner().map_err(|error| unwritten(&error))
}

/// The facts of a file, by id.
pub(super) struct FactsOfFile<T> {
    name: String,
    rows: ParquetRecordBatchReader,
    held: std::vec::IntoIter<Fact<T>>,
}

impl<T: Table> FactsOfFile<T> {
    pub fn of(name: &str, file: Opened) -> Result<Self, FactsError> {
        let rows = match file {
            Opened::File(file) => ParquetRecordBatchReaderBuilder::try_new(file)
                .and_then(|rows| rows.with_batch_size(BATCH_ROWS).build()),
            Opened::Object(bytes) => ParquetRecordBatchReaderBuilder::try_new(bytes)
                .and_then(|rows| rows.with_batch_size(BATCH_ROWS).build()),
        };
        let rows = rows.map_err(|error| damaged(name, &error))?;
        Ok(Self { name: name.to_owned(), rows, held: Vec::new().into_iter() })
    }
}

impl<T: Table> Iterator for FactsOfFile<T> {
    type Item = Result<Fact<T>, FactsError>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(fact) = self.held.next() {
                return Some(Ok(fact));
            }
            let rows = match self.rows.next()? {
                Ok(rows) => rows,
                Err(error) => return Some(Err(damaged(&self.name, &error))),
            };
            match table::facts(&rows) {
                Some(facts) => self.held = facts.into_iter(),
                None => return Some(Err(damaged(&self.name, &"it has other columns"))),
            }
        }
    }
}

fn damaged(name: &str, reason: &dyn Display) -> FactsError {
    FactsError::Damaged { name: name.to_owned(), reason: reason.to_string() }
}

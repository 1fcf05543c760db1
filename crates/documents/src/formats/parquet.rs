//! Records of a Parquet file.

use std::fmt::Write as _;
use std::fs::File;

use arrow::array::{Array, ArrayRef, RecordBatch};
use arrow::compute::cast;
use arrow::datatypes::DataType;
use arrow::error::ArrowError;
use arrow::util::display::{ArrayFormatter, FormatOptions};
use parquet::arrow::arrow_reader::{ArrowReaderOptions, ParquetRecordBatchReaderBuilder};
use parquet::file::metadata::RowGroupMetaData;

use super::error::ReadError;
use super::guard::guarded;
use super::record::Sample;
use super::record::{Record, RowBuffer, TakeRecords};
use super::source::Source;
use crate::values::typed;

const FORMAT: &str = "Parquet";
/// Rows decoded at a time.
const BATCH_ROWS: usize = 8192;
/// Row groups sampled, spread over the file.
const SAMPLED_GROUPS: usize = 8;

fn open(source: &Source) -> Result<ParquetRecordBatchReaderBuilder<File>, ReadError> {
    let file = File::open(&source.path).map_err(|error| source.io_error(error))?;
    let size = file.metadata().map_err(|error| source.io_error(error))?.len();
    // the types of Parquet itself are enough, and simpler than those of Arrow
    let options = ArrowReaderOptions::new().with_skip_arrow_metadata(true);
    let builder = guarded(source, FORMAT, || {
        ParquetRecordBatchReaderBuilder::try_new_with_options(file, options)
    })?;
    // the reader takes these for granted
    let mut row_groups = builder.metadata().row_groups().iter();
    if row_groups.all(|group| is_sound(group, size)) {
        Ok(builder)
    } else {
        Err(source.damaged(FORMAT, &"a column lies outside the file"))
    }
}

/// Whether the columns of a row group lie inside a file of so many bytes.
fn is_sound(group: &RowGroupMetaData, size: u64) -> bool {
    group.num_rows() >= 0
        && group.columns().iter().all(|column| {
            let start = column.dictionary_page_offset().unwrap_or(column.data_page_offset());
            let bounds = [start, column.data_page_offset(), column.compressed_size()];
            let inside = |bound: i64| u64::try_from(bound).is_ok_and(|bound| bound <= size);
            bounds.into_iter().all(inside) && column.num_values() >= 0
        })
}

/// Columns, row groups and sampled rows of a file.
pub(crate) struct SampledTable {
    pub(crate) columns: Vec<String>,
    pub(crate) row_groups: Vec<u64>,
    pub(crate) sample: Sample,
}

/// Looks at the first rows of some of the row groups.
pub(crate) fn sample(source: &Source, rows: usize) -> Result<SampledTable, ReadError> {
    let builder = open(source)?;
    let columns: Vec<String> =
        builder.schema().fields().iter().map(|field| field.name().clone()).collect();
    let row_groups: Vec<u64> = builder
        .metadata()
        .row_groups()
        .iter()
        .map(|group| u64::try_from(group.num_rows()).unwrap_or(0))
        .collect();
    if row_groups.iter().sum::<u64>() == 0 {
        return Err(ReadError::Empty(source.name.clone()));
    }
    let step = row_groups.len().div_ceil(SAMPLED_GROUPS).max(1);
    let mut sample = Sample { is_whole: step == 1, ..Sample::default() };
    for group in (0..row_groups.len()).step_by(step) {
        let mut keep = |record: &Record<'_>| {
            sample.add(record);
            Ok(())
        };
        first_records(source, group, 1, Some(rows), &mut keep)?;
        sample.is_whole &= row_groups[group] <= rows as u64;
    }
    Ok(SampledTable { columns, row_groups, sample })
}

/// Hands on each row of a row group; the first has the number `row`.
pub(crate) fn records(
    source: &Source,
    group: usize,
    row: u64,
    take: &mut impl TakeRecords,
) -> Result<(), ReadError> {
    first_records(source, group, row, None, take)
}

fn first_records(
    source: &Source,
    group: usize,
    mut row: u64,
    limit: Option<usize>,
    take: &mut impl TakeRecords,
) -> Result<(), ReadError> {
    let damaged = |error: &dyn std::fmt::Display| source.damaged(FORMAT, error);
    let builder = open(source)?.with_row_groups(vec![group]).with_batch_size(BATCH_ROWS);
    // A limit, however large, makes the reader select row by row.
    let builder = match limit {
        Some(limit) => builder.with_limit(limit),
        None => builder,
    };
    let mut reader = guarded(source, FORMAT, || builder.build())?;
    let mut buffer = RowBuffer::default();
    while let Some(batch) = guarded(source, FORMAT, || reader.next().transpose())? {
        let columns = plain_columns(&batch).map_err(|error| damaged(&error))?;
        let options = FormatOptions::new();
        let formatters = columns
            .iter()
            .map(|column| ArrayFormatter::try_new(column, &options))
            .collect::<Result<Vec<_>, ArrowError>>()
            .map_err(|error| damaged(&error))?;
        for index in 0..batch.num_rows() {
            buffer.begin(columns.len());
            for (at, (column, formatter)) in columns.iter().zip(&formatters).enumerate() {
                if column.is_valid(index) {
                    buffer.set(at, |text| write_value(column, formatter, index, text));
                }
            }
            take.take(&buffer.record(row))?;
            row += 1;
        }
    }
    Ok(())
}

/// The columns, with times of any zone in UTC and floats in one width.
fn plain_columns(batch: &RecordBatch) -> Result<Vec<ArrayRef>, ArrowError> {
    let plain = |column: &ArrayRef| match column.data_type() {
        DataType::Timestamp(unit, Some(_)) => cast(column, &DataType::Timestamp(*unit, None)),
        DataType::Dictionary(_, values) => cast(column, values),
        _ => Ok(column.clone()),
    };
    batch.columns().iter().map(plain).collect()
}

fn write_value(column: &ArrayRef, formatter: &ArrayFormatter<'_>, index: usize, text: &mut String) {
    let start = text.len();
    // a value that cannot be shown is left empty
    if write!(text, "{}", formatter.value(index)).is_err() {
        text.truncate(start);
    }
    let data_type = column.data_type();
    if data_type.is_floating()
        && let Some(whole) = text[start..].strip_suffix(".0")
    {
        text.truncate(start + whole.len());
    }
    if data_type.is_floating() || data_type.is_decimal() {
        typed::unmistakable(text, start);
    }
}

//! Records of a sheet of an XLSX workbook.

use std::fmt::Write as _;
use std::fs::File;
use std::io::BufReader;
use std::ops::ControlFlow;

use calamine::{DataRef, ExcelDateTime, Reader, Xlsx};

use super::error::ReadError;
use super::guard::guarded;
use super::record::Sample;
use super::record::{Record, RowBuffer, TakeRecords};
use super::source::Source;
use crate::values::typed;

const FORMAT: &str = "XLSX";

type Workbook = Xlsx<BufReader<File>>;

fn open(source: &Source) -> Result<Workbook, ReadError> {
    let file = File::open(&source.path).map_err(|error| source.io_error(error))?;
    guarded(source, FORMAT, || Xlsx::new(BufReader::new(file)))
}

/// A sheet that is read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Sheet {
    pub(crate) name: String,
    /// The row of its header; 0 where it has none.
    pub(crate) header_line: u64,
}

/// The sheets that are not empty and the first rows of each.
pub(crate) fn samples(source: &Source, rows: usize) -> Result<Vec<(String, Sample)>, ReadError> {
    let mut workbook = open(source)?;
    let mut samples = Vec::new();
    for sheet in workbook.sheet_names() {
        let mut sample = Sample { is_whole: true, ..Sample::default() };
        let keep = |record: &Record<'_>| {
            sample.add(record);
            // the sheet may go on
            sample.is_whole = sample.rows.len() < rows;
            Ok(if sample.is_whole { ControlFlow::Continue(()) } else { ControlFlow::Break(()) })
        };
        sheet_records(source, &mut workbook, &sheet, keep)?;
        if !sample.rows.is_empty() {
            samples.push((sheet, sample));
        }
    }
    Ok(samples)
}

/// Hands on each row of a sheet below its header that is not blank; lines are
/// sheet rows.
pub(crate) fn records(
    source: &Source,
    sheet: &Sheet,
    take: &mut impl TakeRecords,
) -> Result<(), ReadError> {
    sheet_records(source, &mut open(source)?, &sheet.name, |record| {
        if record.line > sheet.header_line {
            take.take(record)?;
        }
        Ok(ControlFlow::Continue(()))
    })
}

/// Shows each row of a sheet until `see` breaks off; a sheet that holds a chart
/// only has none.
fn sheet_records(
    source: &Source,
    workbook: &mut Workbook,
    sheet: &str,
    mut see: impl FnMut(&Record<'_>) -> Result<ControlFlow<()>, ReadError>,
) -> Result<(), ReadError> {
    let mut cells = match workbook.worksheet_cells_reader(sheet) {
        Ok(cells) => cells,
        Err(calamine::XlsxError::NotAWorksheet(_)) => return Ok(()),
        Err(error) => return Err(source.damaged(FORMAT, &error)),
    };
    let mut buffer = RowBuffer::default();
    let mut row = None;
    while let Some(cell) = guarded(source, FORMAT, || cells.next_cell())? {
        let (cell_row, column) = cell.get_position();
        if row != Some(cell_row) {
            if let Some(row) = row
                && see(&buffer.record(u64::from(row) + 1))?.is_break()
            {
                return Ok(());
            }
            buffer.begin(0);
            row = Some(cell_row);
        }
        // a sheet has 16,384 columns; more is damage
        if column < 16_384 {
            buffer.set(column as usize, |text| write_value(cell.get_value(), text));
        }
    }
    if let Some(row) = row {
        // the last one: there is nothing left to break off
        let _ = see(&buffer.record(u64::from(row) + 1))?;
    }
    Ok(())
}

fn write_value(value: &DataRef<'_>, text: &mut String) {
    match value {
        DataRef::Empty => {}
        DataRef::Int(number) => text.push_str(&number.to_string()),
        DataRef::Float(number) => typed::write_number(*number, text),
        DataRef::String(string) | DataRef::DateTimeIso(string) | DataRef::DurationIso(string) => {
            text.push_str(string);
        }
        DataRef::SharedString(string) => text.push_str(string),
        DataRef::Bool(truth) => text.push_str(if *truth { "true" } else { "false" }),
        DataRef::DateTime(moment) => write_moment(moment, text),
        DataRef::Error(error) => text.push_str(&error.to_string()),
    }
}

fn write_moment(moment: &ExcelDateTime, text: &mut String) {
    let (year, month, day, hour, minute, second, _) = moment.to_ymd_hms_milli();
    let is_time_only = moment.is_duration() || moment.as_f64() < 1.0;
    // writing to a string cannot fail
    if !is_time_only {
        let _ = write!(text, "{year:04}-{month:02}-{day:02}");
    }
    if is_time_only || (hour, minute, second) != (0, 0, 0) {
        if !is_time_only {
            text.push(' ');
        }
        let _ = write!(text, "{hour:02}:{minute:02}:{second:02}");
    }
}

//! Tables as XLSX, one sheet, in constant memory.

use std::fs::File;
use std::io::{BufWriter, Write as _};

use kernel::Money;
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook, Worksheet, XlsxError};

use super::{Cell, Column, ColumnKind};

/// Rows a sheet holds below its header.
pub(super) const MAX_ROWS: u32 = 1_048_575;
/// Characters a cell holds.
pub(super) const MAX_CHARACTERS: usize = 32_767;
/// Whole numbers beyond this lose digits in a spreadsheet.
const EXACT: u64 = 1 << 53;

pub(super) struct Spreadsheet {
    workbook: Workbook,
    formats: Vec<Format>,
    next_row: u32,
}

impl Spreadsheet {
    pub(super) fn new(columns: &[Column]) -> Result<Self, XlsxError> {
        let mut workbook = Workbook::new();
        let bold = Format::new().set_bold();
        let sheet = workbook.add_worksheet_with_constant_memory()?;
        for (index, column) in columns.iter().enumerate() {
            let column_index = index as u16;
            let width = column.name.chars().count().clamp(10, 40) as f64 + 2.0;
            sheet.set_column_width(column_index, width)?;
        }
        sheet.set_freeze_panes(1, 0)?;
        for (index, column) in columns.iter().enumerate() {
            sheet.write_string_with_format(0, index as u16, &column.name, &bold)?;
        }
        let formats = columns.iter().map(|column| format_of(column.kind)).collect();
        Ok(Self { workbook, formats, next_row: 1 })
    }

    pub(super) fn row(&mut self, cells: &[Cell<'_>], columns: &[Column]) -> Result<(), XlsxError> {
        let row = self.next_row;
        self.next_row += 1;
        let sheet = self.workbook.worksheet_from_index(0)?;
        for (index, ((cell, column), format)) in
            cells.iter().zip(columns).zip(&self.formats).enumerate()
        {
            write_cell(sheet, (row, index as u16), cell, column.kind, format)?;
        }
        Ok(())
    }

    pub(super) fn finish(mut self, file: File) -> Result<(), XlsxError> {
        let mut file = BufWriter::new(file);
        self.workbook.save_to_writer(&mut file)?;
        Ok(file.flush()?)
    }
}

/// Whether a cell holds more than one of a sheet can.
pub(super) fn is_too_long(cell: &Cell<'_>) -> bool {
    match cell {
        Cell::Text(text) => text.len() > MAX_CHARACTERS && text.chars().count() > MAX_CHARACTERS,
        Cell::Empty
        | Cell::Integer(_)
        | Cell::Number(_)
        | Cell::Money(_)
        | Cell::Date(_)
        | Cell::Bool(_) => false,
    }
}

fn format_of(kind: ColumnKind) -> Format {
    match kind {
        ColumnKind::Date => Format::new().set_num_format("yyyy-mm-dd"),
        ColumnKind::Money(currency) => {
            let decimals = "0".repeat(currency.decimals() as usize);
            let point = if decimals.is_empty() { "" } else { "." };
            Format::new().set_num_format(format!("#,##0{point}{decimals}"))
        }
        ColumnKind::Text | ColumnKind::Integer | ColumnKind::Number | ColumnKind::Bool => {
            Format::new()
        }
    }
}

fn write_cell(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    cell: &Cell<'_>,
    kind: ColumnKind,
    format: &Format,
) -> Result<(), XlsxError> {
    match (cell, kind) {
        (Cell::Text(text), _) => {
            sheet.write_string(row, column, *text)?;
        }
        (Cell::Integer(number), _) if number.unsigned_abs() > EXACT => {
            sheet.write_string(row, column, number.to_string())?;
        }
        (Cell::Integer(number), _) => {
            sheet.write_number(row, column, *number as f64)?;
        }
        (Cell::Number(number), _) if number.is_finite() => {
            sheet.write_number(row, column, *number)?;
        }
        (Cell::Money(minor), ColumnKind::Money(currency)) => {
            let major = Money::new(*minor, currency).major();
            sheet.write_number_with_format(row, column, major, format)?;
        }
        (Cell::Date(day), _) => {
            let (year, month, of_month) = day.ymd();
            // spreadsheets know no day before 1900
            match u16::try_from(year)
                .ok()
                .and_then(|year| ExcelDateTime::from_ymd(year, month as u8, of_month as u8).ok())
            {
                Some(date) => sheet.write_datetime_with_format(row, column, &date, format)?,
                None => sheet.write_string(row, column, day.to_string())?,
            };
        }
        (Cell::Bool(truth), _) => {
            sheet.write_boolean(row, column, *truth)?;
        }
        (Cell::Empty | Cell::Number(_) | Cell::Money(_), _) => {}
    }
    Ok(())
}

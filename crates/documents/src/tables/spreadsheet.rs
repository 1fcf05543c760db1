//! Tables as XLSX, one sheet, in constant memory.

use std::fs::File;
use std::io::{BufWriter, Write as _};
use std::ops::RangeInclusive;

use kernel::{Currency, Money};
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook, Worksheet, XlsxError};

use super::{Cell, Column, ColumnKind};

/// Rows a sheet holds below its header.
pub(super) const MAX_ROWS: u32 = 1_048_575;
/// Characters a cell holds.
pub(super) const MAX_CHARACTERS: usize = 32_767;
/// Characters a column is wide: enough for a figure, and at most as much as
/// leaves others in sight.
const WIDTHS: RangeInclusive<usize> = 10..=70;
/// Whole numbers beyond this lose digits in a spreadsheet.
const EXACT: u64 = 1 << 53;

pub(super) struct Spreadsheet {
    workbook: Workbook,
    formats: Vec<Format>,
    /// The longest text of each column so far, its header included.
    longest: Vec<usize>,
    next_row: u32,
}

impl Spreadsheet {
    pub(super) fn new(columns: &[Column]) -> Result<Self, XlsxError> {
        let mut workbook = Workbook::new();
        let bold = Format::new().set_bold();
        let sheet = workbook.add_worksheet_with_constant_memory()?;
        sheet.set_freeze_panes(1, 0)?;
        for (index, column) in columns.iter().enumerate() {
            sheet.write_string_with_format(0, index as u16, &column.name, &bold)?;
        }
        let formats = columns.iter().map(|column| format_of(column.kind)).collect();
        let longest = columns.iter().map(|column| column.name.chars().count()).collect();
        Ok(Self { workbook, formats, longest, next_row: 1 })
    }

    pub(super) fn row(&mut self, cells: &[Cell<'_>], columns: &[Column]) -> Result<(), XlsxError> {
        let row = self.next_row;
        self.next_row += 1;
        let sheet = self.workbook.worksheet_from_index(0)?;
        for (index, ((cell, column), format)) in
            cells.iter().zip(columns).zip(&self.formats).enumerate()
        {
            write_cell(sheet, (row, index as u16), cell, column.kind, format)?;
            if let Cell::Text(text) = cell {
                let longest = &mut self.longest[index];
                // Letters need no counting where the bytes are no more.
                if text.len() > *longest {
                    *longest = text.chars().count().max(*longest);
                }
            }
        }
        Ok(())
    }

    pub(super) fn finish(mut self, file: File) -> Result<(), XlsxError> {
        let sheet = self.workbook.worksheet_from_index(0)?;
        for (index, longest) in (0..).zip(self.longest) {
            sheet.set_column_width(index, width_for(longest))?;
        }
        let mut file = BufWriter::new(file);
        self.workbook.save_to_writer(&mut file)?;
        Ok(file.flush()?)
    }
}

/// The width of a column whose longest text has so many characters.
fn width_for(longest: usize) -> f64 {
    const MARGIN: f64 = 2.0;
    longest.clamp(*WIDTHS.start(), *WIDTHS.end()) as f64 + MARGIN
}

/// Whether a cell holds more than one of a sheet can.
pub(super) fn is_too_long(cell: &Cell<'_>) -> bool {
    match cell {
        Cell::Text(text) => text.len() > MAX_CHARACTERS && text.chars().count() > MAX_CHARACTERS,
        Cell::Empty
        | Cell::Integer(_)
        | Cell::Number(_)
        | Cell::Money(_)
        | Cell::Amount(_)
        | Cell::Date(_)
        | Cell::Bool(_) => false,
    }
}

fn format_of(kind: ColumnKind) -> Format {
    match kind {
        ColumnKind::Date => Format::new().set_num_format("yyyy-mm-dd"),
        ColumnKind::Money(currency) => format_of_money(currency),
        ColumnKind::Decimals(decimals) => {
            Format::new().set_num_format(figures(usize::from(decimals)))
        }
        ColumnKind::Share => Format::new().set_num_format("0.0%"),
        ColumnKind::Text
        | ColumnKind::Integer
        | ColumnKind::Number
        | ColumnKind::Amounts
        | ColumnKind::Bool => Format::new(),
    }
}

fn format_of_money(currency: Currency) -> Format {
    Format::new().set_num_format(figures(currency.decimals() as usize))
}

/// The pattern of numbers with so many decimals.
fn figures(decimals: usize) -> String {
    let point = if decimals == 0 { "" } else { "." };
    format!("#,##0{point}{}", "0".repeat(decimals))
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
            sheet.write_number_with_format(row, column, kind.rounded(*number), format)?;
        }
        (Cell::Money(minor), ColumnKind::Money(currency)) => {
            let major = Money::new(*minor, currency).major();
            sheet.write_number_with_format(row, column, major, format)?;
        }
        (Cell::Amount(money), _) => {
            let format = format_of_money(money.currency);
            sheet.write_number_with_format(row, column, money.major(), &format)?;
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_is_as_wide_as_its_longest_text() {
        let columns = ["reason", "id"].map(|name| Column::new(name, ColumnKind::Text));
        let mut sheet = Spreadsheet::new(&columns).unwrap();
        let reason = "обычно заказывает раз в 18 дней, сейчас молчит 47 дней";
        sheet.row(&[Cell::Text(reason), Cell::Text("7")], &columns).unwrap();
        sheet.row(&[Cell::Text("shorter"), Cell::Empty], &columns).unwrap();
        assert_eq!(sheet.longest, [54, 2]);
        assert_eq!([54, 2, 4_000].map(|longest| width_for(longest) as u32), [56, 12, 72]);
    }

    #[test]
    fn figures_are_shown_with_their_decimals() {
        assert_eq!([0, 1, 2].map(figures), ["#,##0", "#,##0.0", "#,##0.00"]);
    }
}

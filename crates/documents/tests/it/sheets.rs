//! Workbooks with several sheets.

use documents::orders::Note;
use rust_xlsxwriter::Workbook;

use crate::table::{Table, options, read_files};

/// A workbook with these sheets, each a text parted by line ends and bars.
fn workbook(sheets: &[(&str, &str)]) -> Table {
    let mut workbook = Workbook::new();
    for (name, text) in sheets {
        let sheet = workbook.add_worksheet().set_name(*name).unwrap();
        for (row, line) in (0..).zip(text.lines()) {
            for (column, field) in (0..).zip(line.split('|')) {
                match field.parse::<f64>() {
                    Ok(number) => sheet.write_number(row, column, number).unwrap(),
                    Err(_) => sheet.write_string(row, column, field).unwrap(),
                };
            }
        }
    }
    let bytes = workbook.save_to_buffer().unwrap();
    read_files(&[("orders.xlsx", &bytes)], &options()).unwrap()
}

#[test]
fn sheets_with_the_same_header_are_read_and_the_others_named() {
    let table = workbook(&[
        ("Notes", "Made by Anna"),
        ("2024", "customer|date|amount\nA|2024-05-03|5.5\nB|2024-05-04|7"),
        ("2025", "Orders of 2025\n\nCustomer|Date|Amount\nA|2025-05-03|6\nB|soon|8"),
        ("People", "customer|city\nA|Iasi"),
        ("Empty", ""),
    ]);
    assert_eq!(table.short(), ["A 2024-05-03 550", "A 2025-05-03 600", "B 2024-05-04 700"]);
    assert_eq!(table.outcome.files[0].format, "XLSX (2024, 2025)");
    assert_eq!((table.rejected[0].line, table.rejected.len()), (5, 1));
    assert!(table.rejected[0].file.ends_with("orders.xlsx (2025)"), "{}", table.rejected[0]);
    let sheets: Vec<&str> = table
        .outcome
        .notes
        .iter()
        .map(|note| match note {
            Note::SheetNotRead { sheet, .. } => sheet.as_str(),
            _ => "another note",
        })
        .collect();
    assert_eq!(sheets, ["Notes", "People"]);
}

#[test]
fn a_workbook_without_a_header_is_read_from_its_first_sheet() {
    let table = workbook(&[("A", "A|2024-05-03|5.5\nB|2024-05-04|7"), ("B", "x")]);
    assert_eq!(table.short(), ["A 2024-05-03 550", "B 2024-05-04 700"]);
    assert_eq!(table.outcome.notes.len(), 1);
}

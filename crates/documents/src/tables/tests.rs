use std::fs::File;

use ::parquet::file::reader::{FileReader as _, SerializedFileReader};
use calamine::{Data, Reader as _, Xlsx};
use tempfile::TempDir;

use super::*;

fn columns() -> Vec<Column> {
    let euro = "EUR".parse().unwrap();
    vec![
        Column::new("customer", ColumnKind::Text),
        Column::new("orders", ColumnKind::Integer),
        Column::new("p_alive", ColumnKind::Number),
        Column::new("value", ColumnKind::Money(euro)),
        Column::new("last", ColumnKind::Date),
        Column::new("gold", ColumnKind::Bool),
    ]
}

fn rows() -> Vec<Vec<Cell<'static>>> {
    let day = Cell::Date("2026-05-03".parse().unwrap());
    vec![
        vec![
            Cell::Text("00012, \"A\""),
            Cell::Integer(7),
            Cell::Number(0.25),
            Cell::Money(-1250),
            day,
            Cell::Bool(true),
        ],
        vec![Cell::Empty; 6],
        vec![
            Cell::Text("=HYPERLINK()"),
            Cell::Integer(-1),
            Cell::Number(f64::NAN),
            Cell::Money(5),
            day,
            Cell::Bool(false),
        ],
    ]
}

fn written(name: &str) -> (TempDir, PathBuf) {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join(name);
    let mut table = TableWriter::create(&path, columns()).unwrap();
    for row in rows() {
        table.row(&row).unwrap();
    }
    table.finish().unwrap();
    (folder, path)
}

#[test]
fn csv_is_quoted_where_needed_and_runs_no_formula() {
    let (_folder, path) = written("table.csv");
    let text = std::fs::read_to_string(path).unwrap();
    let lines: Vec<&str> = text.split("\r\n").collect();
    assert_eq!(
        lines,
        [
            "customer,orders,p_alive,value,last,gold",
            "\"00012, \"\"A\"\"\",7,0.25,-12.50,2026-05-03,true",
            ",,,,,",
            "'=HYPERLINK(),-1,,0.05,2026-05-03,false",
            "",
        ]
    );
}

#[test]
fn csv_for_people_is_known_as_utf_8_and_leaves_telephone_numbers_as_they_are() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("people.csv");
    let column = Column::new("phone", ColumnKind::Text);
    let mut table = TableWriter::create_for_people(&path, vec![column]).unwrap();
    for text in ["+374 (10) 123456", "-5", "+1-202-555", "+44 20=1", "+cmd|1"] {
        table.row(&[Cell::Text(text)]).unwrap();
    }
    table.finish().unwrap();
    let text = std::fs::read_to_string(path).unwrap();
    let lines: Vec<&str> = text.lines().collect();
    let expected =
        ["\u{feff}phone", "+374 (10) 123456", "-5", "'+1-202-555", "'+44 20=1", "'+cmd|1"];
    assert_eq!(lines, expected);
}

#[test]
fn csv_commands_no_terminal() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("table.csv");
    let column = Column::new("customer", ColumnKind::Text);
    let mut table = TableWriter::create(&path, vec![column]).unwrap();
    for name in ["\u{1b}[31mAnn\0\u{9b}", "\u{7}=A1", "Ann\tB"] {
        table.row(&[Cell::Text(name)]).unwrap();
    }
    table.finish().unwrap();
    let text = std::fs::read_to_string(path).unwrap();
    assert_eq!(text, "customer\r\n[31mAnn\r\n'=A1\r\nAnn\tB\r\n");
}

#[test]
fn a_text_that_no_cell_holds_is_refused_and_not_cut() {
    let folder = TempDir::new().unwrap();
    let column = Column::new("customer", ColumnKind::Text);
    let path = folder.path().join("t.xlsx");
    let mut table = TableWriter::create(&path, vec![column]).unwrap();
    table.row(&[Cell::Text(&"я".repeat(32_767))]).unwrap();
    let refused = table.row(&[Cell::Text(&"я".repeat(32_768))]);
    assert!(matches!(refused, Err(TableError::TextTooLong { row: 2, .. })));
}

#[test]
fn a_workbook_holds_the_same_values() {
    let (_folder, path) = written("table.XLSX");
    let mut workbook: Xlsx<_> = calamine::open_workbook(path).unwrap();
    let sheet = workbook.worksheet_range_at(0).unwrap().unwrap();
    let cell = |row, column| sheet.get_value((row, column)).cloned().unwrap_or_default();
    assert_eq!(cell(0, 5).to_string(), "gold");
    assert_eq!(cell(1, 0).to_string(), "00012, \"A\"");
    assert_eq!(cell(1, 1), Data::Float(7.0));
    assert_eq!(cell(1, 3), Data::Float(-12.5));
    let Data::DateTime(date) = cell(1, 4) else { panic!("no date: {}", cell(1, 4)) };
    assert_eq!(date.to_ymd_hms_milli(), (2026, 5, 3, 0, 0, 0, 0));
    assert_eq!(cell(1, 5), Data::Bool(true));
    assert_eq!(cell(3, 0).to_string(), "=HYPERLINK()");
    assert_eq!(cell(3, 2), Data::Empty);
}

#[test]
fn numbers_have_the_decimals_of_their_column() {
    let folder = TempDir::new().unwrap();
    let columns = vec![
        Column::new("risk", ColumnKind::Share),
        Column::new("gap", ColumnKind::Decimals(1)),
        Column::new("exact", ColumnKind::Number),
    ];
    let numbers = [0.309_584_643_145_526_5, 18.25, 0.309_584_643_145_526_5];
    for name in ["t.csv", "t.xlsx"] {
        let mut table = TableWriter::create(&folder.path().join(name), columns.clone()).unwrap();
        table.row(&numbers.map(Cell::Number)).unwrap();
        table.row(&[Cell::Number(-1e-9), Cell::Number(1e300), Cell::Empty]).unwrap();
        table.finish().unwrap();
    }
    let text = std::fs::read_to_string(folder.path().join("t.csv")).unwrap();
    let row = text.lines().nth(1).unwrap();
    assert_eq!(row, "0.309585,18.3,0.3095846431455265");
    assert!(text.lines().nth(2).unwrap().starts_with("0,1000"));
    let mut workbook: Xlsx<_> = calamine::open_workbook(folder.path().join("t.xlsx")).unwrap();
    let sheet = workbook.worksheet_range_at(0).unwrap().unwrap();
    assert_eq!(sheet.get_value((1, 0)), Some(&Data::Float(0.309_585)));
}

#[test]
fn amounts_have_the_decimals_of_their_own_currencies() {
    let folder = TempDir::new().unwrap();
    let amount = |minor, currency: &str| Money::new(minor, currency.parse().unwrap());
    for name in ["t.csv", "t.xlsx", "t.parquet"] {
        let column = Column::new("spent", ColumnKind::Amounts);
        let mut table = TableWriter::create(&folder.path().join(name), vec![column]).unwrap();
        for money in [amount(65_030, "EUR"), amount(1_200, "JPY"), amount(-5, "KWD")] {
            table.row(&[Cell::Amount(money)]).unwrap();
        }
        table.row(&[Cell::Empty]).unwrap();
        table.finish().unwrap();
    }
    let text = std::fs::read_to_string(folder.path().join("t.csv")).unwrap();
    assert_eq!(text, "spent\r\n650.30\r\n1200\r\n-0.005\r\n\r\n");
    let mut workbook: Xlsx<_> = calamine::open_workbook(folder.path().join("t.xlsx")).unwrap();
    let sheet = workbook.worksheet_range_at(0).unwrap().unwrap();
    assert_eq!(sheet.get_value((1, 0)), Some(&Data::Float(650.3)));
    let file = File::open(folder.path().join("t.parquet")).unwrap();
    let rows = SerializedFileReader::new(file).unwrap().get_row_iter(None).unwrap().count();
    assert_eq!(rows, 4);
}

#[test]
fn a_parquet_file_has_typed_columns() {
    let (_folder, path) = written("table.parquet");
    let reader = SerializedFileReader::new(File::open(path).unwrap()).unwrap();
    let rows: Vec<String> =
        reader.get_row_iter(None).unwrap().map(|row| row.unwrap().to_string()).collect();
    assert_eq!(rows.len(), 3);
    assert!(rows[0].contains("orders: 7") && rows[0].contains("value: -12.50"), "{}", rows[0]);
    assert!(rows[1].contains("p_alive: null"), "{}", rows[1]);
}

#[test]
fn nothing_is_left_of_a_table_that_was_not_finished() {
    let folder = TempDir::new().unwrap();
    for name in ["table.csv", "table.xlsx", "table.parquet"] {
        let path = folder.path().join(name);
        std::fs::write(&path, "before").unwrap();
        let mut table = TableWriter::create(&path, columns()).unwrap();
        table.row(&rows()[0]).unwrap();
        drop(table);
        assert_eq!(std::fs::read_to_string(&path).unwrap(), "before");
    }
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 3);
}

#[test]
fn a_row_that_does_not_fit_the_columns_is_refused() {
    let folder = TempDir::new().unwrap();
    let mut table = TableWriter::create(&folder.path().join("t.csv"), columns()).unwrap();
    assert!(matches!(table.row(&[Cell::Empty]), Err(TableError::Shape { row: 1, .. })));
    let mut wrong = rows()[0].clone();
    wrong[1] = Cell::Text("seven");
    assert!(matches!(table.row(&wrong), Err(TableError::Shape { row: 2, .. })));
}

#[test]
fn a_table_of_an_unknown_kind_is_refused() {
    let error = TableWriter::create(Path::new("customers.doc"), columns()).err().unwrap();
    assert!(error.to_string().contains("name it .csv, .xlsx or .parquet"));
}

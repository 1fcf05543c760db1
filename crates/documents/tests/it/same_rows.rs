//! The same rows, however they are written down, are the same orders.

use std::io::Write as _;

use documents::tables::{Cell, Column, ColumnKind, TableWriter};
use kernel::Day;
use proptest::prelude::*;
use tempfile::TempDir;

use crate::table::{Row, options, read, read_files};

/// One line of an order.
#[derive(Debug, Clone)]
struct Line {
    customer: String,
    day: Day,
    second: u32,
    cents: i64,
    category: &'static str,
    note: String,
}

const HEADER: [&str; 5] = ["customer", "date", "amount", "category", "remark"];

const NAMES: &[&str] = &["Анна", "Иван Петров", "Мария", "Ольга", "Сергей", "Екатерина Вторая"];

impl Line {
    /// Fields as text.
    fn fields(&self, decimal: char) -> [String; 5] {
        let (sign, cents) = (if self.cents < 0 { "-" } else { "" }, self.cents.abs());
        let amount = format!("{sign}{}{decimal}{:02}", cents / 100, cents % 100);
        let (hour, minute, second) = (self.second / 3600, self.second / 60 % 60, self.second % 60);
        let date = match self.second {
            0 => self.day.to_string(),
            _ => format!("{} {hour:02}:{minute:02}:{second:02}", self.day),
        };
        [self.customer.clone(), date, amount, self.category.to_owned(), self.note.clone()]
    }
}

fn lines() -> impl Strategy<Value = Vec<Line>> {
    let line = (
        prop_oneof!["[0-9]{1,4}", prop::sample::select(NAMES).prop_map(str::to_owned), "0[0-9]{3}"],
        12_000..20_000_i32,
        prop_oneof![Just(0_u32), 1..86_400_u32],
        prop_oneof![4 => 1..100_000_i64, 1 => -5_000..=0_i64],
        prop::sample::select(vec!["", "чай", "кофе", "сахар"]),
        prop_oneof![Just(String::new()), Just("12.50".to_owned()), "(сахар|[ ,;\"]|вода){0,3}"],
    );
    let line = line.prop_map(|(customer, day, second, cents, category, note)| {
        let day = Day::from_epoch_days(day);
        let note = note.trim().to_owned();
        Line { customer, day, second, cents, category, note }
    });
    prop::collection::vec(line, 1..60)
}

fn delimited(lines: &[Line], delimiter: char, decimal: char, quote_all: bool) -> String {
    let mut text = String::new();
    let header = HEADER.map(str::to_owned);
    for fields in std::iter::once(header).chain(lines.iter().map(|line| line.fields(decimal))) {
        let written = fields.map(|field| {
            if quote_all || field.contains([delimiter, '"', '\n']) {
                format!("\"{}\"", field.replace('"', "\"\""))
            } else {
                field
            }
        });
        text.push_str(&written.join(&delimiter.to_string()));
        text.push_str(if quote_all { "\r\n" } else { "\n" });
    }
    text
}

fn rows(files: &[(&str, &[u8])]) -> Vec<Row> {
    let table = read_files(files, &options()).unwrap();
    assert_eq!(table.rejected, []);
    table.rows
}

fn json_lines(lines: &[Line]) -> String {
    let object = |line: &Line| {
        let mut fields = HEADER.into_iter().zip(line.fields('.'));
        let object: serde_json::Map<String, serde_json::Value> = fields
            .by_ref()
            .map(|(key, text)| {
                let value = match key {
                    "amount" => serde_json::json!(text.parse::<f64>().unwrap()),
                    _ => serde_json::json!(text),
                };
                (key.to_owned(), value)
            })
            .collect();
        serde_json::Value::Object(object).to_string()
    };
    lines.iter().map(object).collect::<Vec<_>>().join("\n")
}

/// Rows read from a table of typed columns.
fn typed(name: &str, lines: &[Line]) -> Vec<Row> {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join(name);
    let kinds = [
        ColumnKind::Text,
        ColumnKind::Date,
        ColumnKind::Number,
        ColumnKind::Text,
        ColumnKind::Text,
    ];
    let columns =
        HEADER.into_iter().zip(kinds).map(|(name, kind)| Column::new(name, kind)).collect();
    let mut table = TableWriter::create(&path, columns).unwrap();
    for line in lines {
        let text =
            |text: &'static str| if text.is_empty() { Cell::Empty } else { Cell::Text(text) };
        table
            .row(&[
                Cell::Text(&line.customer),
                Cell::Date(line.day),
                Cell::Number(line.cents as f64 / 100.0),
                text(line.category),
                Cell::Text(&line.note),
            ])
            .unwrap();
    }
    table.finish().unwrap();
    let table = read(&[path.display().to_string()], &options()).unwrap();
    assert_eq!(table.rejected, []);
    table.rows
}

fn utf16(text: &str) -> Vec<u8> {
    "\u{feff}".encode_utf16().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect()
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    packed.write_all(bytes).unwrap();
    packed.finish().unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn delimiter_quotes_and_decimal_sign_do_not_matter(lines in lines()) {
        let csv = delimited(&lines, ',', '.', false);
        let expected = rows(&[("a.csv", csv.as_bytes())]);
        prop_assert_eq!(expected.len(), lines.len());
        for (delimiter, decimal, quote_all) in [
            (';', '.', false), (';', ',', false), ('\t', '.', false), ('|', ',', true), (',', ',', true),
        ] {
            let text = delimited(&lines, delimiter, decimal, quote_all);
            prop_assert_eq!(&rows(&[("b.csv", text.as_bytes())]), &expected, "{} {}", delimiter, decimal);
        }
    }

    #[test]
    fn encoding_and_packing_do_not_matter(lines in lines()) {
        let csv = delimited(&lines, ',', '.', false);
        let expected = rows(&[("a.csv", csv.as_bytes())]);
        let (cyrillic, _, _) = encoding_rs::WINDOWS_1251.encode(&csv);
        let packed = zstd::encode_all(csv.as_bytes(), 1).unwrap();
        let with_mark = format!("\u{feff}{csv}");
        for bytes in [&utf16(&csv)[..], &gzip(csv.as_bytes()), &packed, with_mark.as_bytes()] {
            prop_assert_eq!(&rows(&[("b.csv", bytes)]), &expected);
        }
        // a few letters alone tell no encoding
        if csv.chars().filter(|c| c.is_alphabetic() && !c.is_ascii()).count() > 100 {
            prop_assert_eq!(&rows(&[("b.csv", &cyrillic[..])]), &expected);
        }
    }

    #[test]
    fn the_kind_of_file_does_not_matter(mut lines in lines()) {
        let csv = delimited(&lines, ',', '.', false);
        let expected = rows(&[("a.csv", csv.as_bytes())]);
        let by_line = json_lines(&lines);
        let in_one_line = format!("[{}]", by_line.replace('\n', ","));
        let laid_out = format!("[\n{}\n]\n", by_line.replace('\n', ",\n").replace("\":", "\"\n:\n"));
        for json in [by_line, in_one_line, laid_out] {
            prop_assert_eq!(&rows(&[("b.json", json.as_bytes())]), &expected, "{}", json);
        }
        for line in &mut lines {
            line.second = 0;
        }
        let csv = delimited(&lines, ',', '.', false);
        let expected = rows(&[("a.csv", csv.as_bytes())]);
        prop_assert_eq!(&typed("b.xlsx", &lines), &expected);
        prop_assert_eq!(&typed("b.parquet", &lines), &expected);
    }

    #[test]
    fn order_of_rows_and_number_of_files_do_not_matter(lines in lines(), cut in 0..60_usize) {
        let csv = delimited(&lines, ',', '.', false);
        let expected = rows(&[("a.csv", csv.as_bytes())]);
        let mut turned = lines.clone();
        turned.reverse();
        let (first, second) = turned.split_at(cut.min(turned.len()));
        let (first, second) = (delimited(first, ',', '.', false), delimited(second, ';', ',', true));
        let files = [("a.csv", first.as_bytes()), ("b.csv", second.as_bytes())];
        prop_assert_eq!(&rows(&files), &expected);
    }
}

#[test]
fn a_file_without_its_header_is_read_like_the_one_with_it() {
    let table = read_files(
        &[
            ("a.csv", b"amount,customer,date\n5,1,2024-05-03\n"),
            ("b.csv", b"6,2,2024-05-04\n7,3,2024-05-05\n"),
        ],
        &options(),
    );
    assert_eq!(
        table.unwrap().short(),
        ["1 2024-05-03 500", "2 2024-05-04 600", "3 2024-05-05 700"]
    );
}

#[test]
fn one_file_settles_day_and_month_for_all() {
    let table = read_files(
        &[
            ("a.csv", b"customer,date,amount\n1,03/05/2024,5\n"),
            ("b.csv", b"customer,date,amount\n2,25/05/2024,5\n"),
        ],
        &options(),
    );
    assert_eq!(table.unwrap().short(), ["1 2024-05-03 500", "2 2024-05-25 500"]);
}

#[test]
fn a_long_file_is_searched_for_the_one_row_that_settles_day_and_month() {
    let mut text = "customer,date,amount\n".to_owned();
    for row in 0..400_000 {
        let date = if row == 333_333 { "05/31/2024" } else { "05/03/2024" };
        text += &format!("{row},{date},5\n");
    }
    let table = read_files(&[("a.csv", text.as_bytes())], &options()).unwrap();
    assert_eq!(table.described("date_order").as_deref(), Some("mdy"));
    assert_eq!(table.outcome.accepted, 400_000);
}

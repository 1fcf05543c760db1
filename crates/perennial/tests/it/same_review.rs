//! However the same orders are written down, the review is the same to the
//! last digit.

use std::fmt::Write as _;
use std::io::Write as _;

use crate::program::Program;
use proptest::prelude::*;
use proptest::test_runner::TestCaseError;
use serde_json::{Value, json};

/// One row as it will be written: customer, day of 2024 and 2025, cents, country.
type Row = (u32, u32, i64, u8);

const COUNTRIES: [&str; 3] = ["Греция", "Հայաստան", "România"];
/// Letters every encoding tested can hold.
const CYRILLIC: [&str; 3] = ["Анна", "Борис", "Вера"];

fn rows() -> impl Strategy<Value = Vec<Row>> {
    prop::collection::vec((0..40_u32, 0..730_u32, 0..20_000_i64, 0..3_u8), 30..400)
}

fn day(day: u32) -> String {
    kernel::Day::from_epoch_days(19_723 + day as i32).to_string()
}

fn amount(cents: i64) -> String {
    format!("{}.{:02}", cents / 100, cents % 100)
}

/// Header and rows with this delimiter; every text quoted where asked.
fn delimited(rows: &[Row], delimiter: char, quoted: bool, countries: [&str; 3]) -> String {
    let quote = |text: &str| if quoted { format!("\"{text}\"") } else { text.to_owned() };
    let mut text =
        ["customer", "date", "amount", "country"].map(quote).join(&delimiter.to_string());
    for (customer, at, cents, country) in rows {
        let fields = [
            format!("C{customer:03}"),
            day(*at),
            amount(*cents),
            countries[usize::from(*country)].to_owned(),
        ];
        let line = fields.map(|field| quote(&field)).join(&delimiter.to_string());
        write!(text, "\n{line}").unwrap();
    }
    text + "\n"
}

fn json_lines(rows: &[Row]) -> String {
    rows.iter().fold(String::new(), |text, (customer, at, cents, country)| {
        let row = json!({
            "customer": format!("C{customer:03}"),
            "date": day(*at),
            "amount": amount(*cents),
            "country": COUNTRIES[usize::from(*country)],
        });
        text + &row.to_string() + "\n"
    })
}

fn workbook(rows: &[Row]) -> Vec<u8> {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    for (column, name) in (0..).zip(["customer", "date", "amount", "country"]) {
        sheet.write(0, column, name).unwrap();
    }
    for (line, (customer, at, cents, country)) in (1..).zip(rows) {
        sheet.write(line, 0, format!("C{customer:03}")).unwrap();
        sheet.write(line, 1, day(*at)).unwrap();
        sheet.write(line, 2, *cents as f64 / 100.0).unwrap();
        sheet.write(line, 3, COUNTRIES[usize::from(*country)]).unwrap();
    }
    book.save_to_buffer().unwrap()
}

fn utf_16(text: &str) -> Vec<u8> {
    std::iter::once(0xfeff).chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect()
}

fn gzipped(text: &str) -> Vec<u8> {
    let mut gz = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    gz.write_all(text.as_bytes()).unwrap();
    gz.finish().unwrap()
}

/// The review without what tells how the files were written down.
fn figures(mut review: Value) -> Value {
    let input = review["input"].as_object_mut().unwrap();
    for told in ["mapping", "files"] {
        assert!(input.remove(told).is_some(), "{told}");
    }
    review
}

fn same(
    program: &Program,
    plain: &Value,
    what: &str,
    files: &[(&str, Vec<u8>)],
) -> Result<(), TestCaseError> {
    let names: Vec<&str> = files.iter().map(|(name, _)| *name).collect();
    for (name, bytes) in files {
        program.file(name, bytes);
    }
    prop_assert_eq!(&figures(program.review(&names)), plain, "{}", what);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 6, max_shrink_iters: 40, ..ProptestConfig::default() })]

    #[test]
    fn the_same_orders_give_the_same_review(rows in rows(), seed in any::<u64>()) {
        let program = Program::new();
        let text = delimited(&rows, ',', false, COUNTRIES);
        program.file("plain.csv", &text);
        let plain = figures(program.review(&["plain.csv"]));

        let mut shuffled = rows.clone();
        shuffled.sort_by_key(|row| format!("{row:?}").bytes().fold(seed, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
        }));
        let text_of = |rows: &[Row]| delimited(rows, ',', false, COUNTRIES).into_bytes();
        same(&program, &plain, "shuffled", &[("shuffled.csv", text_of(&shuffled))])?;
        let (one, rest) = shuffled.split_at(rows.len() / 3);
        let split = [("one.csv", text_of(one)), ("two.csv", text_of(rest))];
        same(&program, &plain, "split", &split)?;

        let tabs = delimited(&rows, '\t', false, COUNTRIES);
        same(&program, &plain, "tabs", &[("tabs.tsv", tabs.into_bytes())])?;
        let quoted = delimited(&rows, ';', true, COUNTRIES);
        same(&program, &plain, "quoted", &[("quoted.csv", quoted.into_bytes())])?;
        same(&program, &plain, "UTF-16", &[("wide.csv", utf_16(&text))])?;
        same(&program, &plain, "gzip", &[("packed.csv.gz", gzipped(&text))])?;
        same(&program, &plain, "JSON lines", &[("lines.jsonl", json_lines(&rows).into_bytes())])?;
        same(&program, &plain, "XLSX", &[("book.xlsx", workbook(&rows))])?;
        let mixed = [("half.csv", text_of(one)), ("half.jsonl", json_lines(rest).into_bytes())];
        same(&program, &plain, "half CSV, half JSON lines", &mixed)?;
    }

    #[test]
    fn an_old_encoding_gives_the_same_review(rows in rows()) {
        let program = Program::new();
        let text = delimited(&rows, ',', false, CYRILLIC);
        program.file("plain.csv", &text);
        let plain = figures(program.review(&["plain.csv"]));
        let (old, _, lossy) = encoding_rs::WINDOWS_1251.encode(&text);
        prop_assert!(!lossy);
        same(&program, &plain, "windows-1251", &[("old.csv", old.into_owned())])?;
    }

    #[test]
    fn the_parts_add_up(rows in rows()) {
        let program = Program::new();
        program.file("plain.csv", delimited(&rows, ',', false, COUNTRIES));
        let review = program.review(&["plain.csv"]);
        let count = |value: &Value| value.as_u64().unwrap();
        for period in [&review["retention"], &review["retention"]["previous"]] {
            let customers = &period["customers"];
            let part = |name: &str| count(&customers[name]);
            prop_assert_eq!(part("kept") + part("lost"), part("start"));
            prop_assert_eq!(part("kept") + part("new"), part("end"));
            if let Some(retention) = customers["retention_rate"].as_f64() {
                let churn = customers["churn_rate"].as_f64().unwrap();
                prop_assert!((retention + churn - 1.0).abs() < 1e-12);
            }
        }
        let segments: u64 = review["segments"].as_array().unwrap().iter().map(|s| count(&s["count"])).sum();
        prop_assert_eq!(segments, count(&review["input"]["customers"]));
        let cohorts: u64 = review["cohorts"].as_array().unwrap().iter().map(|c| count(&c["size"])).sum();
        prop_assert_eq!(cohorts, count(&review["input"]["customers"]));
    }
}

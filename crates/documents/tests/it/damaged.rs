//! Files with bytes changed, cut off or repeated: an error or rows, never a
//! panic.

use std::path::Path;

use documents::tables::{Cell, Column, ColumnKind, TableWriter};
use tempfile::TempDir;

use crate::table::{options, read_files};

/// A file of this name with a few orders in it.
fn seed(name: &str) -> Vec<u8> {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join(name);
    let kinds = [ColumnKind::Text, ColumnKind::Date, ColumnKind::Number, ColumnKind::Text];
    let names = ["customer", "date", "amount", "category"];
    let columns = names.into_iter().zip(kinds).map(|(name, kind)| Column::new(name, kind));
    let mut table = TableWriter::create(Path::new(&path), columns.collect()).unwrap();
    for row in 0..40_i32 {
        table
            .row(&[
                Cell::Text(&format!("Иван \"{row}\"")),
                Cell::Date(kernel::Day::from_epoch_days(19_000 + row * 9)),
                Cell::Number(f64::from(row) * 1.25),
                Cell::Text(["чай", "tea, green", "=1+1"][row as usize % 3]),
            ])
            .unwrap();
    }
    table.finish().unwrap();
    std::fs::read(path).unwrap()
}

/// The bytes with some damage; the same for the same number.
fn damaged(bytes: &[u8], number: u64) -> Vec<u8> {
    let mut state = number.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
    let mut next = |limit: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state >> 11) as usize % limit.max(1)
    };
    let mut bytes = bytes.to_vec();
    for _ in 0..=next(4) {
        let at = next(bytes.len());
        match next(5) {
            0 => bytes.truncate(at),
            1 => bytes.extend_from_within(at..),
            2 => bytes[at..].iter_mut().take(1).for_each(|byte| *byte = next(256) as u8),
            3 => bytes[at..].iter_mut().take(1).for_each(|byte| *byte ^= 1 << next(8)),
            _ => drop(
                bytes.splice(at..at, [b'"', b'\n', 0, 0xff, b','].into_iter().take(1 + next(5))),
            ),
        }
        if bytes.is_empty() {
            break;
        }
    }
    bytes
}

fn survives_damage(bytes: &[u8], rounds: u64) {
    for number in 0..rounds {
        let damaged = damaged(bytes, number);
        if let Err(error) = read_files(&[("orders", &damaged)], &options()) {
            assert!(!error.to_string().is_empty(), "round {number}");
        }
    }
}

#[test]
fn damaged_text_is_read_or_refused() {
    let text = seed("a.csv");
    survives_damage(&text, 200);
    let utf16: Vec<u8> = String::from_utf8(text.clone())
        .unwrap()
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    survives_damage(&utf16, 100);
    survives_damage(&zstd::encode_all(&text[..], 1).unwrap(), 100);
    let json = "{\"customer\":{\"id\":7},\"total\":12.345,\"date\":\"2026-05-03\",\"x\":[1,{}]}\n"
        .repeat(9);
    survives_damage(json.as_bytes(), 200);
}

#[test]
fn damaged_workbooks_are_read_or_refused() {
    survives_damage(&seed("a.xlsx"), 300);
}

#[test]
fn damaged_parquet_files_are_read_or_refused() {
    survives_damage(&seed("a.parquet"), 300);
}

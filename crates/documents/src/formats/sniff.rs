//! How a text is parted, told by its first lines.

use super::delimited::{Buffers, Dialect, Separator};
use super::record::Record;

/// Separators most files have; of equals the first is taken.
const SEPARATORS: [Separator; 5] = [
    Separator::Byte(b','),
    Separator::Byte(b';'),
    Separator::Byte(b'\t'),
    Separator::Byte(b'|'),
    Separator::Blanks,
];
/// Records looked at.
const RECORDS: usize = 500;

/// The dialect under which the first records of a text have the same number
/// of fields most often, and more of them; `known_names` counts the column
/// names among the fields of a record, which outweigh both.
pub(crate) fn dialect(head: &str, known_names: impl Fn(&[&str]) -> usize) -> Dialect {
    let line_end = if head.contains('\n') || !head.contains('\r') { b'\n' } else { b'\r' };
    let mut best = (Score::default(), Dialect { separator: SEPARATORS[0], line_end });
    for separator in SEPARATORS {
        let dialect = Dialect { separator, line_end };
        let score = Score::of(head, dialect, &known_names);
        if score > best.0 {
            best = (score, dialect);
        }
    }
    if best.0.known_names == 0 && !best.0.is_regular {
        for separator in rare_separators(head) {
            let dialect = Dialect { separator, line_end };
            let score = Score::of(head, dialect, &known_names);
            if score.known_names > best.0.known_names {
                best = (score, dialect);
            }
        }
    }
    best.1
}

/// Signs that stand inside names and values.
const INSIDE: &[u8] = b"\"'_-./:()[]#@%+$";

/// Any other sign of the first line. Only known names between them tell that
/// they part columns.
fn rare_separators(head: &str) -> impl Iterator<Item = Separator> {
    let first_line = head.split(['\n', '\r']).find(|line| !line.trim().is_empty()).unwrap_or("");
    let mut signs: Vec<u8> = first_line
        .bytes()
        .filter(|byte| byte.is_ascii_punctuation() || byte.is_ascii_control())
        .filter(|byte| !INSIDE.contains(byte) && !SEPARATORS.contains(&Separator::Byte(*byte)))
        .collect();
    signs.sort_unstable();
    signs.dedup();
    signs.into_iter().map(Separator::Byte)
}

/// How well a dialect fits; more is better, first fields first.
#[derive(Debug, Default, PartialEq, PartialOrd)]
struct Score {
    known_names: usize,
    /// Whether nine records in ten have the same number of fields, two or more.
    is_regular: bool,
    /// Not parted by blanks, which stand inside most fields of other texts.
    has_separator: bool,
    fields: usize,
}

impl Score {
    fn of(head: &str, dialect: Dialect, known_names: &impl Fn(&[&str]) -> usize) -> Self {
        let mut widths: Vec<usize> = Vec::new();
        let mut known = 0;
        let mut count = |record: &Record<'_>| {
            if widths.len() < RECORDS {
                if widths.len() < 20 {
                    let fields: Vec<&str> = (0..record.len()).map(|i| record.field(i)).collect();
                    known = known.max(known_names(&fields));
                }
                widths.push(record.len());
            }
            Ok(())
        };
        // the counter never stops the reading
        let _ = dialect.records(head, 1, &mut Buffers::default(), &mut count);
        widths.sort_unstable();
        let middle = widths.get(widths.len() / 2).copied().unwrap_or(0);
        let alike = widths.iter().filter(|&&width| width == middle).count();
        Self {
            known_names: if known > 1 { known } else { 0 },
            is_regular: middle > 1 && alike * 10 >= widths.len() * 9,
            has_separator: middle > 1 && dialect.separator != Separator::Blanks,
            fields: middle,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn separator(head: &str) -> Separator {
        let known = |fields: &[&str]| {
            fields.iter().filter(|field| ["customer", "date", "amount"].contains(field)).count()
        };
        dialect(head, known).separator
    }

    #[test]
    fn the_separator_is_found_with_and_without_a_header() {
        assert_eq!(separator("customer,date,amount\n1,2024-01-01,5\n"), Separator::Byte(b','));
        assert_eq!(separator("customer;date;amount\n1;2024-01-01;5,10\n"), Separator::Byte(b';'));
        assert_eq!(separator("1;2024-01-01;5,10\n2;2024-01-02;7,20\n"), Separator::Byte(b';'));
        assert_eq!(separator("1\t2024-01-01 10:00:00\t5\n"), Separator::Byte(b'\t'));
        assert_eq!(separator("a|2024-01-01|5\nb|2024-01-02|6\n"), Separator::Byte(b'|'));
        assert_eq!(separator("date,id\n2014-03-08 00:00:00,0\n"), Separator::Byte(b','));
        assert_eq!(separator(" 00004 0001 19970101  2   29.33\r\n"), Separator::Blanks);
        assert_eq!(separator("customer^date^amount\n1^2024-01-01^5\n"), Separator::Byte(b'^'));
        assert_eq!(separator("who,paid_date,order_no\n1,2024-01-01,5\n"), Separator::Byte(b','));
        assert_eq!(separator("a,\"x;y;z\",1\nb,\"x;y;z\",2\n"), Separator::Byte(b','));
    }

    #[test]
    fn lines_may_end_as_on_old_machines() {
        assert_eq!(dialect("a,b\r1,2\r", |_| 0).line_end, b'\r');
        assert_eq!(dialect("a,b\r\n1,2\r\n", |_| 0).line_end, b'\n');
    }
}

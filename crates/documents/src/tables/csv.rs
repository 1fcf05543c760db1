//! Tables as CSV (RFC 4180, UTF-8, CRLF).

use std::fs::File;
use std::io::{self, BufWriter, Write};

use kernel::Money;

use super::{Cell, Column, ColumnKind};

pub(super) struct Csv {
    file: BufWriter<File>,
    line: String,
}

impl Csv {
    /// `mark` stands in front of it all.
    pub(super) fn new(file: File, columns: &[Column], mark: &str) -> io::Result<Self> {
        let file = BufWriter::with_capacity(1 << 18, file);
        let mut csv = Self { file, line: mark.to_owned() };
        for (index, column) in columns.iter().enumerate() {
            if index > 0 {
                csv.line.push(',');
            }
            write_text(&mut csv.line, &column.name);
        }
        csv.end_line()?;
        Ok(csv)
    }

    pub(super) fn row(&mut self, cells: &[Cell<'_>], columns: &[Column]) -> io::Result<()> {
        use std::fmt::Write as _;
        for (index, (cell, column)) in cells.iter().zip(columns).enumerate() {
            if index > 0 {
                self.line.push(',');
            }
            let line = &mut self.line;
            // writing to a string cannot fail
            let _ = match (cell, column.kind) {
                (Cell::Text(text), _) => {
                    write_text(line, text);
                    Ok(())
                }
                (Cell::Integer(number), _) => write!(line, "{number}"),
                (Cell::Number(number), kind) if number.is_finite() => {
                    write!(line, "{}", kind.rounded(*number))
                }
                (Cell::Money(minor), ColumnKind::Money(currency)) => {
                    write!(line, "{}", Money::new(*minor, currency))
                }
                (Cell::Amount(money), _) => write!(line, "{money}"),
                (Cell::Date(day), _) => write!(line, "{day}"),
                (Cell::Bool(truth), _) => write!(line, "{truth}"),
                (Cell::Empty | Cell::Number(_) | Cell::Money(_), _) => Ok(()),
            };
        }
        self.end_line()
    }

    fn end_line(&mut self) -> io::Result<()> {
        self.line.push_str("\r\n");
        self.file.write_all(self.line.as_bytes())?;
        self.line.clear();
        Ok(())
    }

    pub(super) fn finish(mut self) -> io::Result<()> {
        self.file.flush()
    }
}

/// Writes a text, in quotes where it needs them. A text that a spreadsheet
/// would take for a formula (`=`, `+`, `-`, `@`, tab or line end in front, and
/// neither a number nor a telephone number without signs between its digits) gets
/// an apostrophe in front, so that it stays a text: customers choose their names,
/// and a name must not run as a program. Nor may it command a terminal: control
/// characters are left out, tabs and line ends aside.
fn write_text(line: &mut String, text: &str) {
    let is_command = |c: char| c.is_control() && !matches!(c, '\t' | '\r' | '\n');
    let printable;
    let text = if text.contains(is_command) {
        printable = text.replace(is_command, "");
        &printable
    } else {
        text
    };
    let is_formula = text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n'])
        && text.parse::<f64>().is_err()
        && !is_telephone_number(text);
    let guard = if is_formula { "'" } else { "" };
    if text.contains([',', '"', '\n', '\r']) || text.trim() != text {
        line.push('"');
        line.push_str(guard);
        line.push_str(&text.replace('"', "\"\""));
        line.push('"');
    } else {
        line.push_str(guard);
        line.push_str(text);
    }
}

/// `+374 (10) 123456`: nothing in it can be worked out.
fn is_telephone_number(text: &str) -> bool {
    let is_of_one = |c: char| c.is_ascii_digit() || matches!(c, ' ' | '(' | ')');
    text.strip_prefix('+').is_some_and(|digits| digits.chars().all(is_of_one))
}

//! The fields of one record.

use super::error::{ReadError, RejectReason};

/// Where a field stands in the text of its block, bytes; beyond the block's
/// end it stands in the text beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Span {
    pub(crate) start: u32,
    pub(crate) end: u32,
}

/// One record: its fields in the order of the file's columns.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Record<'a> {
    /// The text of the block.
    pub(crate) block: &'a str,
    /// Fields that do not stand in the block as they are meant (doubled
    /// quotes), one after another.
    pub(crate) beside: &'a str,
    /// One per field.
    pub(crate) spans: &'a [Span],
    /// Sum of hashes of what the record has outside the known columns.
    pub(crate) extra: u64,
    /// Line or row number, from 1.
    pub(crate) line: u64,
}

impl<'a> Record<'a> {
    /// How many fields there are.
    pub(crate) fn len(&self) -> usize {
        self.spans.len()
    }

    /// A field without the blanks around it; empty where the record is shorter.
    #[inline]
    pub(crate) fn field(&self, index: usize) -> &'a str {
        let Some(&Span { start, end }) = self.spans.get(index) else { return "" };
        let (start, end) = (start as usize, end as usize);
        let text = if start >= self.block.len() && !self.beside.is_empty() {
            let offset = self.block.len();
            self.beside.get(start - offset..end - offset)
        } else {
            self.block.get(start..end)
        };
        trimmed(text.unwrap_or_default())
    }

    /// Whether all fields are empty.
    pub(crate) fn is_blank(&self) -> bool {
        (0..self.len()).all(|index| self.field(index).is_empty())
    }
}

/// Without blanks at either end; looks at two bytes where there are none.
#[inline]
fn trimmed(text: &str) -> &str {
    let is_visible_ascii = |byte: Option<&u8>| byte.is_some_and(|byte| (33..127).contains(byte));
    let bytes = text.as_bytes();
    if is_visible_ascii(bytes.first()) && is_visible_ascii(bytes.last()) {
        text
    } else {
        text.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}')
    }
}

/// A record put together field by field, for formats whose values are not
/// text.
#[derive(Debug, Default)]
pub(crate) struct RowBuffer {
    text: String,
    spans: Vec<Span>,
    /// Sum of hashes of what has no column.
    pub(crate) extra: u64,
}

impl RowBuffer {
    /// Begins a record of `columns` empty fields.
    pub(crate) fn begin(&mut self, columns: usize) {
        self.text.clear();
        self.spans.clear();
        self.spans.resize(columns, Span { start: 0, end: 0 });
        self.extra = 0;
    }

    /// Sets a field to what `write` appends.
    pub(crate) fn set(&mut self, index: usize, write: impl FnOnce(&mut String)) {
        if index >= self.spans.len() {
            self.spans.resize(index + 1, Span { start: 0, end: 0 });
        }
        let start = self.text.len() as u32;
        write(&mut self.text);
        self.spans[index] = Span { start, end: self.text.len() as u32 };
    }

    /// The record as it stands.
    pub(crate) fn record(&self, line: u64) -> Record<'_> {
        Record { block: "", beside: &self.text, spans: &self.spans, extra: self.extra, line }
    }
}

/// Takes records one by one.
pub(crate) trait TakeRecords {
    /// Takes one record.
    ///
    /// # Errors
    /// Where reading must stop.
    fn take(&mut self, record: &Record<'_>) -> Result<(), ReadError>;

    /// Told of a line that is no record.
    fn refuse_line(&mut self, line: u64, text: &str, reason: RejectReason) {
        let _ = (line, text, reason);
    }
}

impl<F> TakeRecords for F
where
    F: FnMut(&Record<'_>) -> Result<(), ReadError>,
{
    fn take(&mut self, record: &Record<'_>) -> Result<(), ReadError> {
        self(record)
    }
}

/// Rows of a sample with their lines.
#[derive(Debug, Default)]
pub(crate) struct Sample {
    pub(crate) rows: Vec<(u64, Vec<String>)>,
    pub(crate) is_whole: bool,
}

impl Sample {
    /// Keeps a copy of a record.
    pub(crate) fn add(&mut self, record: &Record<'_>) {
        let fields: Vec<String> =
            (0..record.len()).map(|index| record.field(index).to_owned()).collect();
        self.rows.push((record.line, fields));
    }
}

/// Two numbers as one, well mixed.
pub(crate) fn mixed(value: u64, name: u64) -> u64 {
    let product = u128::from(value ^ 0x9e37_79b9_7f4a_7c15) * u128::from(name | 1);
    let folded = (product as u64) ^ ((product >> 64) as u64);
    (folded ^ (folded >> 29)).wrapping_mul(0xbf58_476d_1ce4_e5b9)
}

//! Records of delimited text: CSV and its kin, and columns parted by blanks.

use memchr::{memchr, memchr2_iter, memrchr};

use super::error::{ReadError, RejectReason};
use super::record::{Record, Span, TakeRecords};

/// How far from an opening quote its end is looked for.
pub(crate) const QUOTE_REACH: usize = 1 << 20;

/// How a text is parted into records and fields.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Dialect {
    /// What stands between fields.
    pub(crate) separator: Separator,
    /// What ends a line: `\n`, or `\r` where the file has no other.
    pub(crate) line_end: u8,
}

/// What stands between fields.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Separator {
    /// One ASCII character; fields may be quoted.
    Byte(u8),
    /// Blanks in any number; no quotes.
    Blanks,
}

/// Buffers of a reader of records, kept from block to block.
#[derive(Debug, Default)]
pub(crate) struct Buffers {
    spans: Vec<Span>,
    beside: String,
}

impl Dialect {
    /// Hands on each record of a block of whole records; `line` is the number
    /// of its first line.
    pub(crate) fn records(
        self,
        block: &str,
        line: u64,
        buffers: &mut Buffers,
        take: &mut impl TakeRecords,
    ) -> Result<(), ReadError> {
        match self.separator {
            Separator::Byte(separator) if memchr(b'"', block.as_bytes()).is_none() => {
                self.unquoted_records(block, separator, line, buffers, take)
            }
            Separator::Byte(separator) => {
                self.quoted_records(block, separator, line, buffers, take)
            }
            Separator::Blanks => self.spaced_records(block, line, buffers, take),
        }
    }

    /// The hot path: no quote in the whole block.
    fn unquoted_records(
        self,
        block: &str,
        separator: u8,
        mut line: u64,
        buffers: &mut Buffers,
        take: &mut impl TakeRecords,
    ) -> Result<(), ReadError> {
        let bytes = block.as_bytes();
        let spans = &mut buffers.spans;
        spans.clear();
        let mut start = 0;
        for at in memchr2_iter(separator, self.line_end, bytes) {
            spans.push(Span { start, end: at as u32 });
            start = at as u32 + 1;
            if bytes[at] == self.line_end {
                hand_on(block, "", spans, line, take)?;
                spans.clear();
                line += 1;
            }
        }
        if (start as usize) < bytes.len() || !spans.is_empty() {
            spans.push(Span { start, end: bytes.len() as u32 });
            hand_on(block, "", spans, line, take)?;
        }
        Ok(())
    }

    fn quoted_records(
        self,
        block: &str,
        separator: u8,
        mut line: u64,
        buffers: &mut Buffers,
        take: &mut impl TakeRecords,
    ) -> Result<(), ReadError> {
        let bytes = block.as_bytes();
        let Buffers { spans, beside } = buffers;
        let mut at = 0;
        'records: while at < bytes.len() {
            spans.clear();
            beside.clear();
            let (start, first_line) = (at, line);
            loop {
                let Some(field) = quoted_field(block, at, separator, self.line_end, beside) else {
                    // what follows the line is read as if the quote were closed
                    let end = memchr(self.line_end, &bytes[at..]).map_or(bytes.len(), |n| at + n);
                    let text = block.get(start..end).unwrap_or_default();
                    take.refuse_line(first_line, text, RejectReason::OpenQuote);
                    at = end + 1;
                    line += 1;
                    continue 'records;
                };
                spans.push(field.span);
                line += field.lines;
                at = field.end + 1;
                if bytes.get(field.end) != Some(&separator) {
                    line += 1;
                    break;
                }
                if at >= bytes.len() {
                    spans.push(Span { start: bytes.len() as u32, end: bytes.len() as u32 });
                    break;
                }
            }
            hand_on(block, beside, spans, first_line, take)?;
        }
        Ok(())
    }

    fn spaced_records(
        self,
        block: &str,
        mut line: u64,
        buffers: &mut Buffers,
        take: &mut impl TakeRecords,
    ) -> Result<(), ReadError> {
        let spans = &mut buffers.spans;
        let mut from = 0;
        while from < block.len() {
            let end = memchr(self.line_end, &block.as_bytes()[from..])
                .map_or(block.len(), |length| from + length);
            spans.clear();
            let mut field = None;
            for (at, byte) in block.as_bytes()[from..end].iter().enumerate() {
                let at = (from + at) as u32;
                match (byte.is_ascii_whitespace(), field) {
                    (false, None) => field = Some(at),
                    (true, Some(start)) => {
                        spans.push(Span { start, end: at });
                        field = None;
                    }
                    _ => {}
                }
            }
            spans.extend(field.map(|start| Span { start, end: end as u32 }));
            if !spans.is_empty() {
                hand_on(block, "", spans, line, take)?;
            }
            from = end + 1;
            line += 1;
        }
        Ok(())
    }

    /// The end of the last whole record in `bytes`, which begin with a record;
    /// `is_end` says that no more bytes follow. `None` where no record ends.
    pub(crate) fn last_record_end(self, bytes: &[u8], is_end: bool) -> Option<usize> {
        if is_end {
            return Some(bytes.len());
        }
        let quotes = match self.separator {
            Separator::Byte(separator) if memchr(b'"', bytes).is_some() => separator,
            _ => return memrchr(self.line_end, bytes).map(|at| at + 1),
        };
        let (mut at, mut last) = (0, None);
        while let Some(quote) = memchr(b'"', &bytes[at..]).map(|found| at + found) {
            let line_end = memrchr(self.line_end, &bytes[at..quote]).map(|found| at + found + 1);
            last = line_end.or(last);
            at = quote + 1;
            if opens_field(bytes, quote, quotes, self.line_end) {
                match Closing::of(bytes, quote, quotes, self.line_end) {
                    Closing::At(close) => at = close + 1,
                    // it may still be closed by what comes next
                    Closing::NotFound if bytes.len() - quote <= QUOTE_REACH => return last,
                    Closing::NotFound | Closing::Missing => {
                        at = quote + memchr(self.line_end, &bytes[quote..])? + 1;
                        last = Some(at);
                    }
                }
            }
        }
        memrchr(self.line_end, &bytes[at..]).map(|found| at + found + 1).or(last)
    }
}

fn hand_on(
    block: &str,
    beside: &str,
    spans: &mut [Span],
    line: u64,
    take: &mut impl TakeRecords,
) -> Result<(), ReadError> {
    if let [Span { start, end }] = *spans
        && block.get(start as usize..end as usize).is_some_and(|text| text.trim().is_empty())
    {
        return Ok(());
    }
    take.take(&Record { block, beside, spans, extra: 0, line })
}

/// One field of a text with quotes.
struct Field {
    span: Span,
    /// Where the separator or line end after it stands, or the text ends.
    end: usize,
    /// Line ends inside it.
    lines: u64,
}

/// The field that begins at `from`; `None` where a quote opens it and is not
/// closed. A text with doubled quotes, or with more after its closing quote, is
/// put together in `beside`.
fn quoted_field(
    text: &str,
    from: usize,
    separator: u8,
    line_end: u8,
    beside: &mut String,
) -> Option<Field> {
    let bytes = text.as_bytes();
    let quote = from + bytes[from..].iter().take_while(|&&byte| byte == b' ').count();
    let ends_at = |from: usize| {
        memchr::memchr2(separator, line_end, &bytes[from..]).map_or(bytes.len(), |at| from + at)
    };
    if bytes.get(quote) != Some(&b'"') {
        let end = ends_at(from);
        return Some(Field { span: Span { start: from as u32, end: end as u32 }, end, lines: 0 });
    }
    let close = match Closing::of(bytes, quote, separator, line_end) {
        Closing::At(close) => close,
        Closing::Missing | Closing::NotFound => return None,
    };
    let end = ends_at(close + 1);
    let lines = memchr::memchr_iter(line_end, &bytes[quote..close]).count() as u64;
    let inside = text.get(quote + 1..close).unwrap_or_default();
    let after = text.get(close + 1..end).unwrap_or_default().trim_end();
    if after.is_empty() && !inside.contains('"') {
        let span = Span { start: quote as u32 + 1, end: close as u32 };
        return Some(Field { span, end, lines });
    }
    let start = (bytes.len() + beside.len()) as u32;
    beside.push_str(&inside.replace("\"\"", "\""));
    beside.push_str(after);
    let span = Span { start, end: (bytes.len() + beside.len()) as u32 };
    Some(Field { span, end, lines })
}

/// Whether the quote at `at` is the first visible character of its field.
fn opens_field(bytes: &[u8], at: usize, separator: u8, line_end: u8) -> bool {
    let before = bytes[..at].iter().rev().find(|&&byte| byte != b' ');
    before.is_none_or(|&byte| byte == separator || byte == line_end)
}

/// Where a field that a quote opens is closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Closing {
    /// By the quote here.
    At(usize),
    /// Nowhere: the next quote is on a later line and more of a field follows
    /// it, so that it opens or closes another one.
    Missing,
    /// No quote in reach could close it.
    NotFound,
}

impl Closing {
    fn of(bytes: &[u8], open: usize, separator: u8, line_end: u8) -> Self {
        let Some(close) = closing_quote(bytes, open) else { return Self::NotFound };
        let next = bytes[close + 1..].iter().find(|byte| !matches!(byte, b' ' | b'\r'));
        let ends_field = next.is_none_or(|&byte| byte == separator || byte == line_end);
        if ends_field || memchr(line_end, &bytes[open..close]).is_none() {
            Self::At(close)
        } else {
            Self::Missing
        }
    }
}

/// The first quote after the one at `open` that is not doubled.
fn closing_quote(bytes: &[u8], open: usize) -> Option<usize> {
    let reach = bytes.len().min(open + QUOTE_REACH);
    let mut at = open + 1;
    loop {
        let quote = at + memchr(b'"', bytes.get(at..reach)?)?;
        if bytes.get(quote + 1) != Some(&b'"') {
            return Some(quote);
        }
        at = quote + 2;
    }
}

#[cfg(test)]
#[path = "delimited_tests.rs"]
mod tests;

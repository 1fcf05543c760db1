//! A first look at each file: its format, its header and a sample of its rows.

pub(crate) mod columns;
pub(crate) mod header;
pub(crate) mod names;
pub(crate) mod preview;
pub(crate) mod profile;
mod sheets;

use std::io::Read as _;

use crate::formats::delimited::{Buffers, Dialect, Separator};
use crate::formats::encoding::Encoding;
use crate::formats::error::ReadError;
use crate::formats::format::Format;
use crate::formats::json::{self, Arrangement};
use crate::formats::record::{Record, Sample};
use crate::formats::source::{Content, Packing, Source};
use crate::formats::sources::Sources;
use crate::formats::{parquet, sniff};
use crate::orders::notes::Note;

/// Texts up to this size are sampled whole.
const WHOLE_BYTES: u64 = 4 << 20;
/// Sampled from the beginning of a longer text.
const HEAD_BYTES: u64 = 1 << 18;
/// Pieces sampled from all over a longer text that can be read anywhere.
const PIECES: u64 = 8;
/// Size of a piece.
const PIECE_BYTES: u64 = 1 << 15;
/// Rows sampled of a workbook or of each piece of a Parquet file.
pub(crate) const SAMPLE_ROWS: usize = 20_000;

/// What a first look at a file tells.
#[derive(Debug)]
pub(crate) struct Survey {
    pub(crate) format: Format,
    /// Column names; `None` where the file has no header.
    pub(crate) header: Option<Vec<String>>,
    /// Line of the header, 0 where there is none.
    pub(crate) header_line: u64,
    /// Sampled rows, header aside.
    pub(crate) rows: Vec<Vec<String>>,
    /// Whether the sample is the whole file.
    pub(crate) is_whole: bool,
    /// What should be said of the file.
    pub(crate) notes: Vec<Note>,
}

/// Looks at one file.
pub(crate) fn survey(sources: &Sources, source: &Source) -> Result<Survey, ReadError> {
    match source.content {
        Content::Text(encoding) => survey_text(sources, source, encoding),
        Content::Workbook => sheets::survey(source),
        Content::Parquet => {
            let table = parquet::sample(source, SAMPLE_ROWS)?;
            Ok(Survey {
                format: Format::Parquet { row_groups: table.row_groups },
                header: Some(table.columns),
                header_line: 0,
                rows: table.sample.rows.into_iter().map(|(_, row)| row).collect(),
                is_whole: table.sample.is_whole,
                notes: Vec::new(),
            })
        }
    }
}

fn survey_text(
    sources: &Sources,
    source: &Source,
    encoding: Encoding,
) -> Result<Survey, ReadError> {
    let in_file = |error| source.io_error(error);
    let mut head = Vec::new();
    let mut stream = source.text(encoding).map_err(in_file)?;
    let is_small = source.packing == Packing::Plain && source.size <= WHOLE_BYTES;
    let limit = if is_small { WHOLE_BYTES * 2 } else { HEAD_BYTES };
    let read = stream.by_ref().take(limit).read_to_end(&mut head).map_err(in_file)?;
    let is_whole = (read as u64) < limit;
    let text = decoded(sources, source, &head)?;
    if let Some(arrangement) = Arrangement::of(&text) {
        let table = json::sample(&text, is_whole, arrangement);
        return Ok(Survey {
            format: Format::Json { encoding, arrangement, keys: table.keys.clone() },
            header: Some(table.keys),
            header_line: 0,
            rows: table.sample.rows.into_iter().map(|(_, row)| row).collect(),
            is_whole,
            notes: Vec::new(),
        });
    }
    let sniffed: String = text.chars().take(1 << 16).collect();
    let sniffed = match sniffed.rfind(['\n', '\r']) {
        Some(end) if sniffed.len() < text.len() => &sniffed[..=end],
        _ => &sniffed,
    };
    let dialect = sniff::dialect(sniffed, header::known_names);
    let mut sample = Sample { is_whole, ..Sample::default() };
    let end = dialect.last_record_end(text.as_bytes(), is_whole).unwrap_or(text.len());
    add_records(text.get(..end).unwrap_or(&text), dialect, &mut sample);
    let can_seek = source.packing == Packing::Plain && encoding == Encoding::Bytes;
    if !is_whole && can_seek {
        add_pieces(sources, source, dialect, &mut sample)?;
    }
    with_header(source, Format::Delimited { encoding, dialect }, sample)
}

/// Text of sampled bytes; a last line that is cut in the middle is left out.
fn decoded(sources: &Sources, source: &Source, bytes: &[u8]) -> Result<String, ReadError> {
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(text.to_owned()),
        Err(error) if error.error_len().is_none() => {
            Ok(String::from_utf8_lossy(&bytes[..error.valid_up_to()]).into_owned())
        }
        Err(_) => {
            let line_end = if memchr::memchr(b'\n', bytes).is_some() { b'\n' } else { b'\r' };
            Ok(sources.legacy_encoding(source)?.decode(bytes, line_end))
        }
    }
}

fn add_records(text: &str, dialect: Dialect, sample: &mut Sample) {
    let mut keep = |record: &Record<'_>| {
        sample.add(record);
        Ok(())
    };
    // keeping a copy cannot fail
    let _ = dialect.records(text, 1, &mut Buffers::default(), &mut keep);
}

/// Adds whole lines from all over the file. A piece with quotes may begin
/// inside one and is left out.
fn add_pieces(
    sources: &Sources,
    source: &Source,
    dialect: Dialect,
    sample: &mut Sample,
) -> Result<(), ReadError> {
    for piece in 0..PIECES {
        let span = source.size - HEAD_BYTES;
        let offset = HEAD_BYTES + span * (piece + 1) / (PIECES + 1);
        let bytes = source.bytes_at(offset, PIECE_BYTES).map_err(|error| source.io_error(error))?;
        let line_end = dialect.line_end;
        let bounds = memchr::memchr(line_end, &bytes).zip(memchr::memrchr(line_end, &bytes));
        let Some((first, last)) = bounds else { continue };
        let has_quotes = matches!(dialect.separator, Separator::Byte(_))
            && memchr::memchr(b'"', &bytes).is_some();
        if !has_quotes && first < last {
            add_records(&decoded(sources, source, &bytes[first + 1..=last])?, dialect, sample);
        }
    }
    Ok(())
}

/// Parts the header from the rows.
fn with_header(source: &Source, format: Format, sample: Sample) -> Result<Survey, ReadError> {
    let Sample { mut rows, is_whole } = sample;
    rows.retain(|(_, fields)| fields.iter().any(|field| !field.is_empty()));
    if rows.is_empty() {
        return Err(ReadError::Empty(source.name.clone()));
    }
    let header_at = header::position(&rows);
    let (header, header_line) = match header_at {
        Some(at) => {
            let (line, fields) = &rows[at];
            (Some(header::unique_names(fields)), *line)
        }
        None => (None, 0),
    };
    let rows = rows.split_off(header_at.map_or(0, |at| at + 1));
    let rows = rows.into_iter().map(|(_, fields)| fields).collect();
    Ok(Survey { format, header, header_line, rows, is_whole, notes: Vec::new() })
}

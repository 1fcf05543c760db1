//! The files cut into pieces, which whoever is free takes.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use crate::formats::blocks::{BlockReader, Cut, NextBlock, RECORD_LIMIT};
use crate::formats::encoding::Encoding;
use crate::formats::error::ReadError;
use crate::formats::format::Format;
use crate::formats::progress::Progress;
use crate::formats::source::Source;
use crate::formats::sources::Sources;

/// A piece of a file.
pub(super) enum Work {
    /// The block that was put into the worker's buffer.
    Block { file: usize, first_line: u64 },
    /// A sheet of a workbook.
    Sheet { file: usize, sheet: usize },
    /// A row group of a Parquet file, whose first row has this number.
    RowGroup { file: usize, group: usize, first_row: u64 },
}

/// Gives out the pieces of all files in order.
pub(super) struct Feed<'a> {
    sources: &'a Sources,
    formats: &'a [Format],
    file: usize,
    group: usize,
    row: u64,
    stream: Option<Stream>,
    number: u64,
}

/// A text that is being read.
struct Stream {
    reader: BlockReader<Box<dyn std::io::Read + Send>>,
    bytes: Arc<AtomicU64>,
}

impl<'a> Feed<'a> {
    /// Begins with the first file.
    pub(super) fn new(sources: &'a Sources, formats: &'a [Format]) -> Self {
        Self { sources, formats, file: 0, group: 0, row: 1, stream: None, number: 0 }
    }

    /// The number of the next piece and the piece; a block's bytes are put
    /// into `block`.
    pub(super) fn next(
        &mut self,
        block: &mut Vec<u8>,
        progress: &dyn Progress,
    ) -> Result<Option<(u64, Work)>, (u64, ReadError)> {
        let number = self.number;
        self.number += 1;
        loop {
            let Some((source, format)) =
                self.sources.files().get(self.file).zip(self.formats.get(self.file))
            else {
                return Ok(None);
            };
            let file = self.file;
            let work = match format {
                Format::Delimited { encoding, dialect, .. } => {
                    self.next_block(source, *encoding, Cut::Lines(*dialect), block, progress)
                }
                Format::Json { encoding, arrangement, .. } => {
                    self.next_block(source, *encoding, arrangement.cut(), block, progress)
                }
                Format::Workbook { sheets } if self.group < sheets.len() => {
                    let sheet = self.group;
                    self.group += 1;
                    progress.advanced(source.size / sheets.len() as u64, 0);
                    Ok(Some(Work::Sheet { file, sheet }))
                }
                Format::Parquet { row_groups, .. } if self.group < row_groups.len() => {
                    let (group, first_row) = (self.group, self.row);
                    self.group += 1;
                    self.row += row_groups[group];
                    progress.advanced(source.size / row_groups.len() as u64, 0);
                    Ok(Some(Work::RowGroup { file, group, first_row }))
                }
                Format::Workbook { .. } | Format::Parquet { .. } => Ok(None),
            };
            match work {
                Ok(Some(work)) => return Ok(Some((number, work))),
                Ok(None) => (self.file, self.group, self.row) = (file + 1, 0, 1),
                Err(error) => {
                    self.file = self.formats.len();
                    return Err((number, error));
                }
            }
        }
    }

    fn next_block(
        &mut self,
        source: &Source,
        encoding: Encoding,
        cut: Cut,
        block: &mut Vec<u8>,
        progress: &dyn Progress,
    ) -> Result<Option<Work>, ReadError> {
        let stream = match &mut self.stream {
            Some(stream) => stream,
            none => {
                let (text, bytes) =
                    source.counted_text(encoding).map_err(|error| source.io_error(error))?;
                none.insert(Stream { reader: BlockReader::new(text, cut), bytes })
            }
        };
        let next = stream.reader.next_into(block).map_err(|error| source.io_error(error))?;
        progress.advanced(stream.bytes.swap(0, Ordering::Relaxed), 0);
        match next {
            NextBlock::Block { first_line } => {
                Ok(Some(Work::Block { file: self.file, first_line }))
            }
            NextBlock::TooLong { line } => {
                let file = source.name.clone();
                Err(ReadError::RowTooLong { file, line, limit: RECORD_LIMIT })
            }
            NextBlock::End => {
                self.stream = None;
                Ok(None)
            }
        }
    }
}

//! A stream cut into blocks of whole records.

use std::io::{self, Read};

use super::delimited::Dialect;
use super::json_objects::last_object_end;

/// Bytes aimed at per block: small enough to stay in a core's cache.
pub(crate) const BLOCK_BYTES: usize = 1 << 19;
/// The longest record there may be.
pub(crate) const RECORD_LIMIT: usize = 1 << 26;

/// Where a text may be cut.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Cut {
    /// After a record of delimited text.
    Lines(Dialect),
    /// After a JSON object.
    Objects,
}

impl Cut {
    /// The end of the last whole record in `bytes`, which begin with a record;
    /// `is_end` says that no more bytes follow. `None` where no record ends.
    pub(crate) fn last_record_end(self, bytes: &[u8], is_end: bool) -> Option<usize> {
        match self {
            Self::Lines(dialect) => dialect.last_record_end(bytes, is_end),
            Self::Objects if is_end => Some(bytes.len()),
            Self::Objects => last_object_end(bytes),
        }
    }

    /// What ends a line.
    pub(crate) fn line_end(self) -> u8 {
        match self {
            Self::Lines(dialect) => dialect.line_end,
            Self::Objects => b'\n',
        }
    }
}

/// Cuts a stream into blocks of whole records.
pub(crate) struct BlockReader<R> {
    stream: R,
    cut: Cut,
    /// Read, but of a record that is not complete yet.
    carried: Vec<u8>,
    line: u64,
    ended: bool,
}

/// What came of asking for a block.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum NextBlock {
    /// A block whose first line has this number.
    Block {
        /// From 1.
        first_line: u64,
    },
    /// A record that begins on this line is longer than [`RECORD_LIMIT`].
    TooLong {
        /// From 1.
        line: u64,
    },
    /// There is nothing left.
    End,
}

impl<R: Read> BlockReader<R> {
    /// Starts at the beginning of `stream`, a text in UTF-8 or another
    /// encoding in which separators, quotes and line ends are ASCII bytes.
    pub(crate) fn new(stream: R, cut: Cut) -> Self {
        Self { stream, cut, carried: Vec::new(), line: 1, ended: false }
    }

    /// Puts the next block into `block`.
    ///
    /// # Errors
    /// Where the stream cannot be read.
    pub(crate) fn next_into(&mut self, block: &mut Vec<u8>) -> io::Result<NextBlock> {
        block.clear();
        block.append(&mut self.carried);
        let mut wanted = BLOCK_BYTES;
        let end = loop {
            self.fill(block, wanted)?;
            match self.cut.last_record_end(block, self.ended) {
                Some(end) => break end,
                None if wanted >= RECORD_LIMIT => {
                    return Ok(NextBlock::TooLong { line: self.line });
                }
                None => wanted = block.len().saturating_mul(2).min(RECORD_LIMIT),
            }
        };
        self.carried.extend_from_slice(&block[end..]);
        block.truncate(end);
        if block.is_empty() {
            return Ok(NextBlock::End);
        }
        let first_line = self.line;
        self.line += memchr::memchr_iter(self.cut.line_end(), block).count() as u64;
        Ok(NextBlock::Block { first_line })
    }

    /// Reads until `block` holds `wanted` bytes or the stream ends.
    fn fill(&mut self, block: &mut Vec<u8>, wanted: usize) -> io::Result<()> {
        let missing = wanted.saturating_sub(block.len());
        if missing > 0 && !self.ended {
            let read = (&mut self.stream).take(missing as u64).read_to_end(block)?;
            self.ended = read < missing;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::super::delimited::{Buffers, Separator};
    use super::super::record::Record;
    use super::*;

    const CSV: Dialect = Dialect { separator: Separator::Byte(b','), line_end: b'\n' };

    fn records(text: &str) -> Vec<(u64, Vec<String>)> {
        let mut reader = BlockReader::new(text.as_bytes(), Cut::Lines(CSV));
        let (mut block, mut buffers) = (Vec::new(), Buffers::default());
        let mut records = Vec::new();
        while let NextBlock::Block { first_line } = reader.next_into(&mut block).unwrap() {
            let block = std::str::from_utf8(&block).unwrap();
            let mut keep = |record: &Record<'_>| {
                let fields = (0..record.len()).map(|i| record.field(i).to_owned()).collect();
                records.push((record.line, fields));
                Ok(())
            };
            CSV.records(block, first_line, &mut buffers, &mut keep).unwrap();
        }
        records
    }

    #[test]
    fn blocks_end_where_records_end_and_lines_are_counted() {
        let row = |n: usize| format!("{n},\"two\nlines, {n}\",plain\n");
        let text: String = (0..100_000).map(row).collect();
        let records = records(&text);
        assert_eq!(records.len(), 100_000);
        for (n, (line, fields)) in records.iter().enumerate() {
            assert_eq!(*line, n as u64 * 2 + 1);
            assert_eq!(fields, &[n.to_string(), format!("two\nlines, {n}"), "plain".to_owned()]);
        }
    }

    #[test]
    fn a_record_longer_than_a_block_stays_whole() {
        let long = "x".repeat(BLOCK_BYTES * 3);
        let records = records(&format!("a,b\n1,{long}\n2,c"));
        assert_eq!(records.len(), 3);
        assert_eq!(records[1].1[1].len(), long.len());
        assert_eq!(records[2], (3, vec!["2".to_owned(), "c".to_owned()]));
    }

    #[test]
    fn a_record_without_an_end_is_refused() {
        let endless = io::repeat(b'x');
        let mut reader = BlockReader::new(endless, Cut::Lines(CSV));
        assert_eq!(reader.next_into(&mut Vec::new()).unwrap(), NextBlock::TooLong { line: 1 });
    }
}

//! Where the bytes of the shards lie.

use std::borrow::Cow;

use super::{BookError, SHARDS, SpillFile};

/// The customers of one shard.
#[derive(Debug)]
pub(crate) struct Segment {
    /// How many.
    pub customers: usize,
    /// Their bytes.
    pub place: Place,
}

/// Where bytes lie.
#[derive(Debug)]
pub(crate) enum Place {
    Memory(Vec<u8>),
    Spilled { offset: u64, length: usize },
}

/// All shards of a book.
#[derive(Debug)]
pub(crate) struct Store {
    segments: Vec<Segment>,
    first_customer: Vec<usize>,
    spill: Option<SpillFile>,
}

impl Store {
    /// Of the shards in their order, with the file that holds the spilled ones.
    pub(crate) fn new(segments: Vec<Segment>, spill: Option<SpillFile>) -> Self {
        debug_assert_eq!(segments.len(), SHARDS, "a book has all its shards");
        let mut next = 0;
        let first_customer = segments
            .iter()
            .map(|segment| {
                let first = next;
                next += segment.customers;
                first
            })
            .collect();
        Self { segments, first_customer, spill }
    }

    pub(crate) fn segment(&self, shard: usize) -> Option<&Segment> {
        self.segments.get(shard)
    }

    /// The place of a shard's first customer among all.
    pub(crate) fn first_customer(&self, shard: usize) -> usize {
        self.first_customer.get(shard).copied().unwrap_or_default()
    }

    /// The bytes of a segment, read from disk where they lie there.
    pub(crate) fn bytes<'a>(&'a self, segment: &'a Segment) -> Result<Cow<'a, [u8]>, BookError> {
        match (&segment.place, &self.spill) {
            (Place::Memory(bytes), _) => Ok(Cow::Borrowed(bytes)),
            (Place::Spilled { offset, length }, Some(file)) => {
                let mut bytes = vec![0; *length];
                file.read_at(&mut bytes, *offset).map_err(BookError::Spill)?;
                Ok(Cow::Owned(bytes))
            }
            (Place::Spilled { .. }, None) => Err(BookError::Damaged),
        }
    }
}

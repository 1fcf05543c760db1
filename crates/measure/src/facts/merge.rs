//! Several files of one kind, read as one: each thing once, as it was told
//! last.

use std::cmp::{Ordering, Reverse};
use std::collections::{BinaryHeap, VecDeque};

use kernel::facts::{Fact, FactFile, FactId};

use super::file::FactsOfFile;
use super::table::Table;
use super::{FactFolder, FactsError};

/// Leaves each thing once, as it was told last, by id.
pub(super) fn newest<T: Table>(facts: &mut Vec<Fact<T>>) {
    facts.sort_by_key(|fact| (fact.id, Reverse(fact.version)));
    facts.dedup_by_key(|fact| fact.id);
}

/// The facts of several files, each thing once, by id.
pub(super) struct Merged<'f, T> {
    folder: &'f FactFolder,
    streams: Vec<Stream<T>>,
    heads: BinaryHeap<Head<T>>,
    last: Option<FactId>,
}

/// Files that follow each other by id; the next is opened when one has ended.
struct Stream<T> {
    open: FactsOfFile<T>,
    further: VecDeque<FactFile>,
}

/// The next fact of a stream.
struct Head<T> {
    fact: Fact<T>,
    stream: usize,
}

impl<T: Table> Head<T> {
    /// The smallest id comes first, of equal ones the highest version; the
    /// greatest of a heap is at its top.
    fn key(&self) -> (Reverse<FactId>, i64, Reverse<usize>) {
        (Reverse(self.fact.id), self.fact.version, Reverse(self.stream))
    }
}

impl<T: Table> PartialEq for Head<T> {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl<T: Table> Eq for Head<T> {}

impl<T: Table> PartialOrd for Head<T> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl<T: Table> Ord for Head<T> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.key().cmp(&other.key())
    }
}

impl<'f, T: Table> Merged<'f, T> {
    /// Of these files, all of one kind; those that are a base in the order in
    /// which they were made.
    pub fn of(folder: &'f FactFolder, files: &[FactFile]) -> Result<Self, FactsError> {
        let (base, later): (Vec<_>, Vec<_>) = files.iter().cloned().partition(|file| file.is_base);
        let chains = later.into_iter().map(|file| VecDeque::from([file]));
        let chains = std::iter::once(VecDeque::from(base)).chain(chains);
        let mut merged = Self { folder, streams: Vec::new(), heads: BinaryHeap::new(), last: None };
        for mut files in chains {
            let Some(first) = files.pop_front() else { continue };
            let open = FactsOfFile::of(&first.name, folder.open(&first)?)?;
            merged.streams.push(Stream { open, further: files });
            merged.advance(merged.streams.len() - 1)?;
        }
        Ok(merged)
    }

    /// Takes the next fact of a stream among the heads, if it has one.
    fn advance(&mut self, stream: usize) -> Result<(), FactsError> {
        let of = &mut self.streams[stream];
        loop {
            if let Some(fact) = of.open.next() {
                self.heads.push(Head { fact: fact?, stream });
                return Ok(());
            }
            let Some(next) = of.further.pop_front() else { return Ok(()) };
            of.open = FactsOfFile::of(&next.name, self.folder.open(&next)?)?;
        }
    }
}

impl<T: Table> Iterator for Merged<'_, T> {
    type Item = Result<Fact<T>, FactsError>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let Head { fact, stream } = self.heads.pop()?;
            if let Err(error) = self.advance(stream) {
                self.heads.clear();
                return Some(Err(error));
            }
            if self.last.replace(fact.id) != Some(fact.id) {
                return Some(Ok(fact));
            }
        }
    }
}

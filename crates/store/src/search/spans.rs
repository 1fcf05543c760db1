//! Spans of time, by which the text index of PostgreSQL is asked for the newest
//! documents first: it gives all that have a word, and in no order. SQLite's gives
//! them in the order of their numbers.

use super::index::OF_ONE_SECOND;

/// The number of a document without so many bits is its mark: of a day and a half, of six
/// days, of three weeks and a half. The texts of before were given theirs by the migration
/// 0370 of PostgreSQL.
const BITS: [u32; 3] = [OF_ONE_SECOND + 17, OF_ONE_SECOND + 19, OF_ONE_SECOND + 21];
/// The marks of the spans that are looked through one after another. Each length twice:
/// the newest are often of one kind, as what a program writes down.
const TURNS: [u32; 6] = [BITS[0], BITS[0], BITS[1], BITS[1], BITS[2], BITS[2]];
/// In front of a mark where it stands among words.
const MARK: char = '@';

/// The marks of a document, as they stand among its words.
pub(super) fn marks(doc: i64) -> impl Iterator<Item = String> {
    BITS.into_iter().map(move |bits| mark(bits, doc >> bits))
}

fn mark(bits: u32, number: i64) -> String {
    format!("{MARK}{bits}.{number}")
}

/// From a document to the end of the mark after its own: the mark alone may end with the
/// document.
#[derive(Debug, Clone, Copy)]
pub(super) struct Span {
    turn: usize,
    bits: u32,
    first: i64,
}

impl Span {
    /// From a document on, longer from turn to turn; none after the last, as whatever
    /// is that far apart is rarer than was thought.
    pub(super) fn in_turn(turn: usize, first: i64) -> Option<Self> {
        TURNS.get(turn).map(|bits| Self { turn, bits: *bits, first })
    }

    /// Which one of those that are looked through one after another.
    pub(super) fn turn(self) -> usize {
        self.turn
    }

    /// The last number that a document of it can have.
    pub(super) fn last(self) -> i64 {
        let behind = (i128::from(self.first >> self.bits) + 2) << self.bits;
        i64::try_from(behind - 1).unwrap_or(i64::MAX)
    }

    /// Its marks, in the language of the text index: of the documents in front of it as
    /// well.
    pub(super) fn sought(self) -> String {
        let number = self.first >> self.bits;
        format!("('{}' | '{}')", mark(self.bits, number), mark(self.bits, number + 1))
    }
}

#[cfg(test)]
mod tests {
    use super::{BITS, Span, TURNS, marks};

    #[test]
    fn a_span_ends_with_the_last_document_that_bears_its_marks() {
        let borders = BITS.map(|bits| (8_259_455_631_352_838_155 >> bits << bits) - 1);
        for first in [0, 1 << 46, i64::MAX - 1, i64::MAX].into_iter().chain(borders) {
            for span in (0..TURNS.len()).filter_map(|turn| Span::in_turn(turn, first)) {
                let is_of_it =
                    |doc| marks(doc).any(|mark| span.sought().contains(&format!("'{mark}'")));
                assert!(is_of_it(first) && is_of_it(span.last()), "{first}");
                assert!(span.last().checked_add(1).is_none_or(|behind| !is_of_it(behind)));
            }
        }
    }

    #[test]
    fn marks_of_other_lengths_are_other_words() {
        assert_eq!(marks(0).collect::<Vec<_>>(), ["@46.0", "@48.0", "@50.0"]);
    }
}

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
    /// The shortest, from a document on, that has enough of so many texts which stand
    /// evenly from there to the last document; the longest where none has.
    pub(super) fn expected_to_have(enough: i64, texts: i64, first: i64, last: i64) -> Self {
        let all = i128::from(last.saturating_sub(first).max(1));
        // From anywhere in one mark to the end of the next.
        let expected = |bits: u32| i128::from(texts) * (3_i128 << (bits - 1)) / all;
        let has_enough = |bits: &u32| expected(*bits) >= i128::from(enough);
        let longest = BITS[BITS.len() - 1];
        let bits = BITS.into_iter().find(has_enough).unwrap_or(longest);
        let turn = TURNS.iter().position(|length| *length == bits).unwrap_or_default();
        Self { turn, bits, first }
    }

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
    use super::{BITS, OF_ONE_SECOND, Span, TURNS, marks};

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
    fn a_search_begins_with_the_span_in_which_a_page_is_to_be_expected() {
        let year = (365 * 24 * 3_600_i64) << OF_ONE_SECOND;
        let begins_with = |texts| Span::expected_to_have(64, texts, 1 << 40, (1 << 40) + 5 * year);
        assert_eq!(begins_with(100_000).bits, BITS[0]);
        assert_eq!(begins_with(20_000).bits, BITS[1]);
        assert_eq!(begins_with(3_000).bits, BITS[2]);
        assert_eq!(begins_with(1).bits, BITS[2], "no span is longer");
        assert_eq!((begins_with(100_000).turn(), begins_with(1).turn()), (0, 4));
        assert_eq!(Span::expected_to_have(64, i64::MAX, i64::MAX, 0).bits, BITS[0]);
    }

    #[test]
    fn marks_of_other_lengths_are_other_words() {
        assert_eq!(marks(0).collect::<Vec<_>>(), ["@46.0", "@48.0", "@50.0"]);
    }
}

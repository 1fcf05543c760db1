//! The words of a document as both databases' text indexes get them.
//!
//! Every word is there twice: by its stems, which are a set, and as it is
//! spelt, with a mark in front and in order, for `"exact words"`.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use super::Document;
use super::fold::{fold, words};
use super::spans::marks;
use super::stems::stems;

/// In front of words as they are spelt.
pub(super) const SPELT: char = '=';

/// What comes after so many words, or letters, is not indexed: PostgreSQL's
/// index knows no places beyond 16,383 and takes a megabyte.
const WORDS: usize = 12_000;
const BYTES: usize = 100_000;

/// The words of a document.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Tokens {
    stems: BTreeSet<String>,
    spelt: Vec<String>,
}

impl Tokens {
    pub(super) fn of(document: &Document) -> Self {
        let mut tokens = Self::default();
        let named = document.names.iter().chain(&document.codes).chain(&document.emails);
        let mut room = BYTES;
        for text in named.chain([&document.text]) {
            for (_, word) in words(text) {
                let spelt = fold(word);
                room = room.saturating_sub(spelt.len());
                if room == 0 || tokens.spelt.len() == WORDS {
                    return tokens;
                }
                if !spelt.is_empty() {
                    tokens.stems.extend(stems(word, document.language));
                    tokens.spelt.push(spelt);
                }
            }
        }
        tokens
    }

    pub(super) fn is_empty(&self) -> bool {
        self.spelt.is_empty()
    }

    /// For SQLite: words with spaces between.
    pub(super) fn plain(&self) -> String {
        let mut text = String::new();
        for stem in &self.stems {
            let _ = write!(text, "{stem} ");
        }
        for word in &self.spelt {
            let _ = write!(text, "{SPELT}{word} ");
        }
        text
    }

    /// For PostgreSQL: the text form of a `tsvector`, with the marks of the time of
    /// a document of this number. Words are letters and digits, so nothing in them needs an
    /// escape.
    pub(super) fn vector(&self, doc: i64) -> String {
        let mut text = String::new();
        for mark in marks(doc) {
            let _ = write!(text, "'{mark}' ");
        }
        for stem in &self.stems {
            let _ = write!(text, "'{stem}' ");
        }
        for (place, word) in (1..).zip(&self.spelt) {
            let _ = write!(text, "'{SPELT}{word}':{place} ");
        }
        text
    }
}

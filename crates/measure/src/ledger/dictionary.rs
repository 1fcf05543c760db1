//! The different texts of an attribute column, each with a code.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use documents::orders::{AttributeColumn, AttributeRole};
use hashbrown::HashTable;

use crate::book::{Attribute, hash_of};

/// The codes of one column, shared by all sinks. Codes are given in the order
/// of arrival and renumbered when the ledger closes.
#[derive(Debug)]
pub(crate) struct Dictionary {
    limit: usize,
    overflowed: AtomicBool,
    codes: Mutex<Codes>,
}

#[derive(Debug, Default)]
struct Codes {
    table: HashTable<u32>,
    texts: Vec<Arc<str>>,
}

impl Dictionary {
    /// For a column of this role: products and categories may have a million
    /// values, as ranges are watched one by one; an attribute for the audit of
    /// the lost says nothing any more with more than 65,536.
    pub(crate) fn new(role: AttributeRole) -> Self {
        let limit = match role {
            AttributeRole::Category | AttributeRole::Product => 1 << 20,
            AttributeRole::Source
            | AttributeRole::Country
            | AttributeRole::Discount
            | AttributeRole::Other => 1 << 16,
        };
        Self::limited(limit)
    }

    fn limited(limit: usize) -> Self {
        Self { limit, overflowed: AtomicBool::new(false), codes: Mutex::default() }
    }

    /// The code of `text` and a copy to keep; `None` once there are too many.
    fn code_of(&self, text: &str, hash: u64) -> Option<(u32, Arc<str>)> {
        if self.overflowed.load(Ordering::Relaxed) {
            return None;
        }
        let mut codes = self.codes.lock().unwrap_or_else(PoisonError::into_inner);
        let Codes { table, texts } = &mut *codes;
        if let Some(&code) = table.find(hash, |&code| &*texts[code as usize] == text) {
            return Some((code, Arc::clone(&texts[code as usize])));
        }
        if texts.len() == self.limit {
            self.overflowed.store(true, Ordering::Relaxed);
            return None;
        }
        let (code, text) = (texts.len() as u32, Arc::<str>::from(text));
        texts.push(Arc::clone(&text));
        table.insert_unique(hash, code, |&code| hash_of(texts[code as usize].as_bytes()));
        Some((code, text))
    }

    /// The attribute with its values in the order of their texts, and the code
    /// there of each code given out; nothing of a column that overflowed.
    pub(crate) fn close(&self, column: &AttributeColumn) -> (Attribute, Vec<u32>) {
        let overflowed = self.overflowed.load(Ordering::Relaxed);
        let mut codes = self.codes.lock().unwrap_or_else(PoisonError::into_inner);
        codes.table = HashTable::new();
        let texts = std::mem::take(&mut codes.texts);
        let mut by_text: Vec<usize> = (0..texts.len()).collect();
        by_text.sort_unstable_by_key(|&code| &texts[code]);
        let mut renumbered = vec![Attribute::MISSING; texts.len()];
        let mut values = Vec::new();
        if !overflowed {
            for (new, &old) in by_text.iter().enumerate() {
                renumbered[old] = new as u32;
                values.push(texts[old].to_string());
            }
        }
        let attribute =
            Attribute { name: column.name.clone(), role: column.role, values, overflowed };
        (attribute, renumbered)
    }
}

/// What one sink remembers of a dictionary, so that it rarely has to ask.
#[derive(Debug, Default)]
pub(crate) struct Cache {
    known: HashTable<(Arc<str>, u32)>,
    last: Option<(Arc<str>, u32)>,
}

impl Cache {
    /// The code of `text`; [`Attribute::MISSING`] for an empty text and once
    /// the column has too many different ones.
    pub(crate) fn code_of(&mut self, text: &str, dictionary: &Dictionary) -> u32 {
        if text.is_empty() {
            return Attribute::MISSING;
        }
        if let Some((last, code)) = &self.last
            && **last == *text
        {
            return *code;
        }
        let hash = hash_of(text.as_bytes());
        let found = if let Some(found) = self.known.find(hash, |(known, _)| **known == *text) {
            found.clone()
        } else {
            let Some((code, text)) = dictionary.code_of(text, hash) else {
                *self = Self::default();
                return Attribute::MISSING;
            };
            let rehash = |(text, _): &(Arc<str>, u32)| hash_of(text.as_bytes());
            self.known.insert_unique(hash, (Arc::clone(&text), code), rehash);
            (text, code)
        };
        self.last.insert(found).1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn column() -> AttributeColumn {
        AttributeColumn { name: "Country".to_owned(), role: AttributeRole::Country }
    }

    #[test]
    fn values_are_numbered_by_their_text_however_they_arrive() {
        let dictionary = Dictionary::new(AttributeRole::Country);
        let (mut one, mut other) = (Cache::default(), Cache::default());
        let cyprus = one.code_of("Cyprus", &dictionary);
        let armenia = other.code_of("Armenia", &dictionary);
        assert_eq!(other.code_of("Cyprus", &dictionary), cyprus);
        assert_eq!(one.code_of("Cyprus", &dictionary), cyprus);
        assert_eq!(one.code_of("", &dictionary), Attribute::MISSING);
        let (attribute, renumbered) = dictionary.close(&column());
        assert_eq!(attribute.values, ["Armenia", "Cyprus"]);
        assert_eq!((renumbered[armenia as usize], renumbered[cyprus as usize]), (0, 1));
    }

    #[test]
    fn a_column_with_too_many_values_keeps_none() {
        let dictionary = Dictionary::limited(2);
        let mut cache = Cache::default();
        for text in ["a", "b", "a", "c", "a"] {
            cache.code_of(text, &dictionary);
        }
        let (attribute, renumbered) = dictionary.close(&column());
        assert!(attribute.overflowed && attribute.values.is_empty());
        assert!(renumbered.iter().all(|&code| code == Attribute::MISSING));
    }
}

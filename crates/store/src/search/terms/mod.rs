//! What somebody typed, taken apart: each term with the keys it could mean and
//! the words of a text it could mean. Pure.

mod reading;

use std::collections::BTreeSet;

use super::document::Match;
use super::keys::{BACKWARDS, NATIONAL, SOUND, parted};
use super::numbers::Number;

pub(super) use self::reading::{read, read_reach};

/// A phone number is looked up by its last digits, this many where it has them;
/// a town's number has fewer.
const LAST_DIGITS: [usize; 3] = [6, 7, 8];

/// One thing that must be found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Term {
    pub(super) probes: Vec<Probe>,
    /// How it sounds, where it can be a name.
    pub(super) sound: Option<String>,
    pub(super) text: Words,
}

/// Keys that a term could mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Probe {
    pub(super) matched: Match,
    what: Sought,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Sought {
    Key(String),
    KeysBeginning(String),
    Number(Number),
    NumbersBeginning(Number),
}

/// A way to look keys up in their index.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Lookup {
    /// One key.
    Is(String),
    /// All that are longer than this beginning.
    Begins(String),
}

impl Lookup {
    /// The key, or what it begins with.
    pub(super) fn text(&self) -> &str {
        match self {
            Lookup::Is(text) | Lookup::Begins(text) => text,
        }
    }
}

/// Words that a text could have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Words {
    /// Any of these stems.
    Any(BTreeSet<String>),
    /// All of these as they are spelt, one after another.
    InOrder(Vec<String>),
}

impl Probe {
    fn is(matched: Match, mark: char, key: &str) -> Self {
        Self { matched, what: Sought::Key(format!("{mark}{key}")) }
    }

    fn begins(matched: Match, mark: char, key: &str) -> Self {
        Self { matched, what: Sought::KeysBeginning(format!("{mark}{key}")) }
    }

    /// A name that sounds so, where something else was typed.
    pub(super) fn typo_of(sound: &str) -> Self {
        Self::is(Match::Typo, SOUND, sound)
    }

    /// Whether it is among the keys of a document.
    fn is_among(&self, joined: &str) -> bool {
        match &self.what {
            Sought::Key(key) => joined.contains(&format!(" {key} ")),
            Sought::KeysBeginning(key) => joined.contains(&format!(" {key}")),
            Sought::Number(number) => numbers(joined).any(|other| number.is_same(other)),
            Sought::NumbersBeginning(number) => numbers(joined).any(|other| number.begins(other)),
        }
    }

    /// Where in the index of keys to look: gives all it means, and maybe more.
    /// A key that is no longer than its beginning is exact, and asked for so.
    pub(super) fn lookups(&self) -> Vec<Lookup> {
        match &self.what {
            Sought::Key(key) => vec![Lookup::Is(key.clone())],
            Sought::KeysBeginning(key) => vec![Lookup::Begins(key.clone())],
            Sought::NumbersBeginning(Number { national, .. }) => vec![
                Lookup::Is(format!("{NATIONAL}{national}")),
                Lookup::Begins(format!("{NATIONAL}{national}")),
            ],
            Sought::Number(number) => {
                let backwards = number.backwards();
                let ends: Vec<&str> =
                    LAST_DIGITS.iter().filter_map(|digits| backwards.get(..*digits)).collect();
                let begins = ends.last().map(|end| Lookup::Begins(format!("{BACKWARDS}{end}")));
                let is = ends.iter().map(|end| Lookup::Is(format!("{BACKWARDS}{end}")));
                is.chain(begins).collect()
            }
        }
    }
}

/// The phone numbers among the keys of a document, backwards.
fn numbers(joined: &str) -> impl Iterator<Item = &str> {
    parted(joined).filter_map(|key| key.strip_prefix(BACKWARDS))
}

/// How close a document with these keys comes to what was asked: as close as
/// its farthest term. None where a term is not among them.
pub(super) fn closest(terms: &[Term], joined: &str) -> Option<Match> {
    let mut farthest = None;
    for term in terms {
        let fitting = term.probes.iter().filter(|probe| probe.is_among(joined));
        farthest = farthest.max(Some(fitting.map(|probe| probe.matched).min()?));
    }
    farthest
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::{Words, closest, read};
    use crate::search::Match;

    #[rstest]
    #[case("иванов", Some(Match::Exact))]
    #[case("Иван", Some(Match::Exact))]
    #[case("ив иванов", Some(Match::Beginning))]
    #[case("ivanov", Some(Match::Sound))]
    #[case("ivano", Some(Match::SoundBeginning))]
    #[case("петров иванов", None)]
    #[case("069123456", Some(Match::Exact))]
    #[case("+373 69 123 456", Some(Match::Exact))]
    #[case("3456", Some(Match::Beginning))]
    #[case("069 1", Some(Match::Beginning))]
    #[case("+40 69 123 456", None)]
    #[case("A-100", Some(Match::Exact))]
    #[case("a10", Some(Match::Beginning))]
    #[case("Ivan@Example.com", Some(Match::Exact))]
    #[case("@example.com", Some(Match::Exact))]
    #[case("ivan@", Some(Match::Beginning))]
    fn a_document_comes_as_close_as_its_farthest_term(
        #[case] typed: &str,
        #[case] close: Option<Match>,
    ) {
        let keys = " ca100 dexample.com kivan kivanov mivan@example.com n69123456 \
                    r65432196373 sиван sиванов ";
        assert_eq!(closest(&read(typed), keys), close, "{:?}", read(typed));
    }

    #[rstest]
    #[case("0975", Some(Match::Beginning))]
    #[case("00975", Some(Match::Beginning))]
    #[case("900-975", Some(Match::Exact))]
    #[case("07700 900975", Some(Match::Exact))]
    #[case("0976", None)]
    #[case("975", None)]
    fn the_last_four_digits_of_a_number_are_enough(
        #[case] typed: &str,
        #[case] close: Option<Match>,
    ) {
        let keys = " n7700900975 r579009007744 ";
        assert_eq!(closest(&read(typed), keys), close, "{:?}", read(typed));
    }

    #[test]
    fn quoted_words_are_looked_for_in_order() {
        let terms = read("late \"Very late\" „и точка");
        let [_, quoted, open] = terms.as_slice() else { panic!("three terms, not {terms:?}") };
        assert_eq!(quoted.text, Words::InOrder(vec!["very".into(), "late".into()]));
        assert_eq!(open.text, Words::InOrder(vec!["и".into(), "точка".into()]));
    }

    #[rstest]
    #[case("")]
    #[case("   ")]
    #[case("\"\"")]
    #[case("— … !")]
    #[case("\0")]
    fn nothing_is_asked_by_what_has_no_words(#[case] typed: &str) {
        assert!(read(typed).is_empty());
    }
}

//! What somebody typed, taken apart: each term with the keys it could mean and
//! the words of a text it could mean. Pure.

use std::collections::BTreeSet;

use super::document::Match;
use super::fold::{fold, words};
use super::keys::{
    BACKWARDS, CODE, DOMAIN, MAIL, NATIONAL, SOUND, SPELLING, address, parted, sound,
};
use super::numbers::{Number, ending};
use super::stems::stems;

/// What is typed beyond so many letters or terms is not looked at.
const LETTERS: usize = 256;
const TERMS: usize = 8;

/// A phone number is looked up by its last digits, this many where it has them;
/// a town's number has fewer.
const LAST_DIGITS: [usize; 3] = [6, 7, 8];
/// So few digits could be the end of any number.
const SOME_DIGITS: usize = 4;
/// A phone number that is typed from its front, from so many digits on.
const FIRST_DIGITS: usize = 3;
/// Digits with spaces between are one number from so many on.
const SPACED_DIGITS: usize = 6;

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

/// Takes apart what was typed.
pub(super) fn read(typed: &str) -> Vec<Term> {
    let typed: String = typed.chars().take(LETTERS).collect();
    let mut terms = Vec::new();
    let parts = typed.split(['"', '“', '”', '„', '«', '»']);
    for (number, part) in parts.enumerate() {
        if number % 2 == 1 {
            terms.extend(exact_words(part));
        } else {
            read_plain(part, &mut terms);
        }
    }
    terms.truncate(TERMS);
    terms
}

fn exact_words(phrase: &str) -> Option<Term> {
    let text: Vec<String> = folded(phrase);
    (!text.is_empty()).then_some(Term {
        probes: Vec::new(),
        sound: None,
        text: Words::InOrder(text),
    })
}

fn read_plain(part: &str, terms: &mut Vec<Term>) {
    let chunks: Vec<&str> = part.split_whitespace().collect();
    for run in chunks.chunk_by(|one, next| is_of_number(one) && is_of_number(next)) {
        let written = run.join(" ");
        let digits = written.chars().filter(char::is_ascii_digit).count();
        let is_dialled = written.starts_with(['+', '(', '0']);
        if run.len() > 1 && (is_dialled || digits >= SPACED_DIGITS) {
            terms.extend(term(&written));
            continue;
        }
        for chunk in run {
            if is_one(chunk) {
                terms.extend(term(chunk));
            } else {
                terms.extend(words(chunk).filter_map(|(_, word)| term(word)));
            }
        }
    }
}

/// Whether a chunk could be a piece of a phone number.
fn is_of_number(chunk: &str) -> bool {
    chunk.contains(|letter: char| letter.is_ascii_digit())
        && chunk.chars().all(|letter| letter.is_ascii_digit() || "+-()./".contains(letter))
}

/// Whether what a chunk is parted by belongs to it, as in addresses, numbers
/// and codes; what parts names does not.
fn is_one(chunk: &str) -> bool {
    chunk.contains(|letter: char| letter.is_ascii_digit() || "@._".contains(letter))
}

fn term(chunk: &str) -> Option<Term> {
    let spelt = folded(chunk);
    let whole = fold(chunk);
    if whole.is_empty() {
        return None;
    }
    let mut probes = vec![
        Probe::is(Match::Exact, SPELLING, &whole),
        Probe::is(Match::Exact, CODE, &whole),
        Probe::begins(Match::Beginning, SPELLING, &whole),
        Probe::begins(Match::Beginning, CODE, &whole),
    ];
    let mut sounding = None;
    if chunk.split_whitespace().all(is_of_number) {
        let number = Number::read(chunk);
        probes.extend(end_probes(chunk, number.as_ref()));
        probes.extend(number.into_iter().flat_map(number_probes));
    } else {
        probes.extend(address_probes(&address(chunk)));
        sounding = Some(sound(chunk)).filter(|sound| !sound.is_empty() && !chunk.contains('@'));
    }
    if let Some(sound) = &sounding {
        probes.push(Probe::is(Match::Sound, SOUND, sound));
        probes.push(Probe::begins(Match::SoundBeginning, SOUND, sound));
    }
    let text = match spelt.as_slice() {
        [_] => Words::Any(stems(chunk_word(chunk), None)),
        _ => Words::InOrder(spelt),
    };
    Some(Term { probes, sound: sounding, text })
}

/// The one word of a chunk, without the signs around it.
fn chunk_word(chunk: &str) -> &str {
    words(chunk).map(|(_, word)| word).find(|word| !fold(word).is_empty()).unwrap_or(chunk)
}

fn address_probes(address: &str) -> Vec<Probe> {
    match address.strip_prefix('@') {
        Some("") => Vec::new(),
        Some(domain) => vec![
            Probe::is(Match::Exact, DOMAIN, domain),
            Probe::begins(Match::Beginning, DOMAIN, domain),
        ],
        None => vec![
            Probe::is(Match::Exact, DOMAIN, address),
            Probe::is(Match::Exact, MAIL, address),
            Probe::begins(Match::Beginning, MAIL, address),
        ],
    }
}

/// The end of a number, as it was typed and without what is dialled before it.
fn end_probes(chunk: &str, number: Option<&Number>) -> impl Iterator<Item = Probe> {
    let ends: BTreeSet<String> =
        number.map(Number::backwards).into_iter().chain([ending(chunk)]).collect();
    ends.into_iter().filter(|end| end.len() >= SOME_DIGITS).flat_map(|end| {
        [
            Probe::is(Match::Beginning, BACKWARDS, &end),
            Probe::begins(Match::Beginning, BACKWARDS, &end),
        ]
    })
}

fn number_probes(number: Number) -> Vec<Probe> {
    let mut probes = Vec::new();
    let beginning = Match::Beginning;
    let has_a_front = number.national.len() >= FIRST_DIGITS;
    if has_a_front && number.is_international() {
        let what = Sought::NumbersBeginning(number.clone());
        probes.push(Probe { matched: beginning, what });
    } else if has_a_front {
        probes.push(Probe::is(beginning, NATIONAL, &number.national));
        probes.push(Probe::begins(beginning, NATIONAL, &number.national));
    }
    probes.push(Probe { matched: Match::Exact, what: Sought::Number(number) });
    probes
}

fn folded(text: &str) -> Vec<String> {
    words(text).map(|(_, word)| fold(word)).filter(|word| !word.is_empty()).collect()
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

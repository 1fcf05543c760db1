//! Takes apart what somebody typed: into names, numbers, codes, addresses and
//! words in quotation marks.

use std::collections::BTreeSet;

use super::super::document::Match;
use super::super::fold::{fold, words};
use super::super::keys::{
    BACKWARDS, CODE, DOMAIN, MAIL, NATIONAL, SOUND, SPELLING, address, sound,
};
use super::super::numbers::{Number, ending};
use super::super::stems::stems;
use super::{Probe, Sought, Term, Words};

/// What is typed beyond so many letters or terms is not looked at.
const LETTERS: usize = 256;
const TERMS: usize = 8;

/// So few digits could be the end of any number.
const SOME_DIGITS: usize = 4;
/// A phone number that is typed from its front, from so many digits on.
const FIRST_DIGITS: usize = 3;
/// Digits with spaces between are one number from so many on.
const SPACED_DIGITS: usize = 6;

/// Takes apart what was typed.
pub fn read(typed: &str) -> Vec<Term> {
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

/// A telephone number, or an address where there is an `@`, as a whole; none
/// where it is neither.
pub fn read_reach(typed: &str) -> Option<Term> {
    let what = if typed.contains('@') {
        Sought::Key(format!("{MAIL}{}", address(typed)))
    } else {
        Sought::Number(Number::read(typed)?)
    };
    let probes = vec![Probe { matched: Match::Exact, what }];
    Some(Term { probes, sound: None, text: Words::Any(BTreeSet::new()) })
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
        // `zzzz` sounds as `z`, and nearly anybody begins with some one letter.
        if sound.chars().nth(1).is_some() || whole.chars().nth(1).is_none() {
            probes.push(Probe::begins(Match::SoundBeginning, SOUND, sound));
        }
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

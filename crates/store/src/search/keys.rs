//! What a document is found by besides the words of its text: keys that begin
//! with a mark of what they are.

use std::collections::BTreeSet;

use unicode_normalization::UnicodeNormalization as _;

use super::fold::{fold, words};
use super::numbers::Number;
use super::{Document, name_key};

/// A word of a name as it is spelt.
pub(super) const SPELLING: char = 's';
/// A word of a name as it sounds.
pub(super) const SOUND: char = 'k';
/// An e-mail address.
pub(super) const MAIL: char = 'm';
/// What stands behind the `@` of one.
pub(super) const DOMAIN: char = 'd';
/// A number of an order, parcel, card.
pub(super) const CODE: char = 'c';
/// A phone number without its country code.
pub(super) const NATIONAL: char = 'n';
/// A phone number from the last digit to the first.
pub(super) const BACKWARDS: char = 'r';

/// The longest address there can be (RFC 5321).
const LONGEST: usize = 254;

/// All keys of a document.
pub(super) fn keys(document: &Document) -> BTreeSet<String> {
    let mut keys = BTreeSet::new();
    for chunk in document.names.iter().flat_map(|name| name.split_whitespace()) {
        // `O'Brien` is found as `brien` and as `obrien`.
        let parts = words(chunk).map(|(_, word)| word);
        for word in parts.chain([chunk]) {
            keep(&mut keys, SPELLING, &fold(word));
            keep(&mut keys, SOUND, &sound(word));
        }
    }
    for email in &document.emails {
        let email = address(email);
        keep(&mut keys, MAIL, &email);
        keep(&mut keys, DOMAIN, email.rsplit_once('@').map_or("", |(_, domain)| domain));
    }
    for number in document.phones.iter().filter_map(|phone| Number::read(phone)) {
        keep(&mut keys, BACKWARDS, &number.backwards());
        keep(&mut keys, NATIONAL, &number.national);
    }
    for code in &document.codes {
        keep(&mut keys, CODE, &fold(code));
    }
    keys
}

/// How a word of a name sounds.
pub(super) fn sound(word: &str) -> String {
    name_key(&fold(word))
}

/// An e-mail address as it is compared.
pub(super) fn address(text: &str) -> String {
    text.nfkc()
        .flat_map(char::to_lowercase)
        .filter(|letter| !letter.is_whitespace() && !letter.is_control())
        .take(LONGEST)
        .collect()
}

/// The sounds among keys.
pub(super) fn sounds<'k>(keys: impl IntoIterator<Item = &'k str>) -> Vec<&'k str> {
    keys.into_iter().filter_map(|key| key.strip_prefix(SOUND)).collect()
}

/// Keys as one text, each between spaces, so that whole keys and their
/// beginnings can be looked for in it.
pub(super) fn joined(keys: &BTreeSet<String>) -> String {
    let mut text = String::from(" ");
    for key in keys {
        text.push_str(key);
        text.push(' ');
    }
    text
}

/// The keys of a text that [`joined`] made.
pub(super) fn parted(text: &str) -> impl Iterator<Item = &str> {
    text.split(' ').filter(|key| !key.is_empty())
}

fn keep(keys: &mut BTreeSet<String>, mark: char, key: &str) {
    if !key.is_empty() {
        keys.insert(format!("{mark}{key}"));
    }
}

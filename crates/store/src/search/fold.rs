//! Words as they are compared: the same for all spellings that people take for
//! the same.

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// What is longer than any word is cut: no index keeps a line of a thousand
/// letters.
const LONGEST: usize = 64;

/// The breve that makes `и` a letter of its own, `й`; the one mark that stays.
const BREVE: char = '\u{306}';

/// The words of a text as they stand there, and where each begins.
pub(super) fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let is_of_word = |letter: char| letter.is_alphanumeric() || is_combining_mark(letter);
    text.split(move |letter| !is_of_word(letter))
        .filter(|word| !word.is_empty())
        .map(|word| (word.as_ptr().addr() - text.as_ptr().addr(), word))
}

/// A word in small letters, whatever forms they were written in: what a stemmer
/// takes.
pub(super) fn small(word: &str) -> String {
    word.nfkc().flat_map(char::to_lowercase).filter(|letter| letter.is_alphanumeric()).collect()
}

/// A word without what people leave out when they type: accents, the dots of
/// `ё`, the comma of `ș`. Empty for what has neither letters nor digits.
pub(super) fn fold(word: &str) -> String {
    let mut bare = String::with_capacity(word.len());
    for letter in word.nfkc().flat_map(char::to_lowercase).nfd() {
        if !is_combining_mark(letter) || (letter == BREVE && bare.ends_with('и')) {
            bare.push(if letter == 'ς' { 'σ' } else { letter });
        }
    }
    bare.nfc().filter(|letter| letter.is_alphanumeric()).take(LONGEST).collect()
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::{fold, words};

    #[rstest]
    #[case("Ёлка", "елка")]
    #[case("ЙОД", "йод")]
    #[case("Ștefan", "stefan")]
    #[case("ŞTEFAN", "stefan")]
    #[case("Οδός", "οδοσ")]
    #[case("ΟΔΟΣ", "οδοσ")]
    #[case("և", "եւ")]
    #[case("Ｆｕｌｌ", "full")]
    #[case("½", "12")]
    fn spellings_of_one_word_fold_together(#[case] word: &str, #[case] folded: &str) {
        assert_eq!(fold(word), folded);
    }

    #[test]
    fn words_are_found_where_they_stand() {
        let text = "— O'Brien, и\u{306}од!";
        let found: Vec<_> = words(text).map(|(at, word)| (&text[at..], word)).collect();
        assert_eq!(found.len(), 3);
        assert!(found.iter().all(|(rest, word)| rest.starts_with(word)), "{found:?}");
    }

    #[test]
    fn no_word_is_longer_than_an_index_can_take() {
        assert_eq!(fold(&"a".repeat(1000)).len(), 64);
    }
}

//! Whether two names may be of one: before somebody is written down twice.

use super::fold::words;
use super::keys::sound;
use super::typos::{allowed, distance};

/// Whether two names have as many words, and each of one sounds like one of the
/// other but for a typo, in whatever order and alphabet.
#[must_use]
pub fn are_alike(one: &str, other: &str) -> bool {
    let (one, mut left) = (sounds(one), sounds(other));
    if one.is_empty() || one.len() != left.len() {
        return false;
    }
    one.iter().all(|word| {
        let like = left.iter().position(|other| is_like(word, other));
        like.map(|place| left.swap_remove(place)).is_some()
    })
}

fn sounds(name: &str) -> Vec<String> {
    words(name).map(|(_, word)| sound(word)).filter(|sound| !sound.is_empty()).collect()
}

fn is_like(one: &str, other: &str) -> bool {
    let shorter = one.chars().count().min(other.chars().count());
    distance(one, other) <= allowed(shorter)
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("Kafe Manu", "Καφέ Μάνου", true)]
    #[case("Levon Petrosyan", "Petrosian, Levon", true)]
    #[case("Anna Petrosyan", "Ana Petrosyan", true)]
    #[case("Anna Petrosyan", "Anna", false)]
    #[case("Anna", "Anna Petrosyan", false)]
    #[case("Bob", "Rob", false)]
    #[case("Maria Ionescu", "Maria Popescu", false)]
    #[case("!", "?", false)]
    fn names_are_alike_word_by_word(#[case] one: &str, #[case] other: &str, #[case] alike: bool) {
        assert_eq!(are_alike(one, other), alike);
    }
}

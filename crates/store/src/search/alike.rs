//! Whether two names, numbers or addresses may be of one: before somebody is
//! written down twice.

use super::fold::words;
use super::keys::{address, sound};
use super::numbers::Number;
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

/// Whether two addresses, or two telephone numbers, are one, however each is
/// spelt: of numbers as far as both are written.
#[must_use]
pub fn reach_the_same(one: &str, other: &str) -> bool {
    match (one.contains('@'), other.contains('@')) {
        (true, true) => address(one) == address(other),
        (false, false) => {
            let other = Number::read(other).map(|number| number.backwards());
            Number::read(one).zip(other).is_some_and(|(one, other)| one.is_same(&other))
        }
        (true, false) | (false, true) => false,
    }
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

    #[rstest]
    #[case("+373 69 123-456", "069123456", true)]
    #[case("+373 69 123-456", "+40 69 123 456", false)]
    #[case("456", "456", false)]
    #[case("", "", false)]
    #[case("Ion@Example.com ", "ion@example.com", true)]
    #[case("ion@example.com", "ana@example.com", false)]
    #[case("069123456@example.com", "069123456", false)]
    fn who_has_the_same_number_or_address_is_reached_by_it(
        #[case] one: &str,
        #[case] other: &str,
        #[case] is_same: bool,
    ) {
        assert_eq!(reach_the_same(one, other), is_same);
        assert_eq!(reach_the_same(other, one), is_same);
    }
}

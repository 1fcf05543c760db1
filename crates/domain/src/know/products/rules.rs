//! What a product may be called.

use std::iter::successors;

use super::ProductError;
use crate::know::customers;

/// Characters of a name at most.
const LONGEST: usize = 300;

/// A name as it is kept.
pub fn name(typed: &str) -> Result<String, ProductError> {
    one_line(typed).filter(|name| name.chars().count() <= LONGEST).ok_or(ProductError::Refused)
}

/// A name as it is kept that nobody can be asked to shorten; none for what
/// cannot be one.
pub fn shortened(name: &str) -> Option<String> {
    let name: String = one_line(name)?.chars().take(LONGEST).collect();
    Some(name.trim_end().to_owned())
}

fn one_line(text: &str) -> Option<String> {
    customers::one_line(text).filter(|name| !name.is_empty())
}

/// What is written for what else in names of products, in small letters.
const WRITTEN: [(&str, char); 6] = [
    ("\u{2010}\u{2011}\u{2012}\u{2013}\u{2014}\u{2212}", '-'),
    ("\u{2018}\u{2019}\u{2bc}", '\''),
    ("\u{201c}\u{201d}\u{201e}\u{ab}\u{bb}", '"'),
    (",", '.'),
    ("×", 'x'),
    ("ё", 'е'),
];

/// A name without what people write now in one way and now in another: capitals,
/// spaces but those between two digits, commas before them, kinds of hyphens and
/// quotation marks, a comma for a point, the dots of `ё`. So `Sencha 100g` and
/// `sencha, 100 g` are one product to whoever writes them by hand.
///
/// The migration that added it to the record fills it in by the same rule.
#[must_use]
pub fn plain_name(name: &str) -> String {
    let name = name.to_lowercase().replace(", ", " ");
    let is_digit = |letter: char| letter.is_ascii_digit();
    let mut plain = String::with_capacity(name.len());
    let mut letters = name.chars().peekable();
    while let Some(letter) = letters.next() {
        if letter.is_whitespace() {
            if plain.ends_with(is_digit) && letters.peek().copied().is_some_and(is_digit) {
                plain.push(' ');
            }
            continue;
        }
        let written = WRITTEN.iter().find(|(kinds, _)| kinds.contains(letter));
        plain.push(written.map_or(letter, |(_, as_one)| *as_one));
    }
    plain
}

/// The texts that begin with `beginning` are from it up to, and without, this
/// one. None where every later text begins so.
pub fn after_all_that_begin(beginning: &str) -> Option<String> {
    let last = beginning.chars().next_back()?;
    let next = (u32::from(last) + 1..=u32::from(char::MAX)).find_map(char::from_u32)?;
    let mut after = beginning.to_owned();
    after.pop();
    after.push(next);
    Some(after)
}

/// What is left of a name without its first word, its first two, and so on: what
/// a product is found by besides its name.
pub fn tails(name: &str) -> impl Iterator<Item = &str> {
    successors(Some(name), |of| of.split_once(' ').map(|(_, rest)| rest)).skip(1)
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case(&["Sencha 100 g", "sencha 100g", "SENCHA  100\u{a0}g", "Sencha, 100 g"])]
    #[case(&["Earl-Grey", "Earl\u{2011}grey", "earl–Grey"])]
    #[case(&["Milk 1,5 l", "milk 1.5l"])]
    #[case(&["Мёд «Липа» 10×20", "мед \"липа\" 10x20"])]
    #[case(&["Baker’s rye", "Baker's rye"])]
    #[case(&["Tea pot", "Teapot"])]
    fn what_is_written_for_one_thing_is_the_same(#[case] names: &[&str]) {
        let plain: Vec<String> = names.iter().map(|name| plain_name(name)).collect();
        assert!(plain.iter().all(|name| *name == plain[0]), "{plain:?}");
    }

    #[rstest]
    #[case("Screw 4 10", "Screw 410")]
    #[case("Screw 4, 10", "Screw 4,10")]
    #[case("Sencha 100 g", "Sencha 100 kg")]
    #[case("Sencha 100 g", "Sencha 200 g")]
    #[case("A-100", "A100")]
    fn what_may_be_two_things_is_not(#[case] one: &str, #[case] other: &str) {
        assert_ne!(plain_name(one), plain_name(other));
    }

    #[test]
    fn a_name_is_found_by_each_of_its_words_with_those_that_follow() {
        let tails: Vec<&str> = tails("house espresso, 1 kg").collect();
        assert_eq!(tails, ["espresso, 1 kg", "1 kg", "kg"]);
        assert_eq!(super::tails("rye").count(), 0);
    }

    #[test]
    fn what_a_file_calls_a_product_is_a_name_that_could_be_typed() {
        let long = format!("  {} ж ", "rye ".repeat(80));
        assert!(name(&long).is_err());
        let kept = shortened(&long).unwrap();
        assert_eq!(name(&kept).unwrap(), kept);
        assert_eq!(shortened(" Dark   rye ").as_deref(), Some("Dark rye"));
        assert_eq!((shortened(" "), shortened("a\u{7}")), (None, None));
    }
}

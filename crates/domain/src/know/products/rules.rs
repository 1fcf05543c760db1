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
    use super::*;

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

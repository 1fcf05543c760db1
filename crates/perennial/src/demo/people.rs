//! Who the customers of the made-up shop are.

use kernel::Language;
use made_up_people::{FAMILY, GIVEN, TONGUES, Tongue};
use rand::RngExt;
use rand::seq::SliceRandom;
use rand_xoshiro::Xoshiro256PlusPlus;

/// One made-up customer: a person, or a café.
#[derive(Debug, Clone)]
pub struct Person {
    /// Given and family name, or what the café is called; no two share it.
    pub name: String,
    /// Where they live.
    pub country: &'static str,
    /// What they speak.
    pub tongue: &'static Tongue,
    /// Who works at the café, where it is one.
    pub crew: Option<[String; 2]>,
}

/// How many different names each language has.
const OF_EACH: usize = GIVEN * FAMILY;
/// How many different customers there can be.
pub const MOST: usize = Language::ALL.len() * OF_EACH;
/// Where those live who have moved.
const ABROAD: &str = "Germany";

/// `count` different customers, at most [`MOST`].
pub fn draw(count: usize, rng: &mut Xoshiro256PlusPlus) -> Vec<Person> {
    let mut places: Vec<usize> = (0..MOST).collect();
    places.shuffle(rng);
    places.truncate(count);
    places
        .into_iter()
        .map(|place| {
            let tongue = &TONGUES[place / OF_EACH];
            let (given, family) = (place / FAMILY % GIVEN, tongue.family[place % FAMILY]);
            let moved = rng.random_bool(0.15);
            let country = if moved { ABROAD } else { tongue.country.name };
            let named = |given: usize| format!("{} {family}", tongue.given[given % GIVEN]);
            // One given name is that of a café instead.
            let (name, crew) = if given + 1 == GIVEN {
                (format!("{} {family}", tongue.cafe), Some([named(place), named(place + 7)]))
            } else {
                (named(given), None)
            };
            Person { name, country, tongue, crew }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use rand::SeedableRng;

    use super::*;

    #[test]
    fn no_two_persons_share_a_name() {
        let mut rng = Xoshiro256PlusPlus::seed_from_u64(1);
        let names: HashSet<_> = draw(MOST, &mut rng).into_iter().map(|p| p.name).collect();
        assert_eq!(names.len(), MOST);
    }
}

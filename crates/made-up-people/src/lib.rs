//! Made-up people: what they are called in five languages, where they live, and
//! how they would be reached. Any likeness is chance.
//!
//! The made-up shop of `perennial demo` and the made-up business of the load
//! test are peopled from here, each by its own chance: nothing here is drawn,
//! the same numbers are the same people.

mod armenian;
mod english;
mod greek;
mod romanian;
mod russian;

use kernel::Language;

/// Those who speak a language of ours.
#[derive(Debug)]
pub struct Tongue {
    /// Which.
    pub language: Language,
    /// Where most of them live.
    pub country: Country,
    /// Where there.
    pub cities: [&'static str; 6],
    /// What their telephone numbers begin with.
    dial: &'static str,
    /// What stands before the name of whoever has a café.
    pub cafe: &'static str,
    /// Given names, the frequent ones first.
    pub given: [&'static str; GIVEN],
    /// Family names.
    pub family: [&'static str; FAMILY],
    /// Beginnings, middles and ends of more family names.
    parts: ([&'static str; 24], [&'static str; 8], [&'static str; 4]),
}

/// A country.
#[derive(Debug)]
pub struct Country {
    /// As ISO 3166 writes it.
    pub code: &'static str,
    /// As a shop would, in English.
    pub name: &'static str,
}

/// Given names of each language.
pub const GIVEN: usize = 20;
/// Family names of each language.
pub const FAMILY: usize = 20;
/// Family names of each language that are put together.
pub const COMPOSED: usize = 24 * 8 * 4;

/// The five languages.
pub static TONGUES: [Tongue; 5] =
    [english::TONGUE, russian::TONGUE, romanian::TONGUE, greek::TONGUE, armenian::TONGUE];

impl Tongue {
    /// The family name of a number, one of [`COMPOSED`] put together of parts.
    #[must_use]
    pub fn composed(&self, number: usize) -> String {
        let (beginnings, middles, ends) = &self.parts;
        let beginning = beginnings[number % beginnings.len()];
        let middle = middles[number / beginnings.len() % middles.len()];
        let end = ends[number / (beginnings.len() * middles.len()) % ends.len()];
        format!("{beginning}{middle}{end}")
    }

    /// A telephone number of theirs with these last seven digits.
    #[must_use]
    pub fn telephone(&self, digits: u64) -> String {
        let (front, back) = (digits / 10_000 % 1_000, digits % 10_000);
        format!("{}{front:03} {back:04}", self.dial)
    }
}

/// The telephone number of somebody by their number, for as many as there are
/// numbers that belong to nobody
/// (<https://www.ofcom.org.uk/phones-and-broadband/phone-numbers/numbers-for-drama>).
#[must_use]
pub fn telephone_of_nobody(number: usize) -> Option<String> {
    (number < 1_000).then(|| format!("+44 7700 900{number:03}"))
}

/// The e-mail address of somebody by their number: a domain that is nobody's.
#[must_use]
pub fn email(number: u64) -> String {
    format!("customer.{number}@mail.example")
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn each_language_has_names_of_its_own_and_none_twice() {
        let mut seen = HashSet::new();
        for (tongue, language) in TONGUES.iter().zip(Language::ALL) {
            assert_eq!(tongue.language, language);
            let given: HashSet<_> = tongue.given.into_iter().collect();
            let family: HashSet<_> = tongue.family.into_iter().collect();
            assert_eq!((given.len(), family.len()), (GIVEN, FAMILY), "{language}");
            assert!(tongue.family.iter().all(|name| seen.insert(*name)), "{language}");
        }
    }

    #[test]
    fn every_number_has_a_family_name_of_its_own() {
        for tongue in &TONGUES {
            let names: HashSet<_> = (0..COMPOSED).map(|number| tongue.composed(number)).collect();
            assert_eq!(names.len(), COMPOSED, "{}", tongue.language);
            assert_eq!(tongue.composed(0), tongue.composed(COMPOSED), "then it begins again");
        }
    }

    #[test]
    fn a_telephone_number_has_all_its_digits() {
        assert_eq!(TONGUES[4].telephone(42), "+374 9000 0042");
        assert_eq!(telephone_of_nobody(7).as_deref(), Some("+44 7700 900007"));
        assert_eq!(telephone_of_nobody(1_000), None);
    }
}

//! Phone numbers in any spelling: `+373 69 123-456`, `0 (69) 12 34 56`,
//! `0037369123456`.
//!
//! What differs is in front: a country code or none, a digit to dial out of the
//! town or none. So numbers are compared from the back.

use unicode_normalization::UnicodeNormalization as _;

/// Two numbers with so many last digits in common are one, where the rest of
/// one is missing: town numbers have six at least.
const TOWN: usize = 6;
/// Longer than any number (E.164 has 15 digits at most).
const LONGEST: usize = 20;
/// Country codes of one digit, and of two; all others have three (ITU-T E.164
/// annex).
const ONE_DIGIT: [&str; 2] = ["1", "7"];
const TWO_DIGITS: [&str; 43] = [
    "20", "27", "30", "31", "32", "33", "34", "36", "39", "40", "41", "43", "44", "45", "46", "47",
    "48", "49", "51", "52", "53", "54", "55", "56", "57", "58", "60", "61", "62", "63", "64", "65",
    "66", "81", "82", "84", "86", "90", "91", "92", "93", "94", "95",
];

/// A number without what it is dialled with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Number {
    /// Its digits; with the country code, if it was written.
    pub(super) digits: String,
    /// Its digits without the country code, as far as that was written.
    pub(super) national: String,
}

impl Number {
    /// Reads a number; none where there are no digits.
    pub(super) fn read(text: &str) -> Option<Self> {
        // `+44 (0)20 …`: the zero is for those who dial from inside.
        let plain = text.nfkc().collect::<String>().replace("(0)", "");
        let written: String = plain.chars().filter(char::is_ascii_digit).take(LONGEST).collect();
        let after_zeros = written.strip_prefix("00");
        if plain.trim_start().starts_with('+') || after_zeros.is_some() {
            let digits = after_zeros.unwrap_or(&written).trim_start_matches('0');
            let national = digits.get(country(digits)..).unwrap_or_default();
            return (!digits.is_empty())
                .then(|| Self { digits: digits.to_owned(), national: national.to_owned() });
        }
        // Russia and its neighbours dial 8 where others dial 0.
        let dialled = if written.len() == 11 { written.strip_prefix('8') } else { None };
        let digits = dialled.unwrap_or_else(|| written.trim_start_matches('0'));
        (!digits.is_empty())
            .then(|| Self { digits: digits.to_owned(), national: digits.to_owned() })
    }

    /// Whether it is written with its country code.
    pub(super) fn is_international(&self) -> bool {
        self.digits != self.national
    }

    /// Whether it may be the beginning of a number whose digits are given
    /// backwards.
    pub(super) fn begins(&self, backwards: &str) -> bool {
        [&self.digits, &self.national]
            .into_iter()
            .any(|own| !own.is_empty() && own.chars().eq(backwards.chars().rev().take(own.len())))
    }

    /// The digits from the last to the first.
    pub(super) fn backwards(&self) -> String {
        self.digits.chars().rev().collect()
    }

    /// Whether it is the same number as one whose digits are given backwards,
    /// as far as both are written.
    pub(super) fn is_same(&self, backwards: &str) -> bool {
        let own = self.backwards();
        let common = own.len().min(backwards.len());
        common >= TOWN && own.get(..common) == backwards.get(..common)
    }
}

/// Digits as somebody typed them, from the last to the first: the end of a number
/// may begin with a zero, which is nothing that is dialled before it.
pub(super) fn ending(text: &str) -> String {
    let mut digits: Vec<char> = text.nfkc().filter(char::is_ascii_digit).take(LONGEST).collect();
    digits.reverse();
    digits.into_iter().collect()
}

fn country(digits: &str) -> usize {
    if ONE_DIGIT.iter().any(|code| digits.starts_with(code)) {
        1
    } else if TWO_DIGITS.iter().any(|code| digits.starts_with(code)) {
        2
    } else {
        3
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::{Number, ending};

    #[rstest]
    #[case(&["+373 69 123-456", "0037369123456", "0 (69) 12 34 56", "069123456", "69123456"])]
    #[case(&["+7 (916) 123-45-67", "8 916 123 45 67", "79161234567", "9161234567"])]
    #[case(&["+40 721 234 567", "0721.234.567", "0040721234567"])]
    #[case(&["+30 21 0123 4567", "2101234567"])]
    #[case(&["+44 (0)20 7946 0958", "+442079460958", "020 7946 0958"])]
    #[case(&["+374 10 123456", "010 123456", "123456"])]
    #[case(&["＋４０ ７２１ ２３４ ５６７", "0721234567"])]
    fn spellings_of_one_number_are_the_same(#[case] spellings: &[&str]) {
        let numbers: Vec<_> = spellings.iter().map(|text| Number::read(text).unwrap()).collect();
        for one in &numbers {
            for other in &numbers {
                assert!(one.is_same(&other.backwards()), "{one:?} {other:?}");
            }
        }
    }

    #[test]
    fn other_numbers_are_not() {
        let number = Number::read("+373 69 123-456").unwrap();
        for other in ["+373 69 123-457", "+7 916 123-456", "456"] {
            let other = Number::read(other).unwrap();
            assert!(!number.is_same(&other.backwards()), "{other:?}");
        }
    }

    #[rstest]
    #[case("0975", "5790")]
    #[case("00-975", "57900")]
    #[case("0000", "0000")]
    #[case("０９７５", "5790")]
    fn zeros_belong_to_an_ending(#[case] typed: &str, #[case] backwards: &str) {
        assert_eq!(ending(typed), backwards);
    }

    #[rstest]
    #[case("")]
    #[case("+")]
    #[case("000")]
    #[case("no number")]
    fn what_is_no_number_is_none(#[case] text: &str) {
        assert_eq!(Number::read(text), None);
    }
}

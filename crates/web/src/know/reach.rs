//! Links that call and write to people.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// What an address keeps in a link (RFC 6068, 2); the rest is escaped.
const ESCAPED: &AsciiSet =
    &NON_ALPHANUMERIC.remove(b'@').remove(b'.').remove(b'-').remove(b'_').remove(b'+');

/// The link that calls a telephone number as somebody wrote it: its digits and the `+`
/// in front (RFC 3966, 3). None where it has no digits, as one may that was written
/// down before they were asked for.
pub fn tel(phone: &str) -> Option<String> {
    let plus = if phone.trim_start().starts_with('+') { "+" } else { "" };
    let digits: String = phone.chars().filter(char::is_ascii_digit).collect();
    (!digits.is_empty()).then(|| format!("tel:{plus}{digits}"))
}

/// The link that writes to an address.
pub fn mailto(email: &str) -> String {
    format!("mailto:{}", utf8_percent_encode(email, ESCAPED))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_called_by_its_digits_and_an_address_stays_one() {
        assert_eq!(tel("+44 (7700) 900-975").as_deref(), Some("tel:+447700900975"));
        assert_eq!(tel("091 12 34 56").as_deref(), Some("tel:091123456"));
        assert_eq!(tel("ask Ani"), None);
        assert_eq!(mailto("ani+tea@example.com"), "mailto:ani+tea@example.com");
        assert_eq!(mailto("a?subject=b@example.com"), "mailto:a%3Fsubject%3Db@example.com");
    }
}

//! Links that call and write to people.

use askama::Template;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// What an address keeps in a link (RFC 6068, 2); the rest is escaped.
const ESCAPED: &AsciiSet =
    &NON_ALPHANUMERIC.remove(b'@').remove(b'.').remove(b'-').remove(b'_').remove(b'+');

/// A telephone number, which is a link where it can be called.
#[derive(Template)]
#[template(
    ext = "html",
    source = "{% if let Some(tel) = self::tel(phone) %}<a href=\"{{ tel }}\">{{ phone }}</a>\
              {% else %}{{ phone }}{% endif %}"
)]
pub struct Dialled<'p> {
    /// As somebody wrote it.
    pub phone: &'p str,
}

impl askama::filters::HtmlSafe for Dialled<'_> {}

/// Digits of a number, its country's among them, at most (ITU-T E.164, 6).
const MOST_DIGITS: usize = 15;

/// The link that calls a telephone number as somebody wrote it: its digits and the `+`
/// in front of them (RFC 3966, 3). None where it has no digits, as one may that was
/// written down before they were asked for, or more than one number has.
fn tel(phone: &str) -> Option<String> {
    let is_dialled = |letter: &char| letter.is_ascii_digit() || *letter == '+';
    let plus = if phone.chars().find(is_dialled) == Some('+') { "+" } else { "" };
    let digits: String = phone.chars().filter(char::is_ascii_digit).collect();
    (1..=MOST_DIGITS).contains(&digits.len()).then(|| format!("tel:{plus}{digits}"))
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
        assert_eq!(tel("(+374) 91 12 34 56").as_deref(), Some("tel:+37491123456"));
        assert_eq!(tel("ask Ani"), None);
        assert_eq!(tel("069 123 456 / 078 111 222"), None, "two numbers are none");
        assert_eq!(mailto("ani+tea@example.com"), "mailto:ani+tea@example.com");
        assert_eq!(mailto("a?subject=b@example.com"), "mailto:a%3Fsubject%3Db@example.com");
    }
}

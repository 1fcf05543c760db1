//! Values that come with a type, as text that reads back as the same value.

use std::fmt::Write as _;

/// Writes a number so that no decimal sign can be taken for thousands: whole
/// numbers without a point (they may be ids), others never with exactly three
/// decimals.
pub(crate) fn write_number(number: f64, text: &mut String) {
    if number.fract() == 0.0 && number.abs() < 1e15 {
        // writing to a string cannot fail
        let _ = write!(text, "{}", number as i64);
    } else {
        let start = text.len();
        let _ = write!(text, "{number}");
        unmistakable(text, start);
    }
}

/// Adds a zero to a number with exactly three decimals that begins at `start`.
pub(crate) fn unmistakable(text: &mut String, start: usize) {
    let decimals = text[start..].rsplit_once('.').map(|(_, decimals)| decimals);
    if decimals.is_some_and(|d| d.len() == 3 && d.bytes().all(|byte| byte.is_ascii_digit())) {
        text.push('0');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_cannot_be_mistaken() {
        let written = |number| {
            let mut text = String::new();
            write_number(number, &mut text);
            text
        };
        assert_eq!(written(17850.0), "17850");
        assert_eq!(written(1.234), "1.2340");
        assert_eq!(written(-12.5), "-12.5");
        assert_eq!(written(f64::NAN), "NaN");
    }
}

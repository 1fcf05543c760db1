//! Numbers and amounts as people write them, exact to the last digit.

use kernel::Currency;

use super::currency::{beside_amount, known_code};
pub(crate) use super::decimal::Decimal;
use super::marks::DecimalMark;
use super::separators::{decimal, shown_mark};

/// A number as written, with the currency beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Amount {
    pub(crate) value: Decimal,
    pub(crate) currency: Option<Currency>,
    /// Whether a sign or word that other currencies share said so.
    pub(crate) by_sign: bool,
    /// The decimal sign it can only be written with; `None` where it has none
    /// or either is possible.
    pub(crate) shows: Option<DecimalMark>,
}

/// Why a text is no amount.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NumberError {
    /// No number.
    NotANumber,
    /// `NaN`, `inf`.
    NotFinite,
    /// More than 18 digits before the point.
    TooLarge,
}

/// Minor units of a plain number, the shape nearly all amounts have: a sign,
/// at most 15 digits, the decimal sign and as many digits as `decimals`.
/// `None` asks for [`amount`].
#[inline]
pub(crate) fn plain_minor(text: &str, decimals: u32, mark: DecimalMark) -> Option<i64> {
    let mut bytes = text.as_bytes();
    let negative = bytes.first() == Some(&b'-');
    if negative {
        bytes = &bytes[1..];
    }
    if bytes.is_empty() || bytes.len() > 15 {
        return None;
    }
    let sign = mark.sign();
    let (mut number, mut after_point, mut seen) = (0_i64, 0_u32, false);
    for (index, &byte) in bytes.iter().enumerate() {
        let digit = byte.wrapping_sub(b'0');
        if digit <= 9 {
            number = number * 10 + i64::from(digit);
            after_point += u32::from(seen);
        } else if byte == sign && !seen && index > 0 && index + 1 < bytes.len() {
            seen = true;
        } else {
            return None;
        }
    }
    if after_point > decimals {
        return None;
    }
    let scaled = match decimals - after_point {
        0 => number,
        1 => number * 10,
        2 => number * 100,
        more => number.checked_mul(10_i64.checked_pow(more)?)?,
    };
    Some(if negative { -scaled } else { scaled })
}

/// Reads an amount in any way of writing: `1.234,50 €`, `(12.00)`, `$-5`,
/// `12.50-`, `1 234,5`, `1'234.50`, `1.2e3`, `١٢٫٥`.
///
/// # Errors
/// Where it is no number, not finite, or has more than 18 digits.
pub(crate) fn amount(text: &str, mark: DecimalMark) -> Result<Amount, NumberError> {
    let Written { number, negative, currency, by_sign } = Written::of(text)?;
    let mut value = decimal(&number, mark)?;
    if negative {
        value.digits = -value.digits;
    }
    Ok(Amount { value, currency, by_sign, shows: shown_mark(&number) })
}

/// The number in a text, as plain digits, separators and exponent; its sign
/// and the word beside it taken off.
struct Written {
    number: String,
    negative: bool,
    currency: Option<Currency>,
    by_sign: bool,
}

impl Written {
    fn of(text: &str) -> Result<Self, NumberError> {
        let text = text.trim();
        if text.len() > 64 {
            return Err(NumberError::NotANumber);
        }
        let in_brackets = text.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
        let mut minus_signs = u32::from(in_brackets.is_some());
        let text = in_brackets.unwrap_or(text);
        let (mut number, mut before, mut after) = (String::new(), String::new(), String::new());
        let (mut gap, mut ended) = (false, false);
        for character in text.chars() {
            match character {
                '-' | '\u{2212}' | '\u{2013}' if !number.ends_with('e') => {
                    minus_signs += 1;
                    ended = !number.is_empty();
                }
                '+' if number.is_empty() => {}
                c if is_invisible(c) => {}
                c if c.is_whitespace() => gap = !number.is_empty(),
                c => match western_digit_or_sign(c) {
                    Some(_) if ended => return Err(NumberError::NotANumber),
                    Some(sign) if after.is_empty() && (number_part(sign) || !number.is_empty()) => {
                        if std::mem::take(&mut gap) {
                            number.push('\'');
                        }
                        number.push(sign);
                    }
                    // "1e5", "1E+05": an exponent is part of the number
                    None if matches!(c, 'e' | 'E')
                        && after.is_empty()
                        && is_before_exponent(&number) =>
                    {
                        number.push('e');
                    }
                    _ if matches!(c, '+' | '-') && number.ends_with('e') => number.push(c),
                    _ if number.is_empty() => before.push(c),
                    _ => after.push(c),
                },
            }
        }
        if number.ends_with('e') {
            number.pop();
            after.insert(0, 'e');
        }
        if number.is_empty() {
            let word = before.to_lowercase();
            let infinite = ["nan", "inf", "infinity"].contains(&word.as_str());
            return Err(if infinite { NumberError::NotFinite } else { NumberError::NotANumber });
        }
        let currency = Self::currency(&before, &mut number, &after)?;
        if minus_signs > 1 {
            return Err(NumberError::NotANumber);
        }
        let by_sign = known_code(&before).or_else(|| known_code(&after)).is_none();
        Ok(Self { number, negative: minus_signs == 1, currency, by_sign })
    }

    /// What stands before or after the number, which must be a currency.
    fn currency(
        before: &str,
        number: &mut String,
        after: &str,
    ) -> Result<Option<Currency>, NumberError> {
        // "руб." in front leaves its point on the number, "12 руб." does not
        let is_word = before.ends_with(char::is_alphabetic);
        if is_word && number.starts_with('.') && number.len() > 1 {
            number.remove(0);
        }
        match (before, after) {
            ("", "") => Ok(None),
            ("", word) | (word, "") => beside_amount(word).map(Some).ok_or(NumberError::NotANumber),
            _ => Err(NumberError::NotANumber),
        }
    }
}

/// Whether an exponent can follow.
fn is_before_exponent(number: &str) -> bool {
    !number.is_empty() && !number.contains('e')
}

/// Marks of writing direction and joiners.
fn is_invisible(character: char) -> bool {
    matches!(character, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

fn number_part(sign: char) -> bool {
    sign.is_ascii_digit() || matches!(sign, '.' | ',')
}

/// The ASCII form of a digit or separator; `None` where it is neither.
fn western_digit_or_sign(character: char) -> Option<char> {
    let digit = |zero: char| char::from_digit(character as u32 - zero as u32, 10);
    match character {
        '0'..='9' | '.' | ',' => Some(character),
        '\'' | '’' | '٬' => Some('\''),
        '٫' => Some('.'),
        '٠'..='٩' => digit('٠'),
        '۰'..='۹' => digit('۰'),
        _ => None,
    }
}

#[cfg(test)]
#[path = "number_tests.rs"]
mod tests;

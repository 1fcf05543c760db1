//! Numbers and amounts as people write them, exact to the last digit.

use kernel::Currency;

use super::currency::{beside_amount, known_code};
use crate::orders::DecimalMark;

/// A decimal number: `digits` × 10^−`scale`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Decimal {
    /// At most 18 digits, with the sign.
    pub(crate) digits: i64,
    /// How many of them stand after the point.
    pub(crate) scale: u32,
}

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

/// Digits kept after the point; what comes later cannot change a rounding to
/// minor units.
const MAX_SCALE: u32 = 9;

impl Decimal {
    pub(crate) const ZERO: Decimal = Decimal { digits: 0, scale: 0 };

    /// Minor units of a currency with so many decimals, halves away from
    /// zero; `None` where they do not fit.
    pub(crate) fn minor(self, decimals: u32) -> Option<i64> {
        rounded(i128::from(self.digits), self.scale, decimals)
    }

    /// The product in minor units, rounded once.
    pub(crate) fn times_minor(self, other: Self, decimals: u32) -> Option<i64> {
        let digits = i128::from(self.digits) * i128::from(other.digits);
        rounded(digits, self.scale + other.scale, decimals)
    }

    /// Without zeros at the end, so that equal numbers are equal digits.
    pub(crate) fn reduced(mut self) -> Self {
        while self.scale > 0 && self.digits % 10 == 0 {
            self.digits /= 10;
            self.scale -= 1;
        }
        self
    }

    /// Writes it plainly: `-12.5`.
    pub(crate) fn write_to(self, text: &mut String) {
        use std::fmt::Write as _;
        let Self { digits, scale } = self.reduced();
        let unit = 10_u64.pow(scale);
        let sign = if digits < 0 { "-" } else { "" };
        let (whole, part) = (digits.unsigned_abs() / unit, digits.unsigned_abs() % unit);
        // writing to a string cannot fail
        let _ = match scale {
            0 => write!(text, "{sign}{whole}"),
            _ => write!(text, "{sign}{whole}.{part:0width$}", width = scale as usize),
        };
    }
}

fn rounded(digits: i128, scale: u32, decimals: u32) -> Option<i64> {
    let minor = if scale <= decimals {
        digits.checked_mul(10_i128.pow(decimals - scale))?
    } else {
        let unit = 10_i128.pow(scale - decimals);
        (digits + digits.signum() * unit / 2) / unit
    };
    i64::try_from(minor).ok().filter(|&minor| minor != i64::MIN)
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

/// Reads digits with separators: which of them stands before the decimals is
/// told by the number itself wherever it can be.
fn decimal(text: &str, mark: DecimalMark) -> Result<Decimal, NumberError> {
    let (mantissa, exponent) = match text.split_once('e') {
        Some((mantissa, exponent)) => {
            (mantissa, exponent.parse::<i32>().map_err(|_| NumberError::NotANumber)?)
        }
        None => (text, 0),
    };
    let (whole, fraction) = match decimal_position(mantissa, mark)? {
        Some(at) => (&mantissa[..at], &mantissa[at + 1..]),
        None => (mantissa, ""),
    };
    if !fraction.bytes().all(|byte| byte.is_ascii_digit()) || !is_grouped(whole) {
        return Err(NumberError::NotANumber);
    }
    let digits = whole.bytes().chain(fraction.bytes()).filter(u8::is_ascii_digit);
    scaled(digits, fraction.len(), exponent)
}

/// Puts digits, the number of them after the point and an exponent together.
fn scaled(
    digits: impl Iterator<Item = u8>,
    after_point: usize,
    exponent: i32,
) -> Result<Decimal, NumberError> {
    let mut all: Vec<u8> = digits.collect();
    if all.is_empty() {
        return Err(NumberError::NotANumber);
    }
    let mut scale = i64::try_from(after_point).unwrap_or(i64::MAX).saturating_sub(exponent.into());
    while scale > i64::from(MAX_SCALE) && !all.is_empty() {
        all.pop();
        scale -= 1;
    }
    let significant = all.iter().position(|&digit| digit != b'0');
    let Some(first) = significant else { return Ok(Decimal::ZERO) };
    if (all.len() - first) as i64 - scale.min(0) > 18 {
        return Err(NumberError::TooLarge);
    }
    let number = all[first..].iter().fold(0_i64, |sum, digit| sum * 10 + i64::from(digit - b'0'));
    Ok(Decimal {
        digits: number * 10_i64.pow(u32::try_from(-scale).unwrap_or(0)),
        scale: u32::try_from(scale).unwrap_or(0),
    })
}

/// Where the decimal sign stands.
fn decimal_position(text: &str, mark: DecimalMark) -> Result<Option<usize>, NumberError> {
    let last_of = |sign| (text.matches(sign).count(), text.rfind(sign));
    match (last_of('.'), last_of(',')) {
        ((points, Some(point)), (commas, Some(comma))) => {
            // the later of the two is the decimal sign and stands alone
            let (at, count) = if point > comma { (point, points) } else { (comma, commas) };
            if count == 1 { Ok(Some(at)) } else { Err(NumberError::NotANumber) }
        }
        ((1, Some(at)), _) | (_, (1, Some(at))) => {
            let is_decimal = !could_be_thousands(text, at) || is_mark(text, at, mark);
            Ok(is_decimal.then_some(at))
        }
        _ => Ok(None),
    }
}

fn is_mark(text: &str, at: usize, mark: DecimalMark) -> bool {
    text.as_bytes().get(at) == Some(&mark.sign())
}

/// The decimal sign that a number can only be written with.
fn shown_mark(number: &str) -> Option<DecimalMark> {
    let mantissa = number.split('e').next().unwrap_or(number);
    let of_one_sign = |at: usize, this: DecimalMark, other: DecimalMark| {
        if mantissa.matches(char::from(this.sign())).count() > 1 {
            // thousands only: the other sign is the decimal one
            Some(other)
        } else {
            (!could_be_thousands(mantissa, at)).then_some(this)
        }
    };
    match (mantissa.rfind('.'), mantissa.rfind(',')) {
        (Some(point), Some(comma)) if point > comma => Some(DecimalMark::Point),
        (Some(_), Some(_)) => Some(DecimalMark::Comma),
        (Some(at), None) => of_one_sign(at, DecimalMark::Point, DecimalMark::Comma),
        (None, Some(at)) => of_one_sign(at, DecimalMark::Comma, DecimalMark::Point),
        (None, None) => None,
    }
}

/// Whether a lone separator may part thousands: one to three digits before
/// it, the first no zero, and three after it.
fn could_be_thousands(text: &str, at: usize) -> bool {
    let (before, after) = (&text[..at], &text[at + 1..]);
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    (1..=3).contains(&before.len())
        && digits(before)
        && !before.starts_with('0')
        && after.len() == 3
        && digits(after)
}

/// Whether thousands are parted as they may be: no group but the first and,
/// in India, the middle ones shorter than three digits.
fn is_grouped(whole: &str) -> bool {
    let groups: Vec<&str> = whole.split(['.', ',', '\'']).collect();
    match groups.as_slice() {
        [_] => true,
        [first, middle @ .., last] => {
            (1..=3).contains(&first.len())
                && last.len() == 3
                && middle.iter().all(|group| (2..=3).contains(&group.len()))
        }
        [] => false,
    }
}

#[cfg(test)]
#[path = "number_tests.rs"]
mod tests;

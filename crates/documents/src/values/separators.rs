//! Digits with separators between: which part thousands and which decimals.

use super::decimal::Decimal;
use super::marks::DecimalMark;
use super::number::NumberError;

/// Digits kept after the point; what comes later cannot change a rounding to
/// minor units.
const MAX_SCALE: u32 = 9;

/// Reads digits with separators: which of them stands before the decimals is
/// told by the number itself wherever it can be.
pub(super) fn decimal(text: &str, mark: DecimalMark) -> Result<Decimal, NumberError> {
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
pub(super) fn shown_mark(number: &str) -> Option<DecimalMark> {
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

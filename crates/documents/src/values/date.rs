//! Dates and times as people and machines write them.
//!
//! Every value is read by its own shape; only where day and month can be
//! taken for each other does a [`DateOrder`], found out for all values
//! together, decide.

use kernel::Day;

use super::date_order::DateOrder;
use super::month_names::month_of;
use super::time::{DAY_SECONDS, time_after_date};

/// A day and the time on it, as written: zones are not converted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Moment {
    /// The day.
    pub(crate) day: Day,
    /// Seconds since midnight, 0..86,400.
    pub(crate) second: u32,
}

/// Day 0 of spreadsheets, 1899-12-30, in days since 1970-01-01.
const SHEET_EPOCH: i64 = -25_569;

/// Reads a date with or without a time; `None` where it is none.
#[inline]
pub(crate) fn moment(text: &str, order: DateOrder) -> Option<Moment> {
    let bytes = text.as_bytes();
    if let Some(day) = iso_day(bytes) {
        return match bytes.len() {
            10 => Some(Moment { day, second: 0 }),
            _ => Some(Moment { day, second: time_after_date(&text[10..])? }),
        };
    }
    written_moment(text, order)
}

/// The day in front of `yyyy-mm-dd…`, by arithmetic on the bytes.
#[inline]
pub(super) fn iso_day(bytes: &[u8]) -> Option<Day> {
    let text: &[u8; 10] = bytes.first_chunk()?;
    if text[4] != b'-' || text[7] != b'-' {
        return None;
    }
    let digit = |at: usize| u32::from(text[at].wrapping_sub(b'0'));
    let digits = [0, 1, 2, 3, 5, 6, 8, 9].map(digit);
    if digits.iter().any(|&digit| digit > 9) {
        return None;
    }
    let [y1, y2, y3, y4, m1, m2, d1, d2] = digits;
    Day::from_ymd((y1 * 1000 + y2 * 100 + y3 * 10 + y4) as i32, m1 * 10 + m2, d1 * 10 + d2)
}

/// Reads any other shape than ISO.
fn written_moment(text: &str, order: DateOrder) -> Option<Moment> {
    if let Some(moment) = number_moment(text) {
        return Some(moment);
    }
    let parts = DateParts::of(text)?;
    let second = time_after_date(parts.rest)?;
    let (year, month, day) = parts.ordered(order)?;
    Some(Moment { day: Day::from_ymd(year, month, day)?, second })
}

/// Reads a lone number: `yyyymmdd[hhmmss]`, seconds, milli- or microseconds
/// since 1970, or the day number of a spreadsheet.
pub(super) fn number_moment(text: &str) -> Option<Moment> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let all_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || whole.len() > 16 || !all_digits(whole) || !all_digits(fraction) {
        return None;
    }
    let number: i64 = whole.parse().ok()?;
    let from_seconds = |seconds: i64| {
        let days = i32::try_from(seconds.div_euclid(DAY_SECONDS)).ok()?;
        let second = seconds.rem_euclid(DAY_SECONDS) as u32;
        Some(Moment { day: Day::from_epoch_days(days), second })
    };
    match (whole.len(), fraction.is_empty()) {
        (8, true) => packed_day(number).map(|day| Moment { day, second: 0 }),
        (14, true) => {
            let (day, time) = (packed_day(number / 1_000_000)?, number % 1_000_000);
            let (hour, minute, second) = (time / 10_000, time / 100 % 100, time % 100);
            (hour < 24 && minute < 60 && second < 61).then(|| Moment {
                day,
                second: (hour * 3600 + minute * 60 + second.min(59)) as u32,
            })
        }
        (9 | 10, _) => from_seconds(number),
        (12 | 13, _) => from_seconds(number / 1000),
        (15 | 16, _) => from_seconds(number / 1_000_000),
        (5, _) => {
            let fraction: f64 = format!("0.{fraction}0").parse().ok()?;
            let second = ((fraction * DAY_SECONDS as f64).round() as i64).min(DAY_SECONDS - 1);
            from_seconds((number + SHEET_EPOCH) * DAY_SECONDS + second)
        }
        _ => None,
    }
}

/// The day of `yyyymmdd`.
fn packed_day(number: i64) -> Option<Day> {
    let (year, month, day) = (number / 10_000, number / 100 % 100, number % 100);
    Day::from_ymd(i32::try_from(year).ok()?, month as u32, day as u32)
}

/// The three parts of a date in the order in which they stand, and what comes
/// after them.
pub(super) struct DateParts<'a> {
    pub(super) parts: [Part; 3],
    rest: &'a str,
}

#[derive(Clone, Copy)]
pub(super) enum Part {
    Number { value: u32, digits: usize },
    Month(u32),
}

impl<'a> DateParts<'a> {
    /// Takes apart `3/5/2026 …`, `3 May 2026 …`, `Fri, May 3, 2026 …`.
    pub(super) fn of(text: &'a str) -> Option<Self> {
        let mut parts = [Part::Month(0); 3];
        let mut found = 0;
        let mut rest = text;
        while found < 3 {
            rest = rest.trim_start_matches([' ', '.', ',', '/', '-', '\u{a0}', '\u{202f}']);
            let first = rest.chars().next()?;
            if first.is_ascii_digit() {
                let end = rest.bytes().position(|b| !b.is_ascii_digit()).unwrap_or(rest.len());
                let value = rest[..end].parse().ok()?;
                parts[found] = Part::Number { value, digits: end };
                rest = strip_ordinal(&rest[end..]);
            } else if first.is_alphabetic() {
                let end = rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len());
                let word = &rest[..end];
                rest = &rest[end..];
                match month_of(word) {
                    Some(month) => parts[found] = Part::Month(month),
                    // a weekday in front, or the Romanian/Armenian words between
                    None if found == 0 || word.chars().count() <= 2 => continue,
                    None => return None,
                }
            } else {
                return None;
            }
            found += 1;
        }
        let rest = ["г.", "г", "թ."]
            .iter()
            .find_map(|year_word| rest.trim_start().strip_prefix(year_word))
            .unwrap_or(rest);
        Some(Self { parts, rest })
    }

    /// Year, month and day, not yet checked against the calendar.
    fn ordered(&self, order: DateOrder) -> Option<(i32, u32, u32)> {
        let full = |value: u32, digits: usize| full_year(value, digits);
        match self.parts {
            [
                Part::Number { value: y, digits: 4 },
                Part::Number { value: m, .. },
                Part::Number { value: d, .. },
            ] => Some((y as i32, m, d)),
            [
                Part::Number { value: a, .. },
                Part::Number { value: b, .. },
                Part::Number { value: y, digits },
            ] => match order {
                DateOrder::DayMonthYear => Some((full(y, digits)?, b, a)),
                DateOrder::MonthDayYear => Some((full(y, digits)?, a, b)),
                DateOrder::YearMonthDay if digits <= 2 => Some((full(a, 2)?, b, y)),
                DateOrder::YearMonthDay => None,
            },
            [
                Part::Number { value: y, digits: 4 },
                Part::Month(month),
                Part::Number { value: d, .. },
            ] => Some((y as i32, month, d)),
            [
                Part::Number { value: d, .. },
                Part::Month(month),
                Part::Number { value: y, digits },
            ]
            | [
                Part::Month(month),
                Part::Number { value: d, .. },
                Part::Number { value: y, digits },
            ] => Some((full(y, digits)?, month, d)),
            _ => None,
        }
    }
}

/// `1st`, `2nd`, `3rd`, `4th` without the letters.
fn strip_ordinal(rest: &str) -> &str {
    ["st", "nd", "rd", "th"].iter().find_map(|suffix| rest.strip_prefix(suffix)).unwrap_or(rest)
}

/// A year of two digits is one of 1969 to 2068, as POSIX has it.
fn full_year(value: u32, digits: usize) -> Option<i32> {
    match digits {
        4 => Some(value as i32),
        2 if value < 69 => Some(value as i32 + 2000),
        2 => Some(value as i32 + 1900),
        _ => None,
    }
}

#[cfg(test)]
#[path = "date_tests.rs"]
mod tests;

//! Dates and times as people and machines write them.
//!
//! Every value is read by its own shape; only where day and month can be
//! taken for each other does a [`DateOrder`], found out for all values
//! together, decide.

use kernel::Day;

use super::month_names::month_of;
use crate::orders::DateOrder;

/// A day and the time on it, as written: zones are not converted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Moment {
    /// The day.
    pub(crate) day: Day,
    /// Seconds since midnight, 0..86,400.
    pub(crate) second: u32,
}

/// Seconds in a day.
const DAY_SECONDS: i64 = 86_400;
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
fn iso_day(bytes: &[u8]) -> Option<Day> {
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
    civil_day((y1 * 1000 + y2 * 100 + y3 * 10 + y4) as i32, m1 * 10 + m2, d1 * 10 + d2)
}

/// The day of a date of the Gregorian calendar, years 1 to 9999.
///
/// Days from civil by counting eras of 400 years that begin in March, so that
/// the leap day is the last day of its year.
#[inline]
pub(crate) fn civil_day(year: i32, month: u32, day: u32) -> Option<Day> {
    const LENGTHS: [u8; 12] = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    let length = u32::from(*LENGTHS.get(month.wrapping_sub(1) as usize)?);
    let leap_day = month == 2
        && day == 29
        && year.rem_euclid(4) == 0
        && (year.rem_euclid(100) != 0 || year.rem_euclid(400) == 0);
    if day == 0 || (day > length && !leap_day) || !(1..=9999).contains(&year) {
        return None;
    }
    let year = year - i32::from(month <= 2);
    let (era, year_of_era) = (year / 400, year % 400);
    let march_month = (month as i32 + 9) % 12;
    let day_of_year = (153 * march_month + 2) / 5 + day as i32 - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    Some(Day::from_epoch_days(era * 146_097 + day_of_era - 719_468))
}

/// Reads any other shape than ISO.
fn written_moment(text: &str, order: DateOrder) -> Option<Moment> {
    if let Some(moment) = number_moment(text) {
        return Some(moment);
    }
    let parts = DateParts::of(text)?;
    let second = time_after_date(parts.rest)?;
    let (year, month, day) = parts.ordered(order)?;
    Some(Moment { day: civil_day(year, month, day)?, second })
}

/// Reads a lone number: `yyyymmdd[hhmmss]`, seconds, milli- or microseconds
/// since 1970, or the day number of a spreadsheet.
fn number_moment(text: &str) -> Option<Moment> {
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
    civil_day(i32::try_from(year).ok()?, month as u32, day as u32)
}

/// The three parts of a date in the order in which they stand, and what comes
/// after them.
struct DateParts<'a> {
    parts: [Part; 3],
    rest: &'a str,
}

#[derive(Clone, Copy)]
enum Part {
    Number { value: u32, digits: usize },
    Month(u32),
}

impl<'a> DateParts<'a> {
    /// Takes apart `3/5/2026 …`, `3 May 2026 …`, `Fri, May 3, 2026 …`.
    fn of(text: &'a str) -> Option<Self> {
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

/// Seconds since midnight of what stands after a date; 0 where nothing does.
pub(crate) fn time_after_date(text: &str) -> Option<u32> {
    let text = text.trim_start_matches([' ', 'T', 't', ',', '\u{a0}', '\u{202f}']).trim_end();
    if text.is_empty() { Some(0) } else { time(text) }
}

/// Seconds since midnight of `8:26`, `08:26:30.5`, `8:26 PM`, `08:26:30+03:00`.
pub(crate) fn time(text: &str) -> Option<u32> {
    let (mut hour, rest) = number_before(text, 24)?;
    let (minute, rest) = number_before(rest.strip_prefix(':')?, 59)?;
    let (second, rest) = match rest.strip_prefix(':') {
        Some(rest) => number_before(rest, 60)?,
        None => (0, rest),
    };
    let rest = match rest.strip_prefix(['.', ',']) {
        Some(fraction) => fraction.trim_start_matches(|c: char| c.is_ascii_digit()),
        None => rest,
    };
    let (half, zone) = half_of_day(rest.trim());
    match half {
        Some(_) if hour == 0 || hour > 12 => return None,
        Some(Half::Morning) => hour %= 12,
        Some(Half::Afternoon) => hour = hour % 12 + 12,
        None => {}
    }
    let is_zone = |zone: &str| {
        zone.len() <= 12
            && zone.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | ':' | ' '))
            && !zone.starts_with(|c: char| c.is_ascii_digit())
    };
    let seconds = hour * 3600 + minute * 60 + second.min(59);
    (seconds < DAY_SECONDS as u32 && is_zone(zone.trim())).then_some(seconds)
}

enum Half {
    Morning,
    Afternoon,
}

/// AM or PM in front, and what comes after it.
fn half_of_day(text: &str) -> (Option<Half>, &str) {
    let starts = |words: &[&'static str]| {
        words.iter().find_map(|word| {
            text.get(..word.len())
                .filter(|front| front.to_lowercase() == *word)
                .map(|_| &text[word.len()..])
        })
    };
    if let Some(rest) = starts(&["a.m.", "am", "π.μ.", "πμ", "կա"]) {
        (Some(Half::Morning), rest)
    } else if let Some(rest) = starts(&["p.m.", "pm", "μ.μ.", "μμ", "կհ"]) {
        (Some(Half::Afternoon), rest)
    } else {
        (None, text)
    }
}

/// A number of one or two digits, at most `limit`, and what comes after it.
fn number_before(text: &str, limit: u32) -> Option<(u32, &str)> {
    let end = text.bytes().take(2).take_while(u8::is_ascii_digit).count();
    let value = text[..end].parse().ok()?;
    (value <= limit).then_some((value, &text[end..]))
}

/// What dates with day and month in numbers tell about which comes first.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct OrderEvidence {
    /// Values that need an order of day and month to be read.
    pub(crate) values: u64,
    /// Those that can only be day–month–year.
    pub(crate) day_first: u64,
    /// Those that can only be month–day–year.
    pub(crate) month_first: u64,
    /// Those that can only be year–month–day of two digits.
    pub(crate) year_first: u64,
    /// Those with points between, which no one writes month first.
    pub(crate) pointed: u64,
    /// Those that are another day by each order.
    pub(crate) open: u64,
}

impl OrderEvidence {
    /// Adds what one value tells.
    pub(crate) fn add(&mut self, text: &str) {
        if iso_day(text.as_bytes()).is_some() || number_moment(text).is_some() {
            return;
        }
        let Some(DateParts { parts, .. }) = DateParts::of(text) else { return };
        let [
            Part::Number { value: a, digits },
            Part::Number { value: b, .. },
            Part::Number { value: c, digits: last },
        ] = parts
        else {
            return;
        };
        if digits == 4 {
            return;
        }
        self.values += 1;
        self.day_first += u64::from((13..=31).contains(&a) && b <= 12);
        self.month_first += u64::from(a <= 12 && (13..=31).contains(&b));
        self.year_first += u64::from(a > 31 && last <= 2 && b <= 12 && c <= 31);
        self.pointed += u64::from(text.contains('.') && !text.contains(['/', '-']));
        self.open += u64::from(a <= 12 && b <= 12 && a != b);
    }

    /// Adds what other values tell.
    pub(crate) fn merge(&mut self, other: Self) {
        self.values += other.values;
        self.day_first += other.day_first;
        self.month_first += other.month_first;
        self.year_first += other.year_first;
        self.pointed += other.pointed;
        self.open += other.open;
    }
}

#[cfg(test)]
#[path = "date_tests.rs"]
mod tests;

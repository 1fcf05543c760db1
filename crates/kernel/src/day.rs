//! Calendar days and months of the proleptic Gregorian calendar.

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, NaiveDate, TimeDelta};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Days from 0001-01-01 (day 1 in chrono's count) to 1970-01-01.
const UNIX_EPOCH_FROM_CE: i32 = 719_163;

/// A calendar day, kept as days since 1970-01-01. Valid from year 1 to 9999.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(i32);

/// A text that is not a day, or a day outside years 1 to 9999.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("\"{0}\" is not a day; write it as 2026-05-03")]
pub struct DayError(pub String);

impl Day {
    /// The first day that can be written: 0001-01-01.
    pub const MIN: Day = Day(-719_162);
    /// The last day that can be written: 9999-12-31.
    pub const MAX: Day = Day(2_932_896);

    /// The day `days` days after 1970-01-01, clamped to [`Day::MIN`]..=[`Day::MAX`].
    #[must_use]
    pub fn from_epoch_days(days: i32) -> Self {
        Self(days.clamp(Self::MIN.0, Self::MAX.0))
    }

    /// Days since 1970-01-01.
    #[must_use]
    pub fn epoch_days(self) -> i32 {
        self.0
    }

    /// The day of this date, or `None` where the calendar has no such day.
    ///
    /// Counts eras of 400 years that begin in March, so that the leap day is the
    /// last day of its year: readers of files ask for a day a row.
    #[must_use]
    #[inline]
    pub fn from_ymd(year: i32, month: u32, day: u32) -> Option<Self> {
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
        Some(Self::from_epoch_days(era * 146_097 + day_of_era - 719_468))
    }

    /// Year, month 1..=12 and day of month 1..=31.
    #[must_use]
    pub fn ymd(self) -> (i32, u32, u32) {
        let date = NaiveDate::from(self);
        (date.year(), date.month(), date.day())
    }

    /// The month this day is in.
    #[must_use]
    pub fn month(self) -> Month {
        let (year, month, _) = self.ymd();
        Month(year * 12 + month as i32 - 1)
    }

    /// Monday of this day's ISO week.
    #[must_use]
    pub fn week_start(self) -> Self {
        let weekday = NaiveDate::from(self).weekday().num_days_from_monday();
        self.plus_days(-(weekday as i32))
    }

    /// The day `days` days later (earlier where negative), clamped to the calendar.
    #[must_use]
    pub fn plus_days(self, days: i32) -> Self {
        Self::from_epoch_days(self.0.saturating_add(days))
    }

    /// The same day of the month `months` months later; the last day of that
    /// month where it is shorter (31 January + 1 month = 28 or 29 February).
    #[must_use]
    pub fn plus_months(self, months: i32) -> Self {
        let month = Month(self.month().0.saturating_add(months));
        let (year, month_of_year) = month.ym();
        let (_, _, day) = self.ymd();
        let clamped = if months < 0 { Self::MIN } else { Self::MAX };
        (1..=day).rev().find_map(|d| Self::from_ymd(year, month_of_year, d)).unwrap_or(clamped)
    }

    /// Whole days from `earlier` to this day; negative where `earlier` is later.
    #[must_use]
    pub fn days_since(self, earlier: Self) -> i32 {
        self.0 - earlier.0
    }
}

impl From<NaiveDate> for Day {
    fn from(date: NaiveDate) -> Self {
        Self::from_epoch_days(date.num_days_from_ce() - UNIX_EPOCH_FROM_CE)
    }
}

impl From<Day> for NaiveDate {
    fn from(day: Day) -> Self {
        NaiveDate::default() + TimeDelta::days(i64::from(day.0))
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.ymd();
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}

impl FromStr for Day {
    type Err = DayError;

    fn from_str(text: &str) -> Result<Self, DayError> {
        let wrong = || DayError(text.to_owned());
        let mut parts = text.trim().splitn(3, '-');
        let mut part = || parts.next().filter(|p| p.bytes().all(|b| b.is_ascii_digit()));
        let (year, month, day) =
            (part().ok_or_else(wrong)?, part().ok_or_else(wrong)?, part().ok_or_else(wrong)?);
        let number = |digits: &str| digits.parse::<u32>().map_err(|_| wrong());
        let year = i32::try_from(number(year)?).map_err(|_| wrong())?;
        Self::from_ymd(year, number(month)?, number(day)?).ok_or_else(wrong)
    }
}

impl Serialize for Day {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

/// A calendar month, kept as months since January of year 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month(i32);

impl Month {
    /// Months since January of year 0; consecutive months differ by 1.
    #[must_use]
    pub fn index(self) -> i32 {
        self.0
    }

    /// Year and month 1..=12.
    #[must_use]
    pub fn ym(self) -> (i32, u32) {
        (self.0.div_euclid(12), self.0.rem_euclid(12) as u32 + 1)
    }

    /// Its first day, clamped to the calendar.
    #[must_use]
    pub fn first_day(self) -> Day {
        let (year, month) = self.ym();
        let clamped = if year < 1 { Day::MIN } else { Day::MAX };
        Day::from_ymd(year, month, 1).unwrap_or(clamped)
    }

    /// The month after.
    #[must_use]
    pub fn next(self) -> Self {
        Self(self.0 + 1)
    }

    /// The month `months` later (earlier where negative).
    #[must_use]
    pub fn plus(self, months: i32) -> Self {
        Self(self.0 + months)
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month) = self.ym();
        write!(f, "{year:04}-{month:02}")
    }
}

impl Serialize for Month {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    #[test]
    fn a_day_reads_back_as_written() {
        for text in ["0001-01-01", "1969-12-31", "1970-01-01", "2024-02-29", "9999-12-31"] {
            assert_eq!(day(text).to_string(), text);
        }
        assert_eq!(day("1970-01-02").epoch_days(), 1);
        assert_eq!((Day::MIN, Day::MAX), (day("0001-01-01"), day("9999-12-31")));
    }

    #[test]
    fn what_is_no_day_is_refused() {
        for text in
            ["", "2023-02-29", "2024-13-01", "2024-1", "24-+1-01", "0000-01-01", "10000-01-01"]
        {
            assert!(text.parse::<Day>().is_err(), "{text}");
        }
    }

    #[test]
    fn each_day_of_the_calendar_is_found_by_its_date() {
        for days in Day::MIN.epoch_days()..=Day::MAX.epoch_days() {
            let day = Day::from_epoch_days(days);
            let (year, month, of_month) = day.ymd();
            assert_eq!(Day::from_ymd(year, month, of_month), Some(day));
        }
    }

    #[test]
    fn a_month_later_stays_inside_the_month() {
        assert_eq!(day("2024-01-31").plus_months(1), day("2024-02-29"));
        assert_eq!(day("2024-02-29").plus_months(-12), day("2023-02-28"));
        assert_eq!(day("2023-12-15").plus_months(1), day("2024-01-15"));
        assert_eq!(Day::MAX.plus_months(1), Day::MAX);
    }

    #[test]
    fn weeks_start_on_monday() {
        assert_eq!(day("2026-11-22").week_start(), day("2026-11-16"));
        assert_eq!(day("2026-11-16").week_start(), day("2026-11-16"));
    }
}

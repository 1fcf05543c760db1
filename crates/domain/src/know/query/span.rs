//! Ranges of values: of time, of money, of numbers.

use std::fmt;

use chrono::{DateTime, Days, Months, NaiveDate, Utc};

use crate::office::settings::TimeZone;

/// Which values are meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Span<T> {
    /// This one.
    Is(T),
    /// Those below it.
    Below(T),
    /// Those below it, and it.
    AtMost(T),
    /// Those above it.
    Above(T),
    /// Those above it, and it.
    AtLeast(T),
    /// Those from the first to the second, both too.
    Between(T, T),
}

impl<T> Span<T> {
    /// The same of what each end becomes.
    ///
    /// # Errors
    /// The first that an end gives.
    pub fn try_map<U, E>(self, mut to: impl FnMut(T) -> Result<U, E>) -> Result<Span<U>, E> {
        Ok(match self {
            Span::Is(value) => Span::Is(to(value)?),
            Span::Below(value) => Span::Below(to(value)?),
            Span::AtMost(value) => Span::AtMost(to(value)?),
            Span::Above(value) => Span::Above(to(value)?),
            Span::AtLeast(value) => Span::AtLeast(to(value)?),
            Span::Between(from, to_value) => Span::Between(to(from)?, to(to_value)?),
        })
    }
}

impl Span<i64> {
    /// The least and the greatest whole number meant, where there is one.
    #[must_use]
    pub fn ends(&self) -> (Option<i64>, Option<i64>) {
        match *self {
            Span::Is(value) => (Some(value), Some(value)),
            Span::Below(value) => (None, Some(value.saturating_sub(1))),
            Span::AtMost(value) => (None, Some(value)),
            Span::Above(value) => (Some(value.saturating_add(1)), None),
            Span::AtLeast(value) => (Some(value), None),
            Span::Between(from, to) => (Some(from), Some(to)),
        }
    }
}

impl Span<Moment> {
    /// From when (inclusive) to when (exclusive), seen from now and from a
    /// place. What is less than thirty days ago is after the moment thirty days
    /// ago.
    #[must_use]
    pub fn ends(
        &self,
        now: DateTime<Utc>,
        zone: TimeZone,
    ) -> (Option<DateTime<Utc>>, Option<DateTime<Utc>>) {
        let first = |moment: Moment| moment.first(now, zone);
        let past = |moment: Moment| moment.past(now, zone);
        match *self {
            Span::Is(moment) => (Some(first(moment)), Some(past(moment))),
            Span::Below(moment @ Moment::Age(_)) => (Some(past(moment)), None),
            Span::AtMost(moment @ Moment::Age(_)) => (Some(first(moment)), None),
            Span::Above(moment @ Moment::Age(_)) => (None, Some(first(moment))),
            Span::AtLeast(moment @ Moment::Age(_)) => (None, Some(past(moment))),
            Span::Below(day) => (None, Some(first(day))),
            Span::AtMost(day) => (None, Some(past(day))),
            Span::Above(day) => (Some(past(day)), None),
            Span::AtLeast(day) => (Some(first(day)), None),
            Span::Between(one, other) => {
                let (from, to) = (first(one).min(first(other)), past(one).max(past(other)));
                (Some(from), Some(to))
            }
        }
    }
}

/// A point in time as people write it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Moment {
    /// So long ago.
    Age(Age),
    /// A day of the calendar.
    Day(NaiveDate),
}

impl Moment {
    /// Its first instant.
    fn first(self, now: DateTime<Utc>, zone: TimeZone) -> DateTime<Utc> {
        match self {
            Moment::Age(age) => age.before(now),
            Moment::Day(day) => zone.beginning_of(day),
        }
    }

    /// The first instant that is no longer it.
    fn past(self, now: DateTime<Utc>, zone: TimeZone) -> DateTime<Utc> {
        match self {
            Moment::Age(age) => age.before(now) + chrono::TimeDelta::microseconds(1),
            Moment::Day(day) => zone.end_of(day),
        }
    }

    /// Whether a range may begin with it and end with `other`: ages from the
    /// shorter to the longer, days from the earlier to the later.
    pub(super) fn may_end_with(self, other: Moment) -> bool {
        match (self, other) {
            (Moment::Age(one), Moment::Age(other)) => one.days() <= other.days(),
            (Moment::Day(one), Moment::Day(other)) => one <= other,
            (Moment::Age(_), Moment::Day(_)) | (Moment::Day(_), Moment::Age(_)) => false,
        }
    }
}

/// How long ago.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Age {
    /// So many,
    pub count: u32,
    /// of these.
    pub unit: Unit,
}

/// What ages are counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// Days.
    Day,
    /// Weeks.
    Week,
    /// Months of the calendar.
    Month,
    /// Years.
    Year,
}

impl Unit {
    /// All of them, the shortest first.
    pub const ALL: [Unit; 4] = [Unit::Day, Unit::Week, Unit::Month, Unit::Year];

    /// The letter it is written with.
    #[must_use]
    pub fn letter(self) -> char {
        match self {
            Unit::Day => 'd',
            Unit::Week => 'w',
            Unit::Month => 'm',
            Unit::Year => 'y',
        }
    }
}

impl Age {
    /// The most that is counted: longer than anybody has been in business.
    pub(super) const MOST: u32 = 9999;

    fn before(self, now: DateTime<Utc>) -> DateTime<Utc> {
        let count = u64::from(self.count);
        let then = match self.unit {
            Unit::Day => now.checked_sub_days(Days::new(count)),
            Unit::Week => now.checked_sub_days(Days::new(count * 7)),
            Unit::Month => now.checked_sub_months(Months::new(self.count)),
            Unit::Year => now.checked_sub_months(Months::new(self.count * 12)),
        };
        // Nothing is older than the epoch, and both databases can say when it was.
        then.unwrap_or_default().max(DateTime::UNIX_EPOCH)
    }

    /// Roughly, to compare one with another.
    fn days(self) -> u32 {
        let days = match self.unit {
            Unit::Day => 1,
            Unit::Week => 7,
            Unit::Month => 30,
            Unit::Year => 365,
        };
        self.count * days
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Moment::Age(age) => write!(f, "{}{}", age.count, age.unit.letter()),
            Moment::Day(day) => write!(f, "{}", day.format("%Y-%m-%d")),
        }
    }
}

/// An amount of money in whole units and parts of them, whichever the currency.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Amount {
    /// In ten-thousandths of a unit.
    pub(super) parts: i64,
}

impl Amount {
    /// Decimals that are kept: no currency has more.
    pub(super) const DECIMALS: u32 = 4;
    /// Less than this: a slip otherwise, and in minor units it would not fit.
    pub(super) const MOST: i64 = 10_i64.pow(12 + Self::DECIMALS);

    /// In minor units of a currency with so many decimals, rounded down.
    #[must_use]
    pub fn minor(self, decimals: u32) -> i64 {
        let unit = 10_i64.pow(Self::DECIMALS - decimals.min(Self::DECIMALS));
        self.parts.div_euclid(unit)
    }
}

impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let unit = 10_i64.pow(Self::DECIMALS);
        let (whole, part) = (self.parts / unit, self.parts % unit);
        write!(f, "{whole}")?;
        if part > 0 {
            let part = format!("{part:04}");
            write!(f, ".{}", part.trim_end_matches('0'))?;
        }
        Ok(())
    }
}

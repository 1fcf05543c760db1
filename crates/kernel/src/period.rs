//! Spans of days.

use std::fmt;

use serde::Serialize;

use crate::Day;

/// The days from `from` up to, not including, `to`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
pub struct Period {
    /// First day inside.
    pub from: Day,
    /// First day after.
    pub to: Day,
}

/// A period that would end before it starts.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the period ends on {to}, before it starts on {from}")]
pub struct PeriodError {
    from: Day,
    to: Day,
}

impl Period {
    /// The days from `from` up to, not including, `to`.
    ///
    /// # Errors
    /// Where `to` is not after `from`.
    pub fn new(from: Day, to: Day) -> Result<Self, PeriodError> {
        if from < to { Ok(Self { from, to }) } else { Err(PeriodError { from, to }) }
    }

    /// The `months` months that end with `last` (included).
    #[must_use]
    pub fn months_ending(last: Day, months: u32) -> Self {
        let to = last.plus_days(1);
        Self { from: to.plus_months(-(months as i32)), to }
    }

    /// The last full calendar month that ends no later than with `last`.
    #[must_use]
    pub fn last_complete_month(last: Day) -> Self {
        let to = last.plus_days(1).month();
        Self { from: to.plus(-1).first_day(), to: to.first_day() }
    }

    /// The last full calendar quarter that ends no later than with `last`.
    #[must_use]
    pub fn last_complete_quarter(last: Day) -> Self {
        let month = last.plus_days(1).month();
        let to = month.plus(-month.index().rem_euclid(3));
        Self { from: to.plus(-3).first_day(), to: to.first_day() }
    }

    /// The equally long period before: by calendar months where both ends lie
    /// on the same day of the month, else by days.
    #[must_use]
    pub fn before(self) -> Self {
        let months = self.to.month().index() - self.from.month().index();
        let by_months = self.from.plus_months(months) == self.to;
        let from = if by_months && months > 0 {
            self.from.plus_months(-months)
        } else {
            self.from.plus_days(-self.days())
        };
        Self { from, to: self.from }
    }

    /// How many days it has.
    #[must_use]
    pub fn days(self) -> i32 {
        self.to.days_since(self.from)
    }

    /// Whether `day` lies inside.
    #[must_use]
    pub fn contains(self, day: Day) -> bool {
        self.from <= day && day < self.to
    }

    /// Its last day.
    #[must_use]
    pub fn last_day(self) -> Day {
        self.to.plus_days(-1)
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}..{}", self.from, self.to)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn period(from: &str, to: &str) -> Period {
        Period::new(from.parse().unwrap(), to.parse().unwrap()).unwrap()
    }

    #[test]
    fn a_year_ends_with_its_last_day() {
        let year = Period::months_ending("1998-06-30".parse().unwrap(), 12);
        assert_eq!(year, period("1997-07-01", "1998-07-01"));
        assert_eq!(year.before(), period("1996-07-01", "1997-07-01"));
        assert_eq!(year.last_day().to_string(), "1998-06-30");
    }

    #[test]
    fn only_complete_months_and_quarters_count() {
        let day = |text: &str| text.parse().unwrap();
        let month = Period::last_complete_month;
        assert_eq!(month(day("2026-11-22")), period("2026-10-01", "2026-11-01"));
        assert_eq!(month(day("2026-11-30")), period("2026-11-01", "2026-12-01"));
        let quarter = Period::last_complete_quarter;
        assert_eq!(quarter(day("2026-11-22")), period("2026-07-01", "2026-10-01"));
        assert_eq!(quarter(day("2026-12-31")), period("2026-10-01", "2027-01-01"));
    }

    #[test]
    fn the_period_before_is_equally_long() {
        assert_eq!(period("2024-03-05", "2024-03-15").before(), period("2024-02-24", "2024-03-05"));
        assert_eq!(period("2024-03-01", "2024-04-01").before(), period("2024-02-01", "2024-03-01"));
    }

    #[test]
    fn a_period_needs_a_day() {
        let day: Day = "2024-01-01".parse().unwrap();
        assert!(Period::new(day, day).is_err());
    }
}

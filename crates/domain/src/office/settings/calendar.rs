//! When the business works.

use chrono::{Datelike as _, NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};

/// Days after which an open one is no longer looked for.
const A_YEAR: usize = 366;

/// A day of the week, as ISO 8601 counts them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Weekday(u8);

impl Weekday {
    /// All seven, Monday first.
    pub fn all() -> impl Iterator<Item = Weekday> {
        (0..7).map(Weekday)
    }

    /// 1 for Monday to 7 for Sunday.
    #[must_use]
    pub fn number(self) -> u8 {
        self.0 + 1
    }

    fn of(day: NaiveDate) -> Self {
        Self(day.weekday().num_days_from_monday() as u8)
    }

    fn index(self) -> usize {
        usize::from(self.0)
    }
}

/// From when to when somebody is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hours {
    /// When it opens.
    pub from: NaiveTime,
    /// When it closes, later that day.
    pub to: NaiveTime,
}

/// A day on which nobody works.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Holiday {
    /// Which.
    pub on: NaiveDate,
    /// What it is called; may be empty.
    pub name: String,
}

/// When the business works.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Calendar {
    /// Of each day of the week, Monday first; none where it is closed.
    pub hours: [Option<Hours>; 7],
    /// By day.
    pub holidays: Vec<Holiday>,
}

impl Default for Calendar {
    /// Monday to Friday, nine to six.
    fn default() -> Self {
        let at = |hour| NaiveTime::from_hms_opt(hour, 0, 0).unwrap_or_default();
        let open = Some(Hours { from: at(9), to: at(18) });
        Self { hours: [open, open, open, open, open, None, None], holidays: Vec::new() }
    }
}

impl Calendar {
    /// When it is open on a day of the week.
    #[must_use]
    pub fn on(&self, weekday: Weekday) -> Option<Hours> {
        self.hours[weekday.index()]
    }

    /// The first day, from this one on, on which it is open; the day itself where
    /// none is for a year.
    #[must_use]
    pub fn first_open(&self, from: NaiveDate) -> NaiveDate {
        from.iter_days().take(A_YEAR).find(|day| self.is_open_on(*day)).unwrap_or(from)
    }

    fn is_open_on(&self, day: NaiveDate) -> bool {
        let is_holiday = self.holidays.iter().any(|holiday| holiday.on == day);
        !is_holiday && self.on(Weekday::of(day)).is_some()
    }
}

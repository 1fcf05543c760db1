//! Which of day and month comes first, and what dates tell about it.

use super::date::{DateParts, Part, iso_day, number_moment};

/// Which of day and month comes first in dates such as 03/05/2026.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DateOrder {
    /// 31/12/2026.
    DayMonthYear,
    /// 12/31/2026.
    MonthDayYear,
    /// 26/12/31; a year of four digits in front needs no order.
    YearMonthDay,
}

impl DateOrder {
    /// Its name on the command line.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::DayMonthYear => "dmy",
            Self::MonthDayYear => "mdy",
            Self::YearMonthDay => "ymd",
        }
    }
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

//! The month of each day the orders cover, looked up: computing it would cost
//! more than everything else done with an order.

use kernel::Day;

/// Longest span a table is made for, days; past it months are computed.
const LONGEST: usize = 100_000;

/// Months of a span of days.
#[derive(Debug, Clone)]
pub(crate) struct Calendar {
    from: i32,
    months: Vec<i32>,
}

impl Calendar {
    /// A calendar from `from` to `to`, both included.
    pub fn spanning(from: Day, to: Day) -> Self {
        let days = usize::try_from(to.days_since(from)).map_or(0, |last| last + 1);
        let first = from.epoch_days();
        let months = if days <= LONGEST {
            (first..).take(days).map(|day| Day::from_epoch_days(day).month().index()).collect()
        } else {
            Vec::new()
        };
        Self { from: first, months }
    }

    /// The month of `day`, as months since January of year 0.
    pub fn month_of(&self, day: Day) -> i32 {
        let index = usize::try_from(day.epoch_days() - self.from).ok();
        index
            .and_then(|index| self.months.get(index).copied())
            .unwrap_or_else(|| day.month().index())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_has_the_same_month_inside_and_outside_the_table() {
        let day = |text: &str| text.parse::<Day>().unwrap();
        let calendar = Calendar::spanning(day("2024-01-31"), day("2024-03-01"));
        let endless = Calendar::spanning(Day::MIN, Day::MAX);
        for text in ["0001-01-01", "2024-01-31", "2024-02-29", "2024-03-01", "9999-12-31"] {
            assert_eq!(calendar.month_of(day(text)), day(text).month().index(), "{text}");
            assert_eq!(endless.month_of(day(text)), day(text).month().index(), "{text}");
        }
    }
}

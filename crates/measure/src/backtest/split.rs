//! Which days are held out.

use kernel::Day;

/// The last days of the data, held out; and an inner split of the days before,
/// for what has to be chosen without looking at them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Split {
    /// First day held out.
    pub from: Day,
    /// Last day held out.
    pub to: Day,
    /// First day of the inner days held out.
    pub inner_from: Day,
    /// First day after them: they end with the day before `from`.
    pub inner_to: Day,
}

/// Days there must be before the split, and held out.
const FEWEST_BEFORE: i32 = 28;
const FEWEST_HELD_OUT: i32 = 7;

impl Split {
    /// Days of data without which nothing can be held out.
    pub const FEWEST_DAYS: u64 = (FEWEST_BEFORE + FEWEST_HELD_OUT) as u64;

    /// Holds out the last `share` of the days from `from` to `as_of`, both
    /// included, rounded; the inner days are as many, at most half of those
    /// before. `None` where too few days are left on either side.
    pub fn of(from: Day, as_of: Day, share: f64) -> Option<Self> {
        let days = as_of.days_since(from) + 1;
        let held_out = (f64::from(days) * share).round() as i32;
        let before = days - held_out;
        if held_out < FEWEST_HELD_OUT || before < FEWEST_BEFORE {
            return None;
        }
        let first = from.plus_days(before);
        Some(Self {
            from: first,
            to: as_of,
            inner_from: first.plus_days(-held_out.min(before / 2)),
            inner_to: first,
        })
    }

    /// How many days are held out.
    pub fn days(&self) -> u32 {
        (self.to.days_since(self.from) + 1) as u32
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    #[test]
    fn half_of_cdnow_is_its_last_39_weeks() {
        let split = Split::of(day("1997-01-01"), day("1998-06-30"), 0.5).unwrap();
        assert_eq!((split.from, split.days()), (day("1997-10-01"), 273));
        assert_eq!(split.inner_to, split.from);
        assert_eq!(split.inner_to.days_since(split.inner_from), 136);
    }

    #[test]
    fn a_month_of_data_is_too_short_to_hold_anything_out() {
        assert_eq!(Split::of(day("1997-01-01"), day("1997-01-31"), 0.25), None);
        assert_eq!(Split::of(day("1997-01-01"), day("1997-01-01"), 0.25), None);
    }
}

//! Which days are held out.

use kernel::Day;
use review::figures::Why;

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
    /// Holds out the last `share` of the days from `from` to `as_of`, both
    /// included, rounded; the inner days are as many, at most half of those
    /// before.
    ///
    /// # Errors
    /// Where too few days are left on either side.
    pub fn of(from: Day, as_of: Day, share: f64) -> Result<Self, Why> {
        let days = as_of.days_since(from) + 1;
        let held_out = (f64::from(days) * share).round() as i32;
        let before = days - held_out;
        for (have, need) in [(held_out, FEWEST_HELD_OUT), (before, FEWEST_BEFORE)] {
            if have < need {
                return Err(Why::TooFew { have: have.max(0) as u64, need: need as u64 });
            }
        }
        let first = from.plus_days(before);
        Ok(Self {
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
    fn what_is_too_short_is_said_with_fewer_days_than_are_needed() {
        let why = |to, holdout| Split::of(day("1997-01-01"), day(to), holdout).unwrap_err();
        assert_eq!(why("1997-01-01", 0.25), Why::TooFew { have: 0, need: 7 });
        assert_eq!(why("1997-01-31", 0.25), Why::TooFew { have: 23, need: 28 });
        assert_eq!(why("1997-12-31", 0.01), Why::TooFew { have: 4, need: 7 });
    }
}

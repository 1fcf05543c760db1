//! Which days are held out.

use kernel::Day;
use review::figures::Why;

use crate::terms::Terms;

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
    /// Why nothing can be held out of the days of `terms`.
    pub fn too_short(terms: &Terms) -> Why {
        let (held_out, before) = parted(terms.from, terms.as_of, terms.holdout);
        let (have, need) = if held_out < FEWEST_HELD_OUT {
            (held_out, FEWEST_HELD_OUT)
        } else {
            (before, FEWEST_BEFORE)
        };
        Why::TooFew { have: have.max(0) as u64, need: need as u64 }
    }

    /// Holds out the last `share` of the days from `from` to `as_of`, both
    /// included, rounded; the inner days are as many, at most half of those
    /// before. `None` where too few days are left on either side.
    pub fn of(from: Day, as_of: Day, share: f64) -> Option<Self> {
        let (held_out, before) = parted(from, as_of, share);
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

/// Days held out, and before them.
fn parted(from: Day, as_of: Day, share: f64) -> (i32, i32) {
    let days = as_of.days_since(from) + 1;
    let held_out = (f64::from(days) * share).round() as i32;
    (held_out, days - held_out)
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

    #[test]
    fn what_is_too_short_is_said_with_fewer_days_than_are_needed() {
        let why = |to, holdout| {
            let question = review::Question { holdout, ..review::Question::default() };
            let terms =
                Terms::settle(&question, day("1997-01-01"), day(to), kernel::Currency::NONE, false);
            Split::too_short(&terms.unwrap())
        };
        assert_eq!(why("1997-01-31", 0.25), Why::TooFew { have: 23, need: 28 });
        assert_eq!(why("1997-12-31", 0.01), Why::TooFew { have: 4, need: 7 });
    }
}

//! When a silent customer is lost (definitions, "When is a silent customer lost?").
//!
//! The limit depends on the number of repeat purchases `x` and the age at the
//! last one `t_x` alone; every gap of every customer is held against it, so it
//! is looked up in tables that fill themselves. The quantile of the gap, which
//! is cheap, is asked first: only the few silences past it ask the model.

use std::sync::atomic::{AtomicU32, Ordering};

use review::LostRule;
use stats::gaps::GapPrior;
use stats::silent::SilentModel;

/// The quantile of the predicted gap past which a silent customer may be lost.
const LOST_QUANTILE: f64 = 0.95;
/// The quantile past which they have gone quiet.
const QUIET_QUANTILE: f64 = 0.90;
/// P(alive) below which a customer who came back may be lost.
const UNLIKELY: f64 = 0.5;
/// Silence no order book covers: past it nobody is ever called lost.
const LONGEST: u32 = 4_000_000;
/// Repeat purchases the tables have rows for; the few with more are computed.
const TABLE_ROWS: u32 = 512;
/// Cells a table may have (four bytes each).
const TABLE_CELLS: u64 = 4_000_000;
/// A cell not yet filled.
const EMPTY: u32 = 0;
/// A cell of those never lost.
const NEVER: u32 = u32::MAX;

/// How long each customer may be silent.
pub(crate) struct Limits<'m> {
    rule: LostRule,
    gaps: Option<GapPrior>,
    model: Option<&'m dyn SilentModel>,
    /// First whole day past the quantile of the gap.
    past_quantile: Table,
    /// Days of silence at which a customer is lost.
    lost: Table,
}

impl<'m> Limits<'m> {
    /// Limits by `rule` for relations of at most `longest_age` days.
    ///
    /// Without `gaps` (nobody ever came back) nobody is lost by their own
    /// limit; without `model` the quantile of the gap decides alone.
    pub fn new(
        rule: LostRule,
        gaps: Option<GapPrior>,
        model: Option<&'m dyn SilentModel>,
        longest_age: u32,
    ) -> Self {
        let wanted = rule == LostRule::OwnLimit && gaps.is_some();
        let table = || if wanted { Table::of_ages(longest_age) } else { Table::default() };
        Self { rule, gaps, model, past_quantile: table(), lost: table() }
    }

    /// The smallest whole number of days of silence at the end of which a
    /// customer is lost, after `x` repeat purchases the last of which came
    /// `t_x` days after the first; `None` where they never are.
    pub fn lost_after(&self, x: u32, t_x: u32) -> Option<u32> {
        let days = match self.rule {
            LostRule::After { days } => days,
            LostRule::OwnLimit => self.lost.get_or_fill(x, t_x, || self.own_limit(x, t_x)),
        };
        (days != NEVER).then_some(days)
    }

    /// The same for a customer who is lost after `silence` days; `None` for
    /// one who is not.
    pub fn lost_within(&self, x: u32, t_x: u32, silence: u32) -> Option<u32> {
        if self.rule == LostRule::OwnLimit && silence < self.past_quantile(x, t_x) {
            return None;
        }
        self.lost_after(x, t_x).filter(|&days| silence >= days)
    }

    /// Days of silence past which a customer has gone quiet; `None` where
    /// nobody ever came back.
    pub fn quiet_after(&self, x: u32, t_x: u32) -> Option<f64> {
        self.gaps.as_ref().map(|gaps| gaps.limit(QUIET_QUANTILE, x, t_x))
    }

    /// The median of the gap expected after these purchases, in days; `None`
    /// where nobody ever came back.
    pub fn expected_gap(&self, x: u32, t_x: u32) -> Option<f64> {
        self.gaps.as_ref().map(|gaps| gaps.limit(0.5, x, t_x))
    }

    fn past_quantile(&self, x: u32, t_x: u32) -> u32 {
        let Some(gaps) = &self.gaps else { return NEVER };
        self.past_quantile.get_or_fill(x, t_x, || {
            let limit = gaps.limit(LOST_QUANTILE, x, t_x).max(0.0);
            if limit < f64::from(LONGEST) { limit as u32 + 1 } else { NEVER }
        })
    }

    fn own_limit(&self, x: u32, t_x: u32) -> u32 {
        let past_quantile = self.past_quantile(x, t_x);
        match self.model {
            // P(alive) falls as silence grows: both hold from the later day on.
            Some(model) if x >= 1 && past_quantile != NEVER => model
                .silence_until_p_alive_below(x, t_x, UNLIKELY)
                .map_or(NEVER, |unlikely| unlikely.max(past_quantile)),
            Some(_) | None => past_quantile,
        }
    }
}

/// Days by `x` and `t_x`, row after row; filled as they are asked for.
#[derive(Debug, Default)]
struct Table {
    cells: Vec<AtomicU32>,
    ages: usize,
}

impl Table {
    fn of_ages(longest: u32) -> Self {
        let ages = u64::from(longest) + 1;
        let rows = (TABLE_CELLS / ages).min(u64::from(TABLE_ROWS));
        let cells = (0..rows * ages).map(|_| AtomicU32::new(EMPTY)).collect();
        Self { cells, ages: ages as usize }
    }

    fn get_or_fill(&self, x: u32, t_x: u32, days: impl FnOnce() -> u32) -> u32 {
        let inside = (t_x as usize) < self.ages;
        let at = inside.then(|| x as usize * self.ages + t_x as usize);
        let Some(cell) = at.and_then(|at| self.cells.get(at)) else { return days() };
        // Every thread computes the same number, so a race only costs time.
        match cell.load(Ordering::Relaxed) {
            EMPTY => {
                let days = days();
                cell.store(days, Ordering::Relaxed);
                days
            }
            days => days,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn gaps() -> Option<GapPrior> {
        GapPrior::new(1.2, 60.0).ok()
    }

    #[test]
    fn a_limit_is_the_first_whole_day_past_the_quantile() {
        let limits = Limits::new(LostRule::OwnLimit, gaps(), None, 100);
        let quantile = gaps().unwrap().limit(0.95, 2, 40);
        let days = limits.lost_after(2, 40).unwrap();
        assert!(f64::from(days) > quantile && f64::from(days - 1) <= quantile);
        assert_eq!(limits.lost_within(2, 40, days - 1), None);
        assert_eq!(limits.lost_within(2, 40, days), Some(days));
    }

    #[test]
    fn what_the_table_does_not_hold_is_computed_alike() {
        let small = Limits::new(LostRule::OwnLimit, gaps(), None, 10);
        let large = Limits::new(LostRule::OwnLimit, gaps(), None, 5_000);
        for (x, t_x) in [(0, 0), (3, 11), (600, 4_000), (100_000, 4_999)] {
            assert_eq!(small.lost_after(x, t_x), large.lost_after(x, t_x), "{x} {t_x}");
        }
    }

    #[test]
    fn where_nobody_came_back_nobody_is_lost_by_their_own_limit() {
        let own = Limits::new(LostRule::OwnLimit, None, None, 10);
        assert_eq!((own.lost_after(0, 0), own.lost_within(0, 0, 5_000)), (None, None));
        let fixed = Limits::new(LostRule::After { days: 30 }, None, None, 10);
        assert_eq!((fixed.lost_within(0, 0, 29), fixed.lost_within(0, 0, 30)), (None, Some(30)));
    }
}

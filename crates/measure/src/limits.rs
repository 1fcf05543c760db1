//! When a silent customer is lost (definitions, "When is a silent customer lost?").
//!
//! The limit depends on the number of repeat purchases `x` and the age at the
//! last one `t_x` alone; every gap of every customer is held against it, so it
//! is looked up in a table that fills itself.

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
/// Repeat purchases the table has rows for; the few with more are computed.
const TABLE_ROWS: u32 = 512;
/// Cells the table may have (four bytes each).
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
    /// Days of silence by `x` and `t_x`, row after row.
    table: Vec<AtomicU32>,
    ages: usize,
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
        let ages = u64::from(longest_age) + 1;
        let own = rule == LostRule::OwnLimit && gaps.is_some();
        let rows = if own { (TABLE_CELLS / ages).min(u64::from(TABLE_ROWS)) } else { 0 };
        let table = (0..rows * ages).map(|_| AtomicU32::new(EMPTY)).collect();
        Self { rule, gaps, model, table, ages: ages as usize }
    }

    /// The smallest whole number of days of silence at the end of which a
    /// customer is lost, after `x` repeat purchases the last of which came
    /// `t_x` days after the first; `None` where they never are.
    pub fn lost_after(&self, x: u32, t_x: u32) -> Option<u32> {
        let days = match self.rule {
            LostRule::After { days } => days,
            LostRule::OwnLimit => self.looked_up(x, t_x),
        };
        (days != NEVER).then_some(days)
    }

    /// Days of silence past which a customer has gone quiet; `None` where
    /// nobody ever came back.
    pub fn quiet_after(&self, x: u32, t_x: u32) -> Option<f64> {
        self.gaps.as_ref().map(|gaps| gaps.limit(QUIET_QUANTILE, x, t_x))
    }

    fn looked_up(&self, x: u32, t_x: u32) -> u32 {
        let inside = (t_x as usize) < self.ages;
        let cell = inside.then(|| self.table.get(x as usize * self.ages + t_x as usize)).flatten();
        let Some(cell) = cell else { return self.computed(x, t_x) };
        // Every thread computes the same number, so a race only costs time.
        match cell.load(Ordering::Relaxed) {
            EMPTY => {
                let days = self.computed(x, t_x);
                cell.store(days, Ordering::Relaxed);
                days
            }
            days => days,
        }
    }

    fn computed(&self, x: u32, t_x: u32) -> u32 {
        let Some(gaps) = &self.gaps else { return NEVER };
        let limit = gaps.limit(LOST_QUANTILE, x, t_x);
        if !limit.is_finite() || limit >= f64::from(LONGEST) {
            return NEVER;
        }
        let past_limit = limit.max(0.0).floor() as u32 + 1;
        // P(alive) falls as silence grows: both hold from the later day on.
        match self.model {
            Some(model) if x >= 1 => model
                .silence_until_p_alive_below(x, t_x, UNLIKELY)
                .map_or(NEVER, |unlikely| unlikely.max(past_limit)),
            Some(_) | None => past_limit,
        }
    }
}

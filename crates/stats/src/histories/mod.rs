//! Purchase histories of many customers, packed and counted.
//!
//! The models see a customer as (x, `t_x`, T) in whole days, so that millions of
//! customers are some hundred thousand distinct histories with counts. Keeps
//! these sorted, the number of customers by x, the logs of the gaps between
//! purchases where they are known (for regular buyers), and the unit of time
//! that estimates are reported in.

mod counted;
mod packed;
#[cfg(test)]
mod tests;

use rayon::prelude::*;

use crate::fit::FitError;
use crate::reduction::{Sum, ordered_sum};
use crate::silent::History;
use counted::Counted;
pub use packed::{Packed, PackedError};

/// Purchase histories of many customers: each distinct one with its count.
#[derive(Debug, Clone, PartialEq)]
pub struct Histories {
    counted: Counted,
    by_x: Vec<(u32, u64)>,
    customers: u64,
    days_observed: u64,
    longest: u32,
    sum_ln_gaps: Option<f64>,
    days_per_unit: f64,
}

impl Histories {
    /// Counts the histories of customers in any order.
    ///
    /// # Errors
    /// A history that contradicts itself or does not fit (see [`Packed::new`]).
    pub fn new(histories: &[History]) -> Result<Self, PackedError> {
        Ok(Self::of(Counted::of(histories, Packed::new)?))
    }

    /// Counts histories already packed, in any order.
    #[must_use]
    pub fn from_packed(histories: &[Packed]) -> Self {
        match Counted::of(histories, Ok::<_, std::convert::Infallible>) {
            Ok(counted) => Self::of(counted),
        }
    }

    /// Takes histories with the number of customers of each, in any order; the
    /// same history may come again.
    ///
    /// # Errors
    /// As [`Histories::new`].
    pub fn from_counts(
        counts: impl IntoIterator<Item = (History, u32)>,
    ) -> Result<Self, PackedError> {
        let mut packed = counts
            .into_iter()
            .map(|(history, count)| Ok((Packed::new(history)?, count)))
            .collect::<Result<Vec<_>, PackedError>>()?;
        packed.par_sort_unstable();
        Ok(Self::of(Counted::from_sorted(packed)))
    }

    fn of(counted: Counted) -> Self {
        let mut by_x: Vec<(u32, u64)> = Vec::new();
        let (mut days_observed, mut longest) = (0, 0);
        for (packed, count) in counted.iter() {
            let History { x, t, .. } = packed.history();
            let count = u64::from(count);
            days_observed += u64::from(t) * count;
            longest = longest.max(t);
            match by_x.last_mut() {
                Some((last, customers)) if *last == x => *customers += count,
                _ => by_x.push((x, count)),
            }
        }
        let customers = by_x.iter().map(|(_, customers)| customers).sum();
        Self {
            counted,
            by_x,
            customers,
            days_observed,
            longest,
            sum_ln_gaps: None,
            days_per_unit: 1.0,
        }
    }

    /// Adds Σ ln(gap), the sum over all customers of the natural logs of all
    /// gaps between successive purchases, in days (each >= 1): what a model of
    /// regular buyers needs for its likelihood to be comparable with others'.
    #[must_use]
    pub fn with_sum_ln_gaps(self, sum_ln_gaps: f64) -> Self {
        Self { sum_ln_gaps: Some(sum_ln_gaps), ..self }
    }

    /// Reports estimates in units of so many days (7 for weeks): parameters
    /// that are times, and the log-likelihood, whose density is per unit.
    ///
    /// # Errors
    /// A number of days that is not positive and finite.
    pub fn in_units_of(self, days: f64) -> Result<Self, FitError> {
        if days.is_finite() && days > 0.0 {
            Ok(Self { days_per_unit: days, ..self })
        } else {
            let domain = "a positive number of days";
            Err(FitError::Domain { name: "days per unit", value: days, domain })
        }
    }

    /// Number of customers.
    #[must_use]
    pub fn customers(&self) -> u64 {
        self.customers
    }

    /// Number of distinct histories.
    #[must_use]
    pub fn distinct(&self) -> usize {
        self.counted.packed.len()
    }

    /// Distinct histories with the number of customers of each, ascending by
    /// (x, `t_x`, T).
    pub fn iter(&self) -> impl Iterator<Item = (History, u32)> {
        self.counted.iter().map(|(packed, count)| (packed.history(), count))
    }

    /// Number of customers by number of repeat purchases, ascending.
    #[must_use]
    pub fn by_x(&self) -> &[(u32, u64)] {
        &self.by_x
    }

    /// Repeat purchases of all customers together.
    #[must_use]
    pub fn repeat_purchases(&self) -> u64 {
        self.by_x.iter().map(|&(x, customers)| u64::from(x) * customers).sum()
    }

    /// Days under observation of all customers together.
    #[must_use]
    pub fn days_observed(&self) -> u64 {
        self.days_observed
    }

    /// Repeat purchases per day under observation.
    ///
    /// # Errors
    /// No customers, or none who came back.
    pub(crate) fn mean_rate(&self) -> Result<f64, FitError> {
        match (self.customers, self.repeat_purchases()) {
            (0, _) => Err(FitError::Empty),
            (_, 0) => Err(FitError::NoRepeats),
            (_, purchases) => Ok(purchases as f64 / self.days_observed().max(1) as f64),
        }
    }

    /// Σ ln(gap) in days, where it was given.
    #[must_use]
    pub fn sum_ln_gaps(&self) -> Option<f64> {
        self.sum_ln_gaps
    }

    /// Days in the unit of time that estimates are reported in.
    #[must_use]
    pub fn days_per_unit(&self) -> f64 {
        self.days_per_unit
    }

    /// The longest time under observation, in days.
    #[must_use]
    pub fn longest(&self) -> u32 {
        self.longest
    }

    /// About `customers` of them, spread evenly over the sorted histories: the
    /// same ones every time.
    #[must_use]
    pub fn sample(&self, customers: u64) -> Self {
        let step = (self.customers / customers.max(1)).max(1);
        // Starting half a step in keeps the sample's mean in the middle.
        let mut before = step / 2;
        let mut sampled = Counted::default();
        for (packed, count) in self.counted.iter() {
            let after = before + u64::from(count);
            let taken = after / step - before / step;
            if taken > 0 {
                sampled.push(packed, taken as u32);
            }
            before = after;
        }
        let days_per_unit = self.days_per_unit;
        Self { days_per_unit, ..Self::of(sampled) }
    }

    /// Sums over runs of distinct histories of one x: of fixed length at
    /// most, in fixed order, so that the sum does not depend on the number of
    /// threads.
    pub(crate) fn sum_runs<S: Sum>(&self, add: impl Fn(&mut S, u32, Run<'_>) + Send + Sync) -> S {
        const LENGTH: usize = 2048;
        let Counted { packed, counts } = &self.counted;
        let parts = packed.par_chunks(LENGTH).zip(counts.par_chunks(LENGTH));
        ordered_sum(S::zero(), parts, |sum, (packed, mut counts)| {
            for run in packed.chunk_by(|p, q| p.history().x == q.history().x) {
                let (of_run, rest) = counts.split_at(run.len());
                counts = rest;
                add(sum, run[0].history().x, Run { packed: run, counts: of_run });
            }
        })
    }
}

/// Distinct histories of the same x.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Run<'a> {
    packed: &'a [Packed],
    counts: &'a [u32],
}

impl Run<'_> {
    /// Histories with their counts.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (History, f64)> {
        self.packed.iter().zip(self.counts).map(|(p, &count)| (p.history(), f64::from(count)))
    }
}

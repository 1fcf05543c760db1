//! Histories of everybody, as the models want them.

use kernel::Day;
use stats::gamma_gamma::Spender;
use stats::histories::Packed;
use stats::scores::Outcomes;

use crate::book::Customer;
use crate::purchases::{gaps, history_until, repeat_spend};
use crate::split::Split;
use crate::terms::Terms;

/// Histories and what else the models of purchases are fitted to.
#[derive(Debug, Default, Clone)]
pub(crate) struct Known {
    /// One history per customer.
    pub histories: Vec<Packed>,
    /// Sum of ln(gap in days) over all repeat purchases: for MBG/CNBD-k.
    pub ln_gaps: f64,
    /// Mean spend on repeat days, in major units, of those who have any: for
    /// Gamma–Gamma.
    pub spend: Vec<Spender>,
}

impl Known {
    /// Adds a customer who bought on `days`; says whether they had by the end
    /// of `as_of`.
    pub fn add(&mut self, days: &[Day], as_of: Day) -> bool {
        let Some(history) = history_until(days, as_of) else { return false };
        // A history too long to pack would need more than a million purchases.
        let Ok(packed) = Packed::new(history) else { return false };
        self.histories.push(packed);
        self.ln_gaps += ln_gaps(&days[..=history.x as usize]);
        true
    }

    /// Adds what a customer spent when they came back.
    pub fn add_spend(&mut self, customer: &Customer<'_>, terms: &Terms) {
        let spend = repeat_spend(customer.orders, terms.as_of);
        self.spend.extend(spend.spender(terms.currency));
    }

    /// Adds everybody in `other`.
    pub fn merge(&mut self, mut other: Self) {
        self.histories.append(&mut other.histories);
        self.ln_gaps += other.ln_gaps;
        self.spend.append(&mut other.spend);
    }
}

/// The logarithm of a product is cheaper than the sum of logarithms: gaps are
/// multiplied while that stays far from the largest number.
fn ln_gaps(days: &[Day]) -> f64 {
    let mut sum = 0.0;
    let mut product = 1.0_f64;
    for gap in gaps(days) {
        product *= f64::from(gap);
        if product > 1e250 {
            sum += product.ln();
            product = 1.0;
        }
    }
    sum + product.ln()
}

/// Customers known before the days held out, and what they bought in them.
#[derive(Debug, Default, Clone)]
pub(crate) struct HeldOut {
    /// Histories up to the split.
    pub known: Known,
    /// Purchase days held out, one entry per history.
    pub bought: Vec<u32>,
    /// Sample number of each, from their id: customers with the lowest make
    /// the sample.
    pub hashes: Vec<u64>,
    /// Purchases by week of the days held out.
    pub weeks: Vec<u64>,
}

impl HeldOut {
    /// Adds a customer who bought on `days`.
    pub fn add(&mut self, customer: &Customer<'_>, days: &[Day], split: &Split) {
        let before = split.from.plus_days(-1);
        let known = days.partition_point(|&day| day < split.from);
        if !self.known.add(days, before) {
            return;
        }
        let after = &days[known..];
        self.bought.push(after.len() as u32);
        self.hashes.push(customer.hash);
        for day in after {
            let week = (day.days_since(split.from) / 7) as usize;
            if self.weeks.len() <= week {
                self.weeks.resize(week + 1, 0);
            }
            self.weeks[week] += 1;
        }
    }

    /// Adds everybody in `other`.
    pub fn merge(&mut self, mut other: Self) {
        self.known.merge(other.known);
        self.bought.append(&mut other.bought);
        self.hashes.append(&mut other.hashes);
        if self.weeks.len() < other.weeks.len() {
            self.weeks.resize(other.weeks.len(), 0);
        }
        for (week, more) in self.weeks.iter_mut().zip(&other.weeks) {
            *week += more;
        }
    }
}

/// Customers by days of silence at the inner split, and how many of them
/// bought in the inner days held out: what the hiatus rule learns from.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(crate) struct Hiatuses {
    /// By days of silence: customers, and those of them who bought.
    pub by_silence: Vec<Outcomes>,
}

impl Hiatuses {
    /// Adds a customer who bought on `days`; `inner` days after `before` count
    /// as held out.
    pub fn add(&mut self, days: &[Day], split: &Split) {
        let before = split.inner_from.plus_days(-1);
        let Some(history) = history_until(days, before) else { return };
        let known = history.x as usize + 1;
        let silence = (history.t - history.t_x) as usize;
        if self.by_silence.len() <= silence {
            self.by_silence.resize(silence + 1, Outcomes::default());
        }
        let came_back = days.get(known).is_some_and(|&day| day < split.inner_to);
        let outcomes = &mut self.by_silence[silence];
        outcomes.n += 1;
        outcomes.hits += u64::from(came_back);
    }

    /// Adds everybody in `other`.
    pub fn merge(&mut self, other: &Self) {
        if self.by_silence.len() < other.by_silence.len() {
            self.by_silence.resize(other.by_silence.len(), Outcomes::default());
        }
        for (outcomes, more) in self.by_silence.iter_mut().zip(&other.by_silence) {
            outcomes.n += more.n;
            outcomes.hits += more.hits;
        }
    }
}

//! Forecasts of yes or no, ranked by their score.

use std::iter::Peekable;
use std::slice::Iter;

use rayon::prelude::*;

use crate::quantiles::MidRankGroups;

/// Customers with the same score.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Tie {
    score: f64,
    n: u64,
    hits: u64,
}

/// Scores and what happened, lowest score first.
#[derive(Debug, Clone, PartialEq)]
pub struct Ranked {
    ties: Vec<Tie>,
    n: u64,
    hits: u64,
}

/// Customers with alike scores.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bin {
    /// How many.
    pub n: u64,
    /// Their mean score.
    pub predicted: f64,
    /// The share of them it happened to.
    pub observed: f64,
}

impl Ranked {
    /// Ranks `(score, whether it happened)`. `None` without any, or where a
    /// score is not a number.
    #[must_use]
    pub fn new(outcomes: Vec<(f64, bool)>) -> Option<Self> {
        if outcomes.is_empty() || outcomes.par_iter().any(|(score, _)| score.is_nan()) {
            return None;
        }
        let n = outcomes.len() as u64;
        // Apart, they are plain numbers, which sort several times faster.
        let (hits, misses): (Vec<_>, Vec<_>) = outcomes.into_iter().partition(|(_, hit)| *hit);
        let [hits, misses] = [hits, misses].map(sorted);
        let ties = Ties { hits: hits.iter().peekable(), misses: misses.iter().peekable() };
        Some(Self { ties: ties.collect(), n, hits: hits.len() as u64 })
    }

    /// Everyone ranked.
    #[must_use]
    pub fn n(&self) -> u64 {
        self.n
    }

    /// The area under the ROC curve: the probability that someone it happened
    /// to is ranked above someone it did not, ties counting half (Mann–Whitney).
    /// `None` where it happened to all or none.
    #[must_use]
    pub fn auc(&self) -> Option<f64> {
        let misses = self.n - self.hits;
        if self.hits == 0 || misses == 0 {
            return None;
        }
        // Twice the count of rightly ordered pairs, exactly.
        let mut below: u128 = 0;
        let mut twice: u128 = 0;
        for tie in &self.ties {
            let missed = u128::from(tie.n - tie.hits);
            twice += u128::from(tie.hits) * (2 * below + missed);
            below += missed;
        }
        Some(twice as f64 / (2.0 * self.hits as f64 * misses as f64))
    }

    /// Up to `bins` groups of about equal size by score, lowest first, with what
    /// was foretold and what happened. Equal scores stay in one group, which is
    /// the one their middle rank falls in; so there may be fewer groups.
    #[must_use]
    pub fn calibration(&self, bins: u32) -> Vec<Bin> {
        let mut found: Vec<(u32, u64, f64, u64)> = Vec::new();
        let mut groups = MidRankGroups::new(self.n, bins);
        for tie in &self.ties {
            let bin = groups.next(tie.n);
            let predicted = tie.score * tie.n as f64;
            match found.last_mut() {
                Some((last, n, sum, hits)) if *last == bin => {
                    *n += tie.n;
                    *sum += predicted;
                    *hits += tie.hits;
                }
                _ => found.push((bin, tie.n, predicted, tie.hits)),
            }
        }
        found
            .into_iter()
            .map(|(_, n, sum, hits)| Bin {
                n,
                predicted: sum / n as f64,
                observed: hits as f64 / n as f64,
            })
            .collect()
    }

    /// How much oftener it happened in the `share` of customers (0 < share <= 1)
    /// with the highest scores than among all. Of those tied at the border the
    /// average counts. `None` where it happened to nobody.
    #[must_use]
    pub fn lift_at_top(&self, share: f64) -> Option<f64> {
        if self.hits == 0 || !(share > 0.0 && share <= 1.0) {
            return None;
        }
        let wanted = self.n as f64 * share;
        let mut taken = 0.0;
        let mut hits = 0.0;
        for tie in self.ties.iter().rev() {
            let take = (tie.n as f64).min(wanted - taken);
            hits += tie.hits as f64 * (take / tie.n as f64);
            taken += take;
            if taken >= wanted {
                break;
            }
        }
        Some((hits / wanted) / (self.hits as f64 / self.n as f64))
    }

    /// The share told rightly by saying yes where the score is at least `cutoff`.
    #[must_use]
    pub fn accuracy(&self, cutoff: f64) -> f64 {
        let right: u64 = self
            .ties
            .iter()
            .map(|tie| if tie.score >= cutoff { tie.hits } else { tie.n - tie.hits })
            .sum();
        right as f64 / self.n as f64
    }
}

/// The scores, lowest first.
fn sorted(outcomes: Vec<(f64, bool)>) -> Vec<f64> {
    // Adding 0 turns −0, which is the same score, into 0.
    let mut scores: Vec<f64> = outcomes.into_iter().map(|(score, _)| score + 0.0).collect();
    scores.par_sort_unstable_by(f64::total_cmp);
    scores
}

/// Goes through two sorted lists side by side, from score to score.
struct Ties<'a> {
    hits: Peekable<Iter<'a, f64>>,
    misses: Peekable<Iter<'a, f64>>,
}

impl Iterator for Ties<'_> {
    type Item = Tie;

    fn next(&mut self) -> Option<Tie> {
        let score = match (self.hits.peek(), self.misses.peek()) {
            (Some(hit), Some(miss)) => hit.min(**miss),
            (next, None) | (None, next) => **next?,
        };
        let count = |scores: &mut Peekable<Iter<'_, f64>>| {
            let mut n = 0;
            while scores.next_if(|next| next.total_cmp(&score).is_eq()).is_some() {
                n += 1;
            }
            n
        };
        let hits = count(&mut self.hits);
        Some(Tie { score, n: hits + count(&mut self.misses), hits })
    }
}

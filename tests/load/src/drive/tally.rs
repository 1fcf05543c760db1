//! What was measured.

use std::collections::BTreeMap;
use std::mem;
use std::time::Duration;

use super::Kind;
use super::browser::Asked;

/// What one client, or all of them, met.
#[derive(Default)]
pub struct Tally {
    pub kinds: BTreeMap<Kind, Times>,
    /// So many answers, those of the warming up as well.
    pub answers: u64,
    /// The numbers of what was acknowledged.
    pub taken: Vec<u64>,
}

/// How long the answers to one kind of requests took.
#[derive(Default, Clone)]
pub struct Times {
    took: Vec<Duration>,
    /// The slowest, and what it was an answer to.
    slowest: (Duration, String),
    heaviest: usize,
}

/// What became of what was acknowledged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Kept {
    /// So much was acknowledged.
    pub taken: u64,
    /// Of that so much is not in the record.
    pub missing: u64,
    /// So much stands in it more than once.
    pub twice: u64,
}

impl Tally {
    pub fn note(&mut self, asked: &Asked, took: Duration, weight: usize) {
        let times = self.kinds.entry(asked.kind).or_default();
        times.took.push(took);
        times.heaviest = times.heaviest.max(weight);
        if took > times.slowest.0 {
            times.slowest = (took, asked.path.clone());
        }
    }

    /// All searches, whatever is searched for; none where nothing was.
    pub fn searches(&self) -> Option<Times> {
        let searches = self.kinds.iter().filter(|(kind, _)| kind.is_search());
        let mut searches = searches.map(|(_, times)| times.clone());
        let mut all = searches.next()?;
        searches.for_each(|mut times| all.add(&mut times));
        Some(all)
    }

    /// Adds what another client met.
    pub fn add(&mut self, other: Tally) {
        for (kind, mut others) in other.kinds {
            self.kinds.entry(kind).or_default().add(&mut others);
        }
        self.answers += other.answers;
        self.taken.extend(other.taken);
    }
}

impl Times {
    /// Takes those of others.
    fn add(&mut self, others: &mut Times) {
        self.took.append(&mut others.took);
        self.heaviest = self.heaviest.max(others.heaviest);
        if others.slowest.0 > self.slowest.0 {
            self.slowest = mem::take(&mut others.slowest);
        }
    }

    pub fn count(&self) -> usize {
        self.took.len()
    }

    /// The time that this share of the answers took at most, in milliseconds.
    pub fn milliseconds(&self, share: f64) -> f64 {
        let mut took = self.took.clone();
        took.sort_unstable();
        let place = (took.len() as f64 * share).ceil() as usize;
        took.get(place.saturating_sub(1)).map_or(0.0, |took| took.as_secs_f64() * 1000.0)
    }

    pub fn slowest(&self) -> (f64, &str) {
        (self.slowest.0.as_secs_f64() * 1000.0, &self.slowest.1)
    }

    /// Bytes of the heaviest answer.
    pub fn heaviest(&self) -> usize {
        self.heaviest
    }
}

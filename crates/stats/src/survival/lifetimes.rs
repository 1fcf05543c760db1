//! Lifetimes, counted by age.

use std::collections::BTreeMap;

/// Those last seen at one age.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Exits {
    /// How many left.
    pub events: u64,
    /// How many were still there: what they did later is not known.
    pub censored: u64,
}

/// How many left, and how many were lost from sight, at each age.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Lifetimes {
    by_age: BTreeMap<u32, Exits>,
}

impl Lifetimes {
    /// Notes `n` customers who left (`event`) or were last seen at `age`.
    pub fn add(&mut self, age: u32, event: bool, n: u64) {
        if n == 0 {
            return;
        }
        let exits = self.by_age.entry(age).or_default();
        if event { exits.events += n } else { exits.censored += n }
    }

    /// Takes in everything noted in `other`.
    pub fn merge(&mut self, other: &Self) {
        for (&age, exits) in &other.by_age {
            self.add(age, true, exits.events);
            self.add(age, false, exits.censored);
        }
    }

    /// Everyone noted.
    #[must_use]
    pub fn n(&self) -> u64 {
        self.by_age.values().map(|exits| exits.events + exits.censored).sum()
    }

    /// The ages, youngest first.
    #[must_use]
    pub fn by_age(&self) -> impl DoubleEndedIterator<Item = (u32, Exits)> + '_ {
        self.by_age.iter().map(|(&age, &exits)| (age, exits))
    }
}

impl FromIterator<(u32, bool)> for Lifetimes {
    /// One customer each: the age last seen, and whether they left then.
    fn from_iter<I: IntoIterator<Item = (u32, bool)>>(customers: I) -> Self {
        let mut lifetimes = Self::default();
        for (age, event) in customers {
            lifetimes.add(age, event, 1);
        }
        lifetimes
    }
}

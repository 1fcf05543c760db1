//! How long customers stay (definitions, "Cohorts"): Kaplan–Meier over all of
//! them, from the first purchase to the day they were lost for the first time.
//!
//! *Still a customer* is "not lost by then", so the first loss is the event and
//! ends the stay: whoever came back later had been lost all the same. Counting
//! the last loss only would let what came after a day decide who was a customer
//! on it. Comebacks have figures of their own: won back, and cohorts in which
//! customers return.

use kernel::Day;
use review::figures::SurvivalPoint;
use stats::survival::{Lifetimes, kaplan_meier};

use crate::profile::Profile;

/// Level of the band.
const LEVEL: f64 = 0.95;

/// Customers by how long they stayed: those lost at least once, and those who
/// never were.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Stays {
    by_age: Vec<(u64, u64)>,
}

impl Stays {
    /// Adds a customer: those first lost on a day until that day, all others
    /// until the end of the data, when they were last seen to be customers.
    pub fn add(&mut self, profile: &Profile<'_>, first_lost_on: Option<Day>) {
        let first = profile.days.first();
        let lost_at = first.zip(first_lost_on).map(|(first, lost_on)| lost_on.days_since(*first));
        let age = lost_at.map_or(profile.history.t as usize, |age| age.max(0) as usize);
        if self.by_age.len() <= age {
            self.by_age.resize(age + 1, (0, 0));
        }
        let (events, censored) = &mut self.by_age[age];
        if lost_at.is_some() { *events += 1 } else { *censored += 1 }
    }

    /// Adds everybody in `other`.
    pub fn merge(&mut self, other: &Self) {
        if self.by_age.len() < other.by_age.len() {
            self.by_age.resize(other.by_age.len(), (0, 0));
        }
        for ((events, censored), more) in self.by_age.iter_mut().zip(&other.by_age) {
            *events += more.0;
            *censored += more.1;
        }
    }

    /// The curve.
    pub fn finish(&self) -> Vec<SurvivalPoint> {
        let mut lifetimes = Lifetimes::default();
        for (age, &(events, censored)) in (0..).zip(&self.by_age) {
            lifetimes.add(age, true, events);
            lifetimes.add(age, false, censored);
        }
        let point = |point: stats::survival::CurvePoint| SurvivalPoint {
            day: point.age,
            at_risk: point.at_risk,
            events: point.events,
            s: point.s,
            low: point.low,
            high: point.high,
        };
        kaplan_meier(&lifetimes, LEVEL).points.into_iter().map(point).collect()
    }
}

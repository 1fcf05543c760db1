//! How long customers stay (definitions, "Cohorts"): Kaplan–Meier over all of
//! them, from the first purchase to the day they were lost for the first time.
//!
//! *Still a customer* is "not lost by then", so the first loss is the event and
//! ends the stay: whoever came back later had been lost all the same. Counting
//! the last loss only would let what came after a day decide who was a customer
//! on it. Comebacks have figures of their own: won back, and cohorts in which
//! customers return.

use kernel::Day;
use review::figures::{SurvivalAt, SurvivalPoint};
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

    /// The curve, and what it is at round ages.
    pub fn finish(&self) -> (Vec<SurvivalPoint>, Vec<SurvivalAt>) {
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
        let points: Vec<SurvivalPoint> =
            kaplan_meier(&lifetimes, LEVEL).points.into_iter().map(point).collect();
        let at = SurvivalAt::AGES.into_iter().filter_map(|months| self.at(months, &points));
        let at = at.collect();
        (points, at)
    }

    /// The curve at an age; `None` where nobody was followed as long and where
    /// nobody had been lost yet.
    fn at(&self, months: u32, points: &[SurvivalPoint]) -> Option<SurvivalAt> {
        let day = SurvivalAt::day_after(months);
        let older = self.by_age.get(day as usize..)?;
        let at_risk = older.iter().map(|(events, censored)| events + censored).sum();
        let before = points.partition_point(|point| point.day <= day).checked_sub(1)?;
        let SurvivalPoint { s, low, high, .. } = points[before];
        (at_risk > 0).then_some(SurvivalAt { months, day, at_risk, s, low, high })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn round_ages_are_read_off_the_curve_as_long_as_anyone_was_followed() {
        let mut by_age = vec![(0, 0); 401];
        (by_age[120], by_age[200], by_age[400]) = ((1, 0), (0, 1), (0, 2));
        let (points, at) = Stays { by_age }.finish();
        let read: Vec<(u32, u64, f64)> =
            at.iter().map(|at| (at.months, at.at_risk, at.s)).collect();
        assert_eq!(read, [(6, 3, points[0].s), (12, 2, points[0].s)]);
    }
}

//! How long customers stay (definitions, "Cohorts"): Kaplan–Meier over all of
//! them, from the first purchase to the day of loss.

use review::figures::SurvivalPoint;
use stats::survival::{Lifetimes, kaplan_meier};

use crate::profile::Profile;

/// Level of the band.
const LEVEL: f64 = 0.95;

/// Customers by how long they stayed, those lost and those not lost.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Stays {
    by_age: Vec<(u64, u64)>,
}

impl Stays {
    /// Adds a customer: those lost until the day of loss, all others until
    /// the end of the data, when they were last seen to be customers.
    pub fn add(&mut self, profile: &Profile<'_>) {
        let lost_at = profile.lost_at;
        let age = lost_at.map_or(profile.history.t, |silence| profile.history.t_x + silence);
        let age = age as usize;
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

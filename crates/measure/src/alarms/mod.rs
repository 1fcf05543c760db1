//! The three alarms of the monthly review of the regulars (definitions, "The
//! regulars' alarms").
//!
//! Each looks at one customer as of one day and says what it saw, or nothing.
//! They are for regulars who are not lost.

pub(crate) mod gone_quiet;
pub(crate) mod order_value_falling;
pub(crate) mod range_stopped;
mod watch;

use kernel::Money;
use review::figures::{Alarm, AlarmedCustomer, CustomerAlarms, Evidence, Regulars};

use crate::leaders::Leaders;
use crate::profile::Profile;
pub(crate) use watch::Watch;

/// The alarms of everybody seen so far.
#[derive(Debug)]
pub(crate) struct Alarms {
    regulars: u64,
    lost: u64,
    drifting: u64,
    order_value_falling: Fired,
    gone_quiet: Fired,
    range_stopped: Fired,
}

/// Whom one alarm fired for.
#[derive(Debug)]
struct Fired {
    count: u64,
    leaders: Leaders<AlarmedCustomer>,
}

impl Default for Alarms {
    fn default() -> Self {
        let none = || Fired { count: 0, leaders: Leaders::keeping(Alarm::SHOWN) };
        Self {
            regulars: 0,
            lost: 0,
            drifting: 0,
            order_value_falling: none(),
            gone_quiet: none(),
            range_stopped: none(),
        }
    }
}

impl Alarms {
    /// Adds a regular who is not lost, with what was `seen` of them.
    pub fn add(&mut self, profile: &Profile<'_>, seen: &CustomerAlarms) {
        self.regulars += 1;
        self.drifting += u64::from(seen.strongest().is_some());
        let at_risk = profile.margin_at_risk();
        let urgency = profile.urgency();
        for (fired, evidence) in [
            (&mut self.order_value_falling, &seen.order_value_falling),
            (&mut self.gone_quiet, &seen.gone_quiet),
            (&mut self.range_stopped, &seen.range_stopped),
        ] {
            if let Some(evidence) = evidence {
                fired.add(profile.customer.id, urgency, at_risk, evidence);
            }
        }
    }

    /// Adds a customer who bought as often as a regular and is lost.
    pub fn add_lost(&mut self) {
        self.lost += 1;
    }

    /// Adds everybody in `other`.
    pub fn merge(&mut self, other: Self) {
        self.regulars += other.regulars;
        self.lost += other.lost;
        self.drifting += other.drifting;
        self.order_value_falling.merge(other.order_value_falling);
        self.gone_quiet.merge(other.gone_quiet);
        self.range_stopped.merge(other.range_stopped);
    }

    /// The figures: of each alarm for which `watch` had what it needs.
    pub fn finish(self, watch: &Watch<'_>) -> Regulars {
        Regulars {
            count: self.regulars,
            lost: self.lost,
            drifting: self.drifting,
            order_value_falling: watch
                .knows_order_sizes()
                .then(|| self.order_value_falling.finish()),
            gone_quiet: watch.knows_gaps().then(|| self.gone_quiet.finish()),
            range_stopped: watch.knows_items().then(|| self.range_stopped.finish()),
        }
    }
}

impl Fired {
    fn add(&mut self, id: &str, urgency: f64, at_risk: Option<Money>, evidence: &Evidence) {
        self.count += 1;
        self.leaders.offer(urgency, id, || {
            let (id, evidence) = (id.to_owned(), evidence.clone());
            Some(AlarmedCustomer { id, page: None, at_risk, evidence })
        });
    }

    fn merge(&mut self, other: Self) {
        self.count += other.count;
        self.leaders.merge(other.leaders);
    }

    fn finish(self) -> Alarm {
        Alarm { count: self.count, customers: self.leaders.finish() }
    }
}

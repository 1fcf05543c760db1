//! Retention and churn of customers and of revenue within one period
//! (definitions, "Retention and churn").

use kernel::Period;
use review::figures::{CustomerCounts, Note, PeriodRetention, RevenueRetention, Why};

use crate::limits::Limits;
use crate::profile::Profile;
use crate::purchases::revenue_within;
use crate::standing::{StateOn, state_on};
use crate::terms::Terms;

/// What became of a customer within a period.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Transition {
    /// A customer at the start and at the end, whatever happened between.
    Kept,
    /// A customer at the start, lost at the end.
    Lost,
    /// First bought within the period, a customer at its end.
    New,
    /// First bought within the period and lost within it.
    CameAndWent,
    /// Lost at the start, a customer at the end.
    WonBack,
    /// Not a customer at either end.
    Apart,
}

impl Transition {
    /// By the states on the eve of the period and at the end of its last day.
    pub fn of(at_start: StateOn, at_end: StateOn) -> Self {
        match (at_start, at_end) {
            (StateOn::Customer, StateOn::Customer) => Self::Kept,
            (StateOn::Customer, StateOn::Lost) => Self::Lost,
            (StateOn::NotYet, StateOn::Customer) => Self::New,
            (StateOn::NotYet, StateOn::Lost) => Self::CameAndWent,
            (StateOn::Lost, StateOn::Customer) => Self::WonBack,
            (StateOn::Lost, StateOn::Lost)
            | (StateOn::NotYet | StateOn::Customer | StateOn::Lost, StateOn::NotYet) => Self::Apart,
        }
    }
}

/// What became of a customer within `period`.
pub(crate) fn transition_within(
    profile: &Profile<'_>,
    period: Period,
    limits: &Limits<'_>,
) -> Transition {
    let state = |day| state_on(profile.days, day, limits);
    Transition::of(state(period.from.plus_days(-1)), state(period.last_day()))
}

/// The counts of one period.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct RetentionCounts {
    kept: u64,
    lost: u64,
    new: u64,
    came_and_went: u64,
    won_back: u64,
    start: i64,
    end: i64,
    least: i64,
    expansion: i64,
    contraction: i64,
    churn: i64,
    reactivation: i64,
    total: i64,
}

impl RetentionCounts {
    /// Adds a customer and what became of them within `period`.
    pub fn add(
        &mut self,
        profile: &Profile<'_>,
        period: Period,
        transition: Transition,
        terms: &Terms,
    ) {
        match transition {
            Transition::Kept => self.kept += 1,
            Transition::Lost => self.lost += 1,
            Transition::New => self.new += 1,
            Transition::CameAndWent => self.came_and_went += 1,
            Transition::WonBack => self.won_back += 1,
            Transition::Apart => {}
        }
        if terms.has_money {
            self.add_revenue(profile, period, transition);
        }
    }

    fn add_revenue(&mut self, profile: &Profile<'_>, period: Period, transition: Transition) {
        let spent = revenue_within(profile.customer, period);
        add(&mut self.total, spent);
        match transition {
            Transition::Kept | Transition::Lost => {
                let start = revenue_within(profile.customer, period.before()).max(0);
                let end = if transition == Transition::Lost { 0 } else { spent.max(0) };
                add(&mut self.start, start);
                add(&mut self.end, end);
                add(&mut self.least, start.min(end));
                if transition == Transition::Lost {
                    add(&mut self.churn, start);
                } else {
                    add(&mut self.expansion, end.saturating_sub(start).max(0));
                    add(&mut self.contraction, start.saturating_sub(end).max(0));
                }
            }
            Transition::WonBack => add(&mut self.reactivation, spent),
            Transition::New | Transition::CameAndWent | Transition::Apart => {}
        }
    }

    /// Adds revenue of the period that belongs to no customer, to the total.
    pub fn add_unattributed(&mut self, revenue: i64) {
        add(&mut self.total, revenue);
    }

    /// Adds everybody in `other`.
    pub fn merge(&mut self, other: &Self) {
        self.kept += other.kept;
        self.lost += other.lost;
        self.new += other.new;
        self.came_and_went += other.came_and_went;
        self.won_back += other.won_back;
        add(&mut self.start, other.start);
        add(&mut self.end, other.end);
        add(&mut self.least, other.least);
        add(&mut self.expansion, other.expansion);
        add(&mut self.contraction, other.contraction);
        add(&mut self.churn, other.churn);
        add(&mut self.reactivation, other.reactivation);
        add(&mut self.total, other.total);
    }

    /// The figures of `period`; `paths` says where they stand in the review.
    pub fn finish(
        &self,
        period: Period,
        paths: &Paths,
        terms: &Terms,
        notes: &mut Vec<Note>,
    ) -> PeriodRetention {
        let customers = self.customers();
        if customers.start == 0 {
            let why = if terms.from >= period.from {
                Why::DataStartTooLate { from: terms.from }
            } else {
                Why::NoCustomersAtStart
            };
            notes.push(Note { path: paths.retention_rate, why: why.clone() });
            notes.push(Note { path: paths.churn_rate, why });
        }
        let revenue = self.revenue(period, paths, terms, notes);
        PeriodRetention { period, customers, revenue }
    }

    fn customers(&self) -> CustomerCounts {
        let start = self.kept + self.lost;
        let share = |of_start: u64| (start > 0).then(|| of_start as f64 / start as f64);
        CustomerCounts {
            start,
            end: self.kept + self.new,
            new: self.new,
            lost: self.lost,
            kept: self.kept,
            won_back: self.won_back,
            came_and_went: self.came_and_went,
            retention_rate: share(self.kept),
            churn_rate: share(self.lost),
        }
    }

    fn revenue(
        &self,
        period: Period,
        paths: &Paths,
        terms: &Terms,
        notes: &mut Vec<Note>,
    ) -> RevenueRetention {
        let why_not = if !terms.has_money {
            Some(Why::NoAmounts)
        } else if terms.from > period.before().from {
            Some(Why::DataStartTooLate { from: terms.from })
        } else if self.start == 0 {
            Some(Why::NoCustomersAtStart)
        } else {
            None
        };
        // Without the period before there is nothing to hold this one against.
        let known = matches!(why_not, None | Some(Why::NoCustomersAtStart));
        let compared = |minor: i64| terms.money(minor).filter(|_| known);
        let rate =
            |of_start: i64| (known && self.start > 0).then(|| of_start as f64 / self.start as f64);
        if let Some(why) = why_not {
            for path in [paths.nrr, paths.grr] {
                notes.push(Note { path, why: why.clone() });
            }
        }
        RevenueRetention {
            nrr: rate(self.end),
            grr: rate(self.least),
            start: compared(self.start),
            expansion: compared(self.expansion),
            contraction: compared(self.contraction),
            churn: compared(self.churn),
            reactivation: terms.money(self.reactivation),
            total: terms.money(self.total),
        }
    }
}

/// Where the figures of a period stand in the review.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Paths {
    retention_rate: &'static str,
    churn_rate: &'static str,
    nrr: &'static str,
    grr: &'static str,
}

impl Paths {
    /// The period asked for.
    pub const CURRENT: Self = Self {
        retention_rate: "retention.customers.retention_rate",
        churn_rate: "retention.customers.churn_rate",
        nrr: "retention.revenue.nrr",
        grr: "retention.revenue.grr",
    };
    /// The one before.
    pub const PREVIOUS: Self = Self {
        retention_rate: "retention.previous.customers.retention_rate",
        churn_rate: "retention.previous.customers.churn_rate",
        nrr: "retention.previous.revenue.nrr",
        grr: "retention.previous.revenue.grr",
    };
}

fn add(sum: &mut i64, amount: i64) {
    *sum = sum.saturating_add(amount);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counts(kept: u64, lost: u64, new: u64) -> CustomerCounts {
        RetentionCounts { kept, lost, new, ..RetentionCounts::default() }.customers()
    }

    fn percent(rate: Option<f64>) -> String {
        format!("{:.2}", rate.unwrap() * 100.0)
    }

    #[test]
    fn the_definitions_vectors_come_out() {
        let nineteen_of_twenty = counts(19, 1, 5);
        assert_eq!((nineteen_of_twenty.start, nineteen_of_twenty.end), (20, 24));
        assert_eq!(percent(nineteen_of_twenty.retention_rate), "95.00");
        let thirteen_lost = counts(31, 13, 12);
        assert_eq!((thirteen_lost.start, thirteen_lost.end), (44, 43));
        assert_eq!(percent(thirteen_lost.retention_rate), "70.45");
        let a_fifth = counts(562, 140, 0);
        assert_eq!((a_fifth.start, percent(a_fifth.churn_rate)), (702, "19.94".to_owned()));
    }

    #[test]
    fn without_customers_at_the_start_there_is_no_rate() {
        assert_eq!(counts(0, 0, 9).retention_rate, None);
    }

    #[test]
    fn a_customer_gained_and_lost_is_at_neither_end() {
        use StateOn::{Customer, Lost, NotYet};
        assert_eq!(Transition::of(NotYet, Lost), Transition::CameAndWent);
        assert_eq!(Transition::of(Lost, Customer), Transition::WonBack);
        assert_eq!(Transition::of(NotYet, NotYet), Transition::Apart);
    }
}

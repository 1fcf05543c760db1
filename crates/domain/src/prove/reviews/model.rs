//! What the review says, as it is kept.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use kernel::{Currency, Day, Money};
use review::figures::{Action, Interval, Reason, Standing};
use serde::{Deserialize, Serialize};
use store::jobs::Job;

use super::reason;
use crate::know::customers::CustomerId;
use crate::office::settings::TimeZone;

/// For so many days after the last order what the review says is so now: a shop
/// that is closed for a week has not stopped.
const PRESENT: i32 = 7;

/// For so long whoever was spoken to is left in peace: an answer takes some days,
/// and what was agreed on is a follow-up.
const PEACE: TimeDelta = TimeDelta::days(7);

/// Makes the review again.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct MakeReview {}

impl MakeReview {
    /// One waits at most.
    pub const KEY: &'static str = "review";
}

impl Job for MakeReview {
    const KIND: &'static str = "review.make";
}

/// What a list shows of what the review says of a customer.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Glance {
    /// Whether they still come.
    pub standing: Standing,
    /// Of no order within the horizon, from 0 to 1.
    pub risk: Option<f64>,
    /// The risk × what is expected of them within the horizon; none of the lost.
    pub at_risk: Option<Money>,
}

impl Glance {
    /// The risk in whole percent, halves up, as lists show it and a query asks for it.
    #[must_use]
    pub fn risk_percent(&self) -> Option<i64> {
        self.risk.map(|risk| (risk * 100.0).round() as i64)
    }
}

/// That the review was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Made {
    /// Up to and including which day the orders count.
    pub as_of: Day,
    /// When that began.
    pub at: DateTime<Utc>,
    /// How long it took.
    pub took: TimeDelta,
    /// What it was made of, and on what terms: made of the same on the same it
    /// is the same.
    pub of: String,
    /// What all its amounts are in.
    pub currency: Currency,
    /// Months ahead of risk.
    pub horizon_months: u32,
    /// Months ahead of the value.
    pub value_months: u32,
}

impl Made {
    /// An amount of its.
    #[must_use]
    pub fn money(&self, minor: i64) -> Money {
        Money::new(minor, self.currency)
    }

    /// Whether it speaks of a time that has passed: who was silent then may
    /// have ordered since, and nobody would know.
    #[must_use]
    pub fn is_past(&self, today: Day) -> bool {
        today.days_since(self.as_of) > PRESENT
    }

    /// When the last day is over of which it knows the orders.
    #[must_use]
    pub fn knows_until(&self, zone: TimeZone) -> DateTime<Utc> {
        zone.end_of(self.as_of.into())
    }

    /// Whom it leaves to be called at a moment.
    #[must_use]
    pub fn unheard(&self, zone: TimeZone, now: DateTime<Utc>) -> Unheard {
        let of = self.knows_until(zone);
        Unheard { of, by_word: of.min(now - PEACE) }
    }
}

/// Who has not been heard from: those who have not ordered since one moment, and
/// with whom nobody has spoken since another that is no later. A note is not spoken
/// with anybody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unheard {
    /// What happened from then on the review does not know.
    pub of: DateTime<Utc>,
    /// Whoever called them, met them, visited them or gave them something from then
    /// on is waiting for what comes of it.
    pub by_word: DateTime<Utc>,
}

/// What the review says of a customer. Amounts are minor units of its currency.
#[derive(Debug, Clone, PartialEq, store::Row)]
pub struct Score {
    /// Of whom.
    pub customer: CustomerId,
    /// Where they stand: [`review::figures::Standing::key`].
    pub standing: String,
    /// Their group: [`review::figures::Segment::key`].
    pub segment: String,
    /// Orders so far.
    pub orders: i64,
    pub(super) last_on: NaiveDate,
    /// What they spent in the last twelve months.
    pub spent: Option<i64>,
    pub(super) value: Option<i64>,
    pub(super) value_low: Option<i64>,
    pub(super) value_high: Option<i64>,
    /// P(alive).
    pub p_alive: Option<f64>,
    /// P(no purchase within the horizon).
    pub risk: Option<f64>,
    /// Risk × what is expected of them within the horizon; none of the lost.
    pub at_risk: Option<i64>,
    /// The strongest alarm, if one was raised: [`review::figures::Evidence::key`].
    pub alarm: Option<String>,
    pub(super) reason: Option<String>,
    pub(super) risks: String,
}

impl Score {
    /// Whether they still come; none where a later version wrote what this one does not
    /// know.
    #[must_use]
    pub fn standing(&self) -> Option<Standing> {
        Standing::of_key(&self.standing)
    }

    /// When they last bought.
    #[must_use]
    pub fn last(&self) -> Day {
        self.last_on.into()
    }

    /// What is still to be expected of them over the months of the value.
    #[must_use]
    pub fn value(&self) -> Option<Interval<i64>> {
        Some(Interval { low: self.value_low?, mean: self.value?, high: self.value_high? })
    }

    /// Why they should be heard from and what to do, in amounts of `currency`.
    #[must_use]
    pub fn reason(&self, currency: Currency) -> Option<(Reason, Action)> {
        reason::read(self.reason.as_deref()?, currency)
    }

    /// The risk of the last days, the oldest first.
    #[must_use]
    pub fn risks(&self) -> super::Risks {
        super::Risks::read(&self.risks)
    }
}

/// Somebody an alarm was raised for.
#[derive(Debug, Clone, PartialEq)]
pub struct Alarmed {
    /// What they are called.
    pub name: String,
    /// Their number.
    pub phone: Option<String>,
    /// What the review says of them.
    pub score: Score,
}

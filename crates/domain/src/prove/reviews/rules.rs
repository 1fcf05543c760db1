//! What of the review is kept of a customer, and when it is made again.

use std::time::Duration;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use kernel::Day;
use review::figures::CustomerRow;

use super::{Made, Score, reason};
use crate::know::customers::CustomerId;

/// How often to look for something new.
pub const LOOK: Duration = Duration::from_secs(5);
/// It is not made more often: soon enough for a change to be in it within a
/// minute where making it takes a few seconds.
const AT_MOST_EVERY: TimeDelta = TimeDelta::seconds(40);
/// However long it takes, it is not put off for longer.
const AT_LEAST_EVERY: TimeDelta = TimeDelta::days(1);
/// At most one part in so many of the time goes into making it.
const SHARE_OF_TIME: i32 = 10;

/// What is kept of what the review says of a customer.
#[must_use]
pub fn score(customer: CustomerId, row: &CustomerRow) -> Score {
    let value = row.residual_value;
    Score {
        customer,
        standing: row.standing.key().to_owned(),
        segment: row.segment.key().to_owned(),
        orders: row.orders.cast_signed(),
        last_on: NaiveDate::from(row.last),
        spent: row.revenue_12m.map(|spent| spent.minor),
        value: value.map(|value| value.mean.minor),
        value_low: value.map(|value| value.low.minor),
        value_high: value.map(|value| value.high.minor),
        p_alive: row.p_alive,
        risk: row.risk,
        at_risk: row.margin_at_risk.map(|margin| margin.minor),
        alarm: row.alarms.strongest().map(|evidence| evidence.key().to_owned()),
        reason: row.reason.as_ref().map(reason::written),
        risks: String::new(),
    }
}

/// The score with the risks of the days before.
pub fn with_risks(score: &Score, known: Option<&Score>, as_of: Day) -> Score {
    let before = known.map(Score::risks).unwrap_or_default();
    Score { risks: before.with(as_of, score.risk).written(), ..score.clone() }
}

/// When to make it next, where there is something new: the longer it took the
/// last time, the later.
pub fn next(made: Option<&Made>, now: DateTime<Utc>) -> DateTime<Utc> {
    made.map_or(now, |made| now.max(made.at + pause(made.took)))
}

/// From the beginning of one making to the beginning of the next.
fn pause(took: TimeDelta) -> TimeDelta {
    // Within a day first: a clock that was set may have made any time of it.
    let took = took.clamp(TimeDelta::zero(), AT_LEAST_EVERY);
    (took * SHARE_OF_TIME).clamp(AT_MOST_EVERY, AT_LEAST_EVERY)
}

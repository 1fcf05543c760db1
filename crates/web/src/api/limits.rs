//! How often a program may ask.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use chrono::{DateTime, TimeDelta, Utc};
use domain::office::tokens::TokenId;

/// So far apart requests may come in the long run: a hundred a second.
const APART: TimeDelta = TimeDelta::milliseconds(10);
/// So much earlier than that they may come at once: a thousand of them.
const AHEAD: TimeDelta = TimeDelta::seconds(10);

/// How often each program has asked lately: the virtual scheduling of the
/// generic cell rate algorithm (ITU-T I.371, annex A), which keeps one moment
/// for each.
#[derive(Debug, Default)]
pub struct Limits(Mutex<HashMap<TokenId, DateTime<Utc>>>);

impl Limits {
    /// Whether a program may ask now; if so, it has.
    pub fn take(&self, token: TokenId, now: DateTime<Utc>) -> bool {
        let mut due = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let next = due.entry(token).or_insert(now);
        if *next > now + AHEAD {
            return false;
        }
        *next = now.max(*next) + APART;
        true
    }
}

#[cfg(test)]
mod tests {
    use testkit::record::test_time;

    use super::*;

    #[test]
    fn a_thousand_may_come_at_once_and_a_hundred_a_second_after() {
        let id = |text: &str| text.parse::<TokenId>().unwrap();
        let token = id("00000000-0000-7000-8000-000000000000");
        let (limits, now) = (Limits::default(), test_time());
        let taken = |at| (0..2000).filter(|_| limits.take(token, at)).count();
        assert_eq!(taken(now), 1001);
        let other = id("00000000-0000-7000-8000-000000000001");
        assert!(limits.take(other, now), "another has a measure of its own");
        assert_eq!(taken(now + TimeDelta::seconds(1)), 100);
        assert_eq!(taken(now + TimeDelta::days(1)), 1001);
    }
}

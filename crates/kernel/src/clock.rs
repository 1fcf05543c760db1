//! What day and time it is: always an argument, never asked for on the side.

use chrono::{DateTime, Utc};

use crate::Day;

/// Tells the time in UTC. The binary passes [`SystemClock`], tests pass
/// [`FixedClock`].
pub trait Clock: Send + Sync {
    /// Now, in whole microseconds (the finest grain both databases keep).
    fn now(&self) -> DateTime<Utc>;

    /// The UTC day of [`Clock::now`].
    fn today(&self) -> Day {
        Day::from(self.now().date_naive())
    }
}

/// The machine's clock.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "the one place where the machine is asked")]
    fn now(&self) -> DateTime<Utc> {
        let now = Utc::now();
        DateTime::from_timestamp_micros(now.timestamp_micros()).unwrap_or(now)
    }
}

/// A clock that stands still.
#[derive(Debug, Clone, Copy)]
pub struct FixedClock(pub DateTime<Utc>);

impl Clock for FixedClock {
    fn now(&self) -> DateTime<Utc> {
        self.0
    }
}

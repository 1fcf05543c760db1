//! Jobs that come round by themselves.
//!
//! Every process looks whether each of them waits, and asks for it where it
//! does not; its key lets one wait at most, whoever asks. The hours are those
//! of UTC: what comes every day comes at midnight.

use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use tokio::sync::Notify;

use super::Job;
use crate::log::Actor;
use crate::{Db, Snapshot, StoreError, Tx};

/// How often a process looks.
const LOOK: Duration = Duration::from_secs(30);

#[derive(Clone, Copy)]
struct Regular {
    kind: &'static str,
    every: TimeDelta,
    payload: fn() -> Result<String, serde_json::Error>,
}

/// Jobs that come round by themselves.
#[derive(Clone, Default)]
pub struct Timetable {
    regular: Vec<Regular>,
}

impl Timetable {
    /// Adds a job that comes round every so often.
    #[must_use]
    pub fn every<J: Job + Default>(mut self, every: TimeDelta) -> Self {
        let payload = || serde_json::to_string(&J::default());
        self.regular.push(Regular { kind: J::KIND, every, payload });
        self
    }

    /// Asks for those that do not wait yet.
    ///
    /// # Errors
    /// Where the database refuses it.
    pub async fn ask(&self, db: &Db) -> Result<(), StoreError> {
        let mut missing = Vec::new();
        {
            let mut reader = db.reader().await?;
            for regular in &self.regular {
                if !waits(&mut reader.snapshot(), regular.kind).await? {
                    missing.push(*regular);
                }
            }
        }
        if missing.is_empty() {
            return Ok(());
        }
        db.write(Actor::System, async move |tx| ask_for(tx, &missing).await).await
    }

    /// Keeps asking until `stop` is told.
    pub async fn run(self, db: Db, stop: Arc<Notify>) {
        let mut look = tokio::time::interval(LOOK);
        loop {
            tokio::select! {
                biased;
                () = stop.notified() => return,
                _ = look.tick() => {}
            }
            // A database that is away is asked again at the next look.
            let _ = self.ask(&db).await;
        }
    }
}

async fn ask_for(tx: &mut Tx<'_>, missing: &[Regular]) -> Result<(), StoreError> {
    let now = tx.now();
    for regular in missing {
        let payload = (regular.payload)().map_err(StoreError::Event)?;
        let next = next_after(now, regular.every);
        tx.insert_job(regular.kind, payload, Some(regular.kind), next).await?;
    }
    Ok(())
}

/// By the unique index `job_waiting_under`.
async fn waits(snapshot: &mut Snapshot<'_>, key: &str) -> Result<bool, StoreError> {
    let row: Option<(i32,)> = snapshot
        .query("select 1 from job where key = $1 and given_up_at is null")
        .bind(key)
        .optional()
        .await?;
    Ok(row.is_some())
}

/// The next whole multiple of `every`, counted from the start of 1970.
fn next_after(now: DateTime<Utc>, every: TimeDelta) -> DateTime<Utc> {
    let seconds = every.num_seconds().max(1);
    let next = (now.timestamp().div_euclid(seconds) + 1) * seconds;
    DateTime::from_timestamp(next, 0).unwrap_or(now + every)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_comes_every_day_comes_at_midnight() {
        let at = |text: &str| text.parse::<DateTime<Utc>>().unwrap();
        let day = TimeDelta::days(1);
        assert_eq!(next_after(at("2026-03-01T12:00:00Z"), day), at("2026-03-02T00:00:00Z"));
        assert_eq!(next_after(at("2026-03-02T00:00:00Z"), day), at("2026-03-03T00:00:00Z"));
        let hour = TimeDelta::hours(1);
        assert_eq!(next_after(at("2026-03-01T12:59:59Z"), hour), at("2026-03-01T13:00:00Z"));
    }
}

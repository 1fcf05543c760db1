//! How far behind their moment entries stand in the log.
//!
//! An entry tells when its transaction began, and its number is taken when it is
//! written. Between the two may lie all that a long transaction does, or what a
//! clock was set back by. Whoever looks for a time in the log has to know how
//! much that was at most, so each change notes it that comes later than usual.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use chrono::{DateTime, TimeDelta, Utc};

use crate::db::Dialect;
use crate::{Snapshot, StoreError, Tx};

/// Not worth a note.
const USUAL: TimeDelta = TimeDelta::hours(1);
/// Nothing has been written by this process.
const UNKNOWN: i64 = i64::MIN;

/// The latest moment at which anything was written into the log, and how late
/// anything was, as this process knows it. Cheap to clone.
#[derive(Clone)]
pub(crate) struct Latest(Arc<Known>);

struct Known {
    /// In microseconds since 1970.
    at: AtomicI64,
    /// In seconds: so much is noted in the record at least.
    noted: AtomicI64,
}

impl Latest {
    pub(crate) fn unknown() -> Self {
        Self(Arc::new(Known { at: AtomicI64::new(UNKNOWN), noted: AtomicI64::new(0) }))
    }

    /// Finds out what stands last in the log, before the first change adds to it.
    /// Of what stands before that nothing may be later by more than was noted.
    pub(crate) async fn look_up(&self, snapshot: &mut Snapshot<'_>) -> Result<(), StoreError> {
        if self.0.at.load(Ordering::Relaxed) == UNKNOWN {
            let last: Option<(DateTime<Utc>,)> =
                snapshot.query("select at from log order by seq desc limit 1").optional().await?;
            let latest = match last {
                Some((at,)) => {
                    let late = snapshot.longest_lateness().await?;
                    at.checked_add_signed(late).unwrap_or(DateTime::<Utc>::MAX_UTC)
                }
                None => DateTime::UNIX_EPOCH,
            };
            self.0.at.fetch_max(latest.timestamp_micros(), Ordering::Relaxed);
        }
        Ok(())
    }

    /// Notes by how much a change came later than the moment its entries tell,
    /// which has come to its end `now`. Nothing is written where as much is noted:
    /// all changes would wait for that one row.
    pub(crate) async fn note(&self, tx: &mut Tx<'_>, now: DateTime<Utc>) -> Result<(), StoreError> {
        if !tx.has_written() {
            return Ok(());
        }
        let now = now.timestamp_micros();
        let latest = self.0.at.fetch_max(now, Ordering::Relaxed).max(now);
        let late = latest.saturating_sub(tx.now().timestamp_micros());
        // Rounded up: less would be too little.
        let seconds = late.saturating_add(999_999) / 1_000_000;
        if TimeDelta::microseconds(late) <= USUAL || seconds <= self.known(tx, seconds).await? {
            return Ok(());
        }
        tx.query(
            "insert into log_lateness (id, seconds) values (1, $1)
             on conflict (id) do update set seconds = excluded.seconds
             where log_lateness.seconds < excluded.seconds",
        )
        .bind(seconds)
        .execute()
        .await?;
        Ok(())
    }

    /// What is noted, looked up where that is not known to be enough. Only what others
    /// have kept is remembered: on SQLite a change sees also what those wrote that are
    /// kept together with it, or not.
    async fn known(&self, tx: &mut Tx<'_>, enough: i64) -> Result<i64, StoreError> {
        let known = self.0.noted.load(Ordering::Relaxed);
        if known >= enough {
            return Ok(known);
        }
        let noted = tx.longest_lateness().await?.num_seconds();
        if tx.dialect() == Dialect::Postgres {
            self.0.noted.fetch_max(noted, Ordering::Relaxed);
        }
        Ok(noted)
    }
}

impl Snapshot<'_> {
    /// So far apart two entries may be at most that stand in the other order. By
    /// the primary key.
    pub(super) async fn longest_lateness(&mut self) -> Result<TimeDelta, StoreError> {
        let noted: Option<(i64,)> =
            self.query("select seconds from log_lateness where id = 1").optional().await?;
        let noted = noted.and_then(|(seconds,)| TimeDelta::try_seconds(seconds));
        Ok(noted.unwrap_or_default().max(USUAL))
    }
}

//! How far the work on files is, told to the record now and then.

use std::pin::pin;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::Duration;

use anyhow::Result;
use documents::orders::Progress;
use domain::know::uploads::{self, Phase, UploadId};
use store::Db;
use store::log::Actor;
use tokio::time::interval;

use super::fetched::Fetched;

/// How often it is told.
const TOLD: Duration = Duration::from_millis(700);

/// How far the work is, counted from any thread.
#[derive(Debug)]
pub struct Tally {
    bytes: u64,
    read: AtomicU64,
    is_read: AtomicBool,
    customers: AtomicU64,
    applies: AtomicBool,
}

impl Tally {
    /// Of work that begins.
    pub fn of(fetched: &Fetched) -> Self {
        Self {
            bytes: fetched.bytes,
            read: AtomicU64::default(),
            is_read: AtomicBool::default(),
            customers: AtomicU64::default(),
            applies: AtomicBool::default(),
        }
    }

    /// All rows have been read.
    pub fn has_read(&self) {
        self.is_read.store(true, Ordering::Relaxed);
    }

    /// More customers were put together.
    pub fn add_customers(&self, count: usize) {
        self.customers.fetch_add(count as u64, Ordering::Relaxed);
    }

    /// All of it goes into the record now.
    pub fn applies(&self) {
        self.applies.store(true, Ordering::Relaxed);
    }

    fn told(&self) -> (Phase, u64, u64) {
        if self.applies.load(Ordering::Relaxed) {
            (Phase::Applying, 0, 0)
        } else if self.is_read.load(Ordering::Relaxed) {
            (Phase::Staging, self.customers.load(Ordering::Relaxed), 0)
        } else {
            (Phase::Reading, self.read.load(Ordering::Relaxed).min(self.bytes), self.bytes)
        }
    }

    /// Waits for work, and tells the record how far it is meanwhile.
    pub async fn told_while<T>(
        &self,
        db: &Db,
        id: UploadId,
        work: impl Future<Output = T>,
    ) -> Result<T> {
        let mut work = pin!(work);
        let mut tick = interval(TOLD);
        let mut last = None;
        loop {
            tokio::select! {
                done = &mut work => return Ok(done),
                _ = tick.tick() => {}
            }
            let told = self.told();
            if last.replace(told) == Some(told) {
                continue;
            }
            let (phase, done, whole) = told;
            let tell = async move |tx: &mut store::Tx<'_>| {
                uploads::advance(tx, id, phase, done, whole).await
            };
            let telling = db.write(Actor::System, tell);
            // One writer: while all of it is put into the record nothing can be told.
            tokio::select! {
                done = &mut work => return Ok(done),
                told = telling => told?,
            }
        }
    }
}

impl Progress for Tally {
    fn advanced(&self, bytes: u64, _rows: u64) {
        self.read.fetch_add(bytes, Ordering::Relaxed);
    }
}

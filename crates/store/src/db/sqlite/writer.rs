//! One writer for SQLite: many changes, one durable commit.
//!
//! Changes wait in a queue. The writer opens a transaction, runs every change
//! that is waiting, commits once (one sync of the disk) and answers them all.
//! While the disk works the next ones queue up, so the batch grows with the load
//! (group commit; `DeWitt` et al., 1984). A change that fails is taken back
//! alone: to the savepoint before it, or to the beginning where nothing was
//! kept yet. A savepoint has SQLite copy every page before it is written, which
//! a large change that comes first is spared.

use std::sync::Arc;

use kernel::Clock;
use tokio::sync::mpsc;

use super::super::commits::Committed;
use super::super::statement::Connection;
use super::super::work::{Verdict, Work};
use super::super::{StoreError, Tx};
use super::{look_references_up, run};

/// So many changes share a commit at most: enough to hide the sync, few enough
/// that the first does not wait long for the last.
const BATCH: usize = 256;

pub(in crate::db) struct Writer {
    connection: rusqlite::Connection,
    committed: Committed,
    clock: Arc<dyn Clock>,
    /// Of the entries in the transaction that is open.
    kinds: Vec<&'static str>,
    /// Whether nothing is in it yet.
    is_empty: bool,
}

impl Writer {
    pub(in crate::db) fn new(
        connection: rusqlite::Connection,
        committed: Committed,
        clock: Arc<dyn Clock>,
    ) -> Self {
        Self { connection, committed, clock, kinds: Vec::new(), is_empty: true }
    }

    /// Writes until nobody can ask any more.
    pub(in crate::db) async fn run(mut self, mut asked: mpsc::Receiver<Box<dyn Work>>) {
        while let Some(first) = asked.recv().await {
            // Whoever holds the file has held it for as long as anybody waits:
            // a second try would double that for all who come after.
            if let Err(error) = self.begin() {
                first.answer(Err(error));
                continue;
            }
            let mut batch = Vec::with_capacity(BATCH);
            batch.push(first);
            match self.write_together(&mut asked, &mut batch).await {
                Ok(()) => batch.into_iter().for_each(|change| change.answer(Ok(()))),
                // SQLite dropped the transaction under all of them, or could
                // not make it durable: each gets a try of its own, so that the
                // one at fault is the only one that hears of it.
                Err(_) => {
                    for change in batch {
                        self.write_alone(change).await;
                    }
                }
            }
        }
    }

    async fn write_together(
        &mut self,
        asked: &mut mpsc::Receiver<Box<dyn Work>>,
        batch: &mut Vec<Box<dyn Work>>,
    ) -> Result<(), StoreError> {
        let mut place = 0;
        let mut so_far = Ok(());
        while so_far.is_ok() && place < batch.len() {
            so_far = self.change(&mut batch[place]).await;
            place += 1;
            if place == batch.len()
                && place < BATCH
                && let Ok(next) = asked.try_recv()
            {
                batch.push(next);
            }
        }
        self.finish(so_far)
    }

    async fn write_alone(&mut self, mut change: Box<dyn Work>) {
        let mut fate = self.begin();
        if fate.is_ok() {
            fate = self.change(&mut change).await;
            fate = self.finish(fate);
        }
        change.answer(fate);
    }

    /// Commits, or clears away what a failed transaction left.
    fn finish(&mut self, so_far: Result<(), StoreError>) -> Result<(), StoreError> {
        let fate = match so_far {
            Ok(()) => self.statement("commit"),
            Err(error) => Err(error),
        };
        self.is_empty = true;
        let kinds = std::mem::take(&mut self.kinds);
        if fate.is_ok() {
            self.committed.tell(&kinds);
        } else {
            // Refused where SQLite has rolled back by itself already.
            let _ = self.statement("rollback");
        }
        fate
    }

    async fn change(&mut self, change: &mut Box<dyn Work>) -> Result<(), StoreError> {
        let is_first = self.is_empty;
        if !is_first {
            // SQLite drops a transaction by itself, as where the disk is full,
            // and the change before may have passed that over: a savepoint
            // outside of one would begin another, and keep it.
            if self.connection.is_autocommit() {
                return Err(StoreError::Defect);
            }
            self.statement("savepoint change")?;
        }
        let connection = Connection::Sqlite(&mut self.connection);
        let mut tx = Tx::new(connection, change.who(), self.clock.now());
        let verdict = change.run(&mut tx).await;
        let kinds = tx.into_kinds();
        match (verdict == Verdict::Keep, is_first) {
            (true, _) => {
                self.kinds.extend(kinds);
                self.is_empty = false;
            }
            (false, true) => {
                self.statement("rollback")?;
                return self.begin();
            }
            (false, false) => self.statement("rollback to change")?,
        }
        if is_first { Ok(()) } else { self.statement("release change") }
    }

    fn begin(&self) -> Result<(), StoreError> {
        // Off still where a change failed by a defect while it was.
        look_references_up(&self.connection, true)?;
        self.statement("begin immediate")
    }

    fn statement(&self, sql: &'static str) -> Result<(), StoreError> {
        run(&self.connection, sql)
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::time::Duration;

    use kernel::SystemClock;

    use super::super::super::work::Asked;
    use super::super::{Access, open};
    use super::*;
    use crate::log::Actor;

    #[tokio::test]
    async fn a_change_waits_once_for_another_process_and_hears_that_the_record_is_away() {
        static WAITED: AtomicUsize = AtomicUsize::new(0);
        fn waits(_: i32) -> bool {
            WAITED.fetch_add(1, Ordering::SeqCst);
            false
        }
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("record.db");
        let other = open(&path, Access::Make, Duration::ZERO).unwrap();
        other.execute_batch("begin immediate").unwrap();
        let connection = open(&path, Access::Write, Duration::ZERO).unwrap();
        connection.busy_handler(Some(waits)).unwrap();
        let (committed, _commits) = Committed::new();
        let writer = Writer::new(connection, committed, Arc::new(SystemClock));
        let change = async |_: &mut Tx<'_>| Ok::<_, StoreError>(());
        let (work, answer) = Asked::<_, (), StoreError>::new(Actor::System, change);
        let (asked, queue) = mpsc::channel::<Box<dyn Work>>(1);
        assert!(asked.send(Box::new(work)).await.is_ok());
        drop(asked);
        writer.run(queue).await;
        let refused = answer.await.unwrap().unwrap_err();
        assert!(refused.is_away(), "{refused}");
        assert_eq!(WAITED.load(Ordering::SeqCst), 1);
    }
}

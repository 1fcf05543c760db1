//! Following the log.
//!
//! What is made from the log, such as the search, is a [`LogReader`]. It reads
//! batch after batch, each in one transaction with the step of its cursor: of
//! two processes that read the same batch one has an effect. It is behind by
//! what others commit in the meantime, never by more for long: commits of this
//! process wake it, and it looks by itself for those of others.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::Notify;

use super::{Actor, Cursor, Entry};
use crate::db::Failure;
use crate::{Db, StoreError, Tx};

/// So many entries are read at once: SQLite's other writers wait meanwhile.
const BATCH: u32 = 128;
/// How often a reader looks for what other processes committed.
const LOOK: Duration = Duration::from_secs(1);

/// Something that is made from the log and can be made again from its start.
/// What it does must follow from the entries and the record alone.
pub trait LogReader: Send + Sync + 'static {
    /// Its name in the database, for ever: `"search"`.
    const NAME: &'static str;

    /// What can go wrong.
    type Error: Failure;

    /// Takes in the next entries, oldest first.
    ///
    /// # Errors
    /// Nothing of the batch is kept then, and it is read again.
    fn read(
        &self,
        tx: &mut Tx<'_>,
        entries: &[Entry],
    ) -> impl Future<Output = Result<(), Self::Error>>;

    /// Forgets everything it made.
    ///
    /// # Errors
    /// It is as it was then.
    fn clear(&self, tx: &mut Tx<'_>) -> impl Future<Output = Result<(), Self::Error>>;
}

/// What became of a batch.
enum Step {
    Read(u64),
    /// Another process has read it.
    Overtaken,
    /// There was none.
    UpToDate,
}

/// Reads until there is nothing new. Returns how many entries were read here.
///
/// # Errors
/// Those of the reader; what was read before stays.
pub async fn catch_up<R: LogReader>(db: &Db, reader: &Arc<R>) -> Result<u64, R::Error> {
    let mut read = 0;
    loop {
        match step(db, reader).await? {
            Step::Read(entries) => read += entries,
            Step::Overtaken => {}
            Step::UpToDate => return Ok(read),
        }
    }
}

/// Makes it all again from the start of the log, and tells after each batch how
/// many entries have been read. Meanwhile there is only as much of it as that.
///
/// # Errors
/// Those of the reader. Whoever reads next goes on from there.
pub async fn rebuild<R: LogReader>(
    db: &Db,
    reader: &Arc<R>,
    mut progress: impl FnMut(u64),
) -> Result<u64, R::Error> {
    let clearing = Arc::clone(reader);
    db.write(Actor::System, async move |tx| {
        tx.forget_cursor(R::NAME).await?;
        clearing.clear(tx).await
    })
    .await?;
    let mut read = 0;
    loop {
        match step(db, reader).await? {
            Step::Read(entries) => {
                read += entries;
                progress(read);
            }
            Step::Overtaken => {}
            Step::UpToDate => return Ok(read),
        }
    }
}

/// Reads whatever comes until `stop` is told; each reader has a `stop` of its
/// own. What goes wrong is told to `failed` and tried again.
pub async fn follow<R: LogReader>(
    db: Db,
    reader: Arc<R>,
    stop: Arc<Notify>,
    failed: impl Fn(&R::Error),
) {
    let mut committed = db.commits();
    let mut look = tokio::time::interval(LOOK);
    loop {
        tokio::select! {
            biased;
            () = stop.notified() => return,
            Ok(()) = committed.changed() => {}
            _ = look.tick() => {}
        }
        if let Err(error) = catch_up(&db, &reader).await {
            failed(&error);
            // Not again at once: what failed is likely to fail.
            tokio::select! {
                () = stop.notified() => return,
                _ = look.tick() => {}
            }
        }
    }
}

async fn step<R: LogReader>(db: &Db, reader: &Arc<R>) -> Result<Step, R::Error> {
    let (from, entries) = next(db, R::NAME).await?;
    let Some(last) = entries.last() else { return Ok(Step::UpToDate) };
    let (to, count) = (last.cursor, entries.len() as u64);
    let reader = Arc::clone(reader);
    db.write(Actor::System, async move |tx| {
        // The cursor first: another process that is at the same batch waits
        // here, and then has nothing to drop.
        if !tx.move_cursor(R::NAME, from, to).await? {
            return Ok(Step::Overtaken);
        }
        reader.read(tx, &entries).await?;
        Ok(Step::Read(count))
    })
    .await
}

async fn next(db: &Db, name: &str) -> Result<(Cursor, Vec<Entry>), StoreError> {
    let mut view = db.reader().await?;
    let mut snapshot = view.snapshot();
    let from = snapshot.cursor_of(name).await?;
    let entries = snapshot.entries_after(from, BATCH).await?;
    Ok((from, entries))
}

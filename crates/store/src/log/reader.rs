//! Following the log.
//!
//! What is made from the log, such as the search, is a [`LogReader`]. It reads
//! batch after batch, each in one transaction with the step of its cursor: of
//! two processes that read the same batch one has an effect. It is behind by
//! what others commit in the meantime, never by more for long: commits of this
//! process wake it, and it looks by itself for those of others.

use std::sync::Arc;
use std::time::{Duration, Instant};

use tokio::sync::Notify;
use tokio::time::sleep;

use super::{Actor, Cursor, Entry};
use crate::db::Failure;
use crate::{Db, StoreError, Tx};

/// SQLite's other writers wait while a batch is taken in, so it should not take
/// longer than this.
const WAIT: Duration = Duration::from_millis(40);
/// So many entries are read at once, at least and at most: some are work, others
/// are passed over.
const BATCH: (u32, u32) = (128, 8_192);
/// How often a reader looks for what other processes committed.
const LOOK: Duration = Duration::from_secs(1);
/// So long a reader that has read rests: what many write one by one it reads
/// together, and whoever writes does not wait for it each time.
const REST: Duration = Duration::from_millis(200);

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
    /// So many entries were taken in, and it took so long.
    Read { entries: u64, took: Duration },
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
    read_on(db, reader, |_| {}).await
}

/// Makes it all again from the start of the log, and tells after each batch how
/// many entries have been read. Meanwhile there is only as much of it as that.
///
/// # Errors
/// Those of the reader. Whoever reads next goes on from there.
pub async fn rebuild<R: LogReader>(
    db: &Db,
    reader: &Arc<R>,
    progress: impl FnMut(u64),
) -> Result<u64, R::Error> {
    let clearing = Arc::clone(reader);
    db.write(Actor::System, async move |tx| {
        tx.forget_cursor(R::NAME).await?;
        clearing.clear(tx).await
    })
    .await?;
    read_on(db, reader, progress).await
}

/// Reads all that is in the log by now, `batch` entries at a time, and tells
/// after each how many have been read: for whoever has the record to itself.
/// Entries that an older transaction holds back, anywhere on the server, are
/// waited for.
///
/// # Errors
/// Those of the reader; what was read before stays.
pub async fn read_all<R: LogReader>(
    db: &Db,
    reader: &Arc<R>,
    batch: u32,
    mut progress: impl FnMut(u64),
) -> Result<u64, R::Error> {
    let mut committed = db.commits();
    let mut look = tokio::time::interval(LOOK);
    let newest = db.reader().await?.snapshot().newest().await?;
    let mut read = 0;
    loop {
        match step(db, reader, batch).await? {
            Step::Read { entries, .. } => {
                read += entries;
                progress(read);
            }
            Step::Overtaken => {}
            Step::UpToDate if has_read::<R>(db, newest).await? => return Ok(read),
            Step::UpToDate => {
                tokio::select! {
                    Ok(()) = committed.changed() => {}
                    _ = look.tick() => {}
                }
            }
        }
    }
}

async fn has_read<R: LogReader>(db: &Db, place: Cursor) -> Result<bool, StoreError> {
    Ok(db.reader().await?.snapshot().cursor_of(R::NAME).await? >= place)
}

/// Reads to the end of the log, and tells how much was read so far. Batches
/// grow and shrink with how long they take.
async fn read_on<R: LogReader>(
    db: &Db,
    reader: &Arc<R>,
    mut progress: impl FnMut(u64),
) -> Result<u64, R::Error> {
    let (mut read, mut batch) = (0, BATCH.0);
    loop {
        match step(db, reader, batch).await? {
            Step::Read { entries, took } => {
                read += entries;
                progress(read);
                batch = next_batch(batch, took);
            }
            Step::Overtaken => {}
            Step::UpToDate => return Ok(read),
        }
    }
}

/// How many entries to read after a batch that took so long.
fn next_batch(batch: u32, took: Duration) -> u32 {
    let next = match took {
        _ if took > WAIT => batch / 2,
        _ if took < WAIT / 2 => batch * 2,
        _ => batch,
    };
    next.clamp(BATCH.0, BATCH.1)
}

/// Reads whatever comes until `stop` is told; each reader has a `stop` of its
/// own. What comes after a quiet time is read at once. What goes wrong is told to
/// `failed` and tried again.
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
        let rest = match catch_up(&db, &reader).await {
            Ok(0) => continue,
            Ok(_) => REST,
            Err(error) => {
                failed(&error);
                // What failed is likely to fail again.
                LOOK
            }
        };
        tokio::select! {
            () = stop.notified() => return,
            () = sleep(rest) => {}
        }
    }
}

async fn step<R: LogReader>(db: &Db, reader: &Arc<R>, batch: u32) -> Result<Step, R::Error> {
    let (from, entries) = next(db, R::NAME, batch).await?;
    let Some(last) = entries.last() else { return Ok(Step::UpToDate) };
    let to = last.cursor;
    let reader = Arc::clone(reader);
    db.write(Actor::System, async move |tx| {
        // The cursor first: another process that is at the same batch waits
        // here, and then has nothing to drop.
        if !tx.move_cursor(R::NAME, from, to).await? {
            return Ok(Step::Overtaken);
        }
        let began = Instant::now();
        reader.read(tx, &entries).await?;
        Ok(Step::Read { entries: entries.len() as u64, took: began.elapsed() })
    })
    .await
}

async fn next(db: &Db, name: &str, batch: u32) -> Result<(Cursor, Vec<Entry>), StoreError> {
    let mut view = db.reader().await?;
    let mut snapshot = view.snapshot();
    let from = snapshot.cursor_of(name).await?;
    let entries = snapshot.entries_after(from, batch).await?;
    Ok((from, entries))
}

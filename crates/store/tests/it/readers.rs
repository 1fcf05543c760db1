//! Readers of the log: everything once, whoever else reads, and the same again
//! from the start.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use rstest::rstest;
use store::log::{Actor, Entry, LogReader, catch_up, follow, read_all, rebuild};
use store::search::{Document, Query};
use store::{Db, StoreError, Tx};
use testkit::record::{Kind, TestRecord};
use tokio::sync::{Notify, mpsc};

use super::{NoteWritten, notes, write_note};

/// Makes every note findable; fails as long as it is told to.
#[derive(Default)]
struct FindableNotes {
    fails: AtomicBool,
}

impl LogReader for FindableNotes {
    const NAME: &'static str = "search";
    type Error = StoreError;

    async fn read(&self, tx: &mut Tx<'_>, entries: &[Entry]) -> Result<(), StoreError> {
        for entry in entries {
            let Some(note) = entry.event::<NoteWritten>().map_err(StoreError::Event)? else {
                continue;
            };
            tx.index(&[Document {
                kind: "note",
                id: entry.subject.id,
                customer: None,
                names: Vec::new(),
                emails: Vec::new(),
                phones: Vec::new(),
                codes: Vec::new(),
                text: note.text,
                language: None,
                at: entry.at,
            }])
            .await?;
        }
        if self.fails.load(Ordering::Relaxed) { Err(StoreError::Defect) } else { Ok(()) }
    }

    async fn clear(&self, tx: &mut Tx<'_>) -> Result<(), StoreError> {
        tx.forget_all().await
    }
}

async fn write_notes(db: &Db, count: usize) {
    for _ in 0..count {
        db.write(Actor::System, async |tx| write_note(tx, "a note").await).await.unwrap();
    }
    notes(db, count).await;
}

async fn findable(db: &Db) -> usize {
    let query = Query { words: "notes".into(), kinds: Vec::new(), limit: 1000, after: None };
    db.reader().await.unwrap().snapshot().find(&query).await.unwrap().len()
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn a_reader_takes_in_every_entry_once(#[case] kind: Kind) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    let reader = Arc::new(FindableNotes::default());
    write_notes(db, 3).await;
    assert_eq!(catch_up(db, &reader).await.unwrap(), 3);
    assert_eq!(catch_up(db, &reader).await.unwrap(), 0);
    assert_eq!(findable(db).await, 3);
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn readers_in_several_processes_share_the_log(#[case] kind: Kind) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    write_notes(db, 300).await;
    let reading: Vec<_> = (0..4)
        .map(|_| {
            let (db, reader) = (db.clone(), Arc::new(FindableNotes::default()));
            async move { catch_up(&db, &reader).await.unwrap() }
        })
        .collect();
    let read: u64 = futures_util::future::join_all(reading).await.iter().sum();
    assert_eq!((read, findable(db).await), (300, 300));
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn what_a_reader_failed_at_is_read_again(#[case] kind: Kind) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    let reader = Arc::new(FindableNotes::default());
    write_notes(db, 2).await;
    reader.fails.store(true, Ordering::Relaxed);
    assert!(catch_up(db, &reader).await.is_err());
    assert_eq!(findable(db).await, 0, "nothing of a failed batch is kept");
    reader.fails.store(false, Ordering::Relaxed);
    assert_eq!(catch_up(db, &reader).await.unwrap(), 2);
    assert_eq!(findable(db).await, 2);
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn a_rebuild_reads_everything_again_and_tells_how_far_it_is(#[case] kind: Kind) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    let reader = Arc::new(FindableNotes::default());
    write_notes(db, 200).await;
    catch_up(db, &reader).await.unwrap();
    let mut told = Vec::new();
    assert_eq!(rebuild(db, &reader, |read| told.push(read)).await.unwrap(), 200);
    assert!(told.is_sorted() && told.last() == Some(&200), "{told:?}");
    assert_eq!(findable(db).await, 200);
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn all_of_the_log_is_read_in_batches_of_the_size_asked_for(#[case] kind: Kind) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    let reader = Arc::new(FindableNotes::default());
    write_notes(db, 25).await;
    let mut told = Vec::new();
    assert_eq!(read_all(db, &reader, 10, |read| told.push(read)).await.unwrap(), 25);
    assert_eq!(told, [10, 20, 25]);
    assert_eq!(read_all(db, &reader, 10, |_| {}).await.unwrap(), 0);
    assert_eq!(findable(db).await, 25);
}

/// SQLite has one writer: nothing is older than what is written last.
#[tokio::test]
async fn what_an_older_transaction_holds_back_is_read_as_well() {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(Kind::Postgres).await else { return };
    let reader = Arc::new(FindableNotes::default());
    let (begun, end) = (Arc::new(Notify::new()), Arc::new(Notify::new()));
    let (has_begun, may_end) = (begun.clone(), end.clone());
    let older = db.write(Actor::System, async move |tx| {
        write_note(tx, "an older note").await?;
        has_begun.notify_one();
        may_end.notified().await;
        Ok::<_, StoreError>(())
    });
    let newer = async {
        begun.notified().await;
        db.write(Actor::System, async |tx| write_note(tx, "a newer note").await).await.unwrap();
        assert_eq!(catch_up(db, &reader).await.unwrap(), 0, "the older one may still come first");
        let (read, ()) = tokio::join!(read_all(db, &reader, 10, |_| {}), async {
            end.notify_one();
        });
        assert_eq!(read.unwrap(), 2);
    };
    let (older, ()) = tokio::join!(older, newer);
    older.unwrap();
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn a_commit_wakes_who_follows_the_log(#[case] kind: Kind) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    let (stop, (told, mut failures)) = (Arc::new(Notify::new()), mpsc::unbounded_channel());
    let reader = Arc::new(FindableNotes { fails: AtomicBool::new(true) });
    let write_and_stop = async {
        write_notes(db, 1).await;
        assert!(failures.recv().await.is_some(), "a failure is told");
        reader.fails.store(false, Ordering::Relaxed);
        let mut committed = db.commits();
        while findable(db).await == 0 {
            committed.changed().await.unwrap();
        }
        stop.notify_one();
    };
    let following = follow(db.clone(), Arc::clone(&reader), Arc::clone(&stop), |error| {
        let _ = told.send(error.to_string());
    });
    tokio::join!(following, write_and_stop);
    assert_eq!(findable(db).await, 1);
}

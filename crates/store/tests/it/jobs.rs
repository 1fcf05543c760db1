//! Jobs: done once, whatever happens to who does them.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use chrono::TimeDelta;
use rstest::rstest;
use serde::{Deserialize, Serialize};
use store::jobs::{Failed, Job, Timetable, Worker};
use store::log::Actor;
use store::{Db, StoreError, Tx};
use testkit::record::{Kind, TestRecord, test_time};

use super::{notes, write_note};

#[derive(Debug, Serialize, Deserialize)]
struct WriteNote {
    text: String,
}

impl Job for WriteNote {
    const KIND: &'static str = "note.write";
    const TRIES: u32 = 3;
}

fn note(text: &str) -> WriteNote {
    WriteNote { text: text.into() }
}

/// Does every `WriteNote` in the transaction that ends it.
fn writer_of_notes(db: &Db) -> Worker {
    async fn write(tx: &mut Tx<'_>, job: &WriteNote) -> Result<(), StoreError> {
        write_note(tx, &job.text).await
    }
    Worker::new(db.clone()).does::<WriteNote, StoreError, _>(write)
}

async fn waiting(db: &Db) -> i64 {
    let mut reader = db.reader().await.unwrap();
    let (count,): (i64,) = reader.snapshot().query("select count(*) from job").one().await.unwrap();
    count
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn a_job_is_done_once_and_gone(#[case] kind: Kind) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    db.write(Actor::System, async |tx| tx.enqueue(&note("done"), test_time()).await).await.unwrap();
    writer_of_notes(db).run_until_idle().await.unwrap();
    writer_of_notes(db).run_until_idle().await.unwrap();
    assert_eq!(notes(db, 1).await, ["done"]);
    assert_eq!(waiting(db).await, 0);
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn a_job_of_a_refused_change_was_never_asked_for(#[case] kind: Kind) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    let refused: Result<(), StoreError> = db
        .write(Actor::System, async |tx| {
            tx.enqueue(&note("never"), test_time()).await?;
            Err(StoreError::ReadOnly)
        })
        .await;
    assert!(refused.is_err());
    assert_eq!(waiting(db).await, 0);
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn what_is_asked_for_twice_under_a_key_is_done_once(#[case] kind: Kind) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    let ask = async |tx: &mut store::Tx<'_>| {
        tx.enqueue_once("the note", &note("once"), test_time()).await
    };
    assert!(db.write(Actor::System, ask).await.unwrap());
    assert!(!db.write(Actor::System, ask).await.unwrap());
    writer_of_notes(db).run_until_idle().await.unwrap();
    assert_eq!(notes(db, 1).await, ["once"]);
    assert!(db.write(Actor::System, ask).await.unwrap(), "the key is free again");
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn another_may_wait_under_a_key_that_a_job_frees_while_it_is_done(#[case] kind: Kind) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    let ask = async |tx: &mut store::Tx<'_>| {
        tx.enqueue_once("the note", &note("again"), test_time()).await
    };
    assert!(db.write(Actor::System, ask).await.unwrap());
    let take = async |tx: &mut store::Tx<'_>| {
        tx.lease_jobs(&[WriteNote::KIND], 1, TimeDelta::minutes(1)).await
    };
    let lease = db.write(Actor::System, take).await.unwrap().remove(0).lease;
    assert!(!db.write(Actor::System, ask).await.unwrap(), "it has not freed its key");
    db.write(Actor::System, async move |tx| tx.free_job_key(lease).await).await.unwrap();
    assert!(db.write(Actor::System, ask).await.unwrap());
    assert_eq!(waiting(db).await, 2);
    db.write(Actor::System, async move |tx| tx.finish_job(lease).await.map(drop)).await.unwrap();
    let late = db.write(Actor::System, async move |tx| tx.free_job_key(lease).await).await;
    assert!(matches!(late, Err(StoreError::LeaseLost)), "{late:?}");
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn of_two_who_hold_a_job_only_the_later_has_an_effect(#[case] kind: Kind) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    db.write(Actor::System, async |tx| tx.enqueue(&note("once"), test_time()).await).await.unwrap();
    // The first worker's lease has run out when the second looks.
    let take = async |tx: &mut store::Tx<'_>| {
        tx.lease_jobs(&[WriteNote::KIND], 1, TimeDelta::zero()).await
    };
    let first = db.write(Actor::System, take).await.unwrap().remove(0);
    let second = db.write(Actor::System, take).await.unwrap().remove(0);
    assert_eq!((first.attempt, second.attempt), (1, 2));
    let late: Result<(), StoreError> = db
        .write(Actor::System, async move |tx| {
            write_note(tx, "the first's").await?;
            tx.finish_job(first.lease).await.map(drop)
        })
        .await;
    assert!(matches!(late, Err(StoreError::LeaseLost)), "{late:?}");
    db.write(Actor::System, async move |tx| {
        write_note(tx, "the second's").await?;
        tx.finish_job(second.lease).await.map(drop)
    })
    .await
    .unwrap();
    assert_eq!(notes(db, 1).await, ["the second's"]);
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn many_workers_share_the_jobs_and_do_each_once(#[case] kind: Kind) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    db.write(Actor::System, async |tx| {
        for number in 0..50 {
            tx.enqueue(&note(&format!("{number:02}")), test_time()).await?;
        }
        Ok::<_, StoreError>(())
    })
    .await
    .unwrap();
    let workers: Vec<_> = (0..4)
        .map(|_| {
            let worker = writer_of_notes(db);
            tokio::spawn(async move { worker.run_until_idle().await })
        })
        .collect();
    for worker in workers {
        worker.await.unwrap().unwrap();
    }
    let mut done = notes(db, 50).await;
    done.sort();
    assert_eq!(done, (0..50).map(|number| format!("{number:02}")).collect::<Vec<_>>());
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn a_job_that_keeps_failing_is_put_aside_and_can_be_tried_again(#[case] kind: Kind) {
    let Some(TestRecord { db, clock, .. }) = &TestRecord::empty(kind).await else { return };
    db.write(Actor::System, async |tx| tx.enqueue(&note("broken"), test_time()).await)
        .await
        .unwrap();
    let tries = Arc::new(AtomicU32::new(0));
    let counted = tries.clone();
    let worker = Worker::new(db.clone()).on(move |_: WriteNote, _| {
        counted.fetch_add(1, Ordering::Relaxed);
        async { Err(Failed("the printer is on fire".into())) }
    });
    for _ in 0..10 {
        worker.run_until_idle().await.unwrap();
        clock.advance(TimeDelta::hours(1));
    }
    assert_eq!(tries.load(Ordering::Relaxed), WriteNote::TRIES);
    let given_up = db.reader().await.unwrap().snapshot().jobs_given_up(None, 10).await.unwrap();
    let [job] = given_up.as_slice() else { panic!("one job, not {given_up:?}") };
    assert_eq!((job.attempts, job.last_error.as_str()), (3, "the printer is on fire"));

    let id = job.id;
    assert!(db.write(Actor::System, async move |tx| tx.retry_job(id).await).await.unwrap());
    writer_of_notes(db).run_until_idle().await.unwrap();
    assert_eq!(notes(db, 1).await, ["broken"]);
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn a_handler_that_panics_fails_its_job_alone(#[case] kind: Kind) {
    let Some(TestRecord { db, clock, .. }) = &TestRecord::empty(kind).await else { return };
    db.write(Actor::System, async |tx| tx.enqueue(&note("bad"), test_time()).await).await.unwrap();
    let worker = Worker::new(db.clone()).on(|_: WriteNote, _| async { panic!("a defect") });
    worker.run_until_idle().await.unwrap();
    clock.advance(TimeDelta::hours(1));
    writer_of_notes(db).run_until_idle().await.unwrap();
    assert_eq!(notes(db, 1).await, ["bad"]);
}

#[derive(Debug, Default, Serialize, Deserialize)]
struct SweepFloor {}

impl Job for SweepFloor {
    const KIND: &'static str = "floor.sweep";
    const TRIES: u32 = 1;
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn a_job_that_comes_round_waits_once_and_comes_again(#[case] kind: Kind) {
    let Some(TestRecord { db, clock, .. }) = &TestRecord::empty(kind).await else { return };
    let swept = Arc::new(AtomicU32::new(0));
    let (counter, kept) = (swept.clone(), db.clone());
    let worker = Worker::new(db.clone()).on(move |_: SweepFloor, leased| {
        let (counter, db) = (counter.clone(), kept.clone());
        async move {
            if counter.fetch_add(1, Ordering::SeqCst) == 0 {
                return Err(Failed("the broom is broken".into()));
            }
            Ok(db.write(Actor::System, async move |tx| tx.finish_job(leased.lease).await).await?)
        }
    });
    let timetable = Timetable::default().every::<SweepFloor>(TimeDelta::hours(1));
    for expected in [0, 1, 1, 2] {
        timetable.ask(db).await.unwrap();
        timetable.ask(db).await.unwrap();
        worker.run_until_idle().await.unwrap();
        assert_eq!(swept.load(Ordering::SeqCst), expected);
        clock.advance(TimeDelta::hours(1));
    }
    let mut reader = db.reader().await.unwrap();
    let aside = reader.snapshot().jobs_given_up(None, 10).await.unwrap();
    assert_eq!(aside.len(), 1, "the one that gave up is put aside, the next came all the same");
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn a_job_tried_again_has_its_key_and_one_that_waits_is_done_in_its_stead(#[case] kind: Kind) {
    let Some(TestRecord { db, clock, .. }) = &TestRecord::empty(kind).await else { return };
    let ask = async |tx: &mut store::Tx<'_>| {
        let next_week = test_time() + TimeDelta::days(7);
        tx.enqueue_once("the floor", &SweepFloor {}, next_week).await
    };
    let fails = async || {
        clock.advance(TimeDelta::days(7));
        let worker =
            Worker::new(db.clone()).on(|_: SweepFloor, _| async { Err(Failed("broken".into())) });
        worker.run_until_idle().await.unwrap();
        let mut reader = db.reader().await.unwrap();
        reader.snapshot().jobs_given_up(None, 9).await.unwrap().into_iter().map(|job| job.id)
    };
    assert!(db.write(Actor::System, ask).await.unwrap());
    let first = fails().await.next().unwrap();
    let again = async move |tx: &mut store::Tx<'_>| tx.retry_job(first).await;
    assert!(db.write(Actor::System, again).await.unwrap());
    assert!(!db.write(Actor::System, ask).await.unwrap(), "it waits under its key");
    assert!(fails().await.eq([first]));
    assert!(db.write(Actor::System, ask).await.unwrap(), "what is put aside does not wait");
    assert!(db.write(Actor::System, again).await.unwrap());
    assert_eq!(waiting(db).await, 1);
    assert!(!db.write(Actor::System, again).await.unwrap());
    let second = fails().await.next().unwrap();
    assert_ne!(second, first);
}

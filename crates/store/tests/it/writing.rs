//! Changes: kept whole and durably, or not at all.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use rstest::rstest;
use store::log::Actor;
use store::{StoreError, Tx, db::Place};
use testkit::record::{Kind, TestRecord};
use tokio::sync::{Barrier, Semaphore, oneshot};
use uuid::Uuid;

use super::{notes, write_note};

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn a_refused_change_leaves_nothing_behind(#[case] kind: Kind) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    db.write(Actor::System, async |tx| write_note(tx, "kept").await).await.unwrap();
    let refused: Result<(), StoreError> = db
        .write(Actor::System, async |tx| {
            write_note(tx, "dropped").await?;
            Err(StoreError::ReadOnly)
        })
        .await;
    assert!(matches!(refused, Err(StoreError::ReadOnly)), "{refused:?}");
    db.write(Actor::System, async |tx| write_note(tx, "kept too").await).await.unwrap();
    assert_eq!(notes(db, 2).await, ["kept", "kept too"]);
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn a_change_that_panics_is_not_kept_and_others_go_on(#[case] kind: Kind) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    let defect: Result<(), StoreError> = db
        .write(Actor::System, async |tx| {
            write_note(tx, "dropped").await?;
            panic!("a defect")
        })
        .await;
    assert!(matches!(defect, Err(StoreError::Defect)), "{defect:?}");
    db.write(Actor::System, async |tx| write_note(tx, "kept").await).await.unwrap();
    assert_eq!(notes(db, 1).await, ["kept"]);
}

/// A statement that the database refuses, or rows of which it refuses one.
async fn refused(tx: &mut Tx<'_>, how: &str) -> Result<(), StoreError> {
    if how == "statement" {
        return tx.query("insert into log (at) values (null)").execute().await.map(drop);
    }
    let into = "product (id, name, sort_name, import)";
    tx.insert_all(into, 4, &["Rye", "Rye"], |values, name| {
        values.bind(Uuid::now_v7()).bind(*name).bind(*name).bind(None::<Uuid>)
    })
    .await
}

/// SQLite does what else the change asks for, PostgreSQL nothing of it.
#[rstest]
#[case::statement_sqlite(Kind::Sqlite, "statement")]
#[case::statement_postgres(Kind::Postgres, "statement")]
#[case::rows_sqlite(Kind::Sqlite, "rows")]
#[case::rows_postgres(Kind::Postgres, "rows")]
#[tokio::test]
async fn a_change_that_overlooks_a_refusal_is_there_where_it_is_acknowledged(
    #[case] kind: Kind,
    #[case] how: &'static str,
) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    let mut commits = db.commits_of(&["note."]);
    let answer: Result<(), StoreError> = db
        .write(Actor::System, async move |tx| {
            write_note(tx, "beside it").await?;
            assert!(refused(tx, how).await.is_err());
            Ok(())
        })
        .await;
    assert_eq!(answer.is_ok(), kind == Kind::Sqlite, "{answer:?}");
    assert_eq!(commits.any(), answer.is_ok());
    db.write(Actor::System, async |tx| write_note(tx, "later").await).await.unwrap();
    let kept: &[&str] = if answer.is_ok() { &["beside it", "later"] } else { &["later"] };
    assert_eq!(notes(db, kept.len()).await, kept);
}

#[rstest]
#[case::statement_sqlite(Kind::Sqlite, "statement")]
#[case::statement_postgres(Kind::Postgres, "statement")]
#[case::rows_sqlite(Kind::Sqlite, "rows")]
#[case::rows_postgres(Kind::Postgres, "rows")]
#[tokio::test]
async fn a_change_that_goes_back_to_before_a_refusal_is_kept(
    #[case] kind: Kind,
    #[case] how: &'static str,
) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    db.write(Actor::System, async move |tx| {
        write_note(tx, "kept").await?;
        tx.query("savepoint before").execute().await?;
        write_note(tx, "dropped").await?;
        assert!(refused(tx, how).await.is_err());
        tx.query("rollback to before").execute().await?;
        Ok::<_, StoreError>(())
    })
    .await
    .unwrap();
    assert_eq!(notes(db, 1).await, ["kept"]);
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn of_many_changes_at_once_only_the_bad_ones_are_refused(#[case] kind: Kind) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    let changes: Vec<_> = (0..200)
        .map(|number: u32| {
            let db = db.clone();
            tokio::spawn(async move {
                db.write(Actor::System, async move |tx| {
                    write_note(tx, &format!("{number:03}")).await?;
                    if number.is_multiple_of(7) {
                        // The database itself refuses this one.
                        tx.query("insert into log (at) values (null)").execute().await?;
                    }
                    Ok::<_, StoreError>(())
                })
                .await
                .is_ok()
            })
        })
        .collect();
    let mut kept = Vec::new();
    for (number, change) in changes.into_iter().enumerate() {
        if change.await.unwrap() {
            kept.push(format!("{number:03}"));
        }
    }
    let mut found = notes(db, kept.len()).await;
    found.sort();
    assert_eq!(kept.len(), 200 - 29);
    assert_eq!(found, kept);
}

/// SQLite drops a transaction by itself where the disk is full.
#[tokio::test]
async fn what_comes_after_a_transaction_that_was_dropped_is_kept_once() {
    let TestRecord { db, .. } = &TestRecord::empty(Kind::Sqlite).await.unwrap();
    let queued = Arc::new(Semaphore::new(0));
    let next_one = queued.clone();
    let dropping = db.write(Actor::System, async move |tx| {
        drop(next_one.acquire().await);
        write_note(tx, "dropped").await?;
        tx.query("rollback").execute().await?;
        Ok::<_, StoreError>(())
    });
    let following = db.write(Actor::System, async |tx| write_note(tx, "kept").await);
    let queue = async { queued.add_permits(1) };
    let (dropped, kept, ()) = tokio::join!(dropping, following, queue);
    assert!(dropped.is_err(), "{dropped:?}");
    kept.unwrap();
    assert_eq!(notes(db, 1).await, ["kept"]);
}

/// Both look before either has written: of the two databases only PostgreSQL
/// lets them.
#[tokio::test]
async fn whoever_finds_taken_what_was_free_looks_again() {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(Kind::Postgres).await else { return };
    let both = Arc::new(Barrier::new(2));
    let takes = || {
        let (both, has_waited) = (both.clone(), AtomicBool::new(false));
        db.write(Actor::System, async move |tx| {
            let taken: Option<(String,)> =
                tx.query("select name from log_reader where name = 'one'").optional().await?;
            if !has_waited.swap(true, Ordering::SeqCst) {
                both.wait().await;
            }
            if taken.is_none() {
                let take = "insert into log_reader (name, tx, seq) values ('one', 0, 0)";
                tx.query(take).execute().await?;
            }
            Ok::<_, StoreError>(taken.is_none())
        })
    };
    let (one, other) = tokio::join!(takes(), takes());
    assert_ne!(one.unwrap(), other.unwrap(), "one has taken it and the other has seen so");
}

/// On SQLite no change runs beside another.
#[tokio::test]
async fn whoever_waits_too_long_for_another_change_hears_it_once_and_nothing_is_kept() {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(Kind::Postgres).await else { return };
    let (thing, tries) = (Uuid::now_v7(), Arc::new(AtomicUsize::new(0)));
    let (other, tried) = (db.clone(), tries.clone());
    let holds = async move |tx: &mut Tx<'_>| {
        tx.hold(thing).await?;
        let tried = tried.clone();
        let waits = async move |tx: &mut Tx<'_>| {
            tried.fetch_add(1, Ordering::SeqCst);
            write_note(tx, "dropped").await?;
            tx.query("set local lock_timeout = 1").execute().await?;
            tx.hold(thing).await
        };
        let waited: Result<(), StoreError> = other.write(Actor::System, waits).await;
        write_note(tx, "kept").await?;
        Ok::<_, StoreError>(waited)
    };
    let refused = db.write(Actor::System, holds).await.unwrap().unwrap_err();
    assert!(refused.is_away(), "{refused}");
    assert_eq!(tries.load(Ordering::SeqCst), 1);
    assert_eq!(notes(db, 1).await, ["kept"]);
}

/// How long PostgreSQL waits for what another holds, and for what it is asked next.
async fn patience(tx: &mut Tx<'_>) -> Result<(String, String), StoreError> {
    let settings = "select current_setting('lock_timeout'),
        current_setting('idle_in_transaction_session_timeout')";
    tx.query(settings).one().await
}

#[tokio::test]
async fn no_change_waits_for_ever_for_what_another_holds() {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(Kind::Postgres).await else { return };
    let change = async |tx: &mut Tx<'_>| {
        let before = patience(tx).await?;
        let aside = tx.set_aside(&["orders", "customer"]).await?;
        let meanwhile = patience(tx).await?;
        tx.put_back(aside).await?;
        Ok::<_, StoreError>([before, meanwhile])
    };
    let waits = || ("10s".to_owned(), "10min".to_owned());
    assert_eq!(db.write(Actor::System, change).await.unwrap(), [waits(), waits()]);
    let later = db.write(Actor::System, async |tx| patience(tx).await).await.unwrap();
    assert_eq!(later, waits());
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn a_change_goes_on_when_whoever_asked_goes_away(#[case] kind: Kind) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    let (started, has_started) = oneshot::channel();
    let (go_on, may_go_on) = oneshot::channel::<()>();
    let signals = std::sync::Mutex::new(Some((started, may_go_on)));
    let asked = db.clone();
    let asking = tokio::spawn(async move {
        asked
            .write(Actor::System, async move |tx| {
                let signals = signals.lock().unwrap().take();
                if let Some((started, may_go_on)) = signals {
                    started.send(()).unwrap();
                    may_go_on.await.unwrap();
                }
                write_note(tx, "kept").await
            })
            .await
    });
    has_started.await.unwrap();
    asking.abort();
    assert!(asking.await.unwrap_err().is_cancelled());
    go_on.send(()).unwrap();
    assert_eq!(notes(db, 1).await, ["kept"]);
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn a_snapshot_stays_as_it_was_and_writes_nothing(#[case] kind: Kind) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    let count = "select count(*) from log";
    let mut reader = db.reader().await.unwrap();
    let (before,): (i64,) = reader.snapshot().query(count).one().await.unwrap();
    db.write(Actor::System, async |tx| write_note(tx, "later").await).await.unwrap();
    let (after,): (i64,) = reader.snapshot().query(count).one().await.unwrap();
    assert_eq!((before, after), (0, 0));
    let refused = reader.snapshot().query("delete from log").execute().await;
    assert!(matches!(refused, Err(StoreError::ReadOnly)), "{refused:?}");
}

#[tokio::test]
async fn what_was_acknowledged_is_there_after_opening_again() {
    let record = TestRecord::empty(Kind::Sqlite).await.unwrap();
    record.db.write(Actor::System, async |tx| write_note(tx, "kept").await).await.unwrap();
    let Place::Sqlite(path) = &record.place else { unreachable!("it is SQLite's") };
    // A copy of the files as they lie, as after a crash.
    let crashed = tempfile::tempdir().unwrap();
    for name in ["record.db", "record.db-wal"] {
        std::fs::copy(path.with_file_name(name), crashed.path().join(name)).unwrap();
    }
    let place = Place::Sqlite(crashed.path().join("record.db"));
    let clock = Arc::new(kernel::FixedClock(testkit::record::test_time()));
    let db = store::Db::open(&place, clock).await.unwrap();
    assert_eq!(notes(&db, 1).await, ["kept"]);
}

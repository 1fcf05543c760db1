//! The store on both databases: SQLite in a temporary folder, PostgreSQL where
//! `PERENNIAL_TEST_POSTGRES` names a server.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use chrono::DateTime;
use kernel::FixedClock;
use serde::{Deserialize, Serialize};
use store::db::Place;
use store::log::{Actor, Cursor, Event, Subject};
use store::{Db, StoreError, Tx};
use uuid::Uuid;

#[derive(Debug, Serialize, Deserialize, PartialEq)]
struct Noted {
    text: String,
}

impl Event for Noted {
    const KIND: &'static str = "note.written";
}

fn place(folder: &tempfile::TempDir) -> Vec<Place> {
    let mut places = vec![Place::Sqlite(folder.path().join("record.db"))];
    if let Ok(url) = std::env::var("PERENNIAL_TEST_POSTGRES") {
        places.push(url.parse().unwrap());
    }
    places
}

async fn note(tx: &mut Tx<'_>, id: Uuid, text: &str) -> Result<(), StoreError> {
    tx.append(Subject { id, customer: None }, &Noted { text: text.into() }).await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_written_is_read_in_order() {
    let folder = tempfile::tempdir().unwrap();
    for place in place(&folder) {
        let clock = FixedClock(DateTime::from_timestamp(1_700_000_000, 0).unwrap());
        let db = Db::open(&place, Arc::new(clock)).await.unwrap();
        let id = Uuid::now_v7();
        db.write(Actor::System, async move |tx| note(tx, id, "first").await).await.unwrap();
        let refused: Result<(), StoreError> = db
            .write(Actor::System, async move |tx| {
                note(tx, id, "never").await?;
                Err(StoreError::Defect)
            })
            .await;
        assert!(matches!(refused, Err(StoreError::Defect)));
        db.write(Actor::System, async move |tx| note(tx, id, "second").await).await.unwrap();

        let mut reader = db.reader().await.unwrap();
        let entries = reader.snapshot().entries_after(Cursor::default(), 10).await.unwrap();
        let texts: Vec<String> = entries
            .iter()
            .filter(|entry| entry.subject.id == id)
            .map(|entry| entry.event::<Noted>().unwrap().unwrap().text)
            .collect();
        assert_eq!(texts, ["first", "second"], "{place}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn many_writers_at_once_all_get_their_answer() {
    let folder = tempfile::tempdir().unwrap();
    for place in place(&folder) {
        let clock = FixedClock(DateTime::from_timestamp(1_700_000_000, 0).unwrap());
        let db = Db::open(&place, Arc::new(clock)).await.unwrap();
        let done = Arc::new(AtomicU32::new(0));
        let start = std::time::Instant::now();
        let tasks: Vec<_> = (0..64)
            .map(|_| {
                let (db, done) = (db.clone(), done.clone());
                tokio::spawn(async move {
                    for _ in 0..100 {
                        let id = Uuid::now_v7();
                        db.write(Actor::System, async move |tx| note(tx, id, "x").await)
                            .await
                            .unwrap();
                        done.fetch_add(1, Ordering::Relaxed);
                    }
                })
            })
            .collect();
        for task in tasks {
            task.await.unwrap();
        }
        eprintln!("{place}: {:?}", start.elapsed());
        assert_eq!(done.load(Ordering::Relaxed), 6400);
    }
}

//! Backups: whole and verified, or not there; restored whole, or not at all.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod crash;
mod restoring;
mod taking;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use kernel::FixedClock;
use serde::{Deserialize, Serialize};
use store::backup::{Backup, BackupError, Record};
use store::blobs::{BlobHash, Blobs, UsedBy};
use store::db::Place;
use store::log::{Actor, Cursor, Event, Subject};
use store::{Db, StoreError};
use tempfile::TempDir;
use testkit::record::{Kind, TestRecord, test_time};
use uuid::Uuid;

/// Something that happens in these tests.
#[derive(Debug, Serialize, Deserialize)]
struct NoteWritten {
    text: String,
}

impl Event for NoteWritten {
    const KIND: &'static str = "note.written";
}

/// A record with files, and a folder for its backups.
struct House {
    kept: TestRecord,
    record: Record,
    folder: TempDir,
}

impl House {
    async fn empty(kind: Kind) -> Option<Self> {
        let kept = TestRecord::empty(kind).await?;
        let folder = tempfile::tempdir().unwrap();
        let record = Record { place: kept.place.clone(), blobs: folder.path().join("blobs") };
        Some(Self { kept, record, folder })
    }

    /// With a note and a file in use.
    async fn lived_in(kind: Kind) -> Option<(Self, BlobHash)> {
        let house = Self::empty(kind).await?;
        write_note(&house.kept.db, "Заказ\t\\ «Ընկույզ»\nline two").await;
        let hash = house.keep(b"%PDF-1.7 a receipt").await;
        Some((house, hash))
    }

    async fn keep(&self, bytes: &[u8]) -> BlobHash {
        let blobs = Blobs::new(self.kept.db.clone(), &self.record.blobs);
        let arrived = blobs.receive(bytes, 1 << 20).await.unwrap();
        let hash = arrived.hash;
        let user = UsedBy { kind: "note", id: Uuid::from_u128(1) };
        let keep = async move |tx: &mut store::Tx<'_>| tx.keep_blob(&arrived, user).await;
        self.kept.db.write(Actor::System, keep).await.unwrap();
        hash
    }

    fn backups(&self) -> PathBuf {
        self.folder.path().join("backups")
    }

    async fn backup(&self) -> Result<Backup, BackupError> {
        store::backup::backup(&self.record, &self.backups(), &*self.kept.clock).await
    }

    /// Another place, with nothing in it.
    async fn elsewhere(&self) -> (Record, Option<TestRecord>) {
        let blobs = self.folder.path().join("elsewhere");
        match &self.record.place {
            Place::Sqlite(_) => {
                (Record { place: Place::Sqlite(blobs.join("record.db")), blobs }, None)
            }
            Place::Postgres(_) => {
                let other = TestRecord::empty(Kind::Postgres).await.unwrap();
                let drop_all = async |tx: &mut store::Tx<'_>| {
                    tx.query(
                        "do $$ begin
                           execute format('drop schema %I cascade', current_schema());
                           execute format('create schema %I',
                               replace(current_setting('search_path'), '\"', ''));
                         end $$",
                    )
                    .execute()
                    .await
                };
                other.db.write(Actor::System, drop_all).await.unwrap();
                (Record { place: other.place.clone(), blobs }, Some(other))
            }
        }
    }
}

async fn write_note(db: &Db, text: &str) {
    let text = text.to_owned();
    db.write(Actor::System, async move |tx| {
        let subject = Subject { id: Uuid::from_u128(9), customer: None };
        tx.append(subject, &NoteWritten { text: text.clone() }).await
    })
    .await
    .unwrap();
}

/// The texts of all notes. A transaction of another test may hold the log's
/// horizon back on PostgreSQL, so this asks until there are `count`.
async fn notes(db: &Db, count: usize) -> Vec<String> {
    loop {
        let mut reader = db.reader().await.unwrap();
        let entries = reader.snapshot().entries_after(Cursor::default(), 10_000).await.unwrap();
        if entries.len() >= count {
            let text = |entry: &store::log::Entry| entry.event::<NoteWritten>().unwrap();
            return entries.iter().filter_map(text).map(|note| note.text).collect();
        }
    }
}

async fn open(place: &Place) -> Result<Db, StoreError> {
    Db::open(place, Arc::new(FixedClock(test_time()))).await
}

/// All files below a folder.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { found.extend(files(&path)) } else { found.push(path) }
    }
    found.sort();
    found
}

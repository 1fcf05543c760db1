//! The store on both databases.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod jobs;
mod log;
mod many;
mod once;
mod opening;
mod readers;
mod rows;
mod search;
mod writing;

use serde::{Deserialize, Serialize};
use store::log::{Cursor, Event, Subject};
use store::{Db, StoreError, Tx};
use uuid::Uuid;

/// Something that happens in these tests.
#[derive(Debug, Serialize, Deserialize, PartialEq)]
struct NoteWritten {
    text: String,
}

impl Event for NoteWritten {
    const KIND: &'static str = "note.written";
}

async fn write_note(tx: &mut Tx<'_>, text: &str) -> Result<(), StoreError> {
    let subject = Subject { id: Uuid::now_v7(), customer: None };
    tx.append(subject, &NoteWritten { text: text.into() }).await
}

/// The texts of all notes of the log. On PostgreSQL a transaction of another
/// test may hold the log's horizon back, so this asks until there are `count`.
async fn notes(db: &Db, count: usize) -> Vec<String> {
    loop {
        let mut reader = db.reader().await.unwrap();
        let entries = reader.snapshot().entries_after(Cursor::default(), u32::MAX).await.unwrap();
        if entries.len() >= count {
            return entries
                .iter()
                .filter_map(|entry| entry.event::<NoteWritten>().unwrap())
                .map(|note| note.text)
                .collect();
        }
    }
}

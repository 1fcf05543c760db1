//! Looking, without touching.

use std::path::Path;

use chrono::{DateTime, Utc};
use tokio::task::spawn_blocking;

use super::{postgres, sqlite};
use crate::backup::{Record, latest};
use crate::blobs::{BlobHash, Folder};
use crate::db::Place;
use crate::{Snapshot, StoreError, disk};

/// Files looked up at once.
const PAGE: i64 = 1000;

/// What was seen.
pub(super) struct Observed {
    /// None where the database holds no record; else what it said.
    pub(super) database: Result<Option<Database>, String>,
    pub(super) rooms: Vec<Room>,
    pub(super) missing: Vec<BlobHash>,
    pub(super) damaged: Vec<BlobHash>,
    /// The moment the last backup shows.
    pub(super) backup: Option<DateTime<Utc>>,
}

/// What was seen of the database.
#[derive(Default)]
pub(super) struct Database {
    pub(super) version: i64,
    pub(super) known: i64,
    pub(super) damage: Option<String>,
    pub(super) broken_reference: Option<String>,
    /// Bytes of SQLite's write-ahead log.
    pub(super) log_file: u64,
    pub(super) last_entry: Option<DateTime<Utc>>,
    /// Readers of the log that have something to read, and since when.
    pub(super) readers: Vec<(String, DateTime<Utc>)>,
    pub(super) jobs_given_up: u64,
    pub(super) server: Option<Server>,
}

/// What was seen of a PostgreSQL server.
pub(super) struct Server {
    pub(super) major: u32,
    pub(super) now: DateTime<Utc>,
    pub(super) settings: Vec<(String, String)>,
}

/// How much room there is on the disk of a folder.
pub(super) struct Room {
    pub(super) folder: String,
    pub(super) free: u64,
}

pub(super) async fn observe(record: &Record, backups: &Path) -> Observed {
    let mut hashes = Vec::new();
    let database = match &record.place {
        Place::Sqlite(path) => sqlite::observe(path, &mut hashes).await,
        Place::Postgres(options) => postgres::observe(options, &mut hashes).await,
    };
    let (missing, damaged) = wrong_files(record, hashes).await;
    let mut folders = vec![record.blobs.as_path(), backups];
    if let Place::Sqlite(path) = &record.place {
        folders.insert(0, path.parent().unwrap_or(Path::new(".")));
    }
    Observed {
        database: database.map_err(|error| error.to_string()),
        rooms: folders.into_iter().filter_map(room).collect(),
        missing,
        damaged,
        backup: latest(backups).ok().flatten().map(|backup| backup.manifest.taken_at),
    }
}

/// What both databases are asked alike.
pub(super) async fn ask(
    snapshot: &mut Snapshot<'_>,
    database: &mut Database,
    hashes: &mut Vec<BlobHash>,
) -> Result<(), StoreError> {
    let last: Option<(DateTime<Utc>,)> =
        snapshot.query("select at from log order by seq desc limit 1").optional().await?;
    database.last_entry = last.map(|(at,)| at);
    let readers: Vec<(String,)> =
        snapshot.query("select name from log_reader order by name").all().await?;
    for (reader,) in readers {
        let cursor = snapshot.cursor_of(&reader).await?;
        if let [waiting, ..] = snapshot.entries_after(cursor, 1).await?.as_slice() {
            database.readers.push((reader, waiting.at));
        }
    }
    let (given_up,): (i64,) =
        snapshot.query("select count(*) from job where given_up_at is not null").one().await?;
    database.jobs_given_up = given_up.unsigned_abs();
    used_files(snapshot, hashes).await
}

async fn used_files(
    snapshot: &mut Snapshot<'_>,
    hashes: &mut Vec<BlobHash>,
) -> Result<(), StoreError> {
    let mut after = Vec::new();
    loop {
        let page: Vec<(Vec<u8>,)> = snapshot
            .query("select distinct hash from blob_use where hash > $1 order by hash limit $2")
            .bind(after.clone())
            .bind(PAGE)
            .all()
            .await?;
        let Some((last,)) = page.last() else { return Ok(()) };
        after.clone_from(last);
        hashes.extend(page.iter().filter_map(|(hash,)| BlobHash::of_bytes(hash).ok()));
    }
}

/// Those that are missing, and those that are damaged.
async fn wrong_files(record: &Record, hashes: Vec<BlobHash>) -> (Vec<BlobHash>, Vec<BlobHash>) {
    let folder = Folder::new(record.blobs.clone());
    let look = move || {
        let (mut missing, mut damaged) = (Vec::new(), Vec::new());
        for hash in hashes {
            match folder.hash_of(hash) {
                Ok(found) if found == hash => {}
                Err(error) if error.kind() == std::io::ErrorKind::NotFound => missing.push(hash),
                Ok(_) | Err(_) => damaged.push(hash),
            }
        }
        (missing, damaged)
    };
    spawn_blocking(look).await.unwrap_or_default()
}

/// None where the folder has not been made yet.
fn room(folder: &Path) -> Option<Room> {
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    let free = disk::free(folder).ok()?;
    Some(Room { folder: folder.display().to_string(), free })
}

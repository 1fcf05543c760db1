//! Looking at a record in SQLite.

use std::fs;
use std::path::Path;
use std::time::Duration;

use sqlx::ConnectOptions as _;
use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};

use super::observe::{Database, ask};
use crate::blobs::BlobHash;
use crate::db::Connection;
use crate::migrate::{SQLITE, newest, version_of_sqlite};
use crate::{Snapshot, StoreError};

/// SQLite's `SQLITE_CORRUPT` and `SQLITE_NOTADB`; extended codes hold them in
/// their low byte (<https://www.sqlite.org/rescode.html>).
const DAMAGE: [i32; 2] = [11, 26];

pub(super) async fn observe(
    path: &Path,
    hashes: &mut Vec<BlobHash>,
) -> Result<Option<Database>, StoreError> {
    match look(path, hashes).await {
        // So damaged that it cannot even be checked.
        Err(StoreError::Database(error)) if is_damage(&error) => Ok(Some(Database {
            version: newest(&SQLITE),
            known: newest(&SQLITE),
            damage: Some(error.to_string()),
            ..Database::default()
        })),
        seen => seen,
    }
}

async fn look(path: &Path, hashes: &mut Vec<BlobHash>) -> Result<Option<Database>, StoreError> {
    let options = SqliteConnectOptions::new()
        .filename(path)
        .read_only(true)
        .busy_timeout(Duration::from_secs(5));
    let mut connection = options.connect().await?;
    let Some(version) = version_of_sqlite(&mut connection).await? else { return Ok(None) };
    let mut database = Database {
        version: newest(&SQLITE),
        known: newest(&SQLITE),
        log_file: size_of_log(path),
        damage: damage(&mut connection).await?,
        ..Database::default()
    };
    // What a damaged file says of the rest is not to be trusted.
    if database.damage.is_none() {
        database.version = version;
        let broken: Option<(String,)> =
            sqlx::query_as("select \"table\" from pragma_foreign_key_check")
                .fetch_optional(&mut connection)
                .await?;
        database.broken_reference = broken.map(|(table,)| table);
        if database.version == database.known {
            let mut snapshot = Snapshot::new(Connection::Sqlite(&mut connection));
            ask(&mut snapshot, &mut database, hashes).await?;
        }
    }
    Ok(Some(database))
}

async fn damage(connection: &mut SqliteConnection) -> Result<Option<String>, StoreError> {
    let said: Vec<(String,)> =
        sqlx::query_as("pragma quick_check(1)").fetch_all(connection).await?;
    Ok(said.into_iter().map(|(line,)| line).find(|line| line != "ok"))
}

fn is_damage(error: &sqlx::Error) -> bool {
    let code = error.as_database_error().and_then(sqlx::error::DatabaseError::code);
    code.and_then(|code| code.parse::<i32>().ok())
        .is_some_and(|code| DAMAGE.contains(&(code & 0xff)))
}

fn size_of_log(path: &Path) -> u64 {
    let mut name = path.file_name().unwrap_or_default().to_os_string();
    name.push("-wal");
    fs::metadata(path.with_file_name(name)).map_or(0, |file| file.len())
}

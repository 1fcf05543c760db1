//! Looking at a record in SQLite.

use std::fs;
use std::path::Path;

use super::observe::{Database, ask};
use crate::blobs::BlobHash;
use crate::db::sqlite::{Access, broken_reference, first, open};
use crate::db::{Connection, PATIENCE};
use crate::migrate::{SQLITE, newest, version};
use crate::{Snapshot, StoreError};

pub(super) async fn observe(
    path: &Path,
    hashes: &mut Vec<BlobHash>,
) -> Result<Option<Database>, StoreError> {
    match look(path, hashes).await {
        // So damaged that it cannot even be checked.
        Err(error) if error.is_damage() => Ok(Some(Database {
            version: newest(&SQLITE),
            known: newest(&SQLITE),
            damage: Some(error.to_string()),
            ..Database::default()
        })),
        seen => seen,
    }
}

async fn look(path: &Path, hashes: &mut Vec<BlobHash>) -> Result<Option<Database>, StoreError> {
    let mut connection = open(path, Access::Read, PATIENCE)?;
    let mut snapshot = Snapshot::new(Connection::Sqlite(&mut connection));
    let Some(version) = version(&mut snapshot).await? else { return Ok(None) };
    let mut database = Database {
        version: newest(&SQLITE),
        known: newest(&SQLITE),
        log_file: size_of_log(path),
        damage: damage(&connection)?,
        ..Database::default()
    };
    // What a damaged file says of the rest is not to be trusted.
    if database.damage.is_none() {
        database.version = version;
        database.broken_reference = broken_reference(&connection)?;
        if database.version == database.known {
            let mut snapshot = Snapshot::new(Connection::Sqlite(&mut connection));
            ask(&mut snapshot, &mut database, hashes).await?;
        }
    }
    Ok(Some(database))
}

fn damage(connection: &rusqlite::Connection) -> Result<Option<String>, StoreError> {
    let said: Option<(String,)> = first(connection, "pragma quick_check(1)", &[])?;
    Ok(said.map(|(line,)| line).filter(|line| line != "ok"))
}

fn size_of_log(path: &Path) -> u64 {
    let mut name = path.file_name().unwrap_or_default().to_os_string();
    name.push("-wal");
    fs::metadata(path.with_file_name(name)).map_or(0, |file| file.len())
}

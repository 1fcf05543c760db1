//! A record in SQLite: one file, copied in one reading transaction.
//!
//! `VACUUM INTO` reads the database as it is at one moment while the writer
//! goes on (<https://www.sqlite.org/lang_vacuum.html#vacuuminto>). What it
//! writes is synced with the rest of the backup.

use std::fs::{self, File};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::Connection;

use super::error::{at, damaged, in_background};
use super::partial::sync;
use super::restore::Existing;
use super::{BackupError, Dump, Manifest, Migration, Table, packed};
use crate::StoreError;
use crate::blobs::BlobHash;
use crate::db::PATIENCE;
use crate::db::sqlite::{Access, all, broken_reference, first, open};

const PART: &str = "record.db.zst";
/// How long the file that is to be replaced may be held by another.
const BRIEFLY: Duration = Duration::from_millis(200);

/// What a file of a record holds.
pub(super) struct Contents {
    migrations: Vec<Migration>,
    pub(super) tables: Vec<Table>,
    blobs: Vec<BlobHash>,
}

/// Copies a record into a part of a backup.
pub(super) async fn dump(path: &Path, into: &Path) -> Result<Dump, BackupError> {
    let (path, folder) = (path.to_path_buf(), into.to_path_buf());
    let (contents, part) = in_background(move || {
        let copy = folder.join("record.db");
        let connection = open(&path, Access::Read, PATIENCE)?;
        connection.execute("vacuum into ?1", [copy.display().to_string()])?;
        let contents = contents(&copy)?;
        let part = packed::pack(&folder, PART, File::open(&copy).map_err(at(&copy))?)?;
        fs::remove_file(&copy).map_err(at(&copy))?;
        Ok((contents, part))
    })
    .await?;
    let Contents { migrations, tables, blobs } = contents;
    Ok(Dump { migrations, tables, sequences: Vec::new(), parts: vec![part], blobs })
}

/// Unpacks the database of a backup into a file and checks that it holds what
/// the manifest says.
pub(super) async fn unpack(
    backup: &Path,
    manifest: &Manifest,
    into: &Path,
) -> Result<(), BackupError> {
    let [part] = manifest.parts.as_slice() else {
        return Err(damaged("manifest.json", "a record of SQLite has one part"));
    };
    let (backup, part, file) = (backup.to_path_buf(), part.clone(), into.to_path_buf());
    let found = in_background(move || {
        let mut target = File::create(&file).map_err(at(&file))?;
        packed::unpack(&backup, &part, |piece| target.write_all(piece).map_err(at(&file)))?;
        target.sync_all().map_err(at(&file))?;
        contents(&file)
    })
    .await?;
    if found.tables != manifest.tables || found.migrations != manifest.migrations {
        return Err(damaged(PART, "it does not hold what the manifest says"));
    }
    Ok(())
}

/// Puts the database of a backup where a record is to be.
pub(super) async fn restore(
    backup: &Path,
    manifest: &Manifest,
    path: &Path,
    existing: Existing,
) -> Result<(), BackupError> {
    refuse_if_occupied(path, existing)?;
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    let folder = folder.unwrap_or(Path::new("."));
    fs::create_dir_all(folder).map_err(at(folder))?;
    let restoring = beside(path, ".restoring");
    let _held = held(&restoring)?;
    let unpacked = unpack(backup, manifest, &restoring).await;
    let settled = match unpacked {
        Ok(()) => settle(&restoring, path, existing),
        Err(error) => Err(error),
    };
    if settled.is_err() {
        let _ = fs::remove_file(&restoring);
    }
    settled?;
    sync(folder)
}

/// Refuses a place that holds a record, or what is left of one: a log that
/// SQLite would play into whatever comes to lie beside it.
pub(super) fn refuse_if_occupied(path: &Path, existing: Existing) -> Result<(), BackupError> {
    let is_occupied = path.exists() || beside(path, "-wal").exists();
    match existing {
        Existing::Keep if is_occupied => Err(BackupError::Occupied(path.display().to_string())),
        Existing::Keep | Existing::Replace => Ok(()),
    }
}

fn settle(restoring: &Path, path: &Path, existing: Existing) -> Result<(), BackupError> {
    match existing {
        Existing::Keep => {
            // Unlike a rename, this refuses a record made in the meantime.
            fs::hard_link(restoring, path).map_err(at(path))?;
            fs::remove_file(restoring).map_err(at(restoring))
        }
        Existing::Replace => {
            if path.exists() {
                close_for_good(path)?;
            }
            for left in ["-wal", "-shm"].map(|suffix| beside(path, suffix)) {
                if left.exists() {
                    fs::remove_file(&left).map_err(at(&left))?;
                }
            }
            fs::rename(restoring, path).map_err(at(path))
        }
    }
}

/// Brings all of a record into its one file; refused while anybody has it
/// open, because SQLite leaves the write-ahead log only when alone.
fn close_for_good(path: &Path) -> Result<(), BackupError> {
    let shown = path.display().to_string();
    let not_ours = |_: StoreError| StoreError::NotOurs(shown.clone());
    let connection =
        open(path, Access::Write, BRIEFLY).map_err(StoreError::from).map_err(not_ours)?;
    let holds = "select count(*) from _sqlx_migrations";
    let _: Option<(i64,)> = first(&connection, holds, &[]).map_err(not_ours)?;
    let mode: Result<Option<(String,)>, _> =
        first(&connection, "pragma journal_mode = delete", &[]);
    match mode {
        Ok(Some((mode,))) if mode == "delete" => Ok(()),
        _ => Err(BackupError::InUse(shown)),
    }
}

/// Checks a file from end to end and says what it holds.
fn contents(path: &Path) -> Result<Contents, BackupError> {
    let connection = open(path, Access::Read, PATIENCE)?;
    check(&connection)?;
    let migrations: Vec<(i64, Vec<u8>)> =
        all(&connection, "select version, checksum from _sqlx_migrations order by version", &[])?;
    let migrations = migrations.into_iter().map(Migration::from).collect();
    let names: Vec<(String,)> = all(
        &connection,
        "select name from pragma_table_list
         where schema = 'main' and type in ('table', 'shadow') and name not like 'sqlite\\_%' escape '\\'
         order by name",
        &[],
    )?;
    let mut tables = Vec::with_capacity(names.len());
    for (name,) in names {
        let quoted = name.replace('"', "\"\"");
        let count = format!("select count(*) from \"{quoted}\"");
        let rows =
            first(&connection, &count, &[])?.map_or(0, |(rows,): (i64,)| rows.unsigned_abs());
        tables.push(Table { name, columns: Vec::new(), rows });
    }
    let blobs: Vec<(Vec<u8>,)> =
        all(&connection, "select distinct hash from blob_use order by hash", &[])?;
    let blobs = blobs.iter().filter_map(|(hash,)| BlobHash::of_bytes(hash).ok()).collect();
    Ok(Contents { migrations, tables, blobs })
}

fn check(connection: &Connection) -> Result<(), BackupError> {
    let said: Option<(String,)> = first(connection, "pragma integrity_check(1)", &[])?;
    if let Some((said,)) = said.filter(|(line,)| line != "ok") {
        return Err(BackupError::DatabaseDamaged(said));
    }
    match broken_reference(connection)? {
        None => Ok(()),
        Some(table) => Err(BackupError::DatabaseDamaged(format!(
            "rows of table {table} refer to rows that are not there"
        ))),
    }
}

/// Holds the file that is being restored, so that two never fill it at once.
fn held(path: &Path) -> Result<File, BackupError> {
    let file =
        File::options().create(true).truncate(false).write(true).open(path).map_err(at(path))?;
    file.try_lock().map_err(|_| BackupError::InUse(path.display().to_string()))?;
    Ok(file)
}

fn beside(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_os_string();
    name.push(suffix);
    path.with_file_name(name)
}

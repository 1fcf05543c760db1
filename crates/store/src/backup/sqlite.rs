//! A record in SQLite: one file, copied in one reading transaction.
//!
//! `VACUUM INTO` reads the database as it is at one moment while the writer
//! goes on (<https://www.sqlite.org/lang_vacuum.html#vacuuminto>). What it
//! writes is synced with the rest of the backup.

use std::fs::{self, File};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::time::Duration;

use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};
use sqlx::{AssertSqlSafe, ConnectOptions as _, Connection as _};

use super::error::{at, damaged, in_background};
use super::partial::sync;
use super::restore::Existing;
use super::{BackupError, Dump, Manifest, Migration, Table, packed};
use crate::StoreError;
use crate::blobs::BlobHash;

const PART: &str = "record.db.zst";
/// How long a statement waits for another's lock.
const PATIENCE: Duration = Duration::from_secs(10);

/// What a file of a record holds.
pub(super) struct Contents {
    migrations: Vec<Migration>,
    pub(super) tables: Vec<Table>,
    blobs: Vec<BlobHash>,
}

/// Copies a record into a part of a backup.
pub(super) async fn dump(path: &Path, into: &Path) -> Result<Dump, BackupError> {
    let copy = into.join("record.db");
    let mut connection = options(path).read_only(true).connect().await?;
    let quoted = copy.display().to_string().replace('\'', "''");
    sqlx::raw_sql(AssertSqlSafe(format!("vacuum into '{quoted}'")))
        .execute(&mut connection)
        .await?;
    connection.close().await?;
    let contents = contents(&copy).await?;
    let folder = into.to_path_buf();
    let part = in_background(move || {
        let part = packed::pack(&folder, PART, File::open(&copy).map_err(at(&copy))?)?;
        fs::remove_file(&copy).map_err(at(&copy))?;
        Ok(part)
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
    in_background(move || {
        let mut target = File::create(&file).map_err(at(&file))?;
        packed::unpack(&backup, &part, |piece| target.write_all(piece).map_err(at(&file)))?;
        target.sync_all().map_err(at(&file))
    })
    .await?;
    let found = contents(into).await?;
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
        Ok(()) => settle(&restoring, path, existing).await,
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

async fn settle(restoring: &Path, path: &Path, existing: Existing) -> Result<(), BackupError> {
    match existing {
        Existing::Keep => {
            // Unlike a rename, this refuses a record made in the meantime.
            fs::hard_link(restoring, path).map_err(at(path))?;
            fs::remove_file(restoring).map_err(at(restoring))
        }
        Existing::Replace => {
            if path.exists() {
                close_for_good(path).await?;
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
async fn close_for_good(path: &Path) -> Result<(), BackupError> {
    let shown = path.display().to_string();
    let not_ours = |_| StoreError::NotOurs(shown.clone());
    let brief = options(path).busy_timeout(Duration::from_millis(200));
    let mut connection = brief.connect().await.map_err(not_ours)?;
    sqlx::query("select count(*) from _sqlx_migrations")
        .execute(&mut connection)
        .await
        .map_err(not_ours)?;
    let mode: Result<(String,), _> =
        sqlx::query_as("pragma journal_mode = delete").fetch_one(&mut connection).await;
    connection.close().await?;
    match mode {
        Ok((mode,)) if mode == "delete" => Ok(()),
        _ => Err(BackupError::InUse(shown)),
    }
}

/// Checks a file from end to end and says what it holds.
async fn contents(path: &Path) -> Result<Contents, BackupError> {
    // Nobody else knows the file, so no lock and no log are needed.
    let mut connection = options(path).read_only(true).immutable(true).connect().await?;
    check(&mut connection).await?;
    let migrations: Vec<(i64, Vec<u8>)> =
        sqlx::query_as("select version, checksum from _sqlx_migrations order by version")
            .fetch_all(&mut connection)
            .await?;
    let migrations = migrations.into_iter().map(Migration::from).collect();
    let names: Vec<(String,)> = sqlx::query_as(
        "select name from pragma_table_list
         where schema = 'main' and type in ('table', 'shadow') and name not like 'sqlite\\_%' escape '\\'
         order by name",
    )
    .fetch_all(&mut connection)
    .await?;
    let mut tables = Vec::with_capacity(names.len());
    for (name,) in names {
        let quoted = name.replace('"', "\"\"");
        let count = AssertSqlSafe(format!("select count(*) from \"{quoted}\""));
        let (rows,): (i64,) = sqlx::query_as(count).fetch_one(&mut connection).await?;
        tables.push(Table { name, columns: Vec::new(), rows: rows.unsigned_abs() });
    }
    let blobs: Vec<(Vec<u8>,)> = sqlx::query_as("select distinct hash from blob_use order by hash")
        .fetch_all(&mut connection)
        .await?;
    connection.close().await?;
    let blobs = blobs.iter().filter_map(|(hash,)| BlobHash::of_bytes(hash).ok()).collect();
    Ok(Contents { migrations, tables, blobs })
}

async fn check(connection: &mut SqliteConnection) -> Result<(), BackupError> {
    let said: Vec<(String,)> =
        sqlx::query_as("pragma integrity_check(1)").fetch_all(&mut *connection).await?;
    if let Some((first,)) = said.iter().find(|(line,)| line != "ok") {
        return Err(BackupError::DatabaseDamaged(first.clone()));
    }
    let broken: Option<(String,)> =
        sqlx::query_as("select \"table\" from pragma_foreign_key_check")
            .fetch_optional(connection)
            .await?;
    match broken {
        None => Ok(()),
        Some((table,)) => Err(BackupError::DatabaseDamaged(format!(
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

fn options(path: &Path) -> SqliteConnectOptions {
    SqliteConnectOptions::new().filename(path).busy_timeout(PATIENCE)
}

fn beside(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_os_string();
    name.push(suffix);
    path.with_file_name(name)
}

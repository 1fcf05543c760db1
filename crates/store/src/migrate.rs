//! Bringing a database up to this program.
//!
//! Each database has its own texts, in `migrations/sqlite` and
//! `migrations/postgres`, that make the same tables. SQLite is brought up in one
//! transaction, PostgreSQL in one for each step; processes that start together
//! wait for one another.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{fs, process};

use rusqlite::{Connection, TransactionBehavior, params};
use sqlx::PgPool;
use sqlx::migrate::{MigrateError, Migrator};
use tokio::task::spawn_blocking;

use crate::db::sqlite::{Access, all, open, run, writer};
use crate::db::{DatabaseError, PATIENCE, Sql};
use crate::{Snapshot, StoreError};

pub(crate) static SQLITE: Migrator = sqlx::migrate!("migrations/sqlite");
pub(crate) static POSTGRES: Migrator = sqlx::migrate!("migrations/postgres");

/// Where a record keeps what it has seen of them: the table is the same, and has
/// the same columns, as the one that sqlx makes in PostgreSQL.
const SEEN: &str = "create table if not exists _sqlx_migrations (
    version bigint primary key,
    description text not null,
    installed_on timestamp not null default current_timestamp,
    success boolean not null,
    checksum blob not null,
    execution_time bigint not null
)";

/// Opens a file to look into it, and makes sure that it is not somebody else's.
pub(crate) fn look_into(path: &Path) -> Result<Connection, StoreError> {
    let not_ours = || StoreError::NotOurs(path.display().to_string());
    let connection = open(path, Access::Read, PATIENCE)?;
    let tables = "select name from sqlite_schema
                  where type = 'table' and name not like 'sqlite_%'";
    let tables: Vec<(String,)> = all(&connection, tables, &[])
        .map_err(|error| if error.is_no_database() { not_ours() } else { error })?;
    if tables.is_empty() || tables.iter().any(|(name,)| name == SQLITE.table_name.as_ref()) {
        Ok(connection)
    } else {
        Err(not_ours())
    }
}

/// The last migration that a database has seen, which is only looked at; none
/// where it holds no record.
pub(crate) async fn version(snapshot: &mut Snapshot<'_>) -> Result<Option<i64>, StoreError> {
    let is_ours = Sql::Each {
        sqlite: "select exists (select 1 from sqlite_schema where name = '_sqlx_migrations')",
        postgres: "select exists (select 1 from pg_tables
                       where schemaname = current_schema() and tablename = '_sqlx_migrations')",
    };
    let (is_ours,): (bool,) = snapshot.query(is_ours).one().await?;
    if !is_ours {
        return Ok(None);
    }
    let version = snapshot.query("select coalesce(max(version), 0) from _sqlx_migrations");
    let (version,) = version.one().await?;
    Ok(Some(version))
}

/// Opens a file of SQLite for its writer and brings it up; where it held a record
/// of an earlier version, a copy of it is kept beside it first.
pub(crate) async fn open_sqlite(path: &Path) -> Result<Connection, StoreError> {
    let path = path.to_path_buf();
    let opened = spawn_blocking(move || {
        if path.exists() {
            look_into(&path)?;
        }
        let mut connection = writer(&path)?;
        bring_up(&mut connection, &path)?;
        Ok(connection)
    });
    opened.await.unwrap_or(Err(StoreError::Defect))
}

fn bring_up(connection: &mut Connection, path: &Path) -> Result<(), StoreError> {
    run(connection, SEEN)?;
    let version = seen(connection)?.into_keys().max().unwrap_or(0);
    if version > 0 && version < newest(&SQLITE) {
        keep_a_copy(connection, path, version)?;
    }
    let step = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let seen = seen(&step)?;
    for migration in SQLITE.iter().filter(|migration| !seen.contains_key(&migration.version)) {
        step.execute_batch(migration.sql.as_str())?;
        step.execute(
            "insert into _sqlx_migrations (version, description, success, checksum, execution_time)
             values (?1, ?2, true, ?3, 0)",
            params![migration.version, migration.description, migration.checksum],
        )?;
    }
    Ok(step.commit()?)
}

/// The migrations that a file has seen, all of which this program must know.
fn seen(connection: &Connection) -> Result<BTreeMap<i64, Vec<u8>>, StoreError> {
    let seen: Vec<(i64, Vec<u8>)> =
        all(connection, "select version, checksum from _sqlx_migrations", &[])?;
    let seen: BTreeMap<_, _> = seen.into_iter().collect();
    let known: BTreeMap<_, _> =
        SQLITE.iter().map(|known| (known.version, &known.checksum)).collect();
    for (version, checksum) in seen.iter().rev() {
        match known.get(version) {
            Some(known) if known.as_ref() == checksum => {}
            Some(_) => return Err(explain(MigrateError::VersionMismatch(*version), &SQLITE)),
            None => return Err(explain(MigrateError::VersionMissing(*version), &SQLITE)),
        }
    }
    Ok(seen)
}

/// Brings a database of PostgreSQL up.
pub(crate) async fn postgres(pool: &PgPool) -> Result<(), StoreError> {
    POSTGRES.run(pool).await.map_err(|error| explain(error, &POSTGRES))?;
    // On a server that has counted fewer transactions than the log has seen (a
    // restore), new entries would come before the old ones.
    sqlx::query(
        "update log_epoch set counted_before = counted_before + ahead.by
         from (select max(tx) - log_tx() + 1 as by from log) as ahead where ahead.by > 0",
    )
    .execute(pool)
    .await?;
    Ok(())
}

fn keep_a_copy(connection: &Connection, path: &Path, version: i64) -> Result<(), StoreError> {
    let copy = copy_of(path, version);
    // A copy that is there already is of the same version, from an upgrade
    // that did not come to its end. It has its name once it is whole; another
    // process may make one at the same time.
    if !copy.exists() {
        let part = format!("{}.part-{}", copy.display(), process::id());
        let kept = connection
            .execute("vacuum into ?1", [&part])
            .map_err(StoreError::from)
            .and_then(|_| fs::rename(&part, &copy).map_err(|why| DatabaseError::Copy(why).into()));
        if kept.is_err() {
            // What there is of it takes room that may be what is missing.
            let _ = fs::remove_file(&part);
        }
        kept?;
    }
    Ok(())
}

fn copy_of(path: &Path, version: i64) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_os_string();
    name.push(format!(".version-{version}"));
    path.with_file_name(name)
}

/// The last migration that this program knows.
pub(crate) fn newest(migrator: &Migrator) -> i64 {
    migrator.iter().map(|migration| migration.version).max().unwrap_or(0)
}

/// What of a migration is to be told.
pub(crate) fn explain(error: MigrateError, migrator: &Migrator) -> StoreError {
    match error {
        MigrateError::VersionMissing(found) if found > newest(migrator) => {
            StoreError::Newer { found, known: newest(migrator) }
        }
        MigrateError::Execute(error) | MigrateError::ExecuteMigration(error, _) => error.into(),
        other => DatabaseError::Migration(Box::new(other)).into(),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn a_copy_has_its_name_once_it_is_whole() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("record.db");
        let connection = open(&path, Access::Make, PATIENCE).unwrap();
        run(&connection, SEEN).unwrap();
        let names = || {
            let entries = fs::read_dir(folder.path()).unwrap();
            let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
            names.collect::<BTreeSet<String>>()
        };
        // Nothing is copied out of the middle of a transaction.
        run(&connection, "begin").unwrap();
        keep_a_copy(&connection, &path, 3).unwrap_err();
        assert_eq!(names().len(), 1, "{:?}", names());
        run(&connection, "rollback").unwrap();
        keep_a_copy(&connection, &path, 3).unwrap();
        let both = ["record.db", "record.db.version-3"].map(str::to_owned);
        assert_eq!(names(), BTreeSet::from(both));
        let copy = open(&copy_of(&path, 3), Access::Read, PATIENCE).unwrap();
        assert!(seen(&copy).unwrap().is_empty());
    }
}

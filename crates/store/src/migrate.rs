//! Bringing a database up to this program.
//!
//! Each database has its own texts, in `migrations/sqlite` and
//! `migrations/postgres`, that make the same tables. Each step is one
//! transaction; processes that start together wait for one another.

use std::path::{Path, PathBuf};

use sqlx::migrate::{Migrate as _, MigrateError, Migrator};
use sqlx::postgres::PgConnection;
use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};
use sqlx::{AssertSqlSafe, ConnectOptions as _, PgPool};

use crate::StoreError;
use crate::db::is_no_database;

pub(crate) static SQLITE: Migrator = sqlx::migrate!("migrations/sqlite");
pub(crate) static POSTGRES: Migrator = sqlx::migrate!("migrations/postgres");

/// Makes sure that a file is not somebody else's, before anything in it is
/// touched.
pub(crate) async fn is_ours(options: SqliteConnectOptions) -> Result<(), StoreError> {
    let path = options.get_filename().to_path_buf();
    let not_ours = || StoreError::NotOurs(path.display().to_string());
    let refused = |error| if is_no_database(&error) { not_ours() } else { error.into() };
    if !path.exists() {
        return Ok(());
    }
    let mut connection = options.read_only(true).connect().await.map_err(refused)?;
    let tables: Vec<(String,)> = sqlx::query_as(
        "select name from sqlite_schema where type = 'table' and name not like 'sqlite_%'",
    )
    .fetch_all(&mut connection)
    .await
    .map_err(refused)?;
    let is_empty = tables.is_empty();
    if is_empty || tables.iter().any(|(name,)| name == SQLITE.table_name.as_ref()) {
        Ok(())
    } else {
        Err(not_ours())
    }
}

/// The last migration that a file of SQLite has seen, which is only looked at;
/// none where it holds no record.
pub(crate) async fn version_of_sqlite(
    connection: &mut SqliteConnection,
) -> Result<Option<i64>, StoreError> {
    let (is_ours,): (bool,) = sqlx::query_as(
        "select exists (select 1 from sqlite_schema where name = '_sqlx_migrations')",
    )
    .fetch_one(&mut *connection)
    .await?;
    if !is_ours {
        return Ok(None);
    }
    let (version,): (i64,) =
        sqlx::query_as("select coalesce(max(version), 0) from _sqlx_migrations")
            .fetch_one(connection)
            .await?;
    Ok(Some(version))
}

/// The last migration that a database of PostgreSQL has seen, which is only
/// looked at; none where it holds no record.
pub(crate) async fn version_of_postgres(
    connection: &mut PgConnection,
) -> Result<Option<i64>, StoreError> {
    let (is_ours,): (bool,) = sqlx::query_as(
        "select exists (select 1 from pg_tables
                        where schemaname = current_schema() and tablename = '_sqlx_migrations')",
    )
    .fetch_one(&mut *connection)
    .await?;
    if !is_ours {
        return Ok(None);
    }
    let (version,): (i64,) =
        sqlx::query_as("select coalesce(max(version), 0) from _sqlx_migrations")
            .fetch_one(connection)
            .await?;
    Ok(Some(version))
}

/// Brings a file of SQLite up; where it held a record of an earlier version, a
/// copy of it is kept beside it first.
pub(crate) async fn sqlite(
    connection: &mut SqliteConnection,
    path: &Path,
) -> Result<(), StoreError> {
    let version = applied(connection).await?;
    if version > 0 && version < newest(&SQLITE) {
        keep_a_copy(connection, path, version).await?;
    }
    SQLITE.run_direct(None, connection, false).await.map_err(|error| explain(error, &SQLITE))
}

/// The last migration the file has seen; 0 for a new file.
async fn applied(connection: &mut SqliteConnection) -> Result<i64, StoreError> {
    connection
        .ensure_migrations_table(&SQLITE.table_name)
        .await
        .map_err(|error| explain(error, &SQLITE))?;
    let applied = connection
        .list_applied_migrations(&SQLITE.table_name)
        .await
        .map_err(|error| explain(error, &SQLITE))?;
    Ok(applied.iter().map(|migration| migration.version).max().unwrap_or(0))
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

async fn keep_a_copy(
    connection: &mut SqliteConnection,
    path: &Path,
    version: i64,
) -> Result<(), StoreError> {
    let copy = copy_of(path, version);
    // A copy that is there already is of the same version, from an upgrade
    // that did not come to its end.
    if !copy.exists() {
        let quoted = copy.display().to_string().replace('\'', "''");
        sqlx::raw_sql(AssertSqlSafe(format!("vacuum into '{quoted}'"))).execute(connection).await?;
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

fn explain(error: MigrateError, migrator: &Migrator) -> StoreError {
    match error {
        MigrateError::VersionMissing(found) if found > newest(migrator) => {
            StoreError::Newer { found, known: newest(migrator) }
        }
        MigrateError::Execute(error) | MigrateError::ExecuteMigration(error, _) => error.into(),
        other => StoreError::Database(sqlx::Error::Migrate(Box::new(other))),
    }
}

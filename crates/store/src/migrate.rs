//! Bringing a database up to this program.
//!
//! Each database has its own texts, in `migrations/sqlite` and
//! `migrations/postgres`, that make the same tables. Each step is one
//! transaction; processes that start together wait for one another.

use std::path::{Path, PathBuf};

use sqlx::migrate::{MigrateError, Migrator};
use sqlx::sqlite::SqliteConnection;
use sqlx::{AssertSqlSafe, PgPool};

use crate::StoreError;

static SQLITE: Migrator = sqlx::migrate!("migrations/sqlite");
static POSTGRES: Migrator = sqlx::migrate!("migrations/postgres");

/// Brings a file of SQLite up; where it held a record of an earlier version, a
/// copy of it is kept beside it first.
pub(crate) async fn sqlite(
    connection: &mut SqliteConnection,
    path: &Path,
) -> Result<(), StoreError> {
    let tables: Vec<(String,)> = sqlx::query_as(
        "select name from sqlite_schema where type = 'table' and name not like 'sqlite_%'",
    )
    .fetch_all(&mut *connection)
    .await?;
    let is_ours = tables.iter().any(|(name,)| name == SQLITE.table_name.as_ref());
    if !is_ours && !tables.is_empty() {
        return Err(StoreError::NotOurs(path.display().to_string()));
    }
    if is_ours {
        let (version,): (i64,) =
            sqlx::query_as("select coalesce(max(version), 0) from _sqlx_migrations")
                .fetch_one(&mut *connection)
                .await?;
        if version > 0 && version < newest(&SQLITE) {
            keep_a_copy(connection, path, version).await?;
        }
    }
    SQLITE.run_direct(None, connection, false).await.map_err(|error| explain(error, &SQLITE))
}

/// Brings a database of PostgreSQL up.
pub(crate) async fn postgres(pool: &PgPool) -> Result<(), StoreError> {
    POSTGRES.run(pool).await.map_err(|error| explain(error, &POSTGRES))
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
        sqlx::raw_sql(AssertSqlSafe(format!("vacuum into '{quoted}'")))
            .execute(connection)
            .await?;
    }
    Ok(())
}

fn copy_of(path: &Path, version: i64) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_os_string();
    name.push(format!(".version-{version}"));
    path.with_file_name(name)
}

fn newest(migrator: &Migrator) -> i64 {
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

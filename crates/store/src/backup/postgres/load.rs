//! Loading the tables again, in one transaction.

use std::path::Path;

use sqlx::migrate::MigrateError;
use sqlx::postgres::{PgConnectOptions, PgConnection};
use sqlx::{AssertSqlSafe, Connection as _};
use tokio::sync::mpsc;

use super::{connect, copied, quoted};
use crate::StoreError;
use crate::backup::error::{damaged, in_background};
use crate::backup::restore::Existing;
use crate::backup::{BackupError, Manifest, Part, Table, packed};
use crate::db::DatabaseError;
use crate::migrate::POSTGRES;

/// So many pieces wait to be loaded.
const AHEAD: usize = 16;

/// Refuses a database that holds a record, or anything else.
pub(in crate::backup) async fn refuse_if_occupied(
    options: &PgConnectOptions,
    existing: Existing,
) -> Result<(), BackupError> {
    let mut connection = connect(options).await?;
    let checked = check_room(&mut connection, options, existing).await;
    connection.close().await?;
    checked.map(drop)
}

/// Makes the tables as they were, loads them, and counts. Nothing of it is seen
/// before all of it is right.
pub(in crate::backup) async fn load(
    backup: &Path,
    manifest: &Manifest,
    options: &PgConnectOptions,
    existing: Existing,
) -> Result<(), BackupError> {
    let mut connection = connect(options).await?;
    let mut tx = connection.begin().await?;
    // Whoever has a table open that is to go is waited for, not for ever.
    sqlx::raw_sql("set local lock_timeout = '10s'").execute(&mut *tx).await?;
    if check_room(&mut tx, options, existing).await? == Room::Record {
        clear(&mut tx).await?;
    }
    POSTGRES.run_direct(Some(manifest.version()), &mut *tx, false).await.map_err(refused)?;
    empty(&mut tx, manifest).await?;
    for (table, part) in manifest.tables.iter().zip(&manifest.parts) {
        copy_in(&mut tx, backup, table, part).await?;
    }
    for sequence in &manifest.sequences {
        sqlx::query("select setval($1::regclass, $2)")
            .bind(quoted(&sequence.name))
            .bind(sequence.last)
            .execute(&mut *tx)
            .await?;
    }
    tx.commit().await?;
    connection.close().await?;
    Ok(())
}

/// What is where a backup is to go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Room {
    Nothing,
    Record,
}

async fn check_room(
    connection: &mut PgConnection,
    options: &PgConnectOptions,
    existing: Existing,
) -> Result<Room, BackupError> {
    let (tables, ours): (i64, bool) = sqlx::query_as(
        "select count(*), coalesce(bool_or(tablename = '_sqlx_migrations'), false)
         from pg_tables where schemaname = current_schema()",
    )
    .fetch_one(connection)
    .await?;
    let shown = || crate::db::Place::Postgres(options.clone()).to_string();
    match (tables, ours, existing) {
        (0, _, _) => Ok(Room::Nothing),
        (_, false, _) => Err(StoreError::NotOurs(shown()).into()),
        (_, true, Existing::Keep) => Err(BackupError::Occupied(shown())),
        (_, true, Existing::Replace) => Ok(Room::Record),
    }
}

/// Drops the record that is there: its tables and functions. What belongs to
/// extensions stays.
async fn clear(tx: &mut PgConnection) -> Result<(), BackupError> {
    let drops: Vec<(String,)> = sqlx::query_as(
        "select format('drop table if exists %I cascade', tablename)
         from pg_tables where schemaname = current_schema()
         union all
         select format('drop routine if exists %s cascade', p.oid::regprocedure)
         from pg_proc p join pg_namespace n on n.oid = p.pronamespace
         where n.nspname = current_schema()
           and not exists (select 1 from pg_depend d where d.objid = p.oid and d.deptype = 'e')",
    )
    .fetch_all(&mut *tx)
    .await?;
    for (statement,) in drops {
        sqlx::raw_sql(AssertSqlSafe(statement)).execute(&mut *tx).await?;
    }
    Ok(())
}

/// Removes the rows that migrations have put into the tables.
async fn empty(tx: &mut PgConnection, manifest: &Manifest) -> Result<(), BackupError> {
    let names: Vec<String> = manifest.tables.iter().map(|table| quoted(&table.name)).collect();
    if !names.is_empty() {
        let statement = format!("truncate {}", names.join(", "));
        sqlx::raw_sql(AssertSqlSafe(statement)).execute(&mut *tx).await?;
    }
    Ok(())
}

async fn copy_in(
    tx: &mut PgConnection,
    backup: &Path,
    table: &Table,
    part: &Part,
) -> Result<(), BackupError> {
    let (pieces, mut waiting) = mpsc::channel::<Vec<u8>>(AHEAD);
    let (backup, unpacked) = (backup.to_path_buf(), part.clone());
    let unpacking = tokio::spawn(in_background(move || {
        packed::unpack(&backup, &unpacked, |piece| {
            // Where loading has stopped it says why itself.
            pieces.blocking_send(piece.to_vec()).map_err(|_| StoreError::Stopping.into())
        })
    }));
    let mut loading = tx.copy_in_raw(&format!("copy {} from stdin", copied(table))).await?;
    while let Some(piece) = waiting.recv().await {
        if let Err(error) = loading.send(piece).await {
            loading.abort("the backup could not be sent").await?;
            return Err(error.into());
        }
    }
    if let Err(error) = unpacking.await.unwrap_or(Err(StoreError::Defect.into())) {
        loading.abort("the backup is damaged").await?;
        return Err(error);
    }
    let rows = loading.finish().await?;
    if rows != table.rows {
        return Err(damaged(&part.file, format!("it has {rows} rows of {}", table.rows)));
    }
    Ok(())
}

fn refused(error: MigrateError) -> BackupError {
    StoreError::from(DatabaseError::Migration(Box::new(error))).into()
}

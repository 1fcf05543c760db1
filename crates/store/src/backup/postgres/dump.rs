//! Copying the tables out.

use std::path::{Path, PathBuf};

use futures_util::TryStreamExt as _;
use sqlx::postgres::{PgConnectOptions, PgConnection};
use sqlx::{AssertSqlSafe, Connection as _};
use tokio::sync::mpsc;

use super::{catalog, connect, copied, quoted};
use crate::StoreError;
use crate::backup::error::{damaged, in_background};
use crate::backup::packed::Packing;
use crate::backup::{BackupError, Dump, Part, Table};
use crate::blobs::BlobHash;

/// So many pieces wait to be packed.
const AHEAD: usize = 16;

/// Copies a record into parts of a backup, one for each table.
pub(in crate::backup) async fn dump(
    options: &PgConnectOptions,
    into: &Path,
) -> Result<Dump, BackupError> {
    let mut connection = connect(options).await?;
    let mut snapshot =
        connection.begin_with("begin isolation level repeatable read, read only").await?;
    let migrations = catalog::migrations(&mut snapshot).await?;
    let mut tables = catalog::tables(&mut snapshot).await?;
    let mut parts = Vec::with_capacity(tables.len());
    for (place, table) in tables.iter_mut().enumerate() {
        let file = format!("{place:03}-{}.copy.zst", plain(&table.name));
        let (part, rows) = copy_out(&mut snapshot, table, into.to_path_buf(), file).await?;
        let count = AssertSqlSafe(format!("select count(*) from {}", quoted(&table.name)));
        let (counted,): (i64,) = sqlx::query_as(count).fetch_one(&mut *snapshot).await?;
        table.rows = counted.unsigned_abs();
        if rows != table.rows {
            return Err(damaged(&part.file, format!("it got {rows} rows of {counted}")));
        }
        parts.push(part);
    }
    let blobs: Vec<(Vec<u8>,)> = sqlx::query_as("select distinct hash from blob_use order by hash")
        .fetch_all(&mut *snapshot)
        .await?;
    let sequences = catalog::sequences(&mut snapshot).await?;
    snapshot.commit().await?;
    connection.close().await?;
    let blobs = blobs.iter().filter_map(|(hash,)| BlobHash::of_bytes(hash).ok()).collect();
    Ok(Dump { migrations, tables, sequences, parts, blobs })
}

/// Copies one table; returns its part and how many rows went into it. In
/// `COPY`'s text form a row is a line, whatever it holds.
async fn copy_out(
    snapshot: &mut PgConnection,
    table: &Table,
    into: PathBuf,
    file: String,
) -> Result<(Part, u64), BackupError> {
    let (pieces, mut waiting) = mpsc::channel::<Vec<u8>>(AHEAD);
    let packing = tokio::spawn(in_background(move || {
        let mut packing = Packing::begin(&into, &file)?;
        while let Some(piece) = waiting.blocking_recv() {
            packing.write(&piece)?;
        }
        packing.finish()
    }));
    let statement = format!("copy {} to stdout", copied(table));
    let mut rows = snapshot.copy_out_raw(&statement).await?;
    while let Some(piece) = rows.try_next().await? {
        // Where packing has stopped it says why below.
        if pieces.send(piece.to_vec()).await.is_err() {
            break;
        }
    }
    drop((rows, pieces));
    packing.await.unwrap_or(Err(StoreError::Defect.into()))
}

/// A name as a file takes it.
fn plain(name: &str) -> String {
    name.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '_' }).collect()
}

//! The SQL of facts: which files there are.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use kernel::facts::{FactFile, FactKind};
use store::{Snapshot, StoreError, Tx};
use uuid::Uuid;

use super::FactsError;
use super::model::Generation;

/// What is held while something depends on which generation counts.
const GENERATIONS: Uuid = Uuid::from_u128(0xfac7_6e4e);

/// The generation that counts.
pub async fn live(snapshot: &mut Snapshot<'_>) -> Result<Generation, StoreError> {
    let (live,): (i64,) = snapshot.query("select live from fact_generation").one().await?;
    Ok(Generation(live))
}

/// The generation that counts, and goes on to until this transaction ends.
pub async fn held_live(tx: &mut Tx<'_>) -> Result<Generation, StoreError> {
    tx.hold(GENERATIONS).await?;
    live(tx).await
}

/// One later than the one that counts: the same for all who begin one.
pub async fn next_generation(snapshot: &mut Snapshot<'_>) -> Result<Generation, StoreError> {
    let Generation(live) = live(snapshot).await?;
    Ok(Generation(live + 1))
}

/// How many facts were told in all of which figures are made.
pub async fn told(snapshot: &mut Snapshot<'_>) -> Result<i64, StoreError> {
    let (told,): (i64,) = snapshot.query("select told from fact_generation").one().await?;
    Ok(told)
}

/// So many more facts were told.
pub async fn tell(tx: &mut Tx<'_>, more: i64) -> Result<(), StoreError> {
    tx.query("update fact_generation set told = told + $1").bind(more).execute().await?;
    Ok(())
}

type FileRow = (String, String, i64, i64, bool);

/// The files of a generation that nothing replaced, the oldest first.
pub async fn files_of(
    snapshot: &mut Snapshot<'_>,
    generation: Generation,
) -> Result<Vec<FactFile>, StoreError> {
    let rows: Vec<FileRow> = snapshot
        .query(
            "select name, kind, rows, bytes, is_base from fact_file
             where generation = $1 and replaced_at is null order by name",
        )
        .bind(generation.0)
        .all()
        .await?;
    let file = |(name, kind, rows, bytes, is_base): FileRow| {
        let kind = FactKind::named(&kind)?;
        let (rows, bytes) = (rows.unsigned_abs(), bytes.unsigned_abs());
        Some(FactFile { name, kind, rows, bytes, is_base })
    };
    Ok(rows.into_iter().filter_map(file).collect())
}

/// From now on these count.
pub async fn add(
    tx: &mut Tx<'_>,
    generation: Generation,
    files: &[FactFile],
) -> Result<(), StoreError> {
    for file in files {
        tx.query(
            "insert into fact_file (name, generation, kind, rows, bytes, is_base)
             values ($1, $2, $3, $4, $5, $6)",
        )
        .bind(file.name.clone())
        .bind(generation.0)
        .bind(file.kind.name())
        .bind(file.rows.cast_signed())
        .bind(file.bytes.cast_signed())
        .bind(file.is_base)
        .execute()
        .await?;
    }
    Ok(())
}

/// From now on these do not count.
///
/// # Errors
/// [`FactsError::Overtaken`] where another has replaced some of them before.
pub async fn replace(tx: &mut Tx<'_>, files: &[FactFile]) -> Result<(), FactsError> {
    let now = tx.now();
    for file in files {
        let replaced = tx
            .query("update fact_file set replaced_at = $2 where name = $1 and replaced_at is null")
            .bind(file.name.clone())
            .bind(now)
            .execute()
            .await?;
        if replaced == 0 {
            return Err(FactsError::Overtaken);
        }
    }
    Ok(())
}

/// From now on another generation counts, unless a later one does.
pub async fn make_live(tx: &mut Tx<'_>, generation: Generation) -> Result<(), StoreError> {
    let now = tx.now();
    let Generation(before) = held_live(tx).await?;
    tx.query("update fact_generation set live = $1 where live < $1")
        .bind(generation.0)
        .execute()
        .await?;
    if before < generation.0 {
        tx.query(
            "update fact_file set replaced_at = $2 where generation < $1 and replaced_at is null",
        )
        .bind(generation.0)
        .bind(now)
        .execute()
        .await?;
        tx.forget_cursor(&Generation(before).reader()).await?;
    }
    Ok(())
}

/// Files that were replaced before a moment.
pub async fn replaced_before(
    snapshot: &mut Snapshot<'_>,
    moment: DateTime<Utc>,
) -> Result<Vec<(FactKind, String)>, StoreError> {
    let rows: Vec<(String, String)> = snapshot
        .query("select kind, name from fact_file where replaced_at < $1 order by name")
        .bind(moment)
        .all()
        .await?;
    let file = |(kind, name): (String, String)| Some((FactKind::named(&kind)?, name));
    Ok(rows.into_iter().filter_map(file).collect())
}

/// The files are no more.
pub async fn forget(tx: &mut Tx<'_>, names: &[String]) -> Result<(), StoreError> {
    for name in names {
        tx.query("delete from fact_file where name = $1").bind(name.clone()).execute().await?;
    }
    Ok(())
}

/// Every file that is named, whether it counts or was replaced.
pub async fn named(snapshot: &mut Snapshot<'_>) -> Result<BTreeSet<String>, StoreError> {
    let names: Vec<(String,)> = snapshot.query("select name from fact_file").all().await?;
    Ok(names.into_iter().map(|(name,)| name).collect())
}

//! The SQL of what browsers have sent.

use ::store::blobs::{Arrived, BlobHash};
use ::store::db::Sql;
use ::store::{Snapshot, StoreError, Tx, listed};
use chrono::{DateTime, Utc};

use super::{Phase, State, Upload, UploadId, UploadedFile, WaitingFileId};
use crate::know::files::NewFile;
use crate::know::imports::ImportId;
use crate::office::staff::AccountId;

pub async fn insert(tx: &mut Tx<'_>, upload: &Upload) -> Result<(), StoreError> {
    tx.query(
        "insert into upload (id, account, source, how, found, state, phase, whole, begun_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
    )
    .bind(upload.id)
    .bind(upload.account)
    .bind(upload.source.as_str())
    .bind(json(&upload.how)?)
    .bind(json(&upload.found)?)
    .bind(upload.state)
    .bind(upload.phase)
    .bind(stored(upload.whole))
    .bind(upload.begun_at)
    .execute()
    .await?;
    Ok(())
}

/// All that changes of it.
pub async fn update(tx: &mut Tx<'_>, upload: &Upload) -> Result<(), StoreError> {
    tx.query(
        "update upload set how = $2, found = $3, state = $4, phase = $5, done = $6, whole = $7,
             import = $8, refused = $9
         where id = $1",
    )
    .bind(upload.id)
    .bind(json(&upload.how)?)
    .bind(json(&upload.found)?)
    .bind(upload.state)
    .bind(upload.phase)
    .bind(stored(upload.done))
    .bind(stored(upload.whole))
    .bind(upload.import)
    .bind(upload.refused.map(|hash| hash.to_string()))
    .execute()
    .await?;
    Ok(())
}

pub async fn advance(
    tx: &mut Tx<'_>,
    id: UploadId,
    phase: Phase,
    done: u64,
    whole: u64,
) -> Result<(), StoreError> {
    tx.query("update upload set phase = $2, done = $3, whole = $4 where id = $1")
        .bind(id)
        .bind(phase)
        .bind(stored(done))
        .bind(stored(whole))
        .execute()
        .await?;
    Ok(())
}

/// Files that no other transaction changes until this one ends.
pub async fn held(tx: &mut Tx<'_>, id: UploadId) -> Result<Option<Upload>, StoreError> {
    tx.query("update upload set state = state where id = $1").bind(id).execute().await?;
    upload(tx, id).await
}

const UPLOAD: &str = "select id, account, source, how, found, state, phase, done, whole, import,
    refused, begun_at from upload";

#[derive(store::Row)]
struct UploadRow {
    id: UploadId,
    account: AccountId,
    source: String,
    how: String,
    found: String,
    state: State,
    phase: Phase,
    done: i64,
    whole: i64,
    import: Option<ImportId>,
    refused: Option<String>,
    begun_at: DateTime<Utc>,
}

impl UploadRow {
    fn read(self) -> Result<Upload, StoreError> {
        Ok(Upload {
            id: self.id,
            account: self.account,
            source: self.source,
            how: serde_json::from_str(&self.how).map_err(StoreError::Event)?,
            found: serde_json::from_str(&self.found).map_err(StoreError::Event)?,
            state: self.state,
            phase: self.phase,
            done: self.done.unsigned_abs(),
            whole: self.whole.unsigned_abs(),
            import: self.import,
            // Nothing is written there but a hash.
            refused: self.refused.and_then(|hash| hash.parse::<BlobHash>().ok()),
            begun_at: self.begun_at,
        })
    }
}

/// By the primary key.
pub async fn upload(
    snapshot: &mut Snapshot<'_>,
    id: UploadId,
) -> Result<Option<Upload>, StoreError> {
    let text = Sql::Composed(format!("{UPLOAD} where id = $1"));
    let row: Option<UploadRow> = snapshot.query(text).bind(id).optional().await?;
    row.map(UploadRow::read).transpose()
}

/// By the unique index of `upload.import`.
pub async fn of_import(
    snapshot: &mut Snapshot<'_>,
    import: ImportId,
) -> Result<Option<Upload>, StoreError> {
    let text = Sql::Composed(format!("{UPLOAD} where import = $1"));
    let row: Option<UploadRow> = snapshot.query(text).bind(import).optional().await?;
    row.map(UploadRow::read).transpose()
}

/// By the index `upload_under_way`.
pub async fn under_way(snapshot: &mut Snapshot<'_>, limit: u32) -> Result<Vec<Upload>, StoreError> {
    let text = format!("{UPLOAD} where import is null order by begun_at desc, id desc limit $1");
    let rows: Vec<UploadRow> =
        snapshot.query(Sql::Composed(text)).bind(i64::from(limit)).all().await?;
    rows.into_iter().map(UploadRow::read).collect()
}

/// Those that nobody went on with. By the index `upload_under_way`.
pub async fn left_lying(
    snapshot: &mut Snapshot<'_>,
    until: DateTime<Utc>,
    limit: u32,
) -> Result<Vec<Upload>, StoreError> {
    let text =
        format!("{UPLOAD} where import is null and begun_at <= $1 order by begun_at, id limit $2");
    let statement = snapshot.query(Sql::Composed(text)).bind(until).bind(i64::from(limit));
    let rows: Vec<UploadRow> = statement.all().await?;
    rows.into_iter().map(UploadRow::read).collect()
}

pub async fn delete(tx: &mut Tx<'_>, id: UploadId) -> Result<(), StoreError> {
    tx.query("delete from upload where id = $1").bind(id).execute().await?;
    Ok(())
}

pub async fn insert_file(
    tx: &mut Tx<'_>,
    id: UploadId,
    position: i64,
    name: &str,
    arrived: &Arrived,
) -> Result<(), StoreError> {
    tx.query(
        "insert into upload_file (upload, position, name, hash, size, sniffed)
         values ($1, $2, $3, $4, $5, $6)",
    )
    .bind(id)
    .bind(position)
    .bind(name)
    .bind(arrived.hash.to_string())
    .bind(stored(arrived.size))
    .bind(arrived.sniffed.as_str())
    .execute()
    .await?;
    Ok(())
}

/// By the primary key.
pub async fn files(
    snapshot: &mut Snapshot<'_>,
    id: UploadId,
) -> Result<Vec<UploadedFile>, StoreError> {
    snapshot
        .query(
            "select name, hash, size, sniffed from upload_file where upload = $1 order by position",
        )
        .bind(id)
        .all()
        .await
}

/// What the files of some uploads are called. By the primary key.
pub async fn names_of(
    snapshot: &mut Snapshot<'_>,
    ids: &[UploadId],
) -> Result<Vec<(UploadId, String)>, StoreError> {
    snapshot
        .query(::store::among!(
            "select upload, name from upload_file where upload",
            "$1",
            " order by upload, position"
        ))
        .bind(listed(ids))
        .all()
        .await
}

pub async fn delete_files(tx: &mut Tx<'_>, id: UploadId) -> Result<(), StoreError> {
    tx.query("delete from upload_file where upload = $1").bind(id).execute().await?;
    Ok(())
}

pub async fn insert_waiting(
    tx: &mut Tx<'_>,
    id: WaitingFileId,
    account: AccountId,
    file: &NewFile,
) -> Result<(), StoreError> {
    let now = tx.now();
    tx.query(
        "insert into waiting_file (id, account, name, hash, size, sniffed, arrived_at)
         values ($1, $2, $3, $4, $5, $6, $7)",
    )
    .bind(id)
    .bind(account)
    .bind(file.name.as_str())
    .bind(file.arrived.hash.to_string())
    .bind(stored(file.arrived.size))
    .bind(file.arrived.sniffed.as_str())
    .bind(now)
    .execute()
    .await?;
    Ok(())
}

/// By the primary key.
pub async fn waiting(
    snapshot: &mut Snapshot<'_>,
    account: AccountId,
    id: WaitingFileId,
) -> Result<Option<NewFile>, StoreError> {
    let row: Option<UploadedFile> = snapshot
        .query("select name, hash, size, sniffed from waiting_file where id = $1 and account = $2")
        .bind(id)
        .bind(account)
        .optional()
        .await?;
    Ok(row.map(|file| NewFile { name: file.name.clone(), arrived: file.arrived() }))
}

/// By the index `waiting_file_by_arrival`.
pub async fn delete_waiting(tx: &mut Tx<'_>, until: DateTime<Utc>) -> Result<(), StoreError> {
    tx.query("delete from waiting_file where arrived_at <= $1").bind(until).execute().await?;
    Ok(())
}

fn json(value: &impl serde::Serialize) -> Result<String, StoreError> {
    serde_json::to_string(value).map_err(StoreError::Event)
}

fn stored(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

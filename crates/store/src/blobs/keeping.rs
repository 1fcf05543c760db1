//! What uses a file, and since when nothing does.
//!
//! Who keeps and who releases a file touches its row first, so that on
//! PostgreSQL they wait for one another, and for a sweep of the same file.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::sweep::{GRACE, SWEEP, SweepBlobs};
use super::{Arrived, BlobError, BlobHash};
use crate::db::DatabaseError;
use crate::{Snapshot, StoreError, Tx};

/// What uses a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UsedBy<'a> {
    /// A room's kind of thing: `"interaction"`.
    pub kind: &'a str,
    /// Which one.
    pub id: Uuid,
}

/// A file that something uses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Blob {
    /// Its name.
    pub hash: BlobHash,
    /// So many bytes.
    pub size: u64,
    /// What its bytes say it is; [`served_as`](super::served_as) tells how it
    /// may be shown.
    pub sniffed: String,
    /// When it first arrived.
    pub created_at: DateTime<Utc>,
}

type BlobRow = (Vec<u8>, i64, String, DateTime<Utc>);

impl Snapshot<'_> {
    /// The files a thing uses, in the order in which they first arrived (index
    /// `blob_use_of`).
    ///
    /// # Errors
    /// Where the database refuses it.
    pub async fn blobs_of(&mut self, user: UsedBy<'_>) -> Result<Vec<Blob>, StoreError> {
        let rows: Vec<BlobRow> = self
            .query(
                "select b.hash, b.size, b.sniffed, b.created_at
                 from blob_use u join blob b on b.hash = u.hash
                 where u.kind = $1 and u.id = $2
                 order by b.created_at, b.hash",
            )
            .bind(user.kind)
            .bind(user.id)
            .all()
            .await?;
        rows.into_iter().map(blob).collect()
    }
}

impl Tx<'_> {
    /// Says that something uses a file, as part of this transaction. Twice is
    /// the same as once.
    ///
    /// # Errors
    /// [`BlobError::Swept`] where it arrived more than a day ago and was not
    /// used since; where the database refuses it.
    pub async fn keep_blob(
        &mut self,
        arrived: &Arrived,
        user: UsedBy<'_>,
    ) -> Result<(), BlobError> {
        let is_there = self
            .query("update blob set unused_since = null where hash = $1")
            .bind(arrived.hash.to_vec())
            .execute()
            .await?;
        if is_there == 0 {
            return Err(BlobError::Swept(arrived.hash));
        }
        self.query(
            "insert into blob_use (hash, kind, id) values ($1, $2, $3) on conflict do nothing",
        )
        .bind(arrived.hash.to_vec())
        .bind(user.kind)
        .bind(user.id)
        .execute()
        .await?;
        Ok(())
    }

    /// Says that something uses a file no more. Where nothing else does, the
    /// file goes after a day.
    ///
    /// # Errors
    /// Where the database refuses it.
    pub async fn release_blob(
        &mut self,
        hash: BlobHash,
        user: UsedBy<'_>,
    ) -> Result<(), StoreError> {
        let now = self.now();
        self.query("update blob set unused_since = unused_since where hash = $1")
            .bind(hash.to_vec())
            .execute()
            .await?;
        self.query("delete from blob_use where hash = $1 and kind = $2 and id = $3")
            .bind(hash.to_vec())
            .bind(user.kind)
            .bind(user.id)
            .execute()
            .await?;
        let unused = self
            .query(
                "update blob set unused_since = $2
                 where hash = $1 and unused_since is null
                   and not exists (select 1 from blob_use where blob_use.hash = blob.hash)",
            )
            .bind(hash.to_vec())
            .bind(now)
            .execute()
            .await?;
        if unused > 0 {
            self.enqueue_once(SWEEP, &SweepBlobs {}, now + GRACE).await?;
        }
        Ok(())
    }

    /// Makes the row of a file about to get its name; where it is there and
    /// unused, its day begins again.
    pub(super) async fn expect_blob(&mut self, arrived: &Arrived) -> Result<(), BlobError> {
        let now = self.now();
        self.query(
            "insert into blob (hash, size, sniffed, created_at, unused_since)
             values ($1, $2, $3, $4, $4)
             on conflict (hash) do update set unused_since = excluded.unused_since
             where blob.unused_since is not null",
        )
        .bind(arrived.hash.to_vec())
        .bind(i64::try_from(arrived.size).unwrap_or(i64::MAX))
        .bind(arrived.sniffed.as_str())
        .bind(now)
        .execute()
        .await?;
        self.enqueue_once(SWEEP, &SweepBlobs {}, now + GRACE).await?;
        Ok(())
    }
}

fn blob((hash, size, sniffed, created_at): BlobRow) -> Result<Blob, StoreError> {
    let hash = BlobHash::of_bytes(&hash)
        .map_err(|why| DatabaseError::Column { column: "hash".into(), why: why.into() })?;
    Ok(Blob { hash, size: size.unsigned_abs(), sniffed, created_at })
}

//! Asking for work.

use chrono::{DateTime, Utc};
use serde::Serialize;
use serde::de::DeserializeOwned;
use uuid::Uuid;

use crate::{Snapshot, StoreError, Tx};

/// Work that can be done later, with what it needs to know.
pub trait Job: Serialize + DeserializeOwned + Send + Sync + 'static {
    /// Its name in the database, for ever: `"facts.refresh"`.
    const KIND: &'static str;
    /// It is put aside after so many tries.
    const TRIES: u32 = 10;
}

impl Snapshot<'_> {
    /// Whether a job of a kind was asked for and is not done yet; one that was put
    /// aside waits for a person. No index serves it: there are some ten jobs.
    ///
    /// # Errors
    /// Where the database refuses it.
    pub async fn job_waits<J: Job>(&mut self) -> Result<bool, StoreError> {
        let text = "select 1 from job where kind = $1 and given_up_at is null";
        let waiting: Option<(i32,)> = self.query(text).bind(J::KIND).at_most(1).optional().await?;
        Ok(waiting.is_some())
    }
}

impl Tx<'_> {
    /// Asks for a job, from `run_at` on, as part of this transaction.
    ///
    /// # Errors
    /// Where the database refuses it.
    pub async fn enqueue<J: Job>(
        &mut self,
        job: &J,
        run_at: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        self.insert_job(J::KIND, payload(job)?, None, run_at).await.map(drop)
    }

    /// Asks for a job that waits under `key`, unless one does already. Returns
    /// whether it is new.
    ///
    /// # Errors
    /// Where the database refuses it.
    pub async fn enqueue_once<J: Job>(
        &mut self,
        key: &str,
        job: &J,
        run_at: DateTime<Utc>,
    ) -> Result<bool, StoreError> {
        self.insert_job(J::KIND, payload(job)?, Some(key), run_at).await
    }

    pub(super) async fn insert_job(
        &mut self,
        kind: &str,
        payload: String,
        key: Option<&str>,
        run_at: DateTime<Utc>,
    ) -> Result<bool, StoreError> {
        let now = self.now();
        let inserted = self
            .query(
                "insert into job (id, kind, payload, key, run_at, created_at)
                 values ($1, $2, $3, $4, $5, $6)
                 on conflict (key) where given_up_at is null do nothing",
            )
            // Later than any before, of this transaction too: jobs of one moment
            // are taken up in the order in which they were asked for.
            .bind(Uuid::now_v7())
            .bind(kind)
            .bind(payload)
            .bind(key)
            .bind(run_at)
            .bind(now)
            .execute()
            .await?;
        Ok(inserted == 1)
    }
}

fn payload<J: Job>(job: &J) -> Result<String, StoreError> {
    serde_json::to_string(job).map_err(StoreError::Event)
}

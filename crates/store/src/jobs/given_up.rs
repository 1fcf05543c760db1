//! Jobs that failed for the last time: for people to decide.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::{Snapshot, StoreError, Tx};

/// A job put aside.
#[derive(Debug, Clone, PartialEq, Eq, crate::Row)]
pub struct GivenUp {
    /// Its id, by which it is tried again or dropped.
    pub id: Uuid,
    /// Which kind of job it is.
    pub kind: String,
    /// The job as JSON.
    pub payload: String,
    /// How often it was tried.
    pub attempts: i32,
    /// When it was put aside.
    pub given_up_at: DateTime<Utc>,
    /// What the last try said.
    pub last_error: String,
}

impl Snapshot<'_> {
    /// One job put aside.
    ///
    /// # Errors
    /// Where the database refuses it.
    pub async fn job_given_up(&mut self, id: Uuid) -> Result<Option<GivenUp>, StoreError> {
        self.query(
            "select id, kind, payload, attempts, given_up_at, last_error from job
             where id = $1 and given_up_at is not null",
        )
        .bind(id)
        .optional()
        .await
    }

    /// Jobs put aside, latest first; the next page starts before `before`.
    ///
    /// # Errors
    /// Where the database refuses it.
    pub async fn jobs_given_up(
        &mut self,
        before: Option<(DateTime<Utc>, Uuid)>,
        limit: u32,
    ) -> Result<Vec<GivenUp>, StoreError> {
        let columns = "id, kind, payload, attempts, given_up_at, last_error";
        match before {
            None => {
                self.query(crate::db::Sql::Composed(format!(
                    "select {columns} from job where given_up_at is not null
                     order by given_up_at desc, id desc limit $1"
                )))
                .bind(i64::from(limit))
                .all()
                .await
            }
            Some((at, id)) => {
                self.query(crate::db::Sql::Composed(format!(
                    "select {columns} from job
                     where given_up_at is not null and (given_up_at, id) < ($2, $3)
                     order by given_up_at desc, id desc limit $1"
                )))
                .bind(i64::from(limit))
                .bind(at)
                .bind(id)
                .all()
                .await
            }
        }
    }
}

impl Tx<'_> {
    /// Gives a job that was put aside all its tries again, from now on. Where
    /// another waits under its key by now, that one is done in its stead, as
    /// when it is asked for twice. Returns false where it is not there any more.
    ///
    /// # Errors
    /// Where the database refuses it.
    pub async fn retry_job(&mut self, id: Uuid) -> Result<bool, StoreError> {
        let now = self.now();
        let instead = self
            .query(
                "update job set run_at = case when run_at > $2 then $2 else run_at end
                 where given_up_at is null and key = (
                     select aside.key from job as aside
                     where aside.id = $1 and aside.given_up_at is not null
                 )",
            )
            .bind(id)
            .bind(now)
            .execute()
            .await?;
        if instead > 0 {
            return self.drop_job(id).await;
        }
        let done = self
            .query(
                "update job set given_up_at = null, attempts = 0, run_at = $2
                 where id = $1 and given_up_at is not null",
            )
            .bind(id)
            .bind(now)
            .execute()
            .await?;
        Ok(done == 1)
    }

    /// Drops a job that was put aside. Returns false where it is not there any
    /// more. Whoever drops it writes the reason into the log.
    ///
    /// # Errors
    /// Where the database refuses it.
    pub async fn drop_job(&mut self, id: Uuid) -> Result<bool, StoreError> {
        let done = self
            .query("delete from job where id = $1 and given_up_at is not null")
            .bind(id)
            .execute()
            .await?;
        Ok(done == 1)
    }
}

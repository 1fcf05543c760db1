//! Holding a job for a while.

use chrono::{DateTime, TimeDelta, Utc};
use uuid::Uuid;

use super::backoff;
use crate::db::Sql;
use crate::{StoreError, Tx};

/// The one statement that takes jobs up; the databases differ in how they list
/// the kinds and in how they step around rows that another is taking.
macro_rules! lease_text {
    ($kinds:literal, $lock:literal) => {
        concat!(
            "update job set lease = $1, lease_until = $2, attempts = attempts + 1
             where id in (
                 select id from job
                 where given_up_at is null and run_at <= $3
                   and (lease_until is null or lease_until <= $3)
                   and kind in (",
            $kinds,
            ")
                 order by run_at, id limit $4 ",
            $lock,
            ") returning id, kind, payload, attempts, run_at"
        )
    };
}

/// The right to do a job until it runs out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lease {
    job: Uuid,
    token: Uuid,
}

/// Proof that a job was ended in the transaction of its effect.
#[derive(Debug)]
pub struct Finished(pub(super) ());

/// A job taken up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leased {
    /// The right to do it.
    pub lease: Lease,
    /// Which kind of job it is.
    pub kind: String,
    /// The job as JSON.
    pub payload: String,
    /// Which try this is, counted from 1.
    pub attempt: u32,
}

impl Tx<'_> {
    /// Takes up the jobs that wait longest, `limit` at most: those that nobody
    /// holds, or whose lease has run out.
    ///
    /// # Errors
    /// Where the database refuses it.
    pub async fn lease_jobs(
        &mut self,
        kinds: &[&str],
        limit: u32,
        lasting: TimeDelta,
    ) -> Result<Vec<Leased>, StoreError> {
        let now = self.now();
        let kinds = serde_json::to_string(kinds).map_err(StoreError::Event)?;
        let token = Uuid::now_v7();
        let rows: Vec<(Uuid, String, String, i32, DateTime<Utc>)> = self
            .query(Sql::Each {
                sqlite: lease_text!("select value from json_each($5)", ""),
                postgres: lease_text!(
                    "select jsonb_array_elements_text($5::jsonb)",
                    "for update skip locked"
                ),
            })
            .bind(token)
            .bind(now + lasting)
            .bind(now)
            .bind(i64::from(limit))
            .bind(kinds)
            .all()
            .await?;
        let mut leased: Vec<_> = rows
            .into_iter()
            .map(|(job, kind, payload, attempt, run_at)| {
                let lease = Lease { job, token };
                (run_at, job, Leased { lease, kind, payload, attempt: attempt.unsigned_abs() })
            })
            .collect();
        // What an update returns is in no order.
        leased.sort_by_key(|(run_at, job, _)| (*run_at, *job));
        Ok(leased.into_iter().map(|(_, _, leased)| leased).collect())
    }

    /// Ends a job, in the transaction of its effect. Where the lease has gone to
    /// another the effect must not be kept.
    ///
    /// # Errors
    /// [`StoreError::LeaseLost`], and where the database refuses it.
    pub async fn finish_job(&mut self, lease: Lease) -> Result<Finished, StoreError> {
        let done = self
            .query("delete from job where id = $1 and lease = $2")
            .bind(lease.job)
            .bind(lease.token)
            .execute()
            .await?;
        if done == 1 { Ok(Finished(())) } else { Err(StoreError::LeaseLost) }
    }

    /// Holds a job longer: for work that takes more than the lease lasts.
    ///
    /// # Errors
    /// [`StoreError::LeaseLost`], and where the database refuses it.
    pub async fn extend_lease(
        &mut self,
        lease: Lease,
        lasting: TimeDelta,
    ) -> Result<(), StoreError> {
        let until = self.now() + lasting;
        let done = self
            .query("update job set lease_until = $3 where id = $1 and lease = $2")
            .bind(lease.job)
            .bind(lease.token)
            .bind(until)
            .execute()
            .await?;
        if done == 1 { Ok(()) } else { Err(StoreError::LeaseLost) }
    }

    /// Lets another job wait under the key of one that is being done: for work
    /// that does not see what changes once it has begun.
    ///
    /// # Errors
    /// [`StoreError::LeaseLost`], and where the database refuses it.
    pub async fn free_job_key(&mut self, lease: Lease) -> Result<(), StoreError> {
        let done = self
            .query("update job set key = null where id = $1 and lease = $2")
            .bind(lease.job)
            .bind(lease.token)
            .execute()
            .await?;
        if done == 1 { Ok(()) } else { Err(StoreError::LeaseLost) }
    }

    /// Puts a job that failed back, for later; after its last try, aside. Put
    /// aside it waits no more, so another may be asked for under its key.
    ///
    /// # Errors
    /// [`StoreError::LeaseLost`], and where the database refuses it.
    pub async fn fail_job(
        &mut self,
        leased: &Leased,
        tries: u32,
        error: &str,
    ) -> Result<(), StoreError> {
        let now = self.now();
        let gives_up = leased.attempt >= tries;
        let done = self
            .query(
                "update job set lease = null, lease_until = null, last_error = $3,
                 run_at = $4, given_up_at = $5
                 where id = $1 and lease = $2",
            )
            .bind(leased.lease.job)
            .bind(leased.lease.token)
            .bind(error)
            .bind(now + backoff::after(leased.attempt))
            .bind(gives_up.then_some(now))
            .execute()
            .await?;
        if done == 1 { Ok(()) } else { Err(StoreError::LeaseLost) }
    }
}

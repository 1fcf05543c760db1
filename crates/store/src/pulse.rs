//! How it goes at this moment: what is watched from outside.

use crate::{Db, Snapshot, StoreError};

/// Jobs counted at most: more is as bad.
const COUNTED: i64 = 10_000;

/// How it goes at this moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pulse {
    /// Jobs that wait for their time or for a worker, 10,000 at most.
    pub jobs_waiting: i64,
    /// Jobs put aside, 10,000 at most.
    pub jobs_given_up: i64,
    /// Each reader of the log and how many entries it is behind.
    pub readers: Vec<(String, i64)>,
}

impl Snapshot<'_> {
    /// How it goes. By the indexes `job_next` and `job_given_up` and the
    /// primary key of the log.
    ///
    /// # Errors
    /// Where the database refuses it.
    pub async fn pulse(&mut self) -> Result<Pulse, StoreError> {
        let (jobs_waiting,): (i64,) = self
            .query(
                "select count(*) from
                     (select 1 as one from job where given_up_at is null limit $1) as waiting",
            )
            .bind(COUNTED)
            .one()
            .await?;
        let (jobs_given_up,): (i64,) = self
            .query(
                "select count(*) from
                     (select 1 as one from job where given_up_at is not null limit $1) as aside",
            )
            .bind(COUNTED)
            .one()
            .await?;
        let readers = self
            .query(
                "select r.name, coalesce((select max(seq) from log), 0) - r.seq
                 from log_reader r order by r.name",
            )
            .all()
            .await?;
        Ok(Pulse { jobs_waiting, jobs_given_up, readers })
    }
}

impl Db {
    /// How many connections read now, and how many are open.
    #[must_use]
    pub fn readers_at_work(&self) -> (usize, u32) {
        let (open, idle) = self.pool();
        ((open as usize).saturating_sub(idle), open)
    }
}

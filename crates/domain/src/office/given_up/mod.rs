//! Jobs that gave up: somebody decides whether they are tried again or
//! dropped.
//!
//! The page of jobs calls it. It writes to the log who decided and why; the
//! jobs themselves are the store's.

#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};
use store::jobs::GivenUp;
use store::log::{Event, Subject};
use store::{StoreError, Tx};
use uuid::Uuid;

/// Characters kept of a reason.
const LONGEST_REASON: usize = 500;

/// Somebody had a job tried again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct JobRetried {
    /// Which kind of job it is.
    pub job: String,
}

impl Event for JobRetried {
    const KIND: &'static str = "job.retried";
}

/// Somebody dropped a job.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct JobDropped {
    /// Which kind of job it was.
    pub job: String,
    /// Why it is not needed.
    pub reason: String,
}

impl Event for JobDropped {
    const KIND: &'static str = "job.dropped";
}

/// Why nothing was decided.
#[derive(Debug, thiserror::Error)]
pub enum GivenUpError {
    /// A colleague was quicker.
    #[error("this job is not put aside any more: somebody has decided already")]
    Gone,
    /// No reason was said.
    #[error("say why the job is not needed")]
    NoReason,
    /// The database refused.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl store::db::Failure for GivenUpError {
    fn store(&self) -> Option<&StoreError> {
        match self {
            GivenUpError::Store(error) => Some(error),
            GivenUpError::Gone | GivenUpError::NoReason => None,
        }
    }
}

/// Gives a job all its tries again.
///
/// # Errors
/// [`GivenUpError::Gone`] where somebody has decided already.
pub async fn retry(tx: &mut Tx<'_>, id: Uuid) -> Result<(), GivenUpError> {
    let job = put_aside(tx, id).await?;
    if !tx.retry_job(id).await? {
        return Err(GivenUpError::Gone);
    }
    tx.append(of(id), &JobRetried { job: job.kind }).await?;
    Ok(())
}

/// Drops a job for good.
///
/// # Errors
/// [`GivenUpError::Gone`] where somebody has decided already, and where no
/// reason is said.
pub async fn drop_job(tx: &mut Tx<'_>, id: Uuid, reason: &str) -> Result<(), GivenUpError> {
    let reason: String = reason.trim().chars().take(LONGEST_REASON).collect();
    if reason.is_empty() {
        return Err(GivenUpError::NoReason);
    }
    let job = put_aside(tx, id).await?;
    if !tx.drop_job(id).await? {
        return Err(GivenUpError::Gone);
    }
    tx.append(of(id), &JobDropped { job: job.kind, reason }).await?;
    Ok(())
}

async fn put_aside(tx: &mut Tx<'_>, id: Uuid) -> Result<GivenUp, GivenUpError> {
    tx.job_given_up(id).await?.ok_or(GivenUpError::Gone)
}

fn of(id: Uuid) -> Subject {
    Subject { id, customer: None }
}

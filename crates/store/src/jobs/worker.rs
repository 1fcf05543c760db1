//! Doing jobs: any number of workers, in any number of processes.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use chrono::TimeDelta;
use futures_util::FutureExt as _;
use futures_util::future::BoxFuture;
use tokio::sync::Notify;
use tokio::task::JoinSet;

use super::{Finished, Job, Leased};
use crate::db::Failure;
use crate::log::Actor;
use crate::{Db, StoreError, Tx};

/// A lease lasts so long; a worker renews it while the job runs.
const LEASE: TimeDelta = TimeDelta::seconds(60);
/// How often a lease is renewed: twice before it runs out.
const RENEWAL: Duration = Duration::from_secs(20);
/// How often a worker looks for jobs that nobody told it of: those whose time
/// has come, and those of a process that died.
const LOOK: Duration = Duration::from_secs(1);
/// So many jobs run at once.
const AT_ONCE: usize = 8;

/// Why a try failed, in words for whoever looks after the system.
#[derive(Debug)]
pub struct Failed(pub String);

impl<E: std::error::Error> From<E> for Failed {
    fn from(error: E) -> Self {
        let mut said = error.to_string();
        let mut cause = error.source();
        while let Some(error) = cause {
            said.push_str(": ");
            said.push_str(&error.to_string());
            cause = error.source();
        }
        Self(said)
    }
}

type Run = Arc<dyn Fn(Leased) -> BoxFuture<'static, Result<Finished, Failed>> + Send + Sync>;

struct Handler {
    run: Run,
    tries: u32,
}

/// Takes jobs up and does them.
pub struct Worker {
    db: Db,
    handlers: BTreeMap<&'static str, Handler>,
}

impl Worker {
    /// A worker that can do nothing yet.
    #[must_use]
    pub fn new(db: Db) -> Self {
        Self { db, handlers: BTreeMap::new() }
    }

    /// Teaches it a kind of job. The handler ends the job by
    /// [`finish_job`](crate::Tx::finish_job) in the transaction of its effect,
    /// and returns the proof.
    #[must_use]
    pub fn on<J, F>(mut self, handler: impl Fn(J, Leased) -> F + Send + Sync + 'static) -> Self
    where
        J: Job,
        F: Future<Output = Result<Finished, Failed>> + Send + 'static,
    {
        let run = move |leased: Leased| match serde_json::from_str::<J>(&leased.payload) {
            Ok(job) => handler(job, leased).boxed(),
            Err(error) => std::future::ready(Err(Failed::from(error))).boxed(),
        };
        self.handlers.insert(J::KIND, Handler { run: Arc::new(run), tries: J::TRIES });
        self
    }

    /// Teaches it a kind of job that is one change of the record: it ends in the
    /// transaction that it is done in.
    #[must_use]
    pub fn does<J, E, F>(self, change: F) -> Self
    where
        J: Job,
        E: Failure + std::error::Error,
        F: AsyncFn(&mut Tx<'_>, &J) -> Result<(), E> + Clone + Send + Sync + 'static,
    {
        let db = self.db.clone();
        self.on(move |job: J, leased| {
            let (db, change) = (db.clone(), change.clone());
            async move {
                let done = async move |tx: &mut Tx<'_>| {
                    change(tx, &job).await?;
                    Ok::<_, E>(tx.finish_job(leased.lease).await?)
                };
                Ok(db.write(Actor::System, done).await?)
            }
        })
    }

    /// Works until `stop` is told, then ends what it has begun.
    pub async fn run(self, stop: Arc<Notify>) {
        let mut running = JoinSet::new();
        let mut look = tokio::time::interval(LOOK);
        loop {
            tokio::select! {
                biased;
                () = stop.notified() => break,
                Some(_) = running.join_next(), if !running.is_empty() => {}
                _ = look.tick() => {}
            }
            self.take_up(&mut running).await;
        }
        while running.join_next().await.is_some() {}
    }

    /// Does everything that waits now, and what that asks for, and returns:
    /// for tests and the command line.
    ///
    /// # Errors
    /// Where jobs cannot be taken up.
    pub async fn run_until_idle(&self) -> Result<(), StoreError> {
        loop {
            let leased = self.lease(AT_ONCE).await?;
            if leased.is_empty() {
                return Ok(());
            }
            for job in leased {
                if let Some(work) = self.work(job) {
                    work.await;
                }
            }
        }
    }

    async fn take_up(&self, running: &mut JoinSet<()>) {
        let free = AT_ONCE.saturating_sub(running.len());
        // A database that is away is asked again at the next look.
        let leased = self.lease(free).await.unwrap_or_default();
        for work in leased.into_iter().filter_map(|job| self.work(job)) {
            running.spawn(work);
        }
    }

    async fn lease(&self, limit: usize) -> Result<Vec<Leased>, StoreError> {
        let kinds: Vec<&'static str> = self.handlers.keys().copied().collect();
        if limit == 0 || kinds.is_empty() {
            return Ok(Vec::new());
        }
        let limit = u32::try_from(limit).unwrap_or(u32::MAX);
        self.db
            .write(Actor::System, async move |tx| tx.lease_jobs(&kinds, limit, LEASE).await)
            .await
    }

    fn work(&self, leased: Leased) -> Option<BoxFuture<'static, ()>> {
        let handler = self.handlers.get(leased.kind.as_str())?;
        let (db, run, tries) = (self.db.clone(), handler.run.clone(), handler.tries);
        Some(do_job(db, run, tries, leased).boxed())
    }
}

async fn do_job(db: Db, run: Run, tries: u32, leased: Leased) {
    let lease = leased.lease;
    // On a task of its own, so that a handler that panics fails its job alone.
    let mut job = tokio::spawn(run(leased.clone()));
    let mut renewal = tokio::time::interval(RENEWAL);
    renewal.tick().await;
    let done = loop {
        tokio::select! {
            done = &mut job => break done,
            _ = renewal.tick() => {
                // Where the lease is lost the job's own end will be refused.
                let _ = db
                    .write(Actor::System, async move |tx| tx.extend_lease(lease, LEASE).await)
                    .await;
            }
        }
    };
    let error = match done {
        Ok(Ok(Finished(()))) => return,
        Ok(Err(Failed(error))) => error,
        Err(_) => StoreError::Defect.to_string(),
    };
    // Where even this fails the lease runs out and the job is taken up again.
    let _ =
        db.write(Actor::System, async move |tx| tx.fail_job(&leased, tries, &error).await).await;
}

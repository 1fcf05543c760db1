//! Files that browsers sent: what is in them is found out, and they are brought
//! into the record, both as jobs that any process may go on with.

mod bring_in;
mod fetched;
mod look;
mod tally;

use std::sync::Arc;

use anyhow::{Context as _, Result};
use domain::know::imports::ImportError;
use domain::know::uploads::{self, BringIn, LookAt, State, Upload, UploadError, UploadId};
use kernel::Language;
use phrases::{Asker, Phrases};
use store::blobs::Blobs;
use store::db::Failure as _;
use store::jobs::{Failed, Finished, Job as _, Lease, Worker};
use store::log::Actor;
use store::{Db, StoreError};
use tokio::runtime::Handle;
use tokio::task::spawn_blocking;

use crate::words;
use fetched::Fetched;
use tally::Tally;

/// What both jobs need.
#[derive(Clone)]
struct Bench {
    db: Db,
    blobs: Blobs,
}

/// Teaches a worker to read what browsers sent.
pub fn reads_uploads(worker: Worker, db: &Db, blobs: &Blobs) -> Worker {
    let bench = Bench { db: db.clone(), blobs: blobs.clone() };
    let other = bench.clone();
    let failed = |error: anyhow::Error| Failed(format!("{error:#}"));
    worker
        .on(move |job: LookAt, leased| {
            let bench = bench.clone();
            async move {
                let done = bench.look_at(job.upload, leased.lease).await;
                let is_last = leased.attempt >= LookAt::TRIES;
                bench.last_word(job.upload, done, is_last).await.map_err(failed)
            }
        })
        .on(move |job: BringIn, leased| {
            let bench = other.clone();
            async move {
                let done = bench.bring_in(job.upload, leased.lease).await;
                let is_last = leased.attempt >= BringIn::TRIES;
                bench.last_word(job.upload, done, is_last).await.map_err(failed)
            }
        })
}

impl Bench {
    async fn look_at(&self, id: UploadId, lease: Lease) -> Result<Finished> {
        let Some(upload) = self.upload(id, State::Looking).await? else {
            return self.finish(lease).await;
        };
        let fetched = Fetched::of(&self.db, &self.blobs, id).await?;
        let tally = Arc::new(Tally::of(&fetched));
        let (looking, told, runtime) = (self.clone(), tally.clone(), Handle::current());
        let work = spawn_blocking(move || look::look(&looking, &runtime, &upload, &fetched, &told));
        let found = tally.told_while(&self.db, id, work).await?.context("looking failed")??;
        let looked = async move |tx: &mut store::Tx<'_>| {
            // Somebody may have given the files up meanwhile.
            let kept = uploads::looked(tx, id, &found).await;
            gone_or(kept)?;
            Ok::<_, UploadError>(tx.finish_job(lease).await?)
        };
        Ok(self.db.write(Actor::System, looked).await?)
    }

    async fn bring_in(&self, id: UploadId, lease: Lease) -> Result<Finished> {
        let Some(upload) = self.upload(id, State::Importing).await? else {
            return self.finish(lease).await;
        };
        let Some(import) = upload.import else { return self.finish(lease).await };
        let who = Actor::Staff(upload.account.into());
        let fetched = Arc::new(Fetched::of(&self.db, &self.blobs, id).await?);
        let tally = Arc::new(Tally::of(&fetched));
        let (bench, told, runtime) = (self.clone(), tally.clone(), Handle::current());
        let files = fetched.clone();
        let found = upload.found.clone();
        let work = spawn_blocking(move || {
            bring_in::stage(&bench, &runtime, &upload, import, &files, &told)
        });
        let staged = tally.told_while(&self.db, id, work).await?.context("staging failed")?;
        let refused = match staged {
            Ok(table) => table,
            Err(error) if is_of_the_house(&error) => return Err(error),
            Err(error) => return self.stopped(id, found, &error, lease).await,
        };
        let table = match refused {
            Some(table) => Some(fetched::keep(&table, &self.blobs).await?),
            None => None,
        };
        tally.applies();
        let apply = bring_in::apply(self, who, id, import, table, lease);
        tally.told_while(&self.db, id, apply).await?
    }

    /// What a job came to. Where it failed for the last time, whoever sent the
    /// files is told why.
    async fn last_word(
        &self,
        id: UploadId,
        done: Result<Finished>,
        is_last: bool,
    ) -> Result<Finished> {
        if let Err(error) = &done
            && is_last
        {
            let why = in_every_language(|phrases| words::of_error(error, Asker::Page, phrases));
            let tell =
                async move |tx: &mut store::Tx<'_>| gone_or(uploads::given_up(tx, id, &why).await);
            // What failed is what counts, and is told to whoever looks after jobs.
            if let Err(unsaid) = self.db.write(Actor::System, tell).await {
                tracing::warn!(%unsaid, "nobody is told why files are not looked at");
            }
        }
        done
    }

    /// The files, where they are as far as the job takes them to be. Where it had
    /// given up and is tried again, nobody is told any longer that it has.
    async fn upload(&self, id: UploadId, state: State) -> Result<Option<Upload>> {
        let upload = uploads::upload(&mut self.db.reader().await?.snapshot(), id).await?;
        let Some(mut upload) = upload.filter(|upload| upload.state == state) else {
            return Ok(None);
        };
        if !upload.found.trouble.is_empty() {
            let again =
                async move |tx: &mut store::Tx<'_>| gone_or(uploads::taken_up_again(tx, id).await);
            self.db.write(Actor::System, again).await?;
            upload.found.trouble.clear();
        }
        Ok(Some(upload))
    }

    async fn finish(&self, lease: Lease) -> Result<Finished> {
        let nothing = async move |tx: &mut store::Tx<'_>| tx.finish_job(lease).await;
        Ok(self.db.write(Actor::System, nothing).await?)
    }

    /// The files are not what they were when they were looked at.
    async fn stopped(
        &self,
        id: UploadId,
        mut found: uploads::Findings,
        error: &anyhow::Error,
        lease: Lease,
    ) -> Result<Finished> {
        found.trouble = in_every_language(|phrases| words::of_error(error, Asker::Page, phrases));
        found.content = None;
        let stop = async move |tx: &mut store::Tx<'_>| {
            gone_or(uploads::stopped(tx, id, &found).await)?;
            Ok::<_, UploadError>(tx.finish_job(lease).await?)
        };
        Ok(self.db.write(Actor::System, stop).await?)
    }
}

/// Nothing is to be kept of files that were given up.
fn gone_or(kept: Result<(), UploadError>) -> Result<(), UploadError> {
    match kept {
        Err(UploadError::Unknown | UploadError::NotNow) => Ok(()),
        kept => kept,
    }
}

/// Whether the database failed, not the files: then it is tried again.
fn is_of_the_house(error: &anyhow::Error) -> bool {
    let of_import = error.downcast_ref::<ImportError>().and_then(ImportError::store);
    let of_upload = error.downcast_ref::<UploadError>().and_then(UploadError::store);
    error.is::<StoreError>() || of_import.is_some() || of_upload.is_some()
}

/// What is said, in every language.
fn in_every_language(say: impl Fn(Phrases) -> String) -> Vec<(Language, String)> {
    Language::ALL.into_iter().map(|language| (language, say(Phrases::of(language)))).collect()
}

#[cfg(test)]
mod tests {
    use documents::orders::{PlanError, ReadError};

    use super::*;
    use crate::words::CommandError;

    #[test]
    fn only_whoever_types_commands_is_told_of_their_options() {
        let (file, column) = (|| "orders.csv".to_owned(), || "Day".to_owned());
        let columns = || vec!["Client".to_owned()];
        let errors: [anyhow::Error; 4] = [
            PlanError::NoDate { file: file(), columns: columns() }.into(),
            PlanError::NoCustomer { file: file(), columns: columns() }.into(),
            PlanError::NoSuchColumn { file: file(), column: column(), columns: columns() }.into(),
            CommandError::AllRefused.into(),
        ];
        for error in &errors {
            let on_page = in_every_language(|to| words::of_error(error, Asker::Page, to));
            let typed = in_every_language(|to| words::of_error(error, Asker::Command, to));
            for (language, said) in on_page {
                assert!(!said.contains("--") && !said.contains('‹'), "{language}: {said}");
            }
            for (language, said) in typed {
                assert!(said.contains("--map"), "{language}: {said}");
            }
        }
    }

    #[test]
    fn a_database_that_fails_is_no_fault_of_the_files() {
        let of_house: [anyhow::Error; 4] = [
            StoreError::DiskFull.into(),
            ImportError::from(StoreError::DiskFull).into(),
            UploadError::from(StoreError::DiskFull).into(),
            UploadError::from(ImportError::from(StoreError::DiskFull)).into(),
        ];
        assert!(of_house.iter().all(is_of_the_house), "{of_house:?}");
        let of_files: [anyhow::Error; 2] = [ReadError::NoFiles.into(), UploadError::NotNow.into()];
        assert!(!of_files.iter().any(is_of_the_house), "{of_files:?}");
    }
}

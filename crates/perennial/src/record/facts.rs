//! The record as measures read it: its facts, kept in a folder.

use std::path::Path;
use std::sync::Arc;

use anyhow::{Context as _, Result};
use chrono::{DateTime, Utc};
use domain::know::facts::{self, Files, FilesError};
use domain::office::settings::{self, TimeZone};
use kernel::Day;
use kernel::facts::{FactFile, FactKind, Facts};
use measure::facts::{FactFolder, FactsError, FiguresOfRecord};
use measure::ledger::{Closing, Storage};
use phrases::Phrases;
use store::Db;
use store::db::Place;
use tokio::task::spawn_blocking;

use super::arguments::{Made, RebuildArguments};
use super::{existing, on_runtime};
use crate::arguments::InputArguments;
use crate::progress::Progress;
use crate::{Outcome, writing};

/// How often files are asked for again that another process has replaced
/// while they were being read.
const TRIES: u32 = 3;

/// A folder of facts; files are written and read on threads of their own.
#[derive(Debug)]
pub struct Folder(FactFolder);

impl Folder {
    /// The folder at `path`; it belongs to a runtime.
    ///
    /// # Errors
    /// Where it is a bucket that cannot be used.
    pub fn at(path: &Path) -> Result<Arc<Self>, FactsError> {
        Ok(Arc::new(Self(FactFolder::at(path)?)))
    }

    async fn apart<T: Send + 'static>(
        &self,
        work: impl FnOnce(&FactFolder) -> Result<T, FactsError> + Send + 'static,
    ) -> Result<T, FilesError> {
        let folder = self.0.clone();
        Ok(spawn_blocking(move || work(&folder)).await??)
    }
}

impl Files for Folder {
    async fn write(&self, facts: Facts, now: DateTime<Utc>) -> Result<Vec<FactFile>, FilesError> {
        self.apart(move |folder| folder.write(facts, facts::names(now))).await
    }

    async fn merge(
        &self,
        kind: FactKind,
        files: Vec<FactFile>,
        all: bool,
        now: DateTime<Utc>,
    ) -> Result<Vec<FactFile>, FilesError> {
        self.apart(move |folder| folder.merge(kind, &files, all, facts::names(now))).await
    }

    async fn names(&self, kind: FactKind) -> Result<Vec<String>, FilesError> {
        self.apart(move |folder| folder.names(kind)).await
    }

    async fn remove(&self, kind: FactKind, name: String) -> Result<(), FilesError> {
        self.apart(move |folder| folder.remove(kind, &name)).await
    }

    async fn remove_unfinished(&self, before: DateTime<Utc>) -> Result<(), FilesError> {
        self.apart(move |folder| folder.remove_unfinished(before.into())).await
    }
}

/// What the figures of the record are made on.
#[derive(Debug, Clone)]
pub struct Terms {
    /// How the record is called in them.
    pub place: String,
    /// Where rows go while they are read.
    pub storage: Storage,
    /// Up to when, and in what currency.
    pub closing: Closing,
    /// Whose days the orders are on.
    pub zone: TimeZone,
}

/// Takes in what the files do not have yet; makes them all again where some are
/// gone or damaged, as after a restore of the record alone.
///
/// # Errors
/// Where files cannot be written.
pub async fn catch_up(db: &Db, folder: &Arc<Folder>) -> Result<()> {
    let caught_up = async {
        facts::catch_up(db, folder).await?;
        Ok(facts::tidy(db, folder).await?)
    };
    match caught_up.await {
        Err(error) if trouble(&error).is_some() => make_again(db, folder, &error).await,
        caught_up => caught_up,
    }
}

async fn make_again(db: &Db, folder: &Arc<Folder>, error: &anyhow::Error) -> Result<()> {
    let said = format!("{error:#}");
    // A backup has no facts, so they are gone after each restore; damage is another matter.
    if let Some(Trouble::Gone) = trouble(error) {
        tracing::info!(reason = %said, "facts are made again from the log");
    } else {
        tracing::warn!(error = %said, "facts are made again from the log");
    }
    facts::rebuild(db, folder, |_| {}).await?;
    Ok(())
}

/// The figures of the record as it is now.
///
/// # Errors
/// Where files cannot be written or read, or no customer has an order.
pub async fn figures(db: &Db, folder: &Arc<Folder>, terms: &Terms) -> Result<FiguresOfRecord> {
    catch_up(db, folder).await?;
    match of_files(db, folder, terms).await {
        Err(error) if trouble(&error).is_some() => {
            make_again(db, folder, &error).await?;
            of_files(db, folder, terms).await
        }
        figures => figures,
    }
}

async fn of_files(db: &Db, folder: &Arc<Folder>, terms: &Terms) -> Result<FiguresOfRecord> {
    let mut tries = 1;
    loop {
        let files = facts::current(&mut db.reader().await?.snapshot()).await?;
        let (fact_folder, terms) = (folder.0.clone(), terms.clone());
        let read = spawn_blocking(move || {
            let local = |at| terms.zone.local(at);
            fact_folder.figures(&files, &terms.place, terms.storage, &terms.closing, local)
        });
        match read.await.context("the figures could not be made")? {
            Err(error) if error.is_missing_file() && tries < TRIES => tries += 1,
            Err(FactsError::Ledger(error)) => return Err(error.into()),
            figures => return Ok(figures?),
        }
    }
}

/// What is wrong with files of facts.
#[derive(Clone, Copy)]
enum Trouble {
    Gone,
    Damaged,
}

/// How files of facts are not what the record says there is, where that is the trouble.
fn trouble(error: &anyhow::Error) -> Option<Trouble> {
    let of_room = error.downcast_ref().and_then(|error| match error {
        facts::FactsError::Files(source) => source.downcast_ref(),
        facts::FactsError::Store(_) | facts::FactsError::Overtaken => None,
    });
    match of_room.or_else(|| error.downcast_ref()) {
        Some(error) if error.is_missing_file() => Some(Trouble::Gone),
        Some(FactsError::Damaged { .. }) => Some(Trouble::Damaged),
        _ => None,
    }
}

/// The figures that `--data` asks for.
///
/// # Errors
/// As [`figures`], and where there is no such record.
pub fn read(
    input: &InputArguments,
    place: &Place,
    as_of: Option<Day>,
    progress: &Progress,
    phrases: Phrases,
) -> Result<FiguresOfRecord> {
    let (closing, storage) = (input.reading.closing(as_of), input.reading.storage());
    progress.phase(phrases.say("progress-record"));
    on_runtime(async {
        let db = existing(place).await?;
        let folder = Folder::at(&input.facts_of(place))?;
        let zone = settings::read(&mut db.reader().await?.snapshot()).await?.region.time_zone;
        let terms = Terms { place: place.to_string(), storage, closing, zone };
        figures(&db, &folder, &terms).await
    })
}

/// Makes again what is made from the log.
///
/// # Errors
/// Where there is no record, or it cannot be made.
pub fn rebuild(arguments: &RebuildArguments, phrases: Phrases) -> Result<Outcome> {
    let place = &arguments.at.record;
    let progress = Progress::begin(phrases);
    let read = on_runtime(async {
        let db = existing(place).await?;
        let folder = Folder::at(&arguments.facts_folder())?;
        let told = |entries: u64| {
            progress.phase(phrases.say_with("rebuild-read", &[("count", entries.into())]));
        };
        match arguments.what {
            Made::Facts => Ok(facts::rebuild(&db, &folder, told).await?),
            Made::Search => {
                let indexer = Arc::new(domain::know::search::Indexer);
                Ok(store::log::rebuild(&db, &indexer, told).await?)
            }
            Made::Counters => {
                let totals = Arc::new(domain::know::totals::Totals);
                Ok(store::log::rebuild(&db, &totals, told).await?)
            }
        }
    })?;
    drop(progress);
    writing::tell(&phrases.say_with("rebuild-done", &[("count", read.into())]));
    Ok(Outcome::Done)
}

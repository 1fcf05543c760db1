//! An open record, and the changes of it that bring orders in.

use anyhow::Result;
use domain::know::imports::{
    self, Beginning, HowRead, Import, ImportError, ImportId, Read, RejectedRow,
};
use domain::know::uploads;
use domain::office::settings::{self, TimeZone};
use kernel::Language;
use phrases::Phrases;
use store::Db;
use store::db::Place;
use store::log::Actor;
use tokio::runtime::{Handle, Runtime};

use super::super::arguments::{ImportOrdersArguments, naming};
use super::super::{RecordError, check_is_there, open, open_as_it_is, runtime};
use crate::progress::Progress;
use crate::words::Next;
use crate::{words, writing};

/// An open record and what runs its transactions.
pub struct House {
    pub(super) runtime: Handle,
    pub(super) db: Db,
    /// What names it after a command that somebody types.
    pub(super) record: String,
    /// The threads of a command; the program that serves has its own.
    pub(super) _threads: Option<Runtime>,
}

impl House {
    /// The record that is there: one cannot go on with or take back what came
    /// into another.
    pub fn existing(place: &Place) -> Result<Self> {
        check_is_there(place)?;
        Self::open(place)
    }

    /// The record, made where there is none.
    pub fn open(place: &Place) -> Result<Self> {
        let threads = runtime()?;
        let db = threads.block_on(open(place))?;
        Ok(Self::of(db, place, threads))
    }

    /// The record where there is one, to be looked at alone.
    pub fn as_it_is(place: &Place) -> Result<Option<Self>> {
        let threads = runtime()?;
        let db = threads.block_on(open_as_it_is(place))?;
        Ok(db.map(|db| Self::of(db, place, threads)))
    }

    fn of(db: Db, place: &Place, threads: Runtime) -> Self {
        let (runtime, record) = (threads.handle().clone(), naming(place));
        Self { runtime, db, record, _threads: Some(threads) }
    }

    /// One that is open already; for a thread on which waiting is allowed.
    pub fn beside(runtime: Handle, db: Db) -> Self {
        Self { runtime, db, record: String::new(), _threads: None }
    }

    pub fn import(&self, id: ImportId) -> Result<Import> {
        self.runtime.block_on(async {
            let mut reader = self.db.reader().await?;
            let import = imports::import(&mut reader.snapshot(), id).await?;
            Ok(import.ok_or(ImportError::Unknown)?)
        })
    }

    /// The one import that is not ended: there is one at most.
    pub fn broken_off(&self) -> Result<ImportId> {
        let open = self.runtime.block_on(async {
            let mut reader = self.db.reader().await?;
            imports::open(&mut reader.snapshot()).await
        })?;
        let none = || RecordError::NothingBrokenOff { record: self.record.clone() };
        Ok(open.ok_or_else(none)?)
    }

    pub fn zone(&self) -> Result<TimeZone> {
        self.runtime.block_on(async {
            let settings = settings::read(&mut self.db.reader().await?.snapshot()).await?;
            Ok(settings.region.time_zone)
        })
    }

    /// The language of the business.
    pub fn language(&self) -> Result<Language> {
        self.runtime.block_on(async {
            let settings = settings::read(&mut self.db.reader().await?.snapshot()).await?;
            Ok(settings.region.main_language.unwrap_or_default())
        })
    }

    /// Whether a browser sent its files: they are nowhere where a command line
    /// could name them.
    pub fn was_sent(&self, id: ImportId) -> Result<bool> {
        self.runtime.block_on(async {
            let mut reader = self.db.reader().await?;
            Ok(uploads::of_import(&mut reader.snapshot(), id).await?.is_some())
        })
    }

    pub fn begin(&self, orders: &ImportOrdersArguments, how: HowRead) -> Result<ImportId> {
        let beginning = Beginning {
            source: orders.source.clone(),
            files: orders.files.iter().map(|file| whole_name(file)).collect(),
            reading: how,
        };
        let begin = async move |tx: &mut store::Tx<'_>| imports::begin(tx, &beginning).await;
        let begun = self.runtime.block_on(self.db.write(Actor::System, begin));
        begun.map_err(|error: ImportError| match error {
            ImportError::AnotherIsOpen(id) => {
                RecordError::AnotherIsOpen { id, record: self.record.clone() }.into()
            }
            other => anyhow::Error::from(other),
        })
    }

    pub fn finish_staging(
        &self,
        id: ImportId,
        read: Read,
        rejects: Vec<RejectedRow>,
    ) -> Result<()> {
        let finish = async move |tx: &mut store::Tx<'_>| {
            imports::finish_staging(tx, id, &read, &rejects).await
        };
        Ok(self.runtime.block_on(self.db.write(Actor::System, finish))?)
    }

    pub fn apply(
        &self,
        id: ImportId,
        next: Next,
        progress: &Progress,
        phrases: Phrases,
    ) -> Result<()> {
        progress.phase(phrases.say("import-applying"));
        let apply = async move |tx: &mut store::Tx<'_>| imports::apply(tx, id).await;
        let counts = self.runtime.block_on(self.db.write(Actor::System, apply))?;
        let said = words::of_counts(id, &counts, next, &self.record, phrases);
        Ok(progress.aside(|| writing::say(&said))?)
    }
}

/// Its name wherever the command is typed the next time. Standard input has no
/// other.
fn whole_name(file: &str) -> String {
    if file == "-" {
        return file.to_owned();
    }
    std::path::absolute(file).map_or_else(|_| file.to_owned(), |path| path.display().to_string())
}

//! `perennial import`: orders from files into the record, and back out.

pub(super) mod how_read;
pub(super) mod reading;
pub(super) mod staging;

use std::mem;

use anyhow::Result;
use domain::know::imports::{
    self, Beginning, HowRead, Import, ImportError, ImportId, Read, RejectedRow, State,
};
use domain::know::uploads;
use domain::office::settings::{self, TimeZone};
use kernel::{Clock, Language};
use phrases::Phrases;
use store::Db;
use store::db::Place;
use store::log::Actor;
use tokio::runtime::{Handle, Runtime};

use self::reading::{How, RowsRead};
use self::staging::Staging;
use super::arguments::{
    ImportArguments, ImportCommand, ImportOrdersArguments, OneImportArguments, RecordArguments,
    ResumeArguments, naming,
};
use super::{RecordError, check_is_there, open, open_as_it_is, runtime};
use crate::progress::Progress;
use crate::words::Next;
use crate::{Outcome, words, writing};

/// Imports that `perennial import list` shows.
const SHOWN: u32 = 50;

/// Brings orders in, or says, resumes, undoes or discards an import.
///
/// # Errors
/// Where that is refused; what the record shows is as it was then.
pub fn run(arguments: &ImportArguments, phrases: Phrases, clock: &dyn Clock) -> Result<Outcome> {
    match &arguments.command {
        ImportCommand::Orders(orders) => bring(orders, Next::Serve, How::Said, phrases, clock),
        ImportCommand::List(at) => list(at, phrases),
        ImportCommand::Resume(which) => resume(which, phrases, clock),
        ImportCommand::Undo(one) => undo(one, phrases),
        ImportCommand::Discard(one) => discard(one, phrases),
    }
}

/// Brings orders in of which it has been said how they are read.
///
/// # Errors
/// Those of [`run`].
pub fn bring_in(
    orders: &ImportOrdersArguments,
    next: Next,
    phrases: Phrases,
    clock: &dyn Clock,
) -> Result<Outcome> {
    bring(orders, next, How::Unsaid, phrases, clock)
}

/// An open record and what runs its transactions.
pub(super) struct House {
    runtime: Handle,
    db: Db,
    /// What names it after a command that somebody types.
    record: String,
    /// The threads of a command; the program that serves has its own.
    _threads: Option<Runtime>,
}

impl House {
    /// The record that is there: one cannot go on with or take back what came
    /// into another.
    fn existing(place: &Place) -> Result<Self> {
        check_is_there(place)?;
        Self::open(place)
    }

    /// The record, made where there is none.
    fn open(place: &Place) -> Result<Self> {
        let threads = runtime()?;
        let db = threads.block_on(open(place))?;
        Ok(Self::of(db, place, threads))
    }

    /// The record where there is one, to be looked at alone.
    fn as_it_is(place: &Place) -> Result<Option<Self>> {
        let threads = runtime()?;
        let db = threads.block_on(open_as_it_is(place))?;
        Ok(db.map(|db| Self::of(db, place, threads)))
    }

    fn of(db: Db, place: &Place, threads: Runtime) -> Self {
        let (runtime, record) = (threads.handle().clone(), naming(place));
        Self { runtime, db, record, _threads: Some(threads) }
    }

    /// One that is open already; for a thread on which waiting is allowed.
    pub(super) fn beside(runtime: Handle, db: Db) -> Self {
        Self { runtime, db, record: String::new(), _threads: None }
    }

    pub(super) fn import(&self, id: ImportId) -> Result<Import> {
        self.runtime.block_on(async {
            let mut reader = self.db.reader().await?;
            let import = imports::import(&mut reader.snapshot(), id).await?;
            Ok(import.ok_or(ImportError::Unknown)?)
        })
    }

    /// The one import that is not ended: there is one at most.
    fn broken_off(&self) -> Result<ImportId> {
        let open = self.runtime.block_on(async {
            let mut reader = self.db.reader().await?;
            imports::open(&mut reader.snapshot()).await
        })?;
        let none = || RecordError::NothingBrokenOff { record: self.record.clone() };
        Ok(open.ok_or_else(none)?)
    }

    fn zone(&self) -> Result<TimeZone> {
        self.runtime.block_on(async {
            let settings = settings::read(&mut self.db.reader().await?.snapshot()).await?;
            Ok(settings.region.time_zone)
        })
    }

    /// The language of the business.
    pub(super) fn language(&self) -> Result<Language> {
        self.runtime.block_on(async {
            let settings = settings::read(&mut self.db.reader().await?.snapshot()).await?;
            Ok(settings.region.main_language.unwrap_or_default())
        })
    }

    /// Whether a browser sent its files: they are nowhere where a command line
    /// could name them.
    fn was_sent(&self, id: ImportId) -> Result<bool> {
        self.runtime.block_on(async {
            let mut reader = self.db.reader().await?;
            Ok(uploads::of_import(&mut reader.snapshot(), id).await?.is_some())
        })
    }

    fn begin(&self, orders: &ImportOrdersArguments, how: HowRead) -> Result<ImportId> {
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

    pub(super) fn finish_staging(
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

    fn apply(&self, id: ImportId, next: Next, progress: &Progress, phrases: Phrases) -> Result<()> {
        progress.phase(phrases.say("import-applying"));
        let apply = async move |tx: &mut store::Tx<'_>| imports::apply(tx, id).await;
        let counts = self.runtime.block_on(self.db.write(Actor::System, apply))?;
        let said = words::of_counts(id, &counts, next, &self.record, phrases);
        Ok(progress.aside(|| writing::say(&said))?)
    }
}

fn bring(
    arguments: &ImportOrdersArguments,
    next: Next,
    how_told: How,
    phrases: Phrases,
    clock: &dyn Clock,
) -> Result<Outcome> {
    let progress = Progress::begin(phrases);
    let ImportOrdersArguments { files, reading, .. } = arguments;
    let (rows, how) = reading::files(files, reading, how_told, &progress, phrases, clock)?;
    if arguments.dry_run {
        return foresee(rows, &arguments.source, &arguments.at.record, &progress, phrases);
    }
    let house = House::open(&arguments.at.record)?;
    let id = house.begin(arguments, how)?;
    stage_and_apply(rows, &house, id, next, &progress, phrases)
}

fn resume(which: &ResumeArguments, phrases: Phrases, clock: &dyn Clock) -> Result<Outcome> {
    let progress = Progress::begin(phrases);
    let house = House::existing(&which.at.record)?;
    let id = which.id.map_or_else(|| house.broken_off(), Ok)?;
    let import = house.import(id)?;
    match import.state {
        State::Staged => {
            house.apply(id, Next::Serve, &progress, phrases)?;
            return Ok(outcome(import.counts.read.rejected));
        }
        State::Staging => {}
        State::Applied | State::Undone | State::Discarded => {
            return Err(ImportError::NotPossible(import.state).into());
        }
    }
    if house.was_sent(id)? {
        return Err(RecordError::GoesOnByItself.into());
    }
    let how = import.reading.ok_or(RecordError::CannotResume)?;
    let reading = how_read::arguments(&how);
    let (rows, _) = reading::files(&import.files, &reading, How::Said, &progress, phrases, clock)?;
    stage_and_apply(rows, &house, id, Next::Serve, &progress, phrases)
}

/// Stages what the record does not have staged of the files, and applies it.
fn stage_and_apply(
    mut rows: RowsRead,
    house: &House,
    id: ImportId,
    next: Next,
    progress: &Progress,
    phrases: Phrases,
) -> Result<Outcome> {
    progress.phase(phrases.say("import-staging"));
    let tell_how = |_: &anyhow::Error| tell_how_to_go_on(id, &house.record, progress, phrases);
    let mut staging = Staging::new(house, id)?;
    let rejects = mem::take(&mut rows.rejects);
    let staged = rows.stage(&mut staging, |_| {});
    let (read, bought) = staged.inspect_err(tell_how)?;
    progress.aside(|| writing::say(&words::of_found(&staging.found, &bought, phrases)))?;
    house.finish_staging(id, read, rejects)?;
    house.apply(id, next, progress, phrases).inspect_err(tell_how)?;
    Ok(outcome(read.rejected))
}

/// Says what is in the files, and what the record at `place` would make of it.
fn foresee(
    rows: RowsRead,
    source: &str,
    place: &Place,
    progress: &Progress,
    phrases: Phrases,
) -> Result<Outcome> {
    let house = House::as_it_is(place)?;
    let mut staging = Staging::foreseen(house.as_ref(), source)?;
    let (read, bought) = rows.stage(&mut staging, |_| {})?;
    let would_do = staging.would_do()?;
    progress.aside(|| {
        writing::say(&words::of_found(&staging.found, &bought, phrases))?;
        writing::say(&words::of_foreseen(&would_do, phrases))
    })?;
    progress.tell(&phrases.say("import-dry-run"));
    Ok(outcome(read.rejected))
}

/// Its name wherever the command is typed the next time. Standard input has no
/// other.
fn whole_name(file: &str) -> String {
    if file == "-" {
        return file.to_owned();
    }
    std::path::absolute(file).map_or_else(|_| file.to_owned(), |path| path.display().to_string())
}

fn outcome(rejected: u64) -> Outcome {
    if rejected > 0 { Outcome::RowsRefused } else { Outcome::Done }
}

fn tell_how_to_go_on(id: ImportId, record: &str, progress: &Progress, phrases: Phrases) {
    let about = [("id", id.to_string().into()), ("record", record.into())];
    progress.tell(&phrases.say_with("import-broken-off", &about));
}

fn list(at: &RecordArguments, phrases: Phrases) -> Result<Outcome> {
    let House { runtime, db, record, _threads } = House::existing(&at.record)?;
    let imports = runtime.block_on(async {
        let mut reader = db.reader().await?;
        imports::imports(&mut reader.snapshot(), None, SHOWN).await
    })?;
    let mut text = String::new();
    for import in &imports {
        text.push_str(&words::of_import(import, phrases));
    }
    if imports.is_empty() {
        text = phrases.say_with("import-none", &[("record", record.into())]);
        text.push('\n');
    }
    writing::say(&text)?;
    Ok(Outcome::Done)
}

fn undo(one: &OneImportArguments, phrases: Phrases) -> Result<Outcome> {
    let House { runtime, db, _threads, .. } = House::existing(&one.at.record)?;
    let id = one.id;
    let undo = async move |tx: &mut store::Tx<'_>| imports::undo(tx, id).await;
    let counts = runtime.block_on(db.write(Actor::System, undo))?;
    writing::say(&words::of_undone(&counts.undone.unwrap_or_default(), phrases))?;
    Ok(Outcome::Done)
}

fn discard(one: &OneImportArguments, phrases: Phrases) -> Result<Outcome> {
    let House { runtime, db, _threads, .. } = House::existing(&one.at.record)?;
    let id = one.id;
    let discard = async move |tx: &mut store::Tx<'_>| imports::discard(tx, id).await;
    runtime.block_on(db.write(Actor::System, discard))?;
    writing::tell(&phrases.say("import-discarded"));
    Ok(Outcome::Done)
}

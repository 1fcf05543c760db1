//! `perennial import`: orders from files into the record, and back out.

mod house;
pub(super) mod how_read;
pub(super) mod reading;
pub(super) mod staging;

use std::mem;

use anyhow::Result;
use domain::know::imports::{self, ImportError, ImportId, State};
use kernel::Clock;
use phrases::Phrases;
use store::db::Place;
use store::log::Actor;

use self::reading::{How, RowsRead};
use self::staging::Staging;
use super::RecordError;
use super::arguments::{
    ImportArguments, ImportCommand, ImportOrdersArguments, OneImportArguments, RecordArguments,
    ResumeArguments,
};
use crate::progress::Progress;
use crate::words::Next;
use crate::{Outcome, words, writing};

pub(super) use self::house::House;

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
    let other = staging.other_currencies();
    progress.aside(|| {
        writing::say(&words::of_found(&staging.found, &bought, phrases))?;
        writing::say(&words::of_foreseen(&would_do, &other, phrases))
    })?;
    progress.tell(&phrases.say("import-dry-run"));
    Ok(outcome(read.rejected))
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
    writing::say(&words::of_undone(&counts, phrases))?;
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

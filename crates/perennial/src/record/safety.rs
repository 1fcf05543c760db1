//! `perennial backup`, `restore`, `verify` and `doctor`: that nothing is lost.

use anyhow::Result;
use kernel::SystemClock;
use phrases::Phrases;
use store::backup::{self, Existing};
use store::doctor::{self, Severity};

use super::arguments::{BackupArguments, DoctorArguments, RestoreArguments, VerifyArguments};
use super::{check_is_there, on_runtime};
use crate::{Outcome, words, writing};

/// Takes a backup and verifies it.
///
/// # Errors
/// Where there is no record, or the backup could not be taken whole.
pub fn take(arguments: &BackupArguments, phrases: Phrases) -> Result<Outcome> {
    let record = arguments.whole.record();
    check_is_there(&record.place)?;
    let taken = on_runtime(async {
        Ok(backup::backup(&record, &arguments.folder(), &SystemClock).await?)
    })?;
    let path = taken.path.display().to_string();
    writing::tell(&phrases.say_with("backup-taken", &[("path", path.into())]));
    if let [first, ..] = taken.manifest.lost_blobs.as_slice() {
        let count = taken.manifest.lost_blobs.len() as u64;
        let lost = [("count", count.into()), ("first", first.as_str().into())];
        writing::tell(&phrases.say_with("backup-lost-files", &lost));
    }
    Ok(Outcome::Done)
}

/// Puts a record back from a backup.
///
/// # Errors
/// Where the backup is not whole or the place not free; what was there stays.
pub fn restore(arguments: &RestoreArguments, phrases: Phrases) -> Result<Outcome> {
    let record = arguments.whole.record();
    let existing = if arguments.replace { Existing::Replace } else { Existing::Keep };
    let manifest =
        on_runtime(async { Ok(backup::restore(&arguments.backup, &record, existing).await?) })?;
    let said = [
        ("place", record.place.to_string().into()),
        ("moment", words::moment(manifest.taken_at, phrases).into()),
    ];
    writing::tell(&phrases.say_with("backup-restored", &said));
    Ok(Outcome::Done)
}

/// Checks every byte of a backup.
///
/// # Errors
/// What is wrong with it first.
pub fn verify(arguments: &VerifyArguments, phrases: Phrases) -> Result<Outcome> {
    let manifest = on_runtime(async { Ok(backup::verify(&arguments.backup).await?) })?;
    let moment = words::moment(manifest.taken_at, phrases);
    writing::tell(&phrases.say_with("backup-whole", &[("moment", moment.into())]));
    Ok(Outcome::Done)
}

/// Says what is wrong with a record, or soon will be, the worst first.
///
/// # Errors
/// Where it cannot be said.
pub fn examine(arguments: &DoctorArguments, phrases: Phrases) -> Result<Outcome> {
    let record = arguments.whole.record();
    check_is_there(&record.place)?;
    let findings = on_runtime(async {
        Ok(doctor::examine(&record, &arguments.backups(), &SystemClock).await)
    })?;
    let mut text = String::new();
    for finding in &findings {
        text.push_str(&words::of_finding(finding, phrases));
        text.push('\n');
    }
    if findings.is_empty() {
        let place = record.place.to_string();
        text = phrases.say_with("doctor-well", &[("place", place.into())]);
        text.push('\n');
    }
    writing::say(&text)?;
    let is_wrong = findings.iter().any(|finding| finding.severity > Severity::Notice);
    Ok(if is_wrong { Outcome::FoundWrong } else { Outcome::Done })
}

//! Says why a backup could not be taken, trusted or restored.

use chrono::{DateTime, Utc};
use kernel::Day;
use phrases::Phrases;
use store::backup::BackupError;

use super::record::of_store_error;
use super::system::of_system;
use super::{because, in_english};

/// A day, hour and minute.
pub fn moment(at: DateTime<Utc>, phrases: Phrases) -> String {
    format!("{}, {} UTC", phrases.day(Day::from(at.date_naive())), at.format("%H:%M"))
}

pub(super) fn of_backup_error(error: &BackupError, phrases: Phrases) -> String {
    let about = |key: &str, path: &str| phrases.say_with(key, &[("path", path.into())]);
    match error {
        BackupError::Store(error) => of_store_error(error, phrases),
        BackupError::Files { path, cause } => because(path, &of_system(cause, phrases), phrases),
        BackupError::Taken(path) => about("backup-name-taken", path),
        BackupError::NotABackup(path) => about("backup-is-none", path),
        BackupError::Unfinished(path) => about("backup-unfinished", path),
        BackupError::Damaged { file, why } => phrases.say_with(
            "backup-damaged",
            &[("file", file.as_str().into()), ("why", why.as_str().into())],
        ),
        BackupError::DatabaseDamaged(said) => {
            phrases.say_with("backup-of-damaged", &[("said", said.as_str().into())])
        }
        BackupError::OtherKind { backup, place } => phrases.say_with(
            "backup-other-kind",
            &[("backup", backup.as_str().into()), ("place", (*place).into())],
        ),
        BackupError::Unknown(version) => {
            phrases.say_with("backup-newer", &[("version", (*version).into())])
        }
        BackupError::Occupied(path) => about("backup-place-occupied", path),
        BackupError::InUse(path) => about("backup-place-in-use", path),
        // A defect of the migrations: whoever reports it quotes it.
        BackupError::Circle(_) => in_english(error, phrases),
    }
}

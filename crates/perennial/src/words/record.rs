//! Says what the record could not do.

use std::error::Error;
use std::io;
use std::path::Path;

use domain::know::facts;
use domain::office::staff::{PasswordRefused, StaffError};
use measure::facts::FactsError;
use phrases::Phrases;
use store::StoreError;

use super::backup::of_backup_error;
use super::import::{of_import_error, of_open_import};
use super::system::of_system;
use super::{because, in_english};
use crate::record::RecordError;

/// What is wrong with the record or with what was asked of it; `None` where
/// it is about something else.
pub(super) fn of_record(error: &anyhow::Error, phrases: Phrases) -> Option<String> {
    if let Some(error) = error.downcast_ref() {
        return Some(of_command(error, phrases));
    }
    if let Some(error) = error.downcast_ref() {
        return Some(of_staff_error(error, phrases));
    }
    if let Some(error) = error.downcast_ref() {
        return Some(of_refused_password(*error, phrases));
    }
    if let Some(error) = error.downcast_ref() {
        return Some(of_backup_error(error, phrases));
    }
    if let Some(error) = error.downcast_ref() {
        return Some(of_files_error(error, phrases));
    }
    if let Some(error) = error.downcast_ref() {
        return Some(of_facts_error(error, phrases));
    }
    if let Some(error) = error.downcast_ref() {
        return Some(of_import_error(error, phrases));
    }
    error.downcast_ref().map(|error| of_store_error(error, phrases))
}

fn of_command(error: &RecordError, phrases: Phrases) -> String {
    match error {
        RecordError::CannotOpen { place, record, source } => {
            let what = phrases.say_with("record-cannot-open", &[("place", place.as_str().into())]);
            because(&what, &of_store_error_at(source, record, phrases), phrases)
        }
        RecordError::NoRecord { place } => {
            phrases.say_with("record-is-none", &[("place", place.as_str().into())])
        }
        RecordError::CannotListen { address, source } => {
            let address = address.to_string();
            let what = phrases.say_with("serve-cannot-listen", &[("address", address.into())]);
            let why = match source.kind() {
                io::ErrorKind::AddrInUse => phrases.say("serve-address-taken"),
                _ => of_system(source, phrases),
            };
            because(&what, &why, phrases)
        }
        RecordError::AnotherIsOpen { id, record } => of_open_import(*id, record, phrases),
        RecordError::NothingBrokenOff { record } => {
            phrases.say_with("import-nothing-broken-off", &[("record", record.as_str().into())])
        }
        RecordError::CannotResume => phrases.say("import-cannot-resume"),
        RecordError::GoesOnByItself => phrases.say("import-goes-on-by-itself"),
        RecordError::NoKeyGiven => phrases.say("key-given-is-none"),
        RecordError::KeyUnread { file, source } => {
            because(&about("key-unread", file, phrases), &of_system(source, phrases), phrases)
        }
        RecordError::KeyOpen { file } => about("key-open", file, phrases),
        RecordError::NoKey { file } => about("key-is-none", file, phrases),
        RecordError::KeyMissing { file } => about("key-missing", file, phrases),
        RecordError::OtherKey { file } => about("key-other", file, phrases),
        RecordError::PasswordsDiffer => phrases.say("user-passwords-differ"),
        RecordError::NoPassword(source) => {
            because(&phrases.say("user-no-password"), &of_system(source, phrases), phrases)
        }
    }
}

fn about(key: &str, file: &Path, phrases: Phrases) -> String {
    phrases.say_with(key, &[("file", file.display().to_string().into())])
}

fn of_staff_error(error: &StaffError, phrases: Phrases) -> String {
    let about = |key: &str, email: &str| phrases.say_with(key, &[("email", email.into())]);
    match error {
        StaffError::NotAnEmail(text) => about("user-not-an-email", text),
        StaffError::EmailTaken(email) => about("user-email-taken", email),
        StaffError::NoName => phrases.say("user-no-name"),
        StaffError::Password(refused) => of_refused_password(*refused, phrases),
        StaffError::Unknown => phrases.say("user-unknown"),
        StaffError::Store(error) => of_store_error(error, phrases),
        // Signing in and roles are not for the command line, and the system's
        // random numbers do not end.
        StaffError::TooManyTries { .. }
        | StaffError::LockedOut
        | StaffError::LastOwner
        | StaffError::NotALanguage(_)
        | StaffError::NoRandomness(_) => in_english(error, phrases),
    }
}

/// What could not be done about the facts of the record.
fn of_facts_error(error: &facts::FactsError, phrases: Phrases) -> String {
    match error {
        facts::FactsError::Files(source) => match source.downcast_ref() {
            Some(error) => of_files_error(error, phrases),
            None => in_english(error, phrases),
        },
        facts::FactsError::Store(error) => of_store_error(error, phrases),
        // Whoever is overtaken goes on with what the other made.
        facts::FactsError::Overtaken => in_english(error, phrases),
    }
}

fn of_files_error(error: &FactsError, phrases: Phrases) -> String {
    match error {
        FactsError::Io { name, source } => {
            let what = phrases.say_with("facts-file-unused", &[("file", name.as_str().into())]);
            because(&what, &of_system(source, phrases), phrases)
        }
        FactsError::Damaged { name, .. } => {
            phrases.say_with("facts-file-damaged", &[("file", name.as_str().into())])
        }
        // A defect: whoever reports it quotes it; the ledger's errors are told
        // as those of files are.
        FactsError::Encoding(_) | FactsError::Ledger(_) => in_english(error, phrases),
    }
}

fn of_refused_password(refused: PasswordRefused, phrases: Phrases) -> String {
    phrases.say(match refused {
        PasswordRefused::Short => "user-password-short",
        PasswordRefused::Long => "user-password-long",
        PasswordRefused::OneCharacter => "user-password-one-character",
        PasswordRefused::NotHashed => "user-password-not-hashed",
    })
}

pub(super) fn of_store_error(error: &StoreError, phrases: Phrases) -> String {
    of_store_error_at(error, "", phrases)
}

/// The same of a record as it is named after a command, with the blank before it.
fn of_store_error_at(error: &StoreError, record: &str, phrases: Phrases) -> String {
    match error {
        StoreError::Database(source) => {
            let reason = of_database(source, phrases);
            phrases.say_with("record-database-said", &[("reason", reason.into())])
        }
        StoreError::DiskFull => phrases.say("system-disk-full"),
        StoreError::ReadOnly => phrases.say("record-read-only"),
        StoreError::NotOurs(_) => phrases.say("record-not-ours"),
        StoreError::Newer { found, known } => phrases
            .say_with("record-newer", &[("found", (*found).into()), ("known", (*known).into())]),
        StoreError::Older { found, known } => phrases.say_with(
            "record-older",
            &[("found", (*found).into()), ("known", (*known).into()), ("record", record.into())],
        ),
        // Defects: whoever reports one quotes them.
        StoreError::Event(_)
        | StoreError::LeaseLost
        | StoreError::Defect
        | StoreError::Stopping => in_english(error, phrases),
    }
}

/// What is behind an error of a database: the server's or the system's words.
fn of_database(error: &(dyn Error + 'static), phrases: Phrases) -> String {
    let mut innermost = error;
    while let Some(cause) = innermost.source() {
        innermost = cause;
    }
    match innermost.downcast_ref() {
        Some(error) => of_system(error, phrases),
        None => innermost.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use kernel::Language;

    use super::*;

    #[test]
    fn what_brings_an_older_record_up_names_it() {
        let error = RecordError::CannotOpen {
            place: "shop.db".to_owned(),
            record: " --record shop.db".to_owned(),
            source: StoreError::Older { found: 1, known: 2 },
        };
        for language in Language::ALL {
            let said = of_command(&error, Phrases::of(language));
            assert!(said.contains("`perennial serve --record shop.db`"), "{said}");
        }
    }
}

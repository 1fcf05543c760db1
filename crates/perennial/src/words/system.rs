//! Why the system could not do what it was asked to, in the user's language.

use std::error::Error;
use std::io::{self, ErrorKind};

use phrases::Phrases;

/// Why a file cannot be written: what is missing then is its folder.
pub fn of_writing(error: &io::Error, phrases: Phrases) -> String {
    match error.kind() {
        ErrorKind::NotFound => phrases.say("system-no-folder"),
        _ => of_system(error, phrases),
    }
}

/// What is behind `error`. Names of temporary files, which mean nothing to
/// anybody, are left out.
pub fn of_system(error: &io::Error, phrases: Phrases) -> String {
    let key = match error.kind() {
        ErrorKind::NotFound => "system-not-found",
        ErrorKind::PermissionDenied => "system-not-allowed",
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => "system-disk-full",
        ErrorKind::IsADirectory => "system-is-folder",
        ErrorKind::NotADirectory => "system-not-a-folder",
        ErrorKind::AlreadyExists => "system-name-taken",
        ErrorKind::ReadOnlyFilesystem => "system-read-only",
        _ => return of_the_system_itself(error),
    };
    phrases.say(key)
}

/// The system's own words, without the number of the error.
fn of_the_system_itself(error: &io::Error) -> String {
    let mut innermost: &(dyn Error + 'static) = error;
    while let Some(cause) = innermost.source() {
        innermost = cause;
    }
    let text = innermost.to_string();
    let words = text.rsplit_once(" (os error ").map(|(words, _)| words.to_owned());
    words.unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use kernel::Language;

    use super::*;

    #[test]
    fn temporary_files_and_numbers_of_errors_are_not_named() {
        let english = Phrases::of(Language::English);
        let folder = tempfile::tempdir().unwrap();
        let error = tempfile::tempfile_in(folder.path().join("none")).unwrap_err();
        assert_eq!(of_system(&error, english), "there is no such file or folder");
        // Too many open files: a kind that has no words of ours.
        let error = io::Error::from_raw_os_error(24);
        assert!(!of_system(&error, english).contains("os error"), "{error}");
    }
}

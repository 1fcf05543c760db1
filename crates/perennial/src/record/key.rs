//! The key that secrets of devices are sealed with: from the environment, or
//! from a file beside the record that only its owner may read.

use std::fs::{self, File};
use std::io::{self, Write as _};
use std::os::unix::fs::MetadataExt as _;
use std::path::Path;

use anyhow::Result;
use domain::office::second_factor::{self, SealingKey, SecondFactorError};
use store::Db;
use store::log::Actor;
use tempfile::NamedTempFile;

use super::RecordError;

/// Holds the key itself. It is no option of the command line, which everybody on
/// the machine may read.
const VARIABLE: &str = "PERENNIAL_KEY";

/// The key of a record, made where it has none yet. What an earlier version kept
/// open is sealed.
///
/// # Errors
/// Where the key cannot be read, or the record was sealed with another.
pub async fn of_record(db: &Db, file: &Path) -> Result<SealingKey> {
    let key = match given()? {
        Some(key) => key,
        None => match read(file)? {
            Some(key) => key,
            None if second_factor::has_sealed(&mut db.reader().await?.snapshot()).await? => {
                return Err(RecordError::KeyMissing { file: file.to_owned() }.into());
            }
            None => make(file)?,
        },
    };
    let sealing = key.clone();
    let sealed =
        db.write(Actor::System, async move |tx| second_factor::seal_all(tx, &sealing).await);
    match sealed.await {
        Ok(()) => Ok(key),
        Err(SecondFactorError::OtherKey) => {
            Err(RecordError::OtherKey { file: file.to_owned() }.into())
        }
        Err(error) => Err(error.into()),
    }
}

fn given() -> Result<Option<SealingKey>, RecordError> {
    match std::env::var_os(VARIABLE).filter(|text| !text.is_empty()) {
        Some(text) => {
            let key = text.to_str().and_then(SealingKey::read);
            key.map(Some).ok_or(RecordError::NoKeyGiven)
        }
        None => Ok(None),
    }
}

fn read(file: &Path) -> Result<Option<SealingKey>, RecordError> {
    let unread = |source| RecordError::KeyUnread { file: file.to_owned(), source };
    let text = match fs::read_to_string(file) {
        Ok(text) => text,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(unread(error)),
    };
    if fs::metadata(file).map_err(unread)?.mode() & 0o077 != 0 {
        return Err(RecordError::KeyOpen { file: file.to_owned() });
    }
    let key = SealingKey::read(&text);
    key.map(Some).ok_or_else(|| RecordError::NoKey { file: file.to_owned() })
}

/// Where another process makes one at the same moment, the first holds.
fn make(file: &Path) -> Result<SealingKey> {
    let key = SealingKey::new()?;
    match write(file, &key) {
        Ok(()) => Ok(key),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            Ok(read(file)?.ok_or_else(|| RecordError::NoKey { file: file.to_owned() })?)
        }
        Err(source) => Err(RecordError::KeyUnread { file: file.to_owned(), source }.into()),
    }
}

/// What is sealed with a key that is lost opens for nobody: the key is on the
/// disk, and so is its name, before anything is.
fn write(file: &Path, key: &SealingKey) -> io::Result<()> {
    let named = file.parent().filter(|folder| !folder.as_os_str().is_empty());
    let folder = named.unwrap_or(Path::new("."));
    // Its owner's alone from the beginning, under a name that no other process
    // has, whatever their numbers are.
    let mut whole = NamedTempFile::new_in(folder)?;
    writeln!(whole, "{}", key.reveal())?;
    whole.as_file().sync_all()?;
    whole.persist_noclobber(file)?;
    File::open(folder)?.sync_all()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_two_keys_the_first_holds_and_nothing_else_is_left() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("perennial.key");
        let (first, second) = (make(&file).unwrap(), make(&file).unwrap());
        assert_eq!(first.reveal(), second.reveal());
        assert_eq!(fs::metadata(&file).unwrap().mode() & 0o777, 0o600);
        let there = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name());
        assert_eq!(there.collect::<Vec<_>>(), ["perennial.key"]);
    }
}

//! What can be typed after the commands of the record: a file for each group
//! of them, and here what all of them say, where the record is.

mod import;
mod made;
mod safety;
mod serve;
mod user;

use std::path::{Path, PathBuf};

use clap::Args;
use kernel::Language;
use store::backup::Record;
use store::db::{Place, PlaceError};

use crate::map_line::shell_word;

pub use import::{
    ImportArguments, ImportCommand, ImportOrdersArguments, NotAnImport, OneImportArguments,
    ResumeArguments,
};
pub use made::{Made, RebuildArguments};
pub use safety::{BackupArguments, DoctorArguments, RestoreArguments, VerifyArguments};
pub use serve::ServeArguments;
pub use user::{AddArguments, ResetArguments, UserArguments, UserCommand};

/// Where the record is.
#[derive(Debug, Args)]
pub struct RecordArguments {
    /// A file of SQLite, a folder with one, or a database of PostgreSQL.
    #[arg(
        long,
        visible_alias = "data",
        help = "The record: a file, a folder with perennial.db in it, or postgres://user@host/database",
        value_parser = place,
        value_name = "PLACE",
        env = RecordArguments::VARIABLE,
        hide_env_values = true,
        default_value = RecordArguments::DEFAULT
    )]
    pub record: Place,
    /// The language to speak: en, ru, ro, el, hy [default: the machine's]
    #[arg(long, value_name = "CODE")]
    pub lang: Option<Language>,
}

impl RecordArguments {
    /// The variable of the environment that names it.
    pub const VARIABLE: &str = "PERENNIAL_RECORD";
    /// Where it is if nothing is said.
    pub const DEFAULT: &str = "perennial.db";
}

/// What names a record after any of its commands, with the blank before it:
/// nothing for the one that is meant if nothing is said.
pub fn naming(record: &Place) -> String {
    let place = match record {
        Place::Sqlite(path) if path == Path::new(RecordArguments::DEFAULT) => return String::new(),
        Place::Sqlite(path) => path.display().to_string(),
        // With who opens it, which the machine's own name need not be; never
        // with a password.
        Place::Postgres(options) => {
            record.to_string().replacen("://", &format!("://{}@", options.get_username()), 1)
        }
    };
    format!(" --record {}", shell_word(&place))
}

/// A place as it is typed: a folder means the record of the usual name in it.
///
/// # Errors
/// Where it cannot be understood.
pub fn place(text: &str) -> Result<Place, PlaceError> {
    let path = Path::new(text);
    let is_folder = text.ends_with('/') || path.is_dir();
    if is_folder && !text.contains("://") {
        return Ok(Place::Sqlite(path.join(RecordArguments::DEFAULT)));
    }
    text.parse()
}

/// All that a business has: its record and its files.
#[derive(Debug, Args)]
pub struct WholeArguments {
    /// Where the record is.
    #[command(flatten)]
    pub at: RecordArguments,
    /// The folder of its receipts, photos and mails [default: beside the record, as perennial.files]
    #[arg(long, value_name = "FOLDER", env = "PERENNIAL_FILES")]
    pub files: Option<PathBuf>,
}

/// What the folder of a record's facts ends in.
pub const FACTS: &str = "facts";

impl WholeArguments {
    /// Where its record and its files are.
    pub fn record(&self) -> Record {
        let blobs = self.files.clone().unwrap_or_else(|| beside(&self.at.record, "files"));
        Record { place: self.at.record.clone(), blobs }
    }
}

/// A folder named after the record, so that two in one folder keep apart;
/// those of PostgreSQL are in the working folder.
pub fn beside(record: &Place, kind: &str) -> PathBuf {
    match record {
        Place::Sqlite(path) => path.with_extension(kind),
        Place::Postgres(options) => {
            let database = options.get_database().unwrap_or("perennial");
            PathBuf::from(format!("{database}.{kind}"))
        }
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("perennial.db", "")]
    #[case("demo/perennial.db", " --record demo/perennial.db")]
    #[case("my shop.db", " --record 'my shop.db'")]
    #[case("postgres://ana:secret@db:5433/shop", " --record postgres://ana@db:5433/shop")]
    fn a_record_is_named_unless_it_is_the_usual_one(#[case] record: &str, #[case] named: &str) {
        assert_eq!(naming(&record.parse::<Place>().unwrap()), named);
    }
}

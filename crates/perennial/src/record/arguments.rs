//! What can be typed after the commands of the record.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use clap::{Args, Subcommand, ValueEnum};
use documents::orders::ColumnMap;
use domain::know::imports::ImportId;
use domain::office::rights::Role;
use kernel::{Currency, Language};
use store::backup::Record;
use store::db::{Place, PlaceError};

use super::log::LogLevel;
use crate::arguments::{InputArguments, map_help};
use crate::quantities::Memory;

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

/// What the folder of a record's facts ends in.
pub const FACTS: &str = "facts";

/// `perennial serve`.
#[derive(Debug, Args)]
pub struct ServeArguments {
    /// What to serve.
    #[command(flatten)]
    pub whole: WholeArguments,
    /// The address and port to listen on
    #[arg(
        long,
        value_name = "ADDRESS",
        env = "PERENNIAL_LISTEN",
        default_value = "127.0.0.1:8010"
    )]
    pub listen: SocketAddr,
    /// The folder of its facts, which the figures are made of [default: beside the record, as perennial.facts]
    #[arg(long, value_name = "FOLDER", env = "PERENNIAL_FACTS")]
    pub facts: Option<PathBuf>,
    /// People reach it by https, through a proxy that says where they come from
    #[arg(long, env = "PERENNIAL_BEHIND_PROXY")]
    pub behind_proxy: bool,
    /// Leave making the review, which takes memory and all processors for a while, to another process over the same record
    #[arg(long, env = "PERENNIAL_NO_REVIEW")]
    pub no_review: bool,
    /// How much to write to standard error while it runs
    #[arg(long, value_enum, value_name = "LEVEL", env = "PERENNIAL_LOG", default_value = "info")]
    pub log: LogLevel,
}

/// `perennial user`.
#[derive(Debug, Args)]
pub struct UserArguments {
    /// What to do.
    #[command(subcommand)]
    pub command: UserCommand,
}

/// The commands of `perennial user`.
#[derive(Debug, Subcommand)]
pub enum UserCommand {
    /// Give somebody an account; the password is asked for, or read from standard input
    Add(AddArguments),
    /// Give somebody a new password and sign them out everywhere
    Reset(ResetArguments),
}

/// `perennial user add`.
#[derive(Debug, Args)]
pub struct AddArguments {
    /// The e-mail address they will sign in with
    pub email: String,
    /// As colleagues know them
    #[arg(long)]
    pub name: String,
    /// What they may do
    #[arg(long, value_enum, default_value_t = RoleName::Agent)]
    pub role: RoleName,
    /// Where the record is.
    #[command(flatten)]
    pub at: RecordArguments,
}

/// `perennial user reset`.
#[derive(Debug, Args)]
pub struct ResetArguments {
    /// The e-mail address they sign in with
    pub email: String,
    /// Turn off their second factor as well: for whoever lost the device
    #[arg(long)]
    pub second_factor: bool,
    /// Where the record is.
    #[command(flatten)]
    pub at: RecordArguments,
}

/// `perennial import`.
#[derive(Debug, Args)]
pub struct ImportArguments {
    /// What to do.
    #[command(subcommand)]
    pub command: ImportCommand,
}

/// The commands of `perennial import`.
#[derive(Debug, Subcommand)]
pub enum ImportCommand {
    /// Bring in orders and who placed them; all of it or nothing, and the same again changes nothing
    Orders(Box<ImportOrdersArguments>),
    /// Say what was imported
    List(RecordArguments),
    /// Go on with an import that was broken off
    Resume(OneImportArguments),
    /// Take back what an import brought and nobody has changed since
    Undo(OneImportArguments),
    /// Give up an import that was broken off
    Discard(OneImportArguments),
}

/// `perennial import orders`.
#[derive(Debug, Args)]
#[command(after_help = IMPORT_EXAMPLES)]
pub struct ImportOrdersArguments {
    /// The shop or market the files come from: codes mean the same only within one [default: your own]
    #[arg(long, value_name = "NAME", default_value = "", hide_default_value = true)]
    pub source: String,
    /// Only say what is in the files, how it is read and what would be new
    #[arg(long)]
    pub dry_run: bool,
    /// Where the record is.
    #[command(flatten)]
    pub at: RecordArguments,
    /// Files of orders: CSV, TSV, text, XLSX, Parquet, JSON, plain, .gz or .zst; patterns such as 'shop-*.csv'; - is standard input
    #[arg(required = true, value_name = "FILE", help_heading = None)]
    pub files: Vec<String>,
    /// Which column is what, where it is not found by itself.
    #[arg(long, value_name = "COLUMNS", help = map_help())]
    pub map: Option<ColumnMap>,
    /// What amounts are in where the files do not say
    #[arg(long, value_name = "CODE")]
    pub currency: Option<Currency>,
    /// Drop rows that repeat another row exactly [default: count and keep them]
    #[arg(long)]
    pub drop_duplicates: bool,
    /// Stop at the first row that cannot be read
    #[arg(long)]
    pub strict: bool,
    /// Write every refused row with its reason to this file: .csv, .xlsx or .parquet
    #[arg(long, alias = "rejects", value_name = "FILE")]
    pub rejected: Option<PathBuf>,
    /// Memory to stay within, at least 64MiB; what does not fit goes to temporary files
    #[arg(long, value_name = "SIZE", default_value_t, allow_hyphen_values = true)]
    pub memory: Memory,
}

const IMPORT_EXAMPLES: &str = "\
Examples:
  perennial import orders orders.csv --dry-run
  perennial import orders shop-2024.csv shop-2025.xlsx --source shop
  perennial import orders orders.csv --map customer=Client,date=Day,amount=Sum";

/// The commands of `perennial import` about one of them.
#[derive(Debug, Args)]
pub struct OneImportArguments {
    /// Its id, as `perennial import list` shows it
    #[arg(value_name = "ID")]
    pub id: ImportId,
    /// Where the record is.
    #[command(flatten)]
    pub at: RecordArguments,
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

/// `perennial backup`.
#[derive(Debug, Args)]
pub struct BackupArguments {
    /// Where backups go, each in a folder of its own [default: beside the record, as perennial.backups]
    #[arg(value_name = "FOLDER", env = "PERENNIAL_BACKUPS")]
    pub folder: Option<PathBuf>,
    /// What to save.
    #[command(flatten)]
    pub whole: WholeArguments,
}

/// `perennial restore`.
#[derive(Debug, Args)]
pub struct RestoreArguments {
    /// The folder of the backup
    #[arg(value_name = "FOLDER")]
    pub backup: PathBuf,
    /// Replace the record that is there
    #[arg(long)]
    pub replace: bool,
    /// Where to put it.
    #[command(flatten)]
    pub whole: WholeArguments,
}

/// `perennial verify`.
#[derive(Debug, Args)]
pub struct VerifyArguments {
    /// The folder of the backup
    #[arg(value_name = "FOLDER")]
    pub backup: PathBuf,
    /// The language to speak: en, ru, ro, el, hy [default: the machine's]
    #[arg(long, value_name = "CODE")]
    pub lang: Option<Language>,
}

/// `perennial doctor`.
#[derive(Debug, Args)]
#[command(after_help = "Exit codes: 0 nothing to worry about, 1 something is wrong or will be.")]
pub struct DoctorArguments {
    /// Where its backups are [default: beside the record, as perennial.backups]
    #[arg(long, value_name = "FOLDER", env = "PERENNIAL_BACKUPS")]
    pub backups: Option<PathBuf>,
    /// What to look at.
    #[command(flatten)]
    pub whole: WholeArguments,
}

/// `perennial rebuild`.
#[derive(Debug, Args)]
pub struct RebuildArguments {
    /// What to make again; meanwhile it can be used as it was (facts) or as far as it is (search, counters)
    #[arg(value_enum)]
    pub what: Made,
    /// Where the record is.
    #[command(flatten)]
    pub at: RecordArguments,
    /// The folder of its facts [default: beside the record, as perennial.facts]
    #[arg(long, value_name = "FOLDER", env = "PERENNIAL_FACTS")]
    pub facts: Option<PathBuf>,
}

/// What is made from the log.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum Made {
    /// The files that figures are made of
    Facts,
    /// What is found by searching
    Search,
    /// What is counted: how often each customer has ordered, and what they have spent
    #[value(alias = "totals")]
    Counters,
}

/// A role, as it is typed.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum RoleName {
    /// Everything
    Owner,
    /// Runs the business
    Manager,
    /// Works with customers
    Agent,
    /// Looks at figures and takes them out
    Analyst,
    /// Looks
    ReadOnly,
}

impl From<RoleName> for Role {
    fn from(name: RoleName) -> Self {
        match name {
            RoleName::Owner => Role::Owner,
            RoleName::Manager => Role::Manager,
            RoleName::Agent => Role::Agent,
            RoleName::Analyst => Role::Analyst,
            RoleName::ReadOnly => Role::ReadOnly,
        }
    }
}

impl UserCommand {
    /// Where the record is.
    pub fn at(&self) -> &RecordArguments {
        match self {
            UserCommand::Add(add) => &add.at,
            UserCommand::Reset(reset) => &reset.at,
        }
    }
}

impl ImportOrdersArguments {
    /// The files, as the review takes them.
    pub fn input(&self) -> InputArguments {
        InputArguments {
            files: self.files.clone(),
            map: self.map.clone(),
            currency: self.currency,
            drop_duplicates: self.drop_duplicates,
            strict: self.strict,
            rejected: self.rejected.clone(),
            memory: self.memory,
            ..InputArguments::of_file(Path::new(""))
        }
    }
}

impl ImportCommand {
    /// The language asked for.
    pub fn lang(&self) -> Option<Language> {
        match self {
            ImportCommand::Orders(orders) => orders.at.lang,
            ImportCommand::List(at) => at.lang,
            ImportCommand::Resume(one) | ImportCommand::Undo(one) | ImportCommand::Discard(one) => {
                one.at.lang
            }
        }
    }
}

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

impl ServeArguments {
    /// Where the facts of the record are.
    pub fn facts_folder(&self) -> PathBuf {
        self.facts.clone().unwrap_or_else(|| beside(&self.whole.at.record, FACTS))
    }

    /// Where the key of the record is, where none is given.
    pub fn key_file(&self) -> PathBuf {
        beside(&self.whole.at.record, "key")
    }
}

impl RebuildArguments {
    /// Where the facts of the record are.
    pub fn facts_folder(&self) -> PathBuf {
        self.facts.clone().unwrap_or_else(|| beside(&self.at.record, FACTS))
    }
}

impl BackupArguments {
    /// Where backups go.
    pub fn folder(&self) -> PathBuf {
        self.folder.clone().unwrap_or_else(|| beside(&self.whole.at.record, "backups"))
    }
}

impl DoctorArguments {
    /// Where backups are.
    pub fn backups(&self) -> PathBuf {
        self.backups.clone().unwrap_or_else(|| beside(&self.whole.at.record, "backups"))
    }
}

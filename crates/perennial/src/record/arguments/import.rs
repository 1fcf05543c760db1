//! What can be typed after `perennial import`.

use clap::{Args, Subcommand};
use domain::know::imports::ImportId;
use kernel::Language;

use super::RecordArguments;
use crate::arguments::ReadingArguments;

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
    Resume(ResumeArguments),
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
    /// How they are read.
    #[command(flatten)]
    pub reading: ReadingArguments,
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
    #[arg(value_name = "ID", value_parser = import_id)]
    pub id: ImportId,
    /// Where the record is.
    #[command(flatten)]
    pub at: RecordArguments,
}

/// `perennial import resume`.
#[derive(Debug, Args)]
pub struct ResumeArguments {
    /// Its id, as `perennial import list` shows it [default: the one that was broken off]
    #[arg(value_name = "ID", value_parser = import_id)]
    pub id: Option<ImportId>,
    /// Where the record is.
    #[command(flatten)]
    pub at: RecordArguments,
}

/// A text that is no id of an import.
#[derive(Debug, thiserror::Error)]
#[error("\"{0}\" is not the id of an import; perennial import list shows them")]
pub struct NotAnImport(pub String);

fn import_id(text: &str) -> Result<ImportId, NotAnImport> {
    text.trim().parse().map_err(|_| NotAnImport(text.to_owned()))
}

impl ImportCommand {
    /// The language asked for.
    pub fn lang(&self) -> Option<Language> {
        match self {
            ImportCommand::Orders(orders) => orders.at.lang,
            ImportCommand::List(at) => at.lang,
            ImportCommand::Resume(resume) => resume.at.lang,
            ImportCommand::Undo(one) | ImportCommand::Discard(one) => one.at.lang,
        }
    }
}

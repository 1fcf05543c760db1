//! What can be typed after `perennial backup`, `restore`, `verify` and `doctor`.

use std::path::PathBuf;

use clap::Args;
use kernel::Language;

use super::{WholeArguments, beside};

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

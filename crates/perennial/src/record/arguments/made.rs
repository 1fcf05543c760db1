//! What can be typed after `perennial rebuild`.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::{FACTS, RecordArguments, beside};

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

impl RebuildArguments {
    /// Where the facts of the record are.
    pub fn facts_folder(&self) -> PathBuf {
        self.facts.clone().unwrap_or_else(|| beside(&self.at.record, FACTS))
    }
}

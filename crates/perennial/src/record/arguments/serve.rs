//! What can be typed after `perennial serve`.

use std::net::SocketAddr;
use std::path::PathBuf;

use clap::Args;

use super::{FACTS, WholeArguments, beside};
use crate::record::LogLevel;

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

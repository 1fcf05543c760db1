//! `cargo xtask load`: the record under load, on a made-up business of full
//! size.

use std::path::PathBuf;

use anyhow::{Context, Result};

use crate::{bench, command, workspace};

#[derive(clap::Args)]
pub struct Options {
    /// The record; a file that is not there is filled
    #[arg(
        help = "The record: a file, or postgres://user@host/database; a file that is not there is filled"
    )]
    #[arg(default_value = "target/load/record.db")]
    record: String,
    /// Fill it first, as a database that is empty must be
    #[arg(long)]
    fill: bool,
    /// What `load fill` takes: --customers, --orders, --interactions, --seed
    #[arg(last = true)]
    size: Vec<String>,
}

/// Builds, fills where that is needed, and drives: pages for sixteen at once,
/// then writing for thirty-two, whose program is killed in the end.
///
/// # Errors
/// Where something cannot be built or run, or a bar is missed.
pub fn run(options: &Options) -> Result<()> {
    command::run(&mut command::cargo(&[
        "build",
        "--release",
        "--package",
        "perennial",
        "--package",
        "load",
    ]))?;
    let is_file = !options.record.contains("://");
    let record = if is_file {
        let path = workspace::root().join(&options.record);
        let folder = path.parent().context("the record must be a file in a folder")?;
        std::fs::create_dir_all(folder)
            .with_context(|| format!("cannot make {}", folder.display()))?;
        path.display().to_string()
    } else {
        options.record.clone()
    };
    if options.fill || (is_file && !PathBuf::from(&record).exists()) {
        load(&["fill", &record], &options.size)?;
    }
    let pages = load(&["drive", &record], &[]);
    let writing = load(&["drive", &record, "--only", "log", "--clients", "32", "--kill"], &[]);
    pages.and(writing)
}

fn load(arguments: &[&str], more: &[String]) -> Result<()> {
    let mut load = command::program(bench::release("load")?);
    load.args(arguments).args(more);
    if arguments.first() == Some(&"drive") {
        load.arg("--program").arg(bench::release("perennial")?);
    }
    command::run(&mut load)
}

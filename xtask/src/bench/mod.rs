//! `cargo xtask bench`: how fast the house is, and its peers beside it.
//!
//! Every work is a process of its own, ours and the peers' alike, on the same
//! files, one after another. A work that prints its own seconds (the fits, the
//! summaries) is taken at its word, so that starting up, importing and loading
//! what is not measured cost nobody anything; the others are timed from start
//! to end. Peak memory is always the whole process's.

mod bars;
mod peers;
mod process;
mod readings;
mod works;

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, bail};

use crate::{command, postgres};
use readings::Reading;
pub use works::release;
use works::{Ground, WORKS, Work};

#[derive(clap::Args)]
pub struct Options {
    /// Works to measure; all but review-100m where none is named
    names: Vec<String>,
    /// Measures the peers too, in a Python environment of their own
    #[arg(long)]
    peers: bool,
    /// Takes the median of so many runs (works of over a minute run once)
    #[arg(long, default_value_t = 3)]
    runs: usize,
    /// Where the data and the Python environment are made and kept
    #[arg(long)]
    cache: Option<PathBuf>,
}

/// Builds, makes the data, measures and prints two tables: the readings, and
/// how they stand to the bars.
///
/// # Errors
/// Where a work is not known, or something cannot be built, made or run.
pub fn run(options: &Options) -> Result<()> {
    let chosen = chosen(&options.names)?;
    let cache = match &options.cache {
        Some(folder) => folder.clone(),
        None => default_cache()?,
    };
    fs::create_dir_all(&cache).with_context(|| format!("cannot make {}", cache.display()))?;
    command::run(&mut command::cargo(&[
        "build",
        "--release",
        "--package",
        "perennial",
        "--package",
        "workloads",
    ]))?;
    let python = if options.peers { Some(peers::python(&cache)?) } else { None };
    let postgres =
        if chosen.iter().any(|work| work.needs_postgres()) { postgres::start()? } else { None };
    let ground = Ground { cache, python, postgres };

    let mut readings: BTreeMap<String, Reading> = BTreeMap::new();
    for work in chosen {
        for who in work.who {
            let Some(command) = ground.command(work, who)? else { continue };
            let name = format!("{}/{}", work.name, who.name);
            eprintln!("  {name}");
            let reading = process::median(&command, options.runs)
                .with_context(|| format!("cannot measure {name}"))?;
            readings.insert(name, reading);
        }
    }
    print!("{}", readings::table(&readings));
    print!("{}", bars::table(&readings));
    Ok(())
}

fn chosen(names: &[String]) -> Result<Vec<&'static Work>> {
    if names.is_empty() {
        return Ok(WORKS.iter().filter(|work| !work.is_long).collect());
    }
    names
        .iter()
        .map(|name| {
            let Some(work) = WORKS.iter().find(|work| work.name == name) else {
                let known: Vec<&str> = WORKS.iter().map(|work| work.name).collect();
                bail!("there is no work \"{name}\": choose from {}", known.join(", "));
            };
            Ok(work)
        })
        .collect()
}

fn default_cache() -> Result<PathBuf> {
    let cache = std::env::var_os("XDG_CACHE_HOME")
        .map(PathBuf::from)
        .or_else(|| std::env::var_os("HOME").map(|home| PathBuf::from(home).join(".cache")))
        .context("neither XDG_CACHE_HOME nor HOME is set: name a folder with --cache")?;
    Ok(cache.join("perennial-bench"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_work_nobody_knows_is_an_error_that_names_those_there_are() {
        let error = chosen(&["sumary".into()]).unwrap_err().to_string();
        assert!(error.contains("sumary") && error.contains("summary"), "{error}");
    }

    #[test]
    fn the_longest_work_must_be_asked_for() {
        assert!(chosen(&[]).unwrap().iter().all(|work| work.name != "review-100m"));
        assert_eq!(chosen(&["review-100m".into()]).unwrap().len(), 1);
    }
}

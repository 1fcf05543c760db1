//! The peers' Python environment: made in the cache, thrown away with it.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::command;

/// The Python that has the peers, its environment made where it is not there
/// yet or was made for other versions.
///
/// # Errors
/// Where Python 3 with `venv` is not installed or a package cannot be had.
pub fn python(cache: &Path) -> Result<PathBuf> {
    let wanted = crate::workspace::root().join("benches/peers/requirements.txt");
    let wanted = std::fs::read_to_string(&wanted)
        .with_context(|| format!("cannot read {}", wanted.display()))?;
    let home = cache.join("peers");
    let python = home.join("bin/python");
    let installed = home.join("installed.txt");
    if std::fs::read_to_string(&installed).is_ok_and(|there| there == wanted) {
        return Ok(python);
    }
    command::run(command::program("python3").args(["-m", "venv", "--clear"]).arg(&home))
        .context("the peers need Python 3.11 or later with venv (Debian: python3-venv)")?;
    command::run(
        command::program(&python)
            .args(["-m", "pip", "install", "--quiet", "--requirement"])
            .arg("benches/peers/requirements.txt"),
    )?;
    std::fs::write(&installed, wanted)?;
    Ok(python)
}

#[cfg(test)]
mod tests {
    #[test]
    fn every_peer_is_pinned_to_one_version() {
        let wanted = include_str!("../../../benches/peers/requirements.txt");
        let packages: Vec<&str> =
            wanted.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).collect();
        assert!(packages.iter().all(|package| package.contains("==")), "{packages:?}");
        for peer in ["Lifetimes", "duckdb", "polars"] {
            assert!(packages.iter().any(|package| package.starts_with(peer)), "{peer}");
        }
    }
}

//! What the workspace is made of: its files and its packages.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde::Deserialize;

use crate::command;

/// The folder of the workspace's manifest.
pub fn root() -> PathBuf {
    let here = std::env::var_os("CARGO_MANIFEST_DIR")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    here.parent().map_or(here.clone(), Path::to_path_buf)
}

/// A file of text that is, or would be, committed.
#[derive(Debug, Clone)]
pub struct SourceFile {
    /// Its path from the root, with `/` between the parts.
    pub path: String,
    /// What it says.
    pub text: String,
}

impl SourceFile {
    /// The name after the last dot; empty where there is none.
    pub fn extension(&self) -> &str {
        Path::new(&self.path).extension().and_then(|e| e.to_str()).unwrap_or("")
    }

    /// The name between the last slash and the last dot.
    pub fn stem(&self) -> &str {
        Path::new(&self.path).file_stem().and_then(|s| s.to_str()).unwrap_or("")
    }
}

/// The path of every file that git tracks, or would with `git add`, in order.
///
/// # Errors
/// Where git does not answer: the rules speak of what is committed.
pub fn paths() -> Result<Vec<String>> {
    let mut git = command::program("git");
    git.args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"]);
    let listed = command::output(&mut git)?;
    let root = root();
    let mut paths: Vec<String> = listed
        .split('\0')
        // A file removed but not yet committed is still listed.
        .filter(|path| !path.is_empty() && root.join(path).exists())
        .map(ToOwned::to_owned)
        .collect();
    paths.sort();
    paths.dedup();
    Ok(paths)
}

/// Those of the files that are text.
pub fn source_files(paths: &[String]) -> Vec<SourceFile> {
    let root = root();
    paths
        .iter()
        .filter_map(|path| {
            let text = String::from_utf8(fs::read(root.join(path)).ok()?).ok()?;
            Some(SourceFile { path: path.clone(), text })
        })
        .collect()
}

/// What cargo knows of the packages.
#[derive(Debug, Clone, Deserialize)]
pub struct Metadata {
    /// The members of the workspace and everything they are built from.
    pub packages: Vec<Package>,
    /// The ids of the members.
    pub workspace_members: Vec<String>,
}

/// One version of one package.
#[derive(Debug, Clone, Deserialize)]
pub struct Package {
    /// What cargo calls this version of it.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its version.
    pub version: String,
    /// Its licence as an SPDX expression.
    pub license: Option<String>,
    /// Where it comes from; `None` for a path in the workspace.
    pub source: Option<String>,
    /// What it says it needs.
    pub dependencies: Vec<Dependency>,
}

/// What a package says it needs.
#[derive(Debug, Clone, Deserialize)]
pub struct Dependency {
    /// The package's name (not what it is renamed to).
    pub name: String,
    /// `None` for an ordinary one, else `dev` or `build`.
    pub kind: Option<String>,
}

impl Dependency {
    /// Whether only tests, examples and benches see it.
    pub fn is_for_tests(&self) -> bool {
        self.kind.as_deref() == Some("dev")
    }
}

impl Metadata {
    /// The members of the workspace, by name.
    pub fn members(&self) -> Vec<&Package> {
        let mut members: Vec<&Package> =
            self.packages.iter().filter(|p| self.workspace_members.contains(&p.id)).collect();
        members.sort_by(|a, b| a.name.cmp(&b.name));
        members
    }
}

/// The packages that a build with every feature, for these target platforms,
/// really takes in.
///
/// # Errors
/// Where cargo cannot resolve the workspace.
pub fn metadata(targets: &[String]) -> Result<Metadata> {
    let mut described = command::cargo(&["metadata", "--format-version", "1", "--all-features"]);
    let mut built = command::cargo(&["tree", "--workspace", "--all-features", "--prefix", "none"]);
    built.args(["--format", "{p}"]);
    for target in targets {
        described.args(["--filter-platform", target]);
        built.args(["--target", target]);
    }
    let mut metadata: Metadata = serde_json::from_str(&command::output(&mut described)?)
        .context("cannot read what `cargo metadata` says")?;
    // The metadata also lists what a feature of a dependency that nobody turns
    // on would need; the tree does not.
    let tree = command::output(&mut built)?;
    let built: BTreeSet<(&str, &str)> = tree.lines().filter_map(name_and_version).collect();
    metadata.packages.retain(|p| built.contains(&(p.name.as_str(), p.version.as_str())));
    Ok(metadata)
}

/// The parts of a line of `cargo tree`, as in `syn v2.0.1 (proc-macro) (*)`.
fn name_and_version(line: &str) -> Option<(&str, &str)> {
    let mut words = line.split_whitespace();
    Some((words.next()?, words.next()?.strip_prefix('v')?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_root_holds_the_workspace() {
        let manifest = fs::read_to_string(root().join("Cargo.toml")).unwrap();
        assert!(manifest.contains("[workspace]"));
    }

    #[test]
    fn a_line_of_the_tree_gives_name_and_version() {
        assert_eq!(name_and_version("syn v2.0.1 (proc-macro) (*)"), Some(("syn", "2.0.1")));
        assert_eq!(name_and_version(""), None);
    }

    #[test]
    fn a_path_gives_its_stem_and_extension() {
        let file = SourceFile { path: "crates/a/src/day.rs".into(), text: String::new() };
        assert_eq!((file.stem(), file.extension()), ("day", "rs"));
    }
}

//! `cargo xtask check`: the house in order.
//!
//! Formatting, lints, the rules of the house, licences and versions, and the
//! links of the documentation. Each rule is one function from the house to its
//! breaches, with a test that shows it can fail.

mod files;
mod layers;
mod licences;
mod manifests;
mod purity;
mod references;
mod words;

use std::fmt;

use anyhow::{Context, Result, bail};

use crate::workspace::{self, Metadata, SourceFile};
use crate::{command, test};

#[derive(clap::Args)]
pub struct Options {
    /// Only the rules of the house, licences and versions (a second, no compiler)
    #[arg(long)]
    rules: bool,
}

/// What the rules look at.
pub struct House {
    /// Every file, text or not.
    paths: Vec<String>,
    /// Every file of text.
    files: Vec<SourceFile>,
    metadata: Metadata,
    policy: licences::Policy,
}

/// Where a rule does not hold, and what to do about it.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Breach {
    place: String,
    what: String,
}

impl Breach {
    fn new(place: impl Into<String>, what: impl Into<String>) -> Self {
        Self { place: place.into(), what: what.into() }
    }

    /// At a line of a file, counted from 1.
    fn at(file: &SourceFile, line: usize, what: impl Into<String>) -> Self {
        Self::new(format!("{}:{line}", file.path), what)
    }
}

impl fmt::Display for Breach {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.what)
    }
}

type Rule = fn(&House) -> Vec<Breach>;

const RULES: [(&str, Rule); 15] = [
    ("crates depend downwards only", layers::wrong_directions),
    ("outside libraries stay in their crates", layers::strangers),
    ("SQL stands in its place", layers::misplaced_sql),
    ("clocks and randomness are arguments", purity::unguarded_calls),
    ("only the clock asks the machine for the time", purity::lifted_guards),
    ("files are short", files::too_long),
    ("names say what is inside", files::vague_names),
    ("nothing is left undone", words::left_undone),
    ("nothing waits by the clock", words::sleeps),
    ("no path of one machine", words::machine_paths),
    ("no package host is named", words::package_hosts),
    ("documents name what exists", references::dead_references),
    ("every dependency comes from the workspace's table", manifests::outside_the_table),
    ("every entry of the table is used", manifests::unused_entries),
    ("licences, sources and versions follow deny.toml", licences::against_policy),
];

/// Checks everything, fast things first.
///
/// # Errors
/// At the first group that does not hold, after listing all it found there.
pub fn run(options: &Options) -> Result<()> {
    rules_hold()?;
    if options.rules {
        return Ok(());
    }
    command::run(&mut command::cargo(&["fmt", "--all", "--check"]))?;
    command::run(
        command::cargo(&["clippy", "--all-targets"])
            .args(test::WORKSPACE)
            .args(["--", "--deny", "warnings"]),
    )?;
    // The same packages and features as clippy, so that both share one build.
    command::run(
        command::cargo(&["doc", "--no-deps", "--document-private-items"])
            .args(test::WORKSPACE)
            .env("RUSTDOCFLAGS", "--deny warnings"),
    )?;
    eprintln!("the house is in order");
    Ok(())
}

fn rules_hold() -> Result<()> {
    let house = House::read()?;
    let mut breaches = 0;
    for (name, rule) in RULES {
        let mut found = rule(&house);
        found.sort();
        let mark = if found.is_empty() { "holds" } else { "BROKEN" };
        eprintln!("  {mark:>6}  {name}");
        for breach in &found {
            eprintln!("          {breach}");
        }
        breaches += found.len();
    }
    if licences::deny_is_installed() {
        licences::run_deny()?;
    }
    if breaches > 0 {
        bail!("the rules of the house are broken in {breaches} places, listed above");
    }
    Ok(())
}

impl House {
    fn read() -> Result<Self> {
        let paths = workspace::paths()?;
        let files = workspace::source_files(&paths);
        let deny = files
            .iter()
            .find(|file| file.path == "deny.toml")
            .context("there is no deny.toml at the root")?;
        let policy = licences::Policy::parse(&deny.text)?;
        let metadata = workspace::metadata(policy.targets())?;
        Ok(Self { paths, files, metadata, policy })
    }

    /// The files with this extension.
    fn with_extension<'a>(&'a self, extension: &'a str) -> impl Iterator<Item = &'a SourceFile> {
        self.files.iter().filter(move |file| file.extension() == extension)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workspace::{Dependency, Package};

    impl House {
        /// A house of these files and no packages.
        pub fn of_files(files: &[(&str, &str)]) -> Self {
            let files: Vec<SourceFile> = files
                .iter()
                .map(|(path, text)| SourceFile { path: (*path).into(), text: (*text).into() })
                .collect();
            let metadata = Metadata { packages: Vec::new(), workspace_members: Vec::new() };
            let paths = files.iter().map(|file| file.path.clone()).collect();
            Self { paths, files, metadata, policy: licences::Policy::default() }
        }

        /// A house of these members, each with the names of what it depends on.
        pub fn of_members(members: &[(&str, &[&str])]) -> Self {
            let mut house = Self::of_files(&[]);
            for (name, dependencies) in members {
                let dependencies = dependencies
                    .iter()
                    .map(|name| Dependency { name: (*name).into(), kind: None })
                    .collect();
                house.metadata.packages.push(Package {
                    id: (*name).into(),
                    name: (*name).into(),
                    version: "0.1.0".into(),
                    license: Some("Apache-2.0".into()),
                    source: None,
                    dependencies,
                });
                house.metadata.workspace_members.push((*name).into());
            }
            house
        }
    }

    #[test]
    fn a_breach_names_its_line() {
        let file = SourceFile { path: "a.rs".into(), text: String::new() };
        assert_eq!(Breach::at(&file, 3, "is long").to_string(), "a.rs:3: is long");
    }

    #[test]
    fn every_rule_holds_in_an_empty_house_but_the_guards() {
        let house = House::of_files(&[]);
        let broken: Vec<&str> = RULES
            .iter()
            .filter(|(_, rule)| !rule(&house).is_empty())
            .map(|(name, _)| *name)
            .collect();
        assert_eq!(broken, ["clocks and randomness are arguments"]);
    }
}

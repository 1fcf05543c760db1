//! Licences, sources and versions of everything we are built from.
//!
//! The policy is `deny.toml`, in cargo-deny's own words. Where cargo-deny is
//! installed it is run too; the rule here needs nothing but cargo and covers
//! the same three of its checks (licences, sources, bans of second versions).

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result};
use serde::Deserialize;
use spdx::{Expression, ParseMode};

use super::{Breach, House};
use crate::command;
use crate::workspace::Package;

/// What `deny.toml` says.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Policy {
    graph: Graph,
    licenses: Licenses,
    bans: Bans,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Graph {
    targets: Vec<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Licenses {
    allow: Vec<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Bans {
    skip: Vec<Skip>,
}

/// A second version that is put up with: `name@version`, and why.
#[derive(Debug, Deserialize)]
struct Skip {
    #[serde(rename = "crate")]
    package: String,
}

impl Policy {
    /// Reads the text of `deny.toml`.
    ///
    /// # Errors
    /// Where it is not what cargo-deny would take.
    pub fn parse(text: &str) -> Result<Self> {
        toml::from_str(text).context("cannot read deny.toml")
    }

    /// The platforms we build for.
    pub fn targets(&self) -> &[String] {
        &self.graph.targets
    }

    fn skips(&self, package: &Package) -> bool {
        let version = format!("{}@{}", package.name, package.version);
        self.bans.skip.iter().any(|skip| skip.package == version || skip.package == package.name)
    }
}

/// What the policy does not allow.
pub fn against_policy(house: &House) -> Vec<Breach> {
    let mut breaches = Vec::new();
    for package in house.metadata.packages.iter().filter(|package| package.source.is_some()) {
        let name = format!("{} {}", package.name, package.version);
        if !is_allowed(package, &house.policy.licenses.allow) {
            let licence = package.license.as_deref().unwrap_or("none named");
            breaches.push(Breach::new(&name, format!("licence \"{licence}\" is not allowed")));
        }
        if !package.source.as_deref().is_some_and(|source| source.starts_with("registry+")) {
            breaches.push(Breach::new(&name, "does not come from the registry"));
        }
    }
    breaches.extend(second_versions(house));
    breaches
}

fn second_versions(house: &House) -> Vec<Breach> {
    let mut versions: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for package in house.metadata.packages.iter().filter(|p| !house.policy.skips(p)) {
        versions.entry(&package.name).or_default().insert(&package.version);
    }
    versions
        .into_iter()
        .filter(|(_, versions)| versions.len() > 1)
        .map(|(name, versions)| {
            let versions: Vec<&str> = versions.into_iter().collect();
            Breach::new(
                name,
                format!(
                    "is here in versions {}: bring them to one, or say in deny.toml why not \
                     (`cargo tree --workspace --all-features --invert {name}@{}` shows who \
                     wants it)",
                    versions.join(" and "),
                    versions[0]
                ),
            )
        })
        .collect()
}

/// Whether the licence can be met by those allowed.
fn is_allowed(package: &Package, allowed: &[String]) -> bool {
    // Older packages write "MIT/Apache-2.0" for "MIT OR Apache-2.0".
    let Some(Ok(expression)) =
        package.license.as_deref().map(|text| Expression::parse_mode(text, ParseMode::LAX))
    else {
        return false;
    };
    expression.evaluate(|requirement| allowed.contains(&requirement.to_string()))
}

/// Whether cargo-deny can be asked as well.
pub fn deny_is_installed() -> bool {
    command::answers("cargo-deny", &["--version"])
}

/// Asks cargo-deny (not for advisories: their list is a download).
///
/// # Errors
/// Where it finds something.
pub fn run_deny() -> Result<()> {
    let arguments = ["deny", "--all-features", "check", "bans", "licenses", "sources"];
    command::run(&mut command::cargo(&arguments))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn house(policy: &str, packages: &[(&str, &str, &str)]) -> House {
        let mut house = House::of_files(&[]);
        house.policy = Policy::parse(policy).unwrap();
        for (name, version, licence) in packages {
            house.metadata.packages.push(Package {
                id: format!("{name}@{version}"),
                name: (*name).into(),
                version: (*version).into(),
                license: (!licence.is_empty()).then(|| (*licence).into()),
                source: Some("registry+https://example.org/index".into()),
                dependencies: Vec::new(),
            });
        }
        house
    }

    const MIT: &str = "[licenses]\nallow = [\"MIT\"]\n";

    #[test]
    fn a_licence_outside_the_list_is_not_allowed() {
        let house = house(
            MIT,
            &[
                ("free", "1.0.0", "MIT/Apache-2.0"),
                ("closed", "1.0.0", "SSPL-1.0"),
                ("both", "1.0.0", "MIT AND SSPL-1.0"),
                ("silent", "1.0.0", ""),
            ],
        );
        let places: Vec<String> = against_policy(&house).into_iter().map(|b| b.place).collect();
        assert_eq!(places, ["closed 1.0.0", "both 1.0.0", "silent 1.0.0"]);
    }

    #[test]
    fn a_package_from_elsewhere_is_not_allowed() {
        let mut house = house(MIT, &[("free", "1.0.0", "MIT")]);
        house.metadata.packages[0].source = Some("git+https://example.org/free".into());
        assert_eq!(against_policy(&house).len(), 1);
    }

    #[test]
    fn a_second_version_needs_a_reason() {
        let packages = [("syn", "1.0.0", "MIT"), ("syn", "2.0.0", "MIT")];
        assert_eq!(against_policy(&house(MIT, &packages)).len(), 1);
        let excused =
            format!("{MIT}[bans]\nskip = [{{ crate = \"syn@1.0.0\", reason = \"old\" }}]");
        assert_eq!(against_policy(&house(&excused, &packages)), []);
    }
}

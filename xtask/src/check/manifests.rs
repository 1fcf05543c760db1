//! One table of dependencies, in the workspace's manifest, for all crates.

use std::collections::BTreeSet;

use toml::{Table, Value};

use super::{Breach, House};

/// The manifests of members, parsed, with their paths.
fn member_manifests(house: &House) -> Vec<(&str, Result<Table, toml::de::Error>)> {
    house
        .files
        .iter()
        // `fuzz` is a workspace of its own, built by another toolchain.
        .filter(|f| f.path.ends_with("/Cargo.toml") && !f.path.starts_with("fuzz/"))
        .map(|file| (file.path.as_str(), file.text.parse()))
        .collect()
}

/// Dependencies and settings that a crate sets for itself.
pub fn outside_the_table(house: &House) -> Vec<Breach> {
    let mut breaches = Vec::new();
    for (path, manifest) in member_manifests(house) {
        let manifest = match manifest {
            Ok(manifest) => manifest,
            Err(error) => {
                breaches.push(Breach::new(path, format!("is no manifest: {}", error.message())));
                continue;
            }
        };
        for (name, dependency) in dependencies(&manifest) {
            if !is_inherited(dependency) {
                breaches.push(Breach::new(
                    path,
                    format!("{name} must be `{name}.workspace = true`, its version in the table"),
                ));
            }
        }
        if !manifest.get("lints").is_some_and(is_inherited) {
            breaches.push(Breach::new(path, "must say `[lints] workspace = true`"));
        }
        for field in ["version", "edition", "rust-version", "license", "publish"] {
            let package = manifest.get("package").and_then(Value::as_table);
            if !package.and_then(|package| package.get(field)).is_some_and(is_inherited) {
                breaches.push(Breach::new(path, format!("must say `{field}.workspace = true`")));
            }
        }
    }
    breaches
}

/// Entries of the workspace's table that no crate uses.
pub fn unused_entries(house: &House) -> Vec<Breach> {
    let Some(root) = house.files.iter().find(|file| file.path == "Cargo.toml") else {
        return Vec::new();
    };
    let Ok(root) = root.text.parse::<Table>() else {
        return vec![Breach::new("Cargo.toml", "is no manifest")];
    };
    let manifests = member_manifests(house);
    let used: BTreeSet<&str> = manifests
        .iter()
        .filter_map(|(_, manifest)| manifest.as_ref().ok())
        .flat_map(dependencies)
        .map(|(name, _)| name)
        .collect();
    let table = root
        .get("workspace")
        .and_then(|workspace| workspace.get("dependencies"))
        .and_then(Value::as_table);
    table
        .into_iter()
        .flat_map(Table::keys)
        .filter(|name| !used.contains(name.as_str()))
        .map(|name| Breach::new("Cargo.toml", format!("no crate uses {name}: take it out")))
        .collect()
}

/// Every dependency of a manifest, whatever it is for.
fn dependencies(manifest: &Table) -> Vec<(&str, &Value)> {
    let targets = manifest.get("target").and_then(Value::as_table);
    let of_targets = targets.into_iter().flat_map(Table::values).filter_map(Value::as_table);
    [manifest]
        .into_iter()
        .chain(of_targets)
        .flat_map(|table| {
            ["dependencies", "dev-dependencies", "build-dependencies"]
                .into_iter()
                .filter_map(|kind| table.get(kind).and_then(Value::as_table))
        })
        .flatten()
        .map(|(name, dependency)| (name.as_str(), dependency))
        .collect()
}

fn is_inherited(value: &Value) -> bool {
    value.get("workspace").and_then(Value::as_bool) == Some(true)
}

#[cfg(test)]
mod tests {
    use super::*;

    const INHERITED: &str = "[package]\nversion.workspace = true\nedition.workspace = true\n\
        rust-version.workspace = true\nlicense.workspace = true\npublish.workspace = true\n\
        [lints]\nworkspace = true\n";

    #[test]
    fn a_version_of_its_own_is_outside_the_table() {
        let own = format!(
            "{INHERITED}[dependencies]\nserde.workspace = true\n\
             [target.'cfg(unix)'.dev-dependencies]\nlibc = \"0.2\"\n"
        );
        let house = House::of_files(&[("crates/a/Cargo.toml", own.as_str())]);
        let breaches = outside_the_table(&house);
        assert_eq!(breaches.len(), 1);
        assert!(breaches[0].to_string().contains("libc must be"));
    }

    #[test]
    fn a_crate_without_the_common_settings_is_found() {
        let house = House::of_files(&[("crates/a/Cargo.toml", "[package]\nname = \"a\"")]);
        assert_eq!(outside_the_table(&house).len(), 6);
    }

    #[test]
    fn an_entry_that_nobody_uses_is_found() {
        let house = House::of_files(&[
            ("Cargo.toml", "[workspace.dependencies]\nserde = \"1\"\ncsv = \"1\""),
            ("crates/a/Cargo.toml", "[build-dependencies]\nserde.workspace = true"),
        ]);
        let breaches = unused_entries(&house);
        assert_eq!(breaches.len(), 1);
        assert!(breaches[0].to_string().contains("csv"));
    }
}

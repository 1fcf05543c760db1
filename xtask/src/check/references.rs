//! Documents are true: the files they name exist.

use super::{Breach, House};

/// Where our own paths start.
const OURS: [&str; 7] = ["crates/", "xtask/", "benches/", "docs/", "fuzz/", "tests/", ".ci/"];

/// Paths in documents that lead nowhere: those in backticks, from the root or
/// from a folder named before, and the relative ones of links, from the
/// document.
pub fn dead_references(house: &House) -> Vec<Breach> {
    let mut breaches = Vec::new();
    for document in house.with_extension("md") {
        let folder = document.path.rsplit_once('/').map_or("", |(folder, _)| folder);
        let mut named_folders: Vec<&str> = Vec::new();
        for (number, line) in document.text.lines().enumerate() {
            let mut dead: Vec<String> = Vec::new();
            for path in quoted(line) {
                if is_ours(path) {
                    named_folders.extend(path.ends_with('/').then_some(path));
                    dead.extend((!exists(house, path)).then(|| path.to_owned()));
                } else if is_short(path) && !named_folders.is_empty() {
                    let found = named_folders.iter().any(|from| exists(house, &joined(from, path)));
                    dead.extend((!found).then(|| path.to_owned()));
                }
            }
            dead.extend(
                links(line).map(|link| joined(folder, link)).filter(|path| !exists(house, path)),
            );
            breaches.extend(dead.into_iter().map(|path| {
                Breach::at(document, number + 1, format!("names {path}, which does not exist"))
            }));
        }
    }
    breaches
}

/// What stands between backticks.
fn quoted(line: &str) -> impl Iterator<Item = &str> {
    line.split('`').skip(1).step_by(2)
}

/// Whether it is one path of ours and not a pattern or a command.
fn is_ours(text: &str) -> bool {
    OURS.iter().any(|start| text.starts_with(start)) && !text.contains(['<', '*', ' ', '…', '{'])
}

/// Whether it is a file of Rust or a folder, named from a folder before it.
fn is_short(text: &str) -> bool {
    let is_name = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "_/.".contains(c);
    (text.ends_with('/') || text.rsplit_once('.').is_some_and(|(_, extension)| extension == "rs"))
        && !text.starts_with(['.', '/'])
        && text.chars().all(is_name)
}

/// The targets of links that are files, without what follows `#`.
fn links(line: &str) -> impl Iterator<Item = &str> {
    line.split("](")
        .skip(1)
        .filter_map(|rest| rest.split_once(')'))
        .map(|(target, _)| target.split('#').next().unwrap_or(""))
        .filter(|target| !target.is_empty() && !target.contains("://"))
}

/// A relative path seen from the root.
fn joined(folder: &str, path: &str) -> String {
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in path.split('/') {
        match part {
            ".." => drop(parts.pop()),
            "." | "" => {}
            name => parts.push(name),
        }
    }
    parts.join("/")
}

/// Whether there is such a file, or a folder with files in it.
fn exists(house: &House, path: &str) -> bool {
    let path = path.trim_end_matches('/');
    house.paths.iter().any(|there| {
        there.strip_prefix(path).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_is_gone_is_found_in_the_document_that_names_it() {
        let house = House::of_files(&[
            ("crates/stats/src/lib.rs", ""),
            (
                "ARCHITECTURE.md",
                "`crates/stats/src/` and `crates/stats/src/lib.rs`\nand `crates/stats/src/gone.rs`",
            ),
        ]);
        let places: Vec<String> = dead_references(&house).into_iter().map(|b| b.place).collect();
        assert_eq!(places, ["ARCHITECTURE.md:2"]);
    }

    #[test]
    fn a_short_name_is_looked_for_in_the_folders_named_before_it() {
        let house = House::of_files(&[
            ("crates/stats/src/bg_nbd/mod.rs", ""),
            ("crates/stats/src/gaps.rs", ""),
            (
                "ARCHITECTURE.md",
                "`crates/stats/src/`: `gaps.rs` and `bg_nbd/`,\nand then `gone.rs`",
            ),
        ]);
        let places: Vec<String> = dead_references(&house).into_iter().map(|b| b.place).collect();
        assert_eq!(places, ["ARCHITECTURE.md:2"]);
    }

    #[test]
    fn a_link_is_followed_from_its_document() {
        let house = House::of_files(&[
            ("LICENSE", ""),
            (
                "docs/adr/README.md",
                "[a](0001-a.md#why) [b](../../LICENSE) [c](https://example.org)",
            ),
        ]);
        let breaches = dead_references(&house);
        assert_eq!(breaches.len(), 1);
        assert!(breaches[0].to_string().contains("docs/adr/0001-a.md"));
    }

    #[test]
    fn patterns_and_commands_are_no_paths() {
        let house = House::of_files(&[(
            "CONTRIBUTING.md",
            "`crates/phrases/messages/<language>/` `crates/*/src` `.ci/run --fast`",
        )]);
        assert_eq!(dead_references(&house), []);
    }
}

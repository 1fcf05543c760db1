//! Rule 10, files: short, and named for what is inside.

use super::{Breach, House};

/// No file is longer, in lines.
const LONGEST: usize = 500;

/// What a person reads line by line.
const READ_BY_PEOPLE: [&str; 11] =
    ["rs", "html", "css", "js", "sql", "ftl", "sh", "py", "toml", "md", "txt"];

/// Names that would fit anything.
const VAGUE: [&str; 12] = [
    "util",
    "utils",
    "helper",
    "helpers",
    "manager",
    "managers",
    "common",
    "misc",
    "shared",
    "stuff",
    "tools",
    "functions",
];

/// Files beyond the limit.
pub fn too_long(house: &House) -> Vec<Breach> {
    house
        .files
        .iter()
        .filter(|file| READ_BY_PEOPLE.contains(&file.extension()))
        .filter_map(|file| {
            let lines = file.text.lines().count();
            (lines > LONGEST).then(|| {
                Breach::new(&file.path, format!("has {lines} lines; split it (limit {LONGEST})"))
            })
        })
        .collect()
}

/// Files, folders and modules whose names say nothing.
pub fn vague_names(house: &House) -> Vec<Breach> {
    let mut breaches = Vec::new();
    for file in &house.files {
        let folders = file.path.split('/').rev().skip(1);
        if let Some(name) = folders.chain([file.stem()]).find(|name| VAGUE.contains(name)) {
            breaches.push(Breach::new(&file.path, format!("\"{name}\" says nothing: rename it")));
        }
    }
    for file in house.with_extension("rs") {
        for (number, line) in file.text.lines().enumerate() {
            if let Some(name) = module_opened(line).filter(|name| VAGUE.contains(name)) {
                breaches.push(Breach::at(
                    file,
                    number + 1,
                    format!("module \"{name}\" says nothing: rename it"),
                ));
            }
        }
    }
    breaches
}

/// The name of the module that this line opens in place.
fn module_opened(line: &str) -> Option<&str> {
    let (head, _) = line.split_once('{')?;
    let mut words = head.split_whitespace();
    let name = words.next_back()?;
    (words.next_back()? == "mod").then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_of_501_lines_is_too_long() {
        let house = House::of_files(&[
            ("a.rs", &"\n".repeat(LONGEST)),
            ("b.rs", &"\n".repeat(LONGEST + 1)),
            ("Cargo.lock", &"\n".repeat(LONGEST + 1)),
        ]);
        let breaches = too_long(&house);
        assert_eq!(breaches.len(), 1);
        assert_eq!(breaches[0].place, "b.rs");
    }

    #[test]
    fn names_that_fit_anything_are_found() {
        let house = House::of_files(&[
            ("crates/a/src/utils.rs", ""),
            ("crates/a/src/helpers/day.rs", ""),
            ("crates/a/src/lib.rs", concat!("pub(crate) mod comm", "on {\n}\nmod common_days;")),
            ("crates/a/src/day.rs", "let helper = 1;"),
        ]);
        let places: Vec<String> = vague_names(&house).into_iter().map(|b| b.place).collect();
        assert_eq!(
            places,
            ["crates/a/src/utils.rs", "crates/a/src/helpers/day.rs", "crates/a/src/lib.rs:1"]
        );
    }
}

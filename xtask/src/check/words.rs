//! What no file may say. The words are put together here, so that this file
//! does not say them either.

use super::{Breach, House};
use crate::workspace::SourceFile;

/// Marks of work that is not finished.
const UNDONE: [&str; 6] = [
    concat!("to", "do!("),
    concat!("unimpl", "emented!("),
    concat!("#[ig", "nore"),
    concat!("TO", "DO"),
    concat!("FIX", "ME"),
    concat!("XX", "X:"),
];

/// Waiting for time to pass instead of for what is waited for.
const SLEEPS: [&str; 3] =
    [concat!("thread::sl", "eep("), concat!("time::sl", "eep("), concat!("sl", "eep_until(")];

/// Where people keep their own things.
const MACHINES: [&str; 4] =
    [concat!("/ho", "me/"), concat!("/ro", "ot/"), concat!("/Us", "ers/"), concat!("/wo", "rk/")];

/// Where packages come from is each machine's own setting.
const HOSTS: [&str; 6] = [
    concat!("crates", ".io/api"),
    concat!("index.crates", ".io"),
    concat!("static.crates", ".io"),
    concat!("py", "pi.org"),
    concat!("registry.np", "mjs.org"),
    concat!("deb.deb", "ian.org"),
];

/// Code, tests or words left for later.
pub fn left_undone(house: &House) -> Vec<Breach> {
    let said = |file: &SourceFile, line: &str| {
        UNDONE.into_iter().find(|word| file.extension() != "lock" && line.contains(word))
    };
    lines_that_say(house, said, "finish it or take it out")
}

/// Tests, or code, that wait by the clock.
pub fn sleeps(house: &House) -> Vec<Breach> {
    let said = |file: &SourceFile, line: &str| {
        SLEEPS.into_iter().find(|word| file.extension() == "rs" && line.contains(word))
    };
    lines_that_say(house, said, "wait for what happens, not for time")
}

/// Absolute paths that exist on somebody's machine only.
pub fn machine_paths(house: &House) -> Vec<Breach> {
    let said = |_: &SourceFile, line: &str| {
        MACHINES.into_iter().find(|folder| starts_a_path(line, folder))
    };
    lines_that_say(house, said, "say it relative to the workspace")
}

/// Hosts of package registries.
pub fn package_hosts(house: &House) -> Vec<Breach> {
    let said = |_: &SourceFile, line: &str| HOSTS.into_iter().find(|host| line.contains(host));
    lines_that_say(house, said, "packages come from where the machine says: name no host")
}

fn lines_that_say(
    house: &House,
    said: impl Fn(&SourceFile, &str) -> Option<&'static str>,
    instead: &str,
) -> Vec<Breach> {
    let mut breaches = Vec::new();
    for file in &house.files {
        for (number, line) in file.text.lines().enumerate() {
            if let Some(word) = said(file, line) {
                breaches.push(Breach::at(file, number + 1, format!("\"{word}\": {instead}")));
            }
        }
    }
    breaches
}

/// Whether an absolute path into `folder` starts somewhere in the line: not an
/// address (`https://…`) and not the middle of a relative path.
fn starts_a_path(line: &str, folder: &str) -> bool {
    line.match_indices(folder).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        before.is_none_or(|c| !c.is_alphanumeric() && !"/._-~}".contains(c))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn work_left_for_later_is_found() {
        let text = format!("fn a() {{\n    {}\"later\")\n}}\n// {} this", UNDONE[0], UNDONE[3]);
        let house = House::of_files(&[("a.rs", text.as_str())]);
        let places: Vec<String> = left_undone(&house).into_iter().map(|b| b.place).collect();
        assert_eq!(places, ["a.rs:2", "a.rs:4"]);
    }

    #[test]
    fn a_test_that_is_switched_off_is_found() {
        let house = House::of_files(&[("a.rs", concat!("#[ig", "nore = \"slow\"]"))]);
        assert_eq!(left_undone(&house).len(), 1);
    }

    #[test]
    fn waiting_by_the_clock_is_found_in_code_only() {
        let text = format!("std::{}second)", SLEEPS[0]);
        let house = House::of_files(&[("a.rs", text.as_str()), ("a.md", text.as_str())]);
        assert_eq!(sleeps(&house).len(), 1);
    }

    #[test]
    fn a_path_of_one_machine_is_found_and_an_address_is_not() {
        let path = MACHINES[0];
        let text = format!("open(\"{path}me/a.csv\")\nhttps://example.org{path}\ncd ..{path}");
        let house = House::of_files(&[("a.md", text.as_str())]);
        let places: Vec<String> = machine_paths(&house).into_iter().map(|b| b.place).collect();
        assert_eq!(places, ["a.md:1"]);
    }

    #[test]
    fn a_package_host_is_found() {
        let text = format!("index = \"https://{}\"", HOSTS[3]);
        let house = House::of_files(&[("pip.conf", text.as_str())]);
        assert_eq!(package_hosts(&house).len(), 1);
    }
}

//! What events and jobs are called in the record, read from the code: tests hold
//! words against it.

use std::collections::BTreeSet;
use std::path::Path;

/// The kinds of all that the code of these crates implements a trait for.
pub fn of(of_trait: &str, crates: &[&str]) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for name in crates {
        let code = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(name).join("src");
        look_into(&code, &format!("impl {of_trait} for "), &mut found);
    }
    found
}

fn look_into(folder: &Path, beginning: &str, found: &mut BTreeSet<String>) {
    const KIND: &str = "const KIND: &'static str = \"";
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.ends_with("tests") || path.ends_with("tests.rs") {
            continue;
        }
        if path.is_dir() {
            look_into(&path, beginning, found);
            continue;
        }
        let code = std::fs::read_to_string(&path).unwrap();
        for implemented in code.split(beginning).skip(1) {
            let kind = implemented.split(KIND).nth(1).and_then(|rest| rest.split('"').next());
            found.insert(kind.unwrap().to_owned());
        }
    }
}

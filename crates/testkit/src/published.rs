//! The public data sets that tests reproduce published figures from.

use std::path::{Path, PathBuf};

/// Where the data file of this name is: below `PERENNIAL_DATA` where that is
/// set, else beside the work tree. `None`, and a word about it, where there is
/// none.
///
/// # Panics
/// Where `PERENNIAL_DATA` is set and the file is not there: who set it wants
/// nothing skipped.
#[must_use]
pub fn published(name: &str) -> Option<PathBuf> {
    let set = std::env::var_os("PERENNIAL_DATA").map(PathBuf::from);
    let beside = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data");
    let path = set.clone().unwrap_or_else(beside).join(name);
    if path.is_file() {
        return Some(path);
    }
    assert!(set.is_none(), "{} is not there", path.display());
    eprintln!("skipped: {name} is not there; set PERENNIAL_DATA to the folder of data sets");
    None
}

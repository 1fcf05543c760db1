//! When files are merged, and when they may go.

use chrono::{DateTime, TimeDelta, Utc};
use kernel::facts::FactFile;
use uuid::Uuid;

/// So many files later than the base are too many to be read beside it.
pub const MANY_FILES: u32 = 16;
/// The base is made again when what came later is one part in so many of it:
/// so each fact is written a few times in all, however many there are.
const SHARE_OF_BASE: u64 = 4;
/// So long a file that was replaced is still read by whoever began before.
pub const GRACE: TimeDelta = TimeDelta::hours(1);

/// Which files of a kind become one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Merging {
    /// None.
    Nothing,
    /// Those later than the base.
    Later,
    /// All, into a new base.
    Everything,
}

/// What to merge of these files of one kind.
pub fn merging(files: &[FactFile]) -> Merging {
    let rows = |is_base| -> u64 {
        files.iter().filter(|file| file.is_base == is_base).map(|file| file.rows).sum()
    };
    if later(files).len() < MANY_FILES as usize {
        Merging::Nothing
    } else if rows(false) * SHARE_OF_BASE >= rows(true) {
        Merging::Everything
    } else {
        Merging::Later
    }
}

/// Everything, unless it is one base already.
pub fn into_base(files: &[FactFile]) -> Merging {
    if later(files).is_empty() { Merging::Nothing } else { Merging::Everything }
}

/// The files that are later than the base.
pub fn later(files: &[FactFile]) -> Vec<FactFile> {
    files.iter().filter(|file| !file.is_base).cloned().collect()
}

/// When a name was given; none for the name of something else.
pub fn made_at(name: &str) -> Option<DateTime<Utc>> {
    let (moment, _) = name.split_once('-')?;
    let (seconds, nanoseconds) = Uuid::try_parse(moment).ok()?.get_timestamp()?.to_unix();
    DateTime::from_timestamp(i64::try_from(seconds).ok()?, nanoseconds)
}

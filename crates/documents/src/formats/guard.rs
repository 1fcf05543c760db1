//! A fence around the readers of other people's formats.

use std::panic::{AssertUnwindSafe, catch_unwind};

use super::error::ReadError;
use super::source::Source;

/// What `read` gives, or the error of a damaged file where it fails or
/// panics: libraries for workbooks and Parquet do, on some damaged files.
/// What was being read must not be used after an error.
pub(crate) fn guarded<T, E: std::fmt::Display>(
    source: &Source,
    format: &'static str,
    read: impl FnOnce() -> Result<T, E>,
) -> Result<T, ReadError> {
    match catch_unwind(AssertUnwindSafe(read)) {
        Ok(outcome) => outcome.map_err(|error| source.damaged(format, &error)),
        Err(_) => Err(source.damaged(format, &"its structure makes no sense")),
    }
}

//! The beginning of a file, for people to look at.

use super::columns::Columns;
use super::survey;
use crate::formats::error::{ReadError, Rejected};
use crate::formats::sources::Sources;

/// The beginning of the first file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Preview {
    /// Its columns (`#3` where there is no header).
    pub columns: Vec<String>,
    /// Its first rows; long values are cut.
    pub rows: Vec<Vec<String>>,
}

/// The first `count` rows of the first file.
///
/// # Errors
/// Where it cannot be read.
pub fn preview(sources: &Sources, count: usize) -> Result<Preview, ReadError> {
    let Some(first) = sources.files().first() else { return Ok(Preview::default()) };
    let survey = survey(sources, first)?;
    let rows = survey.rows.iter().take(count).map(|row| {
        row.iter().map(|value| value.chars().take(Rejected::VALUE_LIMIT).collect()).collect()
    });
    let rows = rows.collect();
    let columns = Columns::of(&[survey]).names.into_iter().next().unwrap_or_default();
    Ok(Preview { columns, rows })
}

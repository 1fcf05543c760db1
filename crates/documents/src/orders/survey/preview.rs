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

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    /// A file of this text, spoken of as `orders.csv`.
    fn preview_of(text: &str, count: usize) -> Result<Preview, ReadError> {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("3f2a");
        fs::write(&path, text).unwrap();
        preview(&Sources::named(&[("orders.csv".to_owned(), path)])?, count)
    }

    #[test]
    fn the_first_rows_are_shown_and_long_values_cut() {
        let long = "y".repeat(Rejected::VALUE_LIMIT + 1);
        let rows = ["C1,2026-01-02,12.50,", &long, "\nC2,2026-01-03,7.25,\nC3,2026-01-04,9.00,x\n"];
        let text = format!("Client,Date,Total,Note\n{}", rows.concat());
        let preview = preview_of(&text, 2).unwrap();
        assert_eq!(preview.columns, ["Client", "Date", "Total", "Note"]);
        let note = &long[1..];
        assert_eq!(
            preview.rows,
            [["C1", "2026-01-02", "12.50", note], ["C2", "2026-01-03", "7.25", ""]]
        );
    }

    #[test]
    fn a_file_is_named_in_an_error_as_it_was_sent() {
        let error = preview_of("", 2).unwrap_err().to_string();
        assert!(error.contains("orders.csv") && !error.contains("3f2a"), "{error}");
        let gone = [("orders.csv".to_owned(), "gone/3f2a".into())];
        let error = Sources::named(&gone).unwrap_err().to_string();
        assert!(error.contains("orders.csv"), "{error}");
        assert!(matches!(Sources::named(&[]), Err(ReadError::NoFiles)));
    }
}

//! The beginning of a file, for people to look at.

use super::columns::Columns;
use super::{Survey, survey};
use crate::formats::error::{ReadError, Rejected};
use crate::formats::sources::Sources;

/// A header with more columns, or more bytes of names, is more than people could
/// look through.
const MOST_COLUMNS: usize = 500;
const MOST_BYTES: usize = 1 << 15;

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
/// Where it cannot be read, or is too wide to be looked at.
pub fn preview(sources: &Sources, count: usize) -> Result<Preview, ReadError> {
    let Some(first) = sources.files().first() else { return Ok(Preview::default()) };
    let survey = survey(sources, first)?;
    if is_too_wide(&survey) {
        return Err(ReadError::TooWide { file: first.name.clone(), columns: MOST_COLUMNS });
    }
    let rows: Vec<Vec<String>> = survey.rows.iter().take(count).map(|row| beginning(row)).collect();
    let columns = Columns::of(&[survey]).names.into_iter().next().unwrap_or_default();
    Ok(Preview { columns, rows })
}

fn is_too_wide(survey: &Survey) -> bool {
    match &survey.header {
        Some(names) => {
            let bytes: usize = names.iter().map(String::len).sum();
            names.len() > MOST_COLUMNS || bytes > MOST_BYTES
        }
        None => survey.rows.iter().any(|row| row.len() > MOST_COLUMNS),
    }
}

/// As much of a row as is shown.
fn beginning(row: &[String]) -> Vec<String> {
    let cut = |value: &String| value.chars().take(Rejected::VALUE_LIMIT).collect();
    row.iter().take(MOST_COLUMNS).map(cut).collect()
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
    fn what_nobody_could_look_through_is_refused() {
        let wide = |columns: usize| {
            let names: Vec<String> = (0..columns).map(|at| format!("Column {at}")).collect();
            format!("{}\n{}\n", names.join(","), vec!["x"; columns].join(","))
        };
        assert_eq!(preview_of(&wide(MOST_COLUMNS), 1).unwrap().columns.len(), MOST_COLUMNS);
        let name = "n".repeat(MOST_BYTES);
        let long = format!("Client,Date,Total,{name}\nC1,2026-01-02,12.50,x\n");
        for text in [wide(MOST_COLUMNS + 1), long] {
            let error = preview_of(&text, 1).unwrap_err();
            assert!(matches!(&error, ReadError::TooWide { .. }), "{error}");
            assert!(error.to_string().contains("orders.csv"), "{error}");
        }
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

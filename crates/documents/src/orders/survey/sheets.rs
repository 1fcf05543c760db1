//! A first look at a workbook: which of its sheets hold orders.

use super::header::{self, HEADER_ROWS};
use super::{SAMPLE_ROWS, Survey};
use crate::formats::error::ReadError;
use crate::formats::format::Format;
use crate::formats::record::Sample;
use crate::formats::source::Source;
use crate::formats::workbook::{self, Sheet};
use crate::orders::notes::Note;
use crate::values::words::folded;

/// Looks at one workbook. The sheet with most names we know holds orders, the
/// first of equals; so do all that have the same header.
pub(crate) fn survey(source: &Source) -> Result<Survey, ReadError> {
    let mut samples = workbook::samples(source, SAMPLE_ROWS)?;
    samples.retain_mut(|(_, sample)| {
        sample.rows.retain(|(_, fields)| fields.iter().any(|field| !field.is_empty()));
        !sample.rows.is_empty()
    });
    let known = |sample: &Sample| {
        let top = sample.rows.iter().take(HEADER_ROWS);
        top.map(|(_, row)| header::known_names(&row.iter().map(String::as_str).collect::<Vec<_>>()))
            .max()
    };
    let best = samples
        .iter()
        .enumerate()
        .max_by_key(|(at, (_, sample))| (known(sample), std::cmp::Reverse(*at)));
    let Some((best, (_, sample))) = best else {
        return Err(ReadError::Empty(source.name.clone()));
    };
    let names = header::position(&sample.rows).map(|at| sample.rows[at].1.clone());
    let mut survey = Survey {
        format: Format::Workbook { sheets: Vec::new() },
        header: names.as_deref().map(header::unique_names),
        header_line: 0,
        rows: Vec::new(),
        is_whole: true,
        notes: Vec::new(),
    };
    let mut sheets = Vec::new();
    for (at, (name, sample)) in samples.into_iter().enumerate() {
        let body = match &names {
            Some(names) => body_below(names, &sample),
            None => (at == best).then_some(Body { header_line: 0, rows_above: 0 }),
        };
        let Some(Body { header_line, rows_above }) = body else {
            let file = source.name.clone();
            survey.notes.push(Note::SheetNotRead { file, sheet: name });
            continue;
        };
        sheets.push(Sheet { name, header_line });
        survey.is_whole &= sample.is_whole;
        survey.rows.extend(sample.rows.into_iter().skip(rows_above).map(|(_, fields)| fields));
    }
    survey.format = Format::Workbook { sheets };
    Ok(survey)
}

/// Where the orders of a sheet begin.
struct Body {
    header_line: u64,
    /// Sampled rows up to the header.
    rows_above: usize,
}

/// What is below a header with these names, where the sheet has it.
fn body_below(names: &[String], sample: &Sample) -> Option<Body> {
    let compared = |names: &[String]| -> Vec<String> {
        let filled = names.iter().rposition(|name| !name.is_empty()).map_or(0, |last| last + 1);
        names[..filled].iter().map(|name| folded(name)).collect()
    };
    let wanted = compared(names);
    let mut top = sample.rows.iter().take(HEADER_ROWS).zip(1..);
    let found = top.find(|((_, fields), _)| compared(fields) == wanted);
    found.map(|((line, _), rows_above)| Body { header_line: *line, rows_above })
}

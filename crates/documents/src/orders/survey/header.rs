//! The row of a file that names its columns.

use super::names::field_of;
use crate::values::DateOrder;
use crate::values::date;

/// Rows among which the header is looked for: titles may stand above it.
pub(crate) const HEADER_ROWS: usize = 20;

/// How many of the fields are names of columns we know.
pub(crate) fn known_names(fields: &[&str]) -> usize {
    fields.iter().filter(|field| field_of(field).is_some()).count()
}

/// Where the header stands: the row with most known names among the first,
/// two or more of them or one that is all the row has beside others' names;
/// else the first row, where it has no number and no date but later rows have.
pub(crate) fn position(rows: &[(u64, Vec<String>)]) -> Option<usize> {
    let names = |fields: &[String]| fields.iter().filter(|field| field_of(field).is_some()).count();
    let first = rows.iter().take(HEADER_ROWS).enumerate();
    let (at, best) = first
        .filter(|(_, (_, fields))| !fields.iter().any(|field| has_value(field)))
        .map(|(at, (_, fields))| (at, names(fields)))
        .max_by_key(|&(at, known)| (known, std::cmp::Reverse(at)))?;
    let widest = rows.iter().map(|(_, fields)| fields.len()).max().unwrap_or(0);
    if best >= 2 || (best == 1 && rows[at].1.len() == widest) {
        return Some(at);
    }
    let (_, top) = rows.first()?;
    let says_nothing = !top.iter().any(|field| has_value(field));
    let filled = top.iter().all(|field| !field.is_empty()) && top.len() == widest;
    let later_rows_do = rows
        .iter()
        .skip(1)
        .take(HEADER_ROWS)
        .any(|(_, fields)| fields.iter().any(|field| has_value(field)));
    (says_nothing && filled && (later_rows_do || rows.len() == 1)).then_some(0)
}

/// Whether a field is a date or a number rather than a name.
fn has_value(field: &str) -> bool {
    field.parse::<f64>().is_ok_and(f64::is_finite)
        || date::moment(field, DateOrder::DayMonthYear).is_some()
        || date::moment(field, DateOrder::MonthDayYear).is_some()
}

/// Names of columns: an empty one is its number, a repeated one gets its
/// number added.
pub(crate) fn unique_names(fields: &[String]) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for (index, field) in fields.iter().enumerate() {
        let name = match field.as_str() {
            "" => format!("#{}", index + 1),
            name if names.iter().any(|known| known == name) => format!("{name} #{}", index + 1),
            name => name.to_owned(),
        };
        names.push(name);
    }
    names
}

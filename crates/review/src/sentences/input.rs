//! What was read, where a number alone would not say it.

use phrases::Phrases;

use super::name;
use crate::figures::Input;

/// "14 · pending, voided": the rows of which nothing was sold and what their
/// statuses are; `None` where there are none.
#[must_use]
pub fn set_aside(phrases: Phrases, input: &Input) -> Option<String> {
    let statuses: Vec<String> = input.set_aside.iter().map(|(status, _)| name(status)).collect();
    let rows = input.rows_set_aside();
    (rows > 0).then(|| format!("{} · {}", phrases.integer(rows), statuses.join(", ")))
}

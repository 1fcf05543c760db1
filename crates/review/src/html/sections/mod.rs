//! The sections of the page, a file each, in the order they are read.

mod audit;
mod closing;
mod cohorts;
pub(super) mod letter;
mod models;
mod numbers;
mod people;
mod retention;
mod segments;
mod survival;
mod trade;
mod value;

use crate::voice::Voice;

/// One section of the page: where it is found, what it is called, what it holds.
pub(super) struct Section {
    pub id: &'static str,
    pub title: String,
    pub body: String,
}

/// Those that have something to say.
pub(super) fn all(voice: &Voice<'_>) -> Result<Vec<Section>, askama::Error> {
    let sections = [
        numbers::section(voice)?,
        people::calls(voice)?,
        retention::section(voice)?,
        value::cost(voice)?,
        trade::section(voice)?,
        value::gold(voice)?,
        people::alarms(voice)?,
        cohorts::section(voice)?,
        survival::section(voice)?,
        segments::section(voice)?,
        audit::lost(voice)?,
        audit::sources(voice)?,
        models::section(voice)?,
        closing::limits(voice)?,
        closing::input(voice)?,
    ];
    Ok(sections.into_iter().flatten().collect())
}

//! Finding out what is in files, before anything of it is in the record.

use std::mem;

use anyhow::Result;
use documents::orders::{self, Field, Note, Plan, PlanError};
use domain::know::imports::HowRead;
use domain::know::uploads::{self, Answer, Content, Findings, Question, Remark, Upload};
use phrases::Asker;
use store::log::Actor;
use tokio::runtime::Handle;

use super::super::import::reading::RowsRead;
use super::super::import::staging::Staging;
use super::super::import::{House, how_read};
use super::fetched::Fetched;
use super::tally::Tally;
use super::{Bench, in_every_language, is_of_the_house};
use crate::arguments::ReadingArguments;
use crate::refused::RefusedRows;
use crate::words::CommandError;
use crate::{map_line, reading, words};

/// Rows that are shown.
const SHOWN: usize = 6;
/// Rows that were not taken, of which it is said why.
const REFUSED: usize = 100;

/// What is in the files. Where they do not say, why.
///
/// # Errors
/// Where it is not the files that failed.
pub fn look(
    bench: &Bench,
    runtime: &Handle,
    upload: &Upload,
    fetched: &Fetched,
    tally: &Tally,
) -> Result<Findings> {
    let mut found = Findings::default();
    match fill(&mut found, bench, runtime, upload, fetched, tally) {
        Ok(()) => {}
        Err(error) if is_of_the_house(&error) => return Err(error),
        Err(error) => {
            found.trouble =
                in_every_language(|phrases| words::of_error(&error, Asker::Page, phrases));
            found.missing = to_blame(&error, &found, &upload.how);
        }
    }
    Ok(found)
}

/// The field whose column is to be chosen for the files to be read.
fn to_blame(error: &anyhow::Error, found: &Findings, how: &HowRead) -> Option<String> {
    let held_by = |column: &str, columns: &[(String, String)]| {
        let mut fields = columns.iter().filter(|(_, named)| named == column);
        fields.next().map(|(field, _)| field.clone())
    };
    if let Some(CommandError::AllRefused) = error.downcast_ref() {
        let column = found.refused.first()?.column.as_deref()?;
        return held_by(column, &found.mapping);
    }
    match error.downcast_ref::<PlanError>()? {
        PlanError::NoDate { .. } => Some(Field::Date.key().to_owned()),
        PlanError::NoCustomer { .. } => Some(Field::Customer.key().to_owned()),
        PlanError::NoSuchColumn { column, .. } => held_by(column, &how.columns),
        PlanError::Read(_) | PlanError::Ambiguous { .. } => None,
    }
}

fn fill(
    found: &mut Findings,
    bench: &Bench,
    runtime: &Handle,
    upload: &Upload,
    fetched: &Fetched,
    tally: &Tally,
) -> Result<()> {
    let sources = fetched.sources()?;
    let preview = orders::preview(&sources, SHOWN)?;
    (found.columns, found.rows) = (preview.columns, preview.rows);
    let how = how_read::arguments(&upload.how);
    let plan = match orders::plan(&sources, &how.options(bench.db.clock())) {
        Ok(plan) => plan,
        Err(PlanError::Ambiguous { question, readings }) => {
            found.question = Some(asked(&upload.how, question, &readings));
            return Ok(());
        }
        Err(error) => return Err(error.into()),
    };
    understood(found, &plan, &upload.how);
    let (id, early) = (upload.id, found.clone());
    let tell = async move |tx: &mut store::Tx<'_>| uploads::found(tx, id, &early).await;
    runtime.block_on(bench.db.write(Actor::System, tell))?;
    let house = House::beside(runtime.clone(), bench.db.clone());
    found.content = Some(content(found, &house, (&plan, &how), upload, tally)?);
    Ok(())
}

/// Reads all rows, and counts what they make.
fn content(
    found: &mut Findings,
    house: &House,
    (plan, how): (&Plan, &ReadingArguments),
    upload: &Upload,
    tally: &Tally,
) -> Result<Content> {
    let mut rows = RowsRead::of(plan, how, REFUSED, |ledger, refused| {
        reading::rows(plan, ledger, RefusedRows::default(), refused, tally)
    })?;
    tally.has_read();
    found.refused = mem::take(&mut rows.rejects);
    found.notes = rows.notes.iter().map(|note| remark(note, &upload.how)).collect();
    if rows.are_all_refused() {
        let (rows, rejected) = (rows.rows, rows.rejected);
        found.content = Some(Content { rows, rejected, ..Content::default() });
        return Err(CommandError::AllRefused.into());
    }
    let mut staging = Staging::foreseen(Some(house), &upload.source)?;
    let (read, bought) = rows.stage(&mut staging, |customers| tally.add_customers(customers))?;
    let would_do = staging.would_do()?;
    let other_currencies = staging.other_currencies();
    let counted = staging.found;
    Ok(Content {
        rows: read.rows,
        rejected: read.rejected,
        anonymous: read.anonymous,
        unmatched_returns: read.unmatched_returns,
        duplicates: bought.duplicates,
        customers: read.customers,
        orders: read.orders,
        would_do,
        other_currencies,
        taken_back: counted.taken_back,
        days: counted.days,
        sums: counted.sums.into_iter().collect(),
    })
}

fn understood(found: &mut Findings, plan: &Plan, how: &HowRead) {
    let named = |(field, column): &(Field, String)| (field.key().to_owned(), column.clone());
    found.mapping = plan.mapping().iter().map(named).collect();
    let is_field = |key: &str| key.parse::<Field>().is_ok();
    // "currency" is both: there is the column of it, or all amounts are in one.
    let has_currency = found.mapping.iter().any(|(field, _)| field == Field::Currency.key());
    found.written = plan
        .describe()
        .into_iter()
        .filter(|(key, _)| !is_field(key) || (key == Field::Currency.key() && !has_currency))
        .collect();
    found.names = plan.names_of_people().to_vec();
    found.notes = plan.notes().iter().map(|note| remark(note, how)).collect();
}

fn remark(note: &Note, how: &HowRead) -> Remark {
    let texts = note.texts().into_iter().map(|(name, text)| (name.to_owned(), text));
    Remark {
        key: note.key().to_owned(),
        texts: texts.collect(),
        count: note.count(),
        instead: map_line::instead(note).map(|map| how_read::rather(how, &map)),
    }
}

fn asked(how: &HowRead, question: orders::Question, readings: &[orders::Reading]) -> Question {
    let answer = |reading: &orders::Reading| Answer {
        how: how_read::chosen(how, &reading.map),
        words: in_every_language(|phrases| words::of_reading(question, reading, phrases)),
    };
    Question {
        words: in_every_language(|phrases| words::of_question(question, phrases)),
        answers: readings.iter().map(answer).collect(),
    }
}

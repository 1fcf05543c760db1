//! Finding out what is in files, before anything of it is in the record.

use anyhow::Result;
use documents::orders::{
    self, ColumnMap, Field, Note, Options, Plan, PlanError, Rejected, Sources,
};
use domain::know::uploads::{self, Answer, Content, Findings, HowRead, Question, Remark, Upload};
use measure::ledger::{Closing, Ledger, Storage};
use store::log::Actor;
use tokio::runtime::Handle;

use super::super::import::House;
use super::super::import::reading::rejected;
use super::super::import::staging::Staging;
use super::fetched::Fetched;
use super::tally::Tally;
use super::{Bench, in_every_language, is_of_the_house};
use crate::{map_line, refused, words};

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
            found.trouble = in_every_language(|phrases| words::of_error(&error, phrases));
        }
    }
    Ok(found)
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
    let plan = match plan(&sources, &upload.how, bench) {
        Ok(plan) => plan,
        Err(PlanError::Ambiguous { question, readings }) => {
            found.question = Some(asked(&upload.how, question, &readings));
            return Ok(());
        }
        Err(error) => return Err(error.into()),
    };
    understood(found, &plan);
    let (id, early) = (upload.id, found.clone());
    let tell = async move |tx: &mut store::Tx<'_>| uploads::found(tx, id, &early).await;
    runtime.block_on(bench.db.write(Actor::System, tell))?;
    let house = House::beside(runtime.clone(), bench.db.clone());
    found.content = Some(content(found, &house, &plan, upload, tally)?);
    Ok(())
}

/// How the files are read.
pub fn plan(sources: &Sources, how: &HowRead, bench: &Bench) -> Result<Plan, PlanError> {
    let mut options = Options::new(bench.db.clock().today());
    options.currency = how.currency;
    options.map = map(how);
    orders::plan(sources, &options)
}

/// What closing the rows into orders needs to know.
pub fn closing(how: &HowRead) -> Closing {
    let drop_duplicates = how.drop_duplicates;
    Closing { as_of: None, currency: how.currency, drop_duplicates }
}

/// Reads all rows, and counts what they make.
fn content(
    found: &mut Findings,
    house: &House,
    plan: &Plan,
    upload: &Upload,
    tally: &Tally,
) -> Result<Content> {
    let ledger = Ledger::for_record(plan.attributes(), Storage::default());
    let mut rows = Vec::new();
    let mut keep = |row: &Rejected| {
        if rows.len() < REFUSED {
            rows.push(rejected(row));
        }
        Ok(())
    };
    let read = plan.read(|| ledger.sink(), &mut keep, tally).map_err(refused::or_what_is_behind)?;
    tally.has_read();
    found.refused = rows;
    found.notes = read.notes.iter().map(remark).collect();
    let mut staging = Staging::foreseen(Some(house), &upload.source)?;
    let bought = ledger.close_into_buyers(read.sinks, &closing(&upload.how), |part, buyers| {
        tally.add_customers(buyers.len());
        staging.take(part, buyers)
    })?;
    let would_do = staging.would_do();
    let counted = staging.found;
    Ok(Content {
        rows: read.rows,
        rejected: read.rejected,
        anonymous: bought.anonymous_rows,
        unmatched_returns: bought.unmatched_returns,
        duplicates: bought.duplicates,
        customers: counted.customers,
        customers_known: would_do.customers_known,
        orders: counted.orders,
        orders_known: would_do.orders_known,
        taken_back: counted.taken_back,
        days: counted.days,
        sums: counted.sums.into_iter().collect(),
    })
}

fn understood(found: &mut Findings, plan: &Plan) {
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
    found.notes = plan.notes().iter().map(remark).collect();
}

fn remark(note: &Note) -> Remark {
    let texts = note.texts().into_iter().map(|(name, text)| (name.to_owned(), text));
    let line = map_line::instead(note).map(|map| ("line".to_owned(), map_line::of(&map)));
    Remark { key: note.key().to_owned(), texts: texts.chain(line).collect(), count: note.count() }
}

fn asked(how: &HowRead, question: orders::Question, readings: &[orders::Reading]) -> Question {
    let answer = |reading: &orders::Reading| Answer {
        how: HowRead { columns: columns(&reading.map), ..chosen(how, &reading.map) },
        words: in_every_language(|phrases| words::of_reading(question, reading, phrases)),
    };
    Question {
        words: in_every_language(|phrases| words::of_question(question, phrases)),
        answers: readings.iter().map(answer).collect(),
    }
}

fn chosen(how: &HowRead, map: &ColumnMap) -> HowRead {
    HowRead {
        date_order: map.date_order.map(|order| order.key().to_owned()),
        decimal: map.decimal.map(|mark| mark.key().to_owned()),
        ..how.clone()
    }
}

fn columns(map: &ColumnMap) -> Vec<(String, String)> {
    map.columns.iter().map(|(field, column)| (field.key().to_owned(), column.clone())).collect()
}

/// What was said beforehand, in the words of the readers.
fn map(how: &HowRead) -> ColumnMap {
    let columns = how.columns.iter();
    let named = columns.filter_map(|(field, column)| Some((field.parse().ok()?, column.clone())));
    // One of few words each; what is none of them is as good as not said.
    let said = |key: &str, value: Option<&String>| {
        let value = value?;
        format!("{key}=\"{value}\"").parse::<ColumnMap>().ok()
    };
    ColumnMap {
        columns: named.collect(),
        date_order: said("date_order", how.date_order.as_ref()).and_then(|map| map.date_order),
        decimal: said("decimal", how.decimal.as_ref()).and_then(|map| map.decimal),
    }
}

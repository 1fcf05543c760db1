//! What was read, kept as plain rows that compare.

use std::convert::Infallible;
use std::io::Write;
use std::num::NonZeroUsize;

use documents::orders::{
    ColumnMap, NoProgress, Options, OrderRow, Plan, PlanError, ReadError, ReadOutcome, Rejected,
    RowSink, Sources, plan,
};
use kernel::Day;
use tempfile::TempDir;

/// An order row with everything in it owned.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Row {
    pub customer: String,
    pub day: String,
    pub has_time: bool,
    pub order: String,
    pub amount: Option<i64>,
    pub order_total: Option<i64>,
    pub currency: Option<String>,
    pub cancels: Option<String>,
    pub is_return: bool,
    pub attributes: Vec<String>,
    pub rest: u64,
}

/// Keeps the rows it takes.
#[derive(Debug, Default)]
pub struct Rows(pub Vec<Row>);

impl RowSink for Rows {
    type Error = Infallible;

    fn take(&mut self, row: &OrderRow<'_>) -> Result<(), Infallible> {
        self.0.push(Row {
            customer: row.customer.to_owned(),
            day: row.day.to_string(),
            has_time: row.has_time,
            order: row.order.to_owned(),
            amount: row.amount,
            order_total: row.order_total,
            currency: row.currency.map(|currency| currency.to_string()),
            cancels: row.cancels.map(str::to_owned),
            is_return: row.is_return,
            attributes: row.attributes.iter().map(|&text| text.to_owned()).collect(),
            rest: row.rest,
        });
        Ok(())
    }
}

/// All that came of reading some files.
#[derive(Debug)]
pub struct Table {
    pub plan: Plan,
    /// In no particular order of their own; sorted here.
    pub rows: Vec<Row>,
    pub outcome: ReadOutcome<Rows>,
    pub rejected: Vec<Rejected>,
}

impl Table {
    /// `customer day amount` of each row.
    pub fn short(&self) -> Vec<String> {
        self.rows
            .iter()
            .map(|row| {
                let amount = row.amount.map_or("?".to_owned(), |amount| amount.to_string());
                format!("{} {} {amount}", row.customer, row.day)
            })
            .collect()
    }

    /// Value of a key of the plan's description.
    pub fn described(&self, key: &str) -> Option<String> {
        self.plan.describe().into_iter().find(|(known, _)| known == key).map(|(_, value)| value)
    }

    /// `line: reason: value` of each refused row.
    pub fn refusals(&self) -> Vec<String> {
        self.rejected
            .iter()
            .map(|Rejected { line, value, reason, .. }| format!("{line}: {reason}: {value}"))
            .collect()
    }
}

/// Today for all tests.
pub fn today() -> Day {
    "2026-11-22".parse().unwrap()
}

pub fn options() -> Options {
    Options { threads: NonZeroUsize::new(2), ..Options::new(today()) }
}

pub fn mapped(map: &str) -> Options {
    Options { map: map.parse::<ColumnMap>().unwrap(), ..options() }
}

/// Reads files by their names.
pub fn read(names: &[String], options: &Options) -> Result<Table, PlanError> {
    let sources = Sources::open(names)?;
    let plan = plan(&sources, options)?;
    let mut rejected = Vec::new();
    let mut keep = |row: &Rejected| {
        rejected.push(row.clone());
        Ok(())
    };
    let mut outcome = plan.read(Rows::default, &mut keep, &NoProgress)?;
    let sinks = std::mem::take(&mut outcome.sinks);
    let mut rows: Vec<Row> = sinks.into_iter().flat_map(|sink| sink.0).collect();
    rows.sort();
    Ok(Table { plan, rows, outcome, rejected })
}

/// Writes files of these names and contents and reads them.
pub fn read_files(files: &[(&str, &[u8])], options: &Options) -> Result<Table, PlanError> {
    let directory =
        TempDir::new().map_err(|source| ReadError::Io { file: String::new(), source })?;
    let mut names = Vec::new();
    for (name, content) in files {
        let path = directory.path().join(name);
        std::fs::File::create(&path).unwrap().write_all(content).unwrap();
        names.push(path.display().to_string());
    }
    read(&names, options)
}

/// Reads one text.
pub fn read_text(text: &str) -> Result<Table, PlanError> {
    read_files(&[("orders.csv", text.as_bytes())], &options())
}

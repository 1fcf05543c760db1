//! Reading the files of an import, and how that is done: kept with it so that it
//! can go on.

use std::path::Path;

use anyhow::Result;
use documents::orders::{ColumnMap, Plan, Rejected};
use domain::know::imports::{self, RejectedRow};
use kernel::Clock;
use measure::ledger::{Bought, Buyer, Closing, Ledger, LedgerSink, Storage};
use phrases::Phrases;
use serde::{Deserialize, Serialize};

use crate::arguments::InputArguments;
use crate::progress::Progress;

/// What the command line said of the files, and what was chosen since.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HowRead {
    /// The files, wherever the command is typed the next time.
    pub files: Vec<String>,
    /// As after `--map`.
    map: String,
    currency: Option<String>,
    drop_duplicates: bool,
}

impl HowRead {
    /// What `input` says, with the map that was chosen.
    pub fn new(input: &InputArguments, map: &ColumnMap) -> Self {
        Self {
            files: input.files.iter().map(|file| whole_name(file)).collect(),
            map: map.to_string(),
            currency: input.currency.map(|currency| currency.to_string()),
            drop_duplicates: input.drop_duplicates,
        }
    }

    /// What was [`written`](Self::written) down.
    pub fn of(text: &str) -> Option<Self> {
        serde_json::from_str(text).ok()
    }

    /// As it is kept.
    pub fn written(&self) -> Result<String> {
        Ok(serde_json::to_string(self)?)
    }

    /// The same as a command line would say it.
    pub fn input(&self) -> Option<InputArguments> {
        let currency = self.currency.as_deref().map(str::parse).transpose().ok()?;
        let map: ColumnMap = self.map.parse().ok()?;
        Some(InputArguments {
            files: self.files.clone(),
            map: (!map.is_empty()).then_some(map),
            currency,
            drop_duplicates: self.drop_duplicates,
            ..InputArguments::of_file(Path::new(""))
        })
    }
}

/// The files, read and not yet put together.
pub struct FilesRead {
    /// How they were read.
    pub how: HowRead,
    /// How many rows they have.
    pub rows: u64,
    /// How many of them cannot be read.
    pub rejected: u64,
    /// The first of those.
    pub rejects: Vec<RejectedRow>,
    ledger: Ledger,
    sinks: Vec<LedgerSink>,
    closing: Closing,
}

impl FilesRead {
    /// Reads the files that the command line names.
    pub fn of(
        input: &InputArguments,
        progress: &Progress,
        phrases: Phrases,
        clock: &dyn Clock,
    ) -> Result<Self> {
        let files = crate::reading::prepare(input, progress, phrases, clock)?;
        tell_names(&files.plan, progress, phrases);
        let storage = Storage::within(input.memory.bytes(), None);
        let ledger = Ledger::for_record(files.plan.attributes(), storage);
        let mut rejects = Vec::new();
        let mut keep = |row: &Rejected| {
            if rejects.len() < imports::MOST_REJECTS {
                rejects.push(rejected(row));
            }
        };
        let read = files.rows(&ledger, input, progress, phrases, &mut keep)?;
        let (currency, drop_duplicates) = (input.currency, input.drop_duplicates);
        Ok(Self {
            how: HowRead::new(input, &files.map),
            rows: read.rows,
            rejected: read.rejected,
            rejects,
            ledger,
            sinks: read.sinks,
            closing: Closing { as_of: None, currency, drop_duplicates },
        })
    }

    /// Puts orders and customers together, and hands them over part by part.
    pub fn close(self, each: impl FnMut(usize, Vec<Buyer>) -> Result<()>) -> Result<Bought> {
        self.ledger.close_into_buyers(self.sinks, &self.closing, each)
    }
}

/// Standard input has no other name.
fn whole_name(file: &str) -> String {
    if file == "-" {
        return file.to_owned();
    }
    std::path::absolute(file).map_or_else(|_| file.to_owned(), |path| path.display().to_string())
}

/// A refused row, as the record keeps it.
pub fn rejected(row: &Rejected) -> RejectedRow {
    RejectedRow {
        file: row.file.clone(),
        line: i64::try_from(row.line).unwrap_or(i64::MAX),
        column: row.column.clone(),
        // PostgreSQL keeps no NUL in a text.
        value: row.value.replace('\0', "\u{fffd}"),
        reason: row.reason.key().to_owned(),
    }
}

/// Says which columns give customers their names.
fn tell_names(plan: &Plan, progress: &Progress, phrases: Phrases) {
    let columns = plan.names_of_people();
    if !columns.is_empty() {
        let columns = [("columns", phrases.list(columns).into())];
        progress.tell(&phrases.say_with("import-names-from", &columns));
    }
}

//! How the files of an import are read, kept with it so that it can go on.

use std::path::Path;

use anyhow::Result;
use documents::orders::{ColumnMap, Plan, Rejected};
use domain::know::imports::RejectedRow;
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
pub fn tell_names(plan: &Plan, progress: &Progress, phrases: Phrases) {
    let columns = plan.names_of_people();
    if !columns.is_empty() {
        let columns = [("columns", phrases.list(columns).into())];
        progress.tell(&phrases.say_with("import-names-from", &columns));
    }
}

//! Which files of orders, and how they are read: what every command says that
//! reads some.

use std::path::{Path, PathBuf};

use clap::Args;
use documents::orders::{ColumnMap, Field, Options};
use kernel::{Clock, Currency, Day, Language};
use measure::ledger::{Closing, Storage};
use store::db::{Place, PlaceError};

use crate::quantities::Memory;
use crate::record::arguments::{FACTS, RecordArguments, beside, place};

const DATA_HELP: &str = "Take the orders of the record instead: a file, a folder with perennial.db in it, or \
    postgres://user@host/database [default: PERENNIAL_RECORD or perennial.db]";

const COUNTED_IN: &str = "The currency to count in [default: the one most orders are in]";

/// Which files, and how to read them.
#[derive(Debug, Args)]
#[command(
    next_help_heading = "Reading",
    mut_arg("currency", |currency| currency.help(COUNTED_IN))
)]
pub struct InputArguments {
    /// Files of orders: CSV, TSV, text, XLSX, Parquet, JSON, plain, .gz or .zst; patterns such as 'shop-*.csv'; - is standard input
    #[arg(required_unless_present = "data", conflicts_with = "data", value_name = "FILE",
          help_heading = None)]
    pub files: Vec<String>,
    /// Take the orders of the record instead, that of the environment where no
    /// place is named.
    #[arg(long, value_name = "PLACE", num_args = 0..=1, help_heading = None, help = DATA_HELP,
          value_parser = place,
          conflicts_with_all = ["map", "drop_duplicates", "strict", "rejected"])]
    #[expect(clippy::option_option, reason = "an option whose value may be left out")]
    pub data: Option<Option<Place>>,
    /// With --data: the folder of the record's facts [default: beside the record, as perennial.facts]
    #[arg(long, value_name = "FOLDER", env = "PERENNIAL_FACTS", help_heading = None)]
    pub facts: Option<PathBuf>,
    /// How they are read.
    #[command(flatten)]
    pub reading: ReadingArguments,
    /// The language to speak: en, ru, ro, el, hy [default: the machine's]
    #[arg(long, value_name = "CODE", help_heading = None)]
    pub lang: Option<Language>,
}

/// How files of orders are read, by every command that reads some.
#[derive(Debug, Clone, Default, Args)]
pub struct ReadingArguments {
    /// Which column is what, where it is not found by itself.
    #[arg(long, value_name = "COLUMNS", help = map_help())]
    pub map: Option<ColumnMap>,
    /// What amounts are in where the files do not say
    #[arg(long, value_name = "CODE")]
    pub currency: Option<Currency>,
    /// Drop rows that repeat another row exactly [default: count and keep them]
    #[arg(long)]
    pub drop_duplicates: bool,
    /// Stop at the first row that cannot be read
    #[arg(long)]
    pub strict: bool,
    /// Write every refused row with its reason to this file: .csv, .xlsx or .parquet
    #[arg(long, alias = "rejects", value_name = "FILE")]
    pub rejected: Option<PathBuf>,
    /// Memory to stay within, at least 64MiB; what does not fit goes to temporary files
    #[arg(long, value_name = "SIZE", default_value_t, allow_hyphen_values = true)]
    pub memory: Memory,
}

impl InputArguments {
    /// One file, everything else as where nothing is said.
    pub fn of_file(path: &Path) -> Self {
        Self {
            files: vec![path.display().to_string()],
            data: None,
            facts: None,
            reading: ReadingArguments::default(),
            lang: None,
        }
    }

    /// The record asked for, if one is.
    ///
    /// # Errors
    /// Where the environment names a place that cannot be understood.
    pub fn record(&self) -> Result<Option<Place>, PlaceError> {
        match &self.data {
            None => Ok(None),
            Some(Some(place)) => Ok(Some(place.clone())),
            Some(None) => {
                let named = std::env::var(RecordArguments::VARIABLE);
                place(named.as_deref().unwrap_or(RecordArguments::DEFAULT)).map(Some)
            }
        }
    }

    /// The folder of the facts of the record at `place`.
    pub fn facts_of(&self, place: &Place) -> PathBuf {
        self.facts.clone().unwrap_or_else(|| beside(place, FACTS))
    }
}

impl ReadingArguments {
    /// The same, as readers of files take it.
    pub fn options(&self, clock: &dyn Clock) -> Options {
        let mut options = Options::new(clock.today());
        options.map = self.map.clone().unwrap_or_default();
        options.currency = self.currency;
        options.strict = self.strict;
        options
    }

    /// Where rows go while they are read.
    pub fn storage(&self) -> Storage {
        Storage::within(self.memory.bytes(), None)
    }

    /// How rows are put together, up to and including a day.
    pub fn closing(&self, as_of: Option<Day>) -> Closing {
        Closing { as_of, currency: self.currency, drop_duplicates: self.drop_duplicates }
    }
}

fn map_help() -> String {
    format!(
        "Which column is what, where it is not found by itself, as in \
         customer=Client,date=Day,amount=Sum. Fields: {}; also date_order=dmy, mdy or ymd and \
         decimal=point or comma",
        Field::ALL.map(Field::key).join(", ")
    )
}

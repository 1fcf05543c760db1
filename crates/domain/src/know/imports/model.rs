//! An import, and what happens to one.

use chrono::{DateTime, Utc};
use kernel::{Currency, Day};
use serde::{Deserialize, Serialize};
use store::log::Event;

use super::OtherCurrencies;
use crate::know::orders::NewLine;

store::id! {
    /// Of an import.
    ImportId
}

/// How far an import is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, store::Value, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// The files are being read; what is read is not seen.
    Staging,
    /// All is read, and nothing is seen.
    Staged,
    /// Its customers and orders are in the record.
    Applied,
    /// They were taken back.
    Undone,
    /// It was given up before it was applied.
    Discarded,
}

impl State {
    /// All of them, in the order in which they follow one another.
    pub const ALL: [State; 5] =
        [State::Staging, State::Staged, State::Applied, State::Undone, State::Discarded];

    /// Its name in URLs, the API and message keys.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            State::Staging => "staging",
            State::Staged => "staged",
            State::Applied => "applied",
            State::Undone => "undone",
            State::Discarded => "discarded",
        }
    }

    /// Whether it can still be applied.
    #[must_use]
    pub fn is_open(self) -> bool {
        match self {
            State::Staging | State::Staged => true,
            State::Applied | State::Undone | State::Discarded => false,
        }
    }
}

/// What is said beforehand of how files are read; the rest is found out.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct HowRead {
    /// Which column holds which field, by the field's name.
    pub columns: Vec<(String, String)>,
    /// Whether day or month comes first: `dmy`, `mdy`, `ymd`.
    pub date_order: Option<String>,
    /// The decimal sign.
    pub decimal: Option<String>,
    /// What amounts are in where the files do not say.
    pub currency: Option<Currency>,
    /// Whether rows that repeat another exactly count once.
    pub drop_duplicates: bool,
}

/// What an import begins with.
#[derive(Debug, Clone)]
pub struct Beginning {
    /// The shop or market the files come from; empty for the business's own.
    pub source: String,
    /// The files, as they are named.
    pub files: Vec<String>,
    /// How they are read: enough to read them again.
    pub reading: HowRead,
}

/// An import.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Import {
    /// Which.
    pub id: ImportId,
    /// The shop or market the files come from; empty for the business's own.
    pub source: String,
    /// The files, as they are named.
    pub files: Vec<String>,
    /// How they are read; not known where an earlier version kept it in another
    /// form.
    pub reading: Option<HowRead>,
    /// How far it is.
    pub state: State,
    /// How many parts of the files are staged.
    pub parts: u32,
    /// What it found and did.
    pub counts: Counts,
    /// When it began.
    pub started_at: DateTime<Utc>,
    /// When it was applied, undone or discarded.
    pub ended_at: Option<DateTime<Utc>>,
}

impl Import {
    /// Whether all that it came with was in the record before.
    #[must_use]
    pub fn brought_nothing(&self) -> bool {
        self.state == State::Applied && self.counts.applied.changed_nothing()
    }

    /// Whether it brought no customers and no orders, and yet filled in something
    /// that the record lacked.
    #[must_use]
    pub fn only_filled(&self) -> bool {
        let Applied { customers_added, orders_added, .. } = self.counts.applied;
        let has_added = customers_added + orders_added > 0;
        match self.state {
            State::Applied | State::Undone => !has_added && !self.counts.applied.changed_nothing(),
            State::Staging | State::Staged | State::Discarded => false,
        }
    }

    /// Customers and orders: those that it brought, or that wait to be brought.
    #[must_use]
    pub fn brought(&self) -> (u64, u64) {
        let Counts { customers, orders, applied, .. } = self.counts;
        match self.state {
            State::Applied | State::Undone => (applied.customers_added, applied.orders_added),
            State::Staging | State::Staged | State::Discarded => (customers, orders),
        }
    }
}

/// What an import found and did.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts {
    /// Customers staged.
    pub customers: u64,
    /// Orders staged.
    pub orders: u64,
    /// What became of the rows.
    pub read: Read,
    /// What became of customers and orders.
    pub applied: Applied,
    /// The orders that the record has in another currency.
    #[serde(default, alias = "other_currency", skip_serializing_if = "OtherCurrencies::is_empty")]
    pub other_currencies: OtherCurrencies,
    /// What was taken back, where it was.
    pub undone: Option<Undone>,
}

impl Counts {
    /// Orders that it gave their currency and that were gone before it was taken
    /// back, with the import that had brought them: nothing else takes orders out.
    #[must_use]
    pub fn currencies_gone(&self) -> u64 {
        let still_there = |undone: Undone| undone.currencies_emptied + undone.currencies_kept;
        let gone = |undone| self.applied.orders_given_currency.saturating_sub(still_there(undone));
        self.undone.map_or(0, gone)
    }
}

/// What became of the rows of the files.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Read {
    /// All of them.
    pub rows: u64,
    /// Customers that they make.
    pub customers: u64,
    /// Orders that they make.
    pub orders: u64,
    /// Rows that could not be read.
    pub rejected: u64,
    /// Rows that name no customer.
    pub anonymous: u64,
    /// Returns for which there is no purchase in the files.
    pub unmatched_returns: u64,
}

/// What became of the customers and orders of the files.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Applied {
    /// Customers nobody knew.
    pub customers_added: u64,
    /// Customers who were there.
    pub customers_known: u64,
    /// Those of them of whom something was filled in.
    pub customers_filled: u64,
    /// Orders nobody knew.
    pub orders_added: u64,
    /// Orders that were there.
    pub orders_known: u64,
    /// Those of them that come to something else in the files; they stayed.
    pub orders_differing: u64,
    /// Those of them that had no currency and were given that of the files.
    pub orders_given_currency: u64,
    /// Orders whose number another order of the same files has.
    pub orders_clashing: u64,
}

impl Applied {
    /// Known orders that come to something else in the files for another reason
    /// than that they are in another currency there.
    #[must_use]
    pub fn orders_of_other_sums(&self, other: &OtherCurrencies) -> u64 {
        self.orders_differing.saturating_sub(other.orders())
    }

    /// Whether the record is as it was.
    #[must_use]
    pub fn changed_nothing(&self) -> bool {
        let added = self.customers_added + self.orders_added;
        added + self.customers_filled + self.orders_given_currency == 0
    }
}

/// What was taken back of an import.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Undone {
    /// Orders that are gone.
    pub orders_removed: u64,
    /// Orders to which something has happened since.
    pub orders_kept: u64,
    /// Customers who are gone.
    pub customers_removed: u64,
    /// Customers with whom something else has happened.
    pub customers_kept: u64,
    /// Fields that are blank again.
    pub fields_emptied: u64,
    /// Fields that somebody has changed since.
    pub fields_kept: u64,
    /// Orders that have no currency again.
    pub currencies_emptied: u64,
    /// Orders whose currency somebody has changed since.
    pub currencies_kept: u64,
    /// Products that are gone.
    pub products_removed: u64,
}

/// A row that was not taken.
#[derive(Debug, Clone, PartialEq, Eq, store::Row, Serialize, Deserialize)]
pub struct RejectedRow {
    /// The file.
    pub file: String,
    /// The line in it.
    pub line: i64,
    /// The column to blame, if one is.
    pub column: Option<String>,
    /// What stands there.
    pub value: String,
    /// The key of the reason in the messages.
    pub reason: String,
}

/// A customer in the files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Buyer {
    /// Their id in the source.
    pub code: String,
    /// What they are called; their id, where nothing is said.
    pub name: Option<String>,
    /// Their address.
    pub email: Option<String>,
    /// Their telephone number.
    pub phone: Option<String>,
    /// Their country.
    pub country: Option<String>,
    /// What they bought, the first first; never nothing.
    pub orders: Vec<Bought>,
}

/// An order in the files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bought {
    /// Its number in the source; where it has none, one is made of the customer
    /// and the day.
    pub code: Option<String>,
    /// When.
    pub placed_at: DateTime<Utc>,
    /// The day the files say.
    pub day: Day,
    /// In what it is paid.
    pub currency: Currency,
    /// What it came to, in minor units.
    pub total: i64,
    /// Whether all of it was taken back.
    pub is_taken_back: bool,
    /// What was bought.
    pub lines: Vec<NewLine>,
}

/// Files were brought in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportApplied {
    /// Where they came from.
    pub source: String,
    /// As they are named.
    pub files: Vec<String>,
    /// What they brought.
    pub counts: Counts,
}

impl Event for ImportApplied {
    const KIND: &'static str = "import.applied";
}

/// What files had brought was taken back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportUndone {
    /// Where they came from.
    pub source: String,
    /// What was taken back.
    pub undone: Undone,
}

impl Event for ImportUndone {
    const KIND: &'static str = "import.undone";
}

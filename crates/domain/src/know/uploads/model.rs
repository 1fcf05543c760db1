//! Files of orders on their way into the record, and what was found in them.

use chrono::{DateTime, Utc};
use kernel::{Currency, Day, Language};
use serde::{Deserialize, Serialize};
use store::StoreError;
use store::blobs::{Arrived, BlobError, BlobHash};
use store::jobs::Job;

use crate::know::imports::{Applied, HowRead, ImportError, ImportId, OtherCurrencies, RejectedRow};
use crate::office::staff::AccountId;

store::id! {
    /// Of files that somebody sent to be imported.
    UploadId
}

store::id! {
    /// Of a file that arrived with a form that was not taken.
    WaitingFileId
}

/// How far files are on their way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, store::Value)]
pub enum State {
    /// It is being found out what is in them.
    Looking,
    /// That is known; nothing of it is in the record.
    Looked,
    /// They are being brought into the record.
    Importing,
    /// They are in the record.
    Imported,
}

/// What is being done with files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, store::Value)]
pub enum Phase {
    /// Their rows are read; [`Upload::done`] counts bytes.
    Reading,
    /// Customers and orders are put together; it counts customers.
    Staging,
    /// All of it is put into the record at once.
    Applying,
}

impl Phase {
    /// Its name in message keys.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Phase::Reading => "reading",
            Phase::Staging => "staging",
            Phase::Applying => "applying",
        }
    }
}

/// Files that somebody sent to be imported.
#[derive(Debug, Clone, PartialEq)]
pub struct Upload {
    /// Which.
    pub id: UploadId,
    /// Who sent them.
    pub account: AccountId,
    /// The shop or market they come from; empty for the business's own.
    pub source: String,
    /// How they are read.
    pub how: HowRead,
    /// What was found in them so far.
    pub found: Findings,
    /// How far they are.
    pub state: State,
    /// What is being done with them.
    pub phase: Phase,
    /// So much of it is done.
    pub done: u64,
    /// Of so much; 0 where nobody knows.
    pub whole: u64,
    /// What they became.
    pub import: Option<ImportId>,
    /// The table of the rows that were not taken.
    pub refused: Option<BlobHash>,
    /// When they were sent.
    pub begun_at: DateTime<Utc>,
}

impl Upload {
    /// Whether a job is bringing them into the record and has not given up.
    #[must_use]
    pub fn is_being_imported(&self) -> bool {
        self.state == State::Importing && self.found.trouble.is_empty()
    }
}

/// One of the files.
#[derive(Debug, Clone, PartialEq, Eq, store::Row)]
pub struct UploadedFile {
    /// What it is called.
    pub name: String,
    /// What its bytes are kept under.
    #[row(try_from = "String")]
    pub hash: BlobHash,
    /// So many bytes.
    pub size: i64,
    /// What its bytes say it is.
    pub sniffed: String,
}

impl UploadedFile {
    /// Its bytes, as they arrived.
    #[must_use]
    pub fn arrived(&self) -> Arrived {
        let (hash, size) = (self.hash, self.size.unsigned_abs());
        Arrived { hash, size, sniffed: self.sniffed.clone() }
    }
}

/// What was found in files.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Findings {
    /// The columns of the first file.
    pub columns: Vec<String>,
    /// Its first rows.
    pub rows: Vec<Vec<String>>,
    /// Which column holds which field, by the field's name.
    pub mapping: Vec<(String, String)>,
    /// How values are written: `date_order`, `decimal`, `currency`.
    pub written: Vec<(String, String)>,
    /// The columns that customers' names are taken from.
    pub names: Vec<String>,
    /// What is to be known about how they are read.
    pub notes: Vec<Remark>,
    /// What has to be settled first.
    pub question: Option<Question>,
    /// What is in them, once all rows have been read.
    pub content: Option<Content>,
    /// The first of the rows that were not taken.
    pub refused: Vec<RejectedRow>,
    /// Why they cannot be read, in every language.
    pub trouble: Vec<(Language, String)>,
    /// The field whose column is to be chosen, where that is why.
    pub missing: Option<String>,
}

impl Findings {
    /// Whether there are amounts in them and nothing says in what they are.
    #[must_use]
    pub fn lacks_currency(&self) -> bool {
        let mut sums = self.content.iter().flat_map(|content| &content.sums);
        sums.any(|(currency, minor)| !currency.is_known() && *minor != 0)
    }

    /// Whether importing them would leave the record as it is.
    #[must_use]
    pub fn brings_nothing(&self) -> bool {
        self.content.as_ref().is_some_and(|content| content.would_do.changed_nothing())
    }
}

/// Something to know, as a message with what it is filled with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Remark {
    /// The key of the message.
    pub key: String,
    /// Texts in it.
    pub texts: Vec<(String, String)>,
    /// What it counts, if it does.
    pub count: Option<u64>,
    /// How the files are read where what it says is not so.
    #[serde(default)]
    pub instead: Option<HowRead>,
}

/// What cannot be found out, and the answers there are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// What is asked, in every language.
    pub words: Vec<(Language, String)>,
    /// What can be answered.
    pub answers: Vec<Answer>,
}

/// One answer to a question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// How they are read then.
    pub how: HowRead,
    /// In every language.
    pub words: Vec<(Language, String)>,
}

/// What all rows together make.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Content {
    /// Rows read.
    pub rows: u64,
    /// Rows that could not be read.
    pub rejected: u64,
    /// Rows that name no customer.
    pub anonymous: u64,
    /// Returns for which there is no purchase.
    pub unmatched_returns: u64,
    /// Rows that repeat another exactly.
    pub duplicates: u64,
    /// Customers.
    pub customers: u64,
    /// Orders.
    pub orders: u64,
    /// What importing them would do.
    #[serde(default)]
    pub would_do: Applied,
    /// Those of them that the record has in another currency.
    #[serde(default, alias = "other_currency")]
    pub other_currencies: OtherCurrencies,
    /// Orders that were taken back whole.
    pub taken_back: u64,
    /// Days of the first and the last order.
    pub days: Option<(Day, Day)>,
    /// What the orders that stand come to, by currency, in minor units.
    pub sums: Vec<(Currency, i64)>,
}

impl Upload {
    /// Whether all is known that has to be before they can be imported.
    #[must_use]
    pub fn can_be_imported(&self) -> bool {
        self.state == State::Looked
            && self.found.content.as_ref().is_some_and(|content| content.orders > 0)
    }
}

/// Finds out what is in files.
#[derive(Debug, Serialize, Deserialize)]
pub struct LookAt {
    /// Which.
    pub upload: UploadId,
}

impl Job for LookAt {
    const KIND: &'static str = "upload.look";
    const TRIES: u32 = 3;
}

/// Brings files into the record.
#[derive(Debug, Serialize, Deserialize)]
pub struct BringIn {
    /// Which.
    pub upload: UploadId,
}

impl Job for BringIn {
    const KIND: &'static str = "upload.bring_in";
    const TRIES: u32 = 3;
}

/// Why something about files was not done.
#[derive(Debug, thiserror::Error)]
pub enum UploadError {
    /// Nothing was sent.
    #[error("no file was sent: choose one or more")]
    NoFiles,
    /// They are being worked on, are in the record already, or cannot be read.
    #[error("that cannot be done with these files now: look at how far they are")]
    NotNow,
    /// No such files.
    #[error("there are no such files, or they are not kept any more")]
    Unknown,
    /// Something about the import that they become.
    #[error(transparent)]
    Import(#[from] ImportError),
    /// Their bytes could not be kept.
    #[error(transparent)]
    Blob(BlobError),
    /// The database refused.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<BlobError> for UploadError {
    fn from(error: BlobError) -> Self {
        match error {
            BlobError::Store(error) => UploadError::Store(error),
            other => UploadError::Blob(other),
        }
    }
}

impl store::db::Failure for UploadError {
    fn store(&self) -> Option<&StoreError> {
        match self {
            UploadError::Store(error) => Some(error),
            UploadError::Import(error) => error.store(),
            UploadError::Blob(error) => error.store(),
            UploadError::NoFiles | UploadError::NotNow | UploadError::Unknown => None,
        }
    }
}

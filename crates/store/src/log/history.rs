//! The log read by people: timelines and audit, the newest first.
//!
//! These ask for what is committed, not for what no later commit can come
//! before: a page shows what is there and is read again.

use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::Entry;
use super::entry::{EntryRow, entries};
use crate::{Snapshot, StoreError};

/// Where a page of audit or history begins: before the entry of this number. The
/// default is at the newest.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Before(pub i64);

impl Default for Before {
    fn default() -> Self {
        Self(i64::MAX)
    }
}

/// Where a page of a timeline begins: before what happened then and there. The
/// default is at the newest. Its text stands in links.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Earlier {
    happened: DateTime<Utc>,
    seq: i64,
}

/// The last microsecond of the year 9999, which nothing is after.
const NEVER: i64 = 253_402_300_799_999_999;

impl Default for Earlier {
    fn default() -> Self {
        let happened = DateTime::from_timestamp_micros(NEVER).unwrap_or_default();
        Self { happened, seq: i64::MAX }
    }
}

impl fmt::Display for Earlier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.happened.timestamp_micros(), self.seq)
    }
}

/// A text that names no place in a timeline.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a place in a timeline")]
pub struct NoPlace;

impl FromStr for Earlier {
    type Err = NoPlace;

    fn from_str(text: &str) -> Result<Self, NoPlace> {
        let (micros, seq) = text.split_once('.').ok_or(NoPlace)?;
        let micros = micros.parse().ok().filter(|micros| *micros <= NEVER).ok_or(NoPlace)?;
        let happened = DateTime::from_timestamp_micros(micros).ok_or(NoPlace)?;
        Ok(Self { happened, seq: seq.parse().map_err(|_| NoPlace)? })
    }
}

impl Entry {
    /// From where to read on towards what happened earlier.
    #[must_use]
    pub fn earlier(&self) -> Earlier {
        Earlier { happened: self.happened, seq: self.cursor.seq }
    }

    /// From where to read on towards older entries.
    #[must_use]
    pub fn before(&self) -> Before {
        Before(self.cursor.seq)
    }
}

impl Snapshot<'_> {
    /// What happened with a customer, the latest first, `limit` entries at most.
    /// By the index `log_of_customer`.
    ///
    /// # Errors
    /// Where the database refuses it.
    pub async fn timeline_of(
        &mut self,
        customer: Uuid,
        before: Earlier,
        limit: u32,
    ) -> Result<Vec<Entry>, StoreError> {
        let text = entries!(
            "from log where customer = $1 and (happened, seq) < ($2, $3)
             order by happened desc, seq desc"
        );
        let statement = self.query(text).bind(customer).bind(before.happened).bind(before.seq);
        let rows: Vec<EntryRow> = statement.at_most(limit).all().await?;
        Ok(rows.into_iter().map(Entry::from).collect())
    }

    /// What happened to one thing, `limit` entries at most. By the index
    /// `log_of_subject`.
    ///
    /// # Errors
    /// Where the database refuses it.
    pub async fn history_of(
        &mut self,
        subject: Uuid,
        before: Before,
        limit: u32,
    ) -> Result<Vec<Entry>, StoreError> {
        let text = entries!("from log where subject = $1 and seq < $2 order by seq desc");
        self.history(text, Some(subject), before, limit).await
    }

    /// Everything that happened, `limit` entries at most. By the primary key.
    ///
    /// # Errors
    /// Where the database refuses it.
    pub async fn audit(&mut self, before: Before, limit: u32) -> Result<Vec<Entry>, StoreError> {
        let text = entries!("from log where seq < $1 order by seq desc");
        self.history(text, None, before, limit).await
    }

    async fn history(
        &mut self,
        text: &'static str,
        of: Option<Uuid>,
        before: Before,
        limit: u32,
    ) -> Result<Vec<Entry>, StoreError> {
        let statement = self.query(text);
        let statement = if let Some(of) = of { statement.bind(of) } else { statement };
        let rows: Vec<EntryRow> = statement.bind(before.0).at_most(limit).all().await?;
        Ok(rows.into_iter().map(Entry::from).collect())
    }
}

//! The log read by people: timelines and audit, the newest first.
//!
//! These ask for what is committed, not for what no later commit can come
//! before: a page shows what is there and is read again.

use uuid::Uuid;

use super::Entry;
use super::entry::{EntryRow, entries};
use crate::{Snapshot, StoreError};

/// Where a page of history begins: before the entry of this number. The
/// default is at the newest.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Before(pub i64);

impl Default for Before {
    fn default() -> Self {
        Self(i64::MAX)
    }
}

impl Entry {
    /// From where to read on towards older entries.
    #[must_use]
    pub fn before(&self) -> Before {
        Before(self.cursor.seq)
    }
}

impl Snapshot<'_> {
    /// What happened with a customer, `limit` entries at most. By the index
    /// `log_of_customer`.
    ///
    /// # Errors
    /// Where the database refuses it.
    pub async fn timeline_of(
        &mut self,
        customer: Uuid,
        before: Before,
        limit: u32,
    ) -> Result<Vec<Entry>, StoreError> {
        let text = entries!("from log where customer = $1 and seq < $2 order by seq desc limit $3");
        self.history(text, Some(customer), before, limit).await
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
        let text = entries!("from log where subject = $1 and seq < $2 order by seq desc limit $3");
        self.history(text, Some(subject), before, limit).await
    }

    /// Everything that happened, `limit` entries at most. By the primary key.
    ///
    /// # Errors
    /// Where the database refuses it.
    pub async fn audit(&mut self, before: Before, limit: u32) -> Result<Vec<Entry>, StoreError> {
        let text = entries!("from log where seq < $1 order by seq desc limit $2");
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
        let rows: Vec<EntryRow> = statement.bind(before.0).bind(i64::from(limit)).all().await?;
        Ok(rows.into_iter().map(Entry::from).collect())
    }
}

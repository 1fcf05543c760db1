//! The log searched: by who acted, what happened and when.
//!
//! There is no index for it, so that writing stays cheap: a page looks at so
//! many entries at most and says from where to go on. The moment where it
//! begins is found by halving, for entries stand nearly in the order of time:
//! how far they stand from it at most is noted (`lateness.rs`).

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::entry::{EntryRow, entries};
use super::{Before, Entry};
use crate::{Snapshot, StoreError};

/// So many entries are looked at for one page.
const LOOKED_AT: i64 = 20_000;

/// What is looked for in the log; the default is everything.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sought {
    /// Who acted: the id of a person, a token or a customer.
    pub who: Option<Uuid>,
    /// How the kind begins: `"staff."`.
    pub kind: Option<String>,
    /// From when on.
    pub from: Option<DateTime<Utc>>,
    /// Until when.
    pub until: Option<DateTime<Utc>>,
}

/// A page of what was found, the newest first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// The entries.
    pub entries: Vec<Entry>,
    /// From where to go on, where there may be more.
    pub older: Option<Before>,
}

impl Snapshot<'_> {
    /// Looks through the log, `limit` entries at most. By the primary key.
    ///
    /// # Errors
    /// Where the database refuses it.
    pub async fn audit_of(
        &mut self,
        sought: &Sought,
        before: Before,
        limit: u32,
    ) -> Result<Found, StoreError> {
        let mut end = before.0.min(self.end_of_log().await?);
        let late = self.longest_lateness().await?;
        if let Some(until) = sought.until {
            let all_later = until.checked_add_signed(late).unwrap_or(until);
            end = end.min(self.first_at(all_later, end).await?);
        }
        let start = match sought.from {
            Some(from) => {
                let all_earlier = from.checked_sub_signed(late).unwrap_or(from);
                self.first_at(all_earlier, end).await?
            }
            None => 1,
        };
        let looked_at = start.max(end.saturating_sub(LOOKED_AT));
        let rows: Vec<EntryRow> = self
            .query(entries!(
                "from log where seq >= $1 and seq < $2 and ($3 is null or actor_id = $3)
                   and ($4 is null or substr(kind, 1, length($4)) = $4)
                   and ($5 is null or at >= $5) and ($6 is null or at < $6)
                 order by seq desc"
            ))
            .bind(looked_at)
            .bind(end)
            .bind(sought.who)
            .bind(sought.kind.clone())
            .bind(sought.from)
            .bind(sought.until)
            .at_most(limit)
            .all()
            .await?;
        let entries: Vec<Entry> = rows.into_iter().map(Entry::from).collect();
        let is_full = entries.len() == limit as usize;
        let reached = entries.last().filter(|_| is_full).map_or(Before(looked_at), Entry::before);
        let older = (reached.0 > start).then_some(reached);
        Ok(Found { entries, older })
    }

    /// One beyond the newest entry.
    async fn end_of_log(&mut self) -> Result<i64, StoreError> {
        let (end,): (Option<i64>,) = self.query("select max(seq) from log").one().await?;
        Ok(end.unwrap_or_default() + 1)
    }

    /// An entry at a moment or later, of those before `end`, that the one before
    /// it is not: the first of them, where entries stand in the order of time.
    async fn first_at(&mut self, moment: DateTime<Utc>, end: i64) -> Result<i64, StoreError> {
        let (mut low, mut high) = (1, end.max(1));
        while low < high {
            let middle = low + (high - low) / 2;
            // Numbers may be missing: a transaction that failed took them.
            let next: Option<(i64, DateTime<Utc>)> = self
                .query("select seq, at from log where seq >= $1 order by seq limit 1")
                .bind(middle)
                .optional()
                .await?;
            match next {
                Some((seq, at)) if at < moment => low = seq + 1,
                Some(_) | None => high = middle,
            }
        }
        Ok(low.min(end))
    }
}

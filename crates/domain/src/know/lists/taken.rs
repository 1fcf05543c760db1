//! All that a query means, in one order, however many they are.

use ::store::Snapshot;

use super::error::ListError;
use super::model::{Asking, CustomerRow, Onward, Sort};
use super::rules::FOUND;
use super::{page, words};
use crate::know::customers::CustomerId;
use crate::know::query::Query;

/// A list that is taken whole, some rows at a time. Where more have the words of
/// its query than are sorted at once, the rest of the query is walked in order
/// and those are kept who have them: their ids are held in memory, 16 bytes each.
#[derive(Debug)]
pub struct Taken {
    query: Query,
    asking: Asking,
    sort: Sort,
    /// Who has the words, where those are not asked of every page.
    have_words: Option<Vec<CustomerId>>,
    after: Option<Onward>,
    has_ended: bool,
}

impl Taken {
    /// From its first row on. Everything is read in the same snapshot.
    ///
    /// # Errors
    /// Where the database refuses it.
    pub async fn begin(
        snapshot: &mut Snapshot<'_>,
        query: &Query,
        asking: &Asking,
        sort: Sort,
    ) -> Result<Self, ListError> {
        let (mut query, mut have_words) = (query.clone(), None);
        if let Some(sought) = words::of(&query) {
            let (_, more) = words::found(snapshot, &sought, None, FOUND).await?;
            if more.is_some() {
                have_words = Some(words::all_found(snapshot, &sought).await?);
                query = words::without(&query);
            }
        }
        let asking = *asking;
        Ok(Self { query, asking, sort, have_words, after: None, has_ended: false })
    }

    /// The next rows, `limit` at most and perhaps none; nothing after the last.
    ///
    /// # Errors
    /// As [`page`].
    pub async fn next(
        &mut self,
        snapshot: &mut Snapshot<'_>,
        limit: u32,
    ) -> Result<Option<Vec<CustomerRow>>, ListError> {
        if self.has_ended {
            return Ok(None);
        }
        let from = self.after.as_ref();
        let page = page(snapshot, &self.query, &self.asking, self.sort, from, limit).await?;
        let mut rows = page.rows;
        if let Some(found) = &self.have_words {
            rows.retain(|row| found.binary_search(&row.id).is_ok());
        }
        self.has_ended = page.after.is_none();
        self.after = page.after;
        Ok(Some(rows))
    }
}

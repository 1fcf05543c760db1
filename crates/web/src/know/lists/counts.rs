//! How many customers lists mean.
//!
//! To count ten thousand costs more than to show a page of them. A number that
//! only says "at least so many" is as true a minute later.

use chrono::TimeDelta;
use domain::know::lists::{self, Asking, Count, ListError};
use domain::know::query::Query;
use domain::office::staff::AccountId;
use store::{Db, Snapshot};

use crate::kept::Kept;

/// So long a number holds that is not exact.
const HOLDS: TimeDelta = TimeDelta::minutes(1);

/// Numbers that were counted, by who asked and for whom.
pub struct Counts(Kept<(Option<AccountId>, String), Count>);

impl Counts {
    /// Nothing counted yet.
    pub fn of(db: &Db) -> Self {
        Self(Kept::lasting(HOLDS, db, &[]))
    }

    /// How many customers a query means, counted again where that is exact.
    pub async fn count(
        &self,
        snapshot: &mut Snapshot<'_>,
        query: &Query,
        asking: &Asking,
    ) -> Result<Count, ListError> {
        let mut exactly = None;
        let look_up = async || {
            let count = lists::count(snapshot, query, asking).await?;
            exactly = Some(count).filter(|count| count.is_exact);
            Ok::<_, ListError>(Some(count).filter(|count| !count.is_exact))
        };
        let at_least = self.0.get((asking.me, query.to_string()), asking.now, look_up).await?;
        Ok(at_least.or(exactly).unwrap_or(Count { number: 0, is_exact: false }))
    }
}

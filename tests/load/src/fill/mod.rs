//! Writes a made-up business into an empty record.

mod writing;

use std::collections::BTreeMap;
use std::sync::Arc;

use anyhow::{Context as _, Result, ensure};
use chrono::TimeDelta;
use domain::know::lists;
use domain::know::search::Indexer;
use domain::know::totals::Totals;
use domain::office::staff::{self, AccountId, NewAccount, Password, StaffError};
use store::db::Dialect;
use store::log::{Actor, LogReader, read_all};
use store::{Db, StoreError};

use self::writing::Writing;
use crate::made_up::{Business, PASSWORD};

/// So many customers have their turn in one transaction.
const TURNS: u64 = 4_000;
/// So many entries of the log are read at once, and after so many batches that
/// is told.
const ENTRIES: u32 = 20_000;
const ENTRIES_TOLD: u64 = 50;
/// The tables that are filled, on PostgreSQL.
const ANALYZE: &str = "analyze customer, product, orders, order_line, interaction, log,
    search_document, search_key, search_name, search_deletion, search_text";

/// Fills an empty record, and tells `progress` what was done so far. All that
/// follows the log has followed it to its end then.
///
/// # Errors
/// Where there are customers in the record already, or the database refuses.
pub async fn fill(db: &Db, business: Business, progress: impl Fn(&str)) -> Result<()> {
    let known = lists::seen_lately(&mut db.reader().await?.snapshot(), 1).await?;
    ensure!(known.is_empty(), "the record has customers already: fill an empty one");
    let staff = add_staff(db, &business).await?;
    let mut writing = Writing {
        business,
        staff: Arc::new(staff),
        products: BTreeMap::new(),
        latest: db.clock().now(),
        late: TimeDelta::zero(),
    };
    let spans = business.spans();
    for (place, span) in spans.iter().enumerate() {
        let mut from = 0;
        while from < span.customers() {
            let turns = from..span.customers().min(from + TURNS);
            from = turns.end;
            writing = writing.write(db, *span, turns).await?;
        }
        progress(&format!("{} of {} spans written", place + 1, spans.len()));
    }
    // Rounded up, as the log rounds: less would be too little.
    let late = writing.late.num_seconds() + i64::from(writing.late.subsec_nanos() > 0);
    db.write(Actor::System, async move |tx| {
        let note = "insert into log_lateness (id, seconds) values (1, $1)";
        tx.query(note).bind(late).execute().await
    })
    .await?;
    read_log(db, &Arc::new(Indexer), &progress).await?;
    read_log(db, &Arc::new(Totals), &progress).await?;
    // As PostgreSQL would by itself a while after so many rows.
    db.write(Actor::System, async |tx| match tx.dialect() {
        Dialect::Postgres => tx.query(ANALYZE).execute().await.map(drop),
        Dialect::Sqlite => Ok(()),
    })
    .await?;
    Ok(())
}

/// Lets a reader read the log to its end, in larger batches than where others
/// wait for their turn to write.
async fn read_log<R>(db: &Db, reader: &Arc<R>, progress: impl Fn(&str)) -> Result<()>
where
    R: LogReader<Error = StoreError>,
{
    let tell = |read: u64| progress(&format!("{read} entries of the log read for {}", R::NAME));
    let read = read_all(db, reader, ENTRIES, |read| {
        if read % (ENTRIES_TOLD * u64::from(ENTRIES)) == 0 {
            tell(read);
        }
    });
    tell(read.await?);
    Ok(())
}

async fn add_staff(db: &Db, business: &Business) -> Result<Vec<AccountId>> {
    let hash = Password::typed(PASSWORD.to_owned()).hash().context("cannot hash a password")?;
    let new: Vec<NewAccount> = business
        .staff()
        .into_iter()
        .map(|colleague| NewAccount {
            email: colleague.email,
            name: colleague.name,
            role: colleague.role,
            password: Some(hash.clone()),
        })
        .collect();
    let added = db
        .write(Actor::System, async move |tx| {
            let mut added = Vec::with_capacity(new.len());
            for new in &new {
                added.push(staff::add(tx, new).await?);
            }
            Ok::<_, StaffError>(added)
        })
        .await?;
    Ok(added)
}

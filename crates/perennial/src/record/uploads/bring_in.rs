//! Bringing files into the record: staged, then applied at once.

use std::path::PathBuf;

use anyhow::Result;
use documents::orders::Rejected;
use domain::know::imports::{self, ImportError, ImportId, Read, State};
use domain::know::uploads::{self, Upload, UploadError, UploadId};
use measure::ledger::{Ledger, Storage};
use phrases::Phrases;
use store::blobs::Arrived;
use store::jobs::{Finished, Lease};
use store::log::Actor;
use tokio::runtime::Handle;

use super::super::import::House;
use super::super::import::reading::rejected;
use super::super::import::staging::Staging;
use super::Bench;
use super::fetched::Fetched;
use super::look::{closing, plan};
use super::tally::Tally;
use crate::refused::{self, RefusedRows};

/// Stages what is not staged yet. Returns the table of the rows that are not
/// taken, where there are any.
pub fn stage(
    bench: &Bench,
    runtime: &Handle,
    upload: &Upload,
    id: ImportId,
    fetched: &Fetched,
    tally: &Tally,
) -> Result<Option<PathBuf>> {
    let house = House::beside(runtime.clone(), bench.db.clone());
    let import = house.import(id)?;
    let sources = fetched.sources()?;
    let plan = plan(&sources, &upload.how, bench)?;
    let ledger = Ledger::for_record(plan.attributes(), Storage::default());
    let phrases = Phrases::of(house.language()?);
    let path = fetched.refused();
    let mut table = RefusedRows::create(Some(&path), phrases)?;
    let mut rejects = Vec::new();
    let mut keep = |row: &Rejected| {
        if rejects.len() < imports::MOST_REJECTS {
            rejects.push(rejected(row));
        }
        table.add(row, phrases)
    };
    let read = plan.read(|| ledger.sink(), &mut keep, tally).map_err(refused::or_what_is_behind)?;
    table.finish()?;
    tally.has_read();
    if import.state == State::Staging {
        let mut staging = Staging::new(&house, id)?;
        let closed = ledger.close_into_buyers(read.sinks, &closing(&upload.how), |part, buyers| {
            tally.add_customers(buyers.len());
            staging.take(part, buyers)
        });
        let bought = closed?;
        let read = Read {
            rows: read.rows,
            rejected: read.rejected,
            customers: staging.found.customers,
            orders: staging.found.orders,
            anonymous: bought.anonymous_rows,
            unmatched_returns: bought.unmatched_returns,
        };
        house.finish_staging(id, read, rejects)?;
    }
    Ok((read.rejected > 0).then_some(path))
}

/// Puts all that is staged into the record, and ends the job.
pub async fn apply(
    bench: &Bench,
    who: Actor,
    id: UploadId,
    import: ImportId,
    refused: Option<Arrived>,
    lease: Lease,
) -> Result<Finished> {
    let apply = async move |tx: &mut store::Tx<'_>| {
        match imports::apply(tx, import).await {
            // Another process has done it, or somebody gave it up.
            Ok(_) | Err(ImportError::NotPossible(_)) => {}
            Err(error) => return Err(error.into()),
        }
        super::gone_or(uploads::imported(tx, id, refused.as_ref()).await)?;
        Ok::<_, UploadError>(tx.finish_job(lease).await?)
    };
    Ok(bench.db.write(who, apply).await?)
}

//! Bringing files into the record: staged, then applied at once.

use std::mem;
use std::path::PathBuf;

use anyhow::Result;
use documents::orders;
use domain::know::imports::{self, ImportError, ImportId, State};
use domain::know::uploads::{self, Upload, UploadError, UploadId};
use phrases::Phrases;
use store::blobs::Arrived;
use store::jobs::{Finished, Lease};
use store::log::Actor;
use tokio::runtime::Handle;

use super::super::import::reading::RowsRead;
use super::super::import::staging::Staging;
use super::super::import::{House, how_read};
use super::Bench;
use super::fetched::Fetched;
use super::tally::Tally;
use crate::reading;
use crate::refused::RefusedRows;

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
    let how = how_read::arguments(&upload.how);
    let plan = orders::plan(&sources, &how.options(bench.db.clock()))?;
    let path = fetched.refused();
    let table = RefusedRows::create(Some(&path), Phrases::of(house.language()?))?;
    let mut rows = RowsRead::of(&plan, &how, imports::MOST_REJECTS, |ledger, refused| {
        reading::rows(&plan, ledger, table, refused, tally)
    })?;
    tally.has_read();
    let refused = (rows.rejected > 0).then_some(path);
    if import.state == State::Staging {
        let rejects = mem::take(&mut rows.rejects);
        let mut staging = Staging::new(&house, id)?;
        let (read, _) = rows.stage(&mut staging, |customers| tally.add_customers(customers))?;
        house.finish_staging(id, read, rejects)?;
    }
    Ok(refused)
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

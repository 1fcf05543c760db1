//! Imports: customers and orders brought in from files, all at once or not at
//! all, and taken back again.
//!
//! The command line and pages call it. Rows are staged part by part where
//! nobody sees them; [`apply()`] makes them customers and orders in one
//! transaction. It writes to the log who was added, which orders each customer
//! has now, and what was brought in and taken back as a whole. It never
//! overwrites what is known: an import fills blanks only.

mod apply;
mod currencies;
mod different;
mod error;
mod foresight;
mod model;
mod recognise;
mod rules;
mod staged;
mod store;
#[cfg(test)]
mod tests;
mod undo;

pub use currencies::{OtherCurrencies, OtherCurrency};
pub use error::ImportError;
pub use foresight::Foresight;
pub use model::{
    Applied, Beginning, Bought, Buyer, Counts, HowRead, Import, ImportApplied, ImportId,
    ImportUndone, Read, RejectedRow, State, Undone,
};

use ::store::log::Subject;
use ::store::{Snapshot, StoreError, Tx};
use chrono::{DateTime, Utc};
use uuid::Uuid;

use self::apply::Applying;
use super::customers;

/// Rejected rows that are kept to be looked at.
pub const MOST_REJECTS: usize = 1_000;
/// Imports that are looked at for where files usually come from.
const LAST: u32 = 50;

/// Begins an import. Nothing of it is seen before it is applied.
///
/// # Errors
/// Where another is open.
pub async fn begin(tx: &mut Tx<'_>, beginning: &Beginning) -> Result<ImportId, ImportError> {
    let id: ImportId = tx.new_id();
    let import = Import {
        id,
        source: source(&beginning.source),
        files: beginning.files.clone(),
        reading: Some(beginning.reading.clone()),
        state: State::Staging,
        parts: 0,
        counts: Counts::default(),
        started_at: tx.now(),
        ended_at: None,
    };
    if store::insert(tx, &import).await? {
        return Ok(id);
    }
    Err(store::open(tx).await?.map_or(ImportError::Unknown, ImportError::AnotherIsOpen))
}

/// Stages a part of the files: the next one. A part that is staged already is
/// left as it is, so that reading the same files again goes on where it was
/// broken off.
///
/// # Errors
/// Where the import is not being staged, or the part is not the one that comes
/// next.
pub async fn stage(
    tx: &mut Tx<'_>,
    id: ImportId,
    part: u32,
    buyers: &[Buyer],
) -> Result<(), ImportError> {
    let mut import = held(tx, id, &[State::Staging]).await?;
    if part < import.parts {
        return Ok(());
    }
    if part > import.parts {
        return Err(ImportError::PartMissing(import.parts));
    }
    let staged = rules::staged(buyers);
    store::stage(tx, part, &staged).await?;
    import.parts += 1;
    import.counts.customers += staged.len() as u64;
    import.counts.orders += staged.iter().map(|one| one.orders.len() as u64).sum::<u64>();
    store::update(tx, &import).await?;
    Ok(())
}

/// Says that all parts are staged, and what became of the rows.
///
/// # Errors
/// Where the import is not being staged, or what was staged is not what is in
/// the files.
pub async fn finish_staging(
    tx: &mut Tx<'_>,
    id: ImportId,
    read: &Read,
    rejects: &[RejectedRow],
) -> Result<(), ImportError> {
    let mut import = held(tx, id, &[State::Staging]).await?;
    let staged = (import.counts.customers, import.counts.orders);
    if staged != (read.customers, read.orders) {
        return Err(ImportError::FilesChanged);
    }
    import.state = State::Staged;
    import.counts.read = *read;
    store::insert_rejects(tx, id, rejects).await?;
    store::update(tx, &import).await?;
    Ok(())
}

/// Makes what is staged customers and orders, all of it in this transaction.
/// Customers and orders of the source that are known stay as they are; what is
/// not known of a customer is filled in, and so is the currency of an order that
/// has none and comes to the same number.
///
/// # Errors
/// Where not all of it is staged.
pub async fn apply(tx: &mut Tx<'_>, id: ImportId) -> Result<Counts, ImportError> {
    let mut import = held(tx, id, &[State::Staged]).await?;
    let mut applying = Applying::new(&import, tx.new_ids::<Uuid>());
    applying.all(tx, &import).await?;
    let (applied, other_currencies) = (applying.applied, applying.other_currencies);
    import.counts.applied = applied;
    import.counts.other_currencies = other_currencies;
    import.state = State::Applied;
    import.ended_at = Some(tx.now());
    store::update(tx, &import).await?;
    let event = ImportApplied { source: import.source, files: import.files, counts: import.counts };
    tx.append(of(id), &event).await?;
    Ok(event.counts)
}

/// Gives up an import that is not applied: nothing of it was ever seen.
///
/// # Errors
/// Where it is applied.
pub async fn discard(tx: &mut Tx<'_>, id: ImportId) -> Result<(), ImportError> {
    let mut import = held(tx, id, &[State::Staging, State::Staged]).await?;
    store::clear_staged(tx).await?;
    import.state = State::Discarded;
    import.ended_at = Some(tx.now());
    store::update(tx, &import).await?;
    Ok(())
}

/// Takes back what an import made: orders to which nothing has happened since,
/// what it filled in and nobody has changed, customers with whom nothing else
/// has happened, and products that nobody else has bought or renamed.
///
/// # Errors
/// Where it is not applied, or brought nothing.
pub async fn undo(tx: &mut Tx<'_>, id: ImportId) -> Result<Counts, ImportError> {
    let mut import = held(tx, id, &[State::Applied]).await?;
    if import.brought_nothing() {
        return Err(ImportError::BroughtNothing);
    }
    let undone = undo::undo(tx, &import).await?;
    import.counts.undone = Some(undone);
    import.state = State::Undone;
    import.ended_at = Some(tx.now());
    store::update(tx, &import).await?;
    tx.append(of(id), &ImportUndone { source: import.source, undone }).await?;
    Ok(import.counts)
}

/// An import.
///
/// # Errors
/// Where the database refuses it.
pub async fn import(
    snapshot: &mut Snapshot<'_>,
    id: ImportId,
) -> Result<Option<Import>, StoreError> {
    store::import(snapshot, id).await
}

/// The import that is neither in the record nor given up: there is one at most.
///
/// # Errors
/// Where the database refuses it.
pub async fn open(snapshot: &mut Snapshot<'_>) -> Result<Option<ImportId>, StoreError> {
    store::open(snapshot).await
}

/// Imports, the newest first, `limit` at most: those before a place.
///
/// # Errors
/// Where the database refuses it.
pub async fn imports(
    snapshot: &mut Snapshot<'_>,
    before: Option<(DateTime<Utc>, ImportId)>,
    limit: u32,
) -> Result<Vec<Import>, StoreError> {
    store::imports(snapshot, before, limit).await
}

/// Where the last files in the record come from, if all of them come from one
/// place: whoever brings in more of them has to name it the same.
///
/// # Errors
/// Where the database refuses it.
pub async fn usual_source(snapshot: &mut Snapshot<'_>) -> Result<String, StoreError> {
    let last = store::imports(snapshot, None, LAST).await?;
    Ok(rules::usual_source(&last).to_owned())
}

/// The rows of an import that were not taken, the first of them.
///
/// # Errors
/// Where the database refuses it.
pub async fn rejects(
    snapshot: &mut Snapshot<'_>,
    id: ImportId,
) -> Result<Vec<RejectedRow>, StoreError> {
    store::rejects(snapshot, id).await
}

/// An import that is in one of these states, and stays so until the end of the
/// transaction.
async fn held(tx: &mut Tx<'_>, id: ImportId, wanted: &[State]) -> Result<Import, ImportError> {
    let import = store::held(tx, id).await?.ok_or(ImportError::Unknown)?;
    if wanted.contains(&import.state) {
        Ok(import)
    } else {
        Err(ImportError::NotPossible(import.state))
    }
}

/// The name of a source as it is kept.
fn source(named: &str) -> String {
    customers::one_line(named).unwrap_or_default()
}

fn of(id: ImportId) -> Subject {
    Subject { id: id.into(), customer: None }
}

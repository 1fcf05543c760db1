//! Facts: orders, customers and interactions in files, for measures to read.
//!
//! The program calls [`catch_up`] and [`tidy`] now and then, [`rebuild`] where
//! it is asked to; measures read the files that [`current`] names. A file is
//! written first; then, in one transaction, the record names it and the reader
//! moves on in the log. So a file that nobody names was left by a process that
//! died or was overtaken, and is swept. It writes nothing to the log, and never
//! changes a file.

mod files;
mod model;
mod reading;
mod rules;
mod store;
#[cfg(test)]
pub(super) mod tests;

pub use files::{Files, FilesError};
pub use model::FactsError;

use std::sync::Arc;

use ::store::log::Actor;
use ::store::{Db, Snapshot, StoreError};
use chrono::{DateTime, Utc};
use kernel::facts::{FactFile, FactKind};
use uuid::{ContextV7, Timestamp, Uuid};

use model::Generation;
use reading::Step;
use rules::Merging;

/// Takes in what the log has that is not in the files yet. Returns how many
/// entries were read here.
///
/// # Errors
/// Where files cannot be written or the database refuses; what was taken in
/// before stays.
pub async fn catch_up<F: Files>(db: &Db, files: &Arc<F>) -> Result<u64, FactsError> {
    let live = store::live(&mut db.reader().await?.snapshot()).await?;
    follow(db, files, live, &mut |_| {}).await
}

/// Whether the log has something that is not in the files yet.
///
/// # Errors
/// Where the database refuses it.
pub async fn is_behind(snapshot: &mut Snapshot<'_>) -> Result<bool, StoreError> {
    let live = store::live(snapshot).await?;
    let cursor = snapshot.cursor_of(&live.reader()).await?;
    Ok(!snapshot.entries_after(cursor, 1).await?.is_empty())
}

/// The files that hold all facts, in the order in which they were made.
///
/// # Errors
/// Where the database refuses it.
pub async fn current(snapshot: &mut Snapshot<'_>) -> Result<Vec<FactFile>, StoreError> {
    let live = store::live(snapshot).await?;
    store::files_of(snapshot, live).await
}

/// How many facts were told in all: it grows with each that is, so what was
/// made when it was the same is made of the same.
///
/// # Errors
/// Where the database refuses it.
pub async fn told(snapshot: &mut Snapshot<'_>) -> Result<i64, StoreError> {
    store::told(snapshot).await
}

/// Merges small files into large ones, and sweeps away what nobody reads any
/// more.
///
/// # Errors
/// Where files cannot be read or written, or the database refuses.
pub async fn tidy<F: Files>(db: &Db, files: &Arc<F>) -> Result<(), FactsError> {
    let live = store::live(&mut db.reader().await?.snapshot()).await?;
    merge_all(db, files, live, rules::merging).await?;
    sweep(db, files).await
}

/// Makes all files again from the start of the log, and tells how many entries
/// have been read. Until it is done those there are go on to be read; of two
/// processes that do it at once each does a part.
///
/// # Errors
/// Where files cannot be written or the database refuses: those that were
/// there still count.
pub async fn rebuild<F: Files>(
    db: &Db,
    files: &Arc<F>,
    mut progress: impl FnMut(u64),
) -> Result<u64, FactsError> {
    let next = store::next_generation(&mut db.reader().await?.snapshot()).await?;
    let read = follow(db, files, next, &mut progress).await?;
    merge_all(db, files, next, rules::into_base).await?;
    db.write(Actor::System, async move |tx| store::make_live(tx, next).await).await?;
    sweep(db, files).await?;
    Ok(read)
}

async fn follow<F: Files>(
    db: &Db,
    files: &Arc<F>,
    generation: Generation,
    progress: &mut impl FnMut(u64),
) -> Result<u64, FactsError> {
    let (mut read, mut steps) = (0, 0_u32);
    loop {
        match reading::step(db, files, generation).await? {
            Step::Read(entries) => {
                read += entries;
                steps += 1;
                progress(read);
            }
            Step::Overtaken => {}
            Step::UpToDate => return Ok(read),
        }
        // A long log would leave more small files than can be open at once.
        if steps.is_multiple_of(rules::MANY_FILES) {
            merge_all(db, files, generation, rules::merging).await?;
        }
    }
}

/// Merges the files of each kind as `decide` says. What another process has
/// merged meanwhile stays as it made it.
async fn merge_all<F: Files>(
    db: &Db,
    files: &Arc<F>,
    generation: Generation,
    decide: impl Fn(&[FactFile]) -> Merging,
) -> Result<(), FactsError> {
    let current = store::files_of(&mut db.reader().await?.snapshot(), generation).await?;
    for kind in FactKind::ALL {
        let of_kind: Vec<FactFile> =
            current.iter().filter(|file| file.kind == kind).cloned().collect();
        let (replaced, all) = match decide(&of_kind) {
            Merging::Nothing => continue,
            Merging::Later => (rules::later(&of_kind), false),
            Merging::Everything => (of_kind, true),
        };
        let made = files.merge(kind, replaced.clone(), all, db.clock().now()).await?;
        let named = made.clone();
        let kept = db
            .write(Actor::System, async move |tx| {
                store::replace(tx, &replaced).await?;
                Ok::<_, FactsError>(store::add(tx, generation, &named).await?)
            })
            .await;
        match kept {
            Err(FactsError::Overtaken) => remove_all(files, &made).await?,
            kept => kept?,
        }
    }
    Ok(())
}

async fn remove_all<F: Files>(files: &Arc<F>, unnamed: &[FactFile]) -> Result<(), FactsError> {
    for file in unnamed {
        files.remove(file.kind, file.name.clone()).await?;
    }
    Ok(())
}

/// Removes files that were replaced a while ago, and those that no process
/// named or wrote to their end that could still do so.
async fn sweep<F: Files>(db: &Db, files: &Arc<F>) -> Result<(), FactsError> {
    let before = db.clock().now() - rules::GRACE;
    files.remove_unfinished(before).await?;
    let replaced = store::replaced_before(&mut db.reader().await?.snapshot(), before).await?;
    for (kind, name) in &replaced {
        files.remove(*kind, name.clone()).await?;
    }
    if !replaced.is_empty() {
        let names: Vec<String> = replaced.into_iter().map(|(_, name)| name).collect();
        db.write(Actor::System, async move |tx| store::forget(tx, &names).await).await?;
    }
    for kind in FactKind::ALL {
        let there = files.names(kind).await?;
        // Asked afterwards: what is there by then is named by then, or never.
        let named = store::named(&mut db.reader().await?.snapshot()).await?;
        for name in there.into_iter().filter(|name| !named.contains(name)) {
            if rules::made_at(&name).is_some_and(|at| at < before) {
                files.remove(kind, name).await?;
            }
        }
    }
    Ok(())
}

/// Names for files that are made together, each one nobody has; they say when
/// they were given, and follow each other.
pub fn names(at: DateTime<Utc>) -> impl FnMut() -> String {
    let seconds = u64::try_from(at.timestamp()).unwrap_or_default();
    let moment = Timestamp::from_unix(ContextV7::new(), seconds, at.timestamp_subsec_nanos());
    let first = Uuid::new_v7(moment).simple();
    let mut given = 0;
    move || {
        given += 1;
        format!("{first}-{given:04}")
    }
}

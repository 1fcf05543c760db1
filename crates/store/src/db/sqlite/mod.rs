//! SQLite, in the thread that asks.
//!
//! A look at a few pages that are in memory takes some microseconds; handing it
//! to another thread and waiting takes ten times as long. So each statement runs
//! where it is asked for, and who serves many at once has threads to spare.

mod kept;
mod readers;
mod run;
mod writer;

use std::path::Path;
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};

use super::StoreError;
use super::place::{PATIENCE, PLANS};

pub(super) use kept::{Kept, Place, Places};
pub(super) use readers::{Readers, Reading};
pub(crate) use run::{all, first, run};
pub(super) use run::{touch, touch_each};
pub(super) use writer::Writer;

/// What a transaction changes stays in memory up to 64 MiB (in KiB, as SQLite
/// wants it): a large one would write pages of its indexes many times over.
pub(super) const WRITER_CACHE: &str = "-65536";

/// A large transaction leaves its journal as large; the next one cuts it down
/// to so many bytes.
const KEPT_JOURNAL: &str = "67108864";

/// Each connection that reads keeps the pages of the file it used last, up to
/// 8 MiB (in KiB, as SQLite wants it): the roots of the trees, in which
/// everything is looked up. The rest the system keeps, once for all of them.
const READER_CACHE: &str = "-8192";

/// What a connection may do to the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Access {
    /// Look at it.
    Read,
    /// Change it where it is there.
    Write,
    /// Change it, or make it where there is none.
    Make,
}

/// A connection that waits so long for another's lock.
pub(crate) fn open(
    path: &Path,
    access: Access,
    patience: Duration,
) -> Result<Connection, rusqlite::Error> {
    let access = match access {
        Access::Read => OpenFlags::SQLITE_OPEN_READ_ONLY,
        Access::Write => OpenFlags::SQLITE_OPEN_READ_WRITE,
        Access::Make => OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE,
    };
    let connection = Connection::open_with_flags(path, access | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    connection.set_prepared_statement_cache_capacity(PLANS);
    connection.busy_timeout(patience)?;
    set(&connection, &[("foreign_keys", "on")])?;
    Ok(connection)
}

fn reader(path: &Path) -> Result<Connection, StoreError> {
    let connection = open(path, Access::Read, PATIENCE)?;
    set(&connection, &[("temp_store", "memory"), ("cache_size", READER_CACHE)])?;
    Ok(connection)
}

/// The one connection that writes, to a file it makes where there is none.
pub(crate) fn writer(path: &Path) -> Result<Connection, StoreError> {
    let connection = open(path, Access::Make, PATIENCE)?;
    set(
        &connection,
        &[
            ("journal_mode", "wal"),
            ("synchronous", "full"),
            // What a savepoint keeps of a large change is cut down statement by
            // statement, which takes a walk through all of it where it is in memory.
            ("temp_store", "file"),
            ("cache_size", WRITER_CACHE),
            // What an index is made of is sorted beside the reading of it.
            ("threads", "2"),
            ("journal_size_limit", KEPT_JOURNAL),
        ],
    )?;
    Ok(connection)
}

/// A table with rows that refer to rows that are not there.
pub(crate) fn broken_reference(connection: &Connection) -> Result<Option<String>, StoreError> {
    let broken = first(connection, "select \"table\" from pragma_foreign_key_check", &[])?;
    Ok(broken.map(|(table,)| table))
}

/// Has each row that is added looked up for what it refers to, or not, in the middle
/// of a transaction too, where a pragma would do nothing.
pub(super) fn look_references_up(
    connection: &Connection,
    each: bool,
) -> Result<(), rusqlite::Error> {
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_FKEY, each).map(drop)
}

/// Sets what a connection does. Done while it is prepared, so never kept prepared.
pub(super) fn set(
    connection: &Connection,
    pragmas: &[(&str, &str)],
) -> Result<(), rusqlite::Error> {
    pragmas
        .iter()
        .try_for_each(|(name, value)| connection.execute_batch(&format!("pragma {name} = {value}")))
}

//! What can go wrong between the record and its database.

use sqlx::postgres::PgDatabaseError;
use sqlx::sqlite::SqliteError;

/// Why the database did not do what it was asked.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The database refused a statement or could not be reached.
    #[error("the database answered: {0}")]
    Database(#[source] sqlx::Error),
    /// No room is left on the disk.
    #[error("the disk of the database is full: free some room and try again")]
    DiskFull,
    /// The database can be read but not written.
    #[error("the database cannot be written: check that its disk and folder are writable")]
    ReadOnly,
    /// The file exists but holds something else.
    #[error("{0} is not a Perennial database")]
    NotOurs(String),
    /// The database was written by a later version.
    #[error(
        "the database is at version {found}, this program knows {known}: use the later program"
    )]
    Newer {
        /// The version of the database.
        found: i64,
        /// The last version this program knows.
        known: i64,
    },
    /// The database was written by an earlier version and is to be left as it is.
    #[error(
        "the database is at version {found}, this program needs {known}: the program that serves \
         it brings it up"
    )]
    Older {
        /// The version of the database.
        found: i64,
        /// The version this program needs.
        known: i64,
    },
    /// An event that cannot be written down as JSON.
    #[error("an event cannot be written into the log: {0}")]
    Event(#[source] serde_json::Error),
    /// Another process has taken the job up since.
    #[error("another process has taken the job up: nothing of this try was kept")]
    LeaseLost,
    /// The code that was writing failed by a defect; nothing of it was kept.
    #[error("the change failed by a defect in the program and was not kept")]
    Defect,
    /// The process is stopping and takes no more changes.
    #[error("the program is stopping: try again in a moment")]
    Stopping,
}

/// Codes of SQLite; extended ones hold them in their low byte
/// (<https://www.sqlite.org/rescode.html>). A record whose journal cannot be
/// made, as on a disk that can only be read, is one that cannot be opened.
const SQLITE_READONLY: i32 = 8;
const SQLITE_FULL: i32 = 13;
const SQLITE_CANTOPEN: i32 = 14;
const SQLITE_NOTADB: i32 = 26;
/// PostgreSQL's `read_only_sql_transaction` and `disk_full`, then what a
/// transaction is told that may pass the next time
/// (<https://www.postgresql.org/docs/15/errcodes-appendix.html>).
const PG_READ_ONLY: &str = "25006";
const PG_DISK_FULL: &str = "53100";
const PG_SERIALIZATION_FAILURE: &str = "40001";
const PG_DEADLOCK_DETECTED: &str = "40P01";
const PG_UNIQUE_VIOLATION: &str = "23505";
const PG_LOCK_NOT_AVAILABLE: &str = "55P03";
/// What it says while it stops or starts: `admin_shutdown`, `crash_shutdown`,
/// `cannot_connect_now`.
const PG_STOPPING: [&str; 3] = ["57P01", "57P02", "57P03"];

impl From<sqlx::Error> for StoreError {
    fn from(error: sqlx::Error) -> Self {
        if let Some(code) = sqlite_code(&error) {
            match code & 0xff {
                SQLITE_FULL => return StoreError::DiskFull,
                SQLITE_READONLY | SQLITE_CANTOPEN => return StoreError::ReadOnly,
                _ => {}
            }
        }
        match postgres_code(&error) {
            Some(PG_DISK_FULL) => StoreError::DiskFull,
            Some(PG_READ_ONLY) => StoreError::ReadOnly,
            _ => StoreError::Database(error),
        }
    }
}

impl StoreError {
    /// Whether another try of the same change may go through: PostgreSQL chose
    /// it as the victim of a deadlock, could not serialize it, or let another
    /// take in between what was free when it looked. The next try sees that.
    #[must_use]
    pub fn may_pass_next_time(&self) -> bool {
        let StoreError::Database(error) = self else { return false };
        matches!(
            postgres_code(error),
            Some(PG_SERIALIZATION_FAILURE | PG_DEADLOCK_DETECTED | PG_UNIQUE_VIOLATION)
        )
    }

    /// Whether the database cannot be reached, or is being stopped or started: it
    /// may answer a moment later.
    #[must_use]
    pub fn is_away(&self) -> bool {
        let StoreError::Database(error) = self else { return false };
        match error {
            sqlx::Error::Io(_)
            | sqlx::Error::Tls(_)
            | sqlx::Error::PoolTimedOut
            | sqlx::Error::PoolClosed
            | sqlx::Error::WorkerCrashed => true,
            other => postgres_code(other).is_some_and(|code| PG_STOPPING.contains(&code)),
        }
    }

    /// Whether somebody else held what was to be locked for longer than the
    /// transaction waits.
    pub(crate) fn is_held(&self) -> bool {
        matches!(self, StoreError::Database(error)
            if postgres_code(error) == Some(PG_LOCK_NOT_AVAILABLE))
    }

    /// Whether a row with the same unique value is there already.
    #[must_use]
    pub fn is_duplicate(&self) -> bool {
        matches!(self, StoreError::Database(sqlx::Error::Database(error))
            if error.is_unique_violation())
    }
}

/// Whether a file is none of SQLite's.
pub(crate) fn is_no_database(error: &sqlx::Error) -> bool {
    sqlite_code(error).is_some_and(|code| code & 0xff == SQLITE_NOTADB)
}

fn sqlite_code(error: &sqlx::Error) -> Option<i32> {
    let error = error.as_database_error()?.try_downcast_ref::<SqliteError>()?;
    sqlx::error::DatabaseError::code(error)?.parse().ok()
}

fn postgres_code(error: &sqlx::Error) -> Option<&str> {
    Some(error.as_database_error()?.try_downcast_ref::<PgDatabaseError>()?.code())
}

#[cfg(test)]
mod tests {
    use std::io;

    use super::*;

    #[test]
    fn a_database_that_is_not_reached_is_away_and_one_that_refuses_is_not() {
        let refused = io::Error::from(io::ErrorKind::ConnectionRefused);
        for error in [sqlx::Error::PoolTimedOut, sqlx::Error::Io(refused)] {
            assert!(StoreError::from(error).is_away());
        }
        for here in [StoreError::from(sqlx::Error::RowNotFound), StoreError::DiskFull] {
            assert!(!here.is_away(), "{here}");
        }
    }
}

//! What can go wrong between the record and its database.

use std::io;

use rusqlite::ErrorCode;
use rusqlite::ffi::{SQLITE_CONSTRAINT_PRIMARYKEY, SQLITE_CONSTRAINT_UNIQUE};
use sqlx::postgres::PgDatabaseError;

use super::value::Unfit;

/// Why the database did not do what it was asked.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The database refused a statement or could not be reached.
    #[error("the database answered: {0}")]
    Database(#[source] DatabaseError),
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

/// What a database said, or what came of asking it.
#[derive(Debug, thiserror::Error)]
pub enum DatabaseError {
    /// What SQLite said.
    #[error("{0}")]
    Sqlite(rusqlite::Error),
    /// What PostgreSQL or the way to it said.
    #[error(transparent)]
    Postgres(sqlx::Error),
    /// A column holds something else than what was asked for.
    #[error("column {column}: {why}")]
    Column {
        /// Its name, or its place in the row.
        column: String,
        /// How it does not fit.
        why: Unfit,
    },
    /// A value is more than a database keeps.
    #[error("a value cannot be kept: {0}")]
    Value(Unfit),
    /// A statement was not given all of its values.
    #[error("there is no value for place {place} of the statement")]
    NoValue {
        /// The place, from 1.
        place: usize,
    },
    /// Rows that were added refer to what is not there.
    #[error("{column} of {table} refers to what is not there")]
    Reference {
        /// Where the rows are.
        table: String,
        /// By what they refer.
        column: String,
    },
    /// A step of bringing it up is not what it was, or did not go through.
    #[error(transparent)]
    Migration(Box<sqlx::migrate::MigrateError>),
    /// There is no row where there must be one.
    #[error("no row where there must be one")]
    NoRow,
    /// All connections are in use.
    #[error("all connections are in use")]
    Busy,
    /// The copy that is kept of a file before it is brought up has not got its name.
    #[error("the copy of the record as it was cannot be kept beside it: {0}")]
    Copy(#[source] io::Error),
    /// No thread can be had to write on.
    #[error(transparent)]
    Thread(io::Error),
}

/// What SQLite says of a value that another row has
/// (<https://www.sqlite.org/rescode.html>).
const SQLITE_DUPLICATES: [i32; 2] = [SQLITE_CONSTRAINT_PRIMARYKEY, SQLITE_CONSTRAINT_UNIQUE];
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

impl From<DatabaseError> for StoreError {
    fn from(error: DatabaseError) -> Self {
        StoreError::Database(error)
    }
}

/// A record whose journal cannot be made, as on a disk that can only be read, is
/// one that SQLite cannot open.
impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(ErrorCode::DiskFull) => StoreError::DiskFull,
            Some(ErrorCode::ReadOnly | ErrorCode::CannotOpen) => StoreError::ReadOnly,
            _ => StoreError::Database(DatabaseError::Sqlite(error)),
        }
    }
}

impl From<sqlx::Error> for StoreError {
    fn from(error: sqlx::Error) -> Self {
        match postgres_code(&error) {
            Some(PG_DISK_FULL) => StoreError::DiskFull,
            Some(PG_READ_ONLY) => StoreError::ReadOnly,
            _ => StoreError::Database(DatabaseError::Postgres(error)),
        }
    }
}

impl StoreError {
    /// Whether another try of the same change may go through: PostgreSQL chose
    /// it as the victim of a deadlock, could not serialize it, or let another
    /// take in between what was free when it looked. The next try sees that.
    #[must_use]
    pub fn may_pass_next_time(&self) -> bool {
        matches!(
            self.postgres_code(),
            Some(PG_SERIALIZATION_FAILURE | PG_DEADLOCK_DETECTED | PG_UNIQUE_VIOLATION)
        )
    }

    /// Whether the database cannot be reached, is being stopped or started, or is
    /// held, or what is needed of it, by another process or transaction: it may
    /// answer a moment later.
    #[must_use]
    pub fn is_away(&self) -> bool {
        match self {
            StoreError::Database(DatabaseError::Busy) => true,
            StoreError::Database(DatabaseError::Sqlite(_)) => matches!(
                self.sqlite_code(),
                Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked)
            ),
            StoreError::Database(DatabaseError::Postgres(error)) => match error {
                sqlx::Error::Io(_)
                | sqlx::Error::Tls(_)
                | sqlx::Error::PoolTimedOut
                | sqlx::Error::PoolClosed
                | sqlx::Error::WorkerCrashed => true,
                other => postgres_code(other).is_some_and(|code| {
                    code == PG_LOCK_NOT_AVAILABLE || PG_STOPPING.contains(&code)
                }),
            },
            _ => false,
        }
    }

    /// Whether somebody else held what was to be locked for longer than the
    /// transaction waits.
    pub(crate) fn is_held(&self) -> bool {
        self.postgres_code() == Some(PG_LOCK_NOT_AVAILABLE)
    }

    /// Whether a row with the same unique value is there already.
    #[must_use]
    pub fn is_duplicate(&self) -> bool {
        match self {
            StoreError::Database(DatabaseError::Sqlite(error)) => error
                .sqlite_error()
                .is_some_and(|error| SQLITE_DUPLICATES.contains(&error.extended_code)),
            _ => self.postgres_code() == Some(PG_UNIQUE_VIOLATION),
        }
    }

    /// Whether a file is none of SQLite's.
    pub(crate) fn is_no_database(&self) -> bool {
        self.sqlite_code() == Some(ErrorCode::NotADatabase)
    }

    /// Whether a file of SQLite's is damaged, maybe so that it is none any more.
    pub(crate) fn is_damage(&self) -> bool {
        self.is_no_database() || self.sqlite_code() == Some(ErrorCode::DatabaseCorrupt)
    }

    fn sqlite_code(&self) -> Option<ErrorCode> {
        match self {
            StoreError::Database(DatabaseError::Sqlite(error)) => error.sqlite_error_code(),
            _ => None,
        }
    }

    fn postgres_code(&self) -> Option<&str> {
        match self {
            StoreError::Database(DatabaseError::Postgres(error)) => postgres_code(error),
            _ => None,
        }
    }
}

fn postgres_code(error: &sqlx::Error) -> Option<&str> {
    Some(error.as_database_error()?.try_downcast_ref::<PgDatabaseError>()?.code())
}

#[cfg(test)]
mod tests {
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

//! What is wrong with a record, or soon will be.
//!
//! [`examine`] looks and changes nothing: it opens the database for reading
//! only and brings nothing up. Looking (`observe`) and judging (`rules`)
//! are apart, so that every judgement can be read in one place. What a person
//! reads is said elsewhere, one message for each [`What`] and [`ToDo`].

mod observe;
mod postgres;
mod rules;
mod sqlite;

use std::path::Path;

use chrono::{DateTime, TimeDelta, Utc};
use kernel::Clock;

use crate::backup::Record;
use crate::blobs::BlobHash;

/// Something found wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// How bad it is.
    pub severity: Severity,
    /// What was found.
    pub what: What,
    /// What to do about it.
    pub to_do: ToDo,
}

/// How bad it is; the worst is the greatest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Good to know.
    Notice,
    /// It works, and something will be lost or late if it stays so.
    Warning,
    /// It does not work, or something is lost or can be at any moment.
    Danger,
}

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// The database cannot be opened or read.
    Unreachable {
        /// What it said.
        said: String,
    },
    /// The database is there, and no record is in it.
    NoRecord,
    /// A later version of the program wrote it.
    Newer {
        /// Its version.
        found: i64,
        /// The last version this program knows.
        known: i64,
    },
    /// It will be brought up when the program starts.
    Older {
        /// Its version.
        found: i64,
        /// The last version this program knows.
        known: i64,
    },
    /// The file is damaged.
    Damaged {
        /// The first thing SQLite found.
        said: String,
    },
    /// Rows refer to rows that are not there.
    BrokenReference {
        /// The table of such rows.
        table: String,
    },
    /// The write-ahead log has grown: somebody has been reading for long.
    LogFileLarge {
        /// So many bytes.
        bytes: u64,
    },
    /// The disk is nearly full.
    DiskLow {
        /// The folder on it.
        folder: String,
        /// So many bytes are free.
        free: u64,
    },
    /// The database's clock and ours differ.
    ClocksDiffer {
        /// How far the database's is ahead.
        ahead: TimeDelta,
    },
    /// The log has entries of a time that has not come.
    LogAheadOfClock {
        /// The time of its last entry.
        last: DateTime<Utc>,
    },
    /// A reader of the log is late.
    ReaderBehind {
        /// Which.
        reader: String,
        /// How long the next entry has waited for it.
        by: TimeDelta,
    },
    /// Jobs were put aside after their last try.
    JobsGivenUp {
        /// So many.
        count: u64,
    },
    /// There is no backup.
    NoBackup,
    /// The last backup is old.
    BackupOld {
        /// The moment it shows.
        taken_at: DateTime<Utc>,
    },
    /// Files are gone from their folder.
    FilesMissing {
        /// So many.
        count: u64,
        /// One of them.
        first: BlobHash,
    },
    /// Files are not what they were.
    FilesDamaged {
        /// So many.
        count: u64,
        /// One of them.
        first: BlobHash,
    },
    /// The PostgreSQL server is too old.
    ServerOld {
        /// Its version, as in 15.4 → 15.
        major: u32,
    },
    /// A setting of the PostgreSQL server can lose what was acknowledged.
    SettingLosesData {
        /// Its name.
        setting: String,
    },
}

/// What to do about a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ToDo {
    /// See that the place is right, and its server or disk there.
    CheckPlace,
    /// Use the later program.
    UseLaterProgram,
    /// Nothing; starting the program does it.
    StartProgram,
    /// Restore the last good backup.
    RestoreBackup,
    /// Start the program again.
    RestartProgram,
    /// Free some room on the disk, or move to a larger one.
    FreeDisk,
    /// Set the clocks right.
    SetClock,
    /// Look at the jobs that gave up: try them again or drop them.
    LookAtJobs,
    /// Take a backup, and let one be taken every day.
    TakeBackup,
    /// Bring the files back from a backup.
    RestoreFiles,
    /// Bring the server up.
    UpgradeServer,
    /// Turn the setting on.
    TurnSettingOn,
}

/// Looks at a record and the folder of its backups; the worst comes first.
pub async fn examine(record: &Record, backups: &Path, clock: &dyn Clock) -> Vec<Finding> {
    let observed = observe::observe(record, backups).await;
    let mut findings: Vec<Finding> =
        rules::wrong(&observed, clock.now()).into_iter().map(Finding::from).collect();
    findings.sort_by_key(|finding| std::cmp::Reverse(finding.severity));
    findings
}

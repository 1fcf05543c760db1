//! Judging what was seen.

use chrono::{DateTime, TimeDelta, Utc};

use super::observe::{Database, Observed, Room, Server};
use super::{Finding, Severity, ToDo, What};

/// The oldest server that is supported.
const SERVER: u32 = 15;
/// SQLite brings its log back to 4 MB after each thousand pages, unless a
/// reader keeps it from it.
const LOG_FILE: u64 = 256 << 20;
/// A disk with less is full within days.
const FREE_LOW: u64 = 1 << 30;
/// A disk with less is full within hours.
const FREE_VERY_LOW: u64 = 100 << 20;
/// Clocks that are kept by a time server differ by far less.
const CLOCKS: TimeDelta = TimeDelta::seconds(30);
/// Readers are seconds behind; so late, one has stopped.
const LATE: TimeDelta = TimeDelta::minutes(10);
/// A backup every day may take a while.
const BACKUP: TimeDelta = TimeDelta::hours(30);
/// Settings that must be on for an acknowledged change to be kept.
const DURABLE: [&str; 3] = ["fsync", "full_page_writes", "synchronous_commit"];

/// What is wrong with what was seen.
pub(super) fn wrong(observed: &Observed, now: DateTime<Utc>) -> Vec<What> {
    let mut found = Vec::new();
    match &observed.database {
        Ok(Some(database)) => {
            in_database(database, now, &mut found);
            in_log(database, now, &mut found);
        }
        Ok(None) => found.push(What::NoRecord),
        Err(said) => found.push(What::Unreachable { said: said.clone() }),
    }
    in_files(observed, &mut found);
    found.extend(observed.rooms.iter().filter_map(low));
    match observed.backup {
        None => found.push(What::NoBackup),
        Some(taken_at) if now - taken_at > BACKUP => found.push(What::BackupOld { taken_at }),
        Some(_) => {}
    }
    found
}

fn in_database(database: &Database, now: DateTime<Utc>, found: &mut Vec<What>) {
    let (version, known) = (database.version, database.known);
    match version.cmp(&known) {
        std::cmp::Ordering::Greater => found.push(What::Newer { found: version, known }),
        std::cmp::Ordering::Less => found.push(What::Older { found: version, known }),
        std::cmp::Ordering::Equal => {}
    }
    if let Some(said) = &database.damage {
        found.push(What::Damaged { said: said.clone() });
    }
    if let Some(table) = &database.broken_reference {
        found.push(What::BrokenReference { table: table.clone() });
    }
    if database.log_file > LOG_FILE {
        found.push(What::LogFileLarge { bytes: database.log_file });
    }
    if let Some(server) = &database.server {
        on_server(server, now, found);
    }
}

fn on_server(server: &Server, now: DateTime<Utc>, found: &mut Vec<What>) {
    if server.major < SERVER {
        found.push(What::ServerOld { major: server.major });
    }
    let ahead = server.now - now;
    if ahead.abs() > CLOCKS {
        found.push(What::ClocksDiffer { ahead });
    }
    let off = server
        .settings
        .iter()
        .filter(|(name, value)| DURABLE.contains(&name.as_str()) && value == "off");
    found.extend(off.map(|(name, _)| What::SettingLosesData { setting: name.clone() }));
}

fn in_log(database: &Database, now: DateTime<Utc>, found: &mut Vec<What>) {
    if let Some(last) = database.last_entry
        && last - now > CLOCKS
    {
        found.push(What::LogAheadOfClock { last });
    }
    for (reader, waiting_since) in &database.readers {
        let by = now - *waiting_since;
        if by > LATE {
            found.push(What::ReaderBehind { reader: reader.clone(), by });
        }
    }
    if database.jobs_given_up > 0 {
        found.push(What::JobsGivenUp { count: database.jobs_given_up });
    }
}

fn in_files(observed: &Observed, found: &mut Vec<What>) {
    let count = |hashes: &[_]| hashes.len() as u64;
    if let [first, ..] = *observed.missing {
        found.push(What::FilesMissing { count: count(&observed.missing), first });
    }
    if let [first, ..] = *observed.damaged {
        found.push(What::FilesDamaged { count: count(&observed.damaged), first });
    }
}

fn low(room: &Room) -> Option<What> {
    let is_low = room.free < FREE_LOW;
    is_low.then(|| What::DiskLow { folder: room.folder.clone(), free: room.free })
}

impl From<What> for Finding {
    fn from(what: What) -> Self {
        use Severity::{Danger, Notice, Warning};
        let (severity, to_do) = match &what {
            What::Unreachable { .. } | What::NoRecord => (Danger, ToDo::CheckPlace),
            What::Newer { .. } => (Danger, ToDo::UseLaterProgram),
            What::Older { .. } => (Notice, ToDo::StartProgram),
            What::Damaged { .. } | What::BrokenReference { .. } => (Danger, ToDo::RestoreBackup),
            What::LogFileLarge { .. } | What::ReaderBehind { .. } => {
                (Warning, ToDo::RestartProgram)
            }
            What::DiskLow { free, .. } if *free < FREE_VERY_LOW => (Danger, ToDo::FreeDisk),
            What::DiskLow { .. } => (Warning, ToDo::FreeDisk),
            What::ClocksDiffer { .. } | What::LogAheadOfClock { .. } => (Warning, ToDo::SetClock),
            What::JobsGivenUp { .. } => (Warning, ToDo::LookAtJobs),
            What::NoBackup | What::BackupOld { .. } => (Warning, ToDo::TakeBackup),
            What::FilesMissing { .. } | What::FilesDamaged { .. } => (Danger, ToDo::RestoreFiles),
            What::ServerOld { .. } => (Danger, ToDo::UpgradeServer),
            What::SettingLosesData { .. } => (Danger, ToDo::TurnSettingOn),
        };
        Self { severity, what, to_do }
    }
}

#[cfg(test)]
mod tests;

//! Says what is wrong with a record and what to do about it.

use phrases::Phrases;
use store::doctor::{Finding, Severity, ToDo, What};

use super::backup::moment;

/// How bad it is, what it is, and what to do.
pub fn of_finding(finding: &Finding, phrases: Phrases) -> String {
    let said = [
        ("severity", of_severity(finding.severity, phrases).into()),
        ("what", of_what(&finding.what, phrases).into()),
        ("todo", of_to_do(finding.to_do, phrases).into()),
    ];
    phrases.say_with("doctor-finding", &said)
}

fn of_severity(severity: Severity, phrases: Phrases) -> String {
    phrases.say(match severity {
        Severity::Notice => "doctor-notice",
        Severity::Warning => "doctor-warning",
        Severity::Danger => "doctor-danger",
    })
}

fn of_what(what: &What, phrases: Phrases) -> String {
    let about = |key: &str, text: &str| phrases.say_with(key, &[("text", text.into())]);
    let versions = |key: &str, found: i64, known: i64| {
        phrases.say_with(key, &[("found", found.into()), ("known", known.into())])
    };
    let files = |key: &str, count: u64, first: String| {
        phrases.say_with(key, &[("count", count.into()), ("first", first.into())])
    };
    match what {
        What::Unreachable { said } => about("doctor-unreachable", said),
        What::NoRecord => phrases.say("doctor-no-record"),
        What::Newer { found, known } => versions("doctor-newer", *found, *known),
        What::Older { found, known } => versions("doctor-older", *found, *known),
        What::Damaged { said } => about("doctor-damaged", said),
        What::BrokenReference { table } => about("doctor-broken-reference", table),
        What::LogFileLarge { bytes } => {
            phrases.say_with("doctor-log-file-large", &[("megabytes", megabytes(*bytes).into())])
        }
        What::DiskLow { folder, free } => phrases.say_with(
            "doctor-disk-low",
            &[("folder", folder.as_str().into()), ("megabytes", megabytes(*free).into())],
        ),
        What::ClocksDiffer { ahead } => {
            let seconds = ahead.num_seconds().abs();
            phrases.say_with("doctor-clocks-differ", &[("seconds", seconds.into())])
        }
        What::LogAheadOfClock { last } => {
            about("doctor-log-ahead-of-clock", &moment(*last, phrases))
        }
        What::ReaderBehind { reader, by } => phrases.say_with(
            "doctor-reader-behind",
            &[("reader", reader.as_str().into()), ("minutes", by.num_minutes().into())],
        ),
        What::JobsGivenUp { count } => {
            phrases.say_with("doctor-jobs-given-up", &[("count", (*count).into())])
        }
        What::NoBackup => phrases.say("doctor-no-backup"),
        What::BackupOld { taken_at } => about("doctor-backup-old", &moment(*taken_at, phrases)),
        What::FilesMissing { count, first } => {
            files("doctor-files-missing", *count, first.to_string())
        }
        What::FilesDamaged { count, first } => {
            files("doctor-files-damaged", *count, first.to_string())
        }
        What::ServerOld { major } => {
            phrases.say_with("doctor-server-old", &[("major", (*major).into())])
        }
        What::SettingLosesData { setting } => about("doctor-setting-loses-data", setting),
    }
}

fn of_to_do(to_do: ToDo, phrases: Phrases) -> String {
    phrases.say(match to_do {
        ToDo::CheckPlace => "doctor-check-place",
        ToDo::UseLaterProgram => "doctor-use-later-program",
        ToDo::StartProgram => "doctor-start-program",
        ToDo::RestoreBackup => "doctor-restore-backup",
        ToDo::RestartProgram => "doctor-restart-program",
        ToDo::FreeDisk => "doctor-free-disk",
        ToDo::SetClock => "doctor-set-clock",
        ToDo::LookAtJobs => "doctor-look-at-jobs",
        ToDo::TakeBackup => "doctor-take-backup",
        ToDo::RestoreFiles => "doctor-restore-files",
        ToDo::UpgradeServer => "doctor-upgrade-server",
        ToDo::TurnSettingOn => "doctor-turn-setting-on",
    })
}

/// As disks are sold: millions of bytes.
fn megabytes(bytes: u64) -> u64 {
    bytes / 1_000_000
}

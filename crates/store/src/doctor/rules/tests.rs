//! One thing wrong at a time, and what is said of it.

use rstest::rstest;

use super::*;
use crate::blobs::BlobHash;

fn noon() -> DateTime<Utc> {
    DateTime::from_timestamp(1_772_366_400, 0).unwrap()
}

fn ago(by: TimeDelta) -> DateTime<Utc> {
    noon() - by
}

fn healthy() -> Observed {
    Observed {
        database: Ok(Some(Database {
            version: 20,
            known: 20,
            damage: None,
            broken_reference: None,
            log_file: 4 << 20,
            last_entry: Some(noon()),
            readers: vec![("search".into(), ago(TimeDelta::seconds(5)))],
            jobs_given_up: 0,
            server: Some(Server {
                major: 15,
                now: noon(),
                settings: DURABLE.map(|name| (name.into(), "on".into())).into(),
            }),
        })),
        rooms: vec![Room { folder: "/var/lib".into(), free: 50 << 30 }],
        missing: Vec::new(),
        damaged: Vec::new(),
        backup: Some(ago(TimeDelta::hours(25))),
    }
}

#[test]
fn nothing_is_said_of_a_healthy_record() {
    assert_eq!(wrong(&healthy(), noon()), []);
}

fn database(observed: &mut Observed) -> &mut Database {
    observed.database.as_mut().unwrap().as_mut().unwrap()
}

fn server(observed: &mut Observed) -> &mut Server {
    database(observed).server.as_mut().unwrap()
}

#[rstest]
#[case::later(|o: &mut Observed| database(o).version = 21, What::Newer { found: 21, known: 20 })]
#[case::earlier(|o: &mut Observed| database(o).version = 19, What::Older { found: 19, known: 20 })]
#[case::damaged(
    |o: &mut Observed| database(o).damage = Some("page 7 is wrong".into()),
    What::Damaged { said: "page 7 is wrong".into() }
)]
#[case::reference(
    |o: &mut Observed| database(o).broken_reference = Some("blob_use".into()),
    What::BrokenReference { table: "blob_use".into() }
)]
#[case::log_file(|o: &mut Observed| database(o).log_file = 1 << 30, What::LogFileLarge { bytes: 1 << 30 })]
#[case::future(
    |o: &mut Observed| database(o).last_entry = Some(noon() + TimeDelta::hours(1)),
    What::LogAheadOfClock { last: noon() + TimeDelta::hours(1) }
)]
#[case::late(
    |o: &mut Observed| database(o).readers[0].1 = ago(TimeDelta::hours(1)),
    What::ReaderBehind { reader: "search".into(), by: TimeDelta::hours(1) }
)]
#[case::jobs(|o: &mut Observed| database(o).jobs_given_up = 3, What::JobsGivenUp { count: 3 })]
#[case::server(|o: &mut Observed| server(o).major = 14, What::ServerOld { major: 14 })]
#[case::clocks(
    |o: &mut Observed| server(o).now = ago(TimeDelta::minutes(5)),
    What::ClocksDiffer { ahead: TimeDelta::minutes(-5) }
)]
#[case::fsync(
    |o: &mut Observed| server(o).settings[0].1 = "off".into(),
    What::SettingLosesData { setting: "fsync".into() }
)]
#[case::commits(
    |o: &mut Observed| server(o).settings[2].1 = "off".into(),
    What::SettingLosesData { setting: "synchronous_commit".into() }
)]
#[case::nobody(|o: &mut Observed| o.database = Ok(None), What::NoRecord)]
#[case::away(
    |o: &mut Observed| o.database = Err("no route to host".into()),
    What::Unreachable { said: "no route to host".into() }
)]
#[case::disk(
    |o: &mut Observed| o.rooms[0].free = 1 << 20,
    What::DiskLow { folder: "/var/lib".into(), free: 1 << 20 }
)]
#[case::no_backup(|o: &mut Observed| o.backup = None, What::NoBackup)]
#[case::old_backup(
    |o: &mut Observed| o.backup = Some(ago(TimeDelta::days(2))),
    What::BackupOld { taken_at: ago(TimeDelta::days(2)) }
)]
#[case::missing(
    |o: &mut Observed| o.missing = vec![BlobHash([1; 32]), BlobHash([2; 32])],
    What::FilesMissing { count: 2, first: BlobHash([1; 32]) }
)]
#[case::damaged_file(
    |o: &mut Observed| o.damaged = vec![BlobHash([3; 32])],
    What::FilesDamaged { count: 1, first: BlobHash([3; 32]) }
)]
fn what_is_wrong_is_said(#[case] spoil: fn(&mut Observed), #[case] expected: What) {
    let mut observed = healthy();
    spoil(&mut observed);
    assert_eq!(wrong(&observed, noon()), [expected]);
}

#[test]
fn a_disk_that_is_nearly_full_is_worse_than_one_that_will_be() {
    let low = |free| Finding::from(What::DiskLow { folder: String::new(), free }).severity;
    assert_eq!(low(500 << 20), Severity::Warning);
    assert_eq!(low(50 << 20), Severity::Danger);
}

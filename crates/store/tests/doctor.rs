//! What is said of a record that is well, and of one that is not.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::fs;
use std::os::unix::fs::FileExt as _;
use std::path::PathBuf;

use chrono::TimeDelta;
use rstest::rstest;
use store::backup::{Existing, Record, backup, restore};
use store::blobs::{BlobHash, Blobs, UsedBy};
use store::db::Place;
use store::doctor::{Severity, ToDo, What, examine};
use store::log::{Actor, Event, Subject};
use tempfile::TempDir;
use testkit::record::{Kind, TestRecord};
use uuid::Uuid;

#[derive(Debug, serde::Serialize, serde::Deserialize)]
struct NoteWritten {}

impl Event for NoteWritten {
    const KIND: &'static str = "note.written";
}

struct House {
    kept: TestRecord,
    record: Record,
    folder: TempDir,
}

impl House {
    async fn with_a_file(kind: Kind) -> Option<(Self, BlobHash)> {
        let kept = TestRecord::empty(kind).await?;
        let folder = tempfile::tempdir().unwrap();
        let record = Record { place: kept.place.clone(), blobs: folder.path().join("blobs") };
        let blobs = Blobs::new(kept.db.clone(), &record.blobs);
        let arrived = blobs.receive(b"photo".as_slice(), 100).await.unwrap();
        let hash = arrived.hash;
        let user = UsedBy { kind: "note", id: Uuid::from_u128(1) };
        let keep = async move |tx: &mut store::Tx<'_>| tx.keep_blob(&arrived, user).await;
        kept.db.write(Actor::System, keep).await.unwrap();
        Some((Self { kept, record, folder }, hash))
    }

    fn backups(&self) -> PathBuf {
        self.folder.path().join("backups")
    }

    /// What is found, but for what is the test machine's own: its disk, its
    /// clock, and a server that may be set up to be fast.
    async fn found(&self) -> Vec<What> {
        let found = examine(&self.record, &self.backups(), &*self.kept.clock).await;
        let is_the_machines = |what: &What| {
            matches!(
                what,
                What::DiskLow { .. } | What::ClocksDiffer { .. } | What::SettingLosesData { .. }
            )
        };
        found.into_iter().map(|f| f.what).filter(|what| !is_the_machines(what)).collect()
    }

    fn path_of(&self, hash: BlobHash) -> PathBuf {
        let name = hash.to_string();
        self.record.blobs.join(&name[..2]).join(name)
    }
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn a_record_that_is_well_lacks_only_its_backup(#[case] kind: Kind) {
    let Some((house, _)) = House::with_a_file(kind).await else { return };
    assert_eq!(house.found().await, [What::NoBackup]);
    let taken = backup(&house.record, &house.backups(), &*house.kept.clock).await.unwrap().manifest;
    assert_eq!(house.found().await, []);
    house.kept.clock.advance(TimeDelta::days(2));
    assert_eq!(house.found().await, [What::BackupOld { taken_at: taken.taken_at }]);
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn files_that_are_damaged_or_gone_are_told_apart(#[case] kind: Kind) {
    let Some((house, hash)) = House::with_a_file(kind).await else { return };
    fs::write(house.path_of(hash), "phot0").unwrap();
    let damaged = What::FilesDamaged { count: 1, first: hash };
    assert_eq!(house.found().await, [damaged, What::NoBackup]);
    fs::remove_file(house.path_of(hash)).unwrap();
    let missing = What::FilesMissing { count: 1, first: hash };
    assert_eq!(house.found().await, [missing, What::NoBackup]);
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn a_reader_that_has_stopped_and_jobs_that_gave_up_are_named(#[case] kind: Kind) {
    let Some((house, _)) = House::with_a_file(kind).await else { return };
    let fall_behind = async |tx: &mut store::Tx<'_>| {
        let now = tx.now();
        tx.query("insert into log_reader (name, tx, seq) values ('facts', 0, 0)").execute().await?;
        let subject = Subject { id: Uuid::from_u128(1), customer: None };
        tx.append(subject, &NoteWritten {}).await?;
        tx.query("update job set given_up_at = $1, last_error = 'no'").bind(now).execute().await
    };
    house.kept.db.write(Actor::System, fall_behind).await.unwrap();
    house.kept.clock.advance(TimeDelta::hours(1));
    let late = What::ReaderBehind { reader: "facts".into(), by: TimeDelta::hours(1) };
    let expected = [late, What::JobsGivenUp { count: 1 }, What::NoBackup];
    // On PostgreSQL a transaction of another test may hold the log's horizon
    // back for a moment.
    while house.found().await.len() < expected.len() {}
    assert_eq!(house.found().await, expected);
}

#[rstest]
#[case::at_its_head(0)]
#[case::at_its_second_page(1)]
#[case::at_its_end(u64::MAX)]
#[tokio::test]
async fn a_damaged_file_is_found_and_comes_first(#[case] page: u64) {
    let (house, _) = House::with_a_file(Kind::Sqlite).await.unwrap();
    let taken = backup(&house.record, &house.backups(), &*house.kept.clock).await.unwrap();
    let path = house.folder.path().join("elsewhere.db");
    let damaged = Record { place: Place::Sqlite(path.clone()), blobs: house.record.blobs.clone() };
    restore(&taken.path, &damaged, Existing::Keep).await.unwrap();
    let file = fs::File::options().write(true).open(&path).unwrap();
    let last = fs::metadata(&path).unwrap().len() / 4096 - 1;
    file.write_all_at(&[0xa5; 512], page.min(last) * 4096).unwrap();
    let found = examine(&damaged, &house.backups(), &*house.kept.clock).await;
    assert!(matches!(found[0].what, What::Damaged { .. }), "{found:?}");
    assert_eq!((found[0].severity, found[0].to_do), (Severity::Danger, ToDo::RestoreBackup));
}

#[tokio::test]
async fn a_place_with_nothing_in_it_is_left_as_it_is() {
    let (mut house, _) = House::with_a_file(Kind::Sqlite).await.unwrap();
    let path = house.folder.path().join("nothing.db");
    house.record.place = Place::Sqlite(path.clone());
    let found = house.found().await;
    assert!(matches!(found.as_slice(), [What::Unreachable { .. }, What::NoBackup]), "{found:?}");
    assert!(!path.exists());
    fs::write(&path, "").unwrap();
    assert_eq!(house.found().await, [What::NoRecord, What::NoBackup]);
    assert_eq!(fs::metadata(&path).unwrap().len(), 0);
}

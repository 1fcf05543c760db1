//! Restoring: all or nothing, never over what is there unless told so.

use std::fs;

use rstest::rstest;
use store::backup::{BackupError, Existing, restore};
use store::blobs::{Blobs, UsedBy};
use store::db::Place;
use testkit::record::Kind;
use tokio::io::AsyncReadExt as _;
use uuid::Uuid;

use super::{House, files, notes, open, write_note};

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn a_restored_record_is_as_it_was_and_goes_on(#[case] kind: Kind) {
    let Some((house, hash)) = House::lived_in(kind).await else { return };
    let taken = house.backup().await.unwrap();
    let (elsewhere, _held) = house.elsewhere().await;
    let manifest = restore(&taken.path, &elsewhere, Existing::Keep).await.unwrap();
    assert_eq!(manifest, taken.manifest);

    let db = open(&elsewhere.place).await.unwrap();
    write_note(&db, "after").await;
    assert_eq!(notes(&db, 2).await, ["Заказ\t\\ «Ընկույզ»\nline two", "after"]);
    let user = UsedBy { kind: "note", id: Uuid::from_u128(1) };
    let used = db.reader().await.unwrap().snapshot().blobs_of(user).await.unwrap();
    assert_eq!(used.iter().map(|blob| blob.hash).collect::<Vec<_>>(), [hash]);
    let mut receipt = String::new();
    let blobs = Blobs::new(db, &elsewhere.blobs);
    blobs.open(hash).await.unwrap().read_to_string(&mut receipt).await.unwrap();
    assert_eq!(receipt, "%PDF-1.7 a receipt");
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn a_record_that_is_there_stays_unless_told_otherwise(#[case] kind: Kind) {
    let Some((house, _)) = House::lived_in(kind).await else { return };
    let taken = house.backup().await.unwrap();
    write_note(&house.kept.db, "since then").await;
    let refused = restore(&taken.path, &house.record, Existing::Keep).await;
    assert!(matches!(refused, Err(BackupError::Occupied(_))), "{refused:?}");
    assert_eq!(notes(&house.kept.db, 2).await.len(), 2);
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn a_record_is_replaced_where_that_was_asked_for(#[case] kind: Kind) {
    let Some((house, _)) = House::lived_in(kind).await else { return };
    let taken = house.backup().await.unwrap();
    let (elsewhere, _held) = house.elsewhere().await;
    restore(&taken.path, &elsewhere, Existing::Keep).await.unwrap();
    // A record of its own, which nobody has open any more.
    write_elsewhere(&elsewhere.place).await;
    restore(&taken.path, &elsewhere, Existing::Replace).await.unwrap();
    assert_eq!(notes(&open(&elsewhere.place).await.unwrap(), 1).await.len(), 1);
}

/// Writes with a connection that is closed afterwards.
async fn write_elsewhere(place: &Place) {
    use sqlx::{ConnectOptions as _, Connection as _};
    let insert = "insert into log_reader (name, tx, seq) values ('somebody', 0, 0)";
    match place {
        Place::Sqlite(path) => {
            rusqlite::Connection::open(path).unwrap().execute(insert, []).unwrap();
        }
        Place::Postgres(options) => {
            let mut connection = options.connect().await.unwrap();
            sqlx::raw_sql(insert).execute(&mut connection).await.unwrap();
            connection.close().await.unwrap();
        }
    }
}

#[tokio::test]
async fn a_file_that_is_in_use_is_not_replaced() {
    let (house, _) = House::lived_in(Kind::Sqlite).await.unwrap();
    let taken = house.backup().await.unwrap();
    write_note(&house.kept.db, "since then").await;
    let refused = restore(&taken.path, &house.record, Existing::Replace).await;
    assert!(matches!(refused, Err(BackupError::InUse(_))), "{refused:?}");
    assert_eq!(notes(&house.kept.db, 2).await.len(), 2);
    let Place::Sqlite(path) = &house.record.place else { unreachable!("it is SQLite's") };
    let left = files(path.parent().unwrap());
    assert!(left.iter().all(|path| !path.to_string_lossy().contains("restoring")), "{left:?}");
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn a_damaged_backup_restores_nothing(#[case] kind: Kind) {
    let Some((house, _)) = House::lived_in(kind).await else { return };
    let taken = house.backup().await.unwrap();
    let (elsewhere, _held) = house.elsewhere().await;
    let last = taken.path.join(&taken.manifest.parts.last().unwrap().file);
    let mut bytes = fs::read(&last).unwrap();
    *bytes.last_mut().unwrap() ^= 1;
    fs::write(&last, bytes).unwrap();
    let refused = restore(&taken.path, &elsewhere, Existing::Keep).await;
    assert!(matches!(refused, Err(BackupError::Damaged { .. })), "{refused:?}");
    assert!(!elsewhere.blobs.exists());
    match &elsewhere.place {
        Place::Sqlite(path) => assert!(!path.exists()),
        Place::Postgres(_) => {
            let empty = open(&elsewhere.place).await.unwrap();
            assert_eq!(notes(&empty, 0).await, [] as [String; 0]);
        }
    }
}

#[tokio::test]
async fn a_backup_of_the_other_database_is_refused() {
    let Some((postgres, _)) = House::lived_in(Kind::Postgres).await else { return };
    let (sqlite, _) = House::lived_in(Kind::Sqlite).await.unwrap();
    let taken = sqlite.backup().await.unwrap();
    let refused = restore(&taken.path, &postgres.record, Existing::Replace).await;
    assert!(matches!(refused, Err(BackupError::OtherKind { .. })), "{refused:?}");
}

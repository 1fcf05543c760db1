//! Taking a backup, and whether it can be trusted.

use std::fs;

use rstest::rstest;
use store::backup::{BackupError, verify};
use testkit::record::Kind;
use tokio::sync::watch;

use super::{House, files, notes, open, write_note};

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn a_backup_tells_what_is_in_it_and_verifies(#[case] kind: Kind) {
    let Some((house, _)) = House::lived_in(kind).await else { return };
    let taken = house.backup().await.unwrap();
    assert_eq!(taken.path, house.backups().join("perennial-20260301T120000Z"));
    let log = taken.manifest.tables.iter().find(|table| table.name == "log").unwrap();
    assert_eq!(log.rows, 1);
    assert_eq!(taken.manifest.lost_blobs, [] as [String; 0]);
    assert_eq!(verify(&taken.path).await.unwrap(), taken.manifest);
    let latest = store::backup::latest(&house.backups()).unwrap();
    assert_eq!(latest, Some(taken));
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn a_flipped_byte_anywhere_is_found(#[case] kind: Kind) {
    let Some((house, _)) = House::lived_in(kind).await else { return };
    let taken = house.backup().await.unwrap();
    let all = files(&taken.path);
    assert!(all.len() >= 5, "{all:?}");
    for path in all {
        let whole = fs::read(&path).unwrap();
        let mut flipped = whole.clone();
        let middle = whole.len() / 2;
        flipped[middle] ^= 1;
        // A file of its own: a backup shares files with the record.
        fs::remove_file(&path).unwrap();
        fs::write(&path, &flipped).unwrap();
        let found = verify(&taken.path).await;
        assert!(matches!(found, Err(BackupError::Damaged { .. })), "{path:?}: {found:?}");
        fs::write(&path, &whole[..middle]).unwrap();
        let found = verify(&taken.path).await;
        assert!(matches!(found, Err(BackupError::Damaged { .. })), "{path:?} cut: {found:?}");
        fs::write(&path, &whole).unwrap();
    }
    verify(&taken.path).await.unwrap();
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn a_backup_taken_while_others_write_shows_one_moment(#[case] kind: Kind) {
    let Some((house, _)) = House::lived_in(kind).await else { return };
    let (stop, stopped) = watch::channel(false);
    let (count, mut counted) = watch::channel(0);
    let db = house.kept.db.clone();
    let writing = tokio::spawn(async move {
        let mut written = 0;
        while !*stopped.borrow() {
            write_note(&db, &format!("{written:06}")).await;
            written += 1;
            count.send(written).unwrap();
        }
        written
    });
    counted.wait_for(|written| *written >= 20).await.unwrap();
    let before = *counted.borrow();
    let taken = house.backup().await.unwrap();
    // It went on during the backup and goes on after it.
    assert!(*counted.borrow_and_update() > before);
    counted.changed().await.unwrap();
    stop.send(true).unwrap();
    let written = writing.await.unwrap();

    let (elsewhere, _held) = house.elsewhere().await;
    store::backup::restore(&taken.path, &elsewhere, store::backup::Existing::Keep).await.unwrap();
    let saved = notes(&open(&elsewhere.place).await.unwrap(), before).await;
    assert!(
        (before + 1..=written + 1).contains(&saved.len()),
        "{before} {} {written}",
        saved.len()
    );
    // All that was acknowledged before, and of what came during it no gap.
    for (place, note) in saved.iter().skip(1).enumerate() {
        assert_eq!(*note, format!("{place:06}"));
    }
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn a_lost_file_is_named_and_the_rest_is_saved(#[case] kind: Kind) {
    let Some((house, lost)) = House::lived_in(kind).await else { return };
    let kept = house.keep(b"another receipt").await;
    let path = files(&house.record.blobs)
        .into_iter()
        .find(|path| path.ends_with(lost.to_string()))
        .unwrap();
    fs::write(path, "damaged").unwrap();
    let taken = house.backup().await.unwrap();
    assert_eq!(taken.manifest.lost_blobs, [lost.to_string()]);
    let saved = files(&taken.path.join("blobs"));
    assert_eq!(saved.len(), 1);
    assert!(saved[0].ends_with(kept.to_string()));
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn a_backup_is_never_written_over_another(#[case] kind: Kind) {
    let Some((house, _)) = House::lived_in(kind).await else { return };
    let first = house.backup().await.unwrap();
    let second = house.backup().await;
    assert!(matches!(second, Err(BackupError::Taken(_))), "{second:?}");
    verify(&first.path).await.unwrap();
    assert_eq!(fs::read_dir(house.backups()).unwrap().count(), 1);
}

#[tokio::test]
async fn a_folder_of_something_else_is_no_backup() {
    let folder = tempfile::tempdir().unwrap();
    let found = verify(folder.path()).await;
    assert!(matches!(found, Err(BackupError::NotABackup(_))), "{found:?}");
}

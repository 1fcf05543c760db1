//! Files of what was written down, on both databases.

use chrono::TimeDelta;
use rstest::rstest;
use store::blobs::{Arrived, Blobs};
use store::jobs::Worker;
use store::log::{Actor, Before};
use tempfile::TempDir;
use testkit::record::{Kind as Database, TestRecord};

use super::{
    Attachment, AttachmentId, FileAttached, FileError, FileRemoved, LARGEST, MOST, NewFile, attach,
    attachment, of_interactions, remove, restore, rules, shown,
};
use crate::know::customers::{self, Field};
use crate::know::interactions::{self, InteractionError, InteractionId, Kind, NewInteraction};

const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR";

/// A call, and the files that arrive.
struct Desk {
    record: TestRecord,
    blobs: Blobs,
    _folder: TempDir,
    call: InteractionId,
}

async fn desk(kind: Database) -> Option<Desk> {
    let record = TestRecord::empty(kind).await?;
    let folder = tempfile::tempdir().unwrap();
    let blobs = Blobs::new(record.db.clone(), folder.path());
    let call = record
        .db
        .write(Actor::System, async |tx| {
            let known = [(Field::Name, "Bakery Ararat".to_owned())];
            let customer = customers::add(tx, &known).await?;
            let new = NewInteraction {
                kind: Kind::Call,
                at: None,
                text: "Sent the receipt".into(),
                follow_up: None,
            };
            interactions::log(tx, customer, &new).await
        })
        .await
        .unwrap();
    Some(Desk { record, blobs, _folder: folder, call })
}

impl Desk {
    async fn arrives(&self, bytes: &[u8]) -> Arrived {
        self.blobs.receive(bytes, LARGEST).await.unwrap()
    }

    async fn attaches(&self, names: &[&str], arrived: &Arrived) -> Result<(), FileError> {
        let call = self.call;
        let new: Vec<NewFile> = names
            .iter()
            .map(|name| NewFile { name: (*name).to_owned(), arrived: arrived.clone() })
            .collect();
        let write = async move |tx: &mut store::Tx<'_>| attach(tx, call, new.clone()).await;
        self.record.db.write(Actor::System, write).await
    }

    async fn removes(&self, id: AttachmentId) -> Result<InteractionId, FileError> {
        let write = async move |tx: &mut store::Tx<'_>| remove(tx, id).await;
        self.record.db.write(Actor::System, write).await
    }

    async fn restores(&self, id: AttachmentId) -> Result<InteractionId, FileError> {
        let write = async move |tx: &mut store::Tx<'_>| restore(tx, id).await;
        self.record.db.write(Actor::System, write).await
    }

    async fn files(&self) -> Vec<Attachment> {
        let mut reader = self.record.db.reader().await.unwrap();
        of_interactions(&mut reader.snapshot(), &[self.call]).await.unwrap()
    }

    /// Lets days pass and what nothing uses be swept away.
    async fn after(&self, days: i64) {
        self.record.clock.advance(TimeDelta::days(days));
        let worker = self.blobs.swept_by(Worker::new(self.record.db.clone()));
        worker.run_until_idle().await.unwrap();
    }
}

#[rstest]
#[case::sqlite(Database::Sqlite)]
#[case::postgres(Database::Postgres)]
#[tokio::test]
async fn files_keep_their_names_and_order_and_stand_in_the_log(#[case] kind: Database) {
    let Some(desk) = desk(kind).await else { return };
    let arrived = desk.arrives(PNG).await;
    desk.attaches(&["C:\\photos\\oven.png", "Հաշիվ.png"], &arrived).await.unwrap();
    let files = desk.files().await;
    let names: Vec<&str> = files.iter().map(|file| file.name.as_str()).collect();
    assert_eq!(names, ["oven.png", "Հաշիվ.png"]);
    assert_eq!((files[0].sniffed.as_str(), files[0].size), ("image/png", 16));
    let mut reader = desk.record.db.reader().await.unwrap();
    let call = desk.call.into();
    let history = reader.snapshot().history_of(call, Before::default(), 1).await.unwrap();
    let told: FileAttached = history[0].event().unwrap().unwrap();
    assert_eq!((told.name.as_str(), told.hash), ("Հաշիվ.png", arrived.hash.to_string()));
}

#[rstest]
#[case::sqlite(Database::Sqlite)]
#[case::postgres(Database::Postgres)]
#[tokio::test]
async fn a_removed_file_can_be_brought_back_for_a_day(#[case] kind: Database) {
    let Some(desk) = desk(kind).await else { return };
    let arrived = desk.arrives(PNG).await;
    desk.attaches(&["oven.png"], &arrived).await.unwrap();
    desk.after(3).await;
    let id = desk.files().await[0].id;
    assert_eq!(desk.removes(id).await.unwrap(), desk.call);
    assert_eq!(desk.files().await, []);
    assert!(matches!(desk.removes(id).await, Err(FileError::Unknown)));
    desk.restores(id).await.unwrap();
    assert_eq!(desk.files().await.len(), 1);
    assert!(desk.blobs.open(arrived.hash).await.is_ok());
    desk.removes(id).await.unwrap();
    let mut reader = desk.record.db.reader().await.unwrap();
    let call = desk.call.into();
    let history = reader.snapshot().history_of(call, Before::default(), 1).await.unwrap();
    let told: FileRemoved = history[0].event().unwrap().unwrap();
    assert_eq!((told.file, told.name.as_str()), (id, "oven.png"));
    drop(reader);
    desk.after(2).await;
    assert!(matches!(desk.restores(id).await, Err(FileError::NotKept)));
}

#[rstest]
#[case::sqlite(Database::Sqlite)]
#[case::postgres(Database::Postgres)]
#[tokio::test]
async fn files_of_what_was_removed_go_with_a_customer_who_is_taken_back(#[case] kind: Database) {
    let Some(desk) = desk(kind).await else { return };
    let arrived = desk.arrives(PNG).await;
    desk.attaches(&["oven.png", "receipt.png"], &arrived).await.unwrap();
    let file = desk.files().await[0].id;
    desk.removes(file).await.unwrap();
    let (db, call) = (&desk.record.db, desk.call);
    let take_back = async move |tx: &mut store::Tx<'_>| {
        let customer = interactions::interaction(tx, call).await?.unwrap().customer;
        interactions::remove(tx, call).await?;
        assert_eq!(customers::remove(tx, customer).await?, []);
        Ok::<_, InteractionError>(())
    };
    db.write(Actor::System, take_back).await.unwrap();
    assert_eq!(desk.files().await, []);
    assert!(matches!(desk.restores(file).await, Err(FileError::Unknown)));
    desk.after(2).await;
    assert!(desk.blobs.open(arrived.hash).await.is_err(), "nothing uses it any more");
}

#[rstest]
#[case::sqlite(Database::Sqlite)]
#[case::postgres(Database::Postgres)]
#[tokio::test]
async fn nobody_attaches_more_than_anybody_looks_at(#[case] kind: Database) {
    let Some(desk) = desk(kind).await else { return };
    let arrived = desk.arrives(PNG).await;
    desk.attaches(&["a.png"; MOST], &arrived).await.unwrap();
    assert!(matches!(desk.attaches(&["b.png"], &arrived).await, Err(FileError::TooMany(MOST))));
    assert_eq!(desk.files().await.len(), MOST);
}

#[rstest]
#[case::sqlite(Database::Sqlite)]
#[case::postgres(Database::Postgres)]
#[tokio::test]
async fn files_go_out_of_sight_with_what_they_belong_to(#[case] kind: Database) {
    let Some(desk) = desk(kind).await else { return };
    let arrived = desk.arrives(PNG).await;
    desk.attaches(&["oven.png"], &arrived).await.unwrap();
    let id = desk.files().await[0].id;
    let call = desk.call;
    let write = async move |tx: &mut store::Tx<'_>| interactions::remove(tx, call).await;
    desk.record.db.write(Actor::System, write).await.unwrap();
    let mut reader = desk.record.db.reader().await.unwrap();
    assert_eq!(attachment(&mut reader.snapshot(), id).await.unwrap(), None);
    drop(reader);
    let late = desk.attaches(&["late.png"], &arrived).await;
    assert!(matches!(late, Err(FileError::Interaction(InteractionError::Unknown))));
}

#[rstest]
#[case("oven.png", "oven.png")]
#[case("../../etc/passwd", "passwd")]
#[case("C:\\Users\\ani\\.bashrc", "bashrc")]
#[case("a\r\nSet-Cookie: b", "aSet-Cookie: b")]
#[case("  ", "file")]
#[case("..", "file")]
fn names_hold_no_folders_and_nothing_unreadable(#[case] sent: &str, #[case] kept: &str) {
    assert_eq!(rules::name(sent), kept);
}

#[test]
fn a_long_name_keeps_its_ending() {
    let kept = rules::name(&format!("{}.png", "ж".repeat(400)));
    assert_eq!(kept.chars().count(), 150);
    assert!(kept.ends_with("ж….png"));
}

#[rstest]
#[case("image/png", true)]
#[case("image/jpeg", true)]
#[case("image/svg+xml", false)]
#[case("text/html", false)]
#[case("text/plain", false)]
#[case("application/pdf", false)]
fn only_pictures_made_of_pixels_are_shown_in_place(#[case] sniffed: &str, #[case] in_place: bool) {
    assert_eq!(shown(sniffed).in_place, in_place);
}

#[rstest]
#[case::sqlite(Database::Sqlite)]
#[case::postgres(Database::Postgres)]
#[tokio::test]
async fn files_that_are_added_at_once_are_not_more_than_there_may_be(#[case] kind: Database) {
    let Some(desk) = desk(kind).await else { return };
    let arrived = desk.arrives(PNG).await;
    let half = ["oven.png"; MOST / 2 + 1];
    let (one, other) = tokio::join!(desk.attaches(&half, &arrived), desk.attaches(&half, &arrived));
    assert!(one.is_ok() != other.is_ok(), "{one:?} {other:?}");
    assert_eq!(desk.files().await.len(), half.len());
}

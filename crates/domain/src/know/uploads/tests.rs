//! What browsers send on its way into the record, on both databases.

use chrono::TimeDelta;
use kernel::Language;
use rstest::rstest;
use store::Db;
use store::blobs::{Arrived, Blobs};
use store::jobs::Worker;
use store::log::Actor;
use tempfile::TempDir;
use testkit::record::{Kind, TestRecord};

use super::{
    Content, Findings, LookAt, State, Tidy, Upload, UploadError, UploadId, discard, given_up,
    import, imported, keep_waiting, looked, names_of, read_as, send, taken_up_again, tidied_by,
    under_way, upload, uploaded, waiting,
};
use crate::know::files::NewFile;
use crate::know::imports::{self, HowRead, ImportError};
use crate::office::rights::Role;
use crate::office::staff::{self, AccountId, NewAccount};

async fn somebody(db: &Db, name: &str) -> AccountId {
    let new = NewAccount {
        email: format!("{name}@shop.test"),
        name: name.to_owned(),
        role: Role::Manager,
        password: None,
    };
    db.write(Actor::System, async move |tx| staff::add(tx, &new).await).await.unwrap()
}

/// A file that has arrived in a folder of its own.
async fn file(db: &Db, folder: &TempDir) -> NewFile {
    let blobs = Blobs::new(db.clone(), folder.path());
    let arrived: Arrived = blobs.receive(&b"customer,date\n1,2026-01-02\n"[..], 100).await.unwrap();
    NewFile { name: "C:\\shop\\orders.csv".to_owned(), arrived }
}

async fn sends(db: &Db, me: AccountId, file: &NewFile) -> UploadId {
    let sent = [file.clone()];
    let send = async move |tx: &mut store::Tx<'_>| send(tx, me, " market ", &sent).await;
    db.write(Actor::Staff(me.into()), send).await.unwrap()
}

async fn known(db: &Db, id: UploadId) -> Option<Upload> {
    upload(&mut db.reader().await.unwrap().snapshot(), id).await.unwrap()
}

async fn finds(db: &Db, id: UploadId, orders: u64) {
    let content = Content { orders, ..Content::default() };
    let found = Findings { content: Some(content), ..Findings::default() };
    db.write(Actor::System, async move |tx| looked(tx, id, &found).await).await.unwrap();
}

async fn begins(db: &Db, id: UploadId) -> Result<imports::ImportId, UploadError> {
    db.write(Actor::System, async move |tx| import(tx, id).await).await
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn files_are_looked_at_read_otherwise_and_become_an_import(#[case] kind: Kind) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    let (me, folder) = (somebody(db, "nora").await, tempfile::tempdir().unwrap());
    let id = sends(db, me, &file(db, &folder).await).await;
    let sent = known(db, id).await.unwrap();
    assert_eq!((sent.state, sent.source.as_str(), sent.whole), (State::Looking, "market", 27));
    let files = uploaded(&mut db.reader().await.unwrap().snapshot(), id).await.unwrap();
    assert_eq!(files[0].name, "orders.csv");
    let names = names_of(&mut db.reader().await.unwrap().snapshot(), &[id]).await.unwrap();
    assert_eq!(names[&id], ["orders.csv"]);
    assert!(matches!(begins(db, id).await, Err(UploadError::NotNow)), "nobody has looked yet");

    finds(db, id, 1).await;
    let how = HowRead { date_order: Some("dmy".to_owned()), ..HowRead::default() };
    let again = how.clone();
    db.write(Actor::System, async move |tx| read_as(tx, id, &again).await).await.unwrap();
    let again = known(db, id).await.unwrap();
    assert_eq!((again.state, again.how, again.found.content), (State::Looking, how, None));

    finds(db, id, 0).await;
    assert!(matches!(begins(db, id).await, Err(UploadError::NotNow)), "there is nothing in them");
    db.write(Actor::System, async move |tx| read_as(tx, id, &HowRead::default()).await)
        .await
        .unwrap();
    finds(db, id, 1).await;
    let import = begins(db, id).await.unwrap();
    let becoming = known(db, id).await.unwrap();
    assert_eq!((becoming.state, becoming.import), (State::Importing, Some(import)));
    assert!(under_way(&mut db.reader().await.unwrap().snapshot(), 9).await.unwrap().is_empty());
    let begun = imports::import(&mut db.reader().await.unwrap().snapshot(), import).await;
    assert_eq!(begun.unwrap().unwrap().reading, Some(becoming.how));

    db.write(Actor::System, async move |tx| imported(tx, id, None).await).await.unwrap();
    let done = known(db, id).await.unwrap();
    assert_eq!(done.state, State::Imported);
    assert_eq!(done.found, Findings::default(), "no row of the files is left in it");
    let files = uploaded(&mut db.reader().await.unwrap().snapshot(), id).await.unwrap();
    assert!(files.is_empty(), "they are not kept any longer");
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn one_import_is_under_way_at_a_time_and_can_be_given_up(#[case] kind: Kind) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    let (me, folder) = (somebody(db, "nora").await, tempfile::tempdir().unwrap());
    let file = file(db, &folder).await;
    let (one, other) = (sends(db, me, &file).await, sends(db, me, &file).await);
    finds(db, one, 1).await;
    finds(db, other, 1).await;
    let first = begins(db, one).await.unwrap();
    let refused = begins(db, other).await;
    let Err(UploadError::Import(ImportError::AnotherIsOpen(open))) = refused else {
        panic!("{refused:?}")
    };
    assert_eq!(open, first);
    db.write(Actor::System, async move |tx| discard(tx, one).await).await.unwrap();
    assert_eq!(known(db, one).await, None);
    let given_up = imports::import(&mut db.reader().await.unwrap().snapshot(), first).await;
    assert_eq!(given_up.unwrap().unwrap().state, imports::State::Discarded);
    begins(db, other).await.unwrap();
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn whoever_sent_files_is_told_why_the_work_on_them_was_given_up(#[case] kind: Kind) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    let (me, folder) = (somebody(db, "nora").await, tempfile::tempdir().unwrap());
    let id = sends(db, me, &file(db, &folder).await).await;
    let why = vec![(Language::English, "no room is left".to_owned())];
    let gives_up = || {
        let why = why.clone();
        db.write(Actor::System, async move |tx| given_up(tx, id, &why).await)
    };
    gives_up().await.unwrap();
    let told = known(db, id).await.unwrap();
    assert_eq!((told.state, told.found.trouble), (State::Looking, why.clone()));
    finds(db, id, 1).await;
    gives_up().await.unwrap();
    assert!(known(db, id).await.unwrap().found.trouble.is_empty(), "it was done after all");
    begins(db, id).await.unwrap();
    gives_up().await.unwrap();
    let told = known(db, id).await.unwrap();
    assert!(!told.is_being_imported());
    assert_eq!((told.state, told.found.trouble), (State::Importing, why.clone()));
    db.write(Actor::System, async move |tx| taken_up_again(tx, id).await).await.unwrap();
    assert!(known(db, id).await.unwrap().is_being_imported(), "somebody had it tried again");
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn a_file_that_waits_is_nobody_elses_and_does_not_wait_for_ever(#[case] kind: Kind) {
    let Some(TestRecord { db, clock, .. }) = &TestRecord::empty(kind).await else { return };
    let (me, other) = (somebody(db, "nora").await, somebody(db, "levon").await);
    let folder = tempfile::tempdir().unwrap();
    let sent = [file(db, &folder).await];
    let mine = sent.clone();
    let keep = async move |tx: &mut store::Tx<'_>| keep_waiting(tx, me, &mine).await;
    let id = db.write(Actor::Staff(me.into()), keep).await.unwrap()[0];
    let waits = async |who| waiting(&mut db.reader().await.unwrap().snapshot(), who, id).await;
    assert_eq!(waits(me).await.unwrap().as_ref(), Some(&sent[0]));
    assert_eq!(waits(other).await.unwrap(), None);

    let lying = sends(db, me, &sent[0]).await;
    clock.advance(TimeDelta::days(8));
    let tidy = async |tx: &mut store::Tx<'_>| {
        let now = tx.now();
        tx.enqueue(&Tidy {}, now).await
    };
    db.write(Actor::System, tidy).await.unwrap();
    tidied_by(Worker::new(db.clone())).run_until_idle().await.unwrap();
    assert_eq!(waits(me).await.unwrap(), None);
    assert_eq!(known(db, lying).await, None, "nobody went on with it");
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn looking_is_asked_for_with_the_files(#[case] kind: Kind) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    let (me, folder) = (somebody(db, "nora").await, tempfile::tempdir().unwrap());
    let id = sends(db, me, &file(db, &folder).await).await;
    let lease = async |tx: &mut store::Tx<'_>| {
        tx.lease_jobs(&["upload.look"], 9, TimeDelta::seconds(9)).await
    };
    let jobs = db.write(Actor::System, lease).await.unwrap();
    let job: LookAt = serde_json::from_str(&jobs[0].payload).unwrap();
    assert_eq!((jobs.len(), job.upload), (1, id));
}

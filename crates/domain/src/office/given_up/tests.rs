//! Deciding over jobs that gave up, on both databases.

use rstest::rstest;
use serde::{Deserialize, Serialize};
use store::Db;
use store::jobs::{Failed, Finished, Job, Worker};
use store::log::{Actor, Before};
use testkit::record::{Kind, TestRecord, test_time};
use uuid::Uuid;

use super::{GivenUpError, JobDropped, JobRetried, drop_job, retry};

#[derive(Debug, Serialize, Deserialize)]
struct SendLetter {}

impl Job for SendLetter {
    const KIND: &'static str = "letter.send";
    const TRIES: u32 = 1;
}

async fn given_up(db: &Db) -> Uuid {
    db.write(Actor::System, async |tx| tx.enqueue(&SendLetter {}, test_time()).await)
        .await
        .unwrap();
    fail(db).await
}

/// Works until the job has failed for the last time.
async fn fail(db: &Db) -> Uuid {
    let failing = |_: SendLetter, _| async { Err::<Finished, _>(Failed("no ink".into())) };
    Worker::new(db.clone()).on(failing).run_until_idle().await.unwrap();
    let mut reader = db.reader().await.unwrap();
    reader.snapshot().jobs_given_up(None, 9).await.unwrap()[0].id
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn who_decides_over_a_job_stands_in_the_log(#[case] kind: Kind) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    let who = Actor::Staff(Uuid::from_u128(1));
    let id = given_up(db).await;
    db.write(who, async move |tx| retry(tx, id).await).await.unwrap();
    assert_eq!(fail(db).await, id, "it was tried again");
    let nothing = db.write(who, async move |tx| drop_job(tx, id, " ").await).await;
    assert!(matches!(nothing, Err(GivenUpError::NoReason)));
    db.write(who, async move |tx| drop_job(tx, id, "sent by hand").await).await.unwrap();
    let again = db.write(who, async move |tx| retry(tx, id).await).await;
    assert!(matches!(again, Err(GivenUpError::Gone)));
    let mut reader = db.reader().await.unwrap();
    let history = reader.snapshot().history_of(id, Before::default(), 9).await.unwrap();
    let dropped = history[0].event::<JobDropped>().unwrap().unwrap();
    assert_eq!((history[0].who, dropped.reason.as_str()), (who, "sent by hand"));
    assert_eq!(history[1].event::<JobRetried>().unwrap().unwrap().job, "letter.send");
}

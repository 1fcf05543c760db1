//! Changes asked for twice: done once.

use chrono::TimeDelta;
use rstest::rstest;
use store::log::Actor;
use store::once::{Asked, Claim, KEPT};
use store::{Db, StoreError};
use testkit::record::{Kind, TestRecord};
use uuid::Uuid;

use super::{notes, write_note};

fn asked(key: &str, body: &str) -> Asked {
    Asked { account: Uuid::nil(), key: key.to_owned(), digest: body.as_bytes().to_vec() }
}

/// Writes a note where it is asked for the first time, and answers its text.
async fn write_once(db: &Db, asked: &Asked) -> Result<Claim, StoreError> {
    let asked = asked.clone();
    db.write(Actor::System, async move |tx| {
        let claim = tx.claim(&asked).await?;
        if claim == Claim::New {
            let text = String::from_utf8_lossy(&asked.digest).into_owned();
            write_note(tx, &text).await?;
            tx.answered(&asked, &text).await?;
        }
        Ok(claim)
    })
    .await
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn of_many_that_ask_at_once_one_has_an_effect_and_all_its_answer(#[case] kind: Kind) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    let asked = asked("a-1", "call Levon");
    let all = futures_util::future::join_all((0..8).map(|_| write_once(db, &asked))).await;
    let claims: Vec<Claim> = all.into_iter().map(Result::unwrap).collect();
    let is_new = |claim: &&Claim| **claim == Claim::New;
    assert_eq!(claims.iter().filter(is_new).count(), 1);
    let told = Claim::Answered("call Levon".to_owned());
    assert_eq!(claims.iter().filter(|claim| **claim == told).count(), 7);
    assert_eq!(notes(db, 1).await, ["call Levon"]);
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn a_key_stands_for_one_thing_of_one_account_for_a_day(#[case] kind: Kind) {
    let Some(TestRecord { db, clock, .. }) = &TestRecord::empty(kind).await else { return };
    let first = asked("a-1", "call Levon");
    assert_eq!(write_once(db, &first).await.unwrap(), Claim::New);
    let other = asked("a-1", "call Anna");
    assert_eq!(write_once(db, &other).await.unwrap(), Claim::OfAnother);
    let colleague = Asked { account: Uuid::from_u128(7), ..other.clone() };
    assert_eq!(write_once(db, &colleague).await.unwrap(), Claim::New);
    clock.advance(KEPT + TimeDelta::seconds(1));
    assert_eq!(write_once(db, &other).await.unwrap(), Claim::New);
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn what_failed_leaves_its_key_free(#[case] kind: Kind) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    let asked = asked("a-1", "call Levon");
    let failing = asked.clone();
    let failed = db
        .write(Actor::System, async move |tx| {
            tx.claim(&failing).await?;
            Err::<(), _>(StoreError::Defect)
        })
        .await;
    assert!(failed.is_err());
    assert_eq!(write_once(db, &asked).await.unwrap(), Claim::New);
    assert_eq!(notes(db, 1).await, ["call Levon"]);
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn who_holds_a_thing_sees_what_was_done_to_it_before(#[case] kind: Kind) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    let writes = (0..6).map(|_| {
        db.write(Actor::System, async move |tx| {
            tx.hold(Uuid::from_u128(7)).await?;
            let (known,): (i64,) = tx.query("select count(*) from log").one().await?;
            write_note(tx, &known.to_string()).await
        })
    });
    for written in futures_util::future::join_all(writes).await {
        written.unwrap();
    }
    let mut said = notes(db, 6).await;
    said.sort();
    assert_eq!(said, ["0", "1", "2", "3", "4", "5"]);
}

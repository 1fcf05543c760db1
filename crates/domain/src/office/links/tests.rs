//! Who comes in by a link, on both databases.

use chrono::TimeDelta;
use rstest::rstest;
use store::Db;
use store::log::Actor;
use testkit::record::{Kind, TestRecord};

use super::{LinkError, make, of_link, take_up};
use crate::office::rights::Role;
use crate::office::staff::{self, AccountId, NewAccount, Secret};

async fn owner(db: &Db) -> AccountId {
    let new = NewAccount {
        email: "nora@example.ie".into(),
        name: "Nora".into(),
        role: Role::Owner,
        password: None,
    };
    db.write(Actor::System, async move |tx| staff::add(tx, &new).await).await.unwrap()
}

async fn made(db: &Db, account: AccountId) -> Secret {
    db.write(Actor::System, async move |tx| make(tx, account).await).await.unwrap()
}

async fn taken_up(db: &Db, link: &Secret) -> Result<Secret, LinkError> {
    let link = link.clone();
    db.write(Actor::System, async move |tx| take_up(tx, &link, "a browser").await).await
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn a_link_signs_in_once(#[case] kind: Kind) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    let nora = owner(db).await;
    let link = made(db, nora).await;
    let mut reader = db.reader().await.unwrap();
    let now = db.clock().now();
    let behind = of_link(&mut reader.snapshot(), &link, now).await.unwrap();
    assert_eq!(behind.map(|account| account.id), Some(nora));
    drop(reader);
    let session = taken_up(db, &link).await.unwrap();
    let mut reader = db.reader().await.unwrap();
    let known = staff::session(&mut reader.snapshot(), &session, now).await.unwrap().unwrap();
    assert_eq!(known.account.id, nora);
    assert!(matches!(taken_up(db, &link).await, Err(LinkError::Gone)));
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn a_link_is_worth_nothing_once_replaced_or_run_out(#[case] kind: Kind) {
    let Some(TestRecord { db, clock, .. }) = &TestRecord::empty(kind).await else { return };
    let nora = owner(db).await;
    let first = made(db, nora).await;
    let second = made(db, nora).await;
    assert!(matches!(taken_up(db, &first).await, Err(LinkError::Gone)));
    clock.advance(TimeDelta::hours(25));
    assert!(matches!(taken_up(db, &second).await, Err(LinkError::Gone)));
}

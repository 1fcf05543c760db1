//! Who was invited and comes, on both databases.

use chrono::TimeDelta;
use rstest::rstest;
use store::Db;
use store::log::Actor;
use testkit::record::{Kind, TestRecord};

use super::{NewInvitation, invite, of_link, open, take_up, withdraw};
use crate::office::links::LinkError;
use crate::office::rights::Role;
use crate::office::staff::{self, AccountId, Password, Secret, StaffError};

async fn invited(db: &Db, email: &str) -> Result<Secret, LinkError> {
    let new = NewInvitation { email: email.into(), role: Role::Analyst };
    db.write(Actor::System, async move |tx| invite(tx, &new).await).await
}

async fn taken_up(db: &Db, link: &Secret) -> Result<AccountId, LinkError> {
    let (link, password) = (link.clone(), Password::typed("correct horse battery").hash().unwrap());
    db.write(Actor::System, async move |tx| take_up(tx, &link, "Levon", &password).await).await
}

async fn lets_in(db: &Db, link: &Secret) -> bool {
    let mut reader = db.reader().await.unwrap();
    of_link(&mut reader.snapshot(), link, db.clock().now()).await.unwrap().is_some()
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn a_link_makes_one_account(#[case] kind: Kind) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    let link = invited(db, "Levon@example.am").await.unwrap();
    assert!(lets_in(db, &link).await && !lets_in(db, &Secret::new().unwrap()).await);
    let id = taken_up(db, &link).await.unwrap();
    let mut reader = db.reader().await.unwrap();
    let known = staff::account(&mut reader.snapshot(), id).await.unwrap().unwrap();
    assert_eq!((known.email.as_str(), known.role), ("levon@example.am", Role::Analyst));
    drop(reader);
    assert!(matches!(taken_up(db, &link).await, Err(LinkError::Gone)));
    let again = invited(db, "levon@example.am").await;
    assert!(matches!(again, Err(LinkError::Staff(StaffError::EmailTaken(_)))));
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn a_link_is_worth_nothing_once_withdrawn_replaced_or_run_out(#[case] kind: Kind) {
    let Some(TestRecord { db, clock, .. }) = &TestRecord::empty(kind).await else { return };
    let first = invited(db, "levon@example.am").await.unwrap();
    let second = invited(db, "levon@example.am").await.unwrap();
    assert!(!lets_in(db, &first).await && lets_in(db, &second).await);
    let mut reader = db.reader().await.unwrap();
    let known = open(&mut reader.snapshot(), db.clock().now()).await.unwrap();
    drop(reader);
    let id = known[0].id;
    assert_eq!(known.len(), 1);
    db.write(Actor::System, async move |tx| withdraw(tx, id).await).await.unwrap();
    assert!(!lets_in(db, &second).await);
    let third = invited(db, "levon@example.am").await.unwrap();
    clock.advance(TimeDelta::days(7));
    assert!(matches!(taken_up(db, &third).await, Err(LinkError::Gone)));
}

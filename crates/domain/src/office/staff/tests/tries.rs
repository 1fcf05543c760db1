//! Passwords that are tried, at once and one after the other.

use chrono::TimeDelta;
use rstest::rstest;
use store::Db;
use store::log::Actor;
use testkit::record::{Kind, TestRecord};

use super::super::{
    Password, StaffError, change_password, credentials, is_password_of, may_try, tried,
};
use super::added;
use crate::office::second_factor;

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn after_eight_failures_one_waits_a_quarter_of_an_hour(#[case] kind: Kind) {
    let Some(TestRecord { db, clock, .. }) = &TestRecord::empty(kind).await else { return };
    let try_now = async |email: &str, address: &str| {
        let mut reader = db.reader().await.unwrap();
        may_try(&mut reader.snapshot(), email, address, db.clock().now()).await
    };
    for _ in 0..8 {
        try_now("anna@example.am", "192.0.2.1").await.unwrap();
        db.write(Actor::System, async |tx| tried(tx, "anna@example.am", "192.0.2.1", false).await)
            .await
            .unwrap();
    }
    let refused = try_now("Anna@example.am", "192.0.2.9").await;
    assert!(matches!(refused, Err(StaffError::TooManyTries { minutes: 15 })));
    assert!(try_now("levon@example.am", "192.0.2.1").await.is_ok(), "others may go on");
    clock.advance(TimeDelta::minutes(15));
    assert!(try_now("anna@example.am", "192.0.2.1").await.is_ok());
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn whoever_is_on_their_way_in_by_the_old_password_does_not_come_in(#[case] kind: Kind) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    let who = added(db, "anna@example.am").await.unwrap();
    let known =
        credentials(&mut db.reader().await.unwrap().snapshot(), "anna@example.am").await.unwrap();
    let (_, compared) = known.unwrap();
    let is_still = || {
        let compared = compared.clone();
        db.write(Actor::System, async move |tx| is_password_of(tx, who, &compared).await)
    };
    assert!(is_still().await.unwrap());
    let asks = async move |tx: &mut store::Tx<'_>| second_factor::ask(tx, who).await;
    let step = db.write(Actor::System, asks).await.unwrap();
    let new = Password::typed("another horse battery").hash().unwrap();
    db.write(Actor::System, async move |tx| change_password(tx, who, &new).await).await.unwrap();
    assert!(!is_still().await.unwrap());
    let now = db.clock().now();
    let mut reader = db.reader().await.unwrap();
    assert_eq!(second_factor::asked(&mut reader.snapshot(), &step, now).await.unwrap(), None);
}

async fn tries(db: &Db, is_right: bool) -> Result<(), StaffError> {
    let try_one = async move |tx: &mut store::Tx<'_>| {
        tried(tx, "anna@example.am", "192.0.2.1", is_right).await
    };
    db.write(Actor::System, try_one).await
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn whatever_is_typed_for_an_address_can_be_tried_and_counted(#[case] kind: Kind) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    for typed in ["", "a\0b@example.am", "\u{202e}", "'; drop table account; --"] {
        let one = async move |tx: &mut store::Tx<'_>| tried(tx, typed, "192.0.2.1", false).await;
        db.write(Actor::System, one).await.unwrap();
        let known = credentials(&mut db.reader().await.unwrap().snapshot(), typed).await;
        assert!(known.unwrap().is_none(), "{typed:?}");
    }
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn of_tries_that_come_at_once_no_more_are_answered_than_one_by_one(#[case] kind: Kind) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    let told = futures_util::future::join_all((0..20).map(|_| tries(db, false))).await;
    assert_eq!(told.iter().filter(|told| told.is_ok()).count(), 8, "{told:?}");
    for refused in told.into_iter().filter(Result::is_err).chain([tries(db, true).await]) {
        let is_refused = matches!(refused, Err(StaffError::TooManyTries { minutes: 15 }));
        assert!(is_refused, "right or wrong: {refused:?}");
    }
}

//! Who is let in, on both databases.

use chrono::TimeDelta;
use rstest::rstest;
use store::Db;
use store::log::Actor;
use testkit::record::{Kind, TestRecord};

use super::{
    AccountId, NewAccount, Password, SESSION_LASTS, Secret, StaffError, account, add,
    change_password, credentials, everybody, may_try, session, sign_in, sign_in_failed, sign_out,
};
use crate::office::rights::Role;

async fn added(db: &Db, email: &str) -> Result<AccountId, StaffError> {
    let new = NewAccount {
        email: email.into(),
        name: "Anna Petrosyan".into(),
        role: Role::Agent,
        password: Some(Password::typed("correct horse battery").hash().unwrap()),
    };
    db.write(Actor::System, async move |tx| add(tx, &new).await).await
}

async fn signed_in(db: &Db, who: AccountId) -> Result<Secret, StaffError> {
    db.write(Actor::System, async move |tx| sign_in(tx, who, "Firefox").await).await
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn whoever_is_added_can_be_found_by_the_address_however_it_is_typed(#[case] kind: Kind) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    let id = added(db, " Anna@Example.AM ").await.unwrap();
    let mut reader = db.reader().await.unwrap();
    let (found, kept) =
        credentials(&mut reader.snapshot(), "anna@example.am").await.unwrap().unwrap();
    assert_eq!((found.id, found.email.as_str()), (id, "anna@example.am"));
    assert!(kept.is_of(&Password::typed("correct horse battery")));
    assert_eq!(everybody(&mut reader.snapshot()).await.unwrap(), [found]);
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn an_address_has_one_account(#[case] kind: Kind) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    added(db, "anna@example.am").await.unwrap();
    let again = added(db, "ANNA@example.am").await;
    assert!(matches!(again, Err(StaffError::EmailTaken(email)) if email == "anna@example.am"));
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn a_session_lasts_until_it_is_ended_or_over(#[case] kind: Kind) {
    let Some(TestRecord { db, clock, .. }) = &TestRecord::empty(kind).await else { return };
    let who = added(db, "anna@example.am").await.unwrap();
    let (one, other) = (signed_in(db, who).await.unwrap(), signed_in(db, who).await.unwrap());
    let is_in = async |secret: &Secret| {
        let mut reader = db.reader().await.unwrap();
        session(&mut reader.snapshot(), secret, db.clock().now()).await.unwrap().is_some()
    };
    assert!(is_in(&one).await && is_in(&other).await);
    let ended = one.clone();
    db.write(Actor::Staff(who.into()), async move |tx| sign_out(tx, &ended).await).await.unwrap();
    assert!(!is_in(&one).await && is_in(&other).await);
    clock.advance(SESSION_LASTS);
    assert!(!is_in(&other).await);
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn a_new_password_ends_every_session(#[case] kind: Kind) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    let who = added(db, "anna@example.am").await.unwrap();
    let secret = signed_in(db, who).await.unwrap();
    let new = Password::typed("another horse battery").hash().unwrap();
    db.write(Actor::System, async move |tx| change_password(tx, who, &new).await).await.unwrap();
    let mut reader = db.reader().await.unwrap();
    let now = db.clock().now();
    assert_eq!(session(&mut reader.snapshot(), &secret, now).await.unwrap(), None);
    assert!(account(&mut reader.snapshot(), who).await.unwrap().is_some());
}

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
        db.write(Actor::System, async |tx| {
            sign_in_failed(tx, "anna@example.am", "192.0.2.1").await
        })
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
#[case("", false)]
#[case("anna", false)]
#[case("anna@", false)]
#[case("@example.am", false)]
#[case("anna@example.am\r\nBcc: all@example.am", false)]
#[case("Anna <anna@example.am>", false)]
#[case("աննա@օրինակ.հայ", true)]
#[case("anna@localhost", true)]
fn only_an_address_is_taken_for_one(#[case] text: &str, #[case] is_one: bool) {
    assert_eq!(super::rules::email(text).is_ok(), is_one);
}

//! Who is let in, on both databases.

mod tries;

use chrono::{DateTime, TimeDelta};
use rstest::rstest;
use store::Db;
use store::jobs::{Timetable, Worker};
use store::log::{Actor, Before, Event as _};
use testkit::record::{Kind, TestRecord};

use super::{
    AccountId, NewAccount, Own, Password, SESSION_LASTS, Secret, StaffError, StaffLockedOut,
    account, add, change_own, change_password, change_role, credentials, end_session, everybody,
    let_back_in, lock_out, session, sessions_of, sign_in, sign_out, tidied_by,
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
async fn one_session_can_be_ended_from_another(#[case] kind: Kind) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    let (anna, levon) =
        (added(db, "anna@example.am").await.unwrap(), added(db, "levon@example.am").await.unwrap());
    let (kept, ended) = (signed_in(db, anna).await.unwrap(), signed_in(db, anna).await.unwrap());
    let now = db.clock().now();
    let known = async |secret: &Secret| {
        let mut reader = db.reader().await.unwrap();
        session(&mut reader.snapshot(), secret, now).await.unwrap()
    };
    let id = known(&ended).await.unwrap().id;
    let end = async |who| {
        db.write(Actor::System, async move |tx| end_session(tx, who, id).await).await.unwrap()
    };
    assert!(!end(levon).await, "it is not his");
    assert!(end(anna).await && !end(anna).await);
    assert!(known(&ended).await.is_none() && known(&kept).await.is_some());
    let mut reader = db.reader().await.unwrap();
    assert_eq!(sessions_of(&mut reader.snapshot(), anna, now).await.unwrap().len(), 1);
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn there_is_always_an_owner(#[case] kind: Kind) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    let (anna, levon) =
        (added(db, "anna@example.am").await.unwrap(), added(db, "levon@example.am").await.unwrap());
    let give = async |who, role| {
        db.write(Actor::System, async move |tx| change_role(tx, who, role).await).await
    };
    give(anna, Role::Owner).await.unwrap();
    assert!(matches!(give(anna, Role::Agent).await, Err(StaffError::LastOwner)));
    let out = async |who| db.write(Actor::System, async move |tx| lock_out(tx, who).await).await;
    assert!(matches!(out(anna).await, Err(StaffError::LastOwner)));
    give(levon, Role::Owner).await.unwrap();
    out(levon).await.unwrap();
    assert!(matches!(give(anna, Role::Agent).await, Err(StaffError::LastOwner)));
    db.write(Actor::System, async move |tx| let_back_in(tx, levon).await).await.unwrap();
    give(anna, Role::Agent).await.unwrap();
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn who_is_locked_out_is_out_at_once(#[case] kind: Kind) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    let who = added(db, "anna@example.am").await.unwrap();
    let secret = signed_in(db, who).await.unwrap();
    db.write(Actor::System, async move |tx| lock_out(tx, who).await).await.unwrap();
    assert!(matches!(signed_in(db, who).await, Err(StaffError::LockedOut)));
    db.write(Actor::System, async move |tx| let_back_in(tx, who).await).await.unwrap();
    let mut reader = db.reader().await.unwrap();
    let now = db.clock().now();
    assert_eq!(session(&mut reader.snapshot(), &secret, now).await.unwrap(), None);
    drop(reader);
    assert!(signed_in(db, who).await.is_ok());
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn who_is_locked_out_by_two_at_once_is_locked_out_once(#[case] kind: Kind) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    let who = added(db, "anna@example.am").await.unwrap();
    let locks_out = || db.write(Actor::System, async move |tx| lock_out(tx, who).await);
    let (one, other) = tokio::join!(locks_out(), locks_out());
    assert!(one.is_ok() && other.is_ok(), "{one:?} {other:?}");
    let mut reader = db.reader().await.unwrap();
    let history = reader.snapshot().history_of(who.into(), Before::default(), 9).await.unwrap();
    let kinds: Vec<&str> = history.iter().map(|entry| entry.kind.as_str()).collect();
    assert_eq!(kinds, [StaffLockedOut::KIND, "staff.added"]);
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn somebody_changes_their_name_and_language(#[case] kind: Kind) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    let who = added(db, "anna@example.am").await.unwrap();
    let calls_herself = async |name: &str, language: &str| {
        let own = Own { name: name.into(), language: Some(language.into()) };
        db.write(Actor::System, async move |tx| change_own(tx, who, &own).await).await
    };
    assert!(
        calls_herself(" Anna ", "hy").await.unwrap() && !calls_herself("Anna", "hy").await.unwrap()
    );
    assert!(matches!(calls_herself("Anna", "xx").await, Err(StaffError::NotALanguage(_))));
    let mut reader = db.reader().await.unwrap();
    let known = account(&mut reader.snapshot(), who).await.unwrap().unwrap();
    assert_eq!((known.name.as_str(), known.language.as_deref()), ("Anna", Some("hy")));
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn what_has_run_out_is_tidied_up(#[case] kind: Kind) {
    let Some(TestRecord { db, clock, .. }) = &TestRecord::empty(kind).await else { return };
    let who = added(db, "anna@example.am").await.unwrap();
    signed_in(db, who).await.unwrap();
    let timetable = Timetable::default().every::<super::Tidy>(TimeDelta::hours(1));
    let worker = tidied_by(Worker::new(db.clone()));
    let kept = async || {
        timetable.ask(db).await.unwrap();
        clock.advance(TimeDelta::hours(1));
        worker.run_until_idle().await.unwrap();
        let mut reader = db.reader().await.unwrap();
        // Those that have ended too, as long as they are there.
        sessions_of(&mut reader.snapshot(), who, DateTime::UNIX_EPOCH).await.unwrap().len()
    };
    assert_eq!(kept().await, 1);
    clock.advance(SESSION_LASTS);
    assert_eq!(kept().await, 0);
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

#[test]
fn a_name_is_one_that_a_list_can_show() {
    let kept = super::rules::name(&format!(" Anna\u{7} {}", "ж".repeat(5_000))).unwrap();
    assert!(kept.starts_with("Anna жж") && kept.chars().count() == 100, "{kept}");
    assert!(matches!(super::rules::name(" \u{7} "), Err(StaffError::NoName)));
}

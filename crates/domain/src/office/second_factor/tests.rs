//! Codes that let in once, on both databases.

use chrono::TimeDelta;
use rstest::rstest;
use store::Db;
use store::log::Actor;
use testkit::record::{Kind, TestRecord};

use super::{
    DeviceSecret, RecoveryCodes, SealingKey, SecondFactorError, answered, ask, asked, codes_left,
    has_sealed, is_on, seal_all, take, turn_off, turn_on,
};
use crate::office::rights::Role;
use crate::office::staff::{self, AccountId, NewAccount};

/// The secret of RFC 6238, its code when tests happen, and the next one.
const SECRET: &str = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
const NOW: &str = "638952";
const NEXT: &str = "549188";

fn key() -> SealingKey {
    SealingKey::read(&"1f".repeat(32)).unwrap()
}

async fn somebody(db: &Db) -> AccountId {
    let new = NewAccount {
        email: "anna@example.am".into(),
        name: "Anna Petrosyan".into(),
        role: Role::Agent,
        password: None,
    };
    db.write(Actor::System, async move |tx| staff::add(tx, &new).await).await.unwrap()
}

async fn turned_on(
    db: &Db,
    who: AccountId,
    code: &'static str,
) -> Result<RecoveryCodes, SecondFactorError> {
    let secret = DeviceSecret::read(SECRET).unwrap();
    db.write(Actor::Staff(who.into()), async move |tx| {
        turn_on(tx, &key(), who, &secret, code).await
    })
    .await
}

async fn taken(db: &Db, who: AccountId, code: &str) -> Result<(), SecondFactorError> {
    let code = code.to_owned();
    db.write(Actor::Staff(who.into()), async move |tx| take(tx, &key(), who, &code).await).await
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn a_code_lets_in_once(#[case] kind: Kind) {
    let Some(TestRecord { db, clock, .. }) = &TestRecord::empty(kind).await else { return };
    let who = somebody(db).await;
    assert!(matches!(turned_on(db, who, "123456").await, Err(SecondFactorError::Wrong)));
    turned_on(db, who, NOW).await.unwrap();
    assert!(matches!(turned_on(db, who, NOW).await, Err(SecondFactorError::IsOn)));
    assert!(matches!(taken(db, who, NOW).await, Err(SecondFactorError::Wrong)), "it was used");
    clock.advance(TimeDelta::seconds(30));
    taken(db, who, NEXT).await.unwrap();
    assert!(matches!(taken(db, who, NEXT).await, Err(SecondFactorError::Wrong)));
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn a_recovery_code_lets_in_once_and_only_its_owner(#[case] kind: Kind) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    let who = somebody(db).await;
    let codes = turned_on(db, who, NOW).await.unwrap();
    let first = codes.iter().next().unwrap().to_lowercase();
    taken(db, who, &first).await.unwrap();
    assert!(matches!(taken(db, who, &first).await, Err(SecondFactorError::Wrong)));
    let mut reader = db.reader().await.unwrap();
    assert_eq!(codes_left(&mut reader.snapshot(), who).await.unwrap(), 9);
    drop(reader);
    db.write(Actor::System, async move |tx| turn_off(tx, who).await).await.unwrap();
    let mut reader = db.reader().await.unwrap();
    assert!(!is_on(&mut reader.snapshot(), who).await.unwrap());
    assert_eq!(codes_left(&mut reader.snapshot(), who).await.unwrap(), 0);
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn a_code_may_come_within_five_minutes_of_the_password(#[case] kind: Kind) {
    let Some(TestRecord { db, clock, .. }) = &TestRecord::empty(kind).await else { return };
    let who = somebody(db).await;
    let shown = db.write(Actor::System, async move |tx| ask(tx, who).await).await.unwrap();
    let whose = async || {
        let mut reader = db.reader().await.unwrap();
        asked(&mut reader.snapshot(), &shown, db.clock().now()).await.unwrap()
    };
    assert_eq!(whose().await, Some(who));
    clock.advance(TimeDelta::minutes(5));
    assert_eq!(whose().await, None);
    let answer = shown.clone();
    assert!(db.write(Actor::System, async move |tx| answered(tx, &answer).await).await.unwrap());
    let again = shown.clone();
    assert!(!db.write(Actor::System, async move |tx| answered(tx, &again).await).await.unwrap());
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn of_two_processes_with_keys_of_their_own_one_seals(#[case] kind: Kind) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    let who = somebody(db).await;
    let starts = async |key: SealingKey| {
        db.write(Actor::System, async move |tx| seal_all(tx, &key).await).await
    };
    let other = SealingKey::new().unwrap();
    starts(key()).await.unwrap();
    starts(other.clone()).await.unwrap();
    assert!(matches!(turned_on(db, who, NOW).await, Err(SecondFactorError::OtherKey)));
    assert!(!is_on(&mut db.reader().await.unwrap().snapshot(), who).await.unwrap());
    starts(key()).await.unwrap();
    turned_on(db, who, NOW).await.unwrap();
    assert!(matches!(starts(other).await, Err(SecondFactorError::OtherKey)));
    starts(key()).await.unwrap();
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn what_was_kept_open_is_sealed_and_another_key_is_noticed(#[case] kind: Kind) {
    let Some(TestRecord { db, clock, .. }) = &TestRecord::empty(kind).await else { return };
    let who = somebody(db).await;
    let codes = turned_on(db, who, NOW).await.unwrap();
    let bare = async move |tx: &mut store::Tx<'_>| {
        let secret = DeviceSecret::read(SECRET).unwrap();
        super::store::seal(tx, who, secret.bytes()).await
    };
    db.write(Actor::System, bare).await.unwrap();
    assert!(!has_sealed(&mut db.reader().await.unwrap().snapshot()).await.unwrap());
    for _ in 0..2 {
        db.write(Actor::System, async |tx| seal_all(tx, &key()).await).await.unwrap();
        assert!(has_sealed(&mut db.reader().await.unwrap().snapshot()).await.unwrap());
    }
    clock.advance(TimeDelta::seconds(30));
    taken(db, who, NEXT).await.unwrap();
    let other = SealingKey::new().unwrap();
    let (sealing, taking) = (other.clone(), other);
    let refused = db.write(Actor::System, async move |tx| seal_all(tx, &sealing).await).await;
    assert!(matches!(refused, Err(SecondFactorError::OtherKey)));
    let recovery = codes.iter().next().unwrap().to_owned();
    let with_other = async |code: String| {
        let key = taking.clone();
        db.write(Actor::System, async move |tx| take(tx, &key, who, &code).await).await
    };
    assert!(matches!(with_other(NEXT.into()).await, Err(SecondFactorError::OtherKey)));
    with_other(recovery).await.unwrap();
}

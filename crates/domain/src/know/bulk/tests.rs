//! Changing many customers at once, on both databases.

use std::sync::Arc;

use rstest::rstest;
use store::Db;
use store::jobs::Worker;
use store::log::Actor;
use testkit::record::{Kind, TestRecord, keeps_up};

use super::{Alter, BulkEdit, BulkError, BulkId, State, Whom, begin, bulk, done_by, take_back};
use crate::know::customers::{self, CustomerId, Field};
use crate::know::fields::{self, FieldError, Holds, NewField};
use crate::know::search::Indexer;
use crate::know::tags;
use crate::office::rights::Role;
use crate::office::staff::{self, AccountId, NewAccount};

async fn nora(db: &Db) -> AccountId {
    let new = NewAccount {
        email: "nora@shop.test".into(),
        name: "Nora".into(),
        role: Role::Manager,
        password: None,
    };
    db.write(Actor::System, async move |tx| staff::add(tx, &new).await).await.unwrap()
}

async fn adds(db: &Db, city: &str) -> CustomerId {
    let known = [(Field::Name, "Ani".to_owned()), (Field::City, city.to_owned())];
    db.write(Actor::System, async move |tx| customers::add(tx, &known).await).await.unwrap()
}

async fn alters(db: &Db, me: AccountId, whom: Whom, alter: Alter) -> Result<BulkId, BulkError> {
    let actor = Actor::Staff(me.into());
    db.write(actor, async move |tx| begin(tx, me, &whom, &alter).await).await
}

async fn undoes(db: &Db, me: AccountId, id: BulkId) -> Result<bool, BulkError> {
    db.write(Actor::Staff(me.into()), async move |tx| take_back(tx, id).await).await
}

async fn known(db: &Db, id: BulkId) -> BulkEdit {
    bulk(&mut db.reader().await.unwrap().snapshot(), id).await.unwrap().unwrap()
}

async fn city(db: &Db, id: CustomerId) -> Option<String> {
    let mut reader = db.reader().await.unwrap();
    let customer = customers::customer(&mut reader.snapshot(), id).await.unwrap().unwrap();
    customer.value(Field::City)
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn a_few_are_changed_at_once_and_taken_back_where_nobody_changed_them_since(
    #[case] kind: Kind,
) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    let me = nora(db).await;
    let (one, two, there) = (adds(db, "Gyumri").await, adds(db, "").await, adds(db, "Ani").await);
    let alter = Alter::Field { field: Field::City, value: " Ani ".into() };
    let id = alters(db, me, Whom::These(vec![one, two, there]), alter).await.unwrap();
    let bulk = known(db, id).await;
    assert_eq!((bulk.state, bulk.customers, bulk.changed), (State::Done, 3, 2));
    assert_eq!(city(db, two).await.as_deref(), Some("Ani"));
    let since = [(Field::City, "Yerevan".to_owned())];
    db.write(Actor::System, async move |tx| customers::edit(tx, two, None, &since).await)
        .await
        .unwrap();
    assert!(undoes(db, me, id).await.unwrap());
    assert_eq!(city(db, one).await.as_deref(), Some("Gyumri"));
    assert_eq!(city(db, two).await.as_deref(), Some("Yerevan"), "a colleague changed it since");
    assert_eq!(city(db, there).await.as_deref(), Some("Ani"), "it was so before");
    assert_eq!(known(db, id).await.changed, 1, "that of a colleague stays");
    assert!(!undoes(db, me, id).await.unwrap(), "once is enough");
    let alter = Alter::Field { field: Field::Country, value: "am".into() };
    let id = alters(db, me, Whom::These(vec![one]), alter).await.unwrap();
    undoes(db, me, id).await.unwrap();
    let mut reader = db.reader().await.unwrap();
    let known = customers::customer(&mut reader.snapshot(), one).await.unwrap().unwrap();
    assert_eq!(known.value(Field::Country), None, "however it was typed");
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn many_are_noted_first_and_changed_by_a_job(#[case] kind: Kind) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    let me = nora(db).await;
    let add = async move |tx: &mut store::Tx<'_>| {
        for number in 0..1_050 {
            let known = [(Field::Name, format!("C{number}"))];
            let id = customers::add(tx, &known).await?;
            tags::add(tx, id, "old").await?;
        }
        Ok::<_, tags::TagError>(())
    };
    db.write(Actor::System, add).await.unwrap();
    let untag = Alter::Untag { tag: "Old".into() };
    let id = alters(db, me, Whom::All("tag:old".into()), untag).await.unwrap();
    assert_eq!(known(db, id).await.state, State::Noting);
    assert!(matches!(undoes(db, me, id).await, Err(BulkError::NotDone)));
    let worker = done_by(Worker::new(db.clone()), db);
    worker.run_until_idle().await.unwrap();
    let bulk = known(db, id).await;
    // What is changed no longer fits, and yet all were.
    assert_eq!((bulk.state, bulk.customers, bulk.changed), (State::Done, 1_050, 1_050));
    assert!(undoes(db, me, id).await.unwrap());
    worker.run_until_idle().await.unwrap();
    let bulk = known(db, id).await;
    assert_eq!((bulk.state, bulk.changed), (State::TakenBack, 0), "nothing stays");
    let again = Alter::Tag { tag: "old".into() };
    let again = alters(db, me, Whom::All("-tag:old".into()), again).await.unwrap();
    assert_eq!(known(db, again).await.customers, 0, "all have it back");
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn all_who_have_a_word_are_changed_however_many(#[case] kind: Kind) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    let me = nora(db).await;
    let add = async |tx: &mut store::Tx<'_>| {
        for number in 0..1_050 {
            customers::add(tx, &[(Field::Name, format!("Ani {number}"))]).await?;
        }
        Ok::<_, customers::CustomerError>(())
    };
    db.write(Actor::System, add).await.unwrap();
    keeps_up(db, &Arc::new(Indexer)).await.unwrap();
    let tag = Alter::Tag { tag: "vip".into() };
    let id = alters(db, me, Whom::All("ani".into()), tag).await.unwrap();
    assert_eq!(known(db, id).await.state, State::Noting);
    done_by(Worker::new(db.clone()), db).run_until_idle().await.unwrap();
    let bulk = known(db, id).await;
    assert_eq!((bulk.state, bulk.customers, bulk.changed), (State::Done, 1_050, 1_050));
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn fields_of_the_business_are_changed_to_what_they_can_hold(#[case] kind: Kind) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    let me = nora(db).await;
    let one = adds(db, "Gyumri").await;
    let new = NewField { name: "Size".into(), holds: Holds::Number };
    let field = db.write(Actor::System, async move |tx| fields::add(tx, &new).await).await.unwrap();
    let alter = |value: &str| Alter::Own { field, value: value.into() };
    let id = alters(db, me, Whom::These(vec![one]), alter("38,0")).await.unwrap();
    assert_eq!(known(db, id).await.changed, 1);
    let wrong = alters(db, me, Whom::These(vec![one]), alter("small")).await;
    assert!(matches!(wrong, Err(BulkError::Own(FieldError::Refused(_)))));
    let gone = async move |tx: &mut store::Tx<'_>| fields::remove(tx, field).await;
    db.write(Actor::System, gone).await.unwrap();
    let removed = alters(db, me, Whom::These(vec![one]), alter("39")).await;
    assert!(matches!(removed, Err(BulkError::Own(FieldError::Unknown))));
    let back = async move |tx: &mut store::Tx<'_>| fields::restore(tx, field).await;
    db.write(Actor::System, back).await.unwrap();
    assert!(undoes(db, me, id).await.unwrap());
    let mut reader = db.reader().await.unwrap();
    assert!(fields::values_of(&mut reader.snapshot(), one).await.unwrap().is_empty());
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn what_is_each_ones_own_is_not_changed_for_many(#[case] kind: Kind) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    let me = nora(db).await;
    let one = adds(db, "Gyumri").await;
    let rename = Alter::Field { field: Field::Name, value: "X".into() };
    let refused = alters(db, me, Whom::These(vec![one]), rename).await;
    assert!(matches!(refused, Err(BulkError::NotForMany)));
    let robot = Alter::Field { field: Field::Kind, value: "robot".into() };
    let refused = alters(db, me, Whom::These(vec![one]), robot).await;
    assert!(matches!(refused, Err(BulkError::Customer(_))));
    let tag = Alter::Tag { tag: " ".into() };
    assert!(matches!(alters(db, me, Whom::These(vec![one]), tag).await, Err(BulkError::Tag(_))));
    let crowd = Whom::These(vec![one; 1_001]);
    let tag = Alter::Tag { tag: "x".into() };
    assert!(matches!(alters(db, me, crowd, tag).await, Err(BulkError::TooMany)));
    let tag = Alter::Tag { tag: "x".into() };
    let unknown = alters(db, me, Whom::All("owner:nobody-here".into()), tag).await;
    assert!(matches!(unknown, Err(BulkError::List(_))));
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn whoever_is_no_more_is_passed_over(#[case] kind: Kind) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    let me = nora(db).await;
    let (one, nobody) = (adds(db, "Gyumri").await, CustomerId(uuid::Uuid::nil()));
    let alters_both =
        async |alter| alters(db, me, Whom::These(vec![nobody, one]), alter).await.unwrap();
    for alter in
        [Alter::Field { field: Field::City, value: "Ani".into() }, Alter::Tag { tag: "vip".into() }]
    {
        let id = alters_both(alter).await;
        let bulk = known(db, id).await;
        assert_eq!((bulk.state, bulk.customers, bulk.changed), (State::Done, 2, 1));
        assert!(undoes(db, me, id).await.unwrap());
    }
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn what_a_field_can_no_longer_hold_is_passed_over(#[case] kind: Kind) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    let me = nora(db).await;
    let one = adds(db, "Gyumri").await;
    let add = async |tx: &mut store::Tx<'_>| {
        for number in 0..1_000 {
            customers::add(tx, &[(Field::Name, format!("C{number}"))]).await?;
        }
        Ok::<_, customers::CustomerError>(())
    };
    db.write(Actor::System, add).await.unwrap();
    let new = NewField { name: "Size".into(), holds: Holds::Number };
    let field = db.write(Actor::System, async move |tx| fields::add(tx, &new).await).await.unwrap();
    let alter = Alter::Own { field, value: "38".into() };
    let id = alters(db, me, Whom::All(String::new()), alter).await.unwrap();
    assert_eq!(known(db, id).await.state, State::Noting);
    let gone = async move |tx: &mut store::Tx<'_>| fields::remove(tx, field).await;
    db.write(Actor::System, gone).await.unwrap();
    done_by(Worker::new(db.clone()), db).run_until_idle().await.unwrap();
    let bulk = known(db, id).await;
    assert_eq!((bulk.state, bulk.customers, bulk.changed), (State::Done, 1_001, 0));
    let mut reader = db.reader().await.unwrap();
    assert!(fields::values_of(&mut reader.snapshot(), one).await.unwrap().is_empty());
}

//! Views that are come back to, on both databases.

use chrono::TimeDelta;
use rstest::rstest;
use store::Db;
use store::jobs::Worker;
use store::log::{Actor, Before};
use testkit::record::{Kind, TestRecord};

use super::{NewView, ViewError, counted_by, edit, remove, restore, save, seen_by};
use crate::know::bulk::{self, Alter, Whom};
use crate::know::customers::{self, Field};
use crate::office::rights::Role;
use crate::office::settings::{self, Change, Tier};
use crate::office::staff::{self, AccountId, NewAccount};
use crate::prove::reviews::{self, Made};

async fn employs(db: &Db, name: &str) -> AccountId {
    let new = NewAccount {
        email: format!("{name}@shop.test"),
        name: name.to_owned(),
        role: Role::Manager,
        password: None,
    };
    db.write(Actor::System, async move |tx| staff::add(tx, &new).await).await.unwrap()
}

fn view(name: &str, query: &str, is_shared: bool) -> NewView {
    NewView {
        name: name.into(),
        query: query.into(),
        sort: "-seen".into(),
        columns: vec!["city".into()],
        is_shared,
    }
}

/// What somebody sees: each name, and how many it means.
async fn seen(db: &Db, who: AccountId) -> Vec<(String, Option<u32>)> {
    let mut reader = db.reader().await.unwrap();
    let views = seen_by(&mut reader.snapshot(), who).await.unwrap();
    let counted = |view: super::SavedView| (view.view.name, view.counted.map(|(count, _)| count));
    views.into_iter().map(counted).collect()
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn a_view_is_saved_counted_shared_and_changed_by_its_maker_alone(#[case] kind: Kind) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    let (nora, levon) = (employs(db, "nora").await, employs(db, "levon").await);
    for city in ["Gyumri", "Gyumri", "Yerevan"] {
        let known = [(Field::Name, "Ani".to_owned()), (Field::City, city.to_owned())];
        db.write(Actor::System, async move |tx| customers::add(tx, &known).await).await.unwrap();
    }
    let new = view("  In   Gyumri ", "CITY:Gyumri", false);
    let id = db.write(Actor::System, async move |tx| save(tx, nora, &new).await).await.unwrap();
    counted_by(Worker::new(db.clone()), db).run_until_idle().await.unwrap();
    assert_eq!(seen(db, nora).await, [("In Gyumri".to_owned(), Some(2))]);
    assert_eq!(seen(db, levon).await, []);
    let shared = view("Gyumri", "city:Gyumri", true);
    let others = shared.clone();
    let refused = db.write(Actor::System, async move |tx| edit(tx, levon, id, &others).await).await;
    assert!(matches!(refused, Err(ViewError::Unknown)));
    assert!(
        db.write(Actor::System, async move |tx| edit(tx, nora, id, &shared).await).await.unwrap()
    );
    assert_eq!(seen(db, levon).await, [("Gyumri".to_owned(), Some(2))]);
    let wider = view("Gyumri", "", true);
    db.write(Actor::System, async move |tx| edit(tx, nora, id, &wider).await).await.unwrap();
    assert_eq!(seen(db, levon).await, [("Gyumri".to_owned(), None)], "it means others now");
    db.write(Actor::System, async move |tx| remove(tx, nora, id).await).await.unwrap();
    assert_eq!(seen(db, nora).await, []);
    db.write(Actor::System, async move |tx| restore(tx, nora, id).await).await.unwrap();
    counted_by(Worker::new(db.clone()), db).run_until_idle().await.unwrap();
    assert_eq!(seen(db, nora).await, [("Gyumri".to_owned(), Some(3))]);
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn signs_that_no_database_takes_part_the_words_of_a_view(#[case] kind: Kind) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    let nora = employs(db, "nora").await;
    let known = [(Field::Name, "Ani".to_owned()), (Field::City, "New York".to_owned())];
    db.write(Actor::System, async move |tx| customers::add(tx, &known).await).await.unwrap();
    let town = ("Town", "city:\"New\0York\"");
    for (name, query) in [("Nobody", "a\0b tag:\"a\0b\" \"a\0b\""), town] {
        let new = view(name, query, false);
        db.write(Actor::System, async move |tx| save(tx, nora, &new).await).await.unwrap();
    }
    counted_by(Worker::new(db.clone()), db).run_until_idle().await.unwrap();
    let counted = [("Nobody".to_owned(), Some(0)), ("Town".to_owned(), Some(1))];
    assert_eq!(seen(db, nora).await, counted);
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn a_view_needs_a_name_and_a_query_that_means_something(#[case] kind: Kind) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    let nora = employs(db, "nora").await;
    for (name, query) in [(" ", ""), ("Nonsense", "seen:yesterday")] {
        let new = view(name, query, false);
        let refused = db.write(Actor::System, async move |tx| save(tx, nora, &new).await).await;
        assert!(matches!(refused, Err(ViewError::NoName | ViewError::Query(_))), "{name}");
    }
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn a_view_that_is_removed_twice_at_once_is_removed_once(#[case] kind: Kind) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    let nora = employs(db, "nora").await;
    let new = view("Gyumri", "city:Gyumri", false);
    let id = db.write(Actor::System, async move |tx| save(tx, nora, &new).await).await.unwrap();
    let removes = || db.write(Actor::System, async move |tx| remove(tx, nora, id).await);
    let (one, other) = tokio::join!(removes(), removes());
    assert!(one.is_ok() && other.is_ok(), "{one:?} {other:?}");
    let mut reader = db.reader().await.unwrap();
    let history = reader.snapshot().history_of(id.into(), Before::default(), 9).await.unwrap();
    let kinds: Vec<&str> = history.iter().map(|entry| entry.kind.as_str()).collect();
    assert_eq!(kinds, ["view.removed", "view.saved"]);
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn a_view_of_what_the_review_says_has_no_number_while_there_is_none(#[case] kind: Kind) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    let nora = employs(db, "nora").await;
    let tiers = vec![Tier { name: "Gold".to_owned(), spent_a_year: 50_000 }];
    let set = async move |tx: &mut store::Tx<'_>| {
        settings::change(tx, 0, Change::Tiers { tiers: tiers.clone() }).await
    };
    db.write(Actor::System, set).await.unwrap();
    let new = view("Gold", "tier:gold", false);
    db.write(Actor::System, async move |tx| save(tx, nora, &new).await).await.unwrap();
    let worker = counted_by(Worker::new(db.clone()), db);
    worker.run_until_idle().await.unwrap();
    assert_eq!(seen(db, nora).await, [("Gold".to_owned(), None)], "nobody can say");
    let now = db.clock().now();
    let of = Made {
        as_of: "2026-02-28".parse().unwrap(),
        at: now,
        took: TimeDelta::zero(),
        of: "12 facts".to_owned(),
        currency: "EUR".parse().unwrap(),
        horizon_months: 12,
        value_months: 36,
    };
    db.write(Actor::System, async move |tx| reviews::finish(tx, &of, &[]).await).await.unwrap();
    worker.run_until_idle().await.unwrap();
    assert_eq!(seen(db, nora).await, [("Gold".to_owned(), Some(0))], "the review says nobody");
    db.write(Actor::System, async |tx| reviews::withdraw(tx).await).await.unwrap();
    worker.run_until_idle().await.unwrap();
    assert_eq!(seen(db, nora).await, [("Gold".to_owned(), None)]);
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn views_are_counted_again_soon_after_many_were_changed(#[case] kind: Kind) {
    let Some(TestRecord { db, clock, .. }) = &TestRecord::empty(kind).await else { return };
    let nora = employs(db, "nora").await;
    let known = [(Field::Name, "Ani".to_owned())];
    let ani =
        db.write(Actor::System, async move |tx| customers::add(tx, &known).await).await.unwrap();
    let new = view("Marked", "tag:vip", false);
    db.write(Actor::System, async move |tx| save(tx, nora, &new).await).await.unwrap();
    let worker = counted_by(Worker::new(db.clone()), db);
    worker.run_until_idle().await.unwrap();
    assert_eq!(seen(db, nora).await, [("Marked".to_owned(), Some(0))]);
    let (whom, alter) = (Whom::These(vec![ani]), Alter::Tag { tag: "vip".to_owned() });
    let begin = async move |tx: &mut store::Tx<'_>| bulk::begin(tx, nora, &whom, &alter).await;
    let id = db.write(Actor::Staff(nora.into()), begin).await.unwrap();
    clock.advance(TimeDelta::minutes(1));
    worker.run_until_idle().await.unwrap();
    assert_eq!(seen(db, nora).await, [("Marked".to_owned(), Some(1))]);
    let back = async move |tx: &mut store::Tx<'_>| bulk::take_back(tx, id).await;
    db.write(Actor::Staff(nora.into()), back).await.unwrap();
    clock.advance(TimeDelta::minutes(1));
    worker.run_until_idle().await.unwrap();
    assert_eq!(seen(db, nora).await, [("Marked".to_owned(), Some(0))]);
}

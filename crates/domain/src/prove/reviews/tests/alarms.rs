//! Alarms: of whom, in which order, and who is left in peace.

use chrono::TimeDelta;
use rstest::rstest;
use store::Db;
use store::log::Actor;
use testkit::record::{Kind as Database, TestRecord, test_time};

use super::super::{Alarmed, Score, Unheard, alarmed, forget};
use super::{adds, euro, keeps, made_of, quiet};
use crate::know::customers::{self, CustomerId, Field};
use crate::know::interactions::{self, InteractionId, Kind, NewInteraction};
use crate::know::orders::{self, NewLine, NewOrder};
use crate::office::rights::Role;
use crate::office::settings::TimeZone;
use crate::office::staff::{self, AccountId, NewAccount};
use crate::office::teams::{self, Whose};

/// Whom a review as of a day leaves to be called.
fn unheard(as_of: &str) -> Unheard {
    made_of(as_of).unheard(TimeZone::default(), test_time())
}

async fn hires(db: &Db, handle: &str) -> AccountId {
    let new = NewAccount {
        email: format!("{handle}@shop.test"),
        name: handle.to_owned(),
        role: Role::Agent,
        password: None,
    };
    db.write(Actor::System, async move |tx| staff::add(tx, &new).await).await.unwrap()
}

#[rstest]
#[case::sqlite(Database::Sqlite)]
#[case::postgres(Database::Postgres)]
#[tokio::test]
async fn alarms_come_with_most_at_risk_first_and_without_who_objects(#[case] kind: Database) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    let mut ids = Vec::new();
    for name in ["Ani", "Boris", "Chloe", "Dan"] {
        ids.push(adds(db, name).await);
    }
    let objection = [(Field::Marketing, "objection".to_owned())];
    let objecting = ids[2];
    db.write(Actor::System, async move |tx| customers::edit(tx, objecting, None, &objection).await)
        .await
        .unwrap();
    let calm = Score { alarm: None, ..quiet(ids[3], 9_999, 0.1) };
    let scores =
        vec![quiet(ids[0], 100, 0.5), quiet(ids[1], 300, 0.5), quiet(ids[2], 200, 0.5), calm];
    assert_eq!(keeps(db, "2026-02-28", scores).await, 4);
    let mut reader = db.reader().await.unwrap();
    let unheard = unheard("2026-02-28");
    let alarmed = alarmed(&mut reader.snapshot(), Whose::Everybodys, unheard, 10).await.unwrap();
    let names: Vec<&str> = alarmed.iter().map(|alarmed| alarmed.name.as_str()).collect();
    assert_eq!(names, ["Boris", "Ani"]);
}

#[rstest]
#[case::sqlite(Database::Sqlite)]
#[case::postgres(Database::Postgres)]
#[tokio::test]
async fn alarms_are_of_whom_one_ones_team_or_nobody_looks_after(#[case] kind: Database) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    let (nora, mihai, peter) =
        (hires(db, "nora").await, hires(db, "mihai").await, hires(db, "peter").await);
    let counter = async move |tx: &mut store::Tx<'_>| {
        let counter = teams::make(tx, "Counter").await?;
        teams::put_into(tx, nora, &[counter]).await?;
        teams::put_into(tx, mihai, &[counter]).await
    };
    db.write(Actor::System, counter).await.unwrap();
    let mut scores = Vec::new();
    for (name, owner) in [("Ani", nora), ("Boris", mihai), ("Chloe", peter)] {
        let customer = adds(db, name).await;
        let owned = [(Field::Owner, owner.to_string())];
        let own =
            async move |tx: &mut store::Tx<'_>| customers::edit(tx, customer, None, &owned).await;
        db.write(Actor::System, own).await.unwrap();
        scores.push(quiet(customer, 100, 0.5));
    }
    scores.push(quiet(adds(db, "Dan").await, 100, 0.5));
    keeps(db, "2026-02-28", scores).await;
    let named = async |whose| {
        let mut reader = db.reader().await.unwrap();
        let snapshot = &mut reader.snapshot();
        let unheard = unheard("2026-02-28");
        let all = alarmed(snapshot, whose, unheard, 10).await.unwrap();
        let most = |of: &Alarmed| std::cmp::Reverse((of.score.at_risk, of.score.customer));
        assert!(all.is_sorted_by_key(most), "{all:?}");
        let first = alarmed(snapshot, whose, unheard, 1).await.unwrap();
        assert_eq!(first, all[..1], "with most at risk, whoever looks after them");
        let alarmed = all;
        let mut names: Vec<String> = alarmed.into_iter().map(|alarmed| alarmed.name).collect();
        names.sort();
        names
    };
    assert_eq!(named(Whose::Of(nora)).await, ["Ani", "Dan"]);
    assert_eq!(named(Whose::OfTeamsOf(nora)).await, ["Ani", "Boris", "Dan"]);
    assert_eq!(named(Whose::Everybodys).await, ["Ani", "Boris", "Chloe", "Dan"]);
}

async fn calls(db: &Db, customer: CustomerId, days_ago: i64) -> InteractionId {
    writes_down(db, customer, Kind::Call, days_ago).await
}

async fn notes(db: &Db, customer: CustomerId, days_ago: i64) -> InteractionId {
    writes_down(db, customer, Kind::Note, days_ago).await
}

async fn writes_down(db: &Db, customer: CustomerId, kind: Kind, days_ago: i64) -> InteractionId {
    let at = Some(test_time() - TimeDelta::days(days_ago));
    let new = NewInteraction { kind, at, text: "Likes rye".to_owned(), follow_up: None };
    let log = async move |tx: &mut store::Tx<'_>| interactions::log(tx, customer, &new).await;
    db.write(Actor::System, log).await.unwrap()
}

async fn buys(db: &Db, customer: CustomerId, days_ago: i64) {
    let order = NewOrder {
        source: String::new(),
        code: String::new(),
        placed_at: Some(test_time() - TimeDelta::days(days_ago)),
        currency: euro(),
        total: None,
        lines: vec![NewLine { product: "Rye".to_owned(), quantity: 1, unit_price: 250 }],
    };
    let add = async move |tx: &mut store::Tx<'_>| orders::add(tx, customer, &order).await;
    db.write(Actor::System, add).await.unwrap();
}

#[rstest]
#[case::sqlite(Database::Sqlite)]
#[case::postgres(Database::Postgres)]
#[tokio::test]
async fn whoever_has_ordered_since_or_was_just_spoken_to_is_left_in_peace(#[case] kind: Database) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    let names = ["Ani", "Boris", "Chloe", "Dan", "Eva", "Fay", "Gor", "Hasmik", "Iris"];
    let mut ids = Vec::new();
    for name in names {
        ids.push(adds(db, name).await);
    }
    calls(db, ids[0], 0).await;
    buys(db, ids[1], 0).await;
    calls(db, ids[2], 3).await;
    calls(db, ids[3], 10).await;
    let wrong_number = calls(db, ids[4], 0).await;
    db.write(Actor::System, async move |tx| interactions::remove(tx, wrong_number).await)
        .await
        .unwrap();
    buys(db, ids[5], 3).await;
    notes(db, ids[6], 0).await;
    calls(db, ids[7], 3).await;
    notes(db, ids[7], 0).await;
    buys(db, ids[8], 0).await;
    notes(db, ids[8], 0).await;
    keeps(db, "2026-02-27", ids.iter().map(|id| quiet(*id, 100, 0.5)).collect()).await;
    let named = async |as_of| {
        let mut reader = db.reader().await.unwrap();
        let (snapshot, unheard) = (&mut reader.snapshot(), unheard(as_of));
        let alarmed = alarmed(snapshot, Whose::Everybodys, unheard, 10).await.unwrap();
        let mut names: Vec<String> = alarmed.into_iter().map(|alarmed| alarmed.name).collect();
        names.sort();
        names
    };
    assert_eq!(
        named("2026-02-27").await,
        ["Dan", "Eva", "Fay", "Gor"],
        "the review knows what Fay bought, and a note is no contact"
    );
    assert_eq!(named("2025-11-28").await, ["Eva", "Gor"], "all others were heard from since");
}

#[rstest]
#[case::sqlite(Database::Sqlite)]
#[case::postgres(Database::Postgres)]
#[tokio::test]
async fn alarms_go_with_a_customer_to_whoever_looks_after_them(#[case] kind: Database) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    let (nora, peter) = (hires(db, "nora").await, hires(db, "peter").await);
    let ani = adds(db, "Ani").await;
    keeps(db, "2026-02-27", vec![quiet(ani, 100, 0.5)]).await;
    let looked_after = async |owner: Option<AccountId>| {
        let owner = owner.map(|owner| owner.to_string()).unwrap_or_default();
        let wanted = [(Field::Owner, owner)];
        let edit =
            async move |tx: &mut store::Tx<'_>| customers::edit(tx, ani, None, &wanted).await;
        db.write(Actor::System, edit).await.unwrap();
    };
    // Whether Nora and Peter have her on their lists.
    let listed = async || {
        let mut reader = db.reader().await.unwrap();
        let snapshot = &mut reader.snapshot();
        let of_nora = alarmed(snapshot, Whose::Of(nora), unheard("2026-02-28"), 10).await.unwrap();
        let of_peter =
            alarmed(snapshot, Whose::Of(peter), unheard("2026-02-28"), 10).await.unwrap();
        (of_nora.len(), of_peter.len())
    };
    assert_eq!(listed().await, (1, 1), "nobody looks after her");
    looked_after(Some(nora)).await;
    assert_eq!(listed().await, (1, 0));
    keeps(db, "2026-02-28", vec![quiet(ani, 200, 0.5)]).await;
    assert_eq!(listed().await, (1, 0), "another score changes nobody's customers");
    looked_after(Some(peter)).await;
    assert_eq!(listed().await, (0, 1));
    looked_after(None).await;
    assert_eq!(listed().await, (1, 1));
    looked_after(Some(nora)).await;
    db.write(Actor::System, async move |tx| forget(tx, &[ani]).await).await.unwrap();
    assert_eq!(listed().await, (0, 0));
    keeps(db, "2026-02-28", vec![quiet(ani, 200, 0.5)]).await;
    assert_eq!(listed().await, (1, 0), "a first score is of whoever looks after her");
}

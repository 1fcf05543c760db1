//! Whom queries mean, on both databases.

mod paging;
mod words;

use chrono::TimeDelta;
use rstest::rstest;
use store::Db;
use store::log::Actor;
use testkit::record::{Kind, TestRecord};

use super::{Asking, Count, ListError, Order, Page, Sort, count, count_exactly, page};
use crate::know::customers::{self, CustomerId, Field};
use crate::know::fields::{self, Holds, NewField};
use crate::know::interactions::{self, Kind as Happened, NewInteraction};
use crate::know::query::{Why, parse};
use crate::know::tags;
use crate::office::rights::Role;
use crate::office::settings::{self, Change, Region};
use crate::office::staff::{self, AccountId, NewAccount};
use crate::office::teams;

async fn adds(db: &Db, known: &[(Field, &str)]) -> CustomerId {
    let known: Vec<_> = known.iter().map(|(field, value)| (*field, (*value).to_owned())).collect();
    db.write(Actor::System, async move |tx| customers::add(tx, &known).await).await.unwrap()
}

async fn marks(db: &Db, id: CustomerId, tag: &'static str) {
    db.write(Actor::System, async move |tx| tags::add(tx, id, tag).await).await.unwrap();
}

async fn calls(db: &Db, id: CustomerId) {
    let call =
        NewInteraction { kind: Happened::Call, at: None, text: String::new(), follow_up: None };
    db.write(Actor::System, async move |tx| interactions::log(tx, id, &call).await).await.unwrap();
}

async fn employs(db: &Db, name: &str) -> AccountId {
    let new = NewAccount {
        email: format!("{}@shop.test", name.to_lowercase()),
        name: format!("{name} Whitfield"),
        role: Role::Agent,
        password: None,
    };
    db.write(Actor::System, async move |tx| staff::add(tx, &new).await).await.unwrap()
}

async fn read(db: &Db, text: &str, me: Option<AccountId>) -> Result<Page, ListError> {
    let query = parse(text).unwrap();
    let asking = Asking { me, now: db.clock().now() };
    let sort = Sort { by: Order::Name, descending: false };
    let mut reader = db.reader().await.unwrap();
    page(&mut reader.snapshot(), &query, &asking, sort, None, 50).await
}

/// The names of whom a query means, by the alphabet.
async fn meant(db: &Db, text: &str) -> String {
    let page = read(db, text, None).await.unwrap();
    let names: Vec<String> = page.rows.into_iter().map(|row| row.name).collect();
    names.join(" ")
}

/// Ani, Boris and Zoe, of whom this and that is known.
async fn people(db: &Db) -> (AccountId, [CustomerId; 3]) {
    let nora = employs(db, "Nora").await;
    let owner = nora.to_string();
    let ani = adds(
        db,
        &[
            (Field::Name, "Ani"),
            (Field::City, "Gyumri"),
            (Field::Country, "AM"),
            (Field::Kind, "person"),
            (Field::Owner, &owner),
            (Field::Email, "ani@example.am"),
            (Field::Marketing, "consent"),
        ],
    )
    .await;
    let boris = adds(
        db,
        &[(Field::Name, "Boris"), (Field::City, "NEW YORK"), (Field::Marketing, "objection")],
    )
    .await;
    let zoe = adds(db, &[(Field::Name, "Zoe"), (Field::Language, "el")]).await;
    marks(db, ani, "vip").await;
    marks(db, ani, "pays late").await;
    marks(db, zoe, "vip").await;
    (nora, [ani, boris, zoe])
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn a_query_means_those_of_whom_every_condition_holds(#[case] kind: Kind) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    let (nora, [ani, ..]) = people(db).await;
    calls(db, ani).await;
    let expected = [
        ("", "Ani Boris Zoe"),
        ("tag:vip", "Ani Zoe"),
        ("-tag:vip", "Boris"),
        ("tag:vip,\"pays late\"", "Ani Zoe"),
        ("tag:vip -tag:\"Pays late\"", "Zoe"),
        ("tag:nobody", ""),
        ("city:gyumri,\"new york\"", "Ani Boris"),
        ("-city:gyumri", "Boris Zoe"),
        ("country:AM kind:person", "Ani"),
        ("-kind:person", "Boris Zoe"),
        ("language:el,hy", "Zoe"),
        ("consent:given", "Ani"),
        ("consent:none,objected", "Boris Zoe"),
        ("has:email", "Ani"),
        ("no:email", "Boris Zoe"),
        ("has:tag -has:city", "Zoe"),
        ("no:tag,city", "Boris Zoe"),
        ("owner:nora", "Ani"),
        ("owner:\"nora whitfield\",none", "Ani Boris Zoe"),
        ("owner:none", "Boris Zoe"),
        ("-owner:nora@shop.test", "Boris Zoe"),
        ("orders:0 spent:<1", ""),
        ("orders:<1", "Ani Boris Zoe"),
        ("no:orders", "Ani Boris Zoe"),
        ("added:<1d", "Ani Boris Zoe"),
        ("added:<1d seen:2026-03-01", "Ani"),
        ("seen:<2026-03-02", "Ani"),
        ("-seen:<1d", "Boris Zoe"),
        ("seen:>1d", ""),
        ("seen:>=1960-01-01", "Ani"),
        ("added:>1d", ""),
    ];
    for (query, names) in expected {
        assert_eq!(meant(db, query).await, names, "{query}");
        let (query, asking) = (parse(query).unwrap(), Asking { me: None, now: db.clock().now() });
        let mut reader = db.reader().await.unwrap();
        let number = names.split_whitespace().count() as u32;
        let counted = count(&mut reader.snapshot(), &query, &asking).await.unwrap();
        assert_eq!(counted, Count { number, is_exact: true }, "{query}");
        let counted = count_exactly(&mut reader.snapshot(), &query, &asking).await.unwrap();
        assert_eq!(counted, number, "{query}");
    }
    let mine = read(db, "owner:me", Some(nora)).await.unwrap();
    assert_eq!(mine.rows.len(), 1);
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn a_day_of_a_query_is_one_of_the_business(#[case] kind: Kind) {
    let Some(TestRecord { db, clock, .. }) = &TestRecord::empty(kind).await else { return };
    let region = Region { time_zone: "Asia/Yerevan".parse().unwrap(), ..Region::default() };
    let set = async move |tx: &mut store::Tx<'_>| {
        settings::change(tx, 0, Change::Region(region.clone())).await
    };
    db.write(Actor::System, set).await.unwrap();
    let ani = adds(db, &[(Field::Name, "Ani")]).await;
    calls(db, ani).await;
    // From four in the afternoon to one at night of the next day, in Yerevan.
    clock.advance(TimeDelta::hours(9));
    let boris = adds(db, &[(Field::Name, "Boris")]).await;
    calls(db, boris).await;
    for (query, names) in [
        ("added:2026-03-01", "Ani"),
        ("added:2026-03-02", "Boris"),
        ("seen:<2026-03-02", "Ani"),
        ("seen:>=2026-03-02", "Boris"),
        ("seen:2026-03-01..2026-03-02", "Ani Boris"),
    ] {
        assert_eq!(meant(db, query).await, names, "{query}");
    }
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn a_team_means_whomever_somebody_in_it_looks_after(#[case] kind: Kind) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    let (nora, _) = people(db).await;
    let levon = employs(db, "Levon").await;
    let owner = levon.to_string();
    adds(db, &[(Field::Name, "Vahe"), (Field::Owner, &owner)]).await;
    let teams = async move |tx: &mut store::Tx<'_>| {
        let counter = teams::make(tx, "Counter").await?;
        let both = teams::make(tx, "Night shift").await?;
        teams::make(tx, "Empty").await?;
        teams::put_into(tx, nora, &[counter, both]).await?;
        teams::put_into(tx, levon, &[both]).await
    };
    db.write(Actor::System, teams).await.unwrap();
    for (query, names) in [
        ("team:counter", "Ani"),
        ("team:\"night shift\"", "Ani Vahe"),
        ("-team:counter", "Boris Vahe Zoe"),
        ("team:counter tag:vip", "Ani"),
        ("team:empty", ""),
        ("team:empty,COUNTER", "Ani"),
    ] {
        assert_eq!(meant(db, query).await, names, "{query}");
    }
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn what_a_query_names_and_is_not_there_is_said(#[case] kind: Kind) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    employs(db, "Nora").await;
    employs(db, "Levon").await;
    let unknown = [
        ("tag:vip owner:boris", "boris", Why::NotStaff),
        ("owner:whitfield", "whitfield", Why::NotStaff),
        ("owner:me", "me", Why::NotStaff),
        ("size:5", "size", Why::NoField),
        ("has:size", "size", Why::NoField),
        ("tier:gold", "gold", Why::NoTier),
        ("team:counter", "counter", Why::NoTeam),
    ];
    for (query, word, why) in unknown {
        let Err(ListError::Query(error)) = read(db, query, None).await else { panic!("{query}") };
        assert_eq!((error.word.as_str(), &error.why), (word, &why), "{query}");
    }
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn fields_of_the_business_are_asked_by_what_they_hold(#[case] kind: Kind) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    let (_, [ani, boris, _]) = people(db).await;
    let define = async |name: &str, holds: Holds| {
        let new = NewField { name: name.into(), holds };
        db.write(Actor::System, async move |tx| fields::add(tx, &new).await).await.unwrap()
    };
    let set = async |id, field, value: &'static str| {
        let set = async move |tx: &mut store::Tx<'_>| fields::set(tx, id, field, value).await;
        db.write(Actor::System, set).await.unwrap()
    };
    let size = define("Size", Holds::Number).await;
    let tea = define("Tea", Holds::Choice { of: vec!["Black".into(), "Green".into()] }).await;
    set(ani, size, "9.5").await;
    set(boris, size, "38").await;
    set(boris, tea, "green").await;
    let expected = [
        ("size:9.5", "Ani"),
        ("size:>9.5", "Boris"),
        ("size:-1..38", "Ani Boris"),
        ("size:<100", "Ani Boris"),
        ("-size:<=9.5", "Boris Zoe"),
        ("tea:GREEN,black", "Boris"),
        ("has:tea", "Boris"),
        ("no:tea", "Ani Zoe"),
    ];
    for (query, names) in expected {
        assert_eq!(meant(db, query).await, names, "{query}");
    }
    let Err(ListError::Query(error)) = read(db, "size:small", None).await else { panic!("taken") };
    assert_eq!(error.why, Why::NotOwn);
}

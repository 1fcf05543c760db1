//! Whom queries mean and how lists of them are read, on both databases.

use std::sync::Arc;

use chrono::TimeDelta;
use rstest::rstest;
use store::Db;
use store::log::Actor;
use testkit::record::{Kind, TestRecord, crowd, keeps_up};

use super::{
    Asking, Count, ListError, Onward, Order, Page, Sort, Taken, count, count_exactly, page, portion,
};
use crate::know::customers::{self, CustomerId, Field};
use crate::know::fields::{self, Holds, NewField};
use crate::know::interactions::{self, Kind as Happened, NewInteraction};
use crate::know::query::{Query, Why, parse};
use crate::know::search::Indexer;
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

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn words_are_looked_for_in_what_is_known(#[case] kind: Kind) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    people(db).await;
    keeps_up(db, &Arc::new(Indexer)).await.unwrap();
    let expected = [
        ("anni", "Ani"),
        ("Анна gyumri", ""),
        ("gumri", "Ani"),
        ("boris -tag:vip", "Boris"),
        ("boris tag:vip", ""),
        ("\"pays late\"", "Ani"),
        ("vip", "Ani Zoe"),
    ];
    for (query, names) in expected {
        assert_eq!(meant(db, query).await, names, "{query}");
    }
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn a_list_is_read_page_by_page_both_ways_whatever_it_is_sorted_by(#[case] kind: Kind) {
    let Some(TestRecord { db, clock, .. }) = &TestRecord::empty(kind).await else { return };
    for name in ["Ծովինար", "anna", "Борис", "Anna", "Ζωή", "boris", "Anna"] {
        let id = adds(db, &[(Field::Name, name)]).await;
        marks(db, id, "vip").await;
        // Some of whom have never been seen.
        if name != "Anna" {
            calls(db, id).await;
        }
        clock.advance(TimeDelta::microseconds(1_500));
    }
    for query in ["", "tag:vip", "-tag:other"] {
        for by in Order::ALL {
            for descending in [false, true] {
                let sort = Sort { by, descending };
                let whole = pages(db, query, sort, 100).await;
                assert_eq!(whole.len(), 1);
                assert_eq!(pages(db, query, sort, 3).await.concat(), whole.concat());
                assert_eq!(whole[0].len(), 7);
            }
        }
    }
}

/// The ids of every page forwards, and the way back from the last.
async fn forwards(
    db: &Db,
    query: &str,
    sort: Sort,
    limit: u32,
) -> (Vec<Vec<CustomerId>>, Option<Onward>) {
    let (query, asking) = (parse(query).unwrap(), Asking { me: None, now: db.clock().now() });
    let mut reader = db.reader().await.unwrap();
    let mut pages = Vec::new();
    let mut from: Option<Onward> = None;
    loop {
        let snapshot = &mut reader.snapshot();
        let read = page(snapshot, &query, &asking, sort, from.as_ref(), limit).await.unwrap();
        pages.push(read.rows.iter().map(|row| row.id).collect::<Vec<_>>());
        match read.after {
            Some(after) => from = Some(after),
            None => return (pages, read.before),
        }
    }
}

/// The ids of every page forwards, after walking back and finding the same.
async fn pages(db: &Db, query: &str, sort: Sort, limit: u32) -> Vec<Vec<CustomerId>> {
    let (forwards, mut back) = forwards(db, query, sort, limit).await;
    let (query, asking) = (parse(query).unwrap(), Asking { me: None, now: db.clock().now() });
    let mut reader = db.reader().await.unwrap();
    for expected in forwards.iter().rev().skip(1) {
        let snapshot = &mut reader.snapshot();
        let read = page(snapshot, &query, &asking, sort, back.as_ref(), limit).await.unwrap();
        assert_eq!(read.rows.iter().map(|row| row.id).collect::<Vec<_>>(), *expected);
        back = read.before;
    }
    assert_eq!(back, None);
    forwards
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn a_page_ends_early_where_few_of_many_fit_and_the_next_goes_on(#[case] kind: Kind) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    crowd(db).await.unwrap();
    let sort = Sort { by: Order::Name, descending: false };
    // What is only there to be walked for: no index says who has a town.
    let (walked, _) = forwards(db, "country:AM has:city", sort, 50).await;
    assert!(walked.len() > 1, "a page looks at a bounded number");
    assert_eq!(walked.concat().len(), 3);
    let collected = pages(db, "country:AM city:gyumri", sort, 50).await;
    assert_eq!((collected.len(), collected.concat()), (1, walked.concat()));
    let (query, asking) =
        (parse("country:AM has:city").unwrap(), Asking { me: None, now: db.clock().now() });
    let mut reader = db.reader().await.unwrap();
    let counted = count(&mut reader.snapshot(), &query, &asking).await.unwrap();
    assert!(!counted.is_exact && counted.number <= 3);
    let counted = count_exactly(&mut reader.snapshot(), &query, &asking).await.unwrap();
    assert_eq!(counted, 3);
    let query = parse("country:AM").unwrap();
    let counted = count(&mut reader.snapshot(), &query, &asking).await.unwrap();
    assert_eq!(counted, Count { number: 10_000, is_exact: false });
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn a_page_knows_the_closest_who_have_a_word_and_portions_all_of_them(#[case] kind: Kind) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    let add = async |tx: &mut store::Tx<'_>| {
        for number in 0..1_050 {
            let town = if number < 1_020 { "Gyumri" } else { "Patras" };
            let known = [(Field::Name, format!("Ani {number}")), (Field::City, town.into())];
            customers::add(tx, &known).await?;
        }
        Ok::<_, customers::CustomerError>(())
    };
    db.write(Actor::System, add).await.unwrap();
    keeps_up(db, &Arc::new(Indexer)).await.unwrap();
    let asking = Asking { me: None, now: db.clock().now() };
    let sort = Sort { by: Order::Name, descending: false };
    for (text, closest, all) in [("ani", 1_000, 1_050), ("ani city:gyumri", 980, 1_020)] {
        let query = parse(text).unwrap();
        let mut reader = db.reader().await.unwrap();
        let snapshot = &mut reader.snapshot();
        let counted = count(snapshot, &query, &asking).await.unwrap();
        assert!(!counted.is_exact && (closest - 10..=1_000).contains(&counted.number), "{text}");
        assert_eq!(count_exactly(snapshot, &query, &asking).await.unwrap(), all, "{text}");
        let (mut ids, mut after): (Vec<CustomerId>, Option<Onward>) = (Vec::new(), None);
        loop {
            let some = portion(snapshot, &query, &asking, sort, after.as_ref(), 400).await.unwrap();
            ids.extend(some.rows.iter().map(|row| row.id));
            after = some.after.map(|end| end.to_string().parse().unwrap());
            if after.is_none() {
                break;
            }
        }
        let read = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!((read, ids.len()), (all as usize, all as usize), "{text}");
        let mut paged = paged(snapshot, &query, &asking, sort).await;
        assert!(paged[..closest as usize - 10].is_sorted_by_key(|(_, name)| name.to_lowercase()));
        paged.sort_unstable();
        assert!(paged.iter().map(|(id, _)| *id).eq(ids), "{text}");
        let mut taken = Taken::begin(snapshot, &query, &asking, sort).await.unwrap();
        let mut names = Vec::new();
        while let Some(rows) = taken.next(snapshot, 400).await.unwrap() {
            names.extend(rows.into_iter().map(|row| row.name));
        }
        assert_eq!(names.len(), all as usize, "{text}");
        assert!(names.is_sorted_by_key(|name| name.to_lowercase()), "{text}: as a whole");
    }
}

/// Everybody on the pages of a list, each place of which passes through an
/// address and leads back.
async fn paged(
    snapshot: &mut store::Snapshot<'_>,
    query: &Query,
    asking: &Asking,
    sort: Sort,
) -> Vec<(CustomerId, String)> {
    let (mut all, mut from): (Vec<(CustomerId, String)>, Option<Onward>) = (Vec::new(), None);
    loop {
        let some = page(snapshot, query, asking, sort, from.as_ref(), 300).await.unwrap();
        if let Some(back) = some.before {
            let before = page(snapshot, query, asking, sort, Some(&back), 300).await.unwrap();
            let last = before.rows.last().map(|row| row.id);
            assert_eq!(last, all.last().map(|(id, _)| *id));
        }
        all.extend(some.rows.into_iter().map(|row| (row.id, row.name)));
        from = some.after.map(|after| after.to_string().parse().unwrap());
        if from.is_none() {
            return all;
        }
    }
}

#[test]
fn a_place_in_a_list_passes_through_an_address() {
    let id = CustomerId(uuid::Uuid::from_u128(7));
    for text in [format!("{id}~ani ~ b"), "~x12~".to_owned(), format!("~x12~ {id}~ani ~ b")] {
        let onward: Onward = text.parse().unwrap();
        assert_eq!(onward.to_string(), text);
        assert_eq!(onward.clone().back().to_string(), text);
        assert_eq!(onward.back().is_backwards(), text != "~x12~");
    }
    for text in ["", "~", "x~y", "~x12 y", &format!("{id}~a\0b"), &format!("~x12 {id}")] {
        assert!(text.parse::<Onward>().is_err(), "{text:?}");
    }
}

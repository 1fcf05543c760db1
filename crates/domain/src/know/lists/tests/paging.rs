//! Lists read page by page, forwards and back, on both databases.

use chrono::TimeDelta;
use rstest::rstest;
use store::log::Actor;
use store::{Db, Tx};
use testkit::record::{Kind, TestRecord, crowd};

use super::super::{Asking, Count, Onward, Order, Sort, count, count_exactly, page};
use super::{adds, calls, marks};
use crate::know::customers::{self, CustomerId, Field, Marketing};
use crate::know::query::parse;
use crate::prove::reviews::{self, tests::quiet};

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn a_list_is_read_page_by_page_both_ways_whatever_it_is_sorted_by(#[case] kind: Kind) {
    let Some(TestRecord { db, clock, .. }) = &TestRecord::empty(kind).await else { return };
    for name in ["Ծովինար", "anna", "Борис", "Anna", "Ζωή", "boris", "Anna"] {
        let id = adds(db, &[(Field::Name, name)]).await;
        marks(db, id, "vip").await;
        // Some of whom have never been seen, nor anything is at risk of.
        if name != "Anna" {
            calls(db, id).await;
            is_at_risk(db, id, i64::from(name != "anna") * 700).await;
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

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn of_whom_most_is_at_risk_comes_first_and_of_whom_nothing_is_said_last(#[case] kind: Kind) {
    let Some(TestRecord { db, clock, .. }) = &TestRecord::empty(kind).await else { return };
    for (name, at_risk) in [
        ("Ani", Some(0)),
        ("Boris", Some(500)),
        ("Levon", None),
        ("Vera", Some(900)),
        ("Zoe", Some(70)),
    ] {
        let id = adds(db, &[(Field::Name, name)]).await;
        if let Some(at_risk) = at_risk {
            is_at_risk(db, id, at_risk).await;
        }
        marks(db, id, "vip").await;
        clock.advance(TimeDelta::milliseconds(2));
        // Of those who object to marketing the review says nothing.
        if name == "Vera" {
            objects(db, id).await;
        }
    }
    for query in ["", "tag:vip", "-tag:other", "no:orders"] {
        let names = async |sort| names(db, query, Sort::named(sort).unwrap()).await;
        assert_eq!(names("-at-risk").await, ["Boris", "Zoe", "Ani", "Vera", "Levon"], "{query}");
        assert_eq!(names("at-risk").await, ["Ani", "Zoe", "Boris", "Levon", "Vera"], "{query}");
    }
}

async fn names(db: &Db, query: &str, sort: Sort) -> Vec<String> {
    let (query, asking) = (parse(query).unwrap(), Asking { me: None, now: db.clock().now() });
    let mut reader = db.reader().await.unwrap();
    let read = page(&mut reader.snapshot(), &query, &asking, sort, None, 10).await.unwrap();
    read.rows.into_iter().map(|row| row.name).collect()
}

/// As the review says.
async fn is_at_risk(db: &Db, id: CustomerId, minor: i64) {
    let today = db.clock().now().date_naive().into();
    let score = [quiet(id, minor, 0.5)];
    let kept = db.write(Actor::System, async move |tx| reviews::keep(tx, today, &score).await);
    kept.await.unwrap();
}

async fn objects(db: &Db, id: CustomerId) {
    let said = async move |tx: &mut Tx<'_>| {
        customers::decide(tx, id, Some(Marketing::Objection), None, "").await
    };
    db.write(Actor::System, said).await.unwrap();
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
async fn a_page_ends_early_on_either_way_of_a_list_by_the_money_at_risk(#[case] kind: Kind) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    crowd(db).await.unwrap();
    let by_name = Sort::named("name").unwrap();
    let (everybody, _) = forwards(db, "", by_name, 1_000).await;
    let today = db.clock().now().date_naive().into();
    // More than a page looks at have something at risk, and more have nothing.
    for some in everybody.concat().chunks(500).take(20) {
        let scores: Vec<_> = some.iter().zip(0..).map(|(id, n)| quiet(*id, n, 0.5)).collect();
        let keep = async move |tx: &mut Tx<'_>| reviews::keep(tx, today, &scores).await;
        db.write(Actor::System, keep).await.unwrap();
    }
    let (expected, _) = forwards(db, "country:AM has:city", by_name, 50).await;
    let mut expected = expected.concat();
    expected.sort_unstable();
    for sort in ["-at-risk", "at-risk"] {
        let (walked, _) = forwards(db, "country:AM has:city", Sort::named(sort).unwrap(), 50).await;
        assert!(walked.len() > 3, "{sort}: {} pages", walked.len());
        let mut walked = walked.concat();
        walked.sort_unstable();
        assert_eq!(walked, expected, "{sort}");
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

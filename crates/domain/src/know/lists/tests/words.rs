//! Who has the words of a query, however many they are, on both databases.

use std::sync::Arc;

use rstest::rstest;
use store::log::Actor;
use testkit::record::{Kind, TestRecord, keeps_up};

use super::super::{Asking, Onward, Order, Sort, Taken, count, count_exactly, page, portion};
use super::{meant, people};
use crate::know::customers::{self, CustomerId, Field};
use crate::know::query::{Query, parse};
use crate::know::search::Indexer;

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

//! Marking customers, on both databases.

use rstest::rstest;
use store::Db;
use store::log::{Actor, Earlier};
use testkit::record::{Kind, TestRecord};

use super::{CustomerTagged, CustomerUntagged, MOST, TagError, add, of, of_each, remove, used};
use crate::know::customers::{self, CustomerId, Field};

async fn customer(db: &Db) -> CustomerId {
    let known = [(Field::Name, "Levon".to_owned())];
    db.write(Actor::System, async move |tx| customers::add(tx, &known).await).await.unwrap()
}

async fn marks(db: &Db, id: CustomerId, word: &str) -> Result<bool, TagError> {
    let word = word.to_owned();
    db.write(Actor::System, async move |tx| add(tx, id, &word).await).await
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn a_mark_is_made_once_however_it_is_spelt_and_the_log_tells_it(#[case] kind: Kind) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    let (id, other) = (customer(db).await, customer(db).await);
    assert!(marks(db, id, "  Pays   LATE ").await.unwrap());
    assert!(!marks(db, id, "pays late").await.unwrap());
    assert!(marks(db, id, "ԱՌԱՋԻՆ").await.unwrap());
    let mut reader = db.reader().await.unwrap();
    let snapshot = &mut reader.snapshot();
    assert_eq!(of(snapshot, id).await.unwrap(), ["pays late", "առաջին"]);
    let each = of_each(snapshot, &[id, other]).await.unwrap();
    assert_eq!((each.len(), each[&id].len()), (1, 2));
    let write = async move |tx: &mut store::Tx<'_>| remove(tx, id, "Pays late").await;
    assert!(db.write(Actor::System, write).await.unwrap());
    let mut reader = db.reader().await.unwrap();
    let snapshot = &mut reader.snapshot();
    assert_eq!(of(snapshot, id).await.unwrap(), ["առաջին"]);
    assert_eq!(used(snapshot, 10).await.unwrap().len(), 2);
    let entries = snapshot.timeline_of(id.into(), Earlier::default(), 10).await.unwrap();
    let last: CustomerUntagged = entries[0].event().unwrap().unwrap();
    let first: CustomerTagged = entries[2].event().unwrap().unwrap();
    assert_eq!((last.tag, first.tag), ("pays late".to_owned(), "pays late".to_owned()));
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn what_is_no_tag_or_too_many_is_refused(#[case] kind: Kind) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    let id = customer(db).await;
    for wrong in ["", "   ", "..", "\0", &"x".repeat(51)] {
        assert!(matches!(marks(db, id, wrong).await, Err(TagError::NotOne(_))));
    }
    for number in 0..MOST {
        marks(db, id, &format!("mark {number}")).await.unwrap();
    }
    assert!(matches!(marks(db, id, "one more").await, Err(TagError::TooMany)));
    let nobody = CustomerId(uuid::Uuid::nil());
    assert!(matches!(marks(db, nobody, "vip").await, Err(TagError::Customer(_))));
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn marks_are_read_of_more_customers_than_a_statement_takes_values(#[case] kind: Kind) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    let id = customer(db).await;
    assert!(marks(db, id, "vip").await.unwrap());
    let mut ids: Vec<_> = (1..=70_000).map(|id| CustomerId(uuid::Uuid::from_u128(id))).collect();
    ids.push(id);
    let mut reader = db.reader().await.unwrap();
    let each = of_each(&mut reader.snapshot(), &ids).await.unwrap();
    assert_eq!((each.len(), each[&id].as_slice()), (1, ["vip".to_owned()].as_slice()));
}

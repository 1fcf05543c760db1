//! Orders and people that are known already, by whatever they are known.

use rstest::rstest;
use store::log::Event as _;
use testkit::record::{Kind, TestRecord};

use super::super::{ImportApplied, ImportError, State, import};
use super::{buyer, entries, imported, two, undone, with_code};

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn the_same_file_again_changes_nothing(#[case] kind: Kind) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    imported(db, "shop", &two()).await;
    let entries = entries(db).await;
    let (id, again) = imported(db, "shop", &two()).await;
    assert_eq!((again.applied.customers_added, again.applied.orders_added), (0, 0));
    assert_eq!((again.applied.orders_known, again.applied.orders_differing), (3, 0));
    let after = self::entries(db).await;
    assert_eq!(after.len(), entries.len() + 1);
    assert_eq!(after[0], ImportApplied::KIND);
    assert!(matches!(undone(db, id).await, Err(ImportError::BroughtNothing)));
    let kept = import(&mut db.reader().await.unwrap().snapshot(), id).await.unwrap().unwrap();
    assert_eq!(kept.state, State::Applied, "there was nothing to take back");
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn an_order_that_comes_to_something_else_now_stays_and_is_counted(#[case] kind: Kind) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    imported(db, "", &two()).await;
    let changed = [buyer("17", Some("Anna"), &[("A1", 999), ("A9", 10)])];
    let (_, counts) = imported(db, "", &changed).await;
    assert_eq!((counts.applied.orders_known, counts.applied.orders_differing), (1, 1));
    assert_eq!(counts.applied.orders_added, 1);
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn two_sources_may_use_the_same_codes_for_different_people(#[case] kind: Kind) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    imported(db, "shop", &two()).await;
    let (_, counts) = imported(db, "market", &two()).await;
    assert_eq!((counts.applied.customers_added, counts.applied.orders_added), (2, 3));
    assert_ne!(with_code(db, "shop/17").await, with_code(db, "market/17").await);
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn an_order_whose_number_stands_twice_is_added_once_and_counted(#[case] kind: Kind) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    let buyers = [buyer("17", None, &[("A1", 100)]), buyer("18", None, &[("A1", 40)])];
    let (id, counts) = imported(db, "", &buyers).await;
    assert_eq!((counts.applied.orders_added, counts.applied.orders_clashing), (1, 1));
    let mut reader = db.reader().await.unwrap();
    let kept = import(&mut reader.snapshot(), id).await.unwrap().unwrap();
    assert_eq!((kept.counts, kept.state), (counts, State::Applied));
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn an_order_without_a_number_is_known_by_customer_and_day(#[case] kind: Kind) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    let mut nameless = buyer("17", None, &[("", 100), ("", 40)]);
    nameless.orders.iter_mut().for_each(|order| order.code = None);
    let (_, counts) = imported(db, "", std::slice::from_ref(&nameless)).await;
    assert_eq!(counts.applied.orders_added, 2);
    let (_, counts) = imported(db, "", &[nameless]).await;
    assert_eq!((counts.applied.orders_added, counts.applied.orders_known), (0, 2));
}

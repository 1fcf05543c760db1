//! What is made from the log, after an import and after its undoing.

use std::sync::Arc;

use store::Db;
use store::log::rebuild;
use testkit::record::{keeps_up, search_index};

use super::*;
use crate::know::facts;
use crate::know::facts::tests::Kept;
use crate::know::search::Indexer;
use crate::know::totals::Totals;
use crate::know::totals::tests::{Total, totals};

/// What the files of facts say of the orders that count.
async fn told(db: &Db, files: &Arc<Kept>) -> Vec<(u128, i64)> {
    facts::tests::keeps_up(db, files).await;
    let mut reader = db.reader().await.unwrap();
    let current = facts::current(&mut reader.snapshot()).await.unwrap();
    let orders = files.read(&current).orders.into_iter();
    orders.filter(|order| !order.is_gone).map(|order| (order.id, order.what.total)).collect()
}

/// What is kept in step with the log is what is made of it from its start.
async fn agree_with_a_rebuild(db: &Db, files: &Arc<Kept>) -> (Vec<Total>, Vec<(u128, i64)>) {
    let (indexer, counter) = (Arc::new(Indexer), Arc::new(Totals));
    keeps_up(db, &indexer).await.unwrap();
    keeps_up(db, &counter).await.unwrap();
    let kept = (search_index(db).await.unwrap(), totals(db).await, told(db, files).await);
    rebuild(db, &indexer, |_| {}).await.unwrap();
    keeps_up(db, &indexer).await.unwrap();
    rebuild(db, &counter, |_| {}).await.unwrap();
    keeps_up(db, &counter).await.unwrap();
    facts::rebuild(db, files, |_| {}).await.unwrap();
    let made = (search_index(db).await.unwrap(), totals(db).await, told(db, files).await);
    assert_eq!(kept, made);
    (kept.1, kept.2)
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn readers_of_the_log_know_what_an_import_brought_and_what_was_taken_back(
    #[case] kind: Kind,
) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    let files = Arc::new(Kept::default());
    imported(db, "", &two()[..1]).await;
    let euros = Some("EUR".to_owned());
    let (counted, told) = agree_with_a_rebuild(db, &files).await;
    assert_eq!(counted, [("Anna".to_owned(), 2, 350, euros.clone())]);
    assert_eq!(told.iter().map(|(_, total)| total).sum::<i64>(), 350);
    let more = [buyer("17", None, &[("A4", 50)]), buyer("18", Some("Boris"), &[("A3", 40)])];
    let (id, _) = imported(db, "", &more).await;
    let (counted, told) = agree_with_a_rebuild(db, &files).await;
    let boris = ("Boris".to_owned(), 1, 40, euros.clone());
    assert_eq!(counted, [("Anna".to_owned(), 3, 400, euros.clone()), boris]);
    assert_eq!(told.iter().map(|(_, total)| total).sum::<i64>(), 440);
    let anna = with_code(db, "17").await.unwrap();
    undone(db, id).await.unwrap();
    let (counted, told) = agree_with_a_rebuild(db, &files).await;
    assert_eq!(counted, [("Anna".to_owned(), 2, 350, euros)]);
    assert_eq!(told.iter().map(|(_, total)| total).sum::<i64>(), 350);
    assert_eq!(timeline(db, anna).await, ["orders.removed", "orders.imported", "orders.imported"]);
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn readers_of_the_log_know_that_orders_were_given_their_currency(#[case] kind: Kind) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    let files = Arc::new(Kept::default());
    let mut bare = two();
    bare.truncate(1);
    for order in &mut bare[0].orders {
        order.currency = kernel::Currency::NONE;
    }
    imported(db, "", &bare).await;
    let (counted, _) = agree_with_a_rebuild(db, &files).await;
    assert_eq!(counted, [("Anna".to_owned(), 2, 350, Some("XXX".to_owned()))]);
    let (id, _) = imported(db, "", &two()[..1]).await;
    let (counted, _) = agree_with_a_rebuild(db, &files).await;
    assert_eq!(counted, [("Anna".to_owned(), 2, 350, Some("EUR".to_owned()))]);
    undone(db, id).await.unwrap();
    let (counted, _) = agree_with_a_rebuild(db, &files).await;
    assert_eq!(counted, [("Anna".to_owned(), 2, 350, Some("XXX".to_owned()))]);
    let anna = with_code(db, "17").await.unwrap();
    assert_eq!(timeline(db, anna).await, ["orders.changed", "orders.changed", "orders.imported"]);
}

/// What a timeline shows of the imports, the last first.
async fn timeline(db: &Db, customer: CustomerId) -> Vec<String> {
    let mut reader = db.reader().await.unwrap();
    let customer = customer.into();
    let told = reader.snapshot().timeline_of(customer, Earlier::default(), 20).await.unwrap();
    told.into_iter().map(|entry| entry.kind).filter(|kind| kind.starts_with("orders.")).collect()
}

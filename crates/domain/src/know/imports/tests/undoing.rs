//! Imports taken back that are more than is held in memory at once.

use super::*;
use crate::know::customers::Field;

const CUSTOMERS: usize = 50;
const ORDERS: usize = 100;

/// So many customers with so many orders each: a stretch ends amid some of them.
fn crowd() -> Vec<Buyer> {
    let buyer_of = |customer: usize| {
        let codes: Vec<String> = (0..ORDERS).map(|order| format!("{customer}-{order}")).collect();
        let orders: Vec<(&str, i64)> = codes.iter().map(|code| (code.as_str(), 100)).collect();
        buyer(&format!("C{customer}"), None, &orders)
    };
    (0..CUSTOMERS).map(buyer_of).collect()
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn what_is_taken_back_stretch_by_stretch_is_told_of_each_customer_once(#[case] kind: Kind) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    imported(db, "", &two()).await;
    let (id, counts) = imported(db, "shop", &crowd()).await;
    let all = (CUSTOMERS * ORDERS) as u64;
    assert_eq!(counts.applied.orders_added, all);
    imported(db, "market", &two()).await;
    let mut customers = Vec::new();
    for customer in 0..CUSTOMERS {
        customers.push(with_code(db, &format!("shop/C{customer}")).await.unwrap());
    }
    let undone = undone(db, id).await.unwrap().undone.unwrap();
    assert_eq!((undone.orders_removed, undone.orders_kept), (all, 0));
    assert_eq!((undone.customers_removed, undone.customers_kept), (CUSTOMERS as u64, 0));
    let mut reader = db.reader().await.unwrap();
    for customer in customers {
        let snapshot = &mut reader.snapshot();
        assert_eq!(customers::customer(snapshot, customer).await.unwrap(), None);
        let told = snapshot.timeline_of(customer.into(), Earlier::default(), 9).await.unwrap();
        let removed: Vec<_> =
            told.iter().filter_map(|entry| entry.event::<OrdersRemoved>().unwrap()).collect();
        assert_eq!(removed.len(), 1, "one entry for all of them");
        assert_eq!(removed[0].orders.len(), ORDERS);
        assert!(removed[0].orders.is_sorted_by_key(|order| order.placed_at));
    }
    for other in ["17", "market/17"] {
        assert!(with_code(db, other).await.is_some(), "other imports are left alone");
    }
    let (_, again) = imported(db, "shop", &crowd()).await;
    assert_eq!(again.applied.orders_added, all, "nothing of it is left");
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn who_was_seen_by_an_import_alone_was_not_once_it_is_taken_back(#[case] kind: Kind) {
    let Some(TestRecord { db, clock, .. }) = &TestRecord::empty(kind).await else { return };
    let known = [(Field::Name, "Anna".to_owned()), (Field::Code, "17".to_owned())];
    let anna =
        db.write(Actor::System, async move |tx| customers::add(tx, &known).await).await.unwrap();
    let seen = async |customer| {
        let mut reader = db.reader().await.unwrap();
        let known = customers::customer(&mut reader.snapshot(), customer).await.unwrap();
        known.unwrap().seen_at.at()
    };
    clock.advance(TimeDelta::days(9));
    let mut buyers = two();
    for buyer in &mut buyers {
        buyer.orders[0].placed_at = test_time() + TimeDelta::days(5);
    }
    let (id, _) = imported(db, "", &buyers).await;
    assert_eq!(seen(anna).await, Some(test_time() + TimeDelta::days(5)));
    let brought = with_code(db, "18").await.unwrap();
    let touched = [(Field::City, "Gyumri".to_owned())];
    db.write(Actor::System, async move |tx| customers::edit(tx, brought, None, &touched).await)
        .await
        .unwrap();
    undone(db, id).await.unwrap();
    assert_eq!(seen(anna).await, None, "they were only written down");
    assert_eq!(seen(brought).await, None, "they have bought nothing");
}

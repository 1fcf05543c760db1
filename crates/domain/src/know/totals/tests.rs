//! What is counted of orders, on both databases.

use std::sync::Arc;

use kernel::Currency;
use rstest::rstest;
use store::Db;
use store::log::{Actor, rebuild};
use testkit::record::{Kind as Database, TestRecord, keeps_up};

use super::Totals;
use crate::know::customers::{self, CustomerId, Field};
use crate::know::lists::{self, Asking, Order, Sort};
use crate::know::orders::{self, NewLine, NewOrder, OrderId, State};
use crate::know::query::{Query, parse};

async fn customer(db: &Db, name: &str) -> CustomerId {
    let known = [(Field::Name, name.to_owned())];
    db.write(Actor::System, async move |tx| customers::add(tx, &known).await).await.unwrap()
}

async fn buys(db: &Db, customer: CustomerId, currency: &str, price: i64) -> OrderId {
    let currency: Currency = currency.parse().unwrap();
    let line = NewLine { product: "Rye".into(), quantity: 1, unit_price: price };
    let new = NewOrder {
        source: String::new(),
        code: String::new(),
        placed_at: None,
        currency,
        total: None,
        lines: vec![line],
    };
    db.write(Actor::System, async move |tx| orders::add(tx, customer, &new).await).await.unwrap()
}

async fn calls_off(db: &Db, order: OrderId) {
    let to = State::Cancelled;
    db.write(Actor::System, async move |tx| orders::change_state(tx, order, to).await)
        .await
        .unwrap();
}

/// What a customer is called, has ordered and spent, and in what.
pub(in crate::know) type Total = (String, i64, i64, Option<String>);

/// Each customer's orders and money, once all of the log has been read.
pub(in crate::know) async fn totals(db: &Db) -> Vec<Total> {
    keeps_up(db, &Arc::new(Totals)).await.unwrap();
    let mut reader = db.reader().await.unwrap();
    let asking = Asking { me: None, now: db.clock().now() };
    let sort = Sort { by: Order::Name, descending: false };
    let query = Query::default();
    let page = lists::page(&mut reader.snapshot(), &query, &asking, sort, None, 10).await.unwrap();
    let rows = page.rows.into_iter();
    rows.map(|row| (row.name, row.orders, row.spent, row.spent_in)).collect()
}

#[rstest]
#[case::sqlite(Database::Sqlite)]
#[case::postgres(Database::Postgres)]
#[tokio::test]
async fn orders_that_were_not_called_off_are_counted_in_the_currency_of_the_last(
    #[case] kind: Database,
) {
    let Some(TestRecord { db, clock, .. }) = &TestRecord::empty(kind).await else { return };
    let (ani, _) = (customer(db, "Ani").await, customer(db, "Boris").await);
    buys(db, ani, "EUR", 500).await;
    let second = buys(db, ani, "EUR", 700).await;
    let expected =
        [("Ani".to_owned(), 2, 1200, Some("EUR".to_owned())), ("Boris".to_owned(), 0, 0, None)];
    assert_eq!(totals(db).await, expected);
    calls_off(db, second).await;
    clock.advance(chrono::TimeDelta::days(1));
    buys(db, ani, "AMD", 90_000).await;
    let before = totals(db).await;
    assert_eq!(before[0], ("Ani".to_owned(), 2, 90_000, Some("AMD".to_owned())));
    rebuild(db, &Arc::new(Totals), |_| ()).await.unwrap();
    assert_eq!(totals(db).await, before);
}

#[rstest]
#[case::sqlite(Database::Sqlite)]
#[case::postgres(Database::Postgres)]
#[tokio::test]
async fn what_is_spent_is_asked_in_one_currency(#[case] kind: Database) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    let (ani, boris) = (customer(db, "Ani").await, customer(db, "Boris").await);
    customer(db, "Zoe").await;
    buys(db, ani, "EUR", 900).await;
    buys(db, boris, "AMD", 90_000).await;
    keeps_up(db, &Arc::new(Totals)).await.unwrap();
    let asking = Asking { me: None, now: db.clock().now() };
    let sort = Sort { by: Order::Name, descending: false };
    for (query, names) in [
        ("spent:9EUR", vec!["Ani"]),
        ("spent:<10EUR", vec!["Ani"]),
        ("spent:>5EUR", vec!["Ani"]),
        ("spent:<1000000AMD", vec!["Boris"]),
        ("spent:<10USD", vec![]),
    ] {
        let query = parse(query).unwrap();
        let mut reader = db.reader().await.unwrap();
        let page = lists::page(&mut reader.snapshot(), &query, &asking, sort, None, 10).await;
        let meant: Vec<String> = page.unwrap().rows.into_iter().map(|row| row.name).collect();
        assert_eq!(meant, names, "{query}");
    }
}

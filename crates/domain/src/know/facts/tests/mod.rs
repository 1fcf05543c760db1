//! Facts as the record has them, whatever happens on the way.

mod kept;
mod retired;

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::TimeDelta;
use kernel::facts::FactKind;
use rstest::rstest;
use store::Db;
use store::log::{Actor, Before};
use testkit::record::{Kind as Database, TestRecord, comes_true};

use super::{catch_up, current, is_behind, rebuild, tidy, told};
use crate::know::customers::{self, CustomerId, Field, How, Marketing};
use crate::know::interactions::{self, Kind, NewInteraction};
use crate::know::orders::{self, NewLine, NewOrder, OrderId, State};
use crate::know::tags;
pub(in crate::know) use kept::Kept;
use kept::Stop;

struct Shop {
    record: TestRecord,
    files: Arc<Kept>,
}

async fn shop(kind: Database) -> Option<Shop> {
    Some(Shop { record: TestRecord::empty(kind).await?, files: Arc::default() })
}

impl Shop {
    fn db(&self) -> &Db {
        &self.record.db
    }

    async fn adds(&self, name: &str) -> CustomerId {
        let known = [(Field::Name, name.to_owned())];
        self.db()
            .write(Actor::System, async move |tx| customers::add(tx, &known).await)
            .await
            .unwrap()
    }

    async fn sells(&self, customer: CustomerId, price: i64) -> OrderId {
        let new = NewOrder {
            source: String::new(),
            code: String::new(),
            placed_at: None,
            currency: "AMD".parse().unwrap(),
            total: None,
            lines: vec![NewLine { product: "Rye".to_owned(), quantity: 1, unit_price: price }],
        };
        self.db()
            .write(Actor::System, async move |tx| orders::add(tx, customer, &new).await)
            .await
            .unwrap()
    }

    async fn cancels(&self, order: OrderId) {
        self.becomes(order, State::Cancelled).await;
    }

    async fn becomes(&self, order: OrderId, state: State) {
        let change =
            async move |tx: &mut store::Tx<'_>| orders::change_state(tx, order, state).await;
        self.db().write(Actor::System, change).await.unwrap();
    }

    async fn calls(&self, customer: CustomerId) {
        let new =
            NewInteraction { kind: Kind::Call, at: None, text: "bread".into(), follow_up: None };
        self.db()
            .write(Actor::System, async move |tx| interactions::log(tx, customer, &new).await)
            .await
            .unwrap();
    }

    async fn keeps_up(&self) {
        keeps_up(self.db(), &self.files).await;
    }

    /// What each order that counts comes to, by the files.
    async fn totals(&self) -> BTreeMap<u128, i64> {
        let files = current(&mut self.db().reader().await.unwrap().snapshot()).await.unwrap();
        let orders = self.files.read(&files).orders;
        orders
            .into_iter()
            .filter(|order| !order.is_gone)
            .map(|order| (order.id, order.what.total))
            .collect()
    }

    /// How much figures would be made of.
    async fn told(&self) -> i64 {
        told(&mut self.db().reader().await.unwrap().snapshot()).await.unwrap()
    }

    async fn count_of_files(&self, kind: FactKind) -> usize {
        let files = current(&mut self.db().reader().await.unwrap().snapshot()).await.unwrap();
        files.iter().filter(|file| file.kind == kind).count()
    }
}

/// Takes everything in. On PostgreSQL a reader waits for whatever any transaction
/// of the server might still commit before, such as other tests'.
pub(in crate::know) async fn keeps_up(db: &Db, files: &Arc<Kept>) {
    comes_true("the files come to the end of the log", async || {
        catch_up(db, files).await.unwrap() == 0 && !has_more_than_is_told(db).await
    })
    .await;
}

/// Whether the log has more than the files, be it ready to be read or not.
async fn has_more_than_is_told(db: &Db) -> bool {
    let mut reader = db.reader().await.unwrap();
    let mut snapshot = reader.snapshot();
    let last = snapshot.audit(Before::default(), 1).await.unwrap();
    let live = super::store::live(&mut snapshot).await.unwrap();
    let read = snapshot.cursor_of(&live.reader()).await.unwrap();
    last.iter().any(|entry| entry.cursor > read)
}

fn number(order: OrderId) -> u128 {
    uuid::Uuid::from(order).as_u128()
}

#[rstest]
#[case::sqlite(Database::Sqlite)]
#[case::postgres(Database::Postgres)]
#[tokio::test]
async fn facts_are_what_the_record_has_last(#[case] kind: Database) {
    let Some(shop) = shop(kind).await else { return };
    let levon = shop.adds("Levon").await;
    let (kept, cancelled) = (shop.sells(levon, 300).await, shop.sells(levon, 500).await);
    shop.calls(levon).await;
    shop.keeps_up().await;
    assert_eq!(shop.totals().await, [(number(kept), 300), (number(cancelled), 500)].into());
    shop.cancels(cancelled).await;
    assert!(is_behind(&mut shop.db().reader().await.unwrap().snapshot()).await.unwrap());
    shop.keeps_up().await;
    assert_eq!(shop.totals().await, [(number(kept), 300)].into());
    assert!(!is_behind(&mut shop.db().reader().await.unwrap().snapshot()).await.unwrap());
    let files = current(&mut shop.db().reader().await.unwrap().snapshot()).await.unwrap();
    let facts = shop.files.read(&files);
    assert_eq!(facts.customers[0].what.name, "Levon");
    assert_eq!((facts.interactions.len(), facts.interactions[0].what.kind.as_str()), (1, "call"));
    assert_eq!(facts.orders[0].what.lines[0].product, "Rye");
}

#[rstest]
#[case::sqlite(Database::Sqlite)]
#[case::postgres(Database::Postgres)]
#[tokio::test]
async fn small_files_are_merged_and_go_when_nobody_reads_them_any_more(#[case] kind: Database) {
    let Some(shop) = shop(kind).await else { return };
    let levon = shop.adds("Levon").await;
    for price in 1..=20 {
        shop.sells(levon, price).await;
        shop.keeps_up().await;
    }
    let before = shop.totals().await;
    tidy(shop.db(), &shop.files).await.unwrap();
    assert_eq!((shop.totals().await, shop.count_of_files(FactKind::Orders).await), (before, 1));
    assert!(shop.files.count(FactKind::Orders) > 20, "a reader may still be at them");
    shop.record.clock.advance(TimeDelta::hours(2));
    tidy(shop.db(), &shop.files).await.unwrap();
    assert_eq!(shop.files.count(FactKind::Orders), 1);
    let an_hour_ago = shop.db().clock().now() - TimeDelta::hours(1);
    assert_eq!(shop.files.unfinished_since(), Some(an_hour_ago));
    assert_eq!(shop.totals().await.len(), 20);
}

#[rstest]
#[case::sqlite(Database::Sqlite)]
#[case::postgres(Database::Postgres)]
#[tokio::test]
async fn a_process_may_end_at_any_step_and_the_next_goes_on(#[case] kind: Database) {
    let Some(shop) = shop(kind).await else { return };
    let levon = shop.adds("Levon").await;
    let mut sold = BTreeMap::new();
    for (stop, price) in Stop::EACH.into_iter().cycle().take(60).zip(1..) {
        sold.insert(number(shop.sells(levon, price).await), price);
        if price % 7 == 0 {
            let order = shop.sells(levon, 1).await;
            shop.cancels(order).await;
        }
        // Whoever ends takes what it was doing with it: nothing is put right.
        shop.files.stop_at(stop);
        let _ = catch_up(shop.db(), &shop.files).await;
        let _ = tidy(shop.db(), &shop.files).await;
        if price % 20 == 0 {
            let _ = rebuild(shop.db(), &shop.files, |_| {}).await;
        }
        shop.files.go_on();
        shop.keeps_up().await;
        assert_eq!(shop.totals().await, sold, "after {stop:?}");
    }
    rebuild(shop.db(), &shop.files, |_| {}).await.unwrap();
    shop.record.clock.advance(TimeDelta::hours(2));
    tidy(shop.db(), &shop.files).await.unwrap();
    assert_eq!(shop.files.count(FactKind::Orders), shop.count_of_files(FactKind::Orders).await);
    assert_eq!(shop.totals().await, sold);
}

#[rstest]
#[case::sqlite(Database::Sqlite)]
#[case::postgres(Database::Postgres)]
#[tokio::test]
async fn of_several_processes_one_wins_each_step_and_nothing_is_told_twice(#[case] kind: Database) {
    let Some(shop) = shop(kind).await else { return };
    let levon = shop.adds("Levon").await;
    for round in 1..=5 {
        for price in 1..=10 {
            shop.sells(levon, price).await;
        }
        let work = (0..4).map(|_| async {
            catch_up(shop.db(), &shop.files).await.unwrap();
            tidy(shop.db(), &shop.files).await.unwrap();
        });
        futures_util::future::join_all(work).await;
        shop.keeps_up().await;
        assert_eq!(shop.totals().await.len(), 10 * round);
    }
    shop.record.clock.advance(TimeDelta::hours(2));
    tidy(shop.db(), &shop.files).await.unwrap();
    assert_eq!(shop.files.count(FactKind::Orders), shop.count_of_files(FactKind::Orders).await);
}

#[rstest]
#[case::sqlite(Database::Sqlite)]
#[case::postgres(Database::Postgres)]
#[tokio::test]
async fn facts_made_again_are_the_same_and_the_old_ones_count_until_then(#[case] kind: Database) {
    let Some(shop) = shop(kind).await else { return };
    let levon = shop.adds("Levon").await;
    for price in 1..=12 {
        let order = shop.sells(levon, price).await;
        if price % 4 == 0 {
            shop.cancels(order).await;
        }
        shop.keeps_up().await;
    }
    let before = shop.totals().await;
    shop.files.stop_at(Stop::AfterMerge);
    rebuild(shop.db(), &shop.files, |_| {}).await.unwrap_err();
    shop.files.go_on();
    assert_eq!(shop.totals().await, before);
    rebuild(shop.db(), &shop.files, |_| {}).await.unwrap();
    assert_eq!((shop.totals().await, shop.count_of_files(FactKind::Orders).await), (before, 1));
    shop.sells(levon, 13).await;
    shop.keeps_up().await;
    assert_eq!(shop.totals().await.len(), 10);
}

#[rstest]
#[case::sqlite(Database::Sqlite)]
#[case::postgres(Database::Postgres)]
#[tokio::test]
async fn what_changes_no_fact_is_not_told_and_calls_ask_for_no_figures(#[case] kind: Database) {
    let Some(shop) = shop(kind).await else { return };
    let levon = shop.adds("Levon").await;
    shop.keeps_up().await;
    let told = shop.told().await;
    let says = async move |tx: &mut store::Tx<'_>| {
        customers::decide(tx, levon, Some(Marketing::Objection), Some(How::Phone), "").await
    };
    assert!(shop.db().write(Actor::System, says).await.unwrap());
    let marks = async move |tx: &mut store::Tx<'_>| tags::add(tx, levon, "vip").await;
    assert!(shop.db().write(Actor::System, marks).await.unwrap());
    shop.keeps_up().await;
    assert_eq!((shop.count_of_files(FactKind::Customers).await, shop.told().await), (1, told));
    let telephone = async move |tx: &mut store::Tx<'_>| {
        customers::edit(tx, levon, None, &[(Field::Phone, "+374 10 123456".to_owned())]).await
    };
    assert_eq!(shop.db().write(Actor::System, telephone).await.unwrap().len(), 1);
    shop.keeps_up().await;
    assert_eq!((shop.count_of_files(FactKind::Customers).await, shop.told().await), (1, told));
    shop.calls(levon).await;
    shop.keeps_up().await;
    assert_eq!((shop.count_of_files(FactKind::Interactions).await, shop.told().await), (1, told));
    let order = shop.sells(levon, 300).await;
    shop.keeps_up().await;
    assert_eq!(shop.told().await, told + 1);
    shop.becomes(order, State::Shipped).await;
    shop.keeps_up().await;
    assert_eq!(shop.told().await, told + 1, "it comes to the same wherever it is");
    shop.becomes(order, State::Cancelled).await;
    shop.keeps_up().await;
    assert_eq!(shop.told().await, told + 2);
}

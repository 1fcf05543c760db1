//! Killed while files are brought in: while they are staged and while they are
//! applied.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::TimeDelta;
use crash::{Mortal, Task, crashes, drawn, say_kept};
use domain::know::customers::CustomerAdded;
use domain::know::imports::{
    self, Beginning, Bought, Buyer, HowRead, Import, ImportId, Read, State,
};
use domain::know::orders::{NewLine, OrdersImported};
use domain::know::search::Indexer;
use domain::know::totals::Totals;
use rstest::rstest;
use store::Db;
use store::log::{Actor, Before, rebuild};
use testkit::record::{Kind, TestRecord, keeps_up, search_index, test_time};

use super::ITSELF;

/// Brings in one import after the other, until it is killed.
pub const WORK: &str = "imports";
/// Brings in what was begun.
pub const REST: &str = "imports.rest";

const PARTS: u32 = 3;
const BUYERS: u64 = 40;
const ORDERS: u64 = 4;
/// What is said of an import: that it has begun, each part, that all are staged
/// and that it is applied.
const SAID: u64 = 3 + PARTS as u64;
/// So many turns of the machine it may live on for after that: long enough to
/// apply one.
const TURNS: u64 = 60_000;

/// Customers of a part of an import. Half of them come again with the next one,
/// and so does one order of each.
fn part(number: u64, part: u32) -> Vec<Buyer> {
    let first = number * BUYERS / 2 + u64::from(part) * 1_000_000;
    (first..first + BUYERS).map(|customer| buyer(customer, number)).collect()
}

fn buyer(customer: u64, number: u64) -> Buyer {
    let order = |order: u64| {
        let placed_at = test_time() - TimeDelta::days((customer + order).cast_signed() % 1_000);
        let price = (100 + order).cast_signed();
        Bought {
            code: Some(format!("{customer}-{}", number * (ORDERS - 1) + order)),
            placed_at,
            day: placed_at.date_naive().into(),
            currency: "EUR".parse().unwrap(),
            total: price,
            is_taken_back: order == 2,
            lines: vec![NewLine {
                product: format!("Loaf {number}"),
                quantity: 1,
                unit_price: price,
            }],
        }
    };
    Buyer {
        code: customer.to_string(),
        name: Some(format!("Customer {customer}")),
        email: None,
        phone: None,
        country: None,
        orders: (0..ORDERS).map(order).collect(),
    }
}

/// The numbers of all orders of an import.
fn codes(number: u64) -> BTreeSet<String> {
    let buyers = (0..PARTS).flat_map(|place| part(number, place));
    buyers.flat_map(|buyer| buyer.orders).filter_map(|order| order.code).collect()
}

pub async fn work(task: &Task) {
    let db = task.open().await.unwrap();
    loop {
        bring(&db).await;
    }
}

pub async fn rest(task: &Task) {
    let db = task.open().await.unwrap();
    if last(&db).await.is_some_and(|import| import.state.is_open()) {
        bring(&db).await;
    }
}

/// The import that was begun last.
async fn last(db: &Db) -> Option<Import> {
    let mut reader = db.reader().await.unwrap();
    imports::imports(&mut reader.snapshot(), None, 1).await.unwrap().pop()
}

fn number(import: &Import) -> u64 {
    import.files[0].parse().unwrap()
}

/// Goes on with the import that is open, or brings in the next one.
async fn bring(db: &Db) {
    let last = last(db).await;
    let (id, number) = match last {
        Some(open) if open.state.is_open() => (open.id, number(&open)),
        Some(done) => begin(db, number(&done) + 1).await,
        None => begin(db, 0).await,
    };
    let say = |step: u64| say_kept(number * SAID + step);
    for place in 0..PARTS {
        let buyers = part(number, place);
        let staged = db
            .write(Actor::System, async move |tx| imports::stage(tx, id, place, &buyers).await)
            .await;
        // Refused where all of it is staged already: then it is applied next.
        if staged.is_err() {
            break;
        }
        say(1 + u64::from(place));
    }
    finish(db, id).await;
    say(SAID - 2);
    db.write(Actor::System, async move |tx| imports::apply(tx, id).await).await.unwrap();
    say(SAID - 1);
}

async fn begin(db: &Db, number: u64) -> (ImportId, u64) {
    let (source, files) = ("shop".to_owned(), vec![number.to_string()]);
    let beginning = Beginning { source, files, reading: HowRead::default() };
    let begin = async move |tx: &mut store::Tx<'_>| imports::begin(tx, &beginning).await;
    let id = db.write(Actor::System, begin).await.unwrap();
    say_kept(number * SAID);
    (id, number)
}

async fn finish(db: &Db, id: ImportId) {
    let customers = u64::from(PARTS) * BUYERS;
    let read = Read { customers, orders: customers * ORDERS, ..Read::default() };
    if last(db).await.is_some_and(|import| import.state == State::Staging) {
        let all =
            async move |tx: &mut store::Tx<'_>| imports::finish_staging(tx, id, &read, &[]).await;
        db.write(Actor::System, all).await.unwrap();
    }
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn an_import_comes_in_whole_and_once_however_often_it_is_broken_off(#[case] kind: Kind) {
    let Some(record) = TestRecord::empty(kind).await else { return };
    let mut kept = BTreeSet::new();
    for life in 0..crashes() {
        let mut mortal = Mortal::begin(ITSELF, WORK, &record.place, life).unwrap();
        let times = usize::try_from(drawn(life, SAID + 1)).unwrap();
        kept.extend(mortal.kept(times).unwrap());
        mortal.lives_on(drawn(life + crashes(), TURNS));
        kept.extend(mortal.kill().unwrap());
        applied_or_unseen(&record.db, &kept).await;
    }
    let rest = Mortal::begin(ITSELF, REST, &record.place, crashes()).unwrap();
    assert!(rest.end().unwrap().1, "what was begun cannot be brought in");
    whole(&record.db).await;
    readers_catch_up(&record.db).await;
}

/// What was said to be applied is, and of what is not nothing is seen.
async fn applied_or_unseen(db: &Db, kept: &BTreeSet<u64>) {
    let last = last(db).await;
    let applied = kept.iter().filter(|said| *said % SAID == SAID - 1).map(|said| said / SAID).max();
    if let Some(applied) = applied {
        let last = last.as_ref().unwrap();
        let behind = number(last) < applied;
        assert!(!behind && (number(last) > applied || last.state == State::Applied));
    }
    if let Some(open) = last.filter(|import| import.state.is_open()) {
        let mut reader = db.reader().await.unwrap();
        let (seen,): (i64,) = reader
            .snapshot()
            .query("select count(*) from orders where import = $1")
            .bind(open.id)
            .one()
            .await
            .unwrap();
        assert_eq!(seen, 0, "half an import is seen");
    }
}

/// Every order of every import is there once, in its table and in the log, with
/// its line; every customer once; and nothing is left over.
async fn whole(db: &Db) {
    let imports = number(&last(db).await.unwrap()) + 1;
    let expected: BTreeSet<String> = (0..imports).flat_map(codes).collect();
    let mut reader = db.reader().await.unwrap();
    let snapshot = &mut reader.snapshot();
    let orders: Vec<(String,)> =
        snapshot.query("select code from orders order by code").all().await.unwrap();
    let orders: Vec<String> = orders.into_iter().map(|(code,)| code).collect();
    let once: BTreeSet<String> = orders.iter().cloned().collect();
    assert_eq!((once.len(), &once), (orders.len(), &expected));
    let (lines, staged): (i64, i64) = snapshot
        .query("select (select count(*) from order_line), (select count(*) from staged_part)")
        .one()
        .await
        .unwrap();
    assert_eq!((lines.unsigned_abs(), staged), (orders.len() as u64, 0));
    let entries = snapshot.audit(Before::default(), u32::MAX).await.unwrap();
    let mut told: BTreeMap<String, u32> = BTreeMap::new();
    let mut added = BTreeSet::new();
    for entry in &entries {
        if let Some(imported) = entry.event::<OrdersImported>().unwrap() {
            for order in imported.orders {
                *told.entry(order.code).or_default() += 1;
            }
        }
        if entry.event::<CustomerAdded>().unwrap().is_some() {
            assert!(added.insert(entry.subject.id), "a customer was added twice");
        }
    }
    assert!(told.values().all(|times| *times == 1), "an order is told twice");
    assert_eq!(told.into_keys().collect::<BTreeSet<_>>(), expected);
    let (customers,): (i64,) = snapshot.query("select count(*) from customer").one().await.unwrap();
    assert_eq!(customers.unsigned_abs(), added.len() as u64);
}

/// Search and totals come to what they are when made from the start.
async fn readers_catch_up(db: &Db) {
    let (indexer, counter) = (Arc::new(Indexer), Arc::new(Totals));
    keeps_up(db, &indexer).await.unwrap();
    keeps_up(db, &counter).await.unwrap();
    let kept = (search_index(db).await.unwrap(), totals(db).await);
    rebuild(db, &indexer, |_| {}).await.unwrap();
    rebuild(db, &counter, |_| {}).await.unwrap();
    keeps_up(db, &indexer).await.unwrap();
    keeps_up(db, &counter).await.unwrap();
    assert_eq!(kept, (search_index(db).await.unwrap(), totals(db).await));
    assert!(kept.1.iter().all(|(orders, _)| *orders > 0), "orders that are not counted");
}

async fn totals(db: &Db) -> Vec<(i64, i64)> {
    let mut reader = db.reader().await.unwrap();
    let all = "select orders, spent from customer order by id";
    reader.snapshot().query(all).all().await.unwrap()
}

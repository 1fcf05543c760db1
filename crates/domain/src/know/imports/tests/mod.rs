//! What files bring, on both databases.

mod again;
mod blanks;
mod currency;
mod many;
mod readers;
mod undoing;

use chrono::TimeDelta;
use rstest::rstest;
use store::Db;
use store::log::{Actor, Before, Earlier};
use testkit::record::{Kind, TestRecord, test_time};

use super::{
    Applied, Beginning, Bought, Buyer, Counts, Foresight, HowRead, ImportError, ImportId,
    OtherCurrencies, OtherCurrency, Read, State, apply, begin, discard, finish_staging, stage,
    undo,
};
use crate::know::customers::{self, CustomerId};
use crate::know::orders::{self, ImportedOrder, NewLine, OrdersImported, OrdersRemoved};
use crate::know::products::{self, Product};

fn buyer(code: &str, name: Option<&str>, orders: &[(&str, i64)]) -> Buyer {
    let bought = |(number, (code, total)): (i64, &(&str, i64))| Bought {
        code: Some((*code).to_owned()),
        placed_at: test_time() - TimeDelta::days(100 - number),
        day: (test_time() - TimeDelta::days(100 - number)).date_naive().into(),
        currency: "EUR".parse().unwrap(),
        total: *total,
        is_taken_back: false,
        lines: vec![NewLine { product: "Rye".into(), quantity: 2, unit_price: total / 2 }],
    };
    Buyer {
        code: code.to_owned(),
        name: name.map(str::to_owned),
        email: None,
        phone: None,
        country: None,
        orders: (0..).zip(orders).map(bought).collect(),
    }
}

fn two() -> Vec<Buyer> {
    vec![buyer("17", Some("Anna"), &[("A1", 100), ("A2", 250)]), buyer("18", None, &[("A3", 40)])]
}

async fn begun(db: &Db, source: &str) -> Result<ImportId, ImportError> {
    let beginning = Beginning {
        source: source.to_owned(),
        files: vec!["shop.csv".to_owned()],
        reading: HowRead::default(),
    };
    db.write(Actor::System, async move |tx| begin(tx, &beginning).await).await
}

async fn part(db: &Db, id: ImportId, part: u32, buyers: &[Buyer]) -> Result<(), ImportError> {
    let buyers = buyers.to_vec();
    db.write(Actor::System, async move |tx| stage(tx, id, part, &buyers).await).await
}

async fn staged(db: &Db, source: &str, buyers: &[Buyer]) -> Result<ImportId, ImportError> {
    let id = begun(db, source).await?;
    part(db, id, 0, buyers).await?;
    let orders = buyers.iter().map(|buyer| buyer.orders.len() as u64).sum();
    let read = Read { customers: buyers.len() as u64, orders, ..Read::default() };
    db.write(Actor::System, async move |tx| finish_staging(tx, id, &read, &[]).await).await?;
    Ok(id)
}

async fn applied(db: &Db, id: ImportId) -> Result<Counts, ImportError> {
    db.write(Actor::System, async move |tx| apply(tx, id).await).await
}

async fn undone(db: &Db, id: ImportId) -> Result<Counts, ImportError> {
    db.write(Actor::System, async move |tx| undo(tx, id).await).await
}

async fn imported(db: &Db, source: &str, buyers: &[Buyer]) -> (ImportId, Counts) {
    let id = staged(db, source, buyers).await.unwrap();
    (id, applied(db, id).await.unwrap())
}

/// The orders that the log says an import brought to a customer.
async fn brought_to(db: &Db, customer: CustomerId) -> Vec<ImportedOrder> {
    let mut reader = db.reader().await.unwrap();
    let entries =
        reader.snapshot().history_of(customer.into(), Before::default(), 10).await.unwrap();
    let imported = entries.iter().find_map(|entry| entry.event::<OrdersImported>().unwrap());
    imported.unwrap().orders
}

async fn with_code(db: &Db, code: &str) -> Option<CustomerId> {
    let mut reader = db.reader().await.unwrap();
    customers::with_code(&mut reader.snapshot(), code).await.unwrap()
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn nothing_is_seen_before_it_is_applied_and_all_of_it_after(#[case] kind: Kind) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    let id = staged(db, "", &two()).await.unwrap();
    assert_eq!(with_code(db, "17").await, None);
    let counts = applied(db, id).await.unwrap();
    assert_eq!((counts.applied.customers_added, counts.applied.orders_added), (2, 3));
    let anna = with_code(db, "17").await.unwrap();
    let mut reader = db.reader().await.unwrap();
    let known = customers::customer(&mut reader.snapshot(), anna).await.unwrap().unwrap();
    assert_eq!(known.name(), "Anna");
    let timeline =
        reader.snapshot().timeline_of(anna.into(), Earlier::default(), 10).await.unwrap();
    let imported = timeline.iter().find_map(|entry| entry.event::<OrdersImported>().unwrap());
    let told = imported.unwrap().orders;
    let brought: Vec<_> = told.iter().map(|order| (order.code.as_str(), order.total)).collect();
    assert_eq!(brought, [("A1", 100), ("A2", 250)]);
    let order = told[1].id;
    let kept = orders::order(&mut reader.snapshot(), order).await.unwrap().unwrap();
    assert_eq!((kept.state, kept.total), (orders::State::Delivered, 250));
    let lines = orders::lines(&mut reader.snapshot(), order).await.unwrap();
    assert_eq!((lines[0].name.as_str(), lines[0].quantity, lines[0].unit_price), ("Rye", 2, 125));
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn what_is_undone_is_gone_but_for_what_somebody_has_touched(#[case] kind: Kind) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    let (id, _) = imported(db, "", &two()).await;
    let anna = with_code(db, "17").await.unwrap();
    let order = brought_to(db, anna).await[1].id;
    let to = orders::State::Shipped;
    db.write(Actor::System, async move |tx| orders::change_state(tx, order, to).await)
        .await
        .unwrap();
    let undone_now = undone(db, id).await.unwrap().undone.unwrap();
    assert_eq!((undone_now.orders_removed, undone_now.orders_kept), (2, 1));
    assert_eq!((undone_now.customers_removed, undone_now.customers_kept), (1, 1));
    assert_eq!(with_code(db, "18").await, None);
    let mut reader = db.reader().await.unwrap();
    assert!(orders::order(&mut reader.snapshot(), order).await.unwrap().is_some());
    let timeline =
        reader.snapshot().timeline_of(anna.into(), Earlier::default(), 10).await.unwrap();
    let removed = timeline.iter().find_map(|entry| entry.event::<OrdersRemoved>().unwrap());
    assert_eq!(removed.unwrap().orders[0].code, "A1");
    drop(reader);
    let (_, again) = imported(db, "", &two()).await;
    assert_eq!((again.applied.customers_added, again.applied.orders_added), (1, 2));
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn a_part_read_twice_is_staged_once(#[case] kind: Kind) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    let id = begun(db, "").await.unwrap();
    let buyers = two();
    part(db, id, 0, &buyers[..1]).await.unwrap();
    part(db, id, 0, &buyers[..1]).await.unwrap();
    assert!(matches!(part(db, id, 2, &buyers).await, Err(ImportError::PartMissing(1))));
    part(db, id, 1, &buyers[1..]).await.unwrap();
    let wrong = Read { customers: 2, orders: 4, ..Read::default() };
    let changed =
        db.write(Actor::System, async move |tx| finish_staging(tx, id, &wrong, &[]).await).await;
    assert!(matches!(changed, Err(ImportError::FilesChanged)));
    let right = Read { orders: 3, ..wrong };
    db.write(Actor::System, async move |tx| finish_staging(tx, id, &right, &[]).await)
        .await
        .unwrap();
    assert_eq!(applied(db, id).await.unwrap().applied.orders_added, 3);
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn one_import_is_open_at_a_time(#[case] kind: Kind) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    let first = staged(db, "", &two()).await.unwrap();
    match begun(db, "").await {
        Err(ImportError::AnotherIsOpen(open)) => assert_eq!(open, first),
        other => panic!("{other:?}"),
    }
    db.write(Actor::System, async move |tx| discard(tx, first).await).await.unwrap();
    assert!(matches!(applied(db, first).await, Err(ImportError::NotPossible(State::Discarded))));
    let (_, counts) = imported(db, "", &two()[1..]).await;
    assert_eq!(counts.applied.customers_added, 1);
    assert_eq!(with_code(db, "17").await, None);
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn products_go_with_the_import_that_brought_them_unless_something_uses_them(
    #[case] kind: Kind,
) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    let of = |code: &str, order: &str, product: &str| {
        let mut buyer = buyer(code, None, &[(order, 100)]);
        product.clone_into(&mut buyer.orders[0].lines[0].product);
        buyer
    };
    imported(db, "", &[of("17", "A1", "Rye")]).await;
    let brings = [of("18", "A2", "Rye"), of("19", "A3", "Brioche"), of("20", "A4", "Baguette")];
    let brings = [&brings[..], &[of("21", "A5", "Toast")]].concat();
    let (id, _) = imported(db, "", &brings).await;
    let names = async || {
        let mut reader = db.reader().await.unwrap();
        products::after(&mut reader.snapshot(), None, 10).await.unwrap()
    };
    let named = |all: &[Product], name: &str| all.iter().find(|one| one.name == name).unwrap().id;
    let toast = named(&names().await, "Toast");
    db.write(Actor::System, async move |tx| products::rename(tx, toast, "Toasted").await)
        .await
        .unwrap();
    imported(db, "", &[of("22", "A6", "baguette")]).await;
    let undone = undone(db, id).await.unwrap().undone.unwrap();
    assert_eq!(undone.products_removed, 1);
    let left: Vec<String> = names().await.into_iter().map(|product| product.name).collect();
    assert_eq!(left, ["Baguette", "Rye", "Toasted"]);
    assert_eq!(entries(db).await[1], "product.removed");
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn what_is_foreseen_is_what_comes(#[case] kind: Kind) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    let foreseen = async |buyers: &[Buyer]| {
        let mut foresight = Foresight::of("shop");
        let mut reader = db.reader().await.unwrap();
        for part in buyers.chunks(2) {
            foresight.take(&mut reader.snapshot(), part).await.unwrap();
        }
        foresight.applied().unwrap()
    };
    let mut more = vec![
        Buyer { email: Some("anna@example.am".into()), ..buyer("17", None, &[("A1", 999)]) },
        buyer("19", None, &[("A1", 5), ("A9", 10), ("A10", 20)]),
        buyer("20", None, &[("A9", 40)]),
    ];
    let mut alone = Foresight::of("shop");
    alone.take_all_as_new(&two()).unwrap();
    for buyers in [two(), more.clone()] {
        let there = entries(db).await.len();
        let before = foreseen(&buyers).await;
        assert_eq!(entries(db).await.len(), there, "something was written");
        let (_, counts) = imported(db, "shop", &buyers).await;
        assert_eq!(before, counts.applied);
        if buyers == two() {
            assert_eq!(alone.applied().unwrap(), counts.applied);
        }
    }
    more.truncate(1);
    let expected =
        Applied { customers_known: 1, orders_known: 1, orders_differing: 1, ..Applied::default() };
    assert_eq!(foreseen(&more).await, expected);
}

/// The kinds of all entries of the log, the newest first.
async fn entries(db: &Db) -> Vec<String> {
    let mut reader = db.reader().await.unwrap();
    let entries = reader.snapshot().audit(Before::default(), 1_000).await.unwrap();
    entries.into_iter().map(|entry| entry.kind).collect()
}

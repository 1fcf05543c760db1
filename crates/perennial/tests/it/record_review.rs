//! The review of the record, by way of its facts.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use domain::know::customers::{self, CustomerId, Field};
use domain::know::orders::{self, NewOrder, OrderError};
use kernel::Day;
use rstest::rstest;
use serde_json::Value;
use store::Db;
use store::log::Actor;
use testkit::record::{Kind, comes_true};

use crate::served::House;

/// Orders by customer and day, in cents: those of one day are one order.
type Orders = BTreeMap<(String, Day), i64>;

/// Orders written in one transaction.
const TOGETHER: usize = 500;

/// The sample of CDNOW; none where it is not there.
fn cdnow() -> Option<Orders> {
    let text = std::fs::read_to_string(testkit::published("cdnow/CDNOW_sample.txt")?).unwrap();
    let mut orders = Orders::new();
    for line in text.lines() {
        let fields: Vec<&str> = line.split_whitespace().collect();
        let date = fields[2];
        let day = format!("{}-{}-{}", &date[..4], &date[4..6], &date[6..]).parse().unwrap();
        let (whole, cents) = fields[4].split_once('.').unwrap();
        let amount = whole.parse::<i64>().unwrap() * 100 + cents.parse::<i64>().unwrap();
        *orders.entry((format!("C{}", fields[1]), day)).or_default() += amount;
    }
    Some(orders)
}

fn as_csv(orders: &Orders) -> String {
    let mut text = String::from("customer,date,amount,currency\n");
    for ((customer, day), amount) in orders {
        writeln!(text, "{customer},{day},{}.{:02},USD", amount / 100, amount % 100).unwrap();
    }
    text
}

async fn written(db: &Db, orders: &Orders) {
    let mut ids: BTreeMap<String, CustomerId> = BTreeMap::new();
    let orders: Vec<_> =
        orders.iter().map(|((who, day), amount)| (who.clone(), *day, *amount)).collect();
    for some in orders.chunks(TOGETHER) {
        let (some, known) = (some.to_vec(), ids.clone());
        let write = async move |tx: &mut store::Tx<'_>| {
            let mut ids = known.clone();
            for (who, day, amount) in &some {
                let customer = if let Some(id) = ids.get(who) {
                    *id
                } else {
                    let known = [(Field::Name, who.clone()), (Field::Code, who.clone())];
                    customers::add(tx, &known).await?
                };
                ids.insert(who.clone(), customer);
                let at = chrono::NaiveDate::from(*day).and_time(chrono::NaiveTime::MIN).and_utc();
                let new = NewOrder {
                    source: String::new(),
                    code: String::new(),
                    placed_at: Some(at),
                    currency: "USD".parse().unwrap(),
                    total: Some(*amount),
                    lines: Vec::new(),
                };
                orders::add(tx, customer, &new).await?;
            }
            Ok::<_, OrderError>(ids)
        };
        ids = db.write(Actor::System, write).await.unwrap();
    }
}

/// The review without what says where it was read from.
fn figures(mut review: Value) -> Value {
    for part in ["files", "mapping"] {
        review["input"][part].take();
    }
    review
}

fn files_below(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let paths = entries.map(|entry| entry.unwrap().path());
    let mut files: Vec<PathBuf> = paths
        .flat_map(|path| if path.is_dir() { files_below(&path) } else { vec![path] })
        .collect();
    files.sort();
    files
}

#[rstest]
#[case(Kind::Sqlite)]
#[case(Kind::Postgres)]
#[tokio::test]
async fn a_record_gives_the_review_of_the_file_with_the_same_orders(#[case] kind: Kind) {
    let (Some(orders), Some(house)) = (cdnow(), House::empty(kind).await) else { return };
    house.program.file("orders.csv", as_csv(&orders));
    let of_file = house.run(&["review", "orders.csv", "--format", "json"]).json();
    let db = house.open().await;
    written(&db, &orders).await;
    let of_record = ["review", "--data", "--facts", "shop.facts", "--format", "json"];
    let first = house.run(&of_record);
    assert_eq!(figures(first.json()), figures(of_file), "{}", first.err());
    let files = files_below(&house.program.folder().join("shop.facts"));
    assert!(!files.is_empty());
    house.run(&["review", "--data", "--facts", "shop.facts", "-o", "alone.html"]);
    let alone = house.program.text("alone.html");
    assert!(alone.contains("<section id=\"calls\"") && !alone.contains("/customers/"));
    assert_eq!(files_below(&house.program.folder().join("shop.facts")), files, "nothing was new");
    std::fs::remove_file(&files[0]).unwrap();
    assert_eq!(house.run(&of_record).json(), first.json(), "what is lost is made again");
}

#[rstest]
#[case(Kind::Sqlite)]
#[case(Kind::Postgres)]
#[tokio::test]
async fn facts_made_again_are_the_same_to_the_byte(#[case] kind: Kind) {
    let (Some(orders), Some(house)) = (cdnow(), House::empty(kind).await) else { return };
    let orders: Orders = orders.into_iter().take(600).collect();
    let db = house.open().await;
    written(&db, &orders).await;
    let contents = |folder: &str| -> Vec<Vec<u8>> {
        let files = files_below(&house.program.folder().join(folder));
        files.iter().map(|file| std::fs::read(file).unwrap()).collect()
    };
    let before = house.run(&["review", "--data", "--facts", "first", "--format", "json"]).json();
    for folder in ["second", "third"] {
        let made = house.run(&["rebuild", "facts", "--facts", folder]);
        assert_eq!(made.code(), 0, "{}", made.err());
        assert!(made.err().contains("entries of the log"), "{}", made.err());
    }
    let merged = |folder: &str| contents(folder).into_iter().max_by_key(Vec::len);
    assert!(merged("second").is_some());
    assert_eq!(merged("second"), merged("third"));
    let after = house.run(&["review", "--data", "--facts", "third", "--format", "json"]).json();
    assert_eq!(before, after);
    let made = house.run(&["rebuild", "search"]);
    assert_eq!(made.code(), 0, "{}", made.err());
}

#[rstest]
#[case(Kind::Sqlite)]
#[case(Kind::Postgres)]
#[tokio::test]
async fn a_served_record_makes_its_review_and_shows_it(#[case] kind: Kind) {
    let (Some(orders), Some(house)) = (cdnow(), House::empty(kind).await) else { return };
    let orders: Orders = orders.into_iter().take(600).collect();
    let db = house.open().await;
    written(&db, &orders).await;
    house.let_nora_in();
    let mut served = house.serve();
    served.sign_in();
    let mut document = String::new();
    comes_true("the review is made", async || {
        document = served.get("/review/document");
        document.starts_with("HTTP/1.1 200")
    })
    .await;
    assert!(document.contains("<main id=\"review\">"), "{document}");
    let (_, call) = document.split_once("<section id=\"calls\"").unwrap();
    let (_, page) = call.split_once("<a href=\"/customers/").unwrap();
    let page = served.get(&format!("/customers/{}", page.split('"').next().unwrap()));
    assert!(page.starts_with("HTTP/1.1 200") && page.contains("class=\"strip\""), "{page}");
    let list = served.get("/customers");
    let (_, rest) = list.split_once("href=\"/customers/0").unwrap();
    let page = served.get(&format!("/customers/0{}", rest.split('"').next().unwrap()));
    assert!(page.contains("class=\"strip\"") && page.contains("As of"), "{page}");
    assert!(!page.contains("No orders yet"), "{page}");
}

#[tokio::test]
async fn a_record_that_is_not_there_and_one_without_orders_are_said() {
    let house = House::empty(Kind::Sqlite).await.unwrap();
    let missing = house.run(&["review", "--data", "nowhere.db"]);
    assert_eq!(missing.code(), 1);
    assert!(missing.err().contains("no record at nowhere.db"), "{}", missing.err());
    assert!(!house.program.folder().join("nowhere.db").exists());
    let db = house.open().await;
    written(&db, &Orders::new()).await;
    let empty = house.run(&["review", "--data"]);
    assert_eq!(empty.code(), 1);
    assert!(empty.err().contains("order"), "{}", empty.err());
    let both = house.run(&["review", "orders.csv", "--data", "shop.db"]);
    assert_eq!(both.code(), 2, "{}", both.err());
}

//! `perennial import`, on both databases.

use std::path::Path;

use domain::know::customers::{self, Field};
use domain::know::files::NewFile;
use domain::know::imports::ImportId;
use domain::know::uploads::{self, Content, Findings};
use domain::office::rights::Role;
use domain::office::staff::{self, NewAccount};
use rstest::rstest;
use store::Db;
use store::blobs::Blobs;
use store::log::Actor;
use testkit::record::Kind;

use crate::program::Run;
use crate::served::House;

const ORDERS: &str = "\
Customer ID,Name,Email,Order No.,Date,Product,Qty,Price,Currency
17,Anna Petrosyan,anna@example.am,A-1,2025-03-02,Rye,2,4.50,EUR
17,Anna Petrosyan,anna@example.am,A-1,2025-03-02,Brioche,1,3.00,EUR
18,Levon Manukyan,,A-2,2025-04-11,Rye,1,4.50,EUR
18,Levon Manukyan,,A-2,2025-04-20,Rye,-1,4.50,EUR
18,Levon Manukyan,,A-3,2025-05-01,Rye,1,soon,EUR
17,Anna Petrosyan,anna@example.am,A-4,2025-06-01,Rye,3,4.50,EUR
";

/// The id of the only import.
fn id(house: &House) -> String {
    let list = house.run(&["import", "list", "--lang", "en"]);
    list.out().lines().next().unwrap().to_owned()
}

fn imported(house: &House, more: &[&str]) -> Run {
    let file = house.program.file("orders.csv", ORDERS);
    let file = file.to_str().unwrap();
    house.run(&[&["import", "orders", file, "--lang", "en"], more].concat())
}

#[tokio::test]
async fn telephone_numbers_come_and_columns_that_go_nowhere_are_named() {
    let Some(house) = House::empty(Kind::Sqlite).await else { return };
    let orders = "Order,Client,Date,Amount,Телефон,Address,Remark\n\
                  A-1,17,2025-05-01,4.50,+374 91 123456,Gyumri,by bike\n\
                  A-2,17,2025-05-09,4.50,ask,Gyumri,\n\
                  A-3,18,2025-05-09,4.50,,Gyumri,\n";
    let file = house.program.file("orders.csv", orders);
    let run = house.run(&["import", "orders", file.to_str().unwrap(), "--lang", "en"]);
    let said = "Columns that are not brought in: Address and Remark";
    assert!(run.err().contains(said), "{}", run.err());
    let db = house.db().await;
    let mut reader = db.reader().await.unwrap();
    let mut phones = Vec::new();
    for code in ["17", "18"] {
        let snapshot = &mut reader.snapshot();
        let id = customers::with_code(snapshot, code).await.unwrap().unwrap();
        let known = customers::customer(snapshot, id).await.unwrap().unwrap();
        phones.push(known.value(Field::Phone));
    }
    assert_eq!(phones, [Some("+374 91 123456".to_owned()), None]);
}

#[rstest]
#[case(Kind::Sqlite)]
#[case(Kind::Postgres)]
#[tokio::test]
async fn orders_come_into_the_record_once_and_go_again(#[case] kind: Kind) {
    let Some(house) = House::empty(kind).await else { return };
    let first = imported(&house, &[]);
    assert_eq!(first.code(), 3, "{}", first.err());
    assert!(first.err().contains("Names of customers from: Name"), "{}", first.err());
    assert!(first.err().contains("not a number (“soon”)"), "{}", first.err());
    let said = first.out();
    assert!(said.contains("2 customers, 3 orders from 2 March 2025"), "{said}");
    assert!(said.contains("€25.50"), "{said}");
    assert!(said.contains("1 of the orders was returned whole"), "{said}");
    assert!(said.contains("New in the record: 2 customers, 3 orders"), "{said}");
    let tried = imported(&house, &["--dry-run"]);
    assert!(tried.out().contains("new in the record: 0 customers, 0 orders"), "{}", tried.out());
    assert!(tried.out().contains("Known already: 2 customers, 3 orders"), "{}", tried.out());
    let again = imported(&house, &[]);
    let known = "Brought nothing new: 2 customers and 3 orders were in the record already.";
    assert!(again.out().contains(known), "{}", again.out());
    assert!(!again.out().contains("import undo"), "nothing came in: {}", again.out());
    let list = house.run(&["import", "list", "--lang", "en"]);
    let repeat = list.out().lines().nth(1).unwrap().to_owned();
    assert!(
        repeat.contains("brought nothing new") && !repeat.contains("in the record"),
        "{repeat}"
    );
    assert!(repeat.contains("there already: 2 customers, 3 orders"), "{repeat}");
    let repeat_id = list.out().lines().next().unwrap().to_owned();
    let refused = house.run(&["import", "undo", &repeat_id, "--lang", "en"]);
    assert_eq!(refused.code(), 1);
    assert!(refused.err().contains("there is nothing to take back"), "{}", refused.err());
    let first_id = list.out().lines().nth(2).unwrap().to_owned();
    let undone = house.run(&["import", "undo", &first_id, "--lang", "en"]);
    assert!(undone.out().contains("Taken back: 2 customers, 3 orders"), "{}", undone.out());
    assert!(undone.out().contains("2 products that nothing else uses"), "{}", undone.out());
    let twice = house.run(&["import", "undo", &first_id, "--lang", "en"]);
    assert_eq!(twice.code(), 1);
    assert!(twice.err().contains("it is taken back"), "{}", twice.err());
}

#[tokio::test]
async fn what_can_be_typed_next_names_a_record_that_is_not_the_usual_one() {
    let house = House::empty(Kind::Sqlite).await.unwrap();
    let usual = imported(&house, &[]);
    assert!(usual.out().contains("See them with: perennial serve. To"), "{}", usual.out());
    let elsewhere = imported(&house, &["--record", "other.db"]);
    let said = elsewhere.out();
    assert!(said.contains("See them with: perennial serve --record other.db. To"), "{said}");
    assert!(said.trim_end().ends_with(" --record other.db"), "{said}");
}

#[tokio::test]
async fn amounts_without_a_currency_are_said_to_be_bare_numbers() {
    let house = House::empty(Kind::Sqlite).await.unwrap();
    house.program.file("bare.csv", "Client,Day,Sum\n99,2026-01-02,12.50\n");
    let said = "The files name no currency: their amounts are bare numbers";
    let bare = ["import", "orders", "bare.csv", "--dry-run", "--lang", "en"];
    let run = house.run(&bare);
    assert!(run.out().contains(said) && run.out().contains("--currency EUR"), "{}", run.out());
    let run = house.run(&[&bare[..], &["--currency", "EUR"]].concat());
    assert!(!run.out().contains(said), "{}", run.out());
    assert!(!imported(&house, &["--dry-run"]).out().contains(said), "the files name one");
}

#[tokio::test]
async fn an_import_that_only_gave_orders_their_currency_is_listed_with_that() {
    let house = House::empty(Kind::Sqlite).await.unwrap();
    house.program.file("bare.csv", "Client,Day,Sum\n99,2026-01-02,12.50\n");
    let bring = ["import", "orders", "bare.csv", "--lang", "en"];
    assert_eq!(house.run(&bring).code(), 0);
    assert_eq!(house.run(&[&bring[..], &["--currency", "EUR"]].concat()).code(), 0);
    let listed = || house.run(&["import", "list", "--lang", "en"]).out();
    let list = listed();
    let given = list.lines().nth(1).unwrap();
    assert!(given.contains("filled in what was lacking"), "{list}");
    assert!(given.contains("1 known order had no currency and was given it"), "{list}");
    assert!(!given.contains("0 orders"), "{list}");
    let id = list.lines().next().unwrap();
    assert_eq!(house.run(&["import", "undo", id, "--lang", "en"]).code(), 0);
    let list = listed();
    let undone = list.lines().nth(1).unwrap();
    assert!(undone.contains("taken back") && !undone.contains("0 orders"), "{list}");
    assert!(undone.contains("1 order has no currency again"), "{list}");
}

#[tokio::test]
async fn a_dry_run_makes_no_record() {
    let house = House::empty(Kind::Sqlite).await.unwrap();
    let run = imported(&house, &["--dry-run"]);
    assert!(run.out().contains("2 customers, 3 orders"), "{}", run.out());
    assert!(run.out().contains("Would be new in the record: 2 customers"), "{}", run.out());
    assert!(run.err().contains("nothing was written"), "{}", run.err());
    assert!(!house.program.folder().join("perennial.db").exists());
}

#[rstest]
#[case(Kind::Sqlite)]
#[case(Kind::Postgres)]
#[tokio::test]
async fn an_import_that_is_open_is_resumed_and_its_rows_come_once(#[case] kind: Kind) {
    let Some(house) = House::empty(kind).await else { return };
    let file = house.program.file("orders.csv", ORDERS);
    let beginning = domain::know::imports::Beginning {
        source: String::new(),
        files: vec![file.display().to_string()],
        reading: domain::know::imports::HowRead::default(),
    };
    let db = house.db().await;
    db.write(store::log::Actor::System, async move |tx| {
        domain::know::imports::begin(tx, &beginning).await
    })
    .await
    .unwrap();
    drop(db);
    let second = imported(&house, &[]);
    assert_eq!(second.code(), 1);
    let id = id(&house);
    assert!(second.err().contains(&format!("perennial import resume {id}")), "{}", second.err());
    let resumed = house.run(&["import", "resume", &id, "--lang", "en"]);
    assert!(resumed.out().contains("2 customers, 3 orders"), "{}", resumed.out());
    assert!(resumed.out().contains("New in the record: 2 customers"), "{}", resumed.out());
}

#[rstest]
#[case(Kind::Sqlite)]
#[case(Kind::Postgres)]
#[tokio::test]
async fn the_one_import_that_is_open_need_not_be_named(#[case] kind: Kind) {
    let Some(house) = House::empty(kind).await else { return };
    let beginning = domain::know::imports::Beginning {
        source: String::new(),
        files: vec![house.program.file("orders.csv", ORDERS).display().to_string()],
        reading: domain::know::imports::HowRead::default(),
    };
    let begin =
        async move |tx: &mut store::Tx<'_>| domain::know::imports::begin(tx, &beginning).await;
    let db = house.db().await;
    db.write(Actor::System, begin).await.unwrap();
    drop(db);
    let resumed = house.run(&["import", "resume", "--lang", "en"]);
    assert!(resumed.out().contains("New in the record: 2 customers"), "{}", resumed.err());
    let again = house.run(&["import", "resume", "--lang", "en"]);
    assert_eq!(again.code(), 1, "{}", again.out());
    assert!(again.err().contains("no import was broken off"), "{}", again.err());
}

#[rstest]
#[case(&["import", "resume", "nonsense"])]
#[case(&["import", "undo", "nonsense"])]
#[case(&["import", "discard", "nonsense"])]
#[tokio::test]
async fn what_is_no_id_of_an_import_is_said_to_be_none(#[case] typed: &[&str]) {
    let house = House::empty(Kind::Sqlite).await.unwrap();
    let run = house.run(&[typed, &["--lang", "en"]].concat());
    assert_eq!(run.code(), 2, "{}", run.err());
    let said = "“nonsense” is not the id of an import; perennial import list shows them";
    assert_eq!(run.err().trim(), said);
}

/// Files sent from a browser, which are being imported and have not been read.
async fn sent(db: &Db, folder: &Path) -> ImportId {
    let blobs = Blobs::new(db.clone(), folder);
    let arrived = blobs.receive(ORDERS.as_bytes(), 10_000).await.unwrap();
    let files = [NewFile { name: "orders.csv".to_owned(), arrived }];
    let who = NewAccount {
        email: "nora@shop.test".to_owned(),
        name: "Nora".to_owned(),
        role: Role::Manager,
        password: None,
    };
    let send = async move |tx: &mut store::Tx<'_>| {
        let nora = staff::add(tx, &who).await.unwrap();
        let id = uploads::send(tx, nora, "", &files).await?;
        let content = Some(Content { orders: 3, ..Content::default() });
        uploads::looked(tx, id, &Findings { content, ..Findings::default() }).await?;
        uploads::import(tx, id).await
    };
    db.write(Actor::System, send).await.unwrap()
}

#[tokio::test]
async fn what_was_sent_from_a_browser_is_not_resumed_from_files_of_the_same_name() {
    let house = House::empty(Kind::Sqlite).await.unwrap();
    house.program.file("orders.csv", "Client,Day,Sum\n99,2026-01-02,12.50\n");
    let db = house.db().await;
    let folder = tempfile::tempdir().unwrap();
    let id = sent(&db, folder.path()).await;
    drop(db);
    let resumed = house.run(&["import", "resume", &id.to_string(), "--lang", "en"]);
    assert_eq!(resumed.code(), 1, "{}", resumed.out());
    assert!(resumed.err().contains("sent from a browser"), "{}", resumed.err());
}

/// The customers, orders and money of CDNOW, as Fader and Hardie published them
/// and the review counts them.
#[tokio::test]
async fn the_record_of_cdnow_agrees_with_its_review() {
    let Some(file) = testkit::published("cdnow/CDNOW_master.txt") else { return };
    let file = file.to_str().unwrap();
    let house = House::empty(Kind::Sqlite).await.unwrap();
    let review = house.run(&["review", file, "--format", "json", "--lang", "en"]);
    let review: serde_json::Value = serde_json::from_str(&review.out()).unwrap();
    let run = house.run(&["import", "orders", file, "--lang", "en"]);
    assert_eq!(run.code(), 0, "{}", run.err());
    let db = house.db().await;
    let mut reader = db.reader().await.unwrap();
    let (customers, orders, sum): (i64, i64, i64) = reader
        .snapshot()
        .query(
            "select (select count(*) from customer), count(*), cast(sum(total) as bigint)
             from orders",
        )
        .one()
        .await
        .unwrap();
    let counted = |key: &str| review["input"][key].as_i64().unwrap();
    assert_eq!((customers, orders), (counted("customers"), counted("orders")));
    let months = review["months"].as_array().unwrap().iter();
    let cents = months.map(|month| month["revenue"].as_str().unwrap().replace('.', ""));
    let revenue: i64 = cents.map(|cents| cents.parse::<i64>().unwrap()).sum();
    assert_eq!(sum, revenue);
}

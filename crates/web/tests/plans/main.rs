//! However much there is in the record, pages read a part of it by an index:
//! the databases are asked how they would run what the pages ran.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

#[expect(dead_code, reason = "the other tests use the rest of it")]
#[path = "../it/site.rs"]
mod site;

use std::collections::{BTreeSet, VecDeque};
use std::sync::Arc;

use domain::know::customers::{self, CustomerId, Field};
use domain::know::interactions::{self, Kind as Happened, NewInteraction};
use domain::know::orders::{self, NewLine, NewOrder};
use domain::know::search::Indexer;
use domain::know::tags;
use domain::know::totals::Totals;
use domain::office::rights::Role;
use domain::office::staff::{self, NewAccount};
use rstest::rstest;
use store::Db;
use store::log::Actor;
use testkit::record::{Kind, Listening, Plan, keeps_up};

use site::Site;

/// Lists that pages link to are many; of each order and filter there are some
/// among so many.
const MOST: usize = 200;

/// What lists are filtered by.
const FILTERS: [&str; 16] = [
    "city:Gyumri",
    "country:AM",
    "tag:vip",
    "kind:person",
    "orders:>0",
    "no:email",
    "owner:me",
    "owner:none",
    "seen:<30d",
    "added:<30d",
    "spent:>1",
    "language:hy",
    "has:orders",
    "-tag:vip",
    "city:Gyumri tag:vip",
    "bread",
];

/// What people search for: names, beginnings, slips, numbers, words.
const SEARCHES: [&str; 8] = [
    "Ani Petrosyan",
    "Petrosyan",
    "Petr",
    "Petrosan",
    "123456",
    "ani@example.com",
    "bread",
    "\"fresh bread\" crust",
];

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn no_page_reads_the_whole_of_what_grows(#[case] kind: Kind) {
    let Some((record, listening)) = Listening::over(kind).await else { return };
    let customer = fill(&record.db).await;
    let mut site = Site::over(record);
    sign_in(&mut site).await;
    listening.listen();
    for path in [format!("/customers/{customer}"), "/".to_owned()] {
        assert_eq!(site.get(&path).await.status, 200, "{path}");
    }
    for words in SEARCHES {
        let path = format!("/search?q={}", words.replace(' ', "+").replace('"', "%22"));
        assert_eq!(site.get(&path).await.status, 200, "{path}");
    }
    let filters = FILTERS.map(|filter| format!("/customers?q={}", escaped(filter)));
    let lists: Vec<&str> = filters.iter().map(String::as_str).chain(["/customers"]).collect();
    assert!(follow(&mut site, &lists).await > 20);
    let plans = listening.plans().await;
    assert!(plans.len() > 20, "{plans:?}");
    let whole: Vec<&Plan> = plans.iter().filter(|plan| !plan.reads_whole().is_empty()).collect();
    assert!(whole.is_empty(), "{whole:#?}");
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn a_statement_that_no_index_serves_is_named(#[case] kind: Kind) {
    let Some((record, listening)) = Listening::over(kind).await else { return };
    let customer = fill(&record.db).await;
    listening.listen();
    let mut reader = record.db.reader().await.unwrap();
    let mut snapshot = reader.snapshot();
    let by_id: Vec<(String,)> = snapshot
        .query("select name from customer where id = $1")
        .bind(customer)
        .all()
        .await
        .unwrap();
    let by_reason: Vec<(String,)> = snapshot
        .query("select c.name from customer c where c.why_us = $1")
        .bind("the bread")
        .all()
        .await
        .unwrap();
    assert_eq!((by_id.len(), by_reason.len()), (1, 0));
    // PostgreSQL tells of the last one as another is asked for.
    let _: (i64,) = snapshot.query("select count(*) from settings").one().await.unwrap();
    drop(reader);
    let plans = listening.plans().await;
    let whole: Vec<&Plan> = plans.iter().filter(|plan| !plan.reads_whole().is_empty()).collect();
    let [named] = whole[..] else { panic!("{whole:#?}") };
    assert!(named.statement.contains("why_us"), "{named:?}");
    assert_eq!(named.reads_whole(), BTreeSet::from(["customer"]));
}

/// A customer with whom everything has happened that pages tell.
async fn fill(db: &Db) -> CustomerId {
    let customer = db
        .write(Actor::System, async |tx| {
            let known = [
                (Field::Name, "Ani Petrosyan"),
                (Field::Email, "ani@example.com"),
                (Field::Phone, "+37410123456"),
                (Field::City, "Gyumri"),
                (Field::Country, "AM"),
                (Field::Language, "hy"),
                (Field::Kind, "person"),
            ];
            let known = known.map(|(field, value)| (field, value.to_owned()));
            let customer = customers::add(tx, &known).await.unwrap();
            tags::add(tx, customer, "vip").await.unwrap();
            let call = NewInteraction {
                kind: Happened::Call,
                at: None,
                text: "fresh bread with a crust".to_owned(),
                follow_up: Some(tx.now().date_naive()),
            };
            interactions::log(tx, customer, &call).await.unwrap();
            let line = NewLine { product: "Rye".into(), quantity: 1, unit_price: 250 };
            let order = NewOrder {
                source: String::new(),
                code: String::new(),
                placed_at: None,
                currency: "EUR".parse().unwrap(),
                total: None,
                lines: vec![line],
            };
            orders::add(tx, customer, &order).await.unwrap();
            Ok::<_, store::StoreError>(customer)
        })
        .await
        .unwrap();
    keeps_up(db, &Arc::new(Indexer)).await.unwrap();
    keeps_up(db, &Arc::new(Totals)).await.unwrap();
    customer
}

async fn sign_in(site: &mut Site) {
    let db = site.record.db.clone();
    let secret = db
        .write(Actor::System, async |tx| {
            let new = NewAccount {
                email: "nora@shop.test".to_owned(),
                name: "Nora Whitfield".to_owned(),
                role: Role::Owner,
                password: None,
            };
            let account = staff::add(tx, &new).await?;
            staff::sign_in(tx, account, "a browser").await
        })
        .await
        .unwrap();
    site.holds("session", &secret.reveal());
}

fn escaped(text: &str) -> String {
    text.replace('<', "%3C").replace('>', "%3E").replace(' ', "+")
}

/// Follows the links between the pages of lists, each order and filter. Returns
/// how many were opened.
async fn follow(site: &mut Site, first: &[&str]) -> usize {
    // The first ones first: what they link to is without end.
    let mut open: VecDeque<String> = first.iter().map(|path| (*path).to_owned()).collect();
    let mut seen = BTreeSet::new();
    while let Some(path) = open.pop_front().filter(|_| seen.len() < MOST) {
        if !seen.insert(path.clone()) {
            continue;
        }
        let page = site.get(&path).await;
        assert_eq!(page.status, 200, "{path}: {}", page.body);
        let links = page.body.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
        let links = links.map(|link| link.replace("&#38;", "&").replace("&amp;", "&"));
        open.extend(links.filter(|link| link.starts_with("/customers?")));
    }
    seen.len()
}

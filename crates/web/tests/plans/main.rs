//! However much there is in the record, pages read a part of it by an index:
//! the databases are asked how they would run what the pages ran.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

#[expect(dead_code, reason = "the other tests use the rest of it")]
#[path = "../it/site.rs"]
mod site;
mod statements;

use std::collections::BTreeSet;
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
use store::log::{Actor, catch_up};
use testkit::record::{Kind, TestRecord};

use site::Site;
use statements::Statements;

/// Lists that pages link to are many; of each order and filter there are some
/// among so many.
const LISTS: usize = 200;

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
    let Some(mut record) = TestRecord::empty(kind).await else { return };
    let customer = fill(&record.db).await;
    let statements = Statements::of(&record).await;
    record.db = statements.db.clone();
    let mut site = Site::over(record);
    sign_in(&mut site).await;
    statements.listen();
    for path in [format!("/customers/{customer}"), "/".to_owned()] {
        assert_eq!(site.get(&path).await.status, 200, "{path}");
    }
    for words in SEARCHES {
        let path = format!("/search?q={}", words.replace(' ', "+").replace('"', "%22"));
        assert_eq!(site.get(&path).await.status, 200, "{path}");
    }
    let lists = lists(&mut site).await;
    assert!(lists.len() > 20, "{lists:?}");
    let ran = statements.ran().await;
    assert!(ran.len() > 20, "{ran:?}");
    let whole: Vec<_> = ran.iter().filter(|plan| plan.reads_the_whole_of_something()).collect();
    assert!(whole.is_empty(), "{whole:#?}");
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
    catch_up(db, &Arc::new(Indexer)).await.unwrap();
    catch_up(db, &Arc::new(Totals)).await.unwrap();
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

/// Follows the links between the pages of lists, each order and filter.
async fn lists(site: &mut Site) -> BTreeSet<String> {
    let filters = ["city:Gyumri", "country:AM", "tag:vip", "kind:person", "orders:>0", "no:email"]
        .into_iter()
        .chain(["owner:me", "owner:none", "seen:<30d", "added:<30d", "spent:>1", "language:hy"])
        .chain(["has:order", "-tag:vip", "city:Gyumri tag:vip", "bread", "tier:gold"]);
    let escaped = |text: &str| text.replace('<', "%3C").replace('>', "%3E").replace(' ', "+");
    let mut open: Vec<String> =
        filters.map(|filter| format!("/customers?q={}", escaped(filter))).collect();
    open.push("/customers".to_owned());
    let mut seen = BTreeSet::new();
    while let Some(path) = open.pop().filter(|_| seen.len() < LISTS) {
        let page = site.get(&path).await;
        assert_eq!(page.status, 200, "{path}: {}", page.body);
        let links = page.body.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
        let lists = links.filter(|link| link.starts_with("/customers?"));
        let more: Vec<String> = lists.map(|link| link.replace("&#38;", "&")).collect();
        seen.insert(path);
        open.extend(more.into_iter().filter(|link| !seen.contains(link)));
    }
    seen
}

//! However much there is in the record, pages read a part of it by an index:
//! the databases are asked how they would run what the pages ran.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

#[expect(dead_code, reason = "the other tests use the rest of it")]
#[path = "../it/site.rs"]
mod site;

#[path = "../it/reviewed.rs"]
mod reviewed;

use std::collections::{BTreeSet, VecDeque};
use std::sync::Arc;

use chrono::TimeDelta;
use domain::know::customers::{self, CustomerId, Field};
use domain::know::interactions::{self, Kind as Happened, NewInteraction};
use domain::know::orders::{self, NewLine, NewOrder, OrderId, State};
use domain::know::products::ProductId;
use domain::know::search::Indexer;
use domain::know::tags;
use domain::know::totals::Totals;
use domain::office::rights::Role;
use domain::office::staff::{self, AccountId, NewAccount, StaffError};
use domain::prove::reviews::{self, Made};
use rstest::rstest;
use store::log::Actor;
use store::{Db, Tx};
use testkit::record::{Kind, Listening, Plan, keeps_up};

use site::Site;

/// Lists that pages link to are many; of each order and filter there are some
/// among so many.
const MOST: usize = 200;

/// More than stand on a page of any list, and orders of every state among them.
const MORE: usize = 60;

/// What customers are filtered by.
const FILTERS: [&str; 18] = [
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
    "bread tag:vip",
    "Petrosyan city:Gyumri has:orders",
];

/// What products are looked up by.
const BEGINNINGS: [&str; 3] = ["Loaf", "rye", "none"];

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
    let known = fill(&record.db).await;
    let mut site = Site::over(record);
    let nora = sign_in(&mut site).await;
    listening.listen();
    let Known { customer, order, product } = known;
    for path in [
        "/".to_owned(),
        "/?whose=team".to_owned(),
        format!("/customers/{customer}"),
        format!("/orders/{order}"),
        format!("/products/{product}"),
        "/products/suggested?q=Lo".to_owned(),
        "/products/suggested?q=Laof".to_owned(),
    ] {
        assert_eq!(site.get(&path).await.status, 200, "{path}");
    }
    let customers = FILTERS.map(|filter| format!("?q={}", escaped(filter)));
    let by_risk = ["?column=at-risk".to_owned(), "?q=no:email&column=at-risk".to_owned()];
    let customers = [&customers[..], &by_risk[..]].concat();
    assert!(follow(&mut site, "/customers", &customers).await > 20);
    follow(&mut site, "/orders", &filters_of_orders(known)).await;
    follow(&mut site, "/products", &BEGINNINGS.map(|name| format!("?q={name}"))).await;
    follow(&mut site, "/settings/audit", &filters_of_the_audit(nora)).await;
    follow(&mut site, "/search", &SEARCHES.map(|words| format!("?q={}", escaped(words)))).await;
    let plans = listening.plans().await;
    assert!(plans.len() > 20, "{plans:?}");
    let whole: Vec<&Plan> = plans.iter().filter(|plan| !plan.reads_whole().is_empty()).collect();
    assert!(whole.is_empty(), "{whole:#?}");
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn the_alarms_of_somebody_are_read_by_an_index_of_theirs(#[case] kind: Kind) {
    let Some((record, listening)) = Listening::over(kind).await else { return };
    fill(&record.db).await;
    let made = Made {
        as_of: record.db.clock().now().date_naive().into(),
        at: record.db.clock().now(),
        took: TimeDelta::zero(),
        of: "12 facts".to_owned(),
        currency: "EUR".parse().unwrap(),
        horizon_months: 12,
        value_months: 36,
    };
    let finish = async move |tx: &mut Tx<'_>| reviews::finish(tx, &made, &[]).await;
    record.db.write(Actor::System, finish).await.unwrap();
    let mut site = Site::over(record);
    sign_in(&mut site).await;
    listening.listen();
    assert_eq!(site.get("/").await.status, 200);
    let plans = listening.plans().await;
    let theirs: Vec<&Plan> =
        plans.iter().filter(|plan| plan.statement.contains("s.owner = ")).collect();
    assert!(!theirs.is_empty(), "{plans:#?}");
    for plan in theirs {
        assert!(plan.steps.iter().any(|step| step.contains("score_alarmed_of")), "{plan:#?}");
    }
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn a_statement_that_no_index_serves_is_named(#[case] kind: Kind) {
    let Some((record, listening)) = Listening::over(kind).await else { return };
    let customer = fill(&record.db).await.customer;
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

/// What pages are of.
#[derive(Clone, Copy)]
struct Known {
    customer: CustomerId,
    order: OrderId,
    product: ProductId,
}

/// A customer with whom everything has happened that pages tell, and more of it
/// than one page shows.
async fn fill(db: &Db) -> Known {
    let known = db
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
            let order = order(tx, customer, 0).await;
            let product = orders::lines(tx, order).await?[0].product;
            for number in 1..MORE {
                more(tx, customer, number).await;
            }
            Ok::<_, store::StoreError>(Known { customer, order, product })
        })
        .await
        .unwrap();
    keeps_up(db, &Arc::new(Indexer)).await.unwrap();
    keeps_up(db, &Arc::new(Totals)).await.unwrap();
    reviewed::as_of(db, "2026-02-28", &[known.customer]).await;
    known
}

/// An order of what everybody buys and of what nobody else does.
async fn order(tx: &mut Tx<'_>, customer: CustomerId, number: usize) -> OrderId {
    let line = |product: String| NewLine { product, quantity: 1, unit_price: 250 };
    let order = NewOrder {
        source: String::new(),
        code: String::new(),
        placed_at: None,
        currency: "EUR".parse().unwrap(),
        total: None,
        lines: vec![line("Rye".to_owned()), line(format!("Loaf {number}"))],
    };
    orders::add(tx, customer, &order).await.unwrap()
}

/// A call, and an order that has gone as far as others have not.
async fn more(tx: &mut Tx<'_>, customer: CustomerId, number: usize) {
    let text = format!("fresh bread again, loaf {number}");
    let call = NewInteraction { kind: Happened::Call, at: None, text, follow_up: None };
    interactions::log(tx, customer, &call).await.unwrap();
    let order = order(tx, customer, number).await;
    let state = State::ALL[number % State::ALL.len()];
    orders::change_state(tx, order, state).await.unwrap();
}

/// Every way in which a list of orders is narrowed.
fn filters_of_orders(Known { customer, product, .. }: Known) -> Vec<String> {
    let states = State::ALL.map(|state| format!("state={}", state.name()));
    let days = ["from=2000-01-01", "until=2099-12-31", "from=2000-01-01&until=2099-12-31"];
    let narrowed: Vec<String> = states
        .iter()
        .cloned()
        .chain(days.map(str::to_owned))
        .chain(states.iter().map(|state| format!("{state}&{}", days[2])))
        .collect();
    let mut filters: Vec<String> = narrowed.iter().map(|filter| format!("?{filter}")).collect();
    for of in [format!("?customer={customer}"), format!("?product={product}")] {
        filters.extend(narrowed.iter().map(|filter| format!("{of}&{filter}")));
        filters.push(of);
    }
    filters
}

/// Every way in which the log is searched.
fn filters_of_the_audit(nora: AccountId) -> Vec<String> {
    let days = "from=2000-01-01&until=2099-12-31";
    vec![
        format!("?who={nora}"),
        "?room=order".to_owned(),
        format!("?{days}"),
        format!("?who={nora}&room=order&{days}"),
    ]
}

/// Who is signed in from now on.
async fn sign_in(site: &mut Site) -> AccountId {
    let db = site.record.db.clone();
    let (account, secret) = db
        .write(Actor::System, async |tx| {
            let new = NewAccount {
                email: "nora@shop.test".to_owned(),
                name: "Nora Whitfield".to_owned(),
                role: Role::Owner,
                password: None,
            };
            let account = staff::add(tx, &new).await?;
            let secret = staff::sign_in(tx, account, "a browser").await?;
            Ok::<_, StaffError>((account, secret))
        })
        .await
        .unwrap();
    site.holds("session", &secret.reveal());
    account
}

fn escaped(text: &str) -> String {
    text.replace('<', "%3C").replace('>', "%3E").replace('"', "%22").replace(' ', "+")
}

/// Follows the links between the pages of a list, each order and filter. Returns
/// how many were opened.
async fn follow(site: &mut Site, list: &str, filters: &[String]) -> usize {
    let to_list = format!("{list}?");
    // Those filters first: what the pages link to is without end.
    let first = filters.iter().map(|filter| format!("{list}{filter}"));
    let mut open: VecDeque<String> = first.chain([list.to_owned()]).collect();
    let of_filters = open.len();
    let mut seen = BTreeSet::new();
    while let Some(path) = open.pop_front().filter(|_| seen.len() < MOST) {
        if !seen.insert(path.clone()) {
            continue;
        }
        let page = site.get(&path).await;
        assert_eq!(page.status, 200, "{path}: {}", page.body);
        let links = page.body.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
        let links = links.map(|link| link.replace("&#38;", "&").replace("&amp;", "&"));
        open.extend(links.filter(|link| link.starts_with(&to_list)));
    }
    assert!(seen.len() > of_filters, "no page of {list} goes on");
    seen.len()
}

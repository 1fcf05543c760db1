//! The first thing a stranger does.

use std::sync::Arc;

use domain::know::lists::{self, Asking};
use domain::know::query::parse;
use domain::know::totals::Totals;
use domain::know::views;
use domain::office::{settings, staff};
use kernel::SystemClock;
use serde_json::Value;
use store::Db;
use store::db::Place;
use store::log::catch_up;

use crate::program::Program;

#[test]
fn the_demo_reviews_a_made_up_shop() {
    let program = Program::new();
    let run = program.run(&["demo", "--no-serve"]);
    assert_eq!(run.code(), 0, "{}", run.err());
    assert!(run.out().contains("perennial review orders.csv -o review.html"), "{}", run.out());
    let undo = " --record perennial-demo/perennial.db";
    assert!(
        run.out()
            .lines()
            .any(|line| line.contains("perennial import undo") && line.ends_with(undo))
    );
    assert_eq!(
        run.err().matches("customer=customer").count(),
        1,
        "it is read in one way: {}",
        run.err()
    );
    assert!(program.text("perennial-demo/review.html").starts_with("<!doctype html>"));

    let review = program.review(&["perennial-demo/orders.csv"]);
    let found = |pointer: &str| review.pointer(pointer).unwrap().as_u64().unwrap();
    assert!(found("/retention/customers/start") > 300);
    assert!(found("/retention/customers/lost") > 50);
    for alarm in ["order_value_falling", "gone_quiet", "range_stopped"] {
        assert!(found(&format!("/regulars/{alarm}/count")) > 0, "{alarm}");
    }
    assert!(found("/input/returns") > 0 && found("/input/anonymous") > 0);
    assert_eq!(found("/input/duplicates"), 0, "the shop's till writes no line twice");
    assert_eq!(review["currency"], "EUR");
    let place = ["--data", "perennial-demo", "--as-of", review["as_of"].as_str().unwrap()];
    let kept = program.review(&place);
    for alarm in ["order_value_falling", "gone_quiet", "range_stopped"] {
        let count = format!("/regulars/{alarm}/count");
        assert_eq!(kept.pointer(&count), review.pointer(&count), "of file and record: {alarm}");
    }
    assert_eq!(kept["customers_now"], review["customers_now"]);
    let sources = review["sources"].as_array().unwrap();
    let ratio = |source: &&Value| source["risk_ratio"].as_f64().unwrap();
    let worst = sources.iter().max_by(|a, b| ratio(a).total_cmp(&ratio(b))).unwrap();
    assert_eq!(worst["value"], "Voucher site", "the source that brings collectors of freebies");
}

#[test]
fn another_seed_makes_another_shop() {
    let program = Program::new();
    for (folder, seed) in [("one", "1"), ("again", "1"), ("two", "2")] {
        assert_eq!(program.run(&["demo", "--no-serve", "-o", folder, "--seed", seed]).code(), 0);
    }
    let orders =
        ["one", "again", "two"].map(|folder| program.text(&format!("{folder}/orders.csv")));
    assert_eq!(orders[0], orders[1]);
    assert_ne!(orders[0], orders[2]);
}

#[tokio::test]
async fn its_customers_have_short_numbers_and_are_known_again_from_its_orders() {
    let program = Program::new();
    assert_eq!(program.run(&["demo", "--no-serve"]).code(), 0);
    let place = Place::Sqlite(program.folder().join("perennial-demo/perennial.db"));
    let db = Db::open(&place, Arc::new(SystemClock)).await.unwrap();
    let mut reader = db.reader().await.unwrap();
    let (customers, codes, longest): (i64, i64, i64) = reader
        .snapshot()
        .query("select count(*), count(distinct code), max(length(code)) from customer")
        .one()
        .await
        .unwrap();
    assert!(customers > 1_000 && codes == customers, "{codes} of {customers}");
    assert_eq!(longest, 5);
    let (strangers,): (i64,) = reader
        .snapshot()
        .query("select count(*) from customer where country is null")
        .one()
        .await
        .unwrap();
    assert_eq!(strangers, 0, "the orders name the country of everybody");
    let (numbered_again,): (i64,) = reader
        .snapshot()
        .query(
            "select count(*) from log
             where kind = 'customer.changed' and body like '%\"field\":\"code\"%'",
        )
        .one()
        .await
        .unwrap();
    assert_eq!(numbered_again, 0, "everybody has their number from the start");
    let (in_english, in_greek): (i64, i64) = reader
        .snapshot()
        .query(
            "select coalesce(sum(found_us = 'Social media'), 0),
                    coalesce(sum(found_us = 'Μέσα κοινωνικής δικτύωσης'), 0)
             from customer where language = 'el'",
        )
        .one()
        .await
        .unwrap();
    assert!(in_english == 0 && in_greek > 0, "people say how they found us in their language");
    drop((reader, db));
    let orders = ["import", "orders", "perennial-demo/orders.csv", "--lang", "en"];
    let again = program.run(&[&orders[..], &["--record", "perennial-demo"]].concat());
    assert!(again.out().contains("Nothing was changed"), "{}{}", again.out(), again.err());
}

#[tokio::test]
async fn the_query_of_the_readme_means_somebody_there() {
    let program = Program::new();
    assert_eq!(program.run(&["demo", "--no-serve"]).code(), 0);
    let place = Place::Sqlite(program.folder().join("perennial-demo/perennial.db"));
    let db = Db::open(&place, Arc::new(SystemClock)).await.unwrap();
    catch_up(&db, &Arc::new(Totals)).await.unwrap();
    let asking = Asking { me: None, now: db.clock().now() };
    let mut reader = db.reader().await.unwrap();
    let snapshot = &mut reader.snapshot();
    // Who is in which tier, and their risk, are known once the record has its review.
    let query = parse("team:counter seen:>60d spent:>500 tag:decaf").unwrap();
    assert!(lists::count(snapshot, &query, &asking).await.unwrap().number > 0);
    let tiers = settings::read(snapshot).await.unwrap().tiers;
    assert!(tiers.iter().any(|tier| tier.name == "Gold"), "{tiers:?}");
    let owner = staff::with_email(snapshot, "nora@coffee.example").await.unwrap().unwrap();
    assert_eq!(views::seen_by(snapshot, owner.id).await.unwrap().len(), 2);
    let readme = include_str!("../../../../README.md");
    assert!(readme.contains("`team:counter tier:gold risk:>50 seen:>60d spent:>500 tag:decaf`"));
}

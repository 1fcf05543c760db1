//! Imports in the browser.

use axum::http::StatusCode;
use domain::know::imports::{
    self, Beginning, Bought, Buyer, HowRead, ImportError, ImportId, Read, RejectedRow,
};
use domain::office::rights::Role;
use rstest::rstest;
use store::log::Actor;
use testkit::record::{Kind, TestRecord, test_time};

use crate::access::sign_in;
use crate::site::Site;

/// Files that were brought in.
pub async fn imported(record: &TestRecord) -> ImportId {
    let beginning = Beginning {
        source: "shop".to_owned(),
        files: vec!["/srv/files/orders.csv".to_owned()],
        reading: HowRead::default(),
    };
    let buyers = [Buyer {
        code: "17".to_owned(),
        name: Some("Anna <b>Petrosyan".to_owned()),
        email: None,
        phone: None,
        country: None,
        orders: vec![Bought {
            code: Some("A-1".to_owned()),
            placed_at: test_time() - chrono::TimeDelta::days(400),
            day: "2025-01-25".parse().unwrap(),
            currency: "EUR".parse().unwrap(),
            total: 1_250,
            is_taken_back: false,
            lines: Vec::new(),
        }],
    }];
    let read = Read { rows: 2, customers: 1, orders: 1, rejected: 1, ..Read::default() };
    let rejected = [RejectedRow {
        file: "orders.csv".to_owned(),
        line: 3,
        column: Some("Sum".to_owned()),
        value: "12,5O".to_owned(),
        reason: "not-a-number".to_owned(),
    }];
    let change = async move |tx: &mut store::Tx<'_>| {
        let id = imports::begin(tx, &beginning).await?;
        imports::stage(tx, id, 0, &buyers).await?;
        imports::finish_staging(tx, id, &read, &rejected).await?;
        imports::apply(tx, id).await?;
        Ok::<_, ImportError>(id)
    };
    record.db.write(Actor::System, change).await.unwrap()
}

#[rstest]
#[case(Kind::Sqlite)]
#[case(Kind::Postgres)]
#[tokio::test]
async fn an_import_is_looked_at_and_taken_back(#[case] kind: Kind) {
    let Some(record) = TestRecord::empty(kind).await else { return };
    let mut site = Site::over(record);
    site.holds("language", "en");
    sign_in(&mut site, Role::Manager).await;
    let empty = site.get("/imports").await.body;
    assert!(empty.contains("No files have been imported yet"), "{empty}");
    assert!(empty.contains("aria-current=\"page\">Imports"), "{empty}");
    let id = imported(&site.record).await;
    let list = site.get("/imports").await.body;
    assert!(list.contains(&format!("href=\"/imports/{id}\">orders.csv</a>")), "{list}");
    let page = site.get(&format!("/imports/{id}")).await;
    assert!(page.body.contains("New in the record: 1 customer, 1 order"), "{}", page.body);
    assert!(page.body.contains("12,5O") && page.body.contains("not a number"), "{}", page.body);
    let asked = "Take 1 customer and 1 order out of the record?";
    assert!(page.body.contains("<details class=\"ask\"") && page.body.contains(asked));
    let customers = site.get("/customers").await.body;
    assert!(customers.contains("Anna &#60;b&#62;Petrosyan"), "{customers}");
    let sent = format!("form_token={}", page.token());
    let undone = site.post(&format!("/imports/{id}/undo"), sent).await;
    assert_eq!(undone.status, StatusCode::SEE_OTHER);
    let page = site.get(&format!("/imports/{id}")).await.body;
    assert!(page.contains("Taken back: 1 customer, 1 order"), "{page}");
    assert!(!page.contains("New in the record"), "{page}");
    assert!(!page.contains(&format!("/imports/{id}/undo")), "{page}");
    assert!(!site.get("/customers").await.body.contains("Petrosyan"));
}

#[rstest]
#[case(Kind::Sqlite)]
#[case(Kind::Postgres)]
#[tokio::test]
async fn an_import_that_repeats_another_says_so_and_is_not_taken_back(#[case] kind: Kind) {
    let Some(record) = TestRecord::empty(kind).await else { return };
    let mut site = Site::over(record);
    site.holds("language", "en");
    sign_in(&mut site, Role::Manager).await;
    imported(&site.record).await;
    let again = imported(&site.record).await;
    let list = site.get("/imports").await.body;
    assert!(list.contains("brought nothing new"), "{list}");
    assert!(list.contains("Known already: 1 customer, 1 order"), "{list}");
    let page = site.get(&format!("/imports/{again}")).await.body;
    let said = "Brought nothing new: 1 customer and 1 order were in the record already.";
    assert!(page.contains(said), "{page}");
    assert!(!page.contains(&format!("/imports/{again}/undo")), "{page}");
    let undo = format!("/imports/{again}/undo");
    site.send(&format!("/imports/{again}"), &undo, &[]).await;
    let refused = site.get(&format!("/imports/{again}")).await.body;
    assert!(refused.contains("this import brought nothing: there is nothing"), "{refused}");
    assert!(!refused.contains("Taken back"), "{refused}");
}

#[tokio::test]
async fn the_timeline_says_when_an_imported_order_was_placed() {
    let mut site = Site::open().await;
    site.holds("language", "en");
    sign_in(&mut site, Role::Agent).await;
    imported(&site.record).await;
    let mut reader = site.record.db.reader().await.unwrap();
    let known = domain::know::customers::with_code(&mut reader.snapshot(), "shop/17").await;
    drop(reader);
    let known = known.unwrap().unwrap();
    let page = site.get(&format!("/customers/{known}")).await.body;
    assert!(page.contains("A-1") && page.contains("25 January 2025"), "{page}");
    let (_, timeline) = page.split_once("class=\"timeline\"").unwrap();
    assert!(timeline.contains(&format!("href=\"/orders?customer={known}\"")), "{timeline}");
}

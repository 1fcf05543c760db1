//! Style, script and pictures.

use axum::http::StatusCode;
use testkit::record::{Kind, TestRecord};

use crate::site::{Cut as _, Site, id_of};

/// Where the style is, as pages name it.
async fn style(site: &mut Site) -> String {
    let page = site.get("/design").await.body;
    let (_, rest) = page.split_once("<link rel=\"stylesheet\" href=\"").unwrap();
    rest.split('"').next().unwrap().to_owned()
}

#[tokio::test]
async fn an_asset_is_kept_for_ever_and_sets_no_cookie() {
    let mut site = Site::open().await;
    let style = style(&mut site).await;
    let answer = site.other_browser().get(&style).await;
    assert_eq!(answer.status, StatusCode::OK);
    assert_eq!(answer.header("cache-control"), "public, max-age=31536000, immutable");
    assert_eq!(answer.header("content-type"), "text/css; charset=utf-8");
    assert_eq!(answer.header("set-cookie"), "");
    assert!(answer.body.contains("--accent"));
}

#[tokio::test]
async fn an_asset_is_compressed_for_who_takes_it() {
    let mut site = Site::open().await;
    let style = style(&mut site).await;
    let plain = site.get(&style).await;
    assert_eq!(plain.header("content-encoding"), "");
    site.sends("accept-encoding", "gzip, deflate, br;q=1.0");
    let small = site.get(&style).await;
    assert_eq!(small.header("content-encoding"), "br");
    assert_eq!(small.header("vary"), "accept-encoding");
    assert!(small.body.len() * 3 < plain.body.len() * 2);
}

#[tokio::test]
async fn an_asset_that_is_known_is_not_sent_again() {
    let mut site = Site::open().await;
    let style = style(&mut site).await;
    let etag = site.get(&style).await.header("etag").to_owned();
    site.sends("if-none-match", &etag);
    let answer = site.get(&style).await;
    assert_eq!(answer.status, StatusCode::NOT_MODIFIED);
    assert!(answer.body.is_empty());
}

#[tokio::test]
async fn what_is_not_an_asset_is_not_found() {
    let mut site = Site::open().await;
    for path in ["/assets/perennial.css", "/assets/..%2fCargo.toml", "/assets/"] {
        assert_eq!(site.get(path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
}

#[tokio::test]
async fn the_script_of_few_pages_takes_what_it_needs_from_that_of_every_page() {
    let mut site = Site::over(TestRecord::empty(Kind::Sqlite).await.unwrap());
    site.agent().await;
    let today = site.get("/").await.body;
    let script = today.after("<script type=\"module\" src=\"");
    let customer = site.customer(&[("name", "Bakery")]).await;
    let told = site.get(&customer).await.body;
    let order = site.get(&format!("/orders/new?customer={}", id_of(&customer))).await.body;
    for beside in [
        today.below("data-live=\"/live\"").after("data-with=\""),
        told.below("data-mention=\"").after("data-helps=\""),
        order.below("data-suggest=\"").after("data-helps=\""),
    ] {
        let beside = site.get(&beside).await;
        assert_eq!(beside.status, StatusCode::OK);
        assert!(beside.body.contains(&format!("from \"{script}\"")), "{}", beside.body);
    }
    let of_every_page = site.get(&script).await.body;
    assert!(!of_every_page.contains("./parts.js"), "it is served as one: {of_every_page}");
}

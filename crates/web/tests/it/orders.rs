//! What a person does with orders.

use std::sync::Arc;

use axum::http::StatusCode;
use domain::know::search::Indexer;
use domain::office::rights::Role;
use rstest::rstest;
use testkit::record::{Kind, TestRecord, keeps_up};

use crate::access::sign_in;
use crate::site::{Answer, Cut as _, Site, id_of};

impl Site {
    /// Sends the form of an order, in which names repeat.
    async fn orders(&mut self, customer: &str, fields: &[(&str, &str)]) -> Answer {
        let id = id_of(customer);
        let with_whom = [&[("customer", id.as_str())], fields].concat();
        self.send(&format!("/orders/new?customer={id}"), "/orders", &with_whom).await
    }
}

const BREAD: [(&str, &str); 8] = [
    ("currency", "eur"),
    ("code", "A-17"),
    ("product", "Rye <b>"),
    ("quantity", "3"),
    ("price", "4,50"),
    ("product", "Wheat"),
    ("quantity", ""),
    ("price", "2.00"),
];

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn an_order_is_added_sent_and_arrives(#[case] kind: Kind) {
    let Some(record) = TestRecord::empty(kind).await else { return };
    let mut site = Site::over(record);
    site.agent().await;
    let customer = site.customer(&[("name", "Bakery")]).await;
    assert!(site.get("/orders/new").await.body.contains("/orders/new?customer="));
    let added = site.orders(&customer, &BREAD).await;
    assert_eq!(added.status, StatusCode::SEE_OTHER, "{}", added.body);
    let page = added.header("location").to_owned();
    let shown = site.get(&page).await.body;
    assert!(shown.contains("Rye &#60;b&#62;") && shown.contains("15.50"), "{shown}");
    site.send(&page, &format!("{page}/state/cancelled"), &[]).await;
    assert!(site.get(&page).await.body.contains("Order: cancelled"));
    site.send(&page, &format!("{page}/state/open"), &[]).await;
    let unnamed = site.send(&page, &format!("{page}/ship"), &[("carrier", " ")]).await;
    assert_eq!(unnamed.status, StatusCode::UNPROCESSABLE_ENTITY);
    let parcel = [("carrier", "Haypost"), ("tracking", "RR123")];
    site.send(&page, &format!("{page}/ship"), &parcel).await;
    let shown = site.get(&page).await.body;
    assert!(shown.contains("Haypost · RR123"));
    let shipment = shown.path("action=\"/shipments/");
    site.send(&page, &format!("{shipment}/delivered"), &[]).await;
    let arrived = site.get(&page).await.body;
    assert!(arrived.contains("Arrived on"));
    assert!(
        arrived.contains("<details class=\"more\"><summary>Write down a shipment"),
        "{arrived}"
    );
    site.send(&page, &format!("{page}/state/cancelled"), &[]).await;
    assert!(site.get(&page).await.body.contains("can no longer become that"));
    site.send(&page, &format!("{shipment}/under-way"), &[]).await;
    assert!(site.get(&page).await.body.contains("Sent on"));
    let unnumbered = site.orders(&customer, &[("currency", "EUR"), ("total", "5")]).await;
    let unnumbered = site.get(unnumbered.header("location")).await.body;
    assert!(unnumbered.contains("<h1>Order of "), "{unnumbered}");
    assert!(unnumbered.contains("<details class=\"more\" open>"), "it is to be sent");
    let told = site.get(&customer).await.body;
    assert!(told.contains("Order of "), "{told}");
    for words in ["Order A-17 · ", "1 × Wheat", "Shipment sent", "Shipment arrived"] {
        assert!(told.contains(words), "{words}");
    }
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn an_order_that_is_not_taken_stays_typed(#[case] kind: Kind) {
    let Some(record) = TestRecord::empty(kind).await else { return };
    let mut site = Site::over(record);
    site.agent().await;
    let customer = site.customer(&[("name", "Bakery")]).await;
    let cases = [
        (
            &[("currency", "EUR"), ("product", "Rye"), ("price", "4,5x")][..],
            "Line 1 needs a product",
        ),
        (&[("currency", "money"), ("total", "5")], "Write three letters, such as EUR."),
        (
            &[("currency", "EUR"), ("total", "5"), ("placed_at", "2027-01-01T10:00")],
            "in the future",
        ),
    ];
    for (fields, why) in cases {
        let refused = site.orders(&customer, fields).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.body.contains(why), "{why}");
        assert!(
            fields.iter().all(|(_, value)| refused.body.contains(&format!("value=\"{value}\"")))
        );
    }
    let lines = [("product", "Rye"), ("product", "Wheat"), ("price", "5"), ("price", "x")];
    let refused = site.orders(&customer, &[&[("currency", "EUR")], &lines[..]].concat()).await;
    assert!(refused.body.contains("Line 2 needs a product"), "{}", refused.body);
    let wrong = "value=\"Wheat\" list=\"products\"";
    let wrong = refused.body.below(wrong).split("</tr>").next().unwrap().to_owned();
    assert_eq!(wrong.matches("aria-invalid=\"true\"").count(), 3, "{wrong}");
    assert_eq!(refused.body.matches("aria-invalid=\"true\"").count(), 3);
    site.orders(&customer, &BREAD).await;
    let twice = site.orders(&customer, &BREAD).await;
    assert!(twice.body.contains("has an order of this number already"));
    let more = site.orders(&customer, &[&BREAD[..], &[("more", "true")]].concat()).await;
    assert_eq!(more.status, StatusCode::OK);
    assert_eq!(more.body.matches("name=\"product\"").count(), 6, "two lines and four empty ones");
    let named = "<td class=\"wide\" data-name=\"Product\"><input name=\"product\"";
    assert_eq!(more.body.matches(named).count(), 6, "on a telephone too it says what it is");
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn the_audit_names_orders_shipments_and_products_and_leads_to_them(#[case] kind: Kind) {
    let Some(record) = TestRecord::empty(kind).await else { return };
    let mut site = Site::over(record);
    site.sends("accept-language", "en");
    sign_in(&mut site, Role::Owner).await;
    let customer = site.customer(&[("name", "Bakery")]).await;
    let page = site.orders(&customer, &BREAD).await.header("location").to_owned();
    let parcel = [("carrier", "Haypost"), ("tracking", "RR123")];
    site.send(&page, &format!("{page}/ship"), &parcel).await;
    let shipment = site.get(&page).await.body.path("action=\"/shipments/");
    site.send(&page, &format!("{shipment}/delivered"), &[]).await;
    let audit = site.get("/settings/audit").await.body;
    let order =
        format!("<p><a href=\"{customer}\">Bakery</a></p><p><a href=\"{page}\">Order A-17</a></p>");
    assert_eq!(audit.matches(&order).count(), 5, "placed, sent, arrived, twice its state: {audit}");
    assert_eq!(audit.matches("<p>Shipment: Haypost RR123</p>").count(), 3, "{audit}");
    let product = audit.path("href=\"/products/");
    assert!(audit.contains(&format!("Product · added<p><a href=\"{product}\">")), "{audit}");
    assert_eq!(site.get(&product).await.status, StatusCode::OK);
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn a_new_order_begins_with_the_currency_of_the_business(#[case] kind: Kind) {
    let Some(record) = TestRecord::empty(kind).await else { return };
    let mut site = Site::over(record);
    site.sends("accept-language", "en");
    sign_in(&mut site, Role::Owner).await;
    let customer = site.customer(&[("name", "Bakery")]).await;
    site.orders(&customer, &BREAD).await;
    let new = format!("/orders/new?customer={}", id_of(&customer));
    let currency = |page: &str| page.below("name=\"currency\"").after("value=\"");
    assert_eq!(currency(&site.get(&new).await.body), "EUR", "what they paid in last");
    let (tiers, region) = ("/settings/tiers", "/settings/region");
    let gold = [("tier_name_1", "Gold"), ("tier_spent_1", "500"), ("version", "0")];
    site.send(tiers, tiers, &gold).await;
    site.send(region, region, &[("currency", "amd"), ("version", "1")]).await;
    let said = site.get(tiers).await.body;
    assert!(said.contains("the same numbers as before, now in AMD"), "{said}");
    assert!(said.contains("Spent in a year, from, AMD") && said.contains("value=\"500.00\""));
    assert_eq!(currency(&site.get(&new).await.body), "AMD");
}

#[tokio::test]
async fn pages_of_orders_speak_all_five_languages_and_only_show_to_who_reads() {
    let mut site = Site::open().await;
    site.agent().await;
    let customer = site.customer(&[("name", "Bakery")]).await;
    let page = site.orders(&customer, &BREAD).await.header("location").to_owned();
    site.send(&page, &format!("{page}/ship"), &[("carrier", "Haypost")]).await;
    for language in ["en", "ru", "ro", "el", "hy"] {
        site.sends("accept-language", language);
        for path in [page.as_str(), customer.as_str(), "/orders/new"] {
            let answer = site.get(path).await;
            assert_eq!(answer.status, StatusCode::OK, "{language} {path}");
            assert!(!answer.body.contains('‹'), "{language} {path}: a message is missing");
        }
    }
    sign_in(&mut site, Role::ReadOnly).await;
    assert!(!site.get(&page).await.body.contains("name=\"carrier\""));
    assert!(!site.get(&customer).await.body.contains("/orders/new"));
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn products_are_suggested_by_how_a_word_of_theirs_begins(#[case] kind: Kind) {
    let Some(record) = TestRecord::empty(kind).await else { return };
    let mut site = Site::over(record);
    site.agent().await;
    let customer = site.customer(&[("name", "Bakery")]).await;
    assert_eq!(site.orders(&customer, &BREAD).await.status, StatusCode::SEE_OTHER);
    let form = site.get(&format!("/orders/new?customer={}", id_of(&customer))).await.body;
    assert!(form.contains("list=\"products\"") && form.contains("<datalist id=\"products\">"));
    let suggested = form.after("data-suggest=\"");
    let rye = "<li>Rye &#60;b&#62;</li>";
    for (begun, names) in [("rY", rye), ("%3CB", rye), ("wheat", "<li>Wheat</li>"), ("x", "")] {
        let page = site.get(&format!("{suggested}?q={begun}")).await.body;
        assert_eq!(page.between("id=\"suggested\"", "</ul>").below(">").trim(), names, "{begun}");
    }
    keeps_up(&site.record.db, &Arc::new(Indexer)).await.unwrap();
    let slip = site.get(&format!("{suggested}?q=whaet")).await.body;
    assert!(slip.contains("<li>Wheat</li>"), "{slip}");
}

#[tokio::test]
async fn filtered_orders_come_by_day_and_say_so() {
    let mut site = Site::open().await;
    site.holds("language", "en");
    sign_in(&mut site, Role::Agent).await;
    crate::imports::imported(&site.record).await;
    let said = "Filtered orders are sorted by day";
    let all = site.get("/orders?sort=-total").await.body;
    assert!(!all.contains(said), "{all}");
    assert!(all.contains("aria-sort=\"descending\"><a href=\"/orders?sort=total\""), "{all}");
    assert!(!all.contains("name=\"sort\""), "what a form filters cannot be sorted so: {all}");
    let some = site.get("/orders?state=delivered&sort=-total").await.body;
    assert!(some.contains("A-1") && some.contains(said), "{some}");
    let list = some.below("<section id=\"list\"");
    assert!(!list.contains("sort=-total") && !list.contains("sort=total"), "{list}");
    assert!(!some.contains("name=\"sort\""), "{some}");
    let turned = "href=\"/orders?state=delivered&#38;sort=placed\"";
    assert!(some.contains(turned), "the days can be turned around: {some}");
}

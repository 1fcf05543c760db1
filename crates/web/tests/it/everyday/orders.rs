//! Orders and what is in them, changed and found again.

use axum::http::StatusCode;
use rstest::rstest;
use testkit::record::Kind;

use super::site;
use crate::site::{Cut as _, id_of};

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn an_order_is_edited_unless_a_colleague_was_faster(#[case] kind: Kind) {
    let Some(mut site) = site(kind).await else { return };
    let customer = site.customer(&[("name", "Bakery")]).await;
    let order = site.order(&customer).await;
    let page = format!("{order}/edit");
    let form = site.get(&page).await.body;
    assert!(form.contains("value=\"Rye\"") && form.contains("value=\"4.50\""));
    assert!(!form.contains("value=\"9.00\""), "the total is the sum of the lines");
    let three = [
        ("version", "1"),
        ("currency", "EUR"),
        ("product", "Rye"),
        ("quantity", "3"),
        ("price", "4.50"),
    ];
    assert_eq!(site.send(&page, &order, &three).await.header("location"), order);
    assert!(site.get(&customer).await.body.contains("€9.00 → €13.50"), "the timeline tells it");
    let five = three.map(|(name, value)| (name, if name == "quantity" { "5" } else { value }));
    let late = site.send(&page, &order, &five).await;
    assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(late.body.contains("Somebody has changed this order meanwhile"));
    assert!(late.body.contains("3 × Rye · €4.50"), "what stands there now: {}", late.body);
    assert!(late.body.contains("name=\"quantity\" inputmode=\"numeric\" value=\"5\""));
    assert!(late.body.contains("name=\"version\" value=\"2\""));
    let undone = site.send(&page, &format!("{order}/undo"), &[]).await;
    assert_eq!(undone.header("location"), order);
    assert!(site.get(&order).await.body.contains("€9.00"));
    let now = five.map(|(name, value)| (name, if name == "version" { "3" } else { value }));
    assert_eq!(site.send(&page, &order, &now).await.header("location"), order);
    assert!(site.get(&order).await.body.contains("€22.50"));
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn orders_are_listed_by_customer_state_product_and_day(#[case] kind: Kind) {
    let Some(mut site) = site(kind).await else { return };
    let yet = site.get("/orders?sort=-total").await.body;
    assert!(yet.contains("No orders yet"), "an order to sort by is no filter: {yet}");
    let bakery = site.customer(&[("name", "Bakery")]).await;
    let cafe = site.customer(&[("name", "Café Levon")]).await;
    let order = site.order(&bakery).await;
    let other = site.order(&cafe).await;
    let sent = [("carrier", "Haypost")];
    site.send(&order, &format!("{order}/ship"), &sent).await;
    let all = site.get("/orders").await.body;
    assert!(all.contains("2 orders") && all.contains(&order) && all.contains(&other));
    let of_bakery = site.get(&format!("/orders?customer={}", id_of(&bakery))).await.body;
    assert!(of_bakery.contains(&order) && !of_bakery.contains(&other));
    let shipped = site.get("/orders?state=shipped&from=2026-03-01&until=").await.body;
    assert!(shipped.contains(&order) && !shipped.contains(&other));
    let none = site.get("/orders?from=2026-03-02").await.body;
    assert!(none.contains("Nothing fits these filters"), "{none}");
    assert!(none.contains("href=\"/orders\">Clear the filters</a>"), "{none}");
    assert!(!none.contains("belongs here"), "{none}");
    let reversed = site.get("/orders?from=2026-03-02&until=2026-03-01").await.body;
    assert!(reversed.contains("The first day is after the last"), "{reversed}");
    let products = site.get("/products?q=ry").await.body;
    let product = format!("/products/{}", products.after("href=\"/products/"));
    assert!(products.contains(">2<span class=\"unseen\"> Orders with it"), "{products}");
    let with_rye = site.get(&format!("/orders?product={}", id_of(&product))).await.body;
    assert!(with_rye.contains(&order) && with_rye.contains(&other));
    assert!(site.get("/products?q=wheat").await.body.contains("Nothing fits these filters"));
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn a_product_is_renamed_and_called_as_before(#[case] kind: Kind) {
    let Some(mut site) = site(kind).await else { return };
    let customer = site.customer(&[("name", "Bakery")]).await;
    let order = site.order(&customer).await;
    let products = site.get("/products").await.body;
    let product = format!("/products/{}", products.after("href=\"/products/"));
    site.send(&product, &product, &[("name", "Dark rye")]).await;
    assert!(site.get("/products?q=dark").await.body.contains("Dark rye"));
    site.send(&product, &product, &[("name", "Darkest rye")]).await;
    site.undoes(&product).await;
    assert!(site.get(&order).await.body.contains("Dark rye"));
    let refused = site.send(&product, &product, &[("name", " ")]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn a_shipment_and_a_contact_that_are_not_taken_stay_typed(#[case] kind: Kind) {
    let Some(mut site) = site(kind).await else { return };
    let customer = site.customer(&[("name", "Bakery")]).await;
    let order = site.order(&customer).await;
    let unnamed = [("carrier", " "), ("tracking", "RR123")];
    let refused = site.send(&order, &format!("{order}/ship"), &unnamed).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.body.contains("value=\"RR123\""));
    let id = id_of(&customer);
    let new = format!("/contacts/new?customer={id}");
    site.send(&new, "/contacts", &[("customer", &id), ("name", "Ani")]).await;
    let shown = site.get(&customer).await.body;
    let contact = format!("/contacts/{}", shown.after("<li><a href=\"/contacts/"));
    site.send(&contact, &contact, &[("version", "1"), ("name", "Anahit")]).await;
    let late = site.send(&contact, &contact, &[("version", "1"), ("name", "Anush")]).await;
    assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(late.body.contains("Somebody has changed these details meanwhile"));
    assert!(late.body.contains("value=\"Anush\"") && late.body.contains("Name: Anahit"));
    assert!(late.body.contains("name=\"version\" value=\"2\""), "{}", late.body);
    let again = site.send(&contact, &contact, &[("version", "2"), ("name", "Anush")]).await;
    assert_eq!(again.header("location"), customer);
}

//! What programs do with orders.

use rstest::rstest;
use serde_json::{Value, json};
use testkit::record::Kind;

use super::Program;

fn bread(code: &str) -> Value {
    json!({
        "customer_code": "K-17", "source": "shop", "code": code, "currency": "AMD",
        "placed_at": "2026-02-28T10:00:00.123456789Z",
        "lines": [{ "product": "Lavash", "quantity": 5, "unit_price": 20_000 }],
    })
}

async fn shop(kind: Kind) -> Option<Program> {
    let program = Program::on(kind).await?;
    program.customer(&json!({ "name": "Bakery Ararat", "code": "K-17" })).await;
    Some(program)
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn an_order_is_added_once_sent_and_followed(#[case] kind: Kind) {
    let Some(program) = shop(kind).await else { return };
    let added = program.post("/api/v1/orders", &bread("A-1")).await;
    let page = added.header("location").to_owned();
    let added = added.with(201);
    assert_eq!((&added["total"], &added["state"]), (&json!(100_000), &json!("open")));
    let again = program.post("/api/v1/orders", &bread("A-1")).await.with(200);
    assert_eq!(again["id"], added["id"]);
    let other = json!({ "total": 1, "currency": "AMD", "customer_code": "K-17", "source": "shop",
        "code": "A-1" });
    assert_eq!(program.post("/api/v1/orders", &other).await.problem(), (409, "conflict", ""));
    let parcel = json!({ "carrier": "Haypost", "tracking": "RR123" });
    let sent = program.post(&format!("{page}/shipments"), &parcel).await;
    let shipment = sent.header("location").to_owned();
    sent.with(201);
    assert_eq!(program.get(&page).await.with(200)["state"], "shipped");
    let now = program.record.db.clock().now();
    program.patch(&shipment, &json!({ "delivered_at": now })).await.with(200);
    let arrived = program.get(&page).await.with(200);
    assert_eq!(arrived["state"], "delivered");
    assert_eq!(arrived["shipments"][0]["tracking"], "RR123");
    let off = program.patch(&page, &json!({ "state": "cancelled" })).await;
    assert_eq!(off.problem(), (409, "conflict", ""));
    let products = program.get("/api/v1/products").await.with(200);
    assert_eq!(products["items"][0]["id"], arrived["lines"][0]["product_id"]);
    let product = products["items"][0]["id"].as_str().unwrap();
    let lavash = program.get(&format!("/api/v1/products/{product}")).await.with(200);
    assert_eq!(lavash["name"], "Lavash");
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn what_an_order_holds_is_changed_and_what_is_not_sent_stays(#[case] kind: Kind) {
    let Some(program) = shop(kind).await else { return };
    let added = program.post("/api/v1/orders", &bread("A-1")).await;
    let page = added.header("location").to_owned();
    let added = added.with(201);
    let lines = json!([
        { "product": "Lavash", "quantity": 2, "unit_price": 20_000 },
        { "product": "Matnakash", "quantity": 1, "unit_price": 35_000 },
    ]);
    let changed = program.patch(&page, &json!({ "lines": lines })).await.with(200);
    assert_eq!(
        (&changed["total"], &changed["lines"][1]["product"]),
        (&json!(75_000), &json!("Matnakash"))
    );
    for kept in ["source", "code", "placed_at", "currency", "state", "customer_id"] {
        assert_eq!(changed[kept], added[kept], "{kept}");
    }
    let wanted = json!({ "total": 70_000, "code": null, "state": "delivered" });
    let changed = program.patch(&page, &wanted).await.with(200);
    assert_eq!((&changed["total"], &changed["code"]), (&json!(70_000), &Value::Null));
    assert_eq!(
        (&changed["state"], &changed["lines"][0]["quantity"]),
        (&json!("delivered"), &json!(2))
    );
    program.post("/api/v1/orders", &bread("A-2")).await.with(201);
    let taken = program.patch(&page, &json!({ "code": "A-2" })).await;
    assert_eq!(taken.problem(), (409, "conflict", ""));
    for (odd, field) in [
        (json!({ "currency": "XX1" }), "currency"),
        (json!({ "total": -1 }), "total"),
        (json!({ "lines": [{ "product": "", "quantity": 1, "unit_price": 1 }] }), "line"),
        (json!({ "placed_at": "2999-01-01T00:00:00Z" }), "placed_at"),
        (json!({ "currency": "JPY" }), "currency"),
        (json!({ "currency": "JPY", "total": 700 }), "currency"),
    ] {
        assert_eq!(program.patch(&page, &odd).await.problem(), (422, "refused", field));
    }
    let changed = program.patch(&page, &json!({ "currency": "EUR" })).await.with(200);
    assert_eq!((&changed["currency"], &changed["total"]), (&json!("EUR"), &json!(70_000)));
    let lines = json!([{ "product": "Lavash", "quantity": 2, "unit_price": 200 }]);
    let changed = program.patch(&page, &json!({ "currency": "JPY", "lines": lines })).await;
    let changed = changed.with(200);
    assert_eq!((&changed["currency"], &changed["total"]), (&json!("JPY"), &json!(400)));
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn of_many_orders_each_is_added_known_or_refused_for_itself(#[case] kind: Kind) {
    let Some(program) = shop(kind).await else { return };
    program.post("/api/v1/orders", &bread("A-1")).await.with(201);
    let stranger = json!({ "customer_code": "K-18", "currency": "AMD", "total": 1 });
    let odd = json!({ "customer_code": "K-17", "currency": "AMD", "total": 1,
        "lines": [{ "product": " ", "quantity": 1, "unit_price": 1 }] });
    let mut many = json!({ "orders": [bread("A-1"), bread("A-2"), stranger, odd, bread("A-2")] });
    let told = program.post("/api/v1/orders/bulk", &many).await.with(200);
    let results: Vec<&Value> =
        told["items"].as_array().unwrap().iter().map(|i| &i["result"]).collect();
    assert_eq!(results, ["known", "added", "refused", "refused", "known"]);
    assert_eq!(
        (&told["added"], &told["known"], &told["refused"]),
        (&json!(1), &json!(2), &json!(2))
    );
    assert_eq!(told["items"][2]["problem"]["fields"][0]["field"], "customer_code");
    assert_eq!(told["items"][1]["id"], told["items"][4]["id"]);
    many["all_or_nothing"] = json!(true);
    many["orders"][1] = bread("A-3");
    let none = program.post("/api/v1/orders/bulk", &many).await;
    assert_eq!(none.problem(), (422, "refused", "orders[2].customer_code"));
    let added = program.post("/api/v1/orders", &bread("A-3")).await;
    assert_eq!(added.status, 201, "it was not added before");
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn orders_are_listed_by_what_is_asked_for_page_by_page(#[case] kind: Kind) {
    let Some(program) = shop(kind).await else { return };
    let orders: Vec<Value> = (1..=5)
        .map(|day| {
            let mut order = bread(&format!("A-{day}"));
            order["placed_at"] = json!(format!("2026-02-0{day}T10:00:00Z"));
            order["lines"][0]["quantity"] = json!(day);
            order
        })
        .collect();
    program.post("/api/v1/orders/bulk", &json!({ "orders": orders })).await.with(200);
    let codes = |page: &Value| -> Vec<String> {
        let items = page["items"].as_array().unwrap();
        items.iter().map(|order| order["code"].as_str().unwrap().to_owned()).collect()
    };
    let first = program.get("/api/v1/orders?limit=3").await.with(200);
    assert_eq!(codes(&first), ["A-5", "A-4", "A-3"], "the last placed first");
    let after = first["after"].as_str().unwrap();
    let second = program.get(&format!("/api/v1/orders?limit=3&after={after}")).await.with(200);
    assert_eq!(codes(&second), ["A-2", "A-1"]);
    assert_eq!(second["after"], Value::Null);
    let days = "/api/v1/orders?from=2026-02-02&until=2026-02-03&sort=placed&state=open";
    assert_eq!(codes(&program.get(days).await.with(200)), ["A-2", "A-3"]);
    let by_amount = program.get("/api/v1/orders?sort=total&limit=1").await.with(200);
    assert_eq!(codes(&by_amount), ["A-1"]);
    let by_amount = program.get("/api/v1/orders?sort=-total&limit=1").await.with(200);
    assert_eq!(codes(&by_amount), ["A-5"]);
    let both = program.get("/api/v1/orders?sort=total&state=open").await;
    assert_eq!(both.problem(), (422, "refused", "sort"));
    let product = program.get("/api/v1/products").await.with(200)["items"][0]["id"].clone();
    let with_it = format!("/api/v1/orders?product_id={}", product.as_str().unwrap());
    assert_eq!(codes(&program.get(&with_it).await.with(200)).len(), 5);
    let customer = first["items"][0]["customer_id"].as_str().unwrap();
    let of_it = format!("/api/v1/orders?customer_id={customer}&state=cancelled");
    assert_eq!(codes(&program.get(&of_it).await.with(200)), [""; 0]);
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn a_thousand_orders_come_at_once_and_not_one_more(#[case] kind: Kind) {
    let Some(program) = shop(kind).await else { return };
    let orders = |count: usize| {
        let orders: Vec<Value> = (0..count).map(|number| bread(&number.to_string())).collect();
        json!({ "all_or_nothing": true, "orders": orders })
    };
    let told = program.post("/api/v1/orders/bulk", &orders(1000)).await.with(200);
    assert_eq!(told["added"], 1000);
    let again = program.post("/api/v1/orders/bulk", &orders(1000)).await.with(200);
    assert_eq!(again["known"], 1000);
    for count in [0, 1001] {
        let refused = program.post("/api/v1/orders/bulk", &orders(count)).await;
        assert_eq!(refused.problem(), (422, "refused", "orders"));
    }
}

//! What programs are told of what is not taken.

use rstest::rstest;
use serde_json::{Value, json};
use testkit::record::Kind;

use super::{JSON, Program};

#[rstest]
#[case::broken("{\"name\": ", 400, "broken", "")]
#[case::nothing("", 400, "broken", "")]
#[case::no_name("{}", 422, "refused", "name")]
#[case::unknown_field("{\"nmae\": \"Levon\"}", 422, "refused", "nmae")]
#[case::wrong_type("{\"name\": 7}", 422, "refused", "name")]
#[case::wrong_value("{\"name\": \"L\", \"country\": \"Narnia\"}", 422, "refused", "country")]
#[case::a_nul("{\"name\": \"L\\u0000\"}", 422, "refused", "name")]
#[tokio::test]
async fn a_body_that_is_not_taken_says_where(
    #[case] body: &str,
    #[case] status: u16,
    #[case] code: &str,
    #[case] field: &str,
) {
    let program = Program::on(Kind::Sqlite).await.unwrap();
    let refused = program.send("POST", "/api/v1/customers", &[JSON], body).await;
    assert_eq!(refused.problem(), (status, code, field));
    if code == "broken" {
        assert!(refused.body["detail"].as_str().unwrap().contains("line 1 column"));
    }
}

#[rstest]
#[case::text("text/plain")]
#[case::form("application/x-www-form-urlencoded")]
#[case::none("")]
#[tokio::test]
async fn a_body_of_another_media_type_is_refused(#[case] media: &str) {
    let program = Program::on(Kind::Sqlite).await.unwrap();
    let headers: &[_] = if media.is_empty() { &[] } else { &[("content-type", media)] };
    let refused = program.send("POST", "/api/v1/customers", headers, "{\"name\":\"L\"}").await;
    assert_eq!(refused.problem(), (415, "wrong-media", ""));
}

#[tokio::test]
async fn a_body_that_is_too_large_is_refused_and_a_large_bulk_taken() {
    let program = Program::on(Kind::Sqlite).await.unwrap();
    let large = json!({ "name": "x".repeat(1 << 20) });
    let refused = program.post("/api/v1/customers", &large).await;
    assert_eq!(refused.problem(), (413, "too-large", ""));
    let order = json!({ "customer_code": "x".repeat(1 << 20), "currency": "EUR", "total": 1 });
    let told = program.post("/api/v1/orders/bulk", &json!({ "orders": [order] })).await.with(200);
    assert_eq!(told["refused"], 1);
}

#[rstest]
#[case("limit=0", "limit")]
#[case("limit=201", "limit")]
#[case("limit=x", "limit")]
#[case("sort=shoe_size", "sort")]
#[case("after=x", "after")]
#[case("page=2", "page")]
#[tokio::test]
async fn a_query_that_is_not_taken_names_its_parameter(#[case] query: &str, #[case] name: &str) {
    let program = Program::on(Kind::Sqlite).await.unwrap();
    let refused = program.get(&format!("/api/v1/customers?{query}")).await;
    assert_eq!(refused.problem(), (422, "refused", name), "{}", refused.body);
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn odd_texts_are_searched_for_and_written_down_like_any(#[case] kind: Kind) {
    let Some(program) = Program::on(kind).await else { return };
    let odd = "'; drop table log; -- \" \\ % _ \u{0} \u{202e} 🍞";
    let known = json!({ "name": "Levon", "why_us": odd });
    let customer = program.customer(&known).await;
    for path in ["/api/v1/search?q=", "/api/v1/products?after=", "/api/v1/customers?after="] {
        let query = serde_html_form::to_string([("q", odd)]).unwrap();
        let answer = program.get(&format!("{path}{}", &query[2..])).await;
        assert!(answer.status.is_success() || answer.status == 422, "{path}: {}", answer.status);
    }
    let logged = format!("/api/v1/customers/{customer}/interactions");
    let kept = program.post(&logged, &json!({ "kind": "note", "text": odd })).await.with(201);
    assert_eq!(kept["text"], odd.replace('\u{0}', ""));
    let order = json!({ "customer_code": odd, "currency": "EUR", "total": 1 });
    let refused = program.post("/api/v1/orders", &order).await;
    assert_eq!(refused.problem(), (422, "refused", "customer_code"));
}

#[tokio::test]
async fn what_is_not_there_is_not_found() {
    let program = Program::on(Kind::Sqlite).await.unwrap();
    let nobody = "00000000-0000-7000-8000-000000000000";
    for path in [
        format!("/api/v1/customers/{nobody}"),
        format!("/api/v1/customers/{nobody}/timeline"),
        format!("/api/v1/customers/{nobody}/contacts"),
        format!("/api/v1/customers/{nobody}/interactions"),
        format!("/api/v1/orders/{nobody}"),
        format!("/api/v1/shipments/{nobody}"),
        format!("/api/v1/products/{nobody}"),
        "/api/v1/customers/levon".to_owned(),
        "/api/v1/robots".to_owned(),
    ] {
        assert_eq!(program.get(&path).await.problem(), (404, "not-found", ""), "{path}");
    }
    let undone = program.post(&format!("/api/v1/customers/{nobody}/undo"), &Value::Null).await;
    assert_eq!(undone.problem(), (404, "not-found", ""));
    let wrong = program.send("PUT", "/api/v1/customers", &[JSON], "{}").await;
    assert_eq!(wrong.problem(), (405, "wrong-method", ""));
    assert!(wrong.header("allow").contains("POST"));
}

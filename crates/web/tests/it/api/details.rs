//! What programs read and change of customers beside what everybody has: tags,
//! fields of the business, what was said to marketing, what the review says.

use domain::know::fields::{self, Holds, NewField};
use rstest::rstest;
use serde_json::{Value, json};
use store::log::Actor;
use testkit::record::Kind;

use super::{JSON, Program};
use crate::reviewed;

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn tags_become_exactly_those_that_are_sent(#[case] kind: Kind) {
    let Some(program) = Program::on(kind).await else { return };
    let id = program.customer(&json!({ "name": "Levon" })).await;
    let tags = format!("/api/v1/customers/{id}/tags");
    assert_eq!(program.get(&tags).await.with(200), json!({ "tags": [] }));
    let changed = program.patch(&tags, &json!({ "tags": ["VIP", "pays late", "vip"] })).await;
    assert_eq!(changed.with(200), json!({ "tags": ["pays late", "vip"] }));
    let changed = program.patch(&tags, &json!({ "tags": ["vip", "tea"] })).await;
    let version = changed.header("etag").to_owned();
    assert_eq!(changed.with(200), json!({ "tags": ["tea", "vip"] }));
    let unchanged = program.send("GET", &tags, &[("if-none-match", &version)], "").await;
    assert_eq!(unchanged.status, 304);
    let many: Vec<String> = (0..51).map(|number| format!("tag {number}")).collect();
    for odd in [json!({ "tags": ["!"] }), json!({ "tags": many })] {
        assert_eq!(program.patch(&tags, &odd).await.problem(), (422, "refused", "tags"));
    }
    assert_eq!(program.get(&tags).await.with(200), json!({ "tags": ["tea", "vip"] }));
    let late = [JSON, ("if-match", "\"older\"")];
    let late = program.send("PATCH", &tags, &late, "{\"tags\": []}").await;
    assert_eq!(late.problem(), (412, "changed-since", ""));
    let nobody = format!("/api/v1/customers/{}/tags", uuid::Uuid::nil());
    assert_eq!(program.get(&nobody).await.status, 404);
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn fields_of_the_business_are_told_by_their_keys_and_hold_what_they_can(#[case] kind: Kind) {
    let Some(program) = Program::on(kind).await else { return };
    for (name, holds) in [
        ("Shoe size", Holds::Number),
        ("Tea", Holds::Choice { of: vec!["Black".into(), "Green".into()] }),
        ("Since", Holds::Date),
    ] {
        let new = NewField { name: name.into(), holds };
        let add = async move |tx: &mut store::Tx<'_>| fields::add(tx, &new).await;
        program.record.db.write(Actor::System, add).await.unwrap();
    }
    let known = program.get("/api/v1/fields").await.with(200);
    let keys: Vec<&Value> = known["items"].as_array().unwrap().iter().map(|f| &f["key"]).collect();
    assert_eq!(keys, ["shoe_size", "tea", "since"]);
    assert_eq!(known["items"][1]["holds"], "choice");
    assert_eq!(known["items"][1]["choices"], json!(["Black", "Green"]));
    let id = program.customer(&json!({ "name": "Levon" })).await;
    let values = format!("/api/v1/customers/{id}/fields");
    let none = json!({ "shoe_size": null, "tea": null, "since": null });
    assert_eq!(program.get(&values).await.with(200), none);
    let sent = json!({ "shoe_size": "42,50", "tea": "green" });
    let kept = json!({ "shoe_size": "42.5", "tea": "Green", "since": null });
    assert_eq!(program.patch(&values, &sent).await.with(200), kept);
    for (odd, field) in [
        (json!({ "tea": null, "since": "soon" }), "since"),
        (json!({ "tea": "mint" }), "tea"),
        (json!({ "hat": "1" }), "hat"),
    ] {
        assert_eq!(program.patch(&values, &odd).await.problem(), (422, "refused", field));
    }
    assert_eq!(program.get(&values).await.with(200), kept, "nothing of what is refused is kept");
    let emptied = program.patch(&values, &json!({ "tea": null })).await.with(200);
    assert_eq!(emptied["tea"], Value::Null);
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn what_the_review_says_of_a_customer_is_told(#[case] kind: Kind) {
    let Some(program) = Program::on(kind).await else { return };
    let id = program.customer(&json!({ "name": "Levon" })).await;
    let other = program.customer(&json!({ "name": "Vera" })).await;
    let page = format!("/api/v1/customers/{id}/figures");
    let nothing = json!({ "review": null, "figures": null });
    assert_eq!(program.get(&page).await.with(200), nothing);
    reviewed::as_of(&program.record.db, "2026-02-28", &[id.parse().unwrap()]).await;
    let told = program.get(&page).await.with(200);
    assert_eq!(told["review"]["as_of"], "2026-02-28");
    assert_eq!(told["review"]["currency"], "AMD");
    let figures = &told["figures"];
    assert_eq!((&figures["standing"], &figures["segment"]), (&json!("quiet"), &json!("at_risk")));
    assert_eq!((&figures["risk"], &figures["at_risk"]), (&json!(0.48), &json!(41_200_000)));
    assert_eq!(figures["value"]["low"], 90_000_000);
    assert_eq!(figures["last_order_on"], "2026-01-12");
    assert_eq!(figures["why"]["reason_key"], "gone_quiet");
    assert_eq!(figures["why"]["action_key"], "call");
    assert!(figures["why"]["reason"].as_str().unwrap().contains("18"), "{figures}");
    let listed = program.get("/api/v1/customers?sort=-at-risk").await.with(200);
    let [first, second] = listed["items"].as_array().unwrap().as_slice() else {
        panic!("{listed}")
    };
    assert_eq!((&first["id"], &second["id"]), (&json!(id), &json!(other)));
    let summary = json!({
        "standing": "quiet", "risk": 0.48, "at_risk": 41_200_000, "currency": "AMD",
        "horizon_months": told["review"]["horizon_months"], "as_of": "2026-02-28",
    });
    assert_eq!((&first["figures"], &second["figures"]), (&summary, &Value::Null));
    let silent = program.get(&format!("/api/v1/customers/{other}/figures")).await.with(200);
    assert_eq!((&silent["review"], &silent["figures"]), (&told["review"], &Value::Null));
    let objection = json!({ "marketing": "objection" });
    program.post(&format!("/api/v1/customers/{id}/consent"), &objection).await.with(200);
    assert_eq!(program.get(&page).await.with(200)["figures"], Value::Null);
    let listed = program.get("/api/v1/customers").await.with(200);
    let figures = listed["items"].as_array().unwrap().iter().map(|of| &of["figures"]);
    assert!(figures.clone().all(Value::is_null), "{listed}");
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn what_is_said_to_marketing_is_kept_with_how_it_was_said(#[case] kind: Kind) {
    let Some(program) = Program::on(kind).await else { return };
    let id = program.customer(&json!({ "name": "Levon", "preferences": "Mornings" })).await;
    let page = format!("/api/v1/customers/{id}/consent");
    let nothing = json!({ "marketing": null, "decisions": [] });
    assert_eq!(program.get(&page).await.with(200), nothing);
    let agreed = json!({ "marketing": "consent", "how": "form", "note": "At the fair" });
    program.post(&page, &agreed).await.with(200);
    let objected = program.post(&page, &json!({ "marketing": "objection" })).await.with(200);
    assert_eq!(objected["marketing"], "objection");
    let last = &objected["decisions"][0];
    assert_eq!((&last["from"], &last["to"]), (&json!("consent"), &json!("objection")));
    let first = &objected["decisions"][1];
    assert_eq!((&first["how"], &first["note"]), (&json!("form"), &json!("At the fair")));
    let customer = program.get(&format!("/api/v1/customers/{id}")).await.with(200);
    assert_eq!(customer["marketing"], "objection", "the field says the last word");
    assert_eq!(customer["preferences"], "Mornings");
    for (odd, field) in [
        (json!({ "marketing": "maybe" }), "marketing"),
        (json!({ "marketing": null, "how": "by owl" }), "how"),
        (json!({ "marketing": null, "note": "x".repeat(501) }), "note"),
    ] {
        assert_eq!(program.post(&page, &odd).await.problem(), (422, "refused", field));
    }
    let silent = program.post(&page, &json!({ "how": "form" })).await;
    assert_eq!(silent.status, 422, "what is not said is not taken back");
    assert_eq!(program.get(&page).await.with(200)["marketing"], "objection");
}

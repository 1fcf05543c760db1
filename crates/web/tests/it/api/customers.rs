//! What programs do with customers, their people and what happens with them.

use domain::know::contacts::{self, ContactError, Details, MOST};
use domain::know::customers::CustomerId;
use rstest::rstest;
use serde_json::{Value, json};
use store::log::Actor;
use testkit::record::Kind;

use super::{JSON, Program};

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn a_customer_is_added_changed_and_the_change_taken_back(#[case] kind: Kind) {
    let Some(program) = Program::on(kind).await else { return };
    let known = json!({ "name": "Bakery Ararat", "code": "K-17", "city": "Gyumri" });
    let added = program.post("/api/v1/customers", &known).await;
    let page = added.header("location").to_owned();
    let version = added.header("etag").to_owned();
    let added = added.with(201);
    assert_eq!(page, format!("/api/v1/customers/{}", added["id"].as_str().unwrap()));
    let shown = program.get(&page).await;
    assert_eq!(shown.header("etag"), version);
    assert_eq!(shown.with(200), added);
    let unchanged = program.send("GET", &page, &[("if-none-match", &version)], "").await;
    assert_eq!((unchanged.status.as_u16(), unchanged.body), (304, Value::Null));
    let changed = program.patch(&page, &json!({ "city": null, "why_us": "Bread\r\nRye" })).await;
    let changed = changed.with(200);
    assert_eq!((&changed["city"], &changed["why_us"]), (&Value::Null, &json!("Bread\nRye")));
    assert_eq!(changed["code"], "K-17", "what is not sent stays");
    let back = program.post(&format!("{page}/undo"), &Value::Null).await.with(200);
    assert_eq!(back, added);
    let told = program.get(&format!("{page}/timeline?limit=2")).await.with(200);
    let kinds: Vec<&Value> = told["items"].as_array().unwrap().iter().map(|e| &e["kind"]).collect();
    assert_eq!(kinds, ["customer.changed", "customer.changed"]);
    assert_eq!(told["items"][0]["by"], "token");
    assert_eq!(told["items"][0]["event"]["changes"][0]["to"], "Gyumri");
    let after = told["after"].as_str().unwrap();
    let rest = program.get(&format!("{page}/timeline?limit=2&after={after}")).await.with(200);
    assert_eq!(rest["items"][0]["kind"], "customer.added");
    assert_eq!((rest["items"].as_array().unwrap().len(), &rest["after"]), (1, &Value::Null));
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn lists_are_read_page_by_page_whatever_they_are_sorted_by(#[case] kind: Kind) {
    let Some(program) = Program::on(kind).await else { return };
    for name in ["Ծովինար", "anna", "Борис", "Anna", "Ζωή"] {
        program.customer(&json!({ "name": name })).await;
    }
    for sort in ["name", "-name", "added", "-added", "seen", "-seen"] {
        let path = format!("/api/v1/customers?sort={sort}");
        let whole = program.get(&format!("{path}&limit=200")).await.with(200);
        assert_eq!(whole["items"].as_array().unwrap().len(), 5);
        let mut read = Vec::new();
        let mut page = program.get(&format!("{path}&limit=2")).await;
        loop {
            let link = page.header("link").to_owned();
            let known = page.with(200);
            read.extend(known["items"].as_array().unwrap().iter().cloned());
            let Some(after) = known["after"].as_str() else {
                assert_eq!(link, "", "the last page leads nowhere");
                break;
            };
            let next = format!("{path}&limit=2&after={after}");
            assert_eq!(link, format!("<{next}>; rel=\"next\""));
            page = program.get(&next).await;
        }
        assert_eq!(json!(read), whole["items"], "{sort}");
    }
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn a_list_is_of_whom_a_query_means(#[case] kind: Kind) {
    let Some(program) = Program::on(kind).await else { return };
    let me = program.get("/api/v1/me").await.with(200)["account_id"].clone();
    program.customer(&json!({ "name": "Anna", "city": "Gyumri", "owner": me })).await;
    program.customer(&json!({ "name": "Levon", "city": "Gyumri" })).await;
    program.customer(&json!({ "name": "Boris", "city": "Sevan" })).await;
    let asked = async |query: &str| {
        let query = serde_html_form::to_string([("q", query), ("sort", "name")]).unwrap();
        program.get(&format!("/api/v1/customers?{query}")).await
    };
    let names = |page: &Value| -> Vec<String> {
        let items = page["items"].as_array().unwrap();
        items.iter().map(|known| known["name"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(names(&asked("city:Gyumri").await.with(200)), ["Anna", "Levon"]);
    assert_eq!(names(&asked("city:Gyumri owner:me").await.with(200)), ["Anna"]);
    assert_eq!(asked("shoe:42").await.problem(), (422, "refused", "q"));
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn contacts_are_added_changed_removed_and_restored(#[case] kind: Kind) {
    let Some(program) = Program::on(kind).await else { return };
    let customer = program.customer(&json!({ "name": "Bakery Ararat" })).await;
    let people = format!("/api/v1/customers/{customer}/contacts");
    let added = program.post(&people, &json!({ "name": "Levon", "role": "Baker" })).await;
    let levon = added.header("location").to_owned();
    let added = added.with(201);
    let changed = program.patch(&levon, &json!({ "role": null, "note": "Early" })).await.with(200);
    assert_eq!((&changed["name"], &changed["role"]), (&json!("Levon"), &Value::Null));
    assert_eq!(program.get(&people).await.with(200)["items"], json!([changed]));
    program.send("DELETE", &levon, &[], "").await.with(204);
    assert_eq!(program.get(&levon).await.status, 404);
    assert_eq!(program.get(&people).await.with(200)["items"], json!([]));
    let restored = program.post(&format!("{levon}/restore"), &Value::Null).await.with(200);
    assert_eq!((&restored["id"], &restored["note"]), (&added["id"], &json!("Early")));
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn who_finds_no_room_among_the_contacts_is_neither_added_nor_restored(#[case] kind: Kind) {
    let Some(program) = Program::on(kind).await else { return };
    let customer = program.customer(&json!({ "name": "Bakery Ararat" })).await;
    let people = format!("/api/v1/customers/{customer}/contacts");
    let levon = program.post(&people, &json!({ "name": "Levon" })).await;
    let levon = levon.header("location").to_owned();
    program.send("DELETE", &levon, &[], "").await.with(204);
    let customer: CustomerId = customer.parse().unwrap();
    let fill = async move |tx: &mut store::Tx<'_>| {
        for number in 0..MOST {
            let name = format!("Baker {number}");
            contacts::add(tx, customer, &Details { name, ..Details::default() }).await?;
        }
        Ok::<_, ContactError>(())
    };
    program.record.db.write(Actor::System, fill).await.unwrap();
    let one_more = program.post(&people, &json!({ "name": "Anna" })).await;
    assert_eq!(one_more.problem(), (409, "conflict", ""));
    let back = program.post(&format!("{levon}/restore"), &Value::Null).await;
    assert_eq!(back.problem(), (409, "conflict", ""));
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn what_happened_is_written_down_changed_removed_and_restored(#[case] kind: Kind) {
    let Some(program) = Program::on(kind).await else { return };
    let customer = program.customer(&json!({ "name": "Bakery Ararat" })).await;
    let logged = format!("/api/v1/customers/{customer}/interactions");
    for text in ["one", "two", "three"] {
        program.post(&logged, &json!({ "kind": "note", "text": text })).await.with(201);
    }
    let call = json!({ "kind": "call", "at": "2026-02-28T10:00:00+04:00", "text": "Price list",
        "follow_up_on": "2026-03-02" });
    let call = program.post(&logged, &call).await;
    let page = call.header("location").to_owned();
    let call = call.with(201);
    assert_eq!(call["at"], "2026-02-28T06:00:00Z");
    let first = program.get(&format!("{logged}?limit=3")).await.with(200);
    let after = first["after"].as_str().unwrap();
    let second = program.get(&format!("{logged}?limit=3&after={after}")).await.with(200);
    assert_eq!(first["items"].as_array().unwrap().len(), 3);
    assert_eq!(second, json!({ "items": [call], "after": null }), "the oldest last");
    let mention = "Ask @owner, @nobodyatall and @nobodyatall";
    let mentions = program.patch(&page, &json!({ "text": mention })).await;
    let (seen, mentions) = (mentions.header("etag").to_owned(), mentions.with(200));
    assert_eq!(mentions["mentions_of_nobody"], json!(["@nobodyatall"]));
    let listed = program.get(&format!("{logged}?limit=4")).await.with(200);
    assert_eq!(listed["items"].as_array().unwrap().last(), Some(&mentions));
    let headers = [JSON, ("if-match", seen.as_str())];
    let back = json!({ "text": "Price list" }).to_string();
    let back = program.send("PATCH", &page, &headers, &back).await.with(200);
    assert_eq!(back["mentions_of_nobody"], json!([]));
    let done = program.post(&format!("{page}/done"), &Value::Null).await.with(200);
    assert_eq!(done["follow_up_done"], true);
    let changed = program.patch(&page, &json!({ "follow_up_on": null })).await.with(200);
    assert_eq!((&changed["text"], &changed["follow_up_on"]), (&json!("Price list"), &Value::Null));
    let nothing = program.post(&format!("{page}/done"), &Value::Null).await;
    assert_eq!(nothing.problem(), (409, "conflict", ""));
    program.send("DELETE", &page, &[], "").await.with(204);
    assert_eq!(program.get(&page).await.status, 404);
    let timeline = format!("/api/v1/customers/{customer}/timeline");
    let told = program.get(&timeline).await.with(200).to_string();
    assert!(!told.contains("Price list"), "what was removed is not told: {told}");
    program.post(&format!("{page}/restore"), &Value::Null).await.with(200);
    assert!(program.get(&timeline).await.with(200).to_string().contains("Price list"));
}

//! What the document says in words and shows by examples.

use domain::know::fields::{self, Holds, NewField};
use domain::know::query::Name;
use rstest::rstest;
use serde_json::{Value, json};
use store::log::Actor;
use testkit::record::Kind;

use super::documented::DOCUMENT;
use super::{Answer, JSON, Program};

/// Each operation of the document: method, path, and what is said of it.
fn operations() -> impl Iterator<Item = (&'static str, &'static str, &'static Value)> {
    let paths = DOCUMENT["paths"].as_object().unwrap();
    paths.iter().flat_map(|(path, item)| {
        let each = item.as_object().unwrap().iter();
        each.map(move |(method, operation)| (method.as_str(), path.as_str(), operation))
    })
}

/// The schema of a thing, where only its name stands.
fn found(schema: &'static Value) -> &'static Value {
    let named = schema["$ref"].as_str().and_then(|name| name.strip_prefix('#'));
    named.map_or(schema, |name| DOCUMENT.pointer(name).unwrap())
}

fn is_described(schema: &'static Value) -> bool {
    let says = |schema: &Value| schema["description"].as_str().is_some_and(|text| !text.is_empty());
    let mut parts = schema["oneOf"].as_array().into_iter().flatten();
    says(schema) || says(found(schema)) || parts.any(|part| says(found(part)))
}

#[test]
fn nothing_in_the_document_goes_without_a_word() {
    for (method, path, operation) in operations() {
        assert!(!operation["summary"].as_str().unwrap().is_empty(), "{method} {path}");
        for parameter in operation["parameters"].as_array().into_iter().flatten() {
            let is_described = is_described(parameter) || is_described(&parameter["schema"]);
            assert!(is_described, "{method} {path}: {}", parameter["name"]);
        }
    }
    for (name, schema) in DOCUMENT["components"]["schemas"].as_object().unwrap() {
        for (field, of_it) in schema["properties"].as_object().into_iter().flatten() {
            assert!(is_described(of_it), "{name}: {field}");
        }
    }
}

#[test]
fn the_list_of_customers_tells_every_name_of_a_query() {
    let told = DOCUMENT["paths"]["/api/v1/customers"]["get"]["description"].as_str().unwrap();
    for name in Name::ALL {
        assert!(told.contains(&format!("`{}:`", name.word())), "{}", name.word());
    }
}

/// A thing of its own for an operation to be tried on.
async fn id_for(program: &Program, path: &str) -> String {
    let thing = path.split('/').nth(3).unwrap();
    let customer = program.customer(&json!({ "name": "Levon" })).await;
    let added = match thing {
        "customers" => return customer,
        "contacts" | "interactions" => {
            let new = json!({ "kind": "call", "text": "Rye" });
            let new = if thing == "contacts" { json!({ "name": "Anna" }) } else { new };
            program.post(&format!("/api/v1/customers/{customer}/{thing}"), &new).await.with(201)
        }
        "orders" | "shipments" => {
            let new = json!({ "customer_id": customer, "currency": "EUR", "total": 900 });
            let order = program.post("/api/v1/orders", &new).await.with(201);
            let sent = json!({ "carrier": "Haypost", "shipped_at": "2026-02-27T16:00:00Z" });
            let to = format!("/api/v1/orders/{}/shipments", order["id"].as_str().unwrap());
            if thing == "orders" { order } else { program.post(&to, &sent).await.with(201) }
        }
        _ => json!({ "id": "" }),
    };
    added["id"].as_str().unwrap().to_owned()
}

async fn tried(program: &Program, method: &str, path: &str, example: &Value) -> Answer {
    let id = if path.contains("{id}") { id_for(program, path).await } else { String::new() };
    let path = path.replace("{id}", &id);
    let method = method.to_uppercase();
    program.send(&method, &path, &[JSON, ("if-match", "*")], &example.to_string()).await
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn every_body_has_an_example_that_is_taken(#[case] kind: Kind) {
    let Some(program) = Program::on(kind).await else { return };
    program.customer(&json!({ "name": "Bakery Ararat", "code": "K-17" })).await;
    let size = NewField { name: "Shoe size".into(), holds: Holds::Number };
    let add = async move |tx: &mut store::Tx<'_>| fields::add(tx, &size).await;
    program.record.db.write(Actor::System, add).await.unwrap();
    for (method, path, operation) in operations() {
        let Some(bodies) = operation["requestBody"]["content"].as_object() else { continue };
        for content in bodies.values() {
            let schema = found(&content["schema"]);
            let example = schema.get("example").or_else(|| schema["examples"].get(0));
            let example = example.unwrap_or_else(|| panic!("{method} {path} has no example"));
            let answer = tried(&program, method, path, example).await;
            assert!(answer.status.is_success(), "{method} {path}: {}", answer.body);
            assert!([&json!(null), &json!(0)].contains(&&answer.body["refused"]), "{path}");
        }
    }
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn every_example_of_a_query_is_taken(#[case] kind: Kind) {
    let Some(program) = Program::on(kind).await else { return };
    for (_, path, operation) in operations() {
        for parameter in operation["parameters"].as_array().into_iter().flatten() {
            let Some(example) = parameter["example"].as_str() else { continue };
            let query = [(parameter["name"].as_str().unwrap(), example)];
            let query = serde_html_form::to_string(query).unwrap();
            program.get(&format!("{path}?{query}")).await.with(200);
        }
    }
}

//! The document of the API and its pages.

use std::collections::BTreeSet;

use kernel::Language;
use serde_json::Value;
use testkit::record::Kind;
use web::{Access, routes};

use super::Program;
use super::documented::DOCUMENT;
use crate::site::Site;

#[test]
fn the_document_is_the_one_that_was_looked_at() {
    insta::assert_json_snapshot!(*DOCUMENT);
}

#[test]
fn the_document_and_the_table_know_the_same_routes() {
    let mut documented = BTreeSet::new();
    for (path, item) in DOCUMENT["paths"].as_object().unwrap() {
        for (method, operation) in item.as_object().unwrap() {
            let rights = operation["security"][0]["token"].as_array().unwrap().clone();
            let right = rights.first().map(|right| right.as_str().unwrap().to_owned());
            documented.insert((method.to_uppercase(), path.clone(), right));
        }
    }
    let known = routes::table().into_iter().filter_map(|route| {
        let right = match route.access {
            Access::Token => None,
            Access::TokenRight(right) => Some(right.name().to_owned()),
            Access::Public | Access::SignedIn | Access::Right(_) | Access::RightOrToken(_) => {
                return None;
            }
        };
        Some((route.method.to_string(), route.path.to_owned(), right))
    });
    assert_eq!(documented, known.collect());
}

#[tokio::test]
async fn anybody_can_read_the_document_and_its_pages_in_every_language() {
    let mut site = Site::open().await;
    let answer = site.get("/api/openapi.json").await;
    assert_eq!(answer.header("content-type"), "application/json");
    assert_eq!(serde_json::from_str::<Value>(&answer.body).unwrap(), *DOCUMENT);
    let tags: Vec<String> = DOCUMENT["tags"]
        .as_array()
        .unwrap()
        .iter()
        .map(|tag| format!("/api/docs/{}", tag["name"].as_str().unwrap()))
        .collect();
    for language in Language::ALL {
        site.holds("language", language.code());
        for path in tags.iter().map(String::as_str).chain(["/api/docs", "/api/docs/problems"]) {
            let page = site.get(path).await;
            assert_eq!(page.status, 200, "{path}");
            assert!(!page.body.contains('‹'), "{language} {path}: a message is missing");
            assert!(!page.body.contains("//cdn") && !page.body.contains("<style"), "{path}");
            assert!(!page.body.contains('`'), "{path}: code is told as code");
        }
    }
    assert_eq!(site.get("/api/docs/robots").await.status, 404);
}

#[tokio::test]
async fn every_operation_stands_on_the_page_of_its_room() {
    let mut site = Site::open().await;
    for (path, item) in DOCUMENT["paths"].as_object().unwrap() {
        for (method, operation) in item.as_object().unwrap() {
            let room = operation["tags"][0].as_str().unwrap();
            let page = site.get(&format!("/api/docs/{room}")).await.body;
            let line = format!("<code>{} {path}</code>", method.to_uppercase());
            assert!(page.contains(&line), "{line} on the page of {room}");
            let id = operation["operationId"].as_str().unwrap();
            assert!(page.contains(&format!("id=\"{id}\"")), "{id}");
            let command = format!("$PERENNIAL{}", path.replace("{id}", "$ID"));
            assert!(page.contains(&command), "{command} on the page of {room}");
        }
    }
}

#[tokio::test]
async fn whatever_kind_a_problem_is_of_its_page_explains_it() {
    let program = Program::on(Kind::Sqlite).await.unwrap();
    let mut kinds = Vec::new();
    for path in ["/api/v1/robots", "/api/v1/me?q=%00", "/api/v1/customers?limit=0"] {
        kinds.push(program.get(path).await.body["type"].as_str().unwrap().to_owned());
    }
    let mut site = Site::over(program.record);
    for kind in kinds {
        let (page, id) = kind.split_once('#').unwrap();
        let page = site.get(page).await.body;
        assert!(page.contains(&format!("id=\"{id}\"")), "{kind}");
        assert!(page.contains("urn:request:"), "one of them stands there as it is said");
    }
}

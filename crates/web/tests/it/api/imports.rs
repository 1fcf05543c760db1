//! Files that were brought in, for programs.

use rstest::rstest;
use serde_json::{Value, json};
use testkit::record::Kind;

use super::Program;
use crate::imports::imported;

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn an_import_is_listed_looked_at_and_taken_back_once(#[case] kind: Kind) {
    let Some(program) = Program::on(kind).await else { return };
    let id = imported(&program.record).await;
    let page = format!("/api/v1/imports/{id}");
    let shown = program.get(&page).await.with(200);
    assert_eq!((&shown["state"], &shown["undone"]), (&json!("applied"), &Value::Null));
    assert_eq!(shown["applied"]["orders_added"], 1);
    let listed = program.get("/api/v1/imports?limit=1").await.with(200);
    assert_eq!(listed, json!({ "items": [shown], "after": null }));
    let undo = format!("{page}/undo");
    let undone = program.post(&undo, &Value::Null).await.with(200);
    assert_eq!(undone["state"], "undone");
    assert_eq!(undone["undone"]["orders_removed"], 1);
    assert_eq!(program.post(&undo, &Value::Null).await.problem(), (409, "conflict", ""));
    let orders = program.get("/api/v1/orders").await.with(200);
    assert_eq!(orders["items"], json!([]));
}

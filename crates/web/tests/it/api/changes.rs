//! Changes that must not be lost and must not be made twice.

use chrono::TimeDelta;
use rstest::rstest;
use serde_json::json;
use testkit::record::Kind;

use super::{JSON, Program};

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn a_change_names_the_version_it_is_of(#[case] kind: Kind) {
    let Some(program) = Program::on(kind).await else { return };
    let id = program.customer(&json!({ "name": "Levon" })).await;
    let page = format!("/api/v1/customers/{id}");
    let seen = program.get(&page).await.header("etag").to_owned();
    let city = |city: &str| json!({ "city": city }).to_string();
    let without = program.send("PATCH", &page, &[JSON], &city("Gyumri")).await;
    assert_eq!(without.problem(), (428, "version-needed", ""));
    let of_it = [JSON, ("if-match", seen.as_str())];
    program.send("PATCH", &page, &of_it, &city("Gyumri")).await.with(200);
    let late = program.send("PATCH", &page, &of_it, &city("Vanadzor")).await;
    assert_eq!(late.problem(), (412, "changed-since", ""));
    let any = [JSON, ("if-match", "*")];
    program.send("PATCH", &page, &any, &city("Vanadzor")).await.with(200);
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn of_many_changes_of_one_version_one_is_made(#[case] kind: Kind) {
    let Some(program) = Program::on(kind).await else { return };
    let id = program.customer(&json!({ "name": "Levon" })).await;
    let page = format!("/api/v1/customers/{id}");
    let seen = program.get(&page).await.header("etag").to_owned();
    let change = |city: &'static str| {
        let (page, seen, program) = (&page, &seen, &program);
        async move {
            let headers = [JSON, ("if-match", seen.as_str())];
            program.send("PATCH", page, &headers, &json!({ "city": city }).to_string()).await
        }
    };
    let (a, b, c) = tokio::join!(change("Gyumri"), change("Vanadzor"), change("Sevan"));
    let mut statuses = [a, b, c].map(|answer| answer.status.as_u16());
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 412, 412]);
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn what_is_asked_again_under_a_key_is_answered_again_and_done_once(#[case] kind: Kind) {
    let Some(program) = Program::on(kind).await else { return };
    let id = program.customer(&json!({ "name": "Levon" })).await;
    let logged = format!("/api/v1/customers/{id}/interactions");
    let keyed = [JSON, ("idempotency-key", "call-1")];
    let call = json!({ "kind": "call", "text": "Price list" }).to_string();
    let ask = || program.send("POST", &logged, &keyed, &call);
    let (a, b, c) = tokio::join!(ask(), ask(), ask());
    let answers = [a, b, c, ask().await];
    let replayed = answers.iter().filter(|a| a.header("idempotent-replayed") == "true").count();
    assert_eq!(replayed, 3);
    for answer in &answers {
        assert_eq!(answer.header("location"), answers[0].header("location"));
        assert_eq!(answer.header("etag"), answers[0].header("etag"));
        assert_eq!((answer.status.as_u16(), &answer.body), (201, &answers[0].body));
    }
    let known = program.get(&logged).await.with(200);
    assert_eq!(known["items"].as_array().unwrap().len(), 1);
    let other = json!({ "kind": "call", "text": "Something else" }).to_string();
    let refused = program.send("POST", &logged, &keyed, &other).await;
    assert_eq!(refused.problem(), (422, "key-taken", ""));
    let elsewhere = format!("/api/v1/customers/{id}/undo");
    assert_eq!(program.send("POST", &elsewhere, &keyed, "").await.problem().1, "key-taken");
    program.record.clock.advance(TimeDelta::hours(25));
    assert_eq!(ask().await.header("idempotent-replayed"), "");
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn a_key_also_stands_for_what_is_changed_or_removed(#[case] kind: Kind) {
    let Some(program) = Program::on(kind).await else { return };
    let id = program.customer(&json!({ "name": "Bakery Ararat" })).await;
    let people = format!("/api/v1/customers/{id}/contacts");
    let levon = program.post(&people, &json!({ "name": "Levon" })).await;
    let page = levon.header("location").to_owned();
    let version = levon.header("etag").to_owned();
    let headers = [JSON, ("if-match", version.as_str()), ("idempotency-key", "role")];
    let role = json!({ "role": "Baker" }).to_string();
    let changed = program.send("PATCH", &page, &headers, &role).await;
    let again = program.send("PATCH", &page, &headers, &role).await;
    assert_eq!(again.header("idempotent-replayed"), "true", "and not refused as of an old version");
    assert_eq!(again.with(200), changed.with(200));
    let keyed = [("idempotency-key", "gone")];
    program.send("DELETE", &page, &keyed, "").await.with(204);
    program.post(&format!("{page}/restore"), &json!(null)).await.with(200);
    let again = program.send("DELETE", &page, &keyed, "").await;
    assert_eq!((again.status.as_u16(), again.header("idempotent-replayed")), (204, "true"));
    assert_eq!(program.get(&page).await.status, 200, "it was removed once, and restored since");
    let odd = program.send("DELETE", &page, &[("idempotency-key", "a b")], "").await;
    assert_eq!(odd.problem(), (422, "refused", "Idempotency-Key"));
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn what_was_refused_leaves_its_key_free(#[case] kind: Kind) {
    let Some(program) = Program::on(kind).await else { return };
    let keyed = [JSON, ("idempotency-key", "levon")];
    let nobody = program.send("POST", "/api/v1/customers", &keyed, "{}").await;
    assert_eq!(nobody.problem(), (422, "refused", "name"));
    let levon = json!({ "name": "Levon" }).to_string();
    program.send("POST", "/api/v1/customers", &keyed, &levon).await.with(201);
    for key in ["", "Ω", "a b", &"x".repeat(201)] {
        let keyed = [JSON, ("idempotency-key", key)];
        let refused = program.send("POST", "/api/v1/customers", &keyed, &levon).await;
        assert_eq!(refused.problem(), (422, "refused", "Idempotency-Key"), "{key}");
    }
}

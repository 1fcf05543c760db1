//! What attackers try: forms of others, SQL in every parameter, paths that
//! climb, headers that split, sessions put under people. Scripts in every field
//! are tried by `walk/mod.rs`.

use std::collections::BTreeSet;

use axum::http::{Method, StatusCode};
use domain::office::rights::Role;
use domain::office::staff::{self, NewAccount, Password};
use rstest::rstest;
use store::log::Actor;
use testkit::record::{Kind, TestRecord};
use web::routes;

use crate::access::sign_in;
use crate::files::multipart;
use crate::site::{Answer, Site};

async fn owner(kind: Kind) -> Option<Site> {
    let mut site = Site::over(TestRecord::empty(kind).await?);
    site.sends("accept-language", "en");
    sign_in(&mut site, Role::Owner).await;
    Some(site)
}

/// A path of the table with made-up parameters.
fn filled(path: &str) -> String {
    let fill = |part: &str| match part {
        "{secret}" => "0".repeat(64),
        "{state}" => "shipped".to_owned(),
        "{group}" => "business".to_owned(),
        "{day}" => "2026-03-02".to_owned(),
        "{version}" => "1".to_owned(),
        part if part.starts_with('{') => "00000000-0000-7000-8000-000000000000".to_owned(),
        part => part.to_owned(),
    };
    path.split('/').map(fill).collect::<Vec<_>>().join("/")
}

#[tokio::test]
async fn no_form_is_taken_that_none_of_our_pages_sent() {
    let mut site = owner(Kind::Sqlite).await.unwrap();
    site.sends("accept", "application/json");
    let posts = routes::table().into_iter().filter(|route| route.method == Method::POST);
    let mut with_files = BTreeSet::new();
    for route in posts.filter(|route| !route.path.starts_with("/api/")) {
        let path = filled(route.path);
        let answer = site.post(&path, "name=x&form_token=AAAA").await;
        assert_eq!(refusal(&answer), (StatusCode::FORBIDDEN, "foreign-form".to_owned()), "{path}");
        let fields = [("name", "x"), ("form_token", "AAAA")];
        let answer = site.sends_files(&path, multipart(&fields, &[("a.txt", b"a")])).await;
        match refusal(&answer) {
            (StatusCode::FORBIDDEN, code) if code == "foreign-form" => {
                with_files.insert(route.path);
            }
            (StatusCode::UNSUPPORTED_MEDIA_TYPE, _) => {}
            other => panic!("{path}: {other:?}"),
        }
    }
    let known = ["/imports", "/interactions", "/interactions/{id}", "/settings/logo"];
    assert_eq!(with_files, BTreeSet::from(known));
}

fn refusal(answer: &Answer) -> (StatusCode, String) {
    let problem: serde_json::Value = serde_json::from_str(&answer.body).unwrap();
    (answer.status, problem["code"].as_str().unwrap_or_default().to_owned())
}

#[tokio::test]
async fn signing_in_gives_a_session_nobody_could_have_known_before() {
    let mut site = Site::open().await;
    site.sends("accept-language", "en");
    let add = async move |tx: &mut store::Tx<'_>| {
        let new = NewAccount {
            email: "anna@shop.test".into(),
            name: "Anna".into(),
            role: Role::Agent,
            password: Some(Password::typed("correct horse battery").hash().unwrap()),
        };
        staff::add(tx, &new).await
    };
    site.record.db.write(Actor::System, add).await.unwrap();
    let planted = "ab".repeat(32);
    let entry = [("email", "anna@shop.test"), ("password", "correct horse battery"), ("next", "/")];
    let mut sessions = BTreeSet::from([planted.clone()]);
    for _ in 0..2 {
        site.holds("session", &planted);
        let entered = site.send("/sign-in", "/sign-in", &entry).await;
        assert_eq!(entered.header("location"), "/");
        assert!(sessions.insert(site.cookie("session").unwrap().to_owned()));
    }
    site.holds("session", &planted);
    assert_eq!(site.get("/account").await.status, StatusCode::SEE_OTHER);
}

#[rstest]
#[case("/assets/../../../../etc/passwd")]
#[case("/assets/..%2f..%2f..%2fetc%2fpasswd")]
#[case("/assets/%2e%2e/%2e%2e/Cargo.toml")]
#[case("/assets/....//....//etc/passwd")]
#[case("/assets/perennial.css%00.js")]
#[case("/customers/..%2f..%2fetc%2fpasswd")]
#[case("/settings/..%2fusers")]
#[case("/settings/tokens/%2e%2e")]
#[case("/colour/..%2f..%2fetc")]
#[case("//etc/passwd")]
#[tokio::test]
async fn paths_that_climb_lead_nowhere(#[case] path: &str) {
    let mut site = owner(Kind::Sqlite).await.unwrap();
    let answer = site.get(path).await;
    assert!(answer.status.is_client_error(), "{path}: {}", answer.status);
    assert!(!answer.body.contains("root:"));
}

#[rstest]
#[case("/\r\nSet-Cookie: session=planted")]
#[case("/%0d%0aSet-Cookie:%20session=planted")]
#[case("/\u{560a}\u{560d}Set-Cookie: a=b")]
#[case("//evil.example/")]
#[case("/\\evil.example/")]
#[tokio::test]
async fn what_is_sent_back_splits_no_header_and_leaves_no_host(#[case] back: &str) {
    let mut site = owner(Kind::Sqlite).await.unwrap();
    let answer = site.send("/account", "/preferences", &[("theme", "dark"), ("back", back)]).await;
    let there = answer.header("location");
    assert!(there == "/" || there == back, "{there}");
    assert!(there.bytes().all(|byte| byte.is_ascii_graphic()) && !there.contains("evil"));
    let cookies = answer.headers.get_all("set-cookie").into_iter();
    assert!(cookies.map(|cookie| cookie.to_str().unwrap()).all(|one| one.starts_with("theme=")));
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn sql_in_a_parameter_is_only_a_text(#[case] kind: Kind) {
    let Some(mut site) = owner(kind).await else { return };
    let customer = site.customer(&[("name", "Bakery")]).await;
    let id = customer.rsplit('/').next().unwrap().to_owned();
    let mut names = BTreeSet::from(["q", "sort", "after", "before", "customer", "at", "id"]);
    names.extend(["who", "room", "from", "until", "next", "view", "columns", "tag", "limit"]);
    let pages = routes::table()
        .into_iter()
        .filter(|route| route.method == Method::GET && !route.path.starts_with("/live"));
    for route in pages {
        let path = filled(route.path).replace("00000000-0000-7000-8000-000000000000", &id);
        for name in &names {
            for value in ["' or '1'='1", "'; drop table customer; --", "\\", "%_%", "\0", "1~'"] {
                let query = serde_html_form::to_string([(*name, value)]).unwrap();
                let answer = site.begin("GET", &format!("{path}?{query}"), String::new()).await;
                let status = answer.status();
                assert!(!status.is_server_error(), "{path}?{query}: {status}");
            }
        }
    }
    assert!(site.get("/customers").await.body.contains("Bakery"));
}

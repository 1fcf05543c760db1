//! Every route of the table, asked by everybody.

use axum::http::StatusCode;
use chrono::TimeDelta;
use domain::office::rights::Role;
use domain::office::settings::{self, Business, Change};
use domain::office::staff::{self, NewAccount, StaffError};
use http_body_util::BodyExt as _;
use rstest::rstest;
use store::log::Actor;
use store::{Db, Tx};
use testkit::record::{Kind, TestRecord};
use web::{Access, routes};

use crate::site::Site;

/// Lets the browser in as somebody of a role.
pub async fn sign_in(site: &mut Site, role: Role) {
    let db = site.record.db.clone();
    let secret = db
        .write(Actor::System, async move |tx| {
            let new = NewAccount {
                email: format!("{}@shop.test", role.name()),
                name: "Nora Whitfield".to_owned(),
                role,
                password: None,
            };
            let account = staff::add(tx, &new).await?;
            Ok::<_, StaffError>(staff::sign_in(tx, account, "a browser").await?.reveal())
        })
        .await
        .unwrap();
    site.holds("session", &secret);
}

/// Whether whoever asks for a route, as a program would with made-up
/// parameters, is told to sign in or that they may not.
async fn is_turned_away(site: &mut Site, route: &routes::Route) -> bool {
    let filled = route.path.split('/').map(|part| {
        if part.starts_with('{') { "00000000-0000-7000-8000-000000000000" } else { part }
    });
    let path = filled.collect::<Vec<_>>().join("/");
    site.sends("accept", "application/json");
    // A stream is never read: it ends minutes later.
    let answer = site.begin(route.method.as_str(), &path, String::new()).await;
    match answer.status() {
        StatusCode::UNAUTHORIZED => true,
        StatusCode::FORBIDDEN => {
            let body = answer.into_body().collect().await.unwrap().to_bytes();
            let problem: serde_json::Value = serde_json::from_slice(&body).unwrap();
            problem["code"] == "not-allowed"
        }
        _ => false,
    }
}

#[rstest]
#[case(Kind::Sqlite)]
#[case(Kind::Postgres)]
#[tokio::test]
async fn every_route_admits_whom_the_table_says(#[case] kind: Kind) {
    let Some(record) = TestRecord::empty(kind).await else { return };
    let mut site = Site::over(record);
    for route in routes::table() {
        let is_open = route.access == Access::Public;
        let is_admitted = !is_turned_away(&mut site, &route).await;
        assert_eq!(is_admitted, is_open, "a stranger, {}", route.path);
    }
    for role in Role::ALL {
        sign_in(&mut site, role).await;
        for route in routes::table() {
            let may = match route.access {
                Access::Public | Access::SignedIn => true,
                Access::Right(right) | Access::RightOrToken(right) => role.may(right),
                Access::Token | Access::TokenRight(_) => false,
            };
            let is_admitted = !is_turned_away(&mut site, &route).await;
            assert_eq!(is_admitted, may, "{}, {}", role.name(), route.path);
        }
    }
}

#[rstest]
#[case(Kind::Sqlite)]
#[case(Kind::Postgres)]
#[tokio::test]
async fn whoever_another_process_locks_out_is_out_with_their_next_request(#[case] kind: Kind) {
    let Some(record) = TestRecord::empty(kind).await else { return };
    let mut site = Site::over(record);
    sign_in(&mut site, Role::Agent).await;
    assert_eq!(site.get("/customers").await.status, StatusCode::OK);
    let other = Db::open(&site.record.place, site.record.clock.clone()).await.unwrap();
    let lock_out = async |tx: &mut Tx<'_>| {
        let known = staff::with_email(tx, "agent@shop.test").await?;
        staff::lock_out(tx, known.ok_or(StaffError::Unknown)?.id).await?;
        Ok::<_, StaffError>(())
    };
    other.write(Actor::System, lock_out).await.unwrap();
    assert_eq!(site.get("/customers").await.status, StatusCode::SEE_OTHER);
}

#[rstest]
#[case(Kind::Sqlite)]
#[case(Kind::Postgres)]
#[tokio::test]
async fn what_another_process_sets_shows_two_seconds_later(#[case] kind: Kind) {
    let Some(record) = TestRecord::empty(kind).await else { return };
    let mut site = Site::over(record);
    sign_in(&mut site, Role::Agent).await;
    assert!(!site.get("/customers").await.body.contains("Bakery Ararat"));
    let other = Db::open(&site.record.place, site.record.clock.clone()).await.unwrap();
    let business = Business { name: "Bakery Ararat".to_owned(), ..Business::default() };
    let name = async move |tx: &mut Tx<'_>| {
        settings::change(tx, 0, Change::Business(business.clone())).await
    };
    other.write(Actor::System, name).await.unwrap();
    site.record.clock.advance(TimeDelta::seconds(2));
    assert!(site.get("/customers").await.body.contains("Bakery Ararat"));
}

#[tokio::test]
async fn a_page_says_who_is_signed_in() {
    let mut site = Site::open().await;
    assert!(!site.get("/design").await.body.contains("Nora Whitfield"));
    sign_in(&mut site, Role::Agent).await;
    site.holds("language", "ru");
    let page = site.get("/design").await.body;
    assert!(page.contains("<p class=\"who\">Nora Whitfield</p>"));
}

#[tokio::test]
async fn tokens_end_with_the_session() {
    let mut site = Site::open().await;
    let before = site.get("/design").await.token().to_owned();
    sign_in(&mut site, Role::Agent).await;
    let fields = format!("form_token={before}&theme=dark&back=%2F");
    assert_eq!(site.post("/preferences", fields).await.status, StatusCode::FORBIDDEN);
}

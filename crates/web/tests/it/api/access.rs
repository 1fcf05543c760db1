//! Who may do what through the API.

use chrono::TimeDelta;
use domain::office::rights::{Right, Role};
use domain::office::tokens;
use rstest::rstest;
use store::Db;
use store::log::Actor;
use testkit::record::Kind;
use web::{Access, routes};

use super::{JSON, Program, token};
use crate::access::sign_in;
use crate::site::Site;

/// Whether whoever asks for a route, with made-up parameters and an empty body,
/// is told to show a token, or another one. Of a page that people open as well it
/// may be sent to sign in; of the API never.
async fn is_turned_away(program: &Program, route: &routes::Route) -> bool {
    let path = route.path.replace("{id}", "00000000-0000-7000-8000-000000000000");
    let answer = program.send(route.method.as_str(), &path, &[JSON], "").await;
    let may_be_a_page = matches!(route.access, Access::RightOrToken(_));
    matches!(answer.status.as_u16(), 401 | 403) || (may_be_a_page && answer.status == 303)
}

fn for_programs() -> impl Iterator<Item = (routes::Route, Option<Right>)> {
    routes::table().into_iter().filter_map(|route| match route.access {
        Access::Token => Some((route, None)),
        Access::TokenRight(right) | Access::RightOrToken(right) => Some((route, Some(right))),
        Access::Public | Access::SignedIn | Access::Right(_) => None,
    })
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn every_route_admits_the_tokens_the_table_says(#[case] kind: Kind) {
    let Some(mut program) = Program::on(kind).await else { return };
    for role in Role::ALL {
        let (shown, _) = token(&program.record, role, &Right::ALL).await;
        program.shows(&shown);
        for (route, right) in for_programs() {
            let may = right.is_none_or(|right| role.may(right));
            let is_admitted = !is_turned_away(&program, &route).await;
            assert_eq!(is_admitted, may, "{}, {} {}", role.name(), route.method, route.path);
        }
    }
    let (shown, _) = token(&program.record, Role::Owner, &[Right::EditOrders]).await;
    program.shows(&shown);
    for (route, right) in for_programs() {
        let may = right.is_none_or(|right| right == Right::EditOrders);
        let is_admitted = !is_turned_away(&program, &route).await;
        assert_eq!(is_admitted, may, "one right, {} {}", route.method, route.path);
    }
}

#[tokio::test]
async fn what_is_for_programs_is_closed_to_browsers_and_pages_to_programs() {
    let mut program = Program::on(Kind::Sqlite).await.unwrap();
    for shown in ["", "perennial_", "perennial_00", "Ω"] {
        program.shows(shown);
        for (route, _) in for_programs() {
            assert!(is_turned_away(&program, &route).await, "{shown} {}", route.path);
        }
    }
    let (shown, _) = token(&program.record, Role::Owner, &Right::ALL).await;
    program.shows(&shown);
    assert_eq!(program.get("/customers").await.header("location"), "/sign-in?next=%2Fcustomers");
    let mut browser = Site::over(program.record);
    sign_in(&mut browser, Role::Manager).await;
    let answer = browser.get("/api/v1/customers").await;
    assert_eq!(answer.status, 401);
    assert_eq!(answer.header("www-authenticate"), "Bearer");
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn a_token_lets_nobody_in_from_the_moment_it_is_revoked(#[case] kind: Kind) {
    let Some(program) = Program::on(kind).await else { return };
    let me = program.get("/api/v1/me").await.with(200);
    assert_eq!(me["role"], "owner");
    assert_eq!(me["rights"].as_array().unwrap().len(), Right::ALL.len());
    let id = program.token_id;
    let used = tokens::list(&mut program.record.db.reader().await.unwrap().snapshot()).await;
    assert_eq!(used.unwrap()[0].last_used_at, Some(program.record.db.clock().now()));
    // In another process.
    let other = Db::open(&program.record.place, program.record.clock.clone()).await.unwrap();
    let revoke = async move |tx: &mut store::Tx<'_>| tokens::revoke(tx, id).await;
    other.write(Actor::System, revoke).await.unwrap();
    let refused = program.get("/api/v1/me").await;
    assert_eq!(refused.problem(), (401, "sign-in-needed", ""));
    assert_eq!(refused.header("www-authenticate"), "Bearer error=\"invalid_token\"");
}

#[tokio::test]
async fn whoever_asks_too_often_is_told_when_to_ask_again() {
    let program = Program::on(Kind::Sqlite).await.unwrap();
    let mut answers = 0;
    let refused = loop {
        let answer = program.get("/api/v1/me").await;
        if answer.status != 200 {
            break answer;
        }
        answers += 1;
    };
    assert_eq!(answers, 1001);
    assert_eq!(refused.problem(), (429, "too-often", ""));
    let wait: i64 = refused.header("retry-after").parse().unwrap();
    program.record.clock.advance(TimeDelta::seconds(wait));
    program.get("/api/v1/me").await.with(200);
}

#[tokio::test]
async fn the_metrics_are_read_with_a_token_of_their_own_right() {
    let mut program = Program::on(Kind::Sqlite).await.unwrap();
    let (scraper, _) = token(&program.record, Role::Manager, &[Right::SeeMetrics]).await;
    program.shows(&scraper);
    let answer = program.get("/metrics").await;
    assert_eq!(answer.status, 200);
    assert_eq!(answer.header("content-type"), "text/plain; version=0.0.4; charset=utf-8");
    let refused = program.get("/api/v1/customers").await;
    assert_eq!(refused.problem(), (403, "not-allowed", ""));
    assert_eq!(refused.header("www-authenticate"), "Bearer error=\"insufficient_scope\"");
    let (other, _) = token(&program.record, Role::Owner, &[Right::SeeCustomers]).await;
    program.shows(&other);
    assert_eq!(program.get("/metrics").await.problem(), (403, "not-allowed", ""));
    program.shows("perennial_00");
    assert_eq!(program.get("/metrics").await.problem(), (401, "sign-in-needed", ""));
}

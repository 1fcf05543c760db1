//! What is said when there is no answer, and what goes out with every one.

use axum::http::StatusCode;
use domain::office::rights::Role;
use kernel::Language;
use rstest::rstest;
use testkit::record::{Kind, TestRecord};

use crate::access::sign_in;
use crate::site::Site;

#[tokio::test]
async fn an_unknown_address_is_said_in_every_language() {
    let mut site = Site::open().await;
    for language in Language::ALL {
        site.holds("language", language.code());
        let page = site.get("/no/such/page").await;
        assert_eq!(page.status, StatusCode::NOT_FOUND);
        assert!(page.header("content-type").starts_with("text/html"));
        assert!(page.body.contains(&format!("<html lang=\"{}\"", language.code())));
        assert!(!page.body.contains('‹'), "{language}: a message is missing");
    }
}

#[tokio::test]
async fn whoever_is_signed_in_goes_on_from_the_frame_of_what_is_not_for_them() {
    let mut site = Site::over(TestRecord::empty(Kind::Sqlite).await.unwrap());
    let is_framed = |body: &str| body.contains("class=\"rail\"");
    let stranger = site.get("/no/such/page").await;
    assert!(!is_framed(&stranger.body), "a stranger has no frame");
    site.agent().await;
    for (path, status) in
        [("/no/such/page", StatusCode::NOT_FOUND), ("/settings/audit", StatusCode::FORBIDDEN)]
    {
        let page = site.get(path).await;
        assert_eq!(page.status, status, "{path}");
        assert!(is_framed(&page.body) && page.body.contains("href=\"/customers\""), "{path}");
    }
    let posted = site.post("/settings/audit", "").await;
    assert!(!is_framed(&posted.body), "a form is answered without one");
}

#[tokio::test]
async fn a_form_of_that_frame_is_taken_from_a_browser_that_has_seen_no_other_page() {
    let mut site = Site::over(TestRecord::empty(Kind::Sqlite).await.unwrap());
    site.agent().await;
    let out = site.send("/no/such/page", "/sign-out", &[]).await;
    assert_eq!(out.header("location"), "/sign-in");
}

#[rstest]
#[case::what_managers_may(Role::Agent, "/settings/audit", "Ask an owner or manager to do it.")]
#[case::what_owners_may(Role::Agent, "/settings/users", "Only an owner can do this.")]
#[case::to_a_manager(Role::Manager, "/settings/users", "Only an owner can do this.")]
#[tokio::test]
async fn a_refusal_names_who_can_do_it(
    #[case] role: Role,
    #[case] path: &str,
    #[case] advice: &str,
) {
    let mut site = Site::over(TestRecord::empty(Kind::Sqlite).await.unwrap());
    site.sends("accept-language", "en");
    sign_in(&mut site, role).await;
    let page = site.get(path).await;
    assert_eq!(page.status, StatusCode::FORBIDDEN, "{path}");
    assert!(page.body.contains(advice), "{}", page.body);
}

#[rstest]
#[case("/orders/products")]
#[case("/customers/42")]
#[case("/customers/%FF")]
#[case("/settings/users/nobody")]
#[case("/imports/01a204b1-")]
#[tokio::test]
async fn below_a_known_address_there_is_nothing_but_what_has_an_id(#[case] path: &str) {
    let mut site = Site::open().await;
    site.sends("accept-language", "en");
    sign_in(&mut site, Role::Owner).await;
    let page = site.get(path).await;
    assert_eq!(page.status, StatusCode::NOT_FOUND, "{}", page.body);
    let sent = site.send("/", path, &[]).await;
    assert_ne!(sent.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", sent.body);
}

#[rstest]
#[case::the_api("/api/v1/nothing", "text/html")]
#[case::where_it_begins("/api/v1", "text/html")]
#[case::a_version_that_is_not_there("/api/v9/customers", "*/*")]
#[case::no_version("/api", "*/*")]
#[case::who_asks_for_json("/no/such/page", "application/json")]
#[tokio::test]
async fn programs_get_problem_json(#[case] path: &str, #[case] accept: &str) {
    let mut site = Site::open().await;
    site.sends("accept", accept);
    let answer = site.get(path).await;
    assert_eq!(answer.status, StatusCode::NOT_FOUND);
    assert_eq!(answer.header("content-type"), "application/problem+json");
    let problem: serde_json::Value = serde_json::from_str(&answer.body).unwrap();
    assert_eq!(problem["status"], 404);
    assert_eq!(problem["code"], "not-found");
    assert!(!problem["title"].as_str().unwrap().is_empty());
}

#[rstest]
#[case("/api/docs/nothing")]
#[case("/apiary")]
#[tokio::test]
async fn people_who_look_for_the_api_get_a_page(#[case] path: &str) {
    let answer = Site::open().await.get(path).await;
    assert_eq!(answer.status, StatusCode::NOT_FOUND);
    assert!(answer.header("content-type").starts_with("text/html"));
}

#[tokio::test]
async fn a_method_that_is_not_there_says_which_are() {
    let answer = Site::open().await.ask("DELETE", "/preferences", String::new()).await;
    assert_eq!(answer.status, StatusCode::METHOD_NOT_ALLOWED);
    assert_eq!(answer.header("allow"), "POST");
    assert!(answer.body.contains("<h1>"));
}

#[rstest]
#[case("/design")]
#[case("/no/such/page")]
#[case("/assets/none.css")]
#[tokio::test]
async fn every_answer_carries_safe_headers(#[case] path: &str) {
    let answer = Site::open().await.get(path).await;
    let policy = answer.header("content-security-policy");
    for part in ["default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'"] {
        assert!(policy.contains(part), "{policy}");
    }
    assert!(!policy.contains("unsafe"));
    assert_eq!(answer.header("x-content-type-options"), "nosniff");
    assert_eq!(answer.header("referrer-policy"), "same-origin");
    assert_eq!(answer.header("cross-origin-opener-policy"), "same-origin");
    assert_eq!(answer.header("cache-control"), "no-store");
    assert_eq!(answer.header("x-request-id").len(), 16);
}

#[tokio::test]
async fn what_is_in_the_address_is_escaped() {
    let answer = Site::open().await.get("/design?%22%3E%3Cscript%3Ealert(1)%3C/script%3E").await;
    assert!(!answer.body.contains("<script>"));
    assert!(!answer.body.contains("\"><script"));
}

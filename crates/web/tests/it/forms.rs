//! Forms: only our own pages send them; what they left is shown once.

use axum::http::StatusCode;
use rstest::rstest;

use crate::site::Site;

#[tokio::test]
async fn a_choice_is_kept_and_leads_back_to_its_page() {
    let mut site = Site::open().await;
    let page = site.get("/design").await;
    let fields = format!("form_token={}&theme=dark&back=%2Fdesign%3Fa%3D1", page.token());
    let answer = site.post("/preferences", fields).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    assert_eq!(answer.header("location"), "/design?a=1");
    assert!(site.get("/design").await.body.contains("data-theme=\"dark\""));
}

#[tokio::test]
async fn a_form_leads_to_no_other_host() {
    let mut site = Site::open().await;
    let page = site.get("/design").await;
    let fields = format!("form_token={}&rail=narrow&back=%2F%2Fevil.example", page.token());
    assert_eq!(site.post("/preferences", fields).await.header("location"), "/");
}

#[tokio::test]
async fn a_form_without_our_token_changes_nothing() {
    let mut site = Site::open().await;
    site.get("/design").await;
    for fields in ["theme=dark&back=%2F", "form_token=&theme=dark&back=%2F", "form_token=x", "%"] {
        let answer = site.post("/preferences", fields).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{fields}");
        assert_eq!(site.cookie("theme"), None);
    }
}

#[tokio::test]
async fn a_token_is_worth_nothing_in_another_browser() {
    let mut site = Site::open().await;
    let token = site.get("/design").await.token().to_owned();
    let mut other = site.other_browser();
    other.get("/design").await;
    let fields = format!("form_token={token}&theme=dark&back=%2F");
    assert_eq!(other.post("/preferences", fields).await.status, StatusCode::FORBIDDEN);
}

#[rstest]
#[case("sec-fetch-site", "cross-site", StatusCode::FORBIDDEN)]
#[case("sec-fetch-site", "same-origin", StatusCode::SEE_OTHER)]
#[case("origin", "https://evil.example", StatusCode::FORBIDDEN)]
#[case("origin", "http://shop.test", StatusCode::SEE_OTHER)]
#[tokio::test]
async fn a_form_from_another_site_is_refused_even_with_a_token(
    #[case] header: &'static str,
    #[case] value: &str,
    #[case] status: StatusCode,
) {
    let mut site = Site::open().await;
    let token = site.get("/design").await.token().to_owned();
    site.sends(header, value);
    let fields = format!("form_token={token}&theme=dark&back=%2F");
    assert_eq!(site.post("/preferences", fields).await.status, status);
}

#[tokio::test]
async fn tokens_differ_on_every_page() {
    let mut site = Site::open().await;
    let first = site.get("/design").await;
    let second = site.get("/design").await;
    assert_ne!(first.token(), second.token());
    let fields = format!("form_token={}&theme=dark&back=%2F", first.token());
    assert_eq!(site.post("/preferences", fields).await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn a_notice_is_shown_once_with_its_way_back() {
    let mut site = Site::open().await;
    let token = site.get("/design").await.token().to_owned();
    let fields = format!("form_token={token}&words=Closed+%3Cb%3E");
    assert_eq!(site.post("/design", fields).await.header("location"), "/design");
    let page = site.get("/design").await.body;
    assert!(page.contains("Closed &#60;b&#62;"), "shown, and escaped");
    assert!(page.contains("<form method=\"post\" action=\"/design\"><input type=\"hidden\""));
    assert!(!site.get("/design").await.body.contains("Closed"));
}

#[tokio::test]
async fn the_page_of_components_shows_a_notice_of_what_was_done_and_of_what_was_not() {
    let page = Site::open().await.get("/design").await.body;
    let notices: Vec<&str> = page.split("<div class=\"notice\">").skip(1).collect();
    let icons = ["#check", "#check", "#alert"];
    assert_eq!(notices.len(), icons.len(), "{page}");
    for (notice, icon) in notices.iter().zip(icons) {
        assert!(notice.split("<p>").next().is_some_and(|shown| shown.contains(icon)), "{notice}");
    }
    assert!(notices[1].contains("<form method=\"post\" action=\"/design\">"), "{page}");
}

#[tokio::test]
async fn a_notice_that_is_not_ours_is_not_shown() {
    let mut site = Site::open().await;
    let token = site.get("/design").await.token().to_owned();
    site.post("/design", format!("form_token={token}&words=Closed")).await;
    let notice = site.cookie("notice").unwrap().to_owned();
    let mut other = site.other_browser();
    other.holds("notice", &notice);
    assert!(!other.get("/design").await.body.contains("Closed"));
}

#[tokio::test]
async fn too_much_at_once_is_refused() {
    let mut site = Site::open().await;
    site.get("/design").await;
    let answer = site.post("/preferences", "a".repeat((1 << 20) + 1)).await;
    assert_eq!(answer.status, StatusCode::PAYLOAD_TOO_LARGE);
}

#[tokio::test]
async fn cookies_are_kept_from_scripts_and_other_sites() {
    let answer = Site::open().await.get("/design").await;
    let cookies: Vec<_> = answer.headers.get_all("set-cookie").into_iter().collect();
    assert_eq!(cookies.len(), 1, "{cookies:?}");
    let cookie = cookies[0].to_str().unwrap();
    assert!(cookie.starts_with("visit=") && cookie.contains("; HttpOnly; SameSite=Lax"));
}

//! How one comes in: passwords, second factors, tokens of one's own.

use axum::http::StatusCode;
use domain::office::rights::Role;
use domain::office::second_factor::{self, DeviceSecret, SealingKey};
use rstest::rstest;
use store::log::Actor;
use testkit::record::{Kind, TestRecord};

use super::{PASSWORD, owner};
use crate::access::sign_in;
use crate::site::{Cut as _, Site};

/// The secret of RFC 6238 and its code when tests happen.
const DEVICE: &str = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
const CODE: &str = "638952";

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn a_token_is_shown_once_and_can_be_revoked(#[case] kind: Kind) {
    let Some(mut site) = owner(kind).await else { return };
    let nothing = [("name", "shop"), ("lasts", "30")];
    let nothing = site.send("/settings/tokens", "/settings/tokens", &nothing).await;
    assert!(nothing.body.contains("Choose at least one thing"));
    for lasts in ["", "for a while", "36500"] {
        let fields = [("name", "shop"), ("see_customers", "true"), ("lasts", lasts)];
        let refused = site.send("/settings/tokens", "/settings/tokens", &fields).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{lasts}");
        assert!(!refused.body.contains("perennial_"), "{lasts}: it would never end");
    }
    let fields = [("name", "web shop"), ("see_customers", "true"), ("lasts", "30")];
    let made = site.send("/settings/tokens", "/settings/tokens", &fields).await.body;
    let secret = made.between("<code class=\"secret\">", "</code>");
    assert!(secret.starts_with("perennial_"));
    let page = site.get("/settings/tokens").await.body;
    assert!(page.contains("web shop") && !page.contains(secret));
    let revoke = page.between("action=\"/settings/tokens/", "\"").to_owned();
    site.send("/settings/tokens", &format!("/settings/tokens/{revoke}"), &[]).await;
    assert!(site.get("/settings/tokens").await.body.contains("Revoked"));
}

#[tokio::test]
async fn whoever_came_in_by_a_link_is_asked_for_no_present_password() {
    let mut site = Site::over(TestRecord::empty(Kind::Sqlite).await.unwrap());
    sign_in(&mut site, Role::Owner).await;
    site.holds("language", "en");
    let page = site.get("/account").await.body;
    assert!(page.contains("perennial user reset"), "{page}");
    assert!(!page.contains("Present password"), "{page}");
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn a_new_password_keeps_this_browser_in_and_no_other(#[case] kind: Kind) {
    let Some(record) = TestRecord::empty(kind).await else { return };
    let mut site = Site::over(record);
    site.sends("accept-language", "en");
    site.add_with_password("anna@shop.test").await;
    site.enter("anna@shop.test", PASSWORD).await;
    let elsewhere = site.cookie("session").unwrap().to_owned();
    let wrong = [("old", "no"), ("new", "another horse battery")];
    let refused = site.send("/account", "/account/password", &wrong).await;
    assert!(refused.body.contains("not your present password"));
    let short = site.send("/account", "/account/password", &[("old", PASSWORD), ("new", "short")]);
    assert!(short.await.body.contains("Fewer than 12 characters"));
    let right = [("old", PASSWORD), ("new", "another horse battery")];
    site.send("/account", "/account/password", &right).await;
    assert_eq!(site.get("/account").await.status, StatusCode::OK);
    site.holds("session", &elsewhere);
    assert_eq!(site.get("/account").await.status, StatusCode::SEE_OTHER);
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn with_a_second_factor_the_password_alone_does_not_let_in(#[case] kind: Kind) {
    let Some(record) = TestRecord::empty(kind).await else { return };
    let mut site = Site::over(record);
    site.sends("accept-language", "en");
    site.add_with_password("anna@shop.test").await;
    site.enter("anna@shop.test", PASSWORD).await;
    let shown = site.get("/account/second-factor").await.body;
    assert!(shown.contains("otpauth://totp/Perennial:anna@shop.test") && shown.contains("<svg"));
    let fields = [("secret", DEVICE), ("code", "000000")];
    let wrong = site.send("/account/second-factor", "/account/second-factor", &fields).await;
    assert!(wrong.body.contains("This is not the code") && wrong.body.contains(DEVICE));
    let fields = [("secret", DEVICE), ("code", CODE)];
    let codes = site.send("/account/second-factor", "/account/second-factor", &fields).await.body;
    let recovery = codes.between("<code class=\"secret\">", "</code>").to_owned();
    assert_eq!(codes.matches("<code class=\"secret\">").count(), 10);
    let mut other = site.other_browser();
    other.sends("accept-language", "en");
    let asked = other.enter("anna@shop.test", PASSWORD).await;
    assert_eq!((asked.status, other.cookie("session")), (StatusCode::OK, None));
    let token = asked.token().to_owned();
    let step = asked.body.between("name=\"step\" value=\"", "\"").to_owned();
    let fields = |token: &str, code: &str| {
        let fields = [("form_token", token), ("step", &step), ("next", "/account"), ("code", code)];
        serde_html_form::to_string(fields).unwrap()
    };
    let used = other.post("/sign-in/code", fields(&token, CODE)).await;
    assert!(used.body.contains("it has been used"));
    let entered = other.post("/sign-in/code", fields(&token, &recovery)).await;
    assert_eq!(entered.header("location"), "/account");
    let page = other.get("/account").await.body;
    assert!(page.contains("9 recovery codes are left"));
    let mut third = other.other_browser();
    let token = third.get("/sign-in").await.token().to_owned();
    let again = third.post("/sign-in/code", fields(&token, &recovery)).await;
    assert_eq!(again.header("location"), "/sign-in", "the step is over");
}

#[tokio::test]
async fn guessing_a_code_ends_after_eight_tries() {
    let mut site = Site::open().await;
    site.sends("accept-language", "en");
    site.add_with_password("anna@shop.test").await;
    let id = site.everybody().await[0].id;
    let secret = DeviceSecret::read(DEVICE).unwrap();
    let on = async move |tx: &mut store::Tx<'_>| {
        let key = SealingKey::read(&"1f".repeat(32)).unwrap();
        second_factor::turn_on(tx, &key, id, &secret, CODE).await.map(drop)
    };
    site.record.db.write(Actor::System, on).await.unwrap();
    let asked = site.enter("anna@shop.test", PASSWORD).await;
    let (token, step) =
        (asked.token().to_owned(), asked.body.between("name=\"step\" value=\"", "\"").to_owned());
    let fields = [("form_token", token.as_str()), ("step", &step), ("next", "/"), ("code", "1")];
    let fields = serde_html_form::to_string(fields).unwrap();
    for _ in 0..8 {
        let refused = site.post("/sign-in/code", fields.clone()).await;
        assert!(refused.body.contains("This is not the code"));
    }
    let refused = site.post("/sign-in/code", fields).await;
    assert!(refused.body.contains("Wait 15 minutes"), "{}", refused.body);
}

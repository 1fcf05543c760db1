//! What a person does with customers: sign in, add, change, write down.

use axum::http::StatusCode;
use domain::office::rights::Role;
use domain::office::staff::{self, NewAccount, Password};
use rstest::rstest;
use store::log::Actor;
use testkit::record::{Kind, TestRecord};

use crate::access::sign_in;
use crate::site::{Answer, Cut as _, Site, id_of};

const PASSWORD: &str = "correct horse battery";

async fn site(kind: Kind) -> Option<Site> {
    Some(Site::over(TestRecord::empty(kind).await?))
}

impl Site {
    /// Opens a page and sends a form of it.
    pub async fn send(&mut self, page: &str, path: &str, fields: &[(&str, &str)]) -> Answer {
        let token = self.get(page).await.token().to_owned();
        let mut pairs = vec![("form_token", token.as_str())];
        pairs.extend_from_slice(fields);
        self.post(path, serde_html_form::to_string(pairs).unwrap()).await
    }

    /// Adds a customer and returns the path of their page.
    pub async fn customer(&mut self, fields: &[(&str, &str)]) -> String {
        let added = self.send("/customers/new", "/customers", fields).await;
        assert_eq!(added.status, StatusCode::SEE_OTHER, "{}", added.body);
        added.header("location").to_owned()
    }

    /// Signs an agent in.
    pub async fn agent(&mut self) {
        self.sends("accept-language", "en");
        sign_in(self, Role::Agent).await;
    }
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn whoever_has_the_password_is_let_in_and_led_on(#[case] kind: Kind) {
    let Some(mut site) = site(kind).await else { return };
    let new = NewAccount {
        email: "nora@shop.test".into(),
        name: "Nora".into(),
        role: Role::Agent,
        password: Some(Password::typed(PASSWORD).hash().unwrap()),
    };
    let add = async move |tx: &mut store::Tx<'_>| staff::add(tx, &new).await;
    site.record.db.write(Actor::System, add).await.unwrap();
    site.sends("accept-language", "en");
    let away = site.get("/customers?sort=name").await;
    let there = away.header("location").to_owned();
    assert_eq!(there, "/sign-in?next=%2Fcustomers%3Fsort%3Dname");
    let entry = [("email", "nora@shop.test"), ("next", "/customers?sort=name")];
    let begun = site.get(&there).await.body;
    assert!(begun.contains("autocomplete=\"username\" autofocus"), "{begun}");
    let wrong = site.send(&there, "/sign-in", &[&entry[..], &[("password", "no")]].concat()).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.body.contains("do not belong together"));
    assert!(wrong.body.contains("value=\"nora@shop.test\""), "what was typed stays");
    assert!(wrong.body.contains("autocomplete=\"current-password\" autofocus"), "the rest is next");
    let right =
        site.send(&there, "/sign-in", &[&entry[..], &[("password", PASSWORD)]].concat()).await;
    assert_eq!(right.header("location"), "/customers?sort=name");
    assert!(site.get("/customers").await.body.contains("Nora"));
    let out = site.send("/customers", "/sign-out", &[]).await;
    assert_eq!(out.header("location"), "/sign-in");
    assert_eq!(site.get("/customers").await.status, StatusCode::SEE_OTHER);
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn guessing_a_password_ends_after_eight_tries(#[case] kind: Kind) {
    let Some(mut site) = site(kind).await else { return };
    site.sends("accept-language", "en");
    let entry = [("email", "nobody@shop.test"), ("password", "a guess"), ("next", "/")];
    for _ in 0..8 {
        let refused = site.send("/sign-in", "/sign-in", &entry).await;
        assert!(refused.body.contains("do not belong together"));
    }
    let refused = site.send("/sign-in", "/sign-in", &entry).await;
    assert!(refused.body.contains("Wait 15 minutes"), "{}", refused.body);
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn a_customer_is_added_changed_and_the_change_taken_back(#[case] kind: Kind) {
    let Some(mut site) = site(kind).await else { return };
    site.agent().await;
    assert!(site.get("/customers").await.body.contains("No customers yet"));
    let page = site.customer(&[("name", "Bakery <Ararat>"), ("city", "Gyumri")]).await;
    let shown = site.get(&page).await;
    assert!(shown.body.contains("Bakery &#60;Ararat&#62;"), "{}", shown.body);
    assert!(shown.body.contains("Why do they choose you?"), "a missing fact is asked for");
    site.send(&page, &page, &[("why_us", "The rye"), ("version", "1")]).await;
    let shown = site.get(&page).await;
    assert!(shown.body.contains("Changed: Why they choose us"));
    assert!(shown.body.contains("The rye"));
    site.send(&page, &format!("{page}/undo"), &[]).await;
    assert!(site.get(&page).await.body.contains("Why do they choose you?"));
    assert!(site.get("/customers").await.body.contains("1 customer"));
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn what_is_not_taken_stays_typed_with_the_reason(#[case] kind: Kind) {
    let Some(mut site) = site(kind).await else { return };
    site.agent().await;
    let fields = [("name", "Bakery"), ("email", "nobody at home")];
    let refused = site.send("/customers/new", "/customers", &fields).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.body.contains("Write an address such as"));
    assert!(refused.body.contains("value=\"nobody at home\""));
    let page = site.customer(&[("name", "Bakery")]).await;
    site.send(&page, &page, &[("city", "Gyumri"), ("version", "1")]).await;
    let late = site.send(&page, &page, &[("city", "Vanadzor"), ("version", "1")]).await;
    assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(late.body.contains("Somebody has changed this customer meanwhile"));
    assert!(late.body.contains("value=\"Vanadzor\""));
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn a_call_is_written_down_edited_and_followed_up(#[case] kind: Kind) {
    let Some(mut site) = site(kind).await else { return };
    site.agent().await;
    let customer = site.customer(&[("name", "Bakery")]).await;
    let id = id_of(&customer);
    let call = [
        ("customer", id.as_str()),
        ("kind", "call"),
        ("text", "Send the list to @agent"),
        ("follow_up", "2026-03-01"),
    ];
    let logged = site.send(&customer, "/interactions", &call).await;
    assert_eq!(logged.header("location"), customer);
    let shown = site.get(&customer).await;
    assert!(shown.body.contains("Written down: Call"));
    assert!(
        shown.body.contains("Send the list to <mark title=\"@agent\">Nora Whitfield</mark>"),
        "{}",
        shown.body
    );
    assert!(!shown.body.contains("nobody was told"));
    let page = shown.body.path("class=\"title\"><a href=\"/interactions/");
    let today = site.get("/").await;
    assert!(today.body.contains("To follow up") && today.body.contains("You were mentioned"));
    let edit = [("kind", "visit"), ("text", "Sent the list"), ("follow_up", "2026-03-01")];
    site.send(&page, &page, &edit).await;
    let shown = site.get(&page).await;
    let nobody = [("kind", "visit"), ("text", "Ask @nobodyatall"), ("follow_up", "2026-03-01")];
    site.send(&page, &page, &nobody).await;
    assert!(site.get(&page).await.body.contains("@nobodyatall: nobody was told"));
    site.send(&page, &page, &edit).await;
    assert!(shown.body.contains("What it said before") && shown.body.contains("Sent the list"));
    site.send(&page, &format!("{page}/done"), &[]).await;
    assert!(!site.get("/").await.body.contains("To follow up"));
    site.send(&page, &format!("{page}/remove"), &[]).await;
    assert_eq!(site.get(&page).await.status, StatusCode::NOT_FOUND);
    site.send(&customer, &format!("{page}/restore"), &[]).await;
    assert_eq!(site.get(&page).await.status, StatusCode::OK);
}

#[tokio::test]
async fn pages_speak_all_five_languages() {
    let mut site = Site::over(TestRecord::empty(Kind::Sqlite).await.unwrap());
    site.agent().await;
    let customer = site.customer(&[("name", "Bakery"), ("city", "Gyumri")]).await;
    for language in ["en", "ru", "ro", "el", "hy"] {
        site.sends("accept-language", language);
        for page in ["/", "/customers", "/customers/new", "/interactions/new", customer.as_str()] {
            let answer = site.get(page).await;
            assert_eq!(answer.status, StatusCode::OK, "{language} {page}");
            assert!(!answer.body.contains('‹'), "{language} {page}: a message is missing");
        }
    }
}

#[rstest]
#[case(Role::Owner, true)]
#[case(Role::ReadOnly, false)]
#[tokio::test]
async fn an_empty_record_says_where_to_begin_to_those_who_may(
    #[case] role: Role,
    #[case] may: bool,
) {
    let mut site = Site::over(TestRecord::empty(Kind::Sqlite).await.unwrap());
    sign_in(&mut site, role).await;
    site.holds("language", "en");
    for path in ["/", "/customers", "/review"] {
        let page = site.get(path).await.body;
        let main = page.below("<div class=\"empty\">");
        for way in ["href=\"/imports/new\"", "href=\"/customers/new\""] {
            assert_eq!(main.contains(way), may, "{way} on {path}: {main}");
        }
    }
}

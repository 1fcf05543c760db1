//! The paths people go every day, without a script in the browser.

mod orders;
mod writing;

use axum::http::StatusCode;
use domain::office::rights::Role;
use rstest::rstest;
use testkit::record::{Kind, TestRecord};

use crate::access::sign_in;
use crate::site::{Answer, Cut as _, Site, id_of};

async fn site(kind: Kind) -> Option<Site> {
    let mut site = Site::over(TestRecord::empty(kind).await?);
    site.agent().await;
    Some(site)
}

impl Site {
    /// Writes down a call that is to be followed up when tests happen.
    async fn logs(&mut self, customer: &str, text: &str) {
        let id = id_of(customer);
        let fields = [
            ("customer", id.as_str()),
            ("kind", "call"),
            ("text", text),
            ("follow_up", "2026-03-01"),
        ];
        let logged = self.send(customer, "/interactions", &fields).await;
        assert_eq!(logged.status, StatusCode::SEE_OTHER, "{}", logged.body);
    }

    /// Clicks the undo of the notice on a page.
    async fn undoes(&mut self, page: &str) -> Answer {
        let shown = self.get(page).await;
        let action = shown.body.below("class=\"notice\"").after("action=\"");
        let fields = format!("form_token={}", shown.token());
        let undone = self.post(&action, fields).await;
        assert_eq!(undone.status, StatusCode::SEE_OTHER, "{action}");
        undone
    }
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn a_follow_up_is_done_or_put_off_from_today_and_taken_back(#[case] kind: Kind) {
    let Some(mut site) = site(kind).await else { return };
    let customer = site.customer(&[("name", "Bakery")]).await;
    site.logs(&customer, "Send the price list").await;
    let today = site.get("/").await.body;
    let due = today.below("class=\"list\" aria-label=\"To follow up\"");
    let done = due.after("<form method=\"post\" action=\"/interactions/");
    let done = format!("/interactions/{done}");
    let answer = site.send("/", &done, &[]).await;
    assert_eq!(answer.header("location"), "/", "one stays where one was: {done}");
    site.undoes("/").await;
    let today = site.get("/").await.body;
    assert!(today.contains("Send the price list"));
    let (id, back) = (id_of(&customer), "/?whose=team");
    let call = [("customer", id.as_str()), ("kind", "call"), ("text", "Busy"), ("back", back)];
    assert_eq!(site.send(back, "/interactions", &call).await.header("location"), back);
    let undone = site.undoes(back).await;
    assert_eq!(undone.header("location"), back, "one stays where one was");
    let tomorrow = today.below(">Later").after("action=\"");
    assert!(tomorrow.contains("/due/2026-03-02?"), "{tomorrow}");
    let next_week = ["/due/2026-03-08?", "/due/2026-03-09?"].map(|due| today.contains(due));
    assert_eq!(next_week, [false, true], "a week later is a Sunday");
    site.send("/", &tomorrow, &[]).await;
    assert!(!site.get("/customers").await.body.contains("Send the price list"));
    let today = site.get("/").await.body;
    assert!(!today.contains("Send the price list"));
    assert!(site.get(&customer).await.body.contains("2 March 2026"), "it is open with them");
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn a_manager_sees_what_the_team_is_to_follow_up(#[case] kind: Kind) {
    let Some(mut site) = site(kind).await else { return };
    let customer = site.customer(&[("name", "Bakery")]).await;
    site.logs(&customer, "Send the price list").await;
    sign_in(&mut site, Role::Manager).await;
    let mine = site.get("/").await.body;
    assert!(!mine.contains("Send the price list"));
    assert!(mine.contains("href=\"/?whose=team\">Open the team’s list</a>"), "{mine}");
    assert!(site.get("/?whose=team").await.body.contains("Send the price list"));
    sign_in(&mut site, Role::ReadOnly).await;
    let shown = site.get("/?whose=team").await.body;
    assert!(shown.contains("Send the price list") && !shown.contains("/done"));
}

const RYE: [(&str, &str); 4] =
    [("currency", "EUR"), ("product", "Rye"), ("quantity", "2"), ("price", "4.50")];

impl Site {
    async fn order(&mut self, customer: &str) -> String {
        let id = id_of(customer);
        let fields = [&[("customer", id.as_str())][..], &RYE].concat();
        let added = self.send("/orders/new", "/orders", &fields).await;
        assert_eq!(added.status, StatusCode::SEE_OTHER, "{}", added.body);
        added.header("location").to_owned()
    }
}

#[tokio::test]
async fn new_pages_speak_all_five_languages() {
    let mut site = site(Kind::Sqlite).await.unwrap();
    let customer = site.customer(&[("name", "Bakery")]).await;
    let order = site.order(&customer).await;
    site.logs(&customer, "Ask @agent").await;
    let products = site.get("/products").await.body;
    let product = format!("/products/{}", products.after("href=\"/products/"));
    let edit = format!("{order}/edit");
    for language in ["en", "ru", "ro", "el", "hy"] {
        site.sends("accept-language", language);
        for page in
            ["/", "/?whose=team&mentions=all", "/orders", "/products", &product, &edit, &customer]
        {
            let answer = site.get(page).await;
            assert_eq!(answer.status, StatusCode::OK, "{language} {page}");
            assert!(!answer.body.contains('‹'), "{language} {page}: a message is missing");
        }
    }
}

#[tokio::test]
async fn a_language_chosen_on_a_form_that_was_not_taken_leads_to_a_page() {
    let mut site = site(Kind::Sqlite).await.unwrap();
    let refused = site.send("/customers/new", "/customers", &[("name", "")]).await;
    assert!(refused.body.contains("name=\"back\" value=\"/customers\""), "that page is there");
    let customer = site.customer(&[("name", "Bakery")]).await;
    let empty = [("customer", id_of(&customer)), ("kind", "note".to_owned())];
    let empty = empty.each_ref().map(|(name, value)| (*name, value.as_str()));
    let refused = site.send(&customer, "/interactions", &empty).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.body.contains("name=\"back\" value=\"/\""));
}

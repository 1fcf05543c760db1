//! The office: settings, accounts, users, tokens, audit and jobs, as those who
//! use them see them.

use axum::http::StatusCode;
use chrono::TimeDelta;
use domain::office::rights::Role;
use domain::office::second_factor::{self, DeviceSecret, SealingKey};
use domain::office::staff::{self, Account, NewAccount, Password};
use kernel::Language;
use rstest::rstest;
use serde::{Deserialize, Serialize};
use store::jobs::{Failed, Finished, Job, Worker};
use store::log::Actor;
use testkit::record::{Kind, TestRecord, test_time};

use crate::access::sign_in;
use crate::site::{Cut as _, Site};

const PASSWORD: &str = "correct horse battery";
/// The secret of RFC 6238 and its code when tests happen.
const DEVICE: &str = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
const CODE: &str = "638952";

async fn owner(kind: Kind) -> Option<Site> {
    let mut site = Site::over(TestRecord::empty(kind).await?);
    site.sends("accept-language", "en");
    sign_in(&mut site, Role::Owner).await;
    Some(site)
}

impl Site {
    async fn everybody(&self) -> Vec<Account> {
        let mut reader = self.record.db.reader().await.unwrap();
        staff::everybody(&mut reader.snapshot()).await.unwrap()
    }

    async fn add_with_password(&self, email: &str) {
        let new = NewAccount {
            email: email.into(),
            name: "Anna Petrosyan".into(),
            role: Role::Agent,
            password: Some(Password::typed(PASSWORD).hash().unwrap()),
        };
        let add = async move |tx: &mut store::Tx<'_>| staff::add(tx, &new).await;
        self.record.db.write(Actor::System, add).await.unwrap();
    }

    async fn enter(&mut self, email: &str, password: &str) -> crate::site::Answer {
        let entry = [("email", email), ("password", password), ("next", "/account")];
        self.send("/sign-in", "/sign-in", &entry).await
    }
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn the_business_is_named_and_coloured_and_keeps_its_own_hours(#[case] kind: Kind) {
    let Some(mut site) = owner(kind).await else { return };
    let fields = [("name", "Rye & Oven"), ("colour", "#7a1f5c"), ("version", "0")];
    let set = site.send("/settings", "/settings/business", &fields).await;
    assert_eq!(set.status, StatusCode::SEE_OTHER);
    let page = site.get("/settings").await.body;
    assert!(page.contains("<span>Rye &#38; Oven</span>") && page.contains("Settings changed"));
    assert!(page.contains("type=\"color\" id=\"colour\"") && page.contains("value=\"#7a1f5c\""));
    let style = site.get("/colour/1").await;
    assert!(style.body.contains("--accent:light-dark(#7a1f5c,"), "{}", style.body);
    let zone = [("time_zone", "Asia/Yerevan"), ("languages", "hy"), ("version", "1")];
    site.send("/settings/region", "/settings/region", &zone).await;
    let customer = site.customer(&[("name", "Bakery")]).await;
    assert!(site.get(&customer).await.body.contains("16:00"), "it is noon in UTC");
    site.send("/settings", "/settings/undo", &[]).await;
    assert!(site.get(&customer).await.body.contains("12:00"));
}

#[tokio::test]
async fn a_business_that_picks_our_colour_has_none_of_its_own() {
    let mut site = owner(Kind::Sqlite).await.unwrap();
    for (version, colour) in [("0", "#7a1f5c"), ("1", "#0f665a")] {
        let fields = [("name", "Rye"), ("colour", colour), ("version", version)];
        site.send("/settings", "/settings/business", &fields).await;
        assert!(site.get("/settings").await.body.contains(&format!("value=\"{colour}\"")));
    }
    assert_eq!(site.get("/colour/2").await.status, StatusCode::NOT_FOUND);
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn languages_of_customers_stay_ticked_and_leave_the_main_one_alone(#[case] kind: Kind) {
    let Some(mut site) = owner(kind).await else { return };
    let region = "/settings/region";
    let (as_the_server_is, armenian) =
        ("<option value=\"\" selected>", "<option value=\"hy\" selected>");
    let ticked = |page: &str| -> Vec<Language> {
        let is_ticked =
            |language: &Language| page.contains(&format!("name=\"speaks_{language}\" checked"));
        Language::ALL.into_iter().filter(is_ticked).collect()
    };
    let page = site.get(region).await.body;
    assert!(page.contains("None ticked means all of them"), "{page}");
    let english = [("languages", ""), ("speaks_en", "true"), ("version", "0")];
    site.send(region, region, &english).await;
    let page = site.get(region).await.body;
    assert_eq!(ticked(&page), [Language::English]);
    assert!(page.contains(as_the_server_is), "{page}");
    let both = [("languages", "hy"), ("speaks_hy", "true"), ("version", "1")];
    site.send(region, region, &both).await;
    let page = site.get(region).await.body;
    assert_eq!(ticked(&page), [Language::Armenian]);
    assert!(page.contains(armenian), "{page}");
    site.send(region, region, &[("languages", "hy"), ("version", "2")]).await;
    let page = site.get(region).await.body;
    assert!(ticked(&page).is_empty() && page.contains(armenian), "{page}");
}

#[rstest]
#[case("business", "colour", "#ffff00", "Too pale to be read on white")]
#[case("region", "currency", "EURO", "Write three letters, such as EUR.")]
#[case("calendar", "from_1", "25:00", "Working hours: This cannot be read")]
#[case("calendar", "holidays", "Christmas", "Line 1 does not begin with a day")]
#[case("tiers", "tier_name_1", "Gold", "Tiers: This cannot be read")]
#[case("figures", "margin", "140", "Between 1 and 100")]
#[tokio::test]
async fn what_cannot_be_set_stays_typed_with_the_reason(
    #[case] group: &str,
    #[case] field: &str,
    #[case] value: &str,
    #[case] why: &str,
) {
    let mut site = owner(Kind::Sqlite).await.unwrap();
    let path = format!("/settings/{group}");
    let refused = site.send(&path, &path, &[(field, value), ("version", "0")]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.body.contains(why) && refused.body.contains(value), "{}", refused.body);
}

#[rstest]
#[case("business", &[("name", "Oven")])]
#[case("region", &[("languages", "hy"), ("time_zone", "Asia/Yerevan")])]
#[case("calendar", &[("from_1", "08:15"), ("to_1", "17:30")])]
#[case("tiers", &[("tier_name_1", "Copper"), ("tier_spent_1", "125")])]
#[case("figures", &[("horizon", "6"), ("gold", "15")])]
#[tokio::test]
async fn a_colleague_s_settings_are_not_written_over(
    #[case] group: &str,
    #[case] fields: &[(&str, &str)],
) {
    let mut site = owner(Kind::Sqlite).await.unwrap();
    let first = [("name", "Rye"), ("version", "0")];
    site.send("/settings", "/settings/business", &first).await;
    let path = format!("/settings/{group}");
    let late = site.send(&path, &path, &[fields, &[("version", "0")]].concat()).await;
    assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(late.body.contains("A colleague has changed the settings meanwhile"));
    assert!(late.body.contains("name=\"version\" value=\"1\""), "{}", late.body);
    let again = site.send(&path, &path, &[fields, &[("version", "1")]].concat()).await;
    assert_eq!(again.status, StatusCode::SEE_OTHER, "{}", again.body);
}

#[tokio::test]
async fn every_tab_of_the_settings_leads_to_a_page_with_the_tabs() {
    let mut site = owner(Kind::Sqlite).await.unwrap();
    let tabs = |page: &str| page.between("<nav class=\"tabs\"", "</nav>").to_owned();
    let shown = tabs(&site.get("/settings").await.body);
    let hrefs: Vec<&str> =
        shown.split("href=\"").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
    assert!(hrefs.len() > 10, "{hrefs:?}");
    for href in hrefs {
        let current = format!("href=\"{href}\" aria-current=\"page\"");
        let page = site.get(href).await.body;
        assert!(tabs(&page).contains(&current), "{href}");
        let above = page.between("<div class=\"head\">", "<nav class=\"tabs\"").trim();
        assert_eq!(above, "<h1>Settings</h1></div>", "{href}: the tabs stay where they are");
    }
    for below in ["/api/docs/customers", "/api/docs/problems"] {
        let page = site.get(below).await.body;
        assert!(tabs(&page).contains("href=\"/api/docs\" aria-current=\"page\""), "{below}");
        let rail = page.between("class=\"rail\"", "</nav>").to_owned();
        let settings = rail.split("<a ").find(|link| link.contains("href=\"/settings\"")).unwrap();
        assert!(settings.contains("aria-current=\"page\""), "{below}: {settings}");
    }
    let mut stranger = site.other_browser();
    for page in ["/api/docs", "/api/docs/customers"] {
        assert!(!stranger.get(page).await.body.contains("class=\"tabs\""), "{page}");
    }
}

#[tokio::test]
async fn every_page_of_the_office_speaks_every_language() {
    let mut site = owner(Kind::Sqlite).await.unwrap();
    let user = format!("/settings/users/{}", site.everybody().await[0].id);
    site.record.clock.advance(TimeDelta::seconds(1));
    for language in Language::ALL {
        site.holds("language", language.code());
        site.sends("accept-language", language.code());
        for path in [
            "/account",
            "/account/second-factor",
            "/settings",
            "/settings/region",
            "/settings/calendar",
            "/settings/tiers",
            "/settings/figures",
            "/settings/users",
            &user,
            "/settings/tokens",
            "/settings/jobs",
            "/settings/audit",
        ] {
            let page = site.get(path).await;
            assert_eq!(page.status, StatusCode::OK, "{path}");
            assert!(!page.body.contains('‹'), "{language}: a message is missing on {path}");
        }
    }
}

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

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn whoever_is_invited_comes_in_once(#[case] kind: Kind) {
    let Some(mut site) = owner(kind).await else { return };
    let fields = [("email", "levon@shop.test"), ("role", "analyst")];
    let invited = site.send("/settings/users", "/settings/invitations", &fields).await.body;
    let whole = invited.between("<a class=\"secret\" href=\"", "\"").to_owned();
    let link = whole.strip_prefix("http://shop.test").unwrap().to_owned();
    assert!(link.starts_with("/invitation/"), "{whole}");
    assert!(invited.contains(&format!(">{whole}</a>")), "it is read as it is to be sent");
    let mut other = site.other_browser();
    other.sends("accept-language", "en");
    assert!(other.get(&link).await.body.contains("levon@shop.test"));
    let short = other.send(&link, &link, &[("name", "Levon"), ("password", "short")]).await;
    assert!(short.body.contains("Fewer than 12 characters"));
    let come = other.send(&link, &link, &[("name", "Levon"), ("password", PASSWORD)]).await;
    assert_eq!(come.header("location"), "/");
    assert!(other.get("/account").await.body.contains("Levon"));
    assert_eq!(other.get(&link).await.status, StatusCode::NOT_FOUND);
    assert_eq!(other.get("/settings").await.status, StatusCode::FORBIDDEN);
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn an_owner_changes_roles_and_locks_out_but_never_the_last_owner(#[case] kind: Kind) {
    let Some(mut site) = owner(kind).await else { return };
    let own = format!("/settings/users/{}", site.everybody().await[0].id);
    site.send(&own, &own, &[("role", "agent")]).await;
    assert!(site.get(&own).await.body.contains("There would be no owner left"));
    site.add_with_password("anna@shop.test").await;
    let anna = site.everybody().await.into_iter().find(|one| one.name.starts_with("Anna"));
    let page = format!("/settings/users/{}", anna.unwrap().id);
    site.send("/settings/users", "/settings/teams", &[("team", "Counter")]).await;
    let shown = site.get(&page).await.body;
    let (before, _) = shown.split_once("> Counter").unwrap();
    let team = before.rsplit_once("name=\"").unwrap().1.split('"').next().unwrap().to_owned();
    site.send(&page, &page, &[("role", "manager"), (&team, "true")]).await;
    let users = site.get("/settings/users").await.body;
    assert!(users.contains("Manager") && users.contains("<td>Counter</td>"));
    let twice = site.send("/settings/users", "/settings/teams", &[("team", "Counter")]).await;
    assert_eq!(twice.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(twice.body.contains("There is a team of this name already"));
    assert!(twice.body.contains("id=\"team\" name=\"team\" required aria-invalid"), "in its place");
    let counter = twice.body.between("action=\"/settings/teams/", "\"").to_owned();
    let row = twice.body.between(&format!("action=\"/settings/teams/{counter}\""), "</form>");
    assert!(row.contains(&format!("formaction=\"/settings/teams/{counter}/remove\"")), "{row}");
    let nameless = format!("/settings/teams/{counter}");
    let nameless = site.send("/settings/users", &nameless, &[("team", " ")]).await;
    assert_eq!(nameless.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(nameless.body.contains(&format!("aria-describedby=\"team-{counter}-error\"")));
    let reset = site.send(&page, &format!("{page}/password"), &[]).await.body;
    let password = reset.between("<code class=\"secret\">", "</code>").to_owned();
    let asked = site.get(&page).await.body;
    let of = |action: &str| asked.between(&format!("action=\"{page}/{action}\""), "</form>");
    assert!(of("password").contains("gets in only with the password you then give them"));
    assert!(of("lock-out").contains("signed out everywhere at once, and cannot sign in"));
    assert_eq!(asked.matches("<details class=\"ask\"").count(), 2, "{asked}");
    site.send(&page, &format!("{page}/lock-out"), &[]).await;
    assert!(site.get(&page).await.body.contains("locked out"));
    site.send(&page, &format!("{page}/let-in"), &[]).await;
    let mut other = site.other_browser();
    other.sends("accept-language", "en");
    assert_eq!(other.enter("anna@shop.test", &password).await.header("location"), "/account");
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn the_audit_tells_who_changed_what_and_is_searched(#[case] kind: Kind) {
    let Some(mut site) = owner(kind).await else { return };
    let customer = site.customer(&[("name", "Bakery")]).await;
    site.send(&customer, &customer, &[("city", "Gyumri"), ("version", "1")]).await;
    let all = site.get("/settings/audit").await.body;
    assert!(all.contains("Customer · changed") && all.contains("– → Gyumri"), "{all}");
    assert!(all.contains(&format!("<a href=\"{customer}\">Bakery</a>")), "{all}");
    assert!(all.contains("User · signed in<p>Nora Whitfield</p>"), "{all}");
    let customers = site.get("/settings/audit?room=customer&from=2026-03-01").await.body;
    assert!(customers.contains("– → Gyumri") && !customers.contains("User · signed in"));
    for nothing in ["until=2026-02-28", "from=2026-03-02", "room=job"] {
        let page = site.get(&format!("/settings/audit?{nothing}")).await.body;
        assert!(page.contains("Nothing like this was found"), "{nothing}");
    }
}

#[derive(Serialize, Deserialize)]
struct SendLetter {}

impl Job for SendLetter {
    const KIND: &'static str = "letter.send";
    const TRIES: u32 = 1;
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn a_job_that_gave_up_waits_for_a_decision(#[case] kind: Kind) {
    let Some(mut site) = owner(kind).await else { return };
    assert!(site.get("/settings/jobs").await.body.contains("Nothing has given up"));
    let db = site.record.db.clone();
    db.write(Actor::System, async |tx| tx.enqueue(&SendLetter {}, test_time()).await)
        .await
        .unwrap();
    let failing = |_: SendLetter, _| async { Err::<Finished, _>(Failed("no ink".into())) };
    Worker::new(db).on(failing).run_until_idle().await.unwrap();
    let page = site.get("/settings/jobs").await.body;
    assert!(page.contains("letter.send") && page.contains("no ink"));
    let metrics = site.get("/metrics").await.body;
    assert!(metrics.contains("perennial_jobs{state=\"given_up\"} 1"), "{metrics}");
    let job = page.between("action=\"/settings/jobs/", "/").to_owned();
    let dropping = format!("/settings/jobs/{job}/drop");
    site.send("/settings/jobs", &dropping, &[("reason", "sent by hand")]).await;
    assert!(site.get("/settings/jobs").await.body.contains("Nothing has given up"));
    assert!(
        site.get("/settings/audit?room=job")
            .await
            .body
            .contains("Why it is not needed: sent by hand")
    );
}

#[tokio::test]
async fn it_says_that_it_lives_and_what_it_answered_without_a_name() {
    let mut site = owner(Kind::Sqlite).await.unwrap();
    for path in ["/health/live", "/health/ready"] {
        assert_eq!(site.get(path).await.status, StatusCode::OK);
    }
    let customer = site.customer(&[("name", "Nora Whitfield")]).await;
    site.get(&customer).await;
    let metrics = site.get("/metrics").await.body;
    let asked = "perennial_requests_seconds_count{method=\"GET\",route=\"/customers/{id}\",\
                 status=\"200\"} 1";
    assert!(metrics.contains(asked), "{metrics}");
    assert!(!metrics.contains("Nora") && !metrics.contains(&customer));
}

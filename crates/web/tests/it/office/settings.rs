//! How the business is set up, as whoever may set it up sees it.

use axum::http::StatusCode;
use kernel::Language;
use rstest::rstest;
use testkit::record::Kind;

use super::owner;
use crate::site::Cut as _;

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

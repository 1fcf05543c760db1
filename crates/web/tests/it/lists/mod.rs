//! What a person does with lists, tags, fields of their own and consent.

mod bulk;
mod fields;

use axum::http::StatusCode;
use chrono::TimeDelta;
use domain::know::customers::CustomerId;
use domain::office::rights::Role;
use rstest::rstest;
use testkit::record::{Kind, TestRecord};

use crate::access::sign_in;
use crate::reviewed;
use crate::site::{Cut as _, Site, id_of};

/// A site with somebody of a role before it.
async fn site(kind: Kind, role: Role) -> Option<Site> {
    let mut site = Site::over(TestRecord::empty(kind).await?);
    site.sends("accept-language", "en");
    sign_in(&mut site, role).await;
    Some(site)
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn a_list_is_narrowed_by_words_by_the_form_and_by_chips(#[case] kind: Kind) {
    let Some(mut site) = site(kind, Role::Agent).await else { return };
    site.customer(&[("name", "Ani"), ("city", "Gyumri"), ("kind", "person")]).await;
    site.customer(&[("name", "Boris"), ("city", "Gyumri"), ("kind", "company")]).await;
    site.customer(&[("name", "Zoe <b>"), ("city", "Patras")]).await;
    let page = site.get("/customers?q=city:gyumri+-kind:company&sort=name").await.body;
    assert!(page.contains(">Ani</a>") && !page.contains(">Boris</a>"), "{page}");
    assert!(page.contains("Town: gyumri") && page.contains("Person or company ≠ Company"));
    assert!(page.contains("href=\"/customers?q=city%3Agyumri&#38;sort=name\""), "without one");
    assert!(page.contains("1 customer"));
    let filter = "/customers/filter?q=kind:company&add-city=GYUMRI&add-tag=&sort=name";
    let there = site.get(filter).await.header("location").to_owned();
    assert_eq!(there, "/customers?q=kind%3Acompany+city%3AGYUMRI&sort=name");
    assert!(site.get(&there).await.body.contains(">Boris</a>"));
    let columns = site.get("/customers?column=country&column=kind").await.body;
    assert!(columns.contains(">Country</th>") && !columns.contains("data-name=\"Town\""));
    assert!(!site.get("/customers").await.body.contains(">Country</th>"), "a link chooses nothing");
    let typed =
        [("q", "kind:person"), ("column", "country"), ("column", "kind"), ("column", "<b>")];
    let chosen = site.send("/customers", "/customers/columns", &typed).await;
    let there = chosen.header("location").to_owned();
    assert_eq!(there, "/customers?q=kind%3Aperson&column=country%2Ckind");
    assert!(site.get("/customers").await.body.contains(">Country</th>"), "what was chosen stays");
    site.send("/customers", "/customers/columns", &[]).await;
    assert!(!site.get("/customers").await.body.contains(">Country</th>"), "none are the usual");
    assert!(
        site.get("/customers?q=city:nowhere").await.body.contains("Nothing fits these filters")
    );
    let wrong = site.get("/customers?q=seen:%3Cb%3E").await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.body.contains("“&#60;b&#62;” cannot be understood here"), "{}", wrong.body);
    let stranger = site.get("/customers?q=owner:stranger").await;
    assert!(stranger.body.contains("Nobody here is called “stranger”"));
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn what_the_review_says_is_asked_for_and_shown_but_of_those_who_object(#[case] kind: Kind) {
    let Some(mut site) = site(kind, Role::Manager).await else { return };
    let mut quiet = Vec::new();
    for name in ["Ani", "Boris", "Zoe"] {
        let page = site.customer(&[("name", name)]).await;
        quiet.push((CustomerId(id_of(&page).parse().unwrap()), page));
    }
    let ids: Vec<CustomerId> = quiet.iter().take(2).map(|(id, _)| *id).collect();
    reviewed::as_of(&site.record.db, "2026-02-28", &ids).await;
    let boris = format!("{}/consent", quiet[1].1);
    let said = [("said", "objection"), ("how", "phone"), ("note", "")];
    site.send(&quiet[1].1, &boris, &said).await;
    let is_there = |page: &str, name: &str| page.contains(&format!(">{name}</a>"));
    for query in ["standing:quiet", "risk:48", "risk:%3E47", "standing:quiet,lost+risk:40..50%25"] {
        let page = site.get(&format!("/customers?q={query}")).await.body;
        assert!(is_there(&page, "Ani") && !is_there(&page, "Boris"), "{query}: {page}");
        assert!(!is_there(&page, "Zoe"), "{query}");
    }
    let page = site.get("/customers?q=risk:%3E48").await.body;
    assert!(page.contains("As of 28 February 2026"), "{page}");
    assert!(page.contains("Risk: &#62; 48%") && page.contains("Nothing fits these filters"));
    let page = site.get("/customers?q=-standing:quiet").await.body;
    assert!(page.contains("Standing ≠ gone quiet") && is_there(&page, "Boris"), "{page}");
    let filter = "/customers/filter?q=standing:lost+-risk:9&add-standing=quiet&add-risk=40";
    let filter = site.get(filter).await;
    let there = "/customers?q=-risk%3A9+risk%3A%3E%3D40+standing%3Aquiet";
    assert_eq!(filter.header("location"), there);
    let columns = "column=standing&column=risk";
    let page = site.get(&format!("/customers?{columns}")).await.body;
    assert_eq!((page.matches("gone quiet</td>").count(), page.matches("48%").count()), (1, 1));
    assert!(page.contains("<th scope=\"col\" class=\"number\">Risk</th>"), "above its numbers");
    let file = site.get(&format!("/customers/export/csv?sort=name&{columns}")).await.body;
    assert_eq!(file, "csv: Name|Standing|Risk, %\nAni|quiet|48\nBoris||\nZoe||\n");
    let unknown = site.get("/customers?q=smell:odd").await;
    assert_eq!(unknown.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(unknown.body.contains("There are, for example: owner, team, tag"), "{}", unknown.body);
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn a_customer_is_tagged_and_each_step_taken_back(#[case] kind: Kind) {
    let Some(mut site) = site(kind, Role::Agent).await else { return };
    let page = site.customer(&[("name", "Bakery")]).await;
    site.send(&page, &format!("{page}/tags"), &[("tag", "Pays Late / №1")]).await;
    let shown = site.get(&page).await.body;
    assert!(shown.contains("Tagged: Pays Late / №1"), "the notice says it");
    assert!(shown.contains("Tagged: pays late / №1"), "the timeline says it");
    let tag = format!("{page}/tags/pays%20late%20%2F%20%E2%84%961");
    assert!(shown.contains(&format!("action=\"{tag}/remove\"")), "{shown}");
    assert!(
        site.get("/customers?q=tag:%22pays+late+/+%E2%84%961%22").await.body.contains("Bakery")
    );
    site.send(&page, &format!("{tag}/remove"), &[]).await;
    assert!(site.get(&page).await.body.contains("Tag removed"));
    site.send(&page, &format!("{tag}/restore"), &[]).await;
    assert!(site.get(&page).await.body.contains(&format!("action=\"{tag}/remove\"")));
    let refused = site.send(&page, &format!("{page}/tags"), &[("tag", "!?")]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        refused.body.contains("value=\"!?\"") && refused.body.contains("Write a word or a few")
    );
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn what_is_said_to_marketing_is_kept_with_how(#[case] kind: Kind) {
    let Some(mut site) = site(kind, Role::Agent).await else { return };
    let page = site.customer(&[("name", "Bakery")]).await;
    let said = [("said", "objection"), ("how", "phone"), ("note", "no letters either")];
    site.send(&page, &format!("{page}/consent"), &said).await;
    let shown = site.get(&page).await.body;
    assert!(shown.contains("– → Objects: no marketing, no figures for it"), "{shown}");
    assert!(shown.contains("no letters either") && shown.contains("· Call ·"));
    assert!(site.get("/customers?q=consent:objected").await.body.contains("Bakery"));
    site.send(&page, &format!("{page}/consent/undo"), &[]).await;
    assert!(site.get(&page).await.body.contains("May we write of our own accord?"));
    let long = "so they said ".repeat(50);
    let said = [("said", "consent"), ("how", "letter"), ("note", long.as_str())];
    let refused = site.send(&page, &format!("{page}/consent"), &said).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.body.contains(&long) && refused.body.contains("Longer than 500"));
    assert!(refused.body.contains("value=\"letter\" selected"), "{}", refused.body);
    let unknown = [("said", "perhaps"), ("how", ""), ("note", "")];
    let unknown = site.send(&page, &format!("{page}/consent"), &unknown).await;
    assert_eq!(unknown.status, StatusCode::UNPROCESSABLE_ENTITY, "nothing is cleared by it");
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn a_list_is_saved_as_a_view_and_come_back_to(#[case] kind: Kind) {
    let Some(mut site) = site(kind, Role::Manager).await else { return };
    site.customer(&[("name", "Ani"), ("city", "Gyumri")]).await;
    let list = "/customers?q=city%3Agyumri&sort=name&column=city";
    let fields =
        [("name", "In <Gyumri>"), ("q", "city:gyumri"), ("sort", "name"), ("column", "city")];
    let saved = site.send(list, "/views", &[&fields[..], &[("shared", "true")]].concat()).await;
    assert_eq!(saved.header("location"), list);
    let shown = site.get(list).await.body;
    assert!(shown.contains("aria-current=\"page\">In &#60;Gyumri&#62;"), "{shown}");
    let view = shown.path("action=\"/views/");
    sign_in(&mut site, Role::Agent).await;
    let theirs = site.get(list).await.body;
    assert!(theirs.contains("In &#60;Gyumri&#62;") && !theirs.contains(&format!("{view}/remove")));
    let stolen = site.send(list, &format!("{view}/remove"), &[]).await;
    assert_eq!(stolen.status, StatusCode::NOT_FOUND);
    let own = [("name", "Mine"), ("q", "city:gyumri"), ("shared", "true")];
    site.send(list, "/views", &own).await;
    let nameless = site.send(list, "/views", &[("name", " "), ("q", "city:gyumri")]).await;
    let mine = "/customers?q=city%3Agyumri";
    assert_eq!(nameless.header("location"), mine, "the list is still there");
    assert!(site.get(mine).await.body.contains("a view needs a name of 60 characters at most"));
    assert!(site.get(mine).await.body.contains("aria-current=\"page\">Mine"));
    let own = site.get(mine).await.body.path("action=\"/views/");
    site.send(mine, &own, &[("name", "My own"), ("q", "city:gyumri")]).await;
    assert!(site.get(mine).await.body.contains("aria-current=\"page\">My own"));
    site.send(mine, &format!("{own}/remove"), &[]).await;
    assert!(!site.get(mine).await.body.contains("My own"));
    site.send(mine, &format!("{own}/restore"), &[]).await;
    assert!(site.get(mine).await.body.contains("My own"));
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn what_is_shown_is_taken_out_as_a_file_by_whoever_may(#[case] kind: Kind) {
    let Some(mut site) = site(kind, Role::Manager).await else { return };
    site.customer(&[("name", "Boris"), ("city", "Gyumri")]).await;
    let ani = site.customer(&[("name", "Ani"), ("city", "Gyumri")]).await;
    site.customer(&[("name", "Zoe")]).await;
    site.send(&ani, &format!("{ani}/tags"), &[("tag", "vip")]).await;
    let shown = "?q=city:gyumri&sort=name&column=city,tags,orders,spent,added";
    let file = site.get(&format!("/customers/export/csv{shown}")).await;
    assert_eq!(
        file.header("content-disposition"),
        "attachment; filename=\"customers-2026-03-01.csv\""
    );
    let lines = "csv: Name|Town|Tags|Orders|Spent|Currency|Added\n\
                 Ani|Gyumri|vip|0|||2026-03-01\nBoris|Gyumri||0|||2026-03-01\n";
    assert_eq!(file.body, lines);
    assert!(site.get("/customers/export/xlsx").await.body.starts_with("xlsx: Name|"));
    site.send("/customers", "/customers/columns", &[("column", "country")]).await;
    assert!(site.get("/customers/export/xlsx").await.body.starts_with("xlsx: Name|Country"));
    assert_eq!(site.get("/customers/export/doc").await.status, StatusCode::NOT_FOUND);
    let wrong = site.get("/customers/export/csv?q=seen:x").await;
    assert_eq!(wrong.header("location"), "/customers?q=seen%3Ax");
    sign_in(&mut site, Role::Agent).await;
    assert!(!site.get("/customers").await.body.contains("/customers/export"));
    assert_eq!(site.get("/customers/export/csv").await.status, StatusCode::FORBIDDEN);
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn page_query_file_and_orders_agree_on_the_day_of_the_business(#[case] kind: Kind) {
    let Some(mut site) = site(kind, Role::Owner).await else { return };
    let zone = [("time_zone", "Asia/Yerevan"), ("languages", "en"), ("version", "0")];
    site.send("/settings/region", "/settings/region", &zone).await;
    // Ten in the evening in UTC, two at night in Yerevan.
    site.record.clock.advance(TimeDelta::hours(10));
    let page = site.customer(&[("name", "Ani")]).await;
    assert!(site.get(&page).await.body.contains("2 March 2026"));
    assert!(site.get("/customers?q=added:2026-03-02").await.body.contains(">Ani</a>"));
    let file = site.get("/customers/export/csv?column=added,seen").await.body;
    assert!(file.ends_with("Ani||2026-03-02\n"), "nothing has happened with them: {file}");
    let order = [("customer", id_of(&page)), ("currency", "EUR".into()), ("code", "A-17".into())];
    let line = [("product", "Rye".to_owned()), ("quantity", "1".into()), ("price", "4.50".into())];
    let fields: Vec<(&str, &str)> =
        order.iter().chain(&line).map(|(name, value)| (*name, value.as_str())).collect();
    let new = format!("/orders/new?customer={}", id_of(&page));
    let added = site.send(&new, "/orders", &fields).await;
    assert_eq!(added.status, StatusCode::SEE_OTHER, "{}", added.body);
    assert!(site.get("/orders?from=2026-03-02&until=2026-03-02").await.body.contains("A-17"));
    assert!(!site.get("/orders?until=2026-03-01").await.body.contains("A-17"));
    assert!(site.get("/customers?q=seen:2026-03-02").await.body.contains(">Ani</a>"));
    assert!(!site.get("/customers?q=seen:2026-03-01").await.body.contains(">Ani</a>"));
    let file = site.get("/customers/export/csv?column=added,seen").await.body;
    assert!(file.ends_with("Ani|2026-03-02|2026-03-02\n"), "{file}");
}

#[tokio::test]
async fn lists_and_their_settings_speak_all_five_languages() {
    let mut site = site(Kind::Sqlite, Role::Owner).await.unwrap();
    let page = site.customer(&[("name", "Ani"), ("city", "Gyumri"), ("kind", "person")]).await;
    site.send(&page, &format!("{page}/tags"), &[("tag", "vip")]).await;
    let said = [("said", "consent"), ("how", "form"), ("note", "")];
    site.send(&page, &format!("{page}/consent"), &said).await;
    let new = [("name", "Size"), ("holds", "number"), ("choices", "")];
    site.send("/settings/fields", "/settings/fields", &new).await;
    let many = "/customers?q=owner:none,me+seen:%3C3w+added:%3C1y+orders:0..5+no:phone+tag:vip+\
                consent:given+kind:person+size:%3C5+%22late%22";
    for language in ["en", "ru", "ro", "el", "hy"] {
        site.sends("accept-language", language);
        let pages = ["/customers", many, "/customers?q=seen:x", "/settings/fields", page.as_str()];
        for page in pages {
            let answer = site.get(page).await;
            assert!(!answer.body.contains('‹'), "{language} {page}: a message is missing");
            assert!(answer.status.as_u16() < 500, "{language} {page}");
        }
    }
}

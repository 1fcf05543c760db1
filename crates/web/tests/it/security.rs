//! What attackers try: forms of others, scripts in every field, SQL in every
//! parameter, paths that climb, headers that split, sessions put under people.

use std::collections::{BTreeMap, BTreeSet};

use axum::http::{Method, StatusCode};
use domain::office::rights::Role;
use domain::office::staff::{self, NewAccount, Password};
use rstest::rstest;
use store::log::Actor;
use testkit::record::{Kind, TestRecord};
use web::routes;

use crate::access::sign_in;
use crate::site::Site;

/// Pages from which all others are reached.
const SEEDS: [&str; 8] = [
    "/",
    "/customers",
    "/customers/new",
    "/account",
    "/settings",
    "/settings/tiers",
    "/settings/calendar",
    "/settings/users",
];
/// So many pages are looked at.
const PAGES: usize = 80;

async fn owner(kind: Kind) -> Option<Site> {
    let mut site = Site::over(TestRecord::empty(kind).await?);
    site.sends("accept-language", "en");
    sign_in(&mut site, Role::Owner).await;
    Some(site)
}

/// A path of the table with made-up parameters.
fn filled(path: &str) -> String {
    let fill = |part: &str| match part {
        "{secret}" => "0".repeat(64),
        "{state}" => "fulfilled".to_owned(),
        "{group}" => "business".to_owned(),
        "{day}" => "2026-03-02".to_owned(),
        "{version}" => "1".to_owned(),
        part if part.starts_with('{') => "00000000-0000-7000-8000-000000000000".to_owned(),
        part => part.to_owned(),
    };
    path.split('/').map(fill).collect::<Vec<_>>().join("/")
}

#[tokio::test]
async fn no_form_is_taken_that_none_of_our_pages_sent() {
    let mut site = owner(Kind::Sqlite).await.unwrap();
    site.sends("accept", "application/json");
    let posts = routes::table().into_iter().filter(|route| route.method == Method::POST);
    for route in posts.filter(|route| !route.path.starts_with("/api/")) {
        let answer = site.post(&filled(route.path), "name=x&form_token=AAAA").await;
        let code = serde_json::from_str::<serde_json::Value>(&answer.body).unwrap();
        let code = code["code"].as_str().unwrap_or_default().to_owned();
        assert_eq!(
            (answer.status, code.as_str()),
            (StatusCode::FORBIDDEN, "foreign-form"),
            "{}",
            route.path
        );
    }
}

#[tokio::test]
async fn signing_in_gives_a_session_nobody_could_have_known_before() {
    let mut site = Site::open().await;
    site.sends("accept-language", "en");
    let add = async move |tx: &mut store::Tx<'_>| {
        let new = NewAccount {
            email: "anna@shop.test".into(),
            name: "Anna".into(),
            role: Role::Agent,
            password: Some(Password::typed("correct horse battery").hash().unwrap()),
        };
        staff::add(tx, &new).await
    };
    site.record.db.write(Actor::System, add).await.unwrap();
    let planted = "ab".repeat(32);
    let entry = [("email", "anna@shop.test"), ("password", "correct horse battery"), ("next", "/")];
    let mut sessions = BTreeSet::from([planted.clone()]);
    for _ in 0..2 {
        site.holds("session", &planted);
        let entered = site.send("/sign-in", "/sign-in", &entry).await;
        assert_eq!(entered.header("location"), "/");
        assert!(sessions.insert(site.cookie("session").unwrap().to_owned()));
    }
    site.holds("session", &planted);
    assert_eq!(site.get("/account").await.status, StatusCode::SEE_OTHER);
}

#[rstest]
#[case("/assets/../../../../etc/passwd")]
#[case("/assets/..%2f..%2f..%2fetc%2fpasswd")]
#[case("/assets/%2e%2e/%2e%2e/Cargo.toml")]
#[case("/assets/....//....//etc/passwd")]
#[case("/assets/perennial.css%00.js")]
#[case("/customers/..%2f..%2fetc%2fpasswd")]
#[case("/settings/..%2fusers")]
#[case("/settings/tokens/%2e%2e")]
#[case("/colour/..%2f..%2fetc")]
#[case("//etc/passwd")]
#[tokio::test]
async fn paths_that_climb_lead_nowhere(#[case] path: &str) {
    let mut site = owner(Kind::Sqlite).await.unwrap();
    let answer = site.get(path).await;
    assert!(answer.status.is_client_error(), "{path}: {}", answer.status);
    assert!(!answer.body.contains("root:"));
}

#[rstest]
#[case("/\r\nSet-Cookie: session=planted")]
#[case("/%0d%0aSet-Cookie:%20session=planted")]
#[case("/\u{560a}\u{560d}Set-Cookie: a=b")]
#[case("//evil.example/")]
#[case("/\\evil.example/")]
#[tokio::test]
async fn what_is_sent_back_splits_no_header_and_leaves_no_host(#[case] back: &str) {
    let mut site = owner(Kind::Sqlite).await.unwrap();
    let answer = site.send("/account", "/preferences", &[("theme", "dark"), ("back", back)]).await;
    let there = answer.header("location");
    assert!(there == "/" || there == back, "{there}");
    assert!(there.bytes().all(|byte| byte.is_ascii_graphic()) && !there.contains("evil"));
    let cookies = answer.headers.get_all("set-cookie").into_iter();
    assert!(cookies.map(|cookie| cookie.to_str().unwrap()).all(|one| one.starts_with("theme=")));
}

/// A form of a page that posts: where it goes and what is in it.
#[derive(Debug, Clone)]
struct FoundForm {
    action: String,
    fields: Vec<(String, String, bool)>,
}

fn attribute<'t>(tag: &'t str, name: &str) -> Option<&'t str> {
    let (_, rest) = tag.split_once(&format!(" {name}=\""))?;
    Some(rest.split_once('"')?.0)
}

fn forms(page: &str) -> Vec<FoundForm> {
    let posting = page.split("<form").skip(1).filter_map(|rest| {
        let (form, _) = rest.split_once("</form>")?;
        let (head, _) = form.split_once('>')?;
        (attribute(head, "method") == Some("post")).then_some((head, form))
    });
    let form = |(head, form): (&str, &str)| {
        let mut fields = Vec::new();
        for tag in form.split('<').filter_map(|tag| tag.split_once('>').map(|(tag, _)| tag)) {
            let kind = attribute(tag, "type").unwrap_or("text");
            let is_typed = tag.starts_with("textarea")
                || (tag.starts_with("input")
                    && matches!(kind, "text" | "email" | "tel" | "search"));
            let is_sent =
                is_typed || tag.starts_with("input") && matches!(kind, "hidden" | "radio");
            if let (true, Some(name)) = (is_sent, attribute(tag, "name")) {
                if kind == "radio" && fields.iter().any(|(known, _, _)| known == name) {
                    continue;
                }
                let value = attribute(tag, "value").unwrap_or_default();
                fields.push((name.to_owned(), value.to_owned(), is_typed));
            }
            if let (true, Some(name)) = (tag.starts_with("select"), attribute(tag, "name")) {
                let (_, rest) = form.split_once(&format!("name=\"{name}\"")).unwrap();
                let chosen = rest.split_once(" selected").map_or("", |(options, _)| options);
                let value = chosen.rsplit_once("value=\"").map_or("", |(_, value)| value);
                let value = value.trim_end_matches('"').to_owned();
                fields.push((name.to_owned(), value, false));
            }
        }
        Some(FoundForm { action: attribute(head, "action")?.to_owned(), fields })
    };
    posting.filter_map(form).collect()
}

/// What is not sent: it would end the walk.
fn ends_the_walk(action: &str) -> bool {
    ["/sign-out", "/password", "/lock-out", "/preferences", "/end", "/design"]
        .iter()
        .any(|end| action.ends_with(end))
}

/// All pages that links lead to, with their bodies.
async fn crawl(site: &mut Site) -> BTreeMap<String, String> {
    let mut waiting: Vec<String> = SEEDS.map(ToOwned::to_owned).into();
    let mut seen: BTreeMap<String, String> = BTreeMap::new();
    while let Some(path) = waiting.pop() {
        if seen.contains_key(&path) || seen.len() >= PAGES {
            continue;
        }
        let page = site.get(&path).await;
        assert!(!page.status.is_server_error(), "{path}: {}", page.status);
        for link in page.body.split(" href=\"").skip(1).filter_map(|rest| rest.split('"').next()) {
            let link = link.replace("&#38;", "&").replace("&amp;", "&");
            let is_page = link.starts_with('/')
                && !link.starts_with("//")
                && ["/assets/", "/design", "/colour/"].iter().all(|not| !link.starts_with(not));
            if is_page {
                waiting.push(link.split('#').next().unwrap().to_owned());
            }
        }
        seen.insert(path, page.body);
    }
    seen
}

/// Sends every form of every page once for each field that is typed, with these
/// words in it and what fits in the others.
async fn fill_in_everything(site: &mut Site, words: &str) {
    let mut sent = BTreeSet::new();
    for _ in 0..2 {
        for (path, body) in crawl(site).await {
            for form in forms(&body) {
                for (typed, _, _) in form.fields.iter().filter(|(_, _, is_typed)| *is_typed) {
                    let is_new = sent.insert((form.action.clone(), typed.clone()));
                    if is_new && !ends_the_walk(&form.action) {
                        let answer = site.post(&form.action, form.with(typed, words)).await;
                        assert!(!answer.status.is_server_error(), "{path}: {typed} of {form:?}");
                        assert!(!answer.body.contains(words), "{typed} stands bare: {form:?}");
                    }
                }
            }
        }
    }
}

impl FoundForm {
    fn with(&self, field: &str, words: &str) -> String {
        let value = |(name, value, is_typed): &(String, String, bool)| {
            let fits = if *is_typed && value.is_empty() && !name.contains("mail") {
                match name.as_str() {
                    "name" | "text" | "reason" | "team" => "Ararat",
                    _ => "",
                }
            } else {
                value
            };
            (name.clone(), if name == field { words } else { fits }.to_owned())
        };
        let pairs: Vec<(String, String)> = self.fields.iter().map(value).collect();
        serde_html_form::to_string(pairs).unwrap()
    }
}

#[rstest]
#[case("<script>alert(1)</script>")]
#[case("\"><img src=x onerror=alert(1)>")]
#[case("'><svg/onload=alert(1)>")]
#[case("</textarea><script>alert(1)</script>")]
#[case("</title><script>alert(1)</script>")]
#[case("{{7*7}}<b>${7*7}</b>")]
#[tokio::test]
async fn what_is_typed_anywhere_is_shown_as_it_was_typed_and_never_run(#[case] words: &str) {
    let mut site = owner(Kind::Sqlite).await.unwrap();
    site.customer(&[("name", words), ("city", words), ("why_us", words)]).await;
    fill_in_everything(&mut site, words).await;
    let mut shown = 0;
    for (path, body) in crawl(&mut site).await {
        assert!(!body.contains(words), "{words} stands unescaped on {path}");
        shown += usize::from(body.contains("alert(1)") || body.contains("7*7"));
    }
    assert!(shown > 3, "what was typed is shown on {shown} pages");
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn sql_in_a_parameter_is_only_a_text(#[case] kind: Kind) {
    let Some(mut site) = owner(kind).await else { return };
    let customer = site.customer(&[("name", "Bakery")]).await;
    let id = customer.rsplit('/').next().unwrap().to_owned();
    let mut names = BTreeSet::from(["q", "sort", "after", "before", "customer", "at", "id"]);
    names.extend(["who", "room", "from", "until", "next", "view", "columns", "tag", "limit"]);
    let pages = routes::table()
        .into_iter()
        .filter(|route| route.method == Method::GET && !route.path.starts_with("/live"));
    for route in pages {
        let path = filled(route.path).replace("00000000-0000-7000-8000-000000000000", &id);
        for name in &names {
            for value in ["' or '1'='1", "'; drop table customer; --", "\\", "%_%", "\0", "1~'"] {
                let query = serde_html_form::to_string([(*name, value)]).unwrap();
                let answer = site.begin("GET", &format!("{path}?{query}"), String::new()).await;
                let status = answer.status();
                assert!(!status.is_server_error(), "{path}?{query}: {status}");
            }
        }
    }
    assert!(site.get("/customers").await.body.contains("Bakery"));
}

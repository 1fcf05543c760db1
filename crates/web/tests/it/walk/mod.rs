//! A walk through every page, with hostile words in every field of every form.

mod forms;
mod table;

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::sync::LazyLock;

use axum::http::{Method, StatusCode};
use domain::office::rights::Role;
use rstest::rstest;
use testkit::record::{Kind, TestRecord};
use web::routes;

use self::forms::forms;
use self::table::{NOT_WALKED, TAKE_NO_WORDS, TAKE_WORDS};
use crate::access::sign_in;
use crate::site::{Site, id_of};
use crate::uploads::{self, ORDERS};

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
/// So many pages of a route are looked at: the walk makes new ones as it goes.
const PAGES: usize = 5;

/// A site with one of everything that has a form of its own.
async fn shop(customer: &[(&str, &str)]) -> Site {
    let mut site = Site::over(TestRecord::empty(Kind::Sqlite).await.unwrap());
    site.sends("accept-language", "en");
    sign_in(&mut site, Role::Owner).await;
    let field = [("name", "Tea"), ("holds", "text"), ("choices", "")];
    let made = [
        ("/settings/fields", "/settings/fields", &field[..]),
        ("/settings/users", "/settings/teams", &[("team", "Counter")]),
    ];
    for (page, path, fields) in made {
        let answer = site.send(page, path, fields).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{path}");
    }
    let page = site.customer(customer).await;
    let id = id_of(&page);
    let whose = ("customer", id.as_str());
    let bread = [("currency", "EUR"), ("product", "Rye"), ("quantity", "2"), ("price", "4.50")];
    let dealings = [
        ("/contacts", [&[whose][..], &[("name", "Ani")]].concat()),
        ("/interactions", [&[whose][..], &[("kind", "note"), ("text", "Asked for rye")]].concat()),
        ("/orders", [&[whose][..], &bread].concat()),
    ];
    for (path, fields) in dealings {
        let answer = site.send(&page, path, &fields).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{path}: {}", answer.body);
    }
    let upload = uploads::sent(&mut site, &[("orders.csv", ORDERS)]).await;
    uploads::finds(&site, &upload, uploads::found()).await;
    site
}

/// The route of the table that a path leads to: the plainest, where several
/// would take it.
fn route_of(method: &Method, path: &str) -> Option<&'static str> {
    static TABLE: LazyLock<Vec<(Method, &'static str)>> = LazyLock::new(|| {
        routes::table().into_iter().map(|route| (route.method, route.path)).collect()
    });
    let asked: Vec<&str> = path.split('?').next().unwrap_or_default().split('/').collect();
    let leads_there = |route: &str| {
        let parts: Vec<&str> = route.split('/').collect();
        let is_same = |(part, asked): (&&str, &&str)| part.starts_with('{') || part == asked;
        parts.len() == asked.len() && parts.iter().zip(&asked).all(is_same)
    };
    let fits = TABLE.iter().filter(|(by, route)| by == method && leads_there(route));
    fits.map(|(_, route)| *route).min_by_key(|route| route.matches('{').count())
}

/// What is not sent: it would end the walk.
fn ends_the_walk(action: &str) -> bool {
    ["/sign-out", "/password", "/lock-out", "/preferences", "/end", "/design"]
        .iter()
        .any(|end| action.ends_with(end))
}

/// The pages that links lead to, some of each route, with their bodies; what is
/// no page, such as a file, is only asked for.
async fn crawl(site: &mut Site) -> BTreeMap<String, String> {
    let mut waiting: VecDeque<String> = SEEDS.map(ToOwned::to_owned).into();
    let mut seen: BTreeMap<String, String> = BTreeMap::new();
    let mut of_route: BTreeMap<&str, usize> = BTreeMap::new();
    while let Some(path) = waiting.pop_front() {
        let Some(route) = route_of(&Method::GET, &path) else { continue };
        let looked_at = of_route.entry(route).or_default();
        if seen.contains_key(&path) || *looked_at >= PAGES {
            continue;
        }
        *looked_at += 1;
        let page = site.get(&path).await;
        assert!(!page.status.is_server_error(), "{path}: {}", page.status);
        if !page.header("content-type").starts_with("text/html") {
            continue;
        }
        for link in page.body.split(" href=\"").skip(1).filter_map(|rest| rest.split('"').next()) {
            let link = link.replace("&#38;", "&").replace("&amp;", "&");
            let is_page = link.starts_with('/')
                && !link.starts_with("//")
                && ["/assets/", "/design", "/colour/"].iter().all(|not| !link.starts_with(not));
            if is_page {
                waiting.push_back(link.split('#').next().unwrap().to_owned());
            }
        }
        seen.insert(path, page.body);
    }
    seen
}

/// Sends every form of every page once for each field that is typed, with these
/// words in it and what fits in the others. Gives the routes they went to.
async fn fill_in_everything(site: &mut Site, words: &str) -> BTreeSet<&'static str> {
    let mut sent = BTreeSet::new();
    let mut reached = BTreeSet::new();
    for _ in 0..2 {
        for (path, body) in crawl(site).await {
            for form in forms(&body) {
                for (typed, _, _) in form.fields.iter().filter(|(_, _, is_typed)| *is_typed) {
                    let is_new = sent.insert((form.action.clone(), typed.clone()));
                    if is_new && !ends_the_walk(&form.action) {
                        let answer = site.post(&form.action, form.with(typed, words)).await;
                        assert!(!answer.status.is_server_error(), "{path}: {typed} of {form:?}");
                        assert!(!answer.body.contains(words), "{typed} stands bare: {form:?}");
                        reached.extend(route_of(&Method::POST, &form.action));
                    }
                }
            }
        }
    }
    reached
}

#[test]
fn of_every_form_it_is_said_whether_the_walk_comes_to_it() {
    let said = [&TAKE_WORDS[..], &NOT_WALKED[..], &TAKE_NO_WORDS[..]];
    let forms = routes::table().into_iter().filter(|route| route.method == Method::POST);
    for route in forms.filter(|route| !route.path.starts_with("/api/")) {
        let times = said.iter().filter(|routes| routes.contains(&route.path)).count();
        assert_eq!(times, 1, "{} is to stand in one of the lists", route.path);
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
    let mut site = shop(&[("name", words), ("city", words), ("why_us", words)]).await;
    let reached = fill_in_everything(&mut site, words).await;
    for route in TAKE_WORDS {
        assert!(reached.contains(route), "the walk no longer comes to {route}: {reached:?}");
    }
    for route in &reached {
        assert!(!TAKE_NO_WORDS.contains(route), "words can be typed for {route}");
    }
    let mut shown = 0;
    for (path, body) in crawl(&mut site).await {
        assert!(!body.contains(words), "{words} stands unescaped on {path}");
        shown += usize::from(body.contains("alert(1)") || body.contains("7*7"));
    }
    assert!(shown > 3, "what was typed is shown on {shown} pages");
}

//! Writing things down: from any page, with mentions, from programs.

use axum::http::StatusCode;
use domain::know::customers::CustomerId;
use domain::know::interactions::{self, NewInteraction};
use domain::office::rights::Right;
use domain::office::staff;
use domain::office::tokens::{self, NewToken, TokenError};
use rstest::rstest;
use store::log::Actor;
use testkit::record::{Kind, test_time};

use super::site;
use crate::site::{Cut as _, id_of};

/// What a script is sent as.
const JAVASCRIPT: &str = "text/javascript; charset=utf-8";
/// Above where one was mentioned.
const MENTIONS: &str = "You were mentioned";

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn whom_one_begins_to_mention_is_suggested(#[case] kind: Kind) {
    let Some(mut site) = site(kind).await else { return };
    let customer = site.customer(&[("name", "Bakery")]).await;
    let page = site.get(&customer).await.body;
    assert!(page.contains("data-mention=\"/colleagues\""), "{page}");
    assert!(page.contains("Mention a colleague: @"), "and how to without a script: {page}");
    let script = site.get(&page.after("data-helps=\"")).await;
    assert_eq!((script.status, script.header("content-type")), (StatusCode::OK, JAVASCRIPT));
    let begun = site.get("/colleagues?q=AG").await.body;
    assert!(begun.contains("data-handle=\"agent\"") && begun.contains("@agent"), "{begun}");
    let nobody = site.get("/colleagues?q=%3Cb%3E").await.body;
    assert!(nobody.contains("No colleague’s name or address begins so"), "{nobody}");
    assert!(!nobody.contains("data-handle") && !nobody.contains("<b>"), "{nobody}");
    for language in kernel::Language::ALL {
        site.holds("language", language.code());
        for page in ["/colleagues", "/colleagues?q=nobody"] {
            let page = site.get(page).await.body;
            assert!(!page.contains('‹'), "{language}: {page}");
        }
    }
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn a_mention_is_new_until_it_is_read(#[case] kind: Kind) {
    let Some(mut site) = site(kind).await else { return };
    let customer = site.customer(&[("name", "Bakery")]).await;
    site.logs(&customer, "Ask @agent about flour").await;
    let read = site.get("/").await.body.below(MENTIONS).after("action=\"/interactions/");
    let read = format!("/interactions/{read}");
    assert!(read.contains("/read?"), "{read}");
    site.send("/", &read, &[]).await;
    assert!(site.get("/").await.body.below(MENTIONS).contains("No new mentions"));
    let all = site.get("/?mentions=all").await.body;
    assert!(all.below(MENTIONS).contains("about flour"));
    site.send("/", &read.replace("/read?", "/unread?"), &[]).await;
    assert!(!site.get("/").await.body.contains("No new mentions"));
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn a_visit_is_written_down_from_any_page_which_is_shown_again(#[case] kind: Kind) {
    let Some(mut site) = site(kind).await else { return };
    let customer = site.customer(&[("name", "Bakery")]).await;
    let id = id_of(&customer);
    let shown = site.get(&customer).await.body;
    let about = format!("kind=visit&customer={id}");
    let href = shown.after("href=\"/interactions/new?kind=visit");
    assert!(href.starts_with(&format!("&customer={id}")), "{about}: {href}");
    let found = site.get("/interactions/new?kind=visit&back=%2Forders&q=Bakery").await.body;
    assert!(found.contains("Nobody fits"), "what was written just now is not found yet");
    let offered = site.get("/interactions/new?kind=visit&back=%2Forders").await.body;
    let chosen =
        offered.below("id=\"found\"").after("href=\"/interactions/new?kind=visit&#38;back");
    let form = format!("/interactions/new?kind=visit&back{chosen}");
    let page = site.get(&form).await.body;
    assert!(page.contains("value=\"visit\" checked"));
    let fields = [("customer", id.as_str()), ("kind", "visit"), ("back", "/orders")];
    let logged = site.send(&form, "/interactions", &fields).await;
    assert_eq!(logged.header("location"), "/orders");
    let away = [("customer", id.as_str()), ("kind", "visit"), ("back", "//evil.example")];
    assert_eq!(site.send(&form, "/interactions", &away).await.header("location"), "/");
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn a_timeline_is_told_in_part(#[case] kind: Kind) {
    let Some(mut site) = site(kind).await else { return };
    let customer = site.customer(&[("name", "Bakery")]).await;
    for number in 0..60 {
        site.send(&customer, &customer, &[("city", &format!("Town {number}"))]).await;
    }
    site.logs(&customer, "Send the price list").await;
    let told = |page: &str| page.between("class=\"timeline\"", "</section>").to_owned();
    let calls = told(&site.get(&format!("{customer}?show=call&by=")).await.body);
    assert!(calls.contains("Send the price list") && !calls.contains("Town 59"));
    let notes = told(&site.get(&format!("{customer}?show=note")).await.body);
    assert!(!notes.contains("Send the price list"));
    let nobody = "00000000-0000-7000-8000-000000000000";
    let theirs = site.get(&format!("{customer}?by={nobody}")).await.body;
    assert!(!told(&theirs).contains("Town 59"));
    let changes = site.get(&format!("{customer}?show=changes")).await.body;
    assert!(changes.contains("Town 59") && !changes.contains("Town 2 →"));
    let older = changes.after("class=\"button\" href=\"/customers/");
    assert!(older.contains("show=changes&before="), "{older}");
    assert!(site.get(&format!("/customers/{older}")).await.body.contains("Town 2 →"));
}

#[rstest]
#[case("at", "22026-05-03T10:00", "This day and hour cannot be read")]
#[case("at", "2027-05-03T10:00", "This lies in the future")]
#[case("follow_up", "next week", "This day cannot be read")]
#[tokio::test]
async fn a_day_that_cannot_be_leaves_what_was_written(
    #[case] field: &str,
    #[case] day: &str,
    #[case] why: &str,
) {
    let mut site = site(Kind::Sqlite).await.unwrap();
    let customer = site.customer(&[("name", "Bakery")]).await;
    let id = id_of(&customer);
    let fields =
        [("customer", id.as_str()), ("kind", "call"), ("text", "Asked for rye"), (field, day)];
    let refused = site.send(&customer, "/interactions", &fields).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let below = refused.body.between(&format!("value=\"{day}\""), "</div>");
    assert!(below.contains(why), "{below}");
    assert!(refused.body.contains("Asked for rye</textarea>"), "{}", refused.body);
    assert!(refused.body.contains("<details class=\"more\" open>"), "it can be seen");
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn what_a_program_wrote_down_waits_for_whoever_made_its_token(#[case] kind: Kind) {
    let Some(mut site) = site(kind).await else { return };
    let customer: CustomerId = id_of(&site.customer(&[("name", "Bakery")]).await).parse().unwrap();
    let make = async |tx: &mut store::Tx<'_>| {
        let me = staff::with_email(tx, "agent@shop.test").await?.unwrap();
        let rights = [Right::LogInteractions].into_iter().collect();
        let new = NewToken { name: "web shop".to_owned(), rights, lasts: None };
        Ok::<_, TokenError>(tokens::make(tx, me.id, &new).await?.id)
    };
    let token = site.record.db.write(Actor::System, make).await.unwrap();
    let new = NewInteraction {
        kind: interactions::Kind::Call,
        at: None,
        text: "Send the price list".to_owned(),
        follow_up: Some(test_time().date_naive()),
    };
    let log = async move |tx: &mut store::Tx<'_>| interactions::log(tx, customer, &new).await;
    let id = site.record.db.write(Actor::Token(token.into()), log).await.unwrap();
    assert!(site.get("/").await.body.contains("Send the price list"));
    assert!(site.get(&format!("/interactions/{id}")).await.body.contains("A program"));
}

#[tokio::test]
async fn the_page_for_writing_down_says_what_it_is_and_can_be_left() {
    let mut site = site(Kind::Sqlite).await.unwrap();
    let customer = site.customer(&[("name", "Bakery")]).await;
    let id = id_of(&customer);
    let page = site.get(&format!("/interactions/new?customer={id}")).await.body;
    assert!(page.contains("<h1>Write down · Bakery</h1>"), "{page}");
    assert!(page.contains("name=\"text\" autofocus"), "one can write at once: {page}");
    let theirs = site.get(&customer).await.body;
    assert!(!theirs.contains("name=\"text\" autofocus"), "there one has come to read: {theirs}");
    let late = [("customer", id.as_str()), ("kind", "call"), ("at", "soon")];
    let refused = site.send(&customer, "/interactions", &late).await.body;
    assert!(refused.contains("name=\"at\" autofocus"), "what is to be mended: {refused}");
    let leave = format!("<a class=\"button plain\" href=\"{customer}\">Cancel</a>");
    assert!(page.contains(&leave), "{page}");
    let from_today = format!("/interactions/new?customer={id}&back=%2F%3Fwhose%3Dteam");
    let page = site.get(&from_today).await.body;
    assert!(page.contains("href=\"/?whose=team\">Cancel</a>"), "{page}");
    let elsewhere = format!("/interactions/new?customer={id}&back=%2F%2Felsewhere.test");
    let page = site.get(&elsewhere).await.body;
    assert!(page.contains(&leave), "{page}");
}

#[tokio::test]
async fn the_list_of_keys_names_what_whoever_looks_may_do() {
    let mut site = site(Kind::Sqlite).await.unwrap();
    let today = site.get("/").await.body;
    assert!(today.contains("<a href=\"/keys\" data-key=\"?\" data-over>"), "{today}");
    let page = site.get("/keys").await.body;
    let keys = page.below("<div class=\"keys\">");
    assert!(keys.contains("Save the form you type in"), "{keys}");
    assert!(keys.contains("<kbd>c</kbd> <kbd>c</kbd></dt><dd>Call</dd>"), "{keys}");
    assert!(keys.contains("<kbd>g</kbd> <kbd>t</kbd></dt><dd>Today</dd>"), "{keys}");
    let groups = ["Everywhere", "In lists", "Add", "Go to"];
    let heads = groups.map(|group| keys.find(&format!("<h2>{group}</h2>")));
    assert!(heads.iter().all(Option::is_some) && heads.is_sorted(), "{keys}");
    let mut stranger = site.other_browser();
    stranger.sends("accept-language", "hy");
    let page = stranger.get("/keys").await.body;
    assert!(page.contains("<h1>Ստեղների համակցություններ</h1>"), "{page}");
    assert!(!page.contains("<kbd>c</kbd>"), "nothing that a stranger cannot do: {page}");
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn what_was_written_down_is_changed_and_the_change_taken_back(#[case] kind: Kind) {
    let Some(mut site) = site(kind).await else { return };
    let customer = site.customer(&[("name", "Bakery")]).await;
    site.logs(&customer, "Wants the rye").await;
    let shown = site.get(&customer).await.body;
    let call = shown.path("class=\"title\"><a href=\"/interactions/");
    let wheat = [("kind", "call"), ("text", "Wants the wheat")];
    let edited = site.send(&call, &call, &wheat).await;
    assert_eq!(edited.status, StatusCode::SEE_OTHER, "{}", edited.body);
    site.undoes(&call).await;
    let shown = site.get(&call).await.body;
    assert!(shown.contains("Taken back") && shown.contains(">Wants the rye</textarea>"), "{shown}");
    site.send(&call, &call, &[("kind", "call"), ("text", "Wants the wheat")]).await;
    site.send(&call, &call, &wheat).await;
    let shown = site.get(&call).await.body;
    assert!(!shown.contains("/undo\""), "nothing was changed: {shown}");
}

//! What a person finds by what they remember.

use std::sync::Arc;

use axum::http::StatusCode;
use chrono::TimeDelta;
use domain::know::customers::{self, CustomerId, Field};
use domain::know::interactions::{self, Kind as Happened, NewInteraction};
use domain::know::orders::{self, NewOrder, NewShipment};
use domain::know::search::Indexer;
use domain::office::rights::Role;
use rstest::rstest;
use store::log::Actor;
use testkit::record::{Kind, TestRecord, keeps_up, test_time};

use crate::access::sign_in;
use crate::site::{Cut as _, Site};

async fn site(kind: Kind) -> Option<Site> {
    let mut site = Site::over(TestRecord::empty(kind).await?);
    site.sends("accept-language", "en");
    sign_in(&mut site, Role::Agent).await;
    Some(site)
}

impl Site {
    async fn knows(&self, known: &[(Field, &str)]) -> CustomerId {
        let known: Vec<_> =
            known.iter().map(|(field, value)| (*field, (*value).to_owned())).collect();
        let add = async move |tx: &mut store::Tx<'_>| customers::add(tx, &known).await;
        self.record.db.write(Actor::System, add).await.unwrap()
    }

    async fn notes(&self, customer: CustomerId, text: &str) {
        let kind = Happened::Note;
        let new = NewInteraction { kind, at: None, text: text.into(), follow_up: None };
        let log = async move |tx: &mut store::Tx<'_>| interactions::log(tx, customer, &new).await;
        self.record.db.write(Actor::System, log).await.unwrap();
    }

    /// An order of theirs with a number, sent in a parcel.
    async fn ordered(&self, customer: CustomerId, (source, code): (&str, &str), parcel: &str) {
        // Shops tell of later orders than anybody writes down here.
        let days = if source.is_empty() { 3 } else { 1 };
        let order = NewOrder {
            source: source.to_owned(),
            code: code.to_owned(),
            placed_at: Some(test_time() - TimeDelta::days(days)),
            currency: "AMD".parse().unwrap(),
            total: Some(900),
            lines: Vec::new(),
        };
        let sent = NewShipment {
            carrier: "Haypost".to_owned(),
            tracking: Some(parcel.to_owned()).filter(|parcel| !parcel.is_empty()),
            shipped_at: Some(test_time() - TimeDelta::hours(2)),
        };
        let add = async move |tx: &mut store::Tx<'_>| {
            let order = orders::add(tx, customer, &order).await?;
            orders::ship(tx, order, &sent).await
        };
        self.record.db.write(Actor::System, add).await.unwrap();
    }

    /// Searches once the index has all that was written: on PostgreSQL a
    /// transaction of another test may hold it back.
    async fn finds(&mut self, words: &str) -> String {
        keeps_up(&self.record.db, &Arc::new(Indexer)).await.unwrap();
        let path = format!("/search?{}", serde_html_form::to_string([("q", words)]).unwrap());
        let answer = self.get(&path).await;
        assert_eq!(answer.status, StatusCode::OK, "{words}: {}", answer.body);
        answer.body
    }
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn a_customer_is_found_by_whatever_is_remembered_and_opened(#[case] kind: Kind) {
    let Some(mut site) = site(kind).await else { return };
    let known = [
        (Field::Name, "Вардан Петросян"),
        (Field::Phone, "+374 91 12-34-56"),
        (Field::Email, "vardan@example.am"),
        (Field::City, "Gyumri"),
    ];
    let vardan = site.knows(&known).await;
    site.knows(&[(Field::Name, "Somebody Else")]).await;
    let opened = format!("href=\"/customers/{vardan}\"");
    for words in [
        "вардан",
        "vardan",
        "Վարդան",
        "Petorsyan",
        "+37491123456",
        "(091) 12 34 56",
        "0037491 123456",
        "3456",
        "VARDAN@EXAMPLE.AM",
        "Гюмри",
    ] {
        let page = site.finds(words).await;
        assert!(page.contains(&opened), "{words}: {page}");
        assert!(!page.contains("Somebody Else"), "{words}");
    }
    let page = site.finds("vardan").await;
    assert!(page.contains("<mark>Вардан</mark> Петросян"), "{page}");
    let page = site.finds("3456").await;
    assert!(page.contains("Telephone</span> <mark>+374 91 12-34-56</mark>"), "{page}");
    assert!(site.finds("Petorsyan").await.contains("Spelt in a similar way"));
    assert!(site.get(&format!("/customers/{vardan}")).await.body.contains("Вардан Петросян"));
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn words_of_notes_are_found_in_every_language_with_whom_they_are_about(#[case] kind: Kind) {
    let Some(mut site) = site(kind).await else { return };
    let notes = [
        ("Baker", "The deliveries came late", "delivery", "deliveries"),
        ("Пекарь", "Просил доставку ко вторнику", "доставка", "доставку"),
        ("Brutar", "A întrebat de întârzieri", "întârziere", "întârzieri"),
        ("Φούρναρης", "Ζήτησε παράδοση την Τρίτη", "παραδόσεις", "παράδοση"),
        ("Հացթուխ", "Խնդրեց առաքումը երեքշաբթի", "առաքում", "առաքումը"),
    ];
    for (name, text, ..) in notes {
        let customer = site.knows(&[(Field::Name, name)]).await;
        site.notes(customer, text).await;
    }
    for (name, _, words, marked) in notes {
        let page = site.finds(words).await;
        assert!(page.contains(&format!("<mark>{marked}</mark>")), "{words}: {page}");
        assert!(page.contains(&format!("<span>{name}</span>")), "{words}: {page}");
        assert!(page.contains("href=\"/interactions/"), "the note can be opened");
        assert!(page.contains("1 customer on this page"), "{words}: {page}");
    }
}

#[tokio::test]
async fn what_was_typed_and_written_is_never_markup() {
    let Some(mut site) = site(Kind::Sqlite).await else { return };
    let script = "<script>alert(1)</script>";
    let known = [
        (Field::Name, "Eve <img src=x onerror=alert(1)>"),
        (Field::City, "\"><svg onload=alert(1)>"),
        (Field::Code, "'><b>7"),
        (Field::WhyUs, "Rye <iframe src=javascript:alert(1)>"),
    ];
    let eve = site.knows(&known).await;
    site.notes(eve, &format!("Asked for rye {script}")).await;
    for words in ["eve", "onload", "rye", "b7", "<script>", "\"><svg onload=alert(1)>", "'><b>7"] {
        let page = site.finds(words).await;
        for markup in ["<img src=x", "<svg onload", "<iframe", "<b>", "<script>"] {
            assert!(!page.contains(markup), "{words}: {markup} in {page}");
        }
    }
    assert!(site.finds("eve").await.contains("<mark>Eve</mark> &#60;img"));
    assert!(site.finds(script).await.contains("Asked for rye &#60;<mark>script</mark>"));
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn anything_can_be_typed(#[case] kind: Kind) {
    let Some(mut site) = site(kind).await else { return };
    site.knows(&[(Field::Name, "Bakery")]).await;
    for words in ["'; drop table customer; --", "\" OR 1=1", "%", "*", "(((", "-", "\u{202e}"] {
        site.finds(words).await;
    }
    let answer = site.get("/search?q=a%00b").await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "no text has a NUL");
    site.finds(&"word ".repeat(900)).await;
    for after in ["", "nowhere", "e1.nowhere", "x99999999999999999999", "e-5"] {
        let path = serde_html_form::to_string([("q", "bakery"), ("after", after)]).unwrap();
        let answer = site.get(&format!("/search?{path}")).await;
        assert_eq!(answer.status, StatusCode::OK, "{after}");
    }
}

#[tokio::test]
async fn what_was_typed_stands_where_it_was_typed() {
    let mut site = site(Kind::Sqlite).await.unwrap();
    let found = site.finds("rye & \"salt\"").await;
    let fields: Vec<&str> = found.split("<input type=\"search\"").skip(1).collect();
    let [field] = fields[..] else { panic!("one field: {found}") };
    let (field, _) = field.split_once("\n<kbd>").unwrap();
    assert!(field.contains("value=\"rye &#38; &#34;salt&#34;\""), "{field}");
    assert!(!site.get("/").await.body.contains("autocomplete=\"off\" value="));
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn many_results_are_gone_through_forwards_and_back(#[case] kind: Kind) {
    let Some(mut site) = site(kind).await else { return };
    for number in 0..45 {
        let name = format!("Bakery N{number}");
        site.knows(&[(Field::Name, name.as_str())]).await;
    }
    let mut pages = vec![site.finds("bakery").await];
    while let Some(next) = link(&pages[pages.len() - 1], "next") {
        pages.push(site.get(&next).await.body);
    }
    let rows = |page: &String| page.matches("data-row").count();
    assert_eq!(pages.iter().map(rows).collect::<Vec<_>>(), [20, 20, 5]);
    for place in (1..pages.len()).rev() {
        let back = site.get(&link(&pages[place], "prev").unwrap()).await.body;
        let names = |page: &str| page.split("<span>").skip(1).count();
        assert_eq!(rows(&back), rows(&pages[place - 1]));
        assert_eq!(names(&back), names(&pages[place - 1]));
        assert!(
            back.contains(&pages[place - 1].after("class=\"with-mark\" href=\"")),
            "the same page again"
        );
    }
    assert!(link(&pages[0], "prev").is_none());
}

/// Where the way through the list leads to.
fn link(page: &str, rel: &str) -> Option<String> {
    let before = format!("rel=\"{rel}\" href=\"");
    page.contains(&before).then(|| page.after(&before))
}

#[tokio::test]
async fn where_nothing_is_found_the_page_says_what_helps() {
    let Some(mut site) = site(Kind::Sqlite).await else { return };
    let page = site.finds("").await;
    assert!(page.contains("Find anything") && page.contains("even misspelt"));
    let page = site.finds("Nobody").await;
    assert!(page.contains("Nothing found for “Nobody”") && page.contains("Try fewer words"));
    assert!(page.contains("value=\"Nobody\""), "what was typed stays, to be corrected");
    assert!(page.contains("class=\"button primary\" href=\"/customers/new\""));
    let mut other = site.other_browser();
    other.sends("accept-language", "en");
    sign_in(&mut other, Role::ReadOnly).await;
    let page = other.finds("Nobody").await;
    assert!(!page.contains("/customers/new"), "no link to what one may not do");
}

#[tokio::test]
async fn the_page_speaks_all_five_languages() {
    let Some(mut site) = site(Kind::Sqlite).await else { return };
    let customer = site.knows(&[(Field::Name, "Bakery"), (Field::City, "Gyumri")]).await;
    site.notes(customer, "Gyumri is far").await;
    for language in ["en", "ru", "ro", "el", "hy"] {
        site.sends("accept-language", language);
        for words in ["gyumri", "bakrey", "nobody", ""] {
            let page = site.finds(words).await;
            assert!(!page.contains('‹'), "{language} {words}: a message is missing");
            assert!(page.contains(&format!("<html lang=\"{language}\"")));
        }
    }
}

#[rstest]
#[case::sqlite(Kind::Sqlite)]
#[case::postgres(Kind::Postgres)]
#[tokio::test]
async fn a_customer_is_found_by_the_number_of_an_order_or_a_parcel(#[case] kind: Kind) {
    let Some(mut site) = site(kind).await else { return };
    let anush = site.knows(&[(Field::Name, "Café Anush"), (Field::City, "Gyumri")]).await;
    let boris = site.knows(&[(Field::Name, "Boris")]).await;
    site.ordered(anush, ("", "019077"), "RR 123-456 789 AM").await;
    site.ordered(boris, ("market", "019077"), "").await;
    site.ordered(boris, ("shop", "#web-7"), "").await;
    site.notes(anush, "Asked about 019077 again").await;
    let both = site.finds("019077").await;
    let shown = both.below("<tbody>");
    let boris_first = shown.find("Boris") < shown.find("Anush");
    assert!(boris_first, "the later of two orders first, though notes have the number: {both}");
    assert_eq!(both.matches("Order 019077").count(), 2, "of whichever shop: {both}");
    assert_eq!(both.matches("<tr data-row>").count(), 2, "each customer once: {both}");
    assert!(both.contains("Gyumri") && both.contains("<mark>019077</mark>"), "{both}");
    for (typed, order) in [
        ("#019077", "019077"),
        ("Order 019077", "019077"),
        ("заказ №019077", "019077"),
        ("rr123456789am", "019077"),
        ("WEB-7", "#web-7"),
        ("#web-7", "#web-7"),
    ] {
        let found = site.finds(typed).await;
        assert!(found.contains(&format!("Order {order}")), "{typed}: {found}");
    }
    for typed in ["19077", "WEB", "0", "order", "order 19077"] {
        assert!(!site.finds(typed).await.contains("Order "), "{typed}");
    }
}

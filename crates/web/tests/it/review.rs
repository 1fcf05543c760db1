//! What the review says, on the pages of the record.

use domain::know::customers::{self, CustomerId, Field};
use domain::know::interactions::{self, Kind as Happened, NewInteraction};
use domain::know::orders::{self, NewLine, NewOrder};
use domain::office::rights::Role;
use kernel::Language;
use rstest::rstest;
use store::log::Actor;
use testkit::record::{Kind, TestRecord, test_time};

use crate::access::sign_in;
use crate::reviewed;
use crate::site::{Cut as _, Site};

struct Shop {
    site: Site,
    levon: CustomerId,
}

impl Shop {
    async fn over(record: TestRecord) -> Self {
        let known =
            [(Field::Name, "Café Levon".to_owned()), (Field::Phone, "+374 91 123456".to_owned())];
        let add = async move |tx: &mut store::Tx<'_>| customers::add(tx, &known).await;
        let levon = record.db.write(Actor::System, add).await.unwrap();
        let mut site = Site::over(record);
        sign_in(&mut site, Role::Owner).await;
        site.holds("language", "en");
        Self { site, levon }
    }

    async fn is_reviewed(&self, as_of: &str) {
        reviewed::as_of(&self.site.record.db, as_of, &[self.levon]).await;
    }

    async fn writes_down(&self, kind: Happened) {
        let levon = self.levon;
        let new = NewInteraction { kind, at: None, text: "Rye".to_owned(), follow_up: None };
        let log = async move |tx: &mut store::Tx<'_>| interactions::log(tx, levon, &new).await;
        self.site.record.db.write(Actor::System, log).await.unwrap();
    }

    async fn orders(&self) {
        let levon = self.levon;
        let order = NewOrder {
            source: String::new(),
            code: String::new(),
            placed_at: Some(test_time() + chrono::TimeDelta::minutes(5)),
            currency: "AMD".parse().unwrap(),
            total: None,
            lines: vec![NewLine { product: "Rye".to_owned(), quantity: 1, unit_price: 250 }],
        };
        let add = async move |tx: &mut store::Tx<'_>| orders::add(tx, levon, &order).await;
        self.site.record.db.write(Actor::System, add).await.unwrap();
    }

    async fn page_of_levon(&mut self) -> String {
        self.site.get(&format!("/customers/{}", self.levon)).await.body
    }
}

#[rstest]
#[case(Kind::Sqlite)]
#[case(Kind::Postgres)]
#[tokio::test]
async fn a_customer_is_shown_with_five_numbers_their_reason_and_what_to_do(#[case] kind: Kind) {
    let Some(record) = TestRecord::empty(kind).await else { return };
    let mut shop = Shop::over(record).await;
    let before = shop.page_of_levon().await;
    assert!(before.contains("not enough orders yet") && before.contains("No orders yet"));
    shop.is_reviewed("2026-02-27").await;
    shop.is_reviewed("2026-02-28").await;
    let page = shop.page_of_levon().await;
    for said in [
        "1,284,000",
        "2,000,000",
        "900,000",
        "48%",
        "not asked yet",
        "47 days",
        "Call and ask whether all was well",
        "gone quiet",
        "As of 28 February 2026",
        "class=\"spark\"",
    ] {
        assert!(page.contains(said), "{said}: {page}");
    }
}

#[tokio::test]
async fn of_who_objects_to_marketing_nothing_is_said() {
    let mut shop = Shop::over(TestRecord::empty(Kind::Sqlite).await.unwrap()).await;
    shop.is_reviewed("2026-02-28").await;
    assert!(shop.site.get("/").await.body.contains("Café Levon"));
    let (levon, objection) = (shop.levon, [(Field::Marketing, "objection".to_owned())]);
    let edit =
        async move |tx: &mut store::Tx<'_>| customers::edit(tx, levon, None, &objection).await;
    shop.site.record.db.write(Actor::System, edit).await.unwrap();
    let page = shop.page_of_levon().await;
    assert!(page.contains("They object to marketing") && !page.contains("1,284,000"), "{page}");
    assert!(!shop.site.get("/").await.body.contains("Café Levon"));
}

#[rstest]
#[case(Kind::Sqlite)]
#[case(Kind::Postgres)]
#[tokio::test]
async fn today_names_who_drifts_with_one_number_one_reason_one_action(#[case] kind: Kind) {
    let Some(record) = TestRecord::empty(kind).await else { return };
    let mut shop = Shop::over(record).await;
    shop.is_reviewed("2026-02-28").await;
    for language in Language::ALL {
        shop.site.holds("language", language.code());
        let page = shop.site.get("/").await.body;
        assert!(page.contains("Café Levon") && page.contains("47"), "{page}");
        assert!(!page.contains('‹'), "{language}: a message is missing");
    }
    shop.site.holds("language", "en");
    let mine = shop.site.get("/").await.body;
    assert!(mine.contains("Those you look after, and those nobody looks after."), "{mine}");
    let teams = shop.site.get("/?whose=team").await.body;
    assert!(teams.contains("you are in no team") && teams.contains("Café Levon"), "{teams}");
    let call = format!("/interactions/new?kind=call&customer={}", shop.levon);
    for page in [mine, shop.site.get(&call).await.body] {
        assert!(page.contains("href=\"tel:+37491123456\">+374 91 123456</a>"), "{page}");
    }
}

#[rstest]
#[case(Kind::Sqlite)]
#[case(Kind::Postgres)]
#[tokio::test]
async fn what_was_so_long_ago_is_told_as_of_then(#[case] kind: Kind) {
    let Some(record) = TestRecord::empty(kind).await else { return };
    let mut shop = Shop::over(record).await;
    shop.is_reviewed("2025-11-28").await;
    let said = "As of 28 November 2025, 93 days ago: they know of no later order.";
    let reason = "usually ordered every 18 days and had been silent for 47 days";
    let today = shop.site.get("/").await.body;
    let page = shop.page_of_levon().await;
    for (page, what) in [(&today, "who were drifting away"), (&page, "12 months to")] {
        assert!(page.contains(what) && page.contains(reason), "{page}");
        assert!(!page.contains("days now"), "{page}");
        assert_eq!(page.matches(said).count(), 1, "{page}");
        assert!(page.find(said) < page.find(reason), "above the figures: {page}");
    }
    for language in Language::ALL {
        shop.site.holds("language", language.code());
        let page = shop.page_of_levon().await;
        assert!(page.contains("class=\"past\"") && !page.contains('‹'), "{language}: {page}");
    }
    shop.site.holds("language", "en");
    shop.is_reviewed("2026-02-22").await;
    let page = shop.page_of_levon().await;
    assert!(page.contains("silent for 47 days now") && !page.contains("no later order"), "{page}");
}

#[rstest]
#[case(Kind::Sqlite)]
#[case(Kind::Postgres)]
#[tokio::test]
async fn whoever_was_heard_from_since_is_not_to_be_called_and_their_page_says_so(
    #[case] kind: Kind,
) {
    let Some(record) = TestRecord::empty(kind).await else { return };
    let mut shop = Shop::over(record).await;
    shop.is_reviewed("2026-02-28").await;
    let (reason, next) = ("silent for 47 days now", "Call and ask whether all was well");
    let page = shop.page_of_levon().await;
    assert!(page.contains(reason) && page.contains(next) && !page.contains("Since then"), "{page}");
    assert!(shop.site.get("/").await.body.contains("Café Levon"));
    shop.writes_down(Happened::Note).await;
    assert!(shop.site.get("/").await.body.contains("Café Levon"), "a note is no contact");
    let page = shop.page_of_levon().await;
    assert!(page.contains(reason) && page.contains(next) && !page.contains("Since then"), "{page}");
    shop.writes_down(Happened::Call).await;
    for address in ["/", "/?whose=team"] {
        assert!(!shop.site.get(address).await.body.contains("Café Levon"), "{address}");
    }
    let page = shop.page_of_levon().await;
    assert!(page.contains("Since then: called on 1 March 2026."), "{page}");
    assert!(page.contains("had been silent for 47 days") && !page.contains(reason), "{page}");
    assert!(!page.contains(next) && page.contains("12 months to"), "{page}");
    shop.site.record.clock.advance(chrono::TimeDelta::hours(1));
    shop.orders().await;
    let page = shop.page_of_levon().await;
    assert!(page.contains("Since then: ordered on 1 March 2026."), "{page}");
    shop.site.record.clock.advance(chrono::TimeDelta::hours(1));
    shop.writes_down(Happened::Call).await;
    let page = shop.page_of_levon().await;
    assert!(page.contains("Since then: ordered on 1 March 2026."), "a call hides it: {page}");
    for language in Language::ALL {
        shop.site.holds("language", language.code());
        assert!(!shop.page_of_levon().await.contains('‹'), "{language}: a message is missing");
    }
}

#[tokio::test]
async fn what_was_promised_and_mentions_come_before_the_regulars() {
    let mut shop = Shop::over(TestRecord::empty(Kind::Sqlite).await.unwrap()).await;
    let known = [(Field::Name, "Café Anush".to_owned())];
    let add = async move |tx: &mut store::Tx<'_>| customers::add(tx, &known).await;
    let anush = shop.site.record.db.write(Actor::System, add).await.unwrap();
    reviewed::as_of(&shop.site.record.db, "2026-02-28", &[shop.levon, anush]).await;
    let levon = shop.levon.to_string();
    let call = [
        ("customer", levon.as_str()),
        ("kind", "call"),
        ("text", "Send the price list"),
        ("follow_up", "2026-03-01"),
    ];
    shop.site.send(&format!("/customers/{levon}"), "/interactions", &call).await;
    let page = shop.site.get("/").await.body;
    let lists = page.below("class=\"list\" aria-label=\"To follow up\"");
    let lists = lists.below("class=\"list\" aria-label=\"You were mentioned\"");
    let regulars = lists.below("aria-label=\"Regulars drifting away\"");
    assert!(regulars.contains("Café Anush") && !regulars.contains("Café Levon"), "{page}");
}

#[tokio::test]
async fn until_the_first_review_is_made_pages_say_that_it_is() {
    let mut shop = Shop::over(TestRecord::empty(Kind::Sqlite).await.unwrap()).await;
    assert!(shop.page_of_levon().await.contains("No orders yet"));
    assert!(!shop.site.get("/").await.body.contains("is being worked out: those of yours"));
    shop.orders().await;
    let page = shop.page_of_levon().await;
    assert!(page.contains("Being worked out") && page.contains("follows shortly"));
    assert!(!page.contains("not enough orders") && !page.contains("No orders yet"));
    assert!(shop.site.get("/review").await.body.contains("The review is being made"));
    assert!(shop.site.get("/").await.body.contains("is being worked out: those of yours"));
    reviewed::as_of(&shop.site.record.db, "2026-02-28", &[]).await;
    let page = shop.page_of_levon().await;
    assert!(page.contains("not enough orders"), "no review knows of the last day");
    reviewed::as_of(&shop.site.record.db, "2026-03-05", &[]).await;
    let page = shop.page_of_levon().await;
    assert!(page.contains("being worked out"), "it was made without an order of that time");
    assert!(!shop.site.get("/").await.body.contains("is being worked out: those of yours"));
}

#[tokio::test]
async fn the_review_stands_in_the_frame_and_does_nothing_there() {
    let mut shop = Shop::over(TestRecord::empty(Kind::Sqlite).await.unwrap()).await;
    let page = shop.site.get("/review").await;
    assert!(page.body.contains("No review yet") && !page.body.contains("<iframe"));
    assert!(!page.body.contains("no categories"), "nothing to explain yet");
    assert_eq!(shop.site.get("/review/document").await.status, 404);
    shop.is_reviewed("2026-02-28").await;
    let page = shop.site.get("/review").await;
    assert!(page.body.contains("<iframe class=\"document\" src=\"/review/document\""));
    assert!(page.body.contains("no categories, sources or discounts"));
    assert!(page.body.contains("does not come up on “Today”"));
    assert!(page.header("content-security-policy").contains("frame-src 'self'"));
    let page = shop.site.get("/review?section=models").await;
    assert!(page.body.contains("src=\"/review/document#models\""));
    let page = shop.site.get("/review?section=%22%3E%3Cscript%3E").await;
    assert!(page.body.contains("src=\"/review/document\"") && !page.body.contains("><script>"));
    shop.site.holds("language", "hy");
    let document = shop.site.get("/review/document").await;
    assert_eq!(document.body, "<!doctype html><p>hy");
    let policy = document.header("content-security-policy");
    assert!(policy.contains("default-src 'none'") && policy.contains("frame-ancestors 'self'"));
    assert!(!policy.contains("script-src"), "{policy}");
}

//! What the review says, on the pages of the record.

use domain::know::customers::{self, CustomerId, Field};
use domain::office::rights::Role;
use domain::prove::reviews::{self, Made};
use kernel::{Currency, Day, Language, Money};
use review::figures::{
    Action, CustomerAlarms, CustomerRow, Evidence, Interval, Reason, Segment, Standing,
};
use rstest::rstest;
use store::StoreError;
use store::log::Actor;
use testkit::record::{Kind, TestRecord, test_time};

use crate::access::sign_in;
use crate::site::{Cut as _, Site};

fn dram() -> Currency {
    "AMD".parse().unwrap()
}

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

/// Somebody who went quiet.
fn quiet(at_risk: i64) -> CustomerRow {
    let money = |major: i64| Money::new(major * 100, dram());
    let seen = Evidence::GoneQuiet { usual_gap: 18.0, silence: 47, limit: 40.5 };
    let alarms = CustomerAlarms { gone_quiet: Some(seen.clone()), ..CustomerAlarms::default() };
    CustomerRow {
        id: "A-1".to_owned(),
        first: day("2024-01-10"),
        last: day("2026-01-12"),
        orders: 31,
        purchase_days: 31,
        margin: Some(money(2_400_000)),
        margin_12m: Some(money(385_200)),
        revenue_12m: Some(money(1_284_000)),
        mean_order: Some(money(77_000)),
        usual_gap: Some(18.0),
        silence: 47,
        lost_limit: Some(60),
        standing: Standing::GoneQuiet,
        lost_on: None,
        cohort: day("2024-01-10").month(),
        segment: Segment::AtRisk,
        recency_quintile: Some(2),
        frequency_quintile: Some(5),
        is_gold: true,
        is_regular: true,
        p_alive: Some(0.55),
        risk: Some(0.48),
        expected_orders: None,
        residual_value: Some(Interval {
            low: money(900_000),
            mean: money(2_000_000),
            high: money(3_500_000),
        }),
        margin_at_risk: Some(money(at_risk)),
        alarms,
        reason: Some((Reason::Alarm(seen), Action::Call)),
    }
}

struct Shop {
    site: Site,
    levon: CustomerId,
}

impl Shop {
    async fn over(record: TestRecord) -> Self {
        let known = [(Field::Name, "Café Levon".to_owned())];
        let add = async move |tx: &mut store::Tx<'_>| customers::add(tx, &known).await;
        let levon = record.db.write(Actor::System, add).await.unwrap();
        let mut site = Site::over(record);
        sign_in(&mut site, Role::Owner).await;
        site.holds("language", "en");
        Self { site, levon }
    }

    async fn is_reviewed(&self, as_of: &str) {
        let (levon, as_of) = (self.levon, day(as_of));
        let made = Made {
            as_of,
            at: test_time(),
            took: chrono::TimeDelta::seconds(2),
            of: "12 facts".to_owned(),
            currency: dram(),
            horizon_months: 12,
            value_months: 36,
        };
        let pages =
            Language::ALL.map(|language| (language, format!("<!doctype html><p>{language}")));
        let keep = async move |tx: &mut store::Tx<'_>| {
            reviews::keep(tx, as_of, &[reviews::score(levon, &quiet(412_000))]).await?;
            reviews::finish(tx, &made, &pages).await?;
            Ok::<_, StoreError>(())
        };
        self.site.record.db.write(Actor::System, keep).await.unwrap();
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
}

#[rstest]
#[case(Kind::Sqlite)]
#[case(Kind::Postgres)]
#[tokio::test]
async fn what_was_so_long_ago_is_told_as_of_then(#[case] kind: Kind) {
    let Some(record) = TestRecord::empty(kind).await else { return };
    let mut shop = Shop::over(record).await;
    shop.is_reviewed("2025-11-28").await;
    let said = "As of 28 November 2025, 93 days ago: the record has no later order.";
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

#[tokio::test]
async fn what_was_promised_and_mentions_come_before_the_regulars() {
    let mut shop = Shop::over(TestRecord::empty(Kind::Sqlite).await.unwrap()).await;
    shop.is_reviewed("2026-02-28").await;
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
    assert!(lists.contains("aria-label=\"Regulars drifting away\""), "{page}");
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

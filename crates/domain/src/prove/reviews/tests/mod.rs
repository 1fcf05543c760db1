//! What the review says, kept on both databases.

mod alarms;

use chrono::TimeDelta;
use kernel::{Currency, Day, Language};
use review::figures::{Action, Evidence, Interval, Reason};
use rstest::rstest;
use store::Db;
use store::log::Actor;
use testkit::record::{Kind as Database, TestRecord, comes_true, test_time};

use super::{
    Made, Score, ask_if_behind, finish, forget, keep, made, of_customer, page, reason, rules,
    scored_after,
};
use crate::know::customers::{self, CustomerId, Field};
use crate::know::lists::{self, Asking, Sort};
use crate::know::query::parse;
use crate::office::settings::{self, Change, Region, Tier};

fn euro() -> Currency {
    "EUR".parse().unwrap()
}

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

async fn adds(db: &Db, name: &str) -> CustomerId {
    let known = [(Field::Name, name.to_owned())];
    db.write(Actor::System, async move |tx| customers::add(tx, &known).await).await.unwrap()
}

/// Somebody who went quiet.
pub(crate) fn quiet(customer: CustomerId, at_risk: i64, risk: f64) -> Score {
    let seen = Evidence::GoneQuiet { usual_gap: 18.0, silence: 47, limit: 40.5 };
    Score {
        customer,
        standing: "gone_quiet".to_owned(),
        segment: "at_risk".to_owned(),
        orders: 12,
        last_on: day("2026-01-12").into(),
        spent: Some(120_000),
        value: Some(90_000),
        value_low: Some(10_000),
        value_high: Some(200_000),
        p_alive: Some(0.4),
        risk: Some(risk),
        at_risk: Some(at_risk),
        alarm: Some(seen.key().to_owned()),
        reason: Some(reason::written(&(Reason::Alarm(seen), Action::Call))),
        risks: String::new(),
    }
}

/// Of a day, made in 1.25 seconds.
fn made_of(as_of: &str) -> Made {
    Made {
        as_of: day(as_of),
        at: test_time(),
        took: TimeDelta::milliseconds(1_250),
        of: "12 facts".to_owned(),
        currency: euro(),
        horizon_months: 12,
        value_months: 36,
    }
}

async fn keeps(db: &Db, as_of: &str, scores: Vec<Score>) -> usize {
    let as_of = day(as_of);
    db.write(Actor::System, async move |tx| keep(tx, as_of, &scores).await).await.unwrap()
}

async fn score_of(db: &Db, customer: CustomerId) -> Option<Score> {
    of_customer(&mut db.reader().await.unwrap().snapshot(), customer).await.unwrap()
}

#[rstest]
#[case::sqlite(Database::Sqlite)]
#[case::postgres(Database::Postgres)]
#[tokio::test]
async fn what_is_said_of_a_customer_is_kept_with_the_risks_of_a_month(#[case] kind: Database) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    let levon = adds(db, "Levon").await;
    assert_eq!(score_of(db, levon).await, None);
    assert_eq!(keeps(db, "2026-01-20", vec![quiet(levon, 500, 0.25)]).await, 1);
    assert_eq!(keeps(db, "2026-02-27", vec![quiet(levon, 500, 0.5)]).await, 1);
    assert_eq!(keeps(db, "2026-02-28", vec![quiet(levon, 500, 0.625)]).await, 1);
    assert_eq!(keeps(db, "2026-02-28", vec![quiet(levon, 500, 0.625)]).await, 0, "nothing new");
    let score = score_of(db, levon).await.unwrap();
    let risks = [(day("2026-02-27"), 0.5), (day("2026-02-28"), 0.625)];
    assert_eq!(score.risks().days(), risks);
    assert_eq!(score.value(), Some(Interval { low: 10_000, mean: 90_000, high: 200_000 }));
    assert_eq!(score.last(), day("2026-01-12"));
    let seen = Evidence::GoneQuiet { usual_gap: 18.0, silence: 47, limit: 40.5 };
    assert_eq!(score.reason(euro()), Some((Reason::Alarm(seen), Action::Call)));
}

#[rstest]
#[case::sqlite(Database::Sqlite)]
#[case::postgres(Database::Postgres)]
#[tokio::test]
async fn of_whom_nothing_is_said_any_more_is_forgotten(#[case] kind: Database) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    let (ani, boris) = (adds(db, "Ani").await, adds(db, "Boris").await);
    keeps(db, "2026-02-28", vec![quiet(ani, 1, 0.5), quiet(boris, 1, 0.5)]).await;
    let all = scored_after(&mut db.reader().await.unwrap().snapshot(), None, 10).await.unwrap();
    assert_eq!(all.len(), 2);
    let first = Some(all[0]);
    let rest = scored_after(&mut db.reader().await.unwrap().snapshot(), first, 10).await.unwrap();
    assert_eq!(rest, all[1..]);
    db.write(Actor::System, async move |tx| forget(tx, &[ani]).await).await.unwrap();
    assert_eq!((score_of(db, ani).await, score_of(db, boris).await.is_some()), (None, true));
}

#[rstest]
#[case::sqlite(Database::Sqlite)]
#[case::postgres(Database::Postgres)]
#[tokio::test]
async fn the_document_is_that_of_the_last_review(#[case] kind: Database) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    assert_eq!(made(&mut db.reader().await.unwrap().snapshot()).await.unwrap(), None);
    for (as_of, html) in [("2026-02-27", "<p>before"), ("2026-02-28", "<p>now")] {
        let (of, pages) = (made_of(as_of), [(Language::English, html.to_owned())]);
        db.write(Actor::System, async move |tx| finish(tx, &of, &pages).await).await.unwrap();
    }
    let mut reader = db.reader().await.unwrap();
    let snapshot = &mut reader.snapshot();
    assert_eq!(made(snapshot).await.unwrap(), Some(made_of("2026-02-28")));
    assert_eq!(page(snapshot, Language::English).await.unwrap().as_deref(), Some("<p>now"));
    assert_eq!(page(snapshot, Language::Armenian).await.unwrap(), None);
}

#[rstest]
#[case::sqlite(Database::Sqlite)]
#[case::postgres(Database::Postgres)]
#[tokio::test]
async fn it_is_asked_for_once_where_there_is_something_new(#[case] kind: Database) {
    let Some(record) = TestRecord::empty(kind).await else { return };
    assert!(!ask_if_behind(&record.db).await.unwrap());
    adds(&record.db, "Ani").await;
    let asked = async || ask_if_behind(&record.db).await.unwrap();
    comes_true("the review is asked for", asked).await;
    record.clock.advance(TimeDelta::minutes(5));
    assert!(!ask_if_behind(&record.db).await.unwrap(), "it waits already");
}

#[rstest]
#[case::at_once(TimeDelta::zero(), 40)]
#[case::of_a_small_record(TimeDelta::milliseconds(3_900), 40)]
#[case::of_a_large_one(TimeDelta::seconds(90), 900)]
#[case::of_one_too_large(TimeDelta::hours(5), 86_400)]
#[case::while_the_clock_was_set_back(TimeDelta::hours(-1), 40)]
#[case::while_it_was_set_forward(TimeDelta::MAX, 86_400)]
fn the_longer_it_takes_the_seldomer_it_is_made(#[case] took: TimeDelta, #[case] seconds: i64) {
    let made = Made { took, ..made_of("2026-02-27") };
    let (soon, late) = (test_time() + TimeDelta::seconds(9), test_time() + TimeDelta::days(2));
    assert_eq!(rules::next(Some(&made), soon), test_time() + TimeDelta::seconds(seconds));
    assert_eq!(rules::next(Some(&made), late), late);
    assert_eq!(rules::next(None, soon), soon);
}

#[rstest]
#[case(Reason::Late { usual_gap: 7.5, silence: 12 }, Action::Remind)]
#[case(Reason::Valuable { orders: 9, risk: 0.25, months: 12 }, Action::CallInPerson { orders: 9 })]
#[case(Reason::OneTime { amount: Some(kernel::Money::new(4_200, euro())), silence: 80 }, Action::InviteBack)]
#[case(Reason::OneTime { amount: None, silence: 80 }, Action::Thank)]
#[case(
    Reason::Alarm(Evidence::RangeStopped {
        category: "Кофе".to_owned(),
        last_bought: day("2025-11-02"),
        periods_bought: 5,
        yearly: Some(kernel::Money::new(99_000, euro())),
    }),
    Action::AskAboutRange { category: "Кофе".to_owned() }
)]
#[case(
    Reason::Alarm(Evidence::OrderValueFalling {
        mean_before: kernel::Money::new(5_000, euro()),
        mean_now: kernel::Money::new(3_000, euro()),
        orders_before: 9,
        orders_now: 3,
        probability: 0.97,
    }),
    Action::ReviewAccount
)]
#[case(Reason::Late { usual_gap: 7.5, silence: 12 }, Action::CallBeforeLost { days: 5 })]
fn reasons_are_read_as_they_were_kept(#[case] why: Reason, #[case] what: Action) {
    let told = (why, what);
    assert_eq!(reason::read(&reason::written(&told), euro()), Some(told));
    assert_eq!(reason::read("{\"why\":{\"kind\":\"of later\"}}", euro()), None);
}

/// The names of whom a query means, the last seen first.
async fn meant(db: &Db, text: &str) -> Vec<String> {
    let (query, asking) = (parse(text).unwrap(), Asking { me: None, now: db.clock().now() });
    let mut reader = db.reader().await.unwrap();
    let page = lists::page(&mut reader.snapshot(), &query, &asking, Sort::default(), None, 9).await;
    page.unwrap().rows.into_iter().map(|row| row.name).collect()
}

#[rstest]
#[case::sqlite(Database::Sqlite)]
#[case::postgres(Database::Postgres)]
#[tokio::test]
async fn a_tier_asks_for_money_of_the_currency_of_the_business(#[case] kind: Database) {
    let Some(TestRecord { db, .. }) = &TestRecord::empty(kind).await else { return };
    let levon = adds(db, "Levon").await;
    let tier = |name: &str, spent_a_year| Tier { name: name.into(), spent_a_year };
    let tiers = vec![tier("Silver", 50_000), tier("Gold", 120_000)];
    let set = async |version, change: Change| {
        let set =
            async move |tx: &mut store::Tx<'_>| settings::change(tx, version, change.clone()).await;
        db.write(Actor::System, set).await.unwrap();
    };
    set(0, Change::Tiers { tiers }).await;
    assert!(meant(db, "tier:gold").await.is_empty(), "nobody has been reviewed");
    keeps(db, "2026-02-28", vec![quiet(levon, 500, 0.5)]).await;
    let of = made_of("2026-02-28");
    db.write(Actor::System, async move |tx| finish(tx, &of, &[]).await).await.unwrap();
    assert_eq!(meant(db, "tier:gold").await, ["Levon"], "the business names no currency");
    assert!(meant(db, "tier:silver").await.is_empty());
    let region = |code: &str| Region { currency: code.parse().ok(), ..Region::default() };
    set(1, Change::Region(region("EUR"))).await;
    assert_eq!(meant(db, "tier:gold,silver").await, ["Levon"]);
    set(2, Change::Region(region("AMD"))).await;
    assert!(meant(db, "tier:gold,silver").await.is_empty());
    assert_eq!(meant(db, "-tier:gold,silver").await, ["Levon"]);
}
